// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace ChatCal {

/// Where the resource of event @p id is in @p collection: "ID.ics" for ids ChatCal gave, for others the name that
/// idOfHref() has put into the id. An invalid URL for an id that is neither.
[[nodiscard]] QUrl hrefOfId(const QUrl &collection, const QString &id);
/// The id of the event at @p href, as a server writes it: ChatCal's own from "ID.ics", else "w" and the resource's name
/// in lower-case base32hex. Empty for the href of a collection.
[[nodiscard]] QString idOfHref(const QByteArray &href);
/// Whether hrefOfId() knows such an id.
[[nodiscard]] bool isForeignId(const QString &id);

/// @p href against @p base: a path alone keeps the server and port of @p base.
[[nodiscard]] QUrl resolvedHref(const QUrl &base, const QByteArray &href);
/// @p url with a slash at its end, and nothing behind it.
[[nodiscard]] QUrl collectionUrl(QUrl url);
/// Whether both name the same resource: "%40" is "@", and a collection is itself without its slash.
[[nodiscard]] bool isSameResource(const QUrl &one, const QUrl &other);

} // namespace ChatCal
