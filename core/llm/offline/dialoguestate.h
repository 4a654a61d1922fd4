// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"
#include "core/llm/offline/readingmemory.h"

#include <QJsonObject>

namespace ChatCal::Dialogue {

/// A free time that was offered; local to the speaker.
struct OfferedSlot
{
    LocalTime start;
    QString words;
    std::chrono::minutes duration{0};
};

/// A meeting as a tool named it; times local to the speaker.
struct MeetingRef
{
    QString id;
    QString uid;
    QString words;
    QString title; ///< what somebody wrote: escape before showing
    LocalTime start;
    std::chrono::minutes duration{0};
    bool cancelled = false;
};

/// The meeting being put together.
struct Draft
{
    bool active = false;
    std::optional<LocalDate> day;
    std::optional<std::chrono::minutes> time; ///< since midnight
    bool now = false; ///< "right away": the tool rounds
    bool soonest = false; ///< "as soon as possible": to be shown the next free times
    std::optional<When> window; ///< a part of a day or several days in which to look
    std::optional<LocalDate> week; ///< the Monday of the week spoken of
    std::optional<std::chrono::minutes> duration;
    std::optional<MeetingOffer> kind; ///< one of the host's, named by the person
    How how = How::Unsaid;
    QString title;
    QString location;
    bool blocks = false; ///< the owner's own time, not a meeting
    QStringList attendees; ///< as the tools take them: "Kim", "kim@example.com", "Kim <kim@example.com>"
    bool refused = false; ///< a tool said no to this moment
    bool checked = false; ///< a tool said this moment is free
    bool proposed = false; ///< only asked about so far; a yes books

    void invite(const QString &name, const QString &email);
    void inviteAddress(const QString &email);
    [[nodiscard]] bool saysWhen() const { return now || day || time || window || soonest; }
    [[nodiscard]] bool hasMoment() const { return now || (day && time); }
    [[nodiscard]] std::optional<LocalTime> moment() const
    {
        return day && time ? std::optional(LocalTime(*day) + *time) : std::nullopt;
    }
};

/// Of the free times at hand so many are read out.
constexpr qsizetype slotsShown = 4;

/// What is wanted of a meeting that exists.
struct Change
{
    QString meetingId;
    std::optional<When> when; ///< when the meeting meant is
    QString query; ///< its title or a person
    QString except; ///< what is to stay: "everything except the sync"
    bool all = false; ///< asked for; done only once confirmed
    bool allConfirmed = false;
    std::optional<MeetingRef> target;
    std::optional<LocalDate> newDay;
    std::optional<std::chrono::minutes> newTime; ///< since midnight
    bool toNow = false;
    std::optional<When> window; ///< "to next week": to look in
    std::optional<std::chrono::minutes> newDuration;
    Shift shift;
    QString newTitle;
    QStringList invited; ///< to be added, as the tools take them
    QString newEmail;
    bool sameTime = false; ///< in the window, on the weekday and at the hour it has
    bool refused = false;

    /// The day meant by "next week, same time".
    [[nodiscard]] std::optional<LocalDate> sameWeekday() const;
    [[nodiscard]] bool saysWhat() const
    {
        return newDay || newTime || toNow || newDuration || !shift.isNone() || !newTitle.isEmpty()
            || !newEmail.isEmpty() || !invited.isEmpty();
    }
};

enum class Task { None, Book, Availability, Agenda, Cancel, Move };

struct Outcome
{
    QString tool;
    QJsonObject arguments;
    QJsonObject result;
    [[nodiscard]] bool ok() const;
    [[nodiscard]] QString reason() const;
};

/// Everything known after the messages so far.
struct DialogueState
{
    QString name;
    QString email;
    QString phone;
    Task task = Task::None;
    bool nameTold = false; ///< in this talk; else it is known from elsewhere, or from this very message
    std::optional<Language> language; ///< the person speaks; nothing while no word told it
    Draft draft;
    Change change;
    QList<OfferedSlot> offered; ///< of the latest list of free times
    QList<MeetingRef> choices; ///< meetings of which one is to be named
    std::optional<MeetingOffer> overruling; ///< this turn asked for a length that this kind does not have
    std::optional<MeetingRef> last; ///< booked or moved last
    std::optional<MeetingRef> beforeLast; ///< where the last one was before it was moved
    QString lastTitle; ///< what the person called it
    std::optional<MeetingRef> gone; ///< cancelled last
    bool lastIsNew = false; ///< the last one was booked here
    bool lastIsMeant = false; ///< nothing was spoken of since that "it" may mean as well
    bool invitationOffered = false; ///< the last booking sent no mail for want of an address
    QString invalidField; ///< a tool refused it in this turn
    bool assumedLength = false; ///< of the last booking
    bool cannotChangeHow = false; ///< this turn asked to meet in another way what is booked already
    bool hasAlready = false; ///< this turn asked for the meeting booked last
    bool cannotRevive = false; ///< this turn asked to take back a cancellation
    bool cannotUndo = false; ///< this turn asked to take back what was not done here
    bool picked = false; ///< this turn took one of the times offered
    bool cannotInvite = false; ///< this turn a guest asked to invite somebody else
    Task before = Task::None; ///< what the turn before was about
    bool finished = false; ///< the task is done; the next message begins another
    bool isAside = false; ///< this message is a courtesy or a stray: answered, and what was open stays open
    bool droppedWork = false; ///< this turn's "never mind" ended something
    std::optional<When> asked; ///< Availability, Agenda: about which time
    int userTurns = 0;
    Understood said; ///< of the message being answered
    QString saidText;
    Expectation expects; ///< what the assistant asked before it
    QList<Outcome> outcomes; ///< of the tools run for it

