// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/base/text.h"
#include "core/booking/invitations.h"
#include "core/time/words.h"
#include "core/words/phrasebook.h"
#include "server/api/guestview.h"
#include "server/api/personslanguage.h"
#include "server/api/problem.h"

#include <QUrl>

#include <algorithm>
#include <variant>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int daysShown = 7;
constexpr int mostSlots = 400;
constexpr int longestReason = 500; ///< code points

/// A meeting whose link was good, and who reads it.
struct Opened
{
    SignedLink link;
    Actor actor;
    GuestView view;
};
using Opening = std::variant<Opened, ServerResponse>;

ServerResponse answer(const QByteArray &page, int status = 200)
{
    ServerResponse response = ServerResponse::html(page, status);
    response.headers.set("X-Robots-Tag", "noindex, nofollow");
    return response;
}

ServerResponse noSuchLink(Language language)
{
    const Phrasebook &words = Phrasebook::of(language);
    return answer(guestTroublePage(words.translate("pages", "This link does not work"),
                                   words.translate("pages",
                                                   "It may have been cut short on its way: open it from the newest "
                                                   "mail about the meeting, or copy all of it."),
                                   language),
                  404);
}

ServerResponse cannotAnswer(const Error &error, Language language)
{
    const Phrasebook &words = Phrasebook::of(language);
    ServerResponse page = answer(
        guestTroublePage(
            words.translate("pages", "Not at the moment"),
            words.translate(
                "pages",
                "The meeting cannot be looked up or changed just now, and stays as it is. Try again in a minute."),
            language),
        503);
    page.headers.set(
        "Retry-After",
        QByteArray::number(static_cast<qint64>(error.retryAfter.value_or(std::chrono::seconds(5)).count())));
    return page;
}

const Phrasebook &wordsOf(const GuestView &view)
{
    return Phrasebook::of(view.language);
}

/// The parameter or field @p name as a zone; else the one the guest booked in.
void chooseZone(GuestView &view, const std::optional<QString> &asked)
{
    view.zone = view.meeting.guestZone;
    if (!asked || asked->isEmpty())
        return;
    if (const auto zone = Zone::find(asked->trimmed())) {
        view.zone = *zone;
        view.zoneAsked = zone->name();
    } else {
        view.trouble =
            wordsOf(view).translate("pages", "There is no time zone of that name; they look like Europe/Paris.");
    }
}

/// @p request says who reads; @p text is the signed part of its path.
QCoro::Task<Opening> open(ApiParts parts, ServerRequest request, QString text)
{
    const Language language = languageOf(request);
    const Phrasebook &words = Phrasebook::of(language);
    const BookingService &booking = parts.engine.booking();
    const auto links = booking.options().guestLinks;
    const auto link = links ? links->read(text) : std::nullopt;
    if (!link)
        co_return noSuchLink(language);
    const Instant now = parts.engine.clock().now();
    if (link->expires <= now)
        co_return answer(
            guestTroublePage(
                words.translate("pages", "This link has expired"),
                words.translate("pages", "Links to a meeting work until a month after it. You can book a new one."),
                language),
            410);
    Opened opened{*link, {Actor::Role::Guest, {}, link->uid}, {}};
    const auto meeting = co_await parts.engine.booking().find(link->uid, opened.actor);
    if (!meeting && meeting.error().code != ErrorCode::NotFound)
        co_return cannotAnswer(meeting.error(), language);
    if (!meeting)
        co_return noSuchLink(language);
    const auto reader =
        std::find_if(meeting->attendees.cbegin(), meeting->attendees.cend(), [&](const Attendee &attendee) {
            return !attendee.email.isEmpty() && links->readerOf(attendee.email) == link->reader;
        });
    if (reader == meeting->attendees.cend()) // taken off the meeting since
        co_return noSuchLink(language);
    opened.view.path = u"/m/"_s + text;
    opened.view.meeting = *meeting;
    opened.view.reader = {reader->name, reader->email};
    opened.view.host = parts.engine.booking().host();
    opened.view.now = now;
    opened.view.hasChanged = meeting->sequence > link->sequence;
    opened.view.zone = meeting->guestZone;
    opened.view.language = askedLanguage(request).value_or(meeting->guestLanguage);
    opened.view.languageAsked = languageFromCode(request.query.value(u"lang").value_or(QString())).has_value();
    co_return opened;
}

/// The free times of the week from @p from, or from today.
QCoro::Task<Opened> withSlots(ApiParts parts, Opened opened, std::optional<LocalDate> from, std::stop_token stop)
{
    GuestView &view = opened.view;
    view.panel = GuestView::Panel::Move;
    const LocalDate today = view.zone.toLocalDate(view.now);
    const LocalDate last = view.zone.toLocalDate(view.now + parts.engine.booking().policy().horizon);
    const LocalDate first = std::clamp(from.value_or(today), today, std::max(today, last));
    const LocalDate end = first + date::days(daysShown);
    if (first > today)
        view.earlier = std::max(today, first - date::days(daysShown));
    if (end <= last)
        view.later = end;
    const Interval window{view.zone.toInstant(LocalTime(first.time_since_epoch())),
                          view.zone.toInstant(LocalTime(end.time_since_epoch()))};
    const auto found =
        co_await parts.engine.booking().slotsToMove(opened.link.uid, window, mostSlots, opened.actor, stop);
    if (found)
        opened.view.slots_ = *found;
    opened.view.isUnreadable = !found;
    co_return opened;
}

