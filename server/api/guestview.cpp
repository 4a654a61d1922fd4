// SPDX-License-Identifier: Apache-2.0
#include "server/api/guestview.h"

#include "core/booking/invitations.h"
#include "core/mail/invitationwords.h"
#include "core/time/words.h"
#include "core/words/phrasebook.h"
#include "server/api/htmlwriter.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using State = GuestView::State;
using Panel = GuestView::Panel;
using Pairs = QList<std::pair<QString, QString>>;

QString query(const Pairs &pairs)
{
    QStringList parts;
    for (const auto &[name, value] : pairs)
        parts.append(name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return parts.join(u'&');
}

/// This page with @p more in its address, in the zone it is shown in.
QString here(const GuestView &view, Pairs more = {})
{
    if (!view.zoneAsked.isEmpty())
        more.append({u"zone"_s, view.zoneAsked});
    if (view.languageAsked)
        more.append({u"lang"_s, languageCode(view.language)});
    return more.isEmpty() ? view.path : view.path + u'?' + query(more);
}

const Phrasebook &wordsOf(const GuestView &view)
{
    return Phrasebook::of(view.language);
}

QString hostName(const GuestView &view)
{
    const QString name = view.host.name.toPlainLine();
    return name.isEmpty() ? wordsOf(view).translate("mail", "your host") : name;
}

void head(HtmlWriter &page, const QString &title, Language language)
{
    page.open(u"html"_s, {{u"lang"_s, languageCode(language)}}).open(u"head"_s);
    page.single(u"meta"_s, {{u"charset"_s, u"utf-8"_s}});
    page.single(u"meta"_s, {{u"name"_s, u"viewport"_s}, {u"content"_s, u"width=device-width, initial-scale=1"_s}});
    page.single(u"meta"_s, {{u"name"_s, u"color-scheme"_s}, {u"content"_s, u"light dark"_s}});
    page.single(u"meta"_s, {{u"name"_s, u"robots"_s}, {u"content"_s, u"noindex, nofollow"_s}});
    page.element(u"title"_s, {}, title);
    page.single(u"link"_s,
                {{u"rel"_s, u"icon"_s}, {u"href"_s, u"/assets/favicon.svg"_s}, {u"type"_s, u"image/svg+xml"_s}});
    page.single(u"link"_s, {{u"rel"_s, u"stylesheet"_s}, {u"href"_s, u"/assets/shared/tokens.css"_s}});
    page.single(u"link"_s, {{u"rel"_s, u"stylesheet"_s}, {u"href"_s, u"/assets/guest/guest.css"_s}});
    page.element(u"script"_s, {{u"src"_s, u"/assets/shared/theme.js"_s}}, {});
    page.element(u"script"_s, {{u"src"_s, u"/assets/guest/guest.js"_s}, {u"type"_s, u"module"_s}}, {});
    page.close();
}

std::pair<QString, QString> badge(const GuestView &view)
{
    const Phrasebook &words = wordsOf(view);
    switch (view.state()) {
    case State::Cancelled:
        return {u"cancelled"_s, words.translate("pages", "Cancelled")};
    case State::Past:
        return {u"past"_s, words.translate("pages", "Over")};
    case State::Pending:
        return {u"pending"_s, words.translate("pages", "Being booked")};
    case State::Upcoming:
        break;
    }
    return {u"upcoming"_s,
            view.hasChanged ? words.translate("pages", "Changed") : words.translate("pages", "Confirmed")};
}

/// The sentence under the title.
QString standing(const GuestView &view)
{
    const Phrasebook &words = wordsOf(view);
    switch (view.state()) {
    case State::Cancelled:
        return words.translate("pages",
                               "This meeting was cancelled. A link cannot bring it back; you can book another time.");
    case State::Past:
        return words.translate("pages", "This meeting is over.");
    case State::Pending:
        return words.translate("pages", "This meeting is being booked. Look again in a moment.");
    case State::Upcoming:
        break;
    }
    return view.hasChanged
        ? words.translate("pages", "It has changed since the mail with this link. This is how it stands now.")
        : QString();
}

void facts(HtmlWriter &page, const GuestView &view)
{
    const MailReader reader{MailReader::Role::Guest, view.reader, view.zone, {}, view.language};
    page.open(u"dl"_s);
    for (const InvitationWords::Fact &fact :
         InvitationWords::facts(view.invitation(), reader).sliced(1)) { // the title is the page's
        page.open(u"div"_s).element(u"dt"_s, {}, fact.label).open(u"dd"_s);
        if (fact.link.isEmpty())
            page.text(fact.value.stored());
        else
            page.element(u"a"_s, {{u"href"_s, fact.link}, {u"rel"_s, u"noreferrer"_s}}, fact.value.stored());
        page.close().close();
    }
    page.close();
}

QString basicUtc(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC)
        .toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
}

