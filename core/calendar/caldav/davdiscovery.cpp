// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/caldav/davdiscovery.h"

#include "core/calendar/caldav/davhrefs.h"
#include "core/icalendar/values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QStringList whatIsThere{u"d:resourcetype"_s,
                              u"d:current-user-principal"_s,
                              u"d:principal-URL"_s,
                              u"d:owner"_s,
                              u"d:sync-token"_s,
                              u"d:supported-report-set"_s,
                              u"d:current-user-privilege-set"_s,
                              u"c:supported-calendar-component-set"_s,
                              u"c:calendar-home-set"_s,
                              u"c:calendar-user-address-set"_s,
                              u"c:schedule-inbox-URL"_s};

bool isOfType(const DavResponse &response, const QString &space, QStringView type)
{
    const DavElement *const types = response.property(DavNames::dav, u"resourcetype");
    return types && types->child(space, type);
}

bool isCalendar(const DavResponse &response)
{
    return isOfType(response, DavNames::calDav, u"calendar");
}

bool takesEvents(const DavResponse &response)
{
    const DavElement *const set = response.property(DavNames::calDav, u"supported-calendar-component-set");
    if (!set || set->children.isEmpty()) // RFC 4791 §5.2.3: it takes all
        return true;
    return std::any_of(set->children.begin(), set->children.end(), [](const DavElement &one) {
        return one.attribute(u"name").compare("VEVENT"_L1, Qt::CaseInsensitive) == 0;
    });
}

bool mayBeWritten(const DavResponse &response)
{
    const DavElement *const set = response.property(DavNames::dav, u"current-user-privilege-set");
    if (!set)
        return true;
    return std::any_of(set->children.begin(), set->children.end(), [](const DavElement &privilege) {
        const auto grants = [&privilege](QStringView name) { return privilege.child(DavNames::dav, name) != nullptr; };
        return grants(u"all") || grants(u"write") || grants(u"write-content") || grants(u"bind");
    });
}

bool offersSync(const DavResponse &response)
{
    if (!response.text(DavNames::dav, u"sync-token").isEmpty())
        return true;
    const DavElement *const set = response.property(DavNames::dav, u"supported-report-set");
    if (!set)
        return false;
    return std::any_of(set->children.begin(), set->children.end(), [](const DavElement &supported) {
        const DavElement *const report = supported.child(DavNames::dav, u"report");
        return report && report->child(DavNames::dav, u"sync-collection");
    });
}

QStringList addressesOf(const DavResponse &principal)
{
    QStringList addresses;
    const DavElement *const set = principal.property(DavNames::calDav, u"calendar-user-address-set");
    if (!set)
        return addresses;
    for (const DavElement &href : set->children) {
        const QString address = href.text.trimmed();
        addresses.append(readMailto(address).value_or(address));
    }
    return addresses;
}

/// Which of @p calendars, whose hrefs are relative to @p base, is at @p url; the first when none is.
qsizetype indexOf(const QUrl &url, const QList<DavResponse> &calendars, const QUrl &base)
{
    for (qsizetype index = 0; index < calendars.size(); ++index) {
        if (isSameResource(resolvedHref(base, calendars[index].href), url))
            return index;
    }
    return 0;
}

tl::unexpected<Error> noCalendar()
{
    return failure(ErrorCode::NotFound, u"no calendar behind the address"_s);
}

/// One search, in the steps of RFC 6764 §6.
class Search
{
public:
    Search(std::shared_ptr<DavClient> client, DavLimits limits)
        : m_client(std::move(client)), m_limits(std::move(limits))
    {
    }