std::optional<LocalDate> dateFrom(const std::optional<QString> &text)
{
    const auto local = text ? fromIsoLocal(*text + u"T00:00"_s) : std::nullopt;
    if (!local)
        return std::nullopt;
    return std::chrono::floor<date::days>(*local);
}

ServerResponse calendarFile(const GuestView &view)
{
    ServerResponse file = ServerResponse::bytes(toICalendar(view.invitation(), view.zone, view.language),
                                                "text/calendar; charset=utf-8; method=PUBLISH");
    file.headers.set("Content-Disposition", "attachment; filename=\"meeting.ics\"");
    file.headers.set("X-Robots-Tag", "noindex, nofollow");
    return file;
}

/// Looks, and changes nothing: mail scanners follow every link.
QCoro::Task<ServerResponse> show(ApiParts parts, ServerRequest request)
{
    QString text = request.parameter(u"signed");
    const bool wantsFile = text.endsWith(".ics"_L1);
    if (wantsFile)
        text.chop(4);
    auto opening = co_await open(parts, request, text);
    if (auto *no = std::get_if<ServerResponse>(&opening))
        co_return std::move(*no);
    Opened opened = std::get<Opened>(std::move(opening));
    if (wantsFile)
        co_return calendarFile(opened.view);
    GuestView &view = opened.view;
    chooseZone(view, request.query.value(u"zone"));
    // Only what is true: anybody can write an address.
    const QString done = request.query.value(u"done").value_or(QString());
    if (done == "cancelled"_L1 && view.state() == GuestView::State::Cancelled)
        view.notice = wordsOf(view).translate("pages", "It is cancelled. Everybody invited gets a mail.");
    if (done == "moved"_L1 && view.canChange() && view.hasChanged)
        view.notice = wordsOf(view).translate("pages", "It is moved. Everybody invited gets a mail with the new time.");
    const QString panel = request.query.value(u"view").value_or(QString());
    if (panel == "cancel"_L1)
        view.panel = GuestView::Panel::Cancel;
    if (panel == "move"_L1 && view.canChange()) {
        const auto from = dateFrom(request.query.value(u"from"));
        opened = co_await withSlots(parts, std::move(opened), from, request.stop);
    }
    co_return answer(guestPage(opened.view));
}

/// A form's fields (application/x-www-form-urlencoded); nothing when it is none.
std::optional<QHash<QString, QString>> formOf(const ServerRequest &request)
{
    const QByteArray type = request.headers.value("Content-Type").toLower();
    if (type.split(';').value(0).trimmed() != "application/x-www-form-urlencoded")
        return std::nullopt;
    const auto decoded = [](QByteArray part) { return QUrl::fromPercentEncoding(part.replace('+', ' ')); };
    QHash<QString, QString> fields;
    for (const QByteArray &pair : request.body.split('&')) {
        const qsizetype at = pair.indexOf('=');
        if (at > 0)
            fields.insert(decoded(pair.left(at)), decoded(pair.mid(at + 1)));
    }
    return fields;
}

/// Whether a browser says that another site sent the form. The link itself is the key, which other sites do not have;
/// this keeps a page that got hold of one from pressing buttons unseen. Origin is "null" for our own forms, as our
/// pages send no referrer.
bool isForeign(const ServerRequest &request)
{
    const QByteArray site = request.headers.value("Sec-Fetch-Site");
    if (!site.isEmpty())
        return site != "same-origin" && site != "none";
    const QByteArray origin = request.headers.value("Origin");
    if (origin.isEmpty() || origin == "null")
        return false;
    return QUrl(QString::fromLatin1(origin)).authority() != QString::fromLatin1(request.headers.value("Host"));
}

ServerResponse seeOther(const GuestView &view, const QString &done)
{
    QString place = view.path + u"?done="_s + done;
    if (!view.zoneAsked.isEmpty())
        place += u"&zone="_s + QString::fromLatin1(QUrl::toPercentEncoding(view.zoneAsked));
    if (view.languageAsked)
        place += u"&lang="_s + languageCode(view.language);
    ServerResponse response = answer({}, 303);
    response.headers.set("Location", place.toLatin1());
    return response;
}

/// A form that was sent, with the meeting it is about.
struct Sent
{
    Opened opened;
    QHash<QString, QString> form;
    std::optional<int> sequence; ///< of the meeting as the form showed it
};