    /// The latest outcome of @p tool in this turn; null when it has not run.
    [[nodiscard]] const Outcome *outcome(QStringView tool) const;
};

/// "Kim <kim@example.com>", or the name alone.
[[nodiscard]] QString withAddress(const QString &name, const QString &email);
/// As spanInWords; days only for what lasts all day.
[[nodiscard]] QString meetingInWords(LocalTime start, std::chrono::minutes duration, const Zone &zone,
                                     Language language);

/// Replays a conversation into a DialogueState. Deterministic: the same messages give the same state.
class StateTracker
{
public:
    StateTracker(ReadingMemory &reader, const ModelContext &context);
    void apply(const ChatMessage &message);
    [[nodiscard]] const DialogueState &state() const { return m_state; }

private:
    void beginTurn();
    void hear(const ChatMessage &message);
    void observe(const QString &tool, const QJsonObject &arguments, const QJsonObject &result);
    void observeSlots(const QJsonObject &result);
    void observeBooking(const QJsonObject &result);
    void observeCheck(const QJsonObject &arguments, const QJsonObject &result);
    void observeFound(const QJsonObject &arguments, const QJsonObject &result);
    void refuse(const QJsonObject &result);

    [[nodiscard]] Understood inItsWeek(Understood said, const MeetingRef &meeting, const QString &text,
                                       ReadContext reading) const;
    void pointAt(const MeetingRef &meeting);
    void takeContact(const Understood &said);
    bool pickChoice(const Understood &said);
    bool pickSlot(const Understood &said);
    void takeMoment(LocalTime moment);
    void hearCreate(const Understood &said);
    void hearAvailability(const Understood &said);
    void hearDelete(const Understood &said);
    void hearUpdate(const Understood &said);
    void hearInform(const Understood &said);
    bool asksOtherWay(const Understood &said);
    [[nodiscard]] bool looksAround(const Understood &said);
    [[nodiscard]] bool renames(const Understood &said);
    [[nodiscard]] bool undoes(const Understood &said);
    [[nodiscard]] bool namesAnother(const Understood &said);
    [[nodiscard]] bool asksForLast();
    [[nodiscard]] bool invites(const Understood &said);
    void takeInvited(const Understood &said);
    void resolveDay(Understood &said) const;
    void takeSameTime(const Understood &said);
    [[nodiscard]] bool meansLast(const Understood &said) const;
    [[nodiscard]] bool changesLength(const Understood &said) const;
    void changeLast(const Understood &said);
    [[nodiscard]] When inWeekSpokenOf(When when);
    void mergeIntoDraft(const Understood &said);
    void takeOffer(const Understood &said);
    [[nodiscard]] std::chrono::minutes nearerTime(const When &when) const;
    void mergeIntoChange(const Understood &said);
    void dropWork();
    void speak(std::optional<Language> spoken);
    [[nodiscard]] Language language() const { return m_state.language.value_or(Language::English); }
    [[nodiscard]] MeetingRef meetingOf(const QJsonObject &meeting) const;
    [[nodiscard]] QString spanWords(LocalTime start, std::chrono::minutes duration) const;
    [[nodiscard]] When inSpeakerZone(When when) const;

    ReadingMemory &m_reader;
    const ModelContext &m_context;
    DialogueState m_state;
    const MeetingOffer *m_named = nullptr; ///< in the message being heard
    QList<ToolCall> m_calls; ///< asked for and not yet answered
};

} // namespace ChatCal::Dialogue