    QCoro::Task<Result<DavPlace>> find(QUrl url)
    {
        auto there = co_await look(url);
        const bool isBare = url.path().isEmpty() || url.path() == "/"_L1;
        if (isBare && !leadsOn(there)) {
            QUrl wellKnown = url;
            wellKnown.setPath(u"/.well-known/caldav"_s);
            there = co_await look(wellKnown);
        }
        if (!there)
            co_return tl::unexpected(there.error());

        const QByteArray principal = principalOf(*there);
        const QUrl from = m_about.url;
        QByteArray home = there->hrefIn(DavNames::calDav, u"calendar-home-set");
        QByteArray inbox = there->hrefIn(DavNames::calDav, u"schedule-inbox-URL");
        m_place.addresses = addressesOf(*there);
        QUrl homeBase = from;
        if (!principal.isEmpty() && (home.isEmpty() || m_place.addresses.isEmpty())) {
            const auto person = co_await look(resolvedHref(from, principal));
            if (!person && !isCalendar(*there) && home.isEmpty())
                co_return tl::unexpected(person.error());
            if (person) {
                m_place.addresses += addressesOf(*person);
                if (home.isEmpty()) {
                    home = person->hrefIn(DavNames::calDav, u"calendar-home-set");
                    homeBase = m_about.url;
                }
                if (inbox.isEmpty())
                    inbox = person->hrefIn(DavNames::calDav, u"schedule-inbox-URL");
            }
        }
        if (isCalendar(*there)) {
            take(from, *there);
            co_return DavPlace(m_place);
        }
        // A home that is named directly has calendars in it and may know no principal.
        const QUrl homeUrl = home.isEmpty() ? from : resolvedHref(homeBase, home);
        const QUrl inboxUrl = inbox.isEmpty() ? QUrl() : resolvedHref(homeBase, inbox);
        const auto chosen = co_await choose(homeUrl, inboxUrl);
        co_return chosen;
    }

private:
    /// What is at @p url; m_about.url is where that was in the end.
    QCoro::Task<Result<DavResponse>> look(QUrl url)
    {
        auto found =
            co_await m_client->multistatus("PROPFIND", url, "0", DavXml::propfind(whatIsThere), m_limits, &m_about);
        if (found && !found->responses.isEmpty() && isAnonymous(found->responses.constFirst())) {
            // A server that answers strangers too has not asked who we are; from now on the client says so unasked.
            found =
                co_await m_client->multistatus("PROPFIND", url, "0", DavXml::propfind(whatIsThere), m_limits, &m_about);
        }
        if (!found)
            co_return tl::unexpected(found.error());
        if (found->responses.isEmpty() || found->responses.constFirst().isGone())
            co_return noCalendar();
        co_return DavResponse(found->responses.constFirst());
    }

    QCoro::Task<Result<DavPlace>> choose(QUrl home, QUrl inbox)
    {
        const auto found =
            co_await m_client->multistatus("PROPFIND", home, "1", DavXml::propfind(whatIsThere), m_limits, &m_about);
        if (!found)
            co_return tl::unexpected(found.error());
        const QUrl base = m_about.url;
        QList<DavResponse> calendars;
        for (const DavResponse &response : found->responses) {
            if (isCalendar(response) && takesEvents(response) && mayBeWritten(response))
                calendars.append(response);
        }
        if (calendars.isEmpty())
            co_return noCalendar();
        qsizetype chosen = 0;
        if (calendars.size() > 1 && inbox.isValid()) {
            // RFC 6638 §9.2; a server without scheduling has none, and that is no error.
            const auto box = co_await m_client->multistatus(
                "PROPFIND", inbox, "0", DavXml::propfind({u"c:schedule-default-calendar-URL"_s}), m_limits);
            const QByteArray href = box && !box->responses.isEmpty()
                ? box->responses.constFirst().hrefIn(DavNames::calDav, u"schedule-default-calendar-URL")
                : QByteArray();
            if (!href.isEmpty())
                chosen = indexOf(resolvedHref(base, href), calendars, base);
        }
        take(resolvedHref(base, calendars[chosen].href), calendars[chosen]);
        co_return DavPlace(m_place);
    }

    void take(const QUrl &url, const DavResponse &calendar)
    {
        m_place.collection = collectionUrl(url);
        m_place.isReadOnly = !mayBeWritten(calendar);
        m_place.knowsSync = offersSync(calendar);
        m_place.addresses.removeDuplicates();
    }

    static QByteArray principalOf(const DavResponse &response)
    {
        return response.hrefIn(DavNames::dav, u"current-user-principal");
    }
    static bool isAnonymous(const DavResponse &response)
    {
        const DavElement *const principal = response.property(DavNames::dav, u"current-user-principal");
        return principal && principal->child(DavNames::dav, u"unauthenticated");
    }
    static bool leadsOn(const Result<DavResponse> &there)
    {
        return there
            && (isCalendar(*there) || !principalOf(*there).isEmpty()
                || !there->hrefIn(DavNames::calDav, u"calendar-home-set").isEmpty());
    }

    std::shared_ptr<DavClient> m_client;
    DavLimits m_limits;
    DavClient::About m_about; ///< of the last answer
    DavPlace m_place;
};

} // namespace

QCoro::Task<Result<DavPlace>> discoverCalendar(std::shared_ptr<DavClient> client, QUrl url, DavLimits limits)
{
    Search search(std::move(client), std::move(limits)); // lives in this frame until the search is done
    const auto place = co_await search.find(std::move(url));
    co_return place;
}

} // namespace ChatCal