QCoro::Task<std::variant<Sent, ServerResponse>> receive(ApiParts parts, ServerRequest request)
{
    const auto form = formOf(request);
    if (!form)
        co_return problem(415, Sentence::en("Unsupported Media Type"), Sentence::en("Send the page's own form."));
    if (isForeign(request))
        co_return problem(403, Sentence::en("Forbidden"), Sentence::en("Only the meeting's own page may send this."));
    auto opening = co_await open(parts, request, request.parameter(u"signed"));
    if (auto *no = std::get_if<ServerResponse>(&opening))
        co_return std::move(*no);
    Sent sent{std::get<Opened>(std::move(opening)), *form, {}};
    chooseZone(sent.opened.view, form->value(u"zone"_s));
    bool isNumber = false;
    const int sequence = form->value(u"sequence"_s).toInt(&isNumber);
    if (isNumber)
        sent.sequence = sequence;
    if (!sent.opened.view.canChange()) {
        sent.opened.view.trouble =
            wordsOf(sent.opened.view).translate("pages", "This meeting can no longer be changed.");
        co_return answer(guestPage(sent.opened.view), 409);
    }
    co_return sent;
}

/// The page as it is now, after a change that another one overtook; or what else went wrong.
QCoro::Task<ServerResponse> notDone(ApiParts parts, ServerRequest request, Opened opened, Error error)
{
    if (error.code != ErrorCode::Conflict && error.code != ErrorCode::NotFound)
        co_return cannotAnswer(error, opened.view.language);
    auto opening = co_await open(parts, request, opened.view.path.mid(3));
    if (auto *no = std::get_if<ServerResponse>(&opening))
        co_return std::move(*no);
    GuestView view = std::get<Opened>(std::move(opening)).view;
    view.zone = opened.view.zone;
    view.zoneAsked = opened.view.zoneAsked;
    view.trouble = wordsOf(view).translate("pages", "The meeting has changed meanwhile. This is how it stands now.");
    co_return answer(guestPage(view), 409);
}

QCoro::Task<ServerResponse> cancel(ApiParts parts, ServerRequest request)
{
    auto received = co_await receive(parts, request);
    if (auto *no = std::get_if<ServerResponse>(&received))
        co_return std::move(*no);
    Sent sent = std::get<Sent>(std::move(received));
    GuestView &view = sent.opened.view;
    const auto reason = cleanOptionalText(sent.form.value(u"reason"_s), u"reason"_s, longestReason, Lines::Many);
    if (!reason) {
        view.panel = GuestView::Panel::Cancel;
        view.reason = sent.form.value(u"reason"_s).left(longestReason);
        view.trouble = wordsOf(view).translate(
            "pages", "The reason is too long, or holds characters that are no text. Nothing was cancelled.");
        co_return answer(guestPage(view), 422);
    }
    const auto done = co_await parts.engine.booking().cancel(sent.opened.link.uid, sent.sequence, sent.opened.actor,
                                                             request.stop, UntrustedText(*reason));
    if (!done)
        co_return co_await notDone(parts, request, sent.opened, done.error());
    co_return seeOther(view, u"cancelled"_s);
}

/// The page again, with other times around @p wish.
QCoro::Task<ServerResponse> notMoved(ApiParts parts, Opened opened, Refusal::Reason reason, Instant wish,
                                     std::stop_token stop)
{
    opened.view.trouble = wordsOf(opened.view)
                              .translate("pages", "%1 The meeting stays as it is.")
                              .arg(reasonInWords(reason, opened.view.language));
    const LocalDate around = opened.view.zone.toLocalDate(wish);
    const Opened again = co_await withSlots(parts, opened, around, stop);
    co_return answer(guestPage(again.view), 409);
}

QCoro::Task<ServerResponse> move(ApiParts parts, ServerRequest request)
{
    auto received = co_await receive(parts, request);
    if (auto *no = std::get_if<ServerResponse>(&received))
        co_return std::move(*no);
    Sent sent = std::get<Sent>(std::move(received));
    const auto start = fromRfc3339(sent.form.value(u"start"_s));
    if (!start) {
        sent.opened.view.trouble = wordsOf(sent.opened.view).translate("pages", "Choose one of the times.");
        const Opened again = co_await withSlots(parts, sent.opened, {}, request.stop);
        co_return answer(guestPage(again.view), 422);
    }
    ChangeRequest change;
    change.start = *start;
    change.ifSequence = sent.sequence;
    const auto done =
        co_await parts.engine.booking().change(sent.opened.link.uid, change, sent.opened.actor, request.stop);
    if (!done)
        co_return co_await notDone(parts, request, sent.opened, done.error());
    if (std::holds_alternative<Refusal>(*done))
        co_return co_await notMoved(parts, sent.opened, std::get<Refusal>(*done).reason, *start, request.stop);
    co_return seeOther(sent.opened.view, u"moved"_s);
}

} // namespace

void addGuestPage(Router &router, ApiParts parts)
{
    const QString path = u"/m/{signed}"_s;
    router.route("GET", path, [parts](ServerRequest request) { return show(parts, std::move(request)); });
    router.route("POST", path + u"/cancel"_s,
                 [parts](ServerRequest request) { return cancel(parts, std::move(request)); });
    router.route("POST", path + u"/move"_s, [parts](ServerRequest request) { return move(parts, std::move(request)); });
}

} // namespace ChatCal
