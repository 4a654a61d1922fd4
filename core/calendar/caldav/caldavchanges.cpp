// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"
#include "core/calendar/caldav/caldavcalendar_p.h"
#include "core/calendar/caldav/davhrefs.h"
#include "core/calendar/caldav/logging.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto longestTrust = 24h; ///< in a server's deltas; then all is told anew
constexpr int mostPages = 100;

/// What changes() gives out and takes back: the server's own marks, and when all was told last.
struct Token
{
    Instant toldAll;
    QString ctag;
    QString syncToken;

    [[nodiscard]] QString text() const
    {
        return QString::fromUtf8(toJson(
            {{u"all"_s, qint64(toldAll.time_since_epoch().count())}, {u"ctag"_s, ctag}, {u"sync"_s, syncToken}}));
    }
    static std::optional<Token> read(const QString &text)
    {
        const auto json = parseJsonObject(text.toUtf8());
        if (!json || !(*json)["all"_L1].isDouble())
            return std::nullopt;
        return Token{Instant(std::chrono::milliseconds((*json)["all"_L1].toInteger())), (*json)["ctag"_L1].toString(),
                     (*json)["sync"_L1].toString()};
    }
};

/// How servers say that a token is none of theirs or too old: RFC 6578 §3.2's valid-sync-token with 403 or 409; 400,
/// 410 and 412 are seen too, and 507 where the delta would be too long.
bool isTokenRefused(int status)
{
    static constexpr std::array statuses{400, 403, 409, 410, 412, 507};
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

} // namespace

QCoro::Task<Result<CalDavCalendar::Private::Marks>> CalDavCalendar::Private::marks(QUrl collection, DavLimits limits)
{
    const auto self = shared_from_this();
    const auto found = co_await client->multistatus(
        "PROPFIND", collection, "0", DavXml::propfind({u"d:resourcetype"_s, u"s:getctag"_s, u"d:sync-token"_s}),
        limits);
    if (!found)
        co_return tl::unexpected(found.error());
    if (found->responses.isEmpty() || found->responses.constFirst().isGone())
        co_return failure(ErrorCode::NotFound, u"the calendar is gone"_s);
    const DavResponse &response = found->responses.constFirst();
    co_return Marks{response.text(DavNames::calendarServer, u"getctag"), response.text(DavNames::dav, u"sync-token")};
}

QCoro::Task<Result<CalDavCalendar::Private::Delta>> CalDavCalendar::Private::delta(QUrl collection, QString token,
                                                                                   DavLimits limits)
{
    const auto self = shared_from_this();
    Delta delta{{}, std::move(token)};
    for (int pages = 0; pages < mostPages; ++pages) {
        DavClient::About about;
        const auto found = co_await client->multistatus("REPORT", collection, "0", DavXml::syncCollection(delta.token),
                                                        limits, &about);
        if (!found) {
            Error error = found.error();
            if (isTokenRefused(about.status))
                error.code = ErrorCode::Conflict;
            co_return tl::unexpected(error);
        }
        bool isCutShort = false;
        for (const DavResponse &response : found->responses) {
            if (idOfHref(response.href).isEmpty()
                || isSameResource(resolvedHref(collection, response.href), collection))
                isCutShort = isCutShort || response.status == 507; // RFC 6578 §3.6: there is more
            else
                delta.changed.append(response.href);
        }
        if (found->syncToken.isEmpty())
            co_return failure(ErrorCode::Conflict, u"a delta without a sync token"_s);
        const bool isStuck = isCutShort && found->syncToken == delta.token;
        delta.token = found->syncToken;
        if (!isCutShort)
            co_return delta;
        if (isStuck)
            break;
    }
    co_return failure(ErrorCode::Conflict, u"a delta without an end"_s);
}

void CalDavCalendar::Private::addEvents(const QList<Resource> &resources, CalendarChanges *changes)
{
    for (const Resource &resource : resources) {
        const auto item = read(resource);
        const auto event = item ? item->event() : std::nullopt;
        if (event)
            changes->changed.append(*event);
        else
            ++unreadable;
    }
}

/// All there is from a day ago on, with marks from before it was read: what changes meanwhile is told twice, not never.
QCoro::Task<Result<CalendarChanges>> CalDavCalendar::Private::allThere(QUrl collection, DavLimits limits)
{
    const auto self = shared_from_this();
    const auto now = co_await marks(collection, limits);
    if (!now)
        co_return tl::unexpected(now.error());
    const auto resources = co_await resourcesIn({clock.now() - 24h, std::nullopt}, limits);
    if (!resources)
        co_return tl::unexpected(resources.error());
    CalendarChanges changes;
    changes.isComplete = true;
    changes.token = Token{clock.now(), now->ctag, now->syncToken}.text();
    addEvents(*resources, &changes);
    co_return changes;
}

QCoro::Task<Result<CalendarChanges>> CalDavCalendar::Private::changes(QString token, DavLimits limits)
{
    const auto self = shared_from_this();
    const auto where = co_await place(limits);
    if (!where)
        co_return tl::unexpected(where.error());
    const QUrl collection = where->collection;
    const auto before = Token::read(token);
    if (!before || clock.now() - before->toldAll >= longestTrust) {
        const auto all = co_await allThere(collection, limits);
        co_return all;
    }
    const auto now = co_await marks(collection, limits);
    if (!now)
        co_return tl::unexpected(now.error());
    const bool isSame = !before->ctag.isEmpty() && before->ctag == now->ctag
        && (before->syncToken.isEmpty() || before->syncToken == now->syncToken);
    if (isSame) {
        CalendarChanges none;
        none.token = token;
        co_return none;
    }
    if (before->syncToken.isEmpty()) { // a server without deltas
        const auto all = co_await allThere(collection, limits);
        co_return all;
    }
    const auto since = co_await delta(collection, before->syncToken, limits);
    if (!since && since.error().code != ErrorCode::Conflict)
        co_return tl::unexpected(since.error());
    // Something changed and the server does not say what: it has forgotten.
    const bool isSilent = since && since->changed.isEmpty() && !before->ctag.isEmpty() && before->ctag != now->ctag;
    if (!since || isSilent) {
        qCInfo(lcCalDav) << "the server's delta cannot be used; everything is read again";
        const auto all = co_await allThere(collection, limits);
        co_return all;
    }
    // What is said to be removed is asked for as well: servers err, and confirmed meetings would be called off.
    const auto fetched = co_await fetch(collection, since->changed, limits);
    if (!fetched)
        co_return tl::unexpected(fetched.error());
    CalendarChanges changes;
    changes.token = Token{before->toldAll, now->ctag, since->token}.text();
    changes.removed = fetched->missing;
    addEvents(fetched->resources, &changes);
    co_return changes;
}

QCoro::Task<Result<void>> CalDavCalendar::Private::check(DavLimits limits)
{
    const auto self = shared_from_this();
    const auto where = co_await place(limits);
    if (!where)
        co_return tl::unexpected(where.error());
    const auto now = co_await marks(where->collection, limits);
    if (!now)
        co_return tl::unexpected(now.error());
    co_return Result<void>();
}

} // namespace ChatCal