QString googleLink(const Invitation &meeting, Language language)
{
    return u"https://calendar.google.com/calendar/render?"_s
        + query({{u"action"_s, u"TEMPLATE"_s},
                 {u"text"_s, InvitationWords::title(meeting, language)},
                 {u"dates"_s, basicUtc(meeting.when.start) + u'/' + basicUtc(meeting.when.end)},
                 {u"details"_s, InvitationWords::eventDescription(meeting, language)},
                 {u"location"_s, InvitationWords::place(meeting, language)}});
}

QString outlookLink(const Invitation &meeting, Language language)
{
    return u"https://outlook.live.com/calendar/0/deeplink/compose?"_s
        + query({{u"path"_s, u"/calendar/action/compose"_s},
                 {u"rru"_s, u"addevent"_s},
                 {u"subject"_s, InvitationWords::title(meeting, language)},
                 {u"startdt"_s, toRfc3339({meeting.when.start, Zone()})},
                 {u"enddt"_s, toRfc3339({meeting.when.end, Zone()})},
                 {u"body"_s, InvitationWords::eventDescription(meeting, language)},
                 {u"location"_s, InvitationWords::place(meeting, language)}});
}

void calendarLinks(HtmlWriter &page, const GuestView &view)
{
    const Phrasebook &words = wordsOf(view);
    const Invitation meeting = view.invitation();
    page.open(u"section"_s, {{u"aria-labelledby"_s, u"keep"_s}});
    page.element(u"h2"_s, {{u"id"_s, u"keep"_s}}, words.translate("pages", "Add to your calendar"));
    page.open(u"ul"_s, {{u"class"_s, u"keep"_s}});
    const auto item = [&page](const QString &href, const QString &label, bool leaves) {
        HtmlWriter::Attributes attributes{{u"class"_s, u"button"_s}, {u"href"_s, href}};
        if (leaves)
            attributes.append({u"rel"_s, u"noreferrer noopener"_s});
        page.open(u"li"_s).element(u"a"_s, attributes, label).close();
    };
    item(view.path + u".ics"_s, words.translate("pages", "Calendar file (.ics)"), false);
    item(googleLink(meeting, view.language), u"Google Calendar"_s, true);
    item(outlookLink(meeting, view.language), u"Outlook"_s, true);
    page.close().close();
}

/// Where a form goes. The language goes along if the address names it; else the browser says it again.
QString action(const GuestView &view, const QString &verb)
{
    const QString path = view.path + u'/' + verb;
    return view.languageAsked ? path + u"?lang="_s + languageCode(view.language) : path;
}

void hiddenFields(HtmlWriter &page, const GuestView &view)
{
    page.single(
        u"input"_s,
        {{u"type"_s, u"hidden"_s}, {u"name"_s, u"sequence"_s}, {u"value"_s, QString::number(view.meeting.sequence)}});
    if (!view.zoneAsked.isEmpty())
        page.single(u"input"_s, {{u"type"_s, u"hidden"_s}, {u"name"_s, u"zone"_s}, {u"value"_s, view.zoneAsked}});
}

void actions(HtmlWriter &page, const GuestView &view)
{
    const Phrasebook &words = wordsOf(view);
    page.open(u"p"_s, {{u"class"_s, u"actions"_s}});
    page.element(u"a"_s, {{u"class"_s, u"button primary"_s}, {u"href"_s, here(view, {{u"view"_s, u"move"_s}})}},
                 words.translate("pages", "Move it"));
    page.element(u"a"_s, {{u"class"_s, u"button danger"_s}, {u"href"_s, here(view, {{u"view"_s, u"cancel"_s}})}},
                 words.translate("pages", "Cancel it"));
    page.close();
}

void cancelPanel(HtmlWriter &page, const GuestView &view)
{
    const Phrasebook &words = wordsOf(view);
    page.open(u"form"_s,
              {{u"method"_s, u"post"_s},
               {u"action"_s, action(view, u"cancel"_s)},
               {u"class"_s, u"panel"_s},
               {u"aria-labelledby"_s, u"ask"_s}});
    page.element(u"h2"_s, {{u"id"_s, u"ask"_s}, {u"tabindex"_s, u"-1"_s}},
                 words.translate("pages", "Cancel this meeting?"));
    page.element(u"p"_s, {}, words.translate("pages", "Everybody invited gets a mail, and the time is free again."));
    hiddenFields(page, view);
    page.element(u"label"_s, {{u"for"_s, u"reason"_s}},
                 words.translate("pages", "Why? (you need not say; it is told in the mails)"));
    page.element(u"textarea"_s,
                 {{u"id"_s, u"reason"_s}, {u"name"_s, u"reason"_s}, {u"rows"_s, u"3"_s}, {u"maxlength"_s, u"500"_s}},
                 view.reason);
    page.open(u"p"_s, {{u"class"_s, u"actions"_s}});
    page.element(u"button"_s, {{u"type"_s, u"submit"_s}, {u"class"_s, u"button danger"_s}},
                 words.translate("pages", "Yes, cancel it"));
    page.element(u"a"_s, {{u"class"_s, u"button"_s}, {u"href"_s, here(view)}}, words.translate("pages", "Keep it"));
    page.close().close();
}

