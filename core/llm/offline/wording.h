// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/language.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <utility>

namespace ChatCal::Dialogue {

/// What can be said; each has variants in every language (wording/).
enum class Say {
    Greeting,
    GreetingKnown,
    Introduction,
    HostGreeting,
    AskMoment,
    AskMomentAndLength,
    AskDay,
    AskTime,
    AskLength,
    AskName,
    AskContact,
    AskAnyContact, ///< to who would rather not give an address
    AskNameAndContact,
    AskPhone,
    AskNameAndPhone,
    AskPick,
    AskPickAndLength,
    AskOtherMoment,
    AskBookIt,
    AskWhatElse,
    IsFree,
    IsFreeFor, ///< for the length just named
    ItIs, ///< a time picked from those offered
    FreeTimes,
    FreeTimesSoonest,
    NoFreeTimes,
    NoneInHours, ///< to the owner, who may book outside them
    Taken,
    OutsideHours,
    Past,
    TooSoon,
    TooFar,
    TooShort,
    TooLong,
    DayFull,
    NotBookable,
    Refused,
    NearestFree,
    Booked,
    BookedAlready,
    BookedHost,
    BlockedTitle, ///< what the owner's blocked time is called in the calendar
    MeetingIdIs,
    AssumedLength,
    KindTakes,
    CallsYou,
    VideoLink,
    NoVideoLink,
    MailSent,
    MailOutbox,
    MailOffer,
    MailSentMoved,
    MailOutboxMoved,
    EmailAdded,
    InvitationFor,
    Cancelled,
    CancelledMany,
    AlreadyCancelled,
    NotFound,
    NotFoundButHave,
    NothingBooked,
    WhichCancel,
    WhichMove,
    WhichAll,
    Moved,
    Renamed,
    Invited,
    CannotUndo,
    CannotRevive, ///< what is cancelled
    AskNewMoment,
    MovedLength,
    WhichNewTime,
    Agenda,
    AgendaEmpty,
    AgendaGuest,
    AgendaGuestEmpty,
    FoundOne,
    FoundLength,
    FoundWith,
    FoundAlone,
    FoundMany,
    HostFree,
    HostBusy,
    Dropped,
    NothingToDrop,
    Thanks,
    Goodbye,
    GoodbyeBooked,
    Help,
    HelpHost,
    HostContact,
    NoHostContact,
    Identity,
    SmallTalk,
    Frustration,
    OffTopic,
    OffTopicBack,
    TakeYourTime,
    Unclear,
    UnclearAgain,
    NiceToMeet,
    Noted,
    NotedContact,
    Hours,
    ZoneNoted,
    ZoneIs,
    UsualLength,
    BookedOnce,
    CannotInvite,
    CannotChangeHow,
    InvalidEmail,
    InvalidPhone,
    InvalidName,
    InvalidOther,
    Failed,
    SuggestYes,
    SuggestOther,
    SuggestWhenFree,
    SuggestPhone,
    SuggestVideo,
    SuggestToday,
    SuggestTomorrow,
    SuggestAll,
    Languages, ///< what is spoken here; to somebody who writes in another language
    TheHost, ///< from here on parts of sentences
    ThatTime,
    Then,
    YourCalendar,
    That,
    Or,
    And,
    Until,
    MinutesLong,
    PlaceTime,
    CallTitle, ///< of what nobody named
    MeetingTitle,
    TitleWith,
    ClockNote
};

/// Who is spoken to: a guest is somebody's business contact, the host is at home ("Sie" and "du").
enum class Audience { Guest, Host };

/// Texts of one language: variants with {placeholders}.
using Phrases = QHash<int, QStringList>;
[[nodiscard]] const Phrases &phrasesOf(Language language, Audience audience);

using Values = std::initializer_list<std::pair<QStringView, QString>>;

/// Chooses among the variants. The same conversation gets the same words again, the turn after never the same variant.
class Wording
{
public:
    /// @p seed should differ from talk to talk.
    Wording(const Phrases &phrases, quint64 seed, int turn);
    /// Values stand as they are: escape what somebody else wrote.
    [[nodiscard]] QString say(Say what, Values values = {}) const;

private:
    const Phrases &m_phrases;
    quint64 m_seed;
    quint64 m_turn;
};

/// FNV-1a, the same on every machine, unlike qHash.
[[nodiscard]] quint64 stableHash(const QString &text, quint64 start = 14695981039346656037ULL);

} // namespace ChatCal::Dialogue
