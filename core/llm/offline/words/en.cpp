// SPDX-License-Identifier: Apache-2.0
// English. Lower case, contractions opened ("I'm" is "i am"), phrases separated by "|".
#include "core/llm/offline/words.h"

namespace ChatCal::Dialogue {

const Words &englishWords()
{
    static const Words words{
        .create = PhraseSet(
            u"shedule|put in|put down|throw|book|schedule|set "
            u"up|setup|set|add|create|make|arrange|plan|put|block|block off|block out|"
            u"reserve|organize|organise|pencil in|pencil|fix|get|sign me up|squeeze in|find|slot in|"
            u"insert|enter|log|mark|save|include|invite|place|setting|scheduling|booking|meet|see|talk to|speak to|"
            u"speak with|talk with|chat with|catch up|need|want|would like|have a meeting|"
            u"have a call|can we|could we|let us|hold"),
        .remind = PhraseSet(u"remind|reminder|do not let me forget|i have a|i have an|i have my|i have to|i got a|"
                            u"i will be|i am having|i am going to|i am going|i will have|i need to go|there is a|"
                            u"we have a|we are having|i am meeting|alert me|notify me|make a note"),
        .cancel = PhraseSet(
            u"cancel|cancelled|canceled|canceling|cancelling|delete|deleting|remove|drop|scrap|call off|call it "
            u"off|erase|get rid of|"
            u"unblock|clear|take off|take it off|can not make it|can not "
            u"make|cancellation|scratch|wipe|trash|unschedule|"
            u"not attend|will not be able to make"),
        .move = PhraseSet(u"set the location|set location|fix|move|reschedule|rescheduled|change|shift|push|push "
                          u"back|postpone|delay|update|bring forward|"
                          u"switch|swap|extend|lengthen|shorten|edit|modify|adjust|rename|different time|another time|"
                          u"moved|changed|rescheduling|pull forward|prolong|replace"),
        .correct = PhraseSet(
            u"make that|make this|make it|actually|instead|rather|i meant|i mean|no wait|wait|sorry|oops|correction|"
            u"change it|change that|should be|let us do|let us make it|wrong|better make it|not that|on second thought|"
            u"change the time|change the day|change the date|supposed to be|i said"),
        .query =
            PhraseSet(u"what|when|where|who|whom|which|how many|how long|list|show|show me|tell me|do i have|"
                      u"have i got|is there|are there|did i|what is on|check|see my|read|am i|display|look up|search|"
                      u"pull up|give me|let me know|any|is my|are my|does|will|is|find out|view|open|bring up|look at|"
                      u"anything|go over|give|how much|next|what are|do we have|am i meeting|search for"),
        .availability =
            PhraseSet(u"free|available|availability|availabilities|open|opening|openings|busy|free time|free slot|"
                      u"free slots|slots|have time|have any time|gap|gaps|room|vacant|unbooked|any time|time slots|"
                      u"open times|free times|slot|booked up|empty|occupied|availablity|avail|unoccupied"),
        .soonest = PhraseSet(u"soonest|earliest|as soon as possible|asap|next available|first available|next free|"
                             u"next opening|next slot|first free|next open|soon as possible"),
        .meeting = PhraseSet(u"meeting|meetings|appointment|appointments|event|events|call|calls|session|slot|booking|"
                             u"bookings|time|reservation|chat|talk|something|one|thing|things|appt|meet|conversation|"
                             u"invite|invitation|reminder|reminders|date|spot|entry|item|plans|plan|commitments"),
        .occasion = PhraseSet(
            u"lunch|dinner|breakfast|brunch|coffee|drinks|party|interview|review|standup|stand-up|sync|demo|"
            u"workshop|conference|birthday|anniversary|wedding|dentist|doctor|checkup|check-up|gym|class|"
            u"lesson|training|presentation|consultation|1:1|one-on-one|catch-up|catchup|kickoff|kick-off|retro|"
            u"retrospective|haircut|visit|trip|vacation|holiday|exam|game|golf|tennis|concert|play|show|"
            u"webinar|seminar|briefing|date night|bbq|barbecue|yoga|practice|picnic|recital|"
            u"bill|bills|payment|deadline|happy hour|movie|tea|shower|service|flight"),
        .calendar = PhraseSet(u"calendar|calender|schedule|agenda|diary|planner|itinerary|day look like|schedules|day "
                              u"looking|week look like"),
        .greeting = PhraseSet(u"hi|hello|hey|hiya|good morning|good afternoon|good evening|greetings|howdy|hi there|"
                              u"hello there|hey there|yo|good day"),
        .thanks = PhraseSet(u"thanks|thank you|thank u|thx|ty|cheers|much appreciated|appreciate it|great job|"
                            u"good job|well done|you are the best|that is all|that is it|that will be all|nothing else|"
                            u"that would be all|appreciate"),
        .goodbye = PhraseSet(u"bye|goodbye|good bye|see you|see ya|cya|take care|have a nice day|good night|"
                             u"have a good day|have a great day|talk soon|so long"),
        .help = PhraseSet(u"help|/help|what can you do|how does this work|how do i|what do you do|commands|"
                          u"how can you help|instructions|what can i ask|what can i say"),
        .yes = PhraseSet(
            u"suits me|that suits|you got it|sounds fantastic|sounds wonderful|sounds nice|that sounds|this looks|it "
            u"looks|looks better|the one|affirmative|terrific|yeah that|super|brilliant|splendid|that will do|go "
            u"with|yes|yeah|yep|yup|sure|ok|okay|please do|go ahead|sounds good|sounds great|perfect|great|"
            u"correct|right|do it|book it|that works|works for me|fine|absolutely|definitely|of course|"
            u"exactly|good|looks good|looks great|alright|confirmed|confirm|that is right|it is good|"
            u"please|works|ya|sounds perfect|deal|lovely|wonderful|awesome|cool|y|that is fine|that is good|"
            u"that is perfect|that is great|it is fine|it is perfect|excellent|nice|all good|looks right|"
            u"looks fine|looks perfect|amazing|is good|is fine|is perfect|is great|is correct|is right|will "
            u"do|will work|that one|this one|fantastic|that looks|"
            u"uh huh|works great|looks correct|go for it|any of those|either"),
        .no = PhraseSet(u"no|nope|nah|not really|do not|not now|no thanks|no thank you|not right now|not yet|n|not"),
        .neverMind = PhraseSet(u"never mind|nevermind|forget it|forget about it|forget that|leave it|skip it|"
                               u"do not bother|scratch that|changed my mind|no keep it|keep it|stop|abort|leave it as "
                               u"it is|leave it as is|"
                               u"let it be|do not cancel|do not delete|do not book|do not do that|do not add|do not "
                               u"change|cancel that request|"
                               u"do not worry about it|hold off"),
        .hostContact =
            PhraseSet(u"your phone|your number|your email|your e-mail|his number|her number|his email|her email|"
                      u"their number|their email|contact details|contact information|contact info|reach you|reach him|"
                      u"reach her|reach them|call you directly|your contact|email you|phone you|his phone|her phone|"
                      u"contact you|contact him|contact her|host's number|host's email"),
        .smallTalk =
            PhraseSet(u"how are you|how are things|how is it going|what is up|nice to meet you|tell me a joke|"
                      u"joke|how do you do|how have you been|i love you|i am bored|lol|haha|hahaha|good to see you|"
                      u"how is your day|how are you doing"),
        .hours = PhraseSet(u"working hours|office hours|business hours|opening hours|what hours|your hours|his hours|"
                           u"her hours|their hours|work hours"),
        .identity =
            PhraseSet(u"who are you|are you a bot|are you human|are you real|are you a robot|what are you|"
                      u"are you an ai|what is your name|your name|who am i talking to|are you a person|who is this"),
        .frustration = PhraseSet(u"stupid|useless|terrible|awful|frustrating|annoying|ridiculous|not working|"
                                 u"does not work|is not working|you do not understand|not what i asked|not what i said|"
                                 u"idiot|dumb|hate this|waste of time|wtf|are you serious|you are not listening|damn|"
                                 u"this is hard|not helpful|crap|shit|fuck|fucking"),
        .offTopic = PhraseSet(
            u"weather|temperature|rain|raining|snow|snowing|forecast|umbrella|sunny|music|song|songs|playlist|radio|"
            u"podcast|album|volume|"
            u"light|lights|lamp|alarm|alarms|wake "
            u"me|news|headlines|headline|stock|stocks|recipe|recipes|cook|pizza|taxi|uber|cab|train|trains|"
            u"traffic|directions|route|restaurant|restaurants|hotel|hotels|email|emails|e-mail|mail|mails|inbox|tweet|"
            u"twitter|"
            u"facebook|instagram|joke|jokes|translate|definition|define|meaning|capital "
            u"of|population|list|lists|shopping|groceries|"
            u"grocery|vacuum|coffee machine|coffee maker|thermostat|heating|socket|plug|audiobook|audio book|movie "
            u"times|exchange rate|"
            u"currency|dollar|president|playing|jazz|rock|game|games|trivia|what time is it|the time|time zone in|"
            u"score|speaker|speakers|mute|tv|television|netflix|youtube|order|takeaway|delivery|contact|contacts|"
            u"brightness|hue|color|colour|square root|calculate|plus|minus|times "
            u"table|chatbot|play|sing|tune|tunes|track|"
            u"robot|vacuum cleaner|cleaner|ticket|tickets|bus|flight|fly|math|equation|biography|born|history "
            u"of|origin|smart|"
            u"dim|switch off|switch on|turn off|turn on|turn up|turn down|louder|quieter|book "
            u"shelf|story|stories|wikipedia|google|"
            u"weather "
            u"like|degrees|hot|cold|humid|humidity|wind|windy|jacket|coat|latest|picture|photo|sport|sports|football|"
            u"social|post|status|complaint|complain|notification|notifications|item|items|word|synonym|spell|repeat|"
            u"shuffle|skip|"
            u"who won|how old|how far|how tall|walmart|bar|bars|pub|pubs|cinema|theater|theatre|near "
            u"me|nearby|places|address|boss|manager"),
        .question = PhraseSet(u"what|when|where|who|whom|which|how|why|is|are|am|do|does|did|can|could|will|would|has|"
                              u"have|should"),
        .nameCue = PhraseSet(
            u"my name is|my first name is|my full name is|the name is|name is|i am called|call me|this is|i am|it is|"
            u"name|its|for my colleague|for my boss|for my manager|for my wife|for my husband|for my "
            u"friend|for my partner|for my assistant|for my coworker|for my client|for my brother|for my sister|on "
            u"behalf of"),
        .notName = PhraseSet(
            u"oh|dunno|idk|tel|telephone|mobile|cell|mob|handy|telefon|ah|um|uh|hmm|hm|er|wow|haha|lol|ugh|btw|sry|pls|"
            u"plz|let|"
            u"got|give|and|w|a|an|the|in|on|at|to|for|from|"
            u"of|with|by|not|no|so|very|too|just|only|also|still|now|here|there|this|"
            u"that|my|your|his|her|our|me|you|we|he|she|it|they|and|or|but|if|free|available|busy|good|fine|ok|okay|"
            u"great|well|sorry|sure|afraid|glad|happy|ready|late|early|interested|looking|trying|going|hoping|"
            u"calling|writing|wondering|thinking|planning|having|meeting|talking|asking|waiting|back|done|new|away|"
            u"out|off|open|flexible|unavailable|unable|able|about|around|all|anything|something|nothing|really|"
            u"actually|currently|based|located|working|traveling|travelling|using|getting|making|tired|sick|bored|"
            u"confused|lost|frustrated|angry|curious|excited|pleased|wrong|right|correct|cool|perfect|yes|yeah|nope|"
            u"when|where|what|why|how|who|which|please|thanks|thank|hello|hi|hey|monday|tuesday|wednesday|thursday|"
            u"friday|saturday|sunday|today|tomorrow|tonight|morning|afternoon|evening|noon|next|last|every|any|some|"
            u"one|two|three|four|five|six|seven|eight|nine|ten|half|quarter|hour|minutes|minute|day|week|month|"
            u"call|video|phone|google|zoom|email|mail|number|book|schedule|cancel|move|reschedule|change|would|could|"
            u"can|will|should|may|might|must|have|has|had|need|want|do|does|did|is|are|was|were|be|been|being|"
            u"whatever|whenever|wherever|either|neither|both|maybe|perhaps|kind|sort|pretty|quite|as|like|"
            u"meant|saying|down|up|over|under|up|fully|totally|completely|definitely|always|never|usually|"
            u"important|urgent|possible|impossible|difficult|easy|easier|better|best|worse|stupid|useless|"
            u"wait|stop|wait|stop|because|since|until|after|before|between|during|more|less|most|test|it's|i|i'm|time|"
            u"date|"
            u"ridiculous|annoying|terrible|awful|frustrating|crazy|nice|true|false|serious|kidding|joking"),
        .alsoName =
            PhraseSet(u"april|may|june|july|august|jan|eve|dawn|noon|summer|autumn|sunny|will|mark|bill|ty|rock|"
                      u"jazz|rain|hope|grace|joy|chase|grant|drew|art|guy|pat|rob|wade|pierce|tea|story|mac|"
                      u"harmony|melody|skip|rusty|misty|star|sky|dusty"),
        .honorific = PhraseSet(u"dr|mr|mrs|ms|miss|mx|prof|professor|sir|dame|madam|rev|reverend|fr|herr|frau|mme|"
                               u"mlle|capt|captain|judge|rabbi"),
        .afterName = PhraseSet(u"here|speaking|calling|again"),
        .byPhone = PhraseSet(u"phone call|phone|by phone|over the phone|telephone|call me|ring me|give me a ring|"
                             u"give me a call|phone me|on the phone|a ring|cell|voice call"),
        .byVideo = PhraseSet(
            u"google meet|gmeet|meet link|video|video call|videocall|zoom|teams|ms teams|online|"
            u"virtual|virtually|hangout|hangouts|video chat|video conference|videoconference|webcam|skype|facetime"),
        .inPerson = PhraseSet(u"in person|in-person|face to face|face-to-face|at your office|in your office|on site|"
                              u"onsite|on-site|at the office"),
        .aboutCue =
            PhraseSet(u"about|regarding|concerning|to discuss|to talk about|to go over|to review|to talk through|"
                      u"re|on the topic of|to chat about|to plan|to catch up on|to speak about"),
        .titleCue = PhraseSet(u"topic|the topic is|subject|called|titled|entitled|named|name it|call it|title it|with "
                              u"the title|the title is|"
                              u"title is|the subject is|subject is|with the subject|label "
                              u"it|title|labeled|labelled|the name is|as the title|name the event|the title should be"),
        .filler = PhraseSet(
            u"having|both|them|those|these|say|id|details|a|an|the|my|our|your|some|any|new|quick|short|brief|long|"
            u"another|"
            u"little|nice|good|"
            u"free|available|open|up|me|in|us|for|of|next|upcoming|first|last|other|single|whole|entire|"
            u"one|all|please|to|calendar|schedule|event|full|day|minute|minutes|hour|hours|hr|hrs|min|mins|half|"
            u"half-hour|phone|video|online|google|meet|zoom|virtual|that|this|it|on|have|go|that's|is|are|be|do|"
            u"day-long|recurring|repeating|weekly|daily|monthly|agenda|list|down|called|every|just|also|then|did|do|"
            u"does|have|has|booked|scheduled|planned|am|i|we|was|were|will|there|any|anything|something|left|got|"
            u"everything|had|you|book|schedule|meet|see|attend|attending|what|when|who|much|many|currently|now|so|far|"
            u"going|like|look|looking|off|should|would|could|can"),
        .stop =
            PhraseSet(u"with|w|at|on|in|for|from|to|by|and|or|but|because|so|if|when|that|which|who|i|we|you|please|"
                      u"thanks|thank|via|over|using|starting|beginning|between|until|till|after|before|around|"
                      u"about|tomorrow|today|tonight|next|this|called|titled|named|my|is|are|lasting|my name|"
                      u"location|where|it|invite|as|ending|instead|every|each|daily|weekly|monthly|off|through|"
                      u"back|up|starts|does|do"),
        .with = PhraseSet(u"with|including|together with|along with|and with"),
        .invite = PhraseSet(u"invite|also invite|add|include|send an invite to|bring|inviting|ask"),
        .later = PhraseSet(u"later|back|postpone|delay|push|after"),
        .earlier = PhraseSet(u"earlier|forward|sooner|up|ahead"),
        .longer = PhraseSet(u"longer|extend|lengthen|prolong|more minutes"),
        .shorter = PhraseSet(u"shorter|shorten|cut"),
        .it = PhraseSet(u"it|that|this|that one|this one|that meeting|this meeting|the meeting|my meeting|the call|"
                        u"my call|my appointment|the appointment|my booking|the booking|that appointment|that event|"
                        u"this event|the event|them|those|these|both"),
        .first = PhraseSet(u"the first|first|first one|1st|number one|number 1|#1|option 1|option one|the earliest|"
                           u"earliest|the former"),
        .second = PhraseSet(u"the second|second|second one|2nd|number two|number 2|option 2|option two|the latter"),
        .third = PhraseSet(u"the third|third|third one|3rd|number three|number 3|option 3|option three"),
        .fourth = PhraseSet(u"the fourth|fourth|fourth one|4th|number four|number 4|option 4|option four"),
        .last = PhraseSet(u"the last|last one|the last one|the latest|the final one"),
        .another = PhraseSet(u"another|also|as well|too|one more|second meeting|new meeting|additional"),
        .newTitle =
            PhraseSet(u"rename|retitle|change the title|change the name|change the subject|change title|change name"),
        .all = PhraseSet(u"all|every|everything|all of them|both|entire"),
        .followUp = PhraseSet(u"what about|how about|and what about|and how about|and|or|maybe|perhaps|rather|better"),
    };
    return words;
}

} // namespace ChatCal::Dialogue
