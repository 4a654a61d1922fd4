// SPDX-License-Identifier: Apache-2.0
// English. Short and warm; says what is, asks one thing, excuses nothing.
#include "core/llm/offline/wording.h"

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

struct Entry
{
    Say what;
    const char16_t *variants; ///< separated by "|"
};

constexpr Entry entries[]{
    {Say::Greeting,
     u"Hi, I'm {host}'s scheduling assistant. I can find a time, book it, move it or cancel it.|"
     u"Hello! I'm {host}'s scheduling assistant, here to find you a time."},
    {Say::GreetingKnown, u"Hi {name}!|Hello {name}!"},
    {Say::Introduction, u"I'm {host}'s scheduling assistant."},
    {Say::HostGreeting,
     u"Hi! Ask me what's on, when you're free, or tell me what to put on your calendar.|"
     u"Hello! What shall I put on your calendar, or look up in it?"},
    {Say::AskMoment, u"What day and time would suit you?|Which day and time work for you?"},
    {Say::AskMomentAndLength,
     u"What day and time would suit you, and how long should it be?|"
     u"Which day and time work for you, and how long shall we plan?"},
    {Say::AskDay, u"Which day?|What day would that be?"},
    {Say::AskTime, u"What time would suit you?|What time works for you?"},
    {Say::AskLength, u"How long should it be?|How long shall we plan?"},
    {Say::AskName, u"What's your name?|And your name?"},
    {Say::AskContact,
     u"What's the best e-mail or phone number for you?|Which e-mail or phone number can I put down for you?"},
    {Say::AskAnyContact, u"{host} just needs one way to reach you. Would you rather leave a phone number?"},
    {Say::AskNameAndContact,
     u"What's your name, and an e-mail or phone number for the invitation?|"
     u"Who shall I put it down for? Your name, and an e-mail or phone number, please."},
    {Say::AskPhone, u"What number should {host} call you on?|Which phone number can {host} reach you at?"},
    {Say::AskNameAndPhone, u"What's your name, and which number should {host} call you on?"},
    {Say::AskPick, u"Which one suits you?|Which of these works for you?"},
    {Say::AskPickAndLength,
     u"Which one suits you, and how long should it be?|Which of these works, and how long shall we plan?"},
    {Say::AskOtherMoment, u"Which day or time would be better?|What other day or time would suit you?"},
    {Say::AskBookIt, u"Shall I book it?|Would you like me to book it?"},
    {Say::AskWhatElse, u"What day and time can I find for you?"},
    {Say::IsFree, u"{moment} is free.|{moment} works."},
    {Say::IsFreeFor, u"{moment} is free for {length}.|{moment} works for {length}."},
    {Say::ItIs, u"{moment}, then.|{moment} it is."},
    {Say::FreeTimes, u"These times are free:|Here's what is free:"},
    {Say::FreeTimesSoonest, u"These are the next free times:|These times are free soonest:"},
    {Say::NoFreeTimes, u"Nothing is free then.|There is no free time then."},
    {Say::Taken, u"{moment} is already taken.|{moment} is taken."},
    {Say::OutsideHours, u"{moment} is outside {host}'s hours{hours}."},
    {Say::Past,
     u"{moment} has already gone by, and I only book forward in time.|"
     u"{moment} is in the past, and I only book forward."},
    {Say::TooSoon, u"{moment} is too short notice."},
    {Say::TooFar, u"{moment} is further ahead than I can book."},
    {Say::TooShort, u"That's shorter than {host}'s meetings can be."},
    {Say::TooLong, u"That's longer than {host}'s meetings can be."},
    {Say::DayFull, u"That day is full."},
    {Say::NotBookable,
     u"{host}'s calendar can't be read right now, so I won't promise a time. Please try again in a little while."},
    {Say::Refused, u"{moment} can't be booked."},
    {Say::NearestFree, u"These are the nearest free times:|These times close to it are free:"},
    {Say::Booked, u"Booked, {name}: {words}.|All set, {name}: {words}.|Done, {name}. It's booked for {words}."},
    {Say::BookedAlready, u"You have that already: {words}.|That's the one you have: {words}."},
    {Say::BookedHost, u"Added: {title}, {words}.|Done: {title}, {words}."},
    {Say::BlockedTitle, u"Blocked"},
    {Say::MeetingIdIs,
     u"The meeting id is **{id}**, handy if you want to move or cancel it.|"
     u"Keep the id **{id}** in case you want to move or cancel it."},
    {Say::AssumedLength, u"I assumed {length}; say so if it should be longer or shorter."},
    {Say::KindTakes, u"{kind} takes {lengths}."},
    {Say::CallsYou, u"{host} will call you at {phone}."},
    {Say::VideoLink, u"Video link: <{url}>"},
    {Say::NoVideoLink, u"I can't create a video link here, so {host} will have to send you one."},
    {Say::MailSent, u"The invitation is on its way to {email}."},
    {Say::MailOutbox, u"The invitation for {email} is written; mail isn't sent from here yet."},
    {Say::MailOffer,
     u"If you'd like an invitation by e-mail, just give me your address.|"
     u"Want an invitation too? Just give me your e-mail address."},
    {Say::MailSentMoved, u"The updated invitation is on its way to {email}."},
    {Say::MailOutboxMoved, u"The updated invitation for {email} is written; mail isn't sent from here yet."},
    {Say::EmailAdded, u"{email} is now on your meeting: {words}."},
    {Say::Cancelled, u"Cancelled: {words}.|Done, {words} is cancelled."},
    {Say::CancelledMany, u"Cancelled {count} meetings:"},
    {Say::AlreadyCancelled, u"That one was cancelled already."},
    {Say::NotFound, u"I can't find a meeting like that.|No meeting like that is booked here."},
    {Say::NotFoundButHave, u"I can't find that one. What is booked:"},
    {Say::NothingBooked,
     u"There's nothing booked from this conversation, and only the one that booked a meeting can change it. {host} can "
     u"help otherwise.|"
     u"I see no meeting booked from here. A meeting can be changed only in the conversation that booked it, or by "
     u"{host}."},
    {Say::WhichCancel, u"Which one shall I cancel?|Which of these should go?"},
    {Say::WhichMove, u"Which one shall I move?|Which of these should I move?"},
    {Say::WhichAll, u"That's {count} meetings. Shall I cancel all of them?"},
    {Say::Moved, u"Moved: it's now {words}.|Done, the new time is {words}."},
    {Say::Renamed, u"It's called {title} now: {words}."},
    {Say::Invited, u"Done, {people} will be there too: {words}.|{people} is on the list now: {words}."},
    {Say::CannotUndo, u"There is nothing of mine to take back. Tell me which meeting to move or cancel."},
    {Say::AskNewMoment, u"When would you like it instead of {words}?|It's {words} now. What should the new time be?"},
    {Say::MovedLength, u"Changed: {words}."},
    {Say::WhichNewTime, u"Which of these shall I move it to?"},
    {Say::Agenda, u"{day}:"},
    {Say::AgendaEmpty, u"Nothing is on your calendar {day}.|Your calendar is clear {day}."},
    {Say::AgendaGuest, u"You have booked:|Your bookings:"},
    {Say::AgendaGuestEmpty, u"You have nothing booked here yet."},
    {Say::FoundOne, u"It's {words}."},
    {Say::FoundLength, u"{length}: {words}."},
    {Say::FoundWith, u"With {people}: {words}."},
    {Say::FoundAlone, u"Nobody else is down for it: {words}."},
    {Say::FoundMany, u"I found these:"},
    {Say::HostFree, u"Yes, you're free: {moment}.|You're free: {moment}."},
    {Say::HostBusy, u"No, {moment} is taken.|{moment} is not free."},
    {Say::Dropped, u"All right, I've dropped it.|No problem, I'll leave it."},
    {Say::NothingToDrop, u"All right, nothing changed."},
    {Say::Thanks, u"You're welcome!|Happy to help!|Any time!"},
    {Say::Goodbye, u"Goodbye!|See you!|Bye for now!"},
    {Say::GoodbyeBooked, u"Goodbye! See you {words}."},
    {Say::Help,
     u"I book time with {host}. Say something like \"30 minutes on Tuesday at 2 pm\", \"when are you free?\", "
     u"\"move my meeting to 4 pm\" or \"cancel my meeting\"."},
    {Say::HelpHost,
     u"Ask \"what's on today?\" or \"am I free Friday at 3?\", say \"lunch with Kim tomorrow at noon for an hour\", "
     u"\"move my 2 pm to Thursday\" or \"cancel the one with Kim\"."},
    {Say::HostContact, u"You can reach {host} at {contact}."},
    {Say::NoHostContact, u"I have no contact details of {host} to give out, but I can book you a time."},
    {Say::Identity, u"I'm {host}'s scheduling assistant, a program that books time on the calendar."},
    {Say::SmallTalk, u"I'm doing well, thank you!|All good on my side!"},
    {Say::Frustration, u"I hear you. Let's get this done.|Fair enough, let's try it more simply."},
    {Say::OffTopic,
     u"That's outside what I do: I only look after the calendar.|I leave that to others; the calendar is my job."},
    {Say::OffTopicBack,
     u"If you'd like some time with {host}, tell me a day and a time.|Would you like to book some time?"},
    {Say::TakeYourTime, u"Take your time, I'm here.|No hurry, I'm here."},
    {Say::Unclear, u"I didn't quite get that.|That one went past me."},
    {Say::UnclearAgain,
     u"Tell me a day and time, like \"Tuesday at 2 pm for 30 minutes\", or ask when {host} is free."},
    {Say::NiceToMeet, u"Nice to meet you, {name}!|Hello {name}!"},
    {Say::Noted, u"Noted.|Got it."},
    {Say::NotedContact, u"Thanks, I've noted that.|Got it, thank you."},
    {Say::Hours, u"{host} takes meetings {hours}."},
    {Say::ZoneNoted, u"From now on I'll use {zone}.|I'll use {zone} from now on."},
    {Say::ZoneIs, u"Times here are {zone}."},
    {Say::UsualLength, u"Half an hour is usual, but any other length will do."},
    {Say::BookedOnce, u"That's this one time; repeating meetings can't be made from here."},
    {Say::CannotInvite, u"I can only put you on the invitation, but you're welcome to forward it."},
    {Say::CannotInviteHost,
     u"People can't be added to a meeting that stands already. Cancel it and book it again with them, if that helps."},
    {Say::CannotChangeHow,
     u"How you meet can't be changed from here once it's booked. Cancel it and book again, or settle it with {host}."},
    {Say::InvalidEmail, u"That e-mail address doesn't look right. How is it spelled?"},
    {Say::InvalidPhone, u"That phone number doesn't look complete. Could you give it with its area code?"},
    {Say::InvalidName, u"I couldn't take that as a name. What may I call you?"},
    {Say::InvalidOther, u"I couldn't use that. What day, time and length would you like?"},
    {Say::Failed, u"That didn't work: the calendar gave no answer I can use. Please try once more in a moment."},
    {Say::SuggestYes, u"Yes, book it"},
    {Say::SuggestOther, u"Another time"},
    {Say::SuggestWhenFree, u"When are you free?"},
    {Say::SuggestPhone, u"Phone call"},
    {Say::SuggestVideo, u"Google Meet"},
    {Say::SuggestToday, u"What's on today?"},
    {Say::SuggestTomorrow, u"What's on tomorrow?"},
    {Say::SuggestAll, u"All of them"},
};

} // namespace

const Phrases &englishPhrases()
{
    static const Phrases phrases = [] {
        Phrases table;
        for (const Entry &entry : entries)
            table.insert(static_cast<int>(entry.what), QString::fromUtf16(entry.variants).split(u'|'));
        return table;
    }();
    return phrases;
}

} // namespace ChatCal::Dialogue