/// The slots of one day, each a choice.
void day(HtmlWriter &page, const GuestView &view, QList<Interval>::const_iterator from,
         QList<Interval>::const_iterator to)
{
    page.open(u"fieldset"_s);
    page.element(u"legend"_s, {}, dateInWords(view.zone.toLocalDate(from->start), view.language));
    page.open(u"div"_s, {{u"class"_s, u"slots"_s}});
    for (auto slot = from; slot != to; ++slot) {
        page.open(u"label"_s, {{u"class"_s, u"slot"_s}});
        page.single(u"input"_s,
                    {{u"type"_s, u"radio"_s},
                     {u"name"_s, u"start"_s},
                     {u"value"_s, toRfc3339({slot->start, Zone()})},
                     {u"required"_s, u""_s}});
        page.element(u"span"_s, {}, timeInWords(view.zone.toLocal(slot->start), view.language));
        page.close();
    }
    page.close().close();
}

void weekLink(HtmlWriter &page, const GuestView &view, const std::optional<LocalDate> &first, const QString &words)
{
    if (first)
        page.element(u"a"_s,
                     {{u"class"_s, u"button"_s},
                      {u"href"_s, here(view, {{u"view"_s, u"move"_s}, {u"from"_s, toIsoDate(*first)}})}},
                     words);
}

void movePanel(HtmlWriter &page, const GuestView &view)
{
    const Phrasebook &words = wordsOf(view);
    page.open(u"form"_s,
              {{u"method"_s, u"post"_s},
               {u"action"_s, action(view, u"move"_s)},
               {u"class"_s, u"panel"_s},
               {u"aria-labelledby"_s, u"ask"_s}});
    page.element(u"h2"_s, {{u"id"_s, u"ask"_s}, {u"tabindex"_s, u"-1"_s}},
                 words.translate("pages", "Move it to another time"));
    if (view.isUnreadable) {
        page.element(
            u"p"_s, {},
            words.translate(
                "pages",
                "Nobody can say what is free at the moment. The meeting stays as it is; try again in a while."));
    } else {
        page.element(u"p"_s, {},
                     words.translate("pages", "%1 each, times in %2 (%3).")
                         .arg(durationInWords(view.meeting.when.length(), view.language), view.zone.name(),
                              view.zone.abbreviation(view.meeting.when.start)));
        hiddenFields(page, view);
        if (view.slots_.isEmpty())
            page.element(u"p"_s, {}, words.translate("pages", "Nothing is free in these days."));
        for (auto from = view.slots_.cbegin(); from != view.slots_.cend();) {
            const LocalDate date = view.zone.toLocalDate(from->start);
            const auto to = std::find_if(from, view.slots_.cend(), [&](const Interval &slot) {
                return view.zone.toLocalDate(slot.start) != date;
            });
            day(page, view, from, to);
            from = to;
        }
    }
    if (!view.slots_.isEmpty()) // stays in sight below a week of times
        page.open(u"p"_s, {{u"class"_s, u"actions submit"_s}})
            .element(u"button"_s, {{u"type"_s, u"submit"_s}, {u"class"_s, u"button primary"_s}},
                     words.translate("pages", "Move it here"))
            .close();
    page.open(u"p"_s, {{u"class"_s, u"actions"_s}});
    weekLink(page, view, view.earlier, words.translate("pages", "Earlier days"));
    weekLink(page, view, view.later, words.translate("pages", "Later days"));
    page.element(u"a"_s, {{u"class"_s, u"button"_s}, {u"href"_s, here(view)}},
                 words.translate("pages", "Keep the time"));
    page.close().close();
}

