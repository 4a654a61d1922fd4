// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/tokens.h"

namespace ChatCal::Dialogue {

/// What one language calls things; one table per language in words/.
struct Words
{
    PhraseSet create; ///< "book", "set up", "I need to meet"
    PhraseSet remind; ///< puts something on the calendar in passing: "remind me to", "I have a"
    PhraseSet cancel;
    PhraseSet move; ///< changes an existing meeting
    PhraseSet correct; ///< changes what is being talked about: "make it", "actually"
    PhraseSet query; ///< asks about what is on the calendar
    PhraseSet availability; ///< asks for free time
    PhraseSet soonest;
    PhraseSet meeting; ///< words for a meeting that say nothing about it
    PhraseSet occasion; ///< meetings that say what they are: "lunch", "review"
    PhraseSet calendar; ///< "calendar", "schedule", "agenda"
    PhraseSet greeting;
    PhraseSet thanks;
    PhraseSet goodbye;
    PhraseSet help;
    PhraseSet yes;
    PhraseSet no;
    PhraseSet neverMind;
    PhraseSet hostContact;
    PhraseSet smallTalk;
    PhraseSet hours; ///< asks when the host works at all
    PhraseSet identity; ///< "who are you", "are you a bot"
    PhraseSet frustration;
    PhraseSet offTopic; ///< matters of another kind: weather, music
    PhraseSet question; ///< words a question begins with
    PhraseSet nameCue; ///< a name follows
    PhraseSet notName; ///< what follows "I'm" and is no name
    PhraseSet alsoName; ///< first names that are other words too: "may", "will", "dawn"
    PhraseSet honorific; ///< "dr", "mrs"
    PhraseSet afterName; ///< "here", "speaking"
    PhraseSet byPhone;
    PhraseSet byVideo;
    PhraseSet inPerson;
    PhraseSet aboutCue; ///< a title follows: "about", "to discuss"
    PhraseSet titleCue; ///< the title itself follows: "called", "titled"
    PhraseSet filler; ///< tells nothing about what a meeting is: "quick", "new"
    PhraseSet stop; ///< a title, a name or a place ends before it
    PhraseSet with; ///< a person follows
    PhraseSet invite;
    PhraseSet later;
    PhraseSet earlier;
    PhraseSet longer;
    PhraseSet shorter;
    PhraseSet it; ///< the meeting just spoken of
    PhraseSet first, second, third, fourth, last;
    PhraseSet another; ///< one more, not a change
    PhraseSet newTitle; ///< "rename it to"
    PhraseSet all; ///< every one of them
    PhraseSet followUp; ///< "what about" another one
};

[[nodiscard]] const Words &englishWords();

} // namespace ChatCal::Dialogue
