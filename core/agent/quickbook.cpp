// SPDX-License-Identifier: Apache-2.0
#include "core/agent/quickbook.h"

#include "core/agent/quicktitle.h"
#include "core/llm/offline/understanding.h"
#include "core/llm/offline/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr qsizetype mostOwnWords = 12; ///< a longer line is a sentence

/// The first text between quotation marks, without them.
struct Quoted
{
    qsizetype from = 0;
    qsizetype to = 0;
};

std::optional<Quoted> findQuoted(const QString &text)
{
    static const QString opening = u"\"“„«"_s;
    static const QString closing = u"\"”“»"_s;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype kind = opening.indexOf(text[i]);
        if (kind < 0)
            continue;
        const qsizetype end = text.indexOf(closing[kind], i + 1);
        if (end > i + 1)
            return Quoted{i + 1, end};
    }
    return std::nullopt;
}

QuickSpan::Kind kindOf(WhenSpan::Kind kind)
{
    switch (kind) {
    case WhenSpan::Kind::Date:
        return QuickSpan::Kind::Date;
    case WhenSpan::Kind::Duration:
        return QuickSpan::Kind::Duration;
    case WhenSpan::Kind::Time:
    case WhenSpan::Kind::Zone:
        break;
    }
    return QuickSpan::Kind::Time;
}

/// Words that are not to be understood, behind others that nothing knows: letters of a script without cases and without
/// a grammar here, another letter for each stretch and one for each of its own, so that positions stay true and the
/// words are found again in what was made of the text.
class StandIns
{
public:
    StandIns(QString &text, QList<TextStretch> stretches)
    {
        constexpr char16_t firstLetter = 0x1208; // Ethiopic
        constexpr qsizetype most = 60;
        std::sort(stretches.begin(), stretches.end(), [](auto &a, auto &b) { return a.from < b.from; });
        qsizetype taken = 0;
        for (const TextStretch &stretch : std::as_const(stretches)) {
            if (stretch.from < taken || stretch.to <= stretch.from || stretch.to > text.size() || m_all.size() == most)
                continue;
            taken = stretch.to;
            const auto length = stretch.to - stretch.from;
            const QString standIn(length, QChar(static_cast<char16_t>(firstLetter + m_all.size())));
            m_all.append(standIn);
            text.replace(stretch.from, length, standIn);
        }
    }

    [[nodiscard]] bool isIn(const QString &made) const
    {
        return std::any_of(m_all.begin(), m_all.end(), [&](const QString &standIn) { return made.contains(standIn); });
    }
    [[nodiscard]] bool isEmpty() const { return m_all.isEmpty(); }

private:
    QStringList m_all;
};

/// Spans in the order of the text, each kept free of the others.
class SpanList
{
public:
    void add(qsizetype from, qsizetype to, QuickSpan::Kind kind)
    {
        const bool isTaken = std::any_of(m_spans.begin(), m_spans.end(),
                                         [&](const QuickSpan &span) { return from < span.to && span.from < to; });
        if (from >= 0 && to > from && !isTaken)
            m_spans.append({from, to, kind});
    }
    /// Where @p words stand in @p text, if they do.
    void addWords(const QString &text, const QString &words, QuickSpan::Kind kind)
    {
        if (words.isEmpty())
            return;
        const qsizetype at = text.indexOf(words, 0, Qt::CaseInsensitive);
        add(at, at + words.size(), kind);
    }
    [[nodiscard]] QList<QuickSpan> sorted()
    {
        std::sort(m_spans.begin(), m_spans.end(), [](const auto &a, const auto &b) { return a.from < b.from; });
        return m_spans;
    }

private:
    QList<QuickSpan> m_spans;
};

MeetingHow howOf(const Dialogue::Understood &understood)
{
    const Dialogue::How how = understood.how;
    const bool isUnsaid = how == Dialogue::How::Unsaid;
    if (how == Dialogue::How::Phone || (isUnsaid && !understood.phone.isEmpty() && understood.emails.isEmpty()))
        return MeetingHow::Phone;
    if (how == Dialogue::How::InPerson || (isUnsaid && !understood.location.isEmpty()))
        return MeetingHow::InPerson;
    return MeetingHow::Video;
}

