// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/tokens.h"
#include "core/llm/offline/words.h"
#include "core/time/when.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace ChatCal::Dialogue {

enum class Intent {
    Inform, ///< no wish of its own: an answer, a detail
    Create,
    Query,
    Availability,
    Update,
    Delete,
    NeverMind,
    Yes,
    No,
    Greeting,
    Thanks,
    Goodbye,
    Help,
    HostContact,
    HostHours,
    Identity,
    SmallTalk,
    Frustration,
    OffTopic,
    AsksInvitation, ///< where the invitation is
    Pause, ///< "let me check with my boss"
    WithholdsContact, ///< will not give the address that was asked for
    ZoneQuestion, ///< in which zone times are told
    Foreign, ///< in a language that is not read here, or asks which ones are
    Unclear ///< words that say nothing here
};

/// Times to look for, from the one spoken of: "anything earlier?"
enum class Toward { Nowhere, Earlier, Later, Latest };

enum class How { Unsaid, Video, Phone, InPerson };

/// What was just asked for; a bare "Ada", "10" or "30" is an answer to it.
struct Expectation
{
    bool name = false;
    bool contact = false;
    bool day = false;
    bool time = false;
    bool duration = false;
    bool title = false;
    bool location = false;
    bool confirmation = false; ///< a proposal is open: "Shall I book it?", "Is this good?"
    bool choice = false; ///< one of several was offered
    [[nodiscard]] bool any() const
    {
        return name || contact || day || time || duration || title || location || confirmation || choice;
    }
};
/// Reads the expectation off the assistant's words, whichever model wrote them.
[[nodiscard]] Expectation expectationOf(const QString &assistantText, Language language = Language::English);

/// How a change is said relative to what was: "an hour later", "15 minutes shorter".
struct Shift
{
    std::chrono::minutes start{0};
    std::chrono::minutes duration{0};
    qsizetype from = 0; ///< where it stands in the text
    qsizetype to = 0;
    [[nodiscard]] bool isNone() const { return start.count() == 0 && duration.count() == 0; }
};

/// What one message says, before it is put into the conversation.
struct Understood
{
    Intent intent = Intent::Inform;
    std::optional<Language> language; ///< of the talk with this message; nothing while no word told it
    bool greets = false;
    bool thanks = false;
    bool affirms = false; ///< begins with a yes
    bool negates = false; ///< begins with a no
    bool corrects = false; ///< "actually", "make it", "instead"
    bool asksAnother = false; ///< "another", "also"
    bool soonest = false;
    bool all = false;
    bool question = false;
    bool followsUp = false; ///< "what about Friday?"
    bool blocks = false; ///< all of the time named is meant
    bool repeats = false; ///< "every day"
    bool joins = false; ///< somebody is to be added to a meeting that exists
    bool asksToInvite = false; ///< somebody else is to be invited
    bool explicitWish = false; ///< a verb asked for it, not only a date
    bool pointsBack = false; ///< "it", "that one", "my meeting"
    bool saysMeeting = false; ///< "my meeting", "the call": any one of them, unlike "it" or "that call"
    bool sameTime = false; ///< at the hour of what was spoken of
    std::optional<int> daysOn; ///< "the day after": from the day spoken of; 0 "that day"
    QString except; ///< what is to stay: "everything except the sync"
    bool changesPlace = false; ///< where they meet is to be another place
    bool deniesAll = false; ///< "not tomorrow": times were named only to be ruled out
    bool saysNoOnly = false; ///< "no", and nothing else
    bool undoes = false; ///< what was just done
    bool saysCall = false; ///< a call is wished for
    bool asksOfLast = false; ///< "when was it again?"
    bool asksNext = false; ///< one meeting is asked for: the next, the first
    bool asksWho = false;
    bool asksLength = false;
    bool asksUsual = false; ///< how long meetings are as a rule
    Toward toward = Toward::Nowhere;
    bool aboutCalendar = false; ///< speaks of a meeting or of the calendar
    std::optional<int> ordinal; ///< 1 the first; -1 the last
    QString name;
    QString email;
    QString phone;
    QString meetingId;
    QString title;
    QString ownWords; ///< the owner's, for a title when there is no other
    QString location;
    QStringList attendees;
    std::optional<Zone> zone; ///< in which the person says to live
    QString zonePlace; ///< what they call it
    How how = How::Unsaid;
    When when; ///< for Update the new time, for Delete the time of the meeting meant
    std::optional<When> oldWhen; ///< Update only: the time of the meeting meant
    Shift shift;
    QString newTitle; ///< Update only
    QStringList emails; ///< all of them
    Tokens tokens; ///< the message itself, times and addresses as one token each
    QHash<QString, QString> addresses; ///< of attendees, by name; only where the owner speaks

    [[nodiscard]] bool saysContact() const { return !name.isEmpty() || !email.isEmpty() || !phone.isEmpty(); }
    [[nodiscard]] bool saysWhen() const { return !when.isEmpty() || when.isNow; }
};

struct ReadContext
{
    LocalTime now;
    Zone zone;
    Expectation expects;
    bool host = false; ///< the speaker owns the calendar: names are other people's
    QString hostName; ///< "a meeting with <host>" names no further attendee
    std::optional<Language> language = {}; ///< of the talk so far; nothing while no word told it
};

/// Turns words into meaning. Immutable and thread-safe; linear in the length of the text.
class Reader
{
public:
    explicit Reader(const Words &words = englishWords());
    /// @p meant: the intent is known, and only the rest is to be read.
    [[nodiscard]] Understood read(const QString &written, const ReadContext &context,
                                  std::optional<Intent> meant = {}) const;

private:
    void readBare(const QString &text, const QString &masked, const WhenContext &whenContext,
                  const ReadContext &context, Understood &understood) const;
    void splitWhen(const QString &masked, const WhenContext &context, Understood &understood) const;
    [[nodiscard]] std::optional<std::chrono::minutes> laterLength(const QString &clean,
                                                                  const WhenContext &context) const;
    /// Blanks its own words in @p masked, so that "an hour later" is taken for no moment.
    [[nodiscard]] Shift readShift(QString &masked, const WhenContext &context) const;

    const Words &m_words;
    WhenParser m_parser;
};

} // namespace ChatCal::Dialogue
