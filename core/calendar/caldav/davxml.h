// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace ChatCal {

// The namespaces of WebDAV (RFC 4918), CalDAV (RFC 4791) and Apple's calendarserver. Elements are told by these, never
// by a prefix.
namespace DavNames {
inline const QString dav = QStringLiteral("DAV:");
inline const QString calDav = QStringLiteral("urn:ietf:params:xml:ns:caldav");
inline const QString calendarServer = QStringLiteral("http://calendarserver.org/ns/");
} // namespace DavNames

struct DavElement
{
    QString space; ///< namespace
    QString name;
    QString text; ///< directly in it
    QList<std::pair<QString, QString>> attributes;
    QList<DavElement> children;

    [[nodiscard]] bool is(const QString &itsSpace, QStringView itsName) const
    {
        return name == itsName && space == itsSpace;
    }
    /// The first child of this name; nothing when there is none.
    [[nodiscard]] const DavElement *child(const QString &itsSpace, QStringView itsName) const;
    [[nodiscard]] QString attribute(QStringView itsName) const;
};

/// The root of @p xml. Protocol when it is not well formed, has a document type, or is nested too deep.
[[nodiscard]] Result<DavElement> parseDavXml(const QByteArray &xml);

/// One response of a multistatus (RFC 4918 §14.24).
struct DavResponse
{
    QByteArray href; ///< as the server writes it
    int status = 0; ///< of the resource; 0: it is there, see properties
    QList<DavElement> properties; ///< those that were found. One that was not says nothing about the resource.

    [[nodiscard]] const DavElement *property(const QString &space, QStringView name) const;
    [[nodiscard]] QString text(const QString &space, QStringView name) const; ///< trimmed; empty when there is none
    /// The href within a property, "DAV:href" in "current-user-principal".
    [[nodiscard]] QByteArray hrefIn(const QString &space, QStringView name) const;
    [[nodiscard]] bool isGone() const { return status == 404 || status == 410; }
};

struct Multistatus
{
    QList<DavResponse> responses;
    QString syncToken;
};
/// Protocol when @p xml is no multistatus.
[[nodiscard]] Result<Multistatus> parseMultistatus(const QByteArray &xml);

/// The precondition a "DAV:error" body names (RFC 4918 §16), "no-uid-conflict"; empty when it names none.
[[nodiscard]] QString davPrecondition(const QByteArray &xml);

/// Bodies of requests.
namespace DavXml {
/// PROPFIND for @p properties, elements with the prefixes d, c and s: "d:getetag".
[[nodiscard]] QByteArray propfind(const QStringList &properties);
/// calendar-query for VEVENTs; @p range a "c:time-range" element or empty.
[[nodiscard]] QByteArray calendarQuery(const QString &range);
/// calendar-query for the VEVENTs with this UID.
[[nodiscard]] QByteArray uidQuery(const QString &uid);
[[nodiscard]] QByteArray calendarMultiget(const QList<QByteArray> &hrefs);
[[nodiscard]] QByteArray syncCollection(const QString &token);
} // namespace DavXml

} // namespace ChatCal