/// A title, a place or a name with hidden words in it is none: they are of the title as they stand.
void dropHidden(Dialogue::Understood &understood, const StandIns &standIns)
{
    if (standIns.isIn(understood.title))
        understood.title.clear();
    if (standIns.isIn(understood.location))
        understood.location.clear();
    understood.attendees.removeIf([&](const QString &name) { return standIns.isIn(name); });
}

/// What a sentence is about: "I need to talk to Ada tomorrow".
QString titleFrom(const Dialogue::Understood &understood)
{
    const Language language = understood.language.value_or(Language::English);
    const Dialogue::Wording wording(Dialogue::phrasesOf(language, Dialogue::Audience::Host), 0, 0);
    const bool isCall = understood.how == Dialogue::How::Phone;
    const QString title = understood.title.isEmpty()
        ? wording.say(isCall ? Dialogue::Say::CallTitle : Dialogue::Say::MeetingTitle)
        : understood.title;
    const bool namesAll = std::all_of(understood.attendees.begin(), understood.attendees.end(),
                                      [&](const QString &name) { return title.contains(name, Qt::CaseInsensitive); });
    if (namesAll)
        return title;
    const QString people = understood.attendees.join(u' ' + wording.say(Dialogue::Say::And) + u' ');
    return wording.say(Dialogue::Say::TitleWith, {{u"title", title}, {u"person", people}});
}

QList<Attendee> attendeesFrom(const Dialogue::Understood &understood)
{
    QList<Attendee> attendees;
    for (const QString &name : understood.attendees)
        attendees.append({UntrustedText(name), {}, {}});
    // One address goes to the one person named; more, or others', stand for themselves.
    for (qsizetype i = 0; i < understood.emails.size(); ++i) {
        const bool isPair = understood.emails.size() == attendees.size() && i < attendees.size();
        if (isPair)
            attendees[i].email = understood.emails[i];
        else
            attendees.append({UntrustedText(understood.emails[i]), understood.emails[i], {}});
    }
    if (!understood.phone.isEmpty() && attendees.isEmpty())
        attendees.append({UntrustedText(understood.phone), {}, {}});
    if (!understood.phone.isEmpty() && attendees.size() == 1)
        attendees.first().phone = understood.phone;
    return attendees;
}

} // namespace

QString kindName(QuickSpan::Kind kind)
{
    switch (kind) {
    case QuickSpan::Kind::Date:
        return u"date"_s;
    case QuickSpan::Kind::Time:
        return u"time"_s;
    case QuickSpan::Kind::Duration:
        return u"duration"_s;
    case QuickSpan::Kind::Attendee:
        return u"attendee"_s;
    case QuickSpan::Kind::Location:
        return u"location"_s;
    case QuickSpan::Kind::Title:
        break;
    }
    return u"title"_s;
}

struct QuickBook::Private
{
    BookingService &booking;
    Calendar &calendar;
    const Clock &clock;
    Dialogue::Reader reader;
};

QuickBook::QuickBook(BookingService &booking, Calendar &calendar, const Clock &clock)
    : d(new Private{booking, calendar, clock, Dialogue::Reader()})
{
}

QuickBook::~QuickBook() = default;

