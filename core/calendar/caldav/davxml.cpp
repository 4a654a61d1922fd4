// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/caldav/davxml.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int deepest = 24; ///< elements; a multistatus with privileges takes ten

tl::unexpected<Error> broken(const QString &why)
{
    return failure(ErrorCode::Protocol, u"the server's XML cannot be read: "_s + why);
}

Result<DavElement> readElement(QXmlStreamReader &reader, int depth)
{
    if (depth > deepest)
        return broken(u"nested too deep"_s);
    DavElement element{reader.namespaceUri().toString(), reader.name().toString(), {}, {}, {}};
    for (const QXmlStreamAttribute &attribute : reader.attributes())
        element.attributes.emplaceBack(attribute.name().toString(), attribute.value().toString());
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: {
            auto child = readElement(reader, depth + 1);
            if (!child)
                return child;
            element.children.append(std::move(*child));
            break;
        }
        case QXmlStreamReader::EndElement:
            return element;
        case QXmlStreamReader::Characters:
            element.text += reader.text();
            break;
        default:
            break;
        }
    }
    return broken(reader.hasError() ? reader.errorString() : u"it ends too soon"_s);
}

/// "HTTP/1.1 404 Not Found".
int statusOf(const DavElement *status)
{
    return status ? status->text.simplified().section(u' ', 1, 1).toInt() : 0;
}

DavResponse responseOf(DavElement element)
{
    DavResponse response;
    if (const DavElement *const href = element.child(DavNames::dav, u"href"))
        response.href = href->text.trimmed().toUtf8();
    response.status = statusOf(element.child(DavNames::dav, u"status"));
    if (response.status >= 200 && response.status < 300)
        response.status = 0;
    for (DavElement &propstat : element.children) {
        if (!propstat.is(DavNames::dav, u"propstat"))
            continue;
        const int status = statusOf(propstat.child(DavNames::dav, u"status"));
        if (status != 0 && (status < 200 || status >= 300))
            continue;
        for (DavElement &prop : propstat.children) {
            if (prop.is(DavNames::dav, u"prop"))
                response.properties += std::move(prop.children);
        }
    }
    return response;
}

const QByteArray declarations = R"( xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav")"
                                R"( xmlns:s="http://calendarserver.org/ns/")";

QByteArray document(const QByteArray &root, const QByteArray &content)
{
    return R"(<?xml version="1.0" encoding="utf-8"?>)"
           "\n<"
        + root + declarations + '>' + content + "</" + root + '>';
}

QByteArray propOf(const QStringList &properties)
{
    QByteArray prop;
    for (const QString &property : properties)
        prop += '<' + property.toLatin1() + "/>";
    return "<d:prop>" + prop + "</d:prop>";
}

const QByteArray eventData = "<d:prop><d:getetag/><c:calendar-data/></d:prop>";

QByteArray eventQuery(const QByteArray &filter)
{
    return document("c:calendar-query",
                    eventData + R"(<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">)" + filter
                        + "</c:comp-filter></c:comp-filter></c:filter>");
}

} // namespace

const DavElement *DavElement::child(const QString &itsSpace, QStringView itsName) const
{
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&](const DavElement &one) { return one.is(itsSpace, itsName); });
    return found == children.end() ? nullptr : &*found;
}

QString DavElement::attribute(QStringView itsName) const
{
    for (const auto &[key, value] : attributes) {
        if (key == itsName)
            return value;
    }
    return {};
}

Result<DavElement> parseDavXml(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::DTD)
            return broken(u"a document type"_s); // entities are not for calendars
        if (token == QXmlStreamReader::StartElement) {
            auto root = readElement(reader, 1);
            if (root && reader.hasError())
                return broken(reader.errorString());
            return root;
        }
    }
    return broken(reader.errorString());
}

const DavElement *DavResponse::property(const QString &space, QStringView name) const
{
    const auto found =
        std::find_if(properties.begin(), properties.end(), [&](const DavElement &one) { return one.is(space, name); });
    return found == properties.end() ? nullptr : &*found;
}

QString DavResponse::text(const QString &space, QStringView name) const
{
    const DavElement *const found = property(space, name);
    return found ? found->text.trimmed() : QString();
}

QByteArray DavResponse::hrefIn(const QString &space, QStringView name) const
{
    const DavElement *const found = property(space, name);
    const DavElement *const inside = found ? found->child(DavNames::dav, u"href") : nullptr;
    return inside ? inside->text.trimmed().toUtf8() : QByteArray();
}

Result<Multistatus> parseMultistatus(const QByteArray &xml)
{
    auto root = parseDavXml(xml);
    if (!root)
        return tl::unexpected(root.error());
    if (!root->is(DavNames::dav, u"multistatus"))
        return broken(u"it is no multistatus"_s);
    Multistatus multistatus;
    for (DavElement &child : root->children) {
        if (child.is(DavNames::dav, u"response"))
            multistatus.responses.append(responseOf(std::move(child)));
        else if (child.is(DavNames::dav, u"sync-token"))
            multistatus.syncToken = child.text.trimmed();
    }
    return multistatus;
}

QString davPrecondition(const QByteArray &xml)
{
    const auto root = parseDavXml(xml);
    if (!root || !root->is(DavNames::dav, u"error"))
        return {};
    for (const DavElement &child : root->children) {
        if (child.space == DavNames::dav || child.space == DavNames::calDav)
            return child.name;
    }
    return {};
}

QByteArray DavXml::propfind(const QStringList &properties)
{
    return document("d:propfind", propOf(properties));
}

QByteArray DavXml::calendarQuery(const QString &range)
{
    return eventQuery(range.toUtf8());
}

QByteArray DavXml::uidQuery(const QString &uid)
{
    return eventQuery(R"(<c:prop-filter name="UID"><c:text-match collation="i;octet">)" + uid.toHtmlEscaped().toUtf8()
                      + "</c:text-match></c:prop-filter>");
}

QByteArray DavXml::calendarMultiget(const QList<QByteArray> &hrefs)
{
    QByteArray content = eventData;
    for (const QByteArray &href : hrefs)
        content += "<d:href>" + QString::fromUtf8(href).toHtmlEscaped().toUtf8() + "</d:href>";
    return document("c:calendar-multiget", content);
}

QByteArray DavXml::syncCollection(const QString &token)
{
    return document("d:sync-collection",
                    "<d:sync-token>" + token.toHtmlEscaped().toUtf8()
                        + "</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop>");
}

} // namespace ChatCal