void zoneForm(HtmlWriter &page, const GuestView &view)
{
    const Phrasebook &words = wordsOf(view);
    page.open(u"details"_s, {{u"class"_s, u"zone"_s}});
    page.element(u"summary"_s, {}, words.translate("pages", "Times are in %1").arg(view.zone.name()));
    page.open(u"form"_s, {{u"method"_s, u"get"_s}, {u"action"_s, view.path}});
    page.element(u"label"_s, {{u"for"_s, u"zone"_s}}, words.translate("pages", "Show them in the time zone"));
    page.single(u"input"_s,
                {{u"id"_s, u"zone"_s},
                 {u"name"_s, u"zone"_s},
                 {u"value"_s, view.zone.name()},
                 {u"autocomplete"_s, u"off"_s},
                 {u"spellcheck"_s, u"false"_s}});
    if (view.languageAsked)
        page.single(u"input"_s,
                    {{u"type"_s, u"hidden"_s}, {u"name"_s, u"lang"_s}, {u"value"_s, languageCode(view.language)}});
    page.element(u"button"_s, {{u"type"_s, u"submit"_s}, {u"class"_s, u"button"_s}}, words.translate("pages", "Show"));
    page.close().close();
}

void article(HtmlWriter &page, const GuestView &view)
{
    const Phrasebook &words = wordsOf(view);
    const auto [state, label] = badge(view);
    page.open(u"article"_s, {{u"class"_s, u"card"_s}, {u"data-state"_s, state}});
    page.element(u"p"_s, {{u"class"_s, u"badge"_s}}, label);
    page.element(u"h1"_s, {}, InvitationWords::title(view.invitation(), view.language));
    if (const QString told = standing(view); !told.isEmpty())
        page.element(u"p"_s, {{u"class"_s, u"standing"_s}}, told);
    facts(page, view);
    if (view.canChange() && view.panel == Panel::None)
        actions(page, view);
    if (view.state() == State::Cancelled)
        page.open(u"p"_s, {{u"class"_s, u"actions"_s}})
            .element(u"a"_s, {{u"class"_s, u"button primary"_s}, {u"href"_s, u"/chat-widget"_s}},
                     words.translate("pages", "Book another time"))
            .close();
    page.close();
}

} // namespace

State GuestView::state() const
{
    if (meeting.status == MeetingStatus::Cancelled)
        return State::Cancelled;
    if (meeting.when.end <= now)
        return State::Past;
    return meeting.status == MeetingStatus::Pending ? State::Pending : State::Upcoming;
}

Invitation GuestView::invitation() const
{
    Invitation invitation = invitationOf(meeting, {host.name, host.email});
    invitation.method = Invitation::Method::Publish;
    if (meeting.status == MeetingStatus::Cancelled)
        invitation.occasion = Invitation::Occasion::Cancelled;
    invitation.attendees = {reader};
    const auto own = std::find_if(meeting.attendees.cbegin(), meeting.attendees.cend(),
                                  [this](const Attendee &attendee) { return attendee.email == reader.email; });
    if (own == meeting.attendees.cend() || own->phone != invitation.guestPhone)
        invitation.guestPhone.clear();
    return invitation;
}

QByteArray guestPage(const GuestView &view)
{
    HtmlWriter page;
    const Phrasebook &words = wordsOf(view);
    head(page,
         words.translate("pages", "%1 with %2")
             .arg(InvitationWords::title(view.invitation(), view.language), hostName(view)),
         view.language);
    page.open(u"body"_s);
    page.open(u"main"_s, {{u"data-zone"_s, view.zone.name()}, {u"data-asked"_s, view.zoneAsked}});
    page.element(u"p"_s, {{u"class"_s, u"brand"_s}},
                 words.translate("pages", "Your meeting with %1").arg(hostName(view)));
    if (!view.notice.isEmpty())
        page.element(u"p"_s, {{u"class"_s, u"notice"_s}, {u"role"_s, u"status"_s}}, view.notice);
    if (!view.trouble.isEmpty())
        page.element(u"p"_s, {{u"class"_s, u"trouble"_s}, {u"role"_s, u"alert"_s}}, view.trouble);
    article(page, view);
    if (view.canChange() && view.panel == Panel::Cancel)
        cancelPanel(page, view);
    if (view.canChange() && view.panel == Panel::Move)
        movePanel(page, view);
    if (view.canChange() && view.panel == Panel::None)
        calendarLinks(page, view);
    zoneForm(page, view);
    page.close().close().close();
    return page.document();
}

QByteArray guestTroublePage(const QString &title, const QString &trouble, Language language)
{
    HtmlWriter page;
    head(page, title, language);
    page.open(u"body"_s).open(u"main"_s).open(u"article"_s, {{u"class"_s, u"card"_s}});
    page.element(u"h1"_s, {}, title).element(u"p"_s, {{u"class"_s, u"standing"_s}}, trouble);
    page.open(u"p"_s, {{u"class"_s, u"actions"_s}})
        .element(u"a"_s, {{u"class"_s, u"button primary"_s}, {u"href"_s, u"/chat-widget"_s}},
                 Phrasebook::of(language).translate("web", "Book a time"))
        .close();
    page.close().close().close().close();
    return page.document();
}

} // namespace ChatCal