QuickDraft QuickBook::read(const QuickLine &line) const
{
    const Host &host = d->booking.host();
    const Zone zone = host.zone;
    const Instant now = line.typedAt.value_or(d->clock.now());
    const QString &text = line.text;
    const auto quoted = findQuoted(text);
    QString spoken = text;
    if (quoted) // of the same length, so that positions stay true
        spoken.replace(quoted->from - 1, quoted->to - quoted->from + 2, QString(quoted->to - quoted->from + 2, u' '));
    StandIns standIns(spoken, line.literal);

    Dialogue::ReadContext context;
    context.now = zone.toLocal(now);
    context.zone = zone;
    context.host = true;
    context.hostName = host.name.stored();
    Dialogue::Understood understood = d->reader.read(spoken, context);
    dropHidden(understood, standIns);

    QuickDraft draft;
    draft.location = UntrustedText(understood.location);
    draft.attendees = attendeesFrom(understood);
    draft.how = howOf(understood);
    draft.asksToRepeat = understood.repeats;

    // "Move the couch Saturday": a line always books, whatever else it would ask of an assistant.
    const When when = understood.when.isEmpty() && understood.oldWhen ? *understood.oldWhen : understood.when;
    const Zone spokenZone = when.zone.value_or(zone);
    if (when.duration)
        draft.length = *when.duration;
    else if (when.start && when.end && when.hasTime && !when.isWindow)
        draft.length = std::chrono::floor<minutes>(*when.end - *when.start);
    if (when.isNow)
        draft.start = std::chrono::ceil<minutes>(now);
    else if (when.start && when.hasTime)
        draft.start = spokenZone.toInstant(*when.start);
    if (draft.start)
        draft.day = zone.toLocalDate(*draft.start);
    else if (when.start)
        draft.day = std::chrono::floor<days>(*when.start);

    SpanList spans;
    for (const WhenSpan &span : when.spans)
        spans.add(span.from, span.to, kindOf(span.kind));
    if (quoted)
        spans.add(quoted->from, quoted->to, QuickSpan::Kind::Title);
    for (const QString &email : understood.emails)
        spans.addWords(text, email, QuickSpan::Kind::Attendee);
    spans.addWords(text, understood.phone, QuickSpan::Kind::Attendee);
    spans.addWords(text, understood.location, QuickSpan::Kind::Location);
    for (const QString &name : understood.attendees)
        spans.addWords(text, name, QuickSpan::Kind::Attendee);
    const OwnWords own = quoted ? OwnWords() : ownWords(text, spans.sorted(), !standIns.isEmpty());
    const bool isOwn = !own.title.isEmpty() && (own.title.count(u' ') < mostOwnWords || understood.title.isEmpty());
    if (quoted) {
        draft.title = UntrustedText(text.mid(quoted->from, quoted->to - quoted->from));
    } else {
        const QString title = isOwn ? own.title : titleFrom(understood);
        draft.title = UntrustedText(title.left(1).toUpper() + title.mid(1));
    }
    if (isOwn) {
        for (const TextStretch &stretch : own.stretches)
            spans.add(stretch.from, stretch.to, QuickSpan::Kind::Title);
    } else if (!quoted) {
        spans.addWords(text, understood.title, QuickSpan::Kind::Title);
    }
    draft.spans = spans.sorted();
    return draft;
}

QCoro::Task<Result<QuickPreview>> QuickBook::preview(QuickLine line, std::stop_token stop) const
{
    QuickPreview preview{read(line), {}, {}};
    const Actor host{Actor::Role::Host, d->booking.host().id};
    if (preview.draft.start) {
        const Interval when{*preview.draft.start, *preview.draft.start + preview.draft.length};
        const auto refusal = co_await d->booking.check(when, host, stop);
        if (!refusal)
            co_return tl::unexpected(refusal.error());
        if (!refusal->has_value())
            co_return preview;
        preview.alternatives = (*refusal)->alternatives;
        const auto events = co_await d->calendar.list(when, stop);
        if (!events)
            co_return tl::unexpected(events.error());
        for (const Event &event : *events) {
            if (event.transparency == Event::Transparency::Busy && event.status != Event::Status::Cancelled)
                preview.conflicts.append(event);
        }
    } else if (preview.draft.day) {
        const Zone zone = d->booking.host().zone;
        const Interval day{zone.toInstant(*preview.draft.day), zone.toInstant(*preview.draft.day + days(1))};
        const auto free = co_await d->booking.availability(day, preview.draft.length, 6, Actor{}, stop);
        if (!free)
            co_return tl::unexpected(free.error());
        preview.alternatives = *free;
    }
    co_return preview;
}

QCoro::Task<Result<QuickBooking>> QuickBook::book(QuickLine line, QString idempotencyKey, Actor actor,
                                                  std::stop_token stop) const
{
    const QuickDraft draft = read(line);
    if (!draft.start)
        co_return invalidField(
            u"text"_s, draft.day ? Sentence::en("names a day but no time") : Sentence::en("names no day and time"));
    BookingRequest request;
    request.title = draft.title;
    request.location = draft.location;
    request.start = *draft.start;
    request.length = draft.length;
    request.how = draft.how;
    request.attendees = draft.attendees;
    request.guestZone = d->booking.host().zone;
    request.guestLanguage = d->booking.host().language;
    request.idempotencyKey = idempotencyKey;
    const auto outcome = co_await d->booking.book(request, actor, stop);
    if (!outcome)
        co_return tl::unexpected(outcome.error());
    co_return QuickBooking{*outcome, draft.asksToRepeat};
}

} // namespace ChatCal
