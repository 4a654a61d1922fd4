// SPDX-License-Identifier: Apache-2.0
#include "core/agent/tools/workbench.h"

#include "core/booking/meetingid.h"
#include "core/time/words.h"
#include "core/words/phrasebook.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QString noticeTitle(Refusal::Reason reason, const Phrasebook &words)
{
    switch (reason) {
    case Refusal::Reason::Taken:
        return words.translate("cards", "That time is taken");
    case Refusal::Reason::OutsideHours:
        return words.translate("cards", "Outside meeting hours");
    case Refusal::Reason::Past:
        return words.translate("cards", "That time has passed");
    case Refusal::Reason::TooSoon:
        return words.translate("cards", "Too short notice");
    case Refusal::Reason::TooFar:
        return words.translate("cards", "Too far ahead");
    case Refusal::Reason::TooShort:
        return words.translate("cards", "Too short");
    case Refusal::Reason::TooLong:
        return words.translate("cards", "Too long");
    case Refusal::Reason::DayFull:
        return words.translate("cards", "That day is full");
    case Refusal::Reason::NotBookable:
        break;
    }
    return words.translate("cards", "Not bookable just now");
}

/// What became of the invitation to the other side: mail to the host alone is nothing to tell a guest of.
QString mailState(const Meeting &meeting, const ToolContext &context)
{
    for (const Attendee &attendee : meeting.attendees)
        if (!attendee.email.isEmpty())
            return context.mailReachesPeople ? u"sent"_s : u"outbox"_s;
    return u"none"_s;
}

} // namespace

OthersWords othersWordsFor(const ToolContext &context)
{
    return context.actor.isHost() && !context.byPersonsWords ? OthersWords::Keep : OthersWords::Tell;
}

MeetingQuery ownMeetings(const Actor &actor)
{
    MeetingQuery query;
    if (!actor.isHost())
        query.bookedBy = actor.id;
    return query;
}

QString meetingKey(const QString &text)
{
    return MeetingId::findIn(text).value_or(text);
}

ToolResult told(const Workbench &bench, const QList<Meeting> &meetings, const ToolContext &context, OthersWords words)
{
    const bool isHost = context.actor.isHost();
    QJsonArray list;
    for (const Meeting &meeting : meetings)
        list.append(meetingForModel(meeting, counterpart(meeting, context.actor, bench.booking.host()),
                                    context.speakerZone, words));
    ToolResult result;
    result.succeeded = true;
    result.tellsMeetings = !meetings.isEmpty();
    result.hasOthersWords = isHost && !meetings.isEmpty() && words == OthersWords::Tell;
    result.forModel = {{"ok"_L1, true}, {"meetings"_L1, list}};
    return result;
}

ToolResult changed(const Workbench &bench, const Meeting &meeting, const ToolContext &context, const QString &note)
{
    const QString mail = mailState(meeting, context);
    ToolResult result;
    result.succeeded = true;
    result.madeClaimTrue = true;
    result.mailQueued = mail != "none"_L1;
    result.hasOthersWords = context.actor.isHost() && othersWordsFor(context) == OthersWords::Tell;
    result.forModel = {{"ok"_L1, true},
                       {"meeting"_L1,
                        meetingForModel(meeting, counterpart(meeting, context.actor, bench.booking.host()),
                                        context.speakerZone, othersWordsFor(context))},
                       {"words"_L1, spanInWords(meeting.when, context.speakerZone)},
                       {"mail"_L1, mail}};
    if (!meeting.conferenceUrl.isEmpty())
        result.forModel.insert("conference_url"_L1, meeting.conferenceUrl);
    if (!note.isEmpty())
        result.forModel.insert("note"_L1, note);
    result.cards = {Cards::meeting(meeting, context.speakerZone, context.language)};
    return result;
}

QString refusalInWords(const Workbench &bench, Refusal::Reason reason, Language language)
{
    const Phrasebook &words = Phrasebook::of(language);
    const BookingPolicy &policy = bench.booking.policy();
    const auto daysAhead = static_cast<int>(policy.horizon.count());
    switch (reason) {
    case Refusal::Reason::Taken:
        return words.translate("cards", "That time is not free.");
    case Refusal::Reason::OutsideHours:
        if (language != Language::English) // the hours are worded in English
            return words.translate("cards", "Meetings are not possible at that hour.");
        return u"Meetings are possible %1 (%2)."_s.arg(policy.hours.inWords(), bench.booking.host().zone.name());
    case Refusal::Reason::Past:
        return words.translate("cards", "That time has already passed.");
    case Refusal::Reason::TooSoon:
        return words.translate("cards", "Meetings need at least %1 notice.")
            .arg(durationInWords(policy.minimumNotice, language));
    case Refusal::Reason::TooFar:
        return words.translate("cards", "Meetings can be booked up to %n days ahead.", nullptr, daysAhead);
    case Refusal::Reason::TooShort:
        return words.translate("cards", "A meeting takes at least %1.").arg(durationInWords(policy.shortest, language));
    case Refusal::Reason::TooLong:
        return words.translate("cards", "A meeting takes at most %1.").arg(durationInWords(policy.longest, language));
    case Refusal::Reason::DayFull:
        return words.translate("cards", "No more meetings fit into that day.");
    case Refusal::Reason::NotBookable:
        break;
    }
    return words.translate(
        "cards", "The calendar cannot be read just now, so nothing can be booked. Please try again a little later.");
}

ToolResult refusedBy(const Workbench &bench, const Refusal &refusal, std::chrono::minutes length,
                     const ToolContext &context)
{
    const QString code = reasonName(refusal.reason);
    const QString words = refusalInWords(bench, refusal.reason);
    ToolResult result = refused(code, words, {{"slots"_L1, slotsForModel(refusal.alternatives, context.speakerZone)}});
    result.cards.append(Cards::notice(code, noticeTitle(refusal.reason, Phrasebook::of(context.language)),
                                      refusalInWords(bench, refusal.reason, context.language)));
    if (!refusal.alternatives.isEmpty())
        result.cards.append(Cards::slotList(refusal.alternatives, length, context.speakerZone, context.language));
    return result;
}

ToolResult meetingNotFound()
{
    return refused(u"not_found"_s, u"There is no such meeting among yours."_s);
}

Result<ToolResult> refusedByError(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return meetingNotFound();
    case ErrorCode::Conflict:
        return refused(u"changed"_s, u"That meeting was changed by somebody else at this moment; look at it again."_s);
    case ErrorCode::InvalidInput:
        return invalid(error);
    default:
        return tl::unexpected(error);
    }
}

QCoro::Task<Result<QList<Interval>>> freeIn(Workbench bench, Interval window, std::chrono::minutes length, int limit,
                                            ToolContext context, std::stop_token stop)
{
    window.start = std::max(window.start, context.now);
    if (window.isEmpty())
        co_return QList<Interval>();
    auto free = co_await bench.booking.availability(window, length, limit, context.actor, stop);
    co_return free;
}

QJsonObject schema(const QJsonObject &properties, const QStringList &required)
{
    QJsonObject object{{"type"_L1, u"object"_s}, {"properties"_L1, properties}};
    if (!required.isEmpty())
        object.insert("required"_L1, QJsonArray::fromStringList(required));
    return object;
}

QJsonObject textSchema(const QString &description)
{
    QJsonObject schema{{"type"_L1, u"string"_s}};
    if (!description.isEmpty())
        schema.insert("description"_L1, description);
    return schema;
}

QJsonObject minutesSchema()
{
    return {{"type"_L1, u"integer"_s}};
}

} // namespace ChatCal
