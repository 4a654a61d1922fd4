// SPDX-License-Identifier: Apache-2.0
// German. "Sie" to guests, "du" to the host; what fits both says neither.
#include "core/llm/offline/wording_p.h"

namespace ChatCal::Dialogue {

namespace {

constexpr Entry entries[]{
    {Say::Greeting,
     u"Guten Tag! Ich bin der Terminassistent von {host}. Ich finde einen Termin, buche, verschiebe oder storniere "
     u"ihn.|"
     u"Hallo! Ich bin der Terminassistent von {host} und finde gern einen Termin für Sie."},
    {Say::GreetingKnown, u"Hallo {name}!|Guten Tag, {name}!"},
    {Say::Introduction, u"Ich bin der Terminassistent von {host}."},
    {Say::HostGreeting,
     u"Hallo! Frag mich, was ansteht oder wann du frei bist, oder sag mir, was in deinen Kalender soll.|"
     u"Hallo! Was soll ich eintragen oder nachsehen?"},
    {Say::AskMoment,
     u"Welcher Tag und welche Uhrzeit passen Ihnen?|An welchem Tag und um welche Uhrzeit passt es Ihnen?"},
    {Say::AskMomentAndLength,
     u"Welcher Tag und welche Uhrzeit passen Ihnen, und wie lange soll der Termin dauern?|"
     u"An welchem Tag und um welche Uhrzeit passt es Ihnen, und wie lange planen wir ein?"},
    {Say::AskDay, u"An welchem Tag?|Welcher Tag wäre das?"},
    {Say::AskTime, u"Um wie viel Uhr passt es?|Welche Uhrzeit passt?"},
    {Say::AskLength, u"Wie lange soll der Termin dauern?|Wie lange planen wir ein?"},
    {Say::AskName, u"Wie ist Ihr Name?|Und wie heißen Sie?"},
    {Say::AskContact,
     u"Unter welcher E-Mail-Adresse oder Telefonnummer erreicht man Sie?|"
     u"Welche E-Mail-Adresse oder Telefonnummer darf ich notieren?"},
    {Say::AskAnyContact, u"{host} braucht nur einen Weg, Sie zu erreichen. Geben Sie lieber eine Telefonnummer an?"},
    {Say::AskNameAndContact,
     u"Wie heißen Sie, und an welche E-Mail-Adresse oder Telefonnummer geht die Einladung?|"
     u"Auf welchen Namen darf ich buchen? Dazu bitte eine E-Mail-Adresse oder Telefonnummer."},
    {Say::AskPhone, u"Unter welcher Telefonnummer soll {host} anrufen?|Welche Telefonnummer soll {host} anrufen?"},
    {Say::AskNameAndPhone, u"Wie heißen Sie, und unter welcher Telefonnummer soll {host} anrufen?"},
    {Say::AskPick, u"Welcher davon passt?|Welche dieser Zeiten passt am besten?"},
    {Say::AskPickAndLength,
     u"Welcher davon passt, und wie lange soll der Termin dauern?|Welche dieser Zeiten passt, und wie lange planen wir "
     u"ein?"},
    {Say::AskOtherMoment,
     u"Welcher Tag oder welche Uhrzeit passt besser?|Welcher andere Tag oder welche andere Uhrzeit "
     u"passt?"},
    {Say::AskBookIt, u"Soll ich den Termin buchen?|Möchten Sie, dass ich ihn buche?"},
    {Say::AskWhatElse, u"Für welchen Tag und welche Uhrzeit darf ich etwas suchen?"},
    {Say::IsFree, u"{moment} ist frei.|{moment} passt."},
    {Say::IsFreeFor, u"{moment} ist frei, {length} lang.|{moment} passt, {length} lang."},
    {Say::ItIs, u"{moment} also.|Also {moment}."},
    {Say::FreeTimes, u"Diese Zeiten sind frei:|Folgende Zeiten sind frei:"},
    {Say::FreeTimesSoonest, u"Das sind die nächsten freien Zeiten:|Am frühesten frei sind diese Zeiten:"},
    {Say::NoneInHours,
     u"In deinen Arbeitszeiten ist da nichts frei. Um wie viel Uhr soll ich es eintragen?|"
     u"Da ist in deinen Arbeitszeiten nichts frei. Welche Uhrzeit soll ich nehmen?"},
    {Say::NoFreeTimes, u"Dann ist nichts frei.|Zu dieser Zeit ist nichts frei."},
    {Say::Taken, u"{moment} ist schon belegt.|{moment} ist schon vergeben."},
    {Say::OutsideHours, u"{moment} liegt außerhalb der Arbeitszeiten von {host}{hours}."},
    {Say::Past,
     u"{moment} ist schon vorbei, und ich buche nur nach vorn.|"
     u"{moment} liegt in der Vergangenheit. Netter Versuch, aber ich buche nur nach vorn!"},
    {Say::TooSoon, u"{moment} ist zu kurzfristig."},
    {Say::TooFar, u"{moment} liegt weiter in der Zukunft, als ich buchen kann."},
    {Say::TooShort, u"Das ist kürzer, als Termine bei {host} sein können."},
    {Say::TooLong, u"Das ist länger, als Termine bei {host} sein können."},
    {Say::DayFull, u"Dieser Tag ist voll."},
    {Say::NotBookable,
     u"Der Kalender von {host} lässt sich gerade nicht lesen, deshalb verspreche ich keine Zeit. Bitte gleich noch "
     u"einmal versuchen."},
    {Say::Refused, u"{moment} lässt sich nicht buchen."},
    {Say::NearestFree, u"Diese Zeiten in der Nähe sind frei:|Das sind die nächstgelegenen freien Zeiten:"},
    {Say::Booked,
     u"Gebucht, {name}: {words}.|Alles klar, {name}, der Termin steht: {words}.|Erledigt, {name}. Gebucht für "
     u"{words}."},
    {Say::BookedAlready, u"Das ist schon gebucht: {words}.|Diesen Termin haben Sie bereits: {words}."},
    {Say::BookedHost, u"Eingetragen: {title}, {words}.|Erledigt: {title}, {words}."},
    {Say::BlockedTitle, u"Blockiert"},
    {Say::MeetingIdIs,
     u"Die Terminnummer ist **{id}**; damit lässt sich der Termin verschieben oder absagen.|"
     u"Die Terminnummer **{id}** hilft beim Verschieben oder Absagen."},
    {Say::AssumedLength, u"Ich habe {length} angenommen; sag Bescheid, wenn es länger oder kürzer sein soll."},
    {Say::KindTakes, u"{kind} dauert {lengths}."},
    {Say::CallsYou, u"{host} ruft Sie unter {phone} an."},
    {Say::VideoLink, u"Video-Link: <{url}>"},
    {Say::NoVideoLink, u"Einen Video-Link kann ich hier nicht erstellen, den müsste {host} Ihnen schicken."},
    {Say::MailSent, u"Die Einladung ist unterwegs an {email}."},
    {Say::MailOutbox, u"Die Einladung für {email} ist geschrieben; von hier wird noch keine Mail verschickt."},
    {Say::MailOffer,
     u"Wenn Sie eine Einladung per E-Mail möchten, nennen Sie mir einfach Ihre Adresse.|"
     u"Für eine Einladung per E-Mail brauche ich nur Ihre Adresse."},
    {Say::MailSentMoved, u"Die geänderte Einladung ist unterwegs an {email}."},
    {Say::MailOutboxMoved,
     u"Die geänderte Einladung für {email} ist geschrieben; von hier wird noch keine Mail verschickt."},
    {Say::InvitationFor, u"Die Einladung geht an {email}.|Sie geht an {email}."},
    {Say::EmailAdded, u"{email} steht jetzt beim Termin: {words}."},
    {Say::Cancelled, u"Abgesagt: {words}.|Erledigt, der Termin am {words} ist abgesagt."},
    {Say::CancelledMany, u"{count} Termine abgesagt:"},
    {Say::AlreadyCancelled, u"Dieser Termin war schon abgesagt."},
    {Say::NotFound, u"So einen Termin finde ich nicht.|Hier ist kein solcher Termin gebucht."},
    {Say::NotFoundButHave, u"Den finde ich nicht. Gebucht ist:"},
    {Say::NothingBooked,
     u"Aus dieser Unterhaltung ist nichts gebucht, und nur dort, wo gebucht wurde, lässt sich etwas ändern. Sonst "
     u"hilft "
     u"{host} weiter.|"
     u"Ich sehe keinen Termin, der hier gebucht wurde. Ändern kann ihn nur die Unterhaltung, in der er entstand, oder "
     u"{host}."},
    {Say::WhichCancel, u"Welchen Termin soll ich absagen?|Welcher davon soll weg?"},
    {Say::WhichMove, u"Welchen Termin soll ich verschieben?|Welchen davon soll ich verschieben?"},
    {Say::WhichAll, u"Das sind {count} Termine. Soll ich alle absagen?"},
    {Say::Moved, u"Verschoben, der Termin ist jetzt am {words}.|Erledigt, der neue Termin ist am {words}."},
    {Say::Renamed, u"Der Termin heißt jetzt {title}: {words}."},
    {Say::Invited, u"Erledigt, {people} ist auch dabei: {words}.|{people} steht jetzt auf der Liste: {words}."},
    {Say::CannotRevive, u"Abgesagt bleibt abgesagt; mit Tag und Uhrzeit buche ich den Termin neu."},
    {Say::CannotUndo, u"Von mir gibt es nichts zurückzunehmen. Welcher Termin soll verschoben oder abgesagt werden?"},
    {Say::AskNewMoment,
     u"Auf wann soll ich den Termin am {words} verlegen?|Jetzt ist er am {words}. Wann soll der neue Termin sein?"},
    {Say::MovedLength, u"Geändert: {words}."},
    {Say::WhichNewTime, u"Auf welche dieser Zeiten soll ich verschieben?"},
    {Say::Agenda, u"{day}:"},
    {Say::AgendaEmpty, u"Im Kalender steht nichts {day}.|Der Kalender ist frei {day}."},
    {Say::AgendaGuest, u"Das ist gebucht:|Diese Termine sind gebucht:"},
    {Say::AgendaGuestEmpty, u"Hier ist noch nichts gebucht."},
    {Say::FoundOne, u"Hier ist der Termin: {words}."},
    {Say::FoundLength, u"{length}: {words}."},
    {Say::FoundWith, u"Mit {people}: {words}."},
    {Say::FoundAlone, u"Sonst ist niemand dabei: {words}."},
    {Say::FoundMany, u"Das habe ich gefunden:"},
    {Say::HostFree, u"Ja, da bist du frei: {moment}.|Du bist frei: {moment}."},
    {Say::HostBusy, u"Nein, {moment} ist belegt.|{moment} ist nicht frei."},
    {Say::Dropped, u"In Ordnung, ich lasse es.|Kein Problem, dann lassen wir das."},
    {Say::NothingToDrop, u"In Ordnung, es bleibt alles, wie es ist."},
    {Say::Thanks, u"Gern geschehen!|Sehr gern!|Jederzeit gern!"},
    {Say::TakeYourTime, u"Kein Problem, ich bin da.|Ganz in Ruhe, ich warte gern."},
    {Say::Goodbye, u"Auf Wiedersehen!|Bis bald!|Einen schönen Tag noch!"},
    {Say::GoodbyeBooked, u"Auf Wiedersehen, bis {words}!"},
    {Say::Help,
     u"Ich vergebe Termine bei {host}. Schreiben Sie zum Beispiel „30 Minuten am Dienstag um 14 Uhr“, „Wann haben Sie "
     u"Zeit?“, „Verschieben Sie meinen Termin auf 16 Uhr“ oder „Sagen Sie meinen Termin ab“."},
    {Say::HelpHost,
     u"Frag „Was steht heute an?“ oder „Bin ich Freitag um 15 Uhr frei?“, sag „Mittagessen mit Kim morgen um 12 für "
     u"eine "
     u"Stunde“, „Verschieb meinen Termin um 14 Uhr auf Donnerstag“ oder „Sag das Treffen mit Kim ab“."},
    {Say::HostContact, u"{host} ist unter {contact} zu erreichen."},
    {Say::NoHostContact, u"Kontaktdaten von {host} kann ich nicht herausgeben, aber einen Termin buche ich gern."},
    {Say::Identity, u"Ich bin der Terminassistent von {host}, ein Programm, das Termine in den Kalender bucht."},
    {Say::SmallTalk, u"Mir geht es bestens, danke!|Alles gut bei mir!"},
    {Say::Frustration, u"Das verstehe ich. Bringen wir es zu Ende.|Gut, versuchen wir es einfacher."},
    {Say::OffTopic,
     u"Das gehört nicht zu meinen Aufgaben: Ich kümmere mich nur um den Kalender.|Das überlasse ich anderen, ich bin "
     u"für "
     u"den Kalender da."},
    {Say::OffTopicBack, u"Für einen Termin mit {host} brauche ich nur Tag und Uhrzeit.|Darf ich einen Termin buchen?"},
    {Say::Unclear, u"Das habe ich nicht ganz verstanden.|Das ist mir entgangen."},
    {Say::UnclearAgain,
     u"Nennen Sie mir Tag und Uhrzeit, etwa „Dienstag um 14 Uhr für 30 Minuten“, oder fragen Sie, wann {host} Zeit "
     u"hat."},
    {Say::NiceToMeet, u"Freut mich, {name}!|Hallo {name}!"},
    {Say::Noted, u"Notiert.|Alles klar."},
    {Say::NotedContact, u"Danke, das ist notiert.|Alles klar, vielen Dank."},
    {Say::Hours, u"{host} vergibt Termine {hours}."},
    {Say::ZoneNoted, u"Ab jetzt rechne ich mit {zone}.|Von jetzt an gilt {zone}."},
    {Say::ZoneIs, u"Alle Zeiten hier sind in {zone} angegeben."},
    {Say::UsualLength, u"Üblich ist eine halbe Stunde, jede andere Länge geht auch."},
    {Say::BookedOnce, u"Das gilt für dieses eine Mal; wiederkehrende Termine kann ich hier nicht anlegen."},
    {Say::CannotInvite, u"Auf die Einladung kann ich nur Sie setzen; weiterleiten dürfen Sie sie gern."},
    {Say::CannotChangeHow,
     u"Wie das Treffen stattfindet, lässt sich hier nachträglich nicht ändern. Bitte absagen und neu buchen oder mit "
     u"{host} klären."},
    {Say::InvalidEmail,
     u"Diese E-Mail-Adresse sieht nicht richtig aus. Wie schreibt sie sich?|Bei dieser E-Mail-Adresse fehlt etwas. Wie "
     u"lautet sie genau?"},
    {Say::InvalidPhone,
     u"Diese Telefonnummer sieht unvollständig aus. Wie lautet sie mit Vorwahl?|Bei dieser Nummer fehlen Ziffern. Wie "
     u"lautet sie ganz?"},
    {Say::InvalidName, u"Das konnte ich nicht als Namen nehmen. Wie ist Ihr Name?"},
    {Say::InvalidOther, u"Damit konnte ich nichts anfangen. Welcher Tag, welche Uhrzeit und wie lange soll es sein?"},
    {Say::Failed,
     u"Das hat nicht geklappt: Der Kalender gab keine brauchbare Antwort. Bitte gleich noch einmal versuchen."},
    {Say::SuggestYes, u"Ja, bitte buchen"},
    {Say::SuggestOther, u"Eine andere Zeit"},
    {Say::SuggestWhenFree, u"Wann haben Sie Zeit?"},
    {Say::SuggestPhone, u"Telefonat"},
    {Say::SuggestVideo, u"Google Meet"},
    {Say::SuggestToday, u"Was steht heute an?"},
    {Say::SuggestTomorrow, u"Was steht morgen an?"},
    {Say::SuggestAll, u"Alle davon"},
    {Say::Languages,
     u"Ich spreche Deutsch, English, français und español. Schreiben Sie mir gern in einer davon: „30 Minuten am "
     u"Dienstag "
     u"um 14 Uhr“ genügt."},
    {Say::TheHost, u"ChatCal"}, // a name, which stays as it is in every case
    {Say::ThatTime, u"Diese Zeit"},
    {Say::Then, u"in dieser Zeit"},
    {Say::YourCalendar, u"Dein Kalender"},
    {Say::That, u"Das"},
    {Say::And, u"und"},
    {Say::Until, u"bis"},
    {Say::Or, u"oder"},
    {Say::MinutesLong, u"{count} Minuten"},
    {Say::PlaceTime, u"Ortszeit {place} ({zone})"},
    {Say::CallTitle, u"Anruf"},
    {Say::MeetingTitle, u"Termin"},
    {Say::TitleWith, u"{title} mit {person}"},
    {Say::ClockNote, u"In dieser Nacht werden die Uhren umgestellt."},
};

constexpr Entry forHosts[]{
    {Say::AskMoment, u"Welcher Tag und welche Uhrzeit passen dir?|An welchem Tag und um welche Uhrzeit?"},
    {Say::AskMomentAndLength, u"Welcher Tag und welche Uhrzeit, und wie lange soll es dauern?"},
    {Say::AskBookIt, u"Soll ich ihn eintragen?"},
    {Say::NoVideoLink, u"Einen Video-Link kann ich hier nicht erstellen, den müsste {host} schicken."},
    {Say::UnclearAgain,
     u"Nenn mir Tag und Uhrzeit, etwa „Dienstag um 14 Uhr für 30 Minuten“, oder frag, wann {host} Zeit hat."},
    {Say::SuggestWhenFree, u"Wann habe ich Zeit?"},
    {Say::Goodbye, u"Bis bald!|Mach's gut!"},
    {Say::GoodbyeBooked, u"Bis bald, bis {words}!"},
    {Say::Languages,
     u"Ich spreche Deutsch, English, français und español. Schreib mir gern in einer davon: „Was steht heute an?“ "
     u"genügt."},
};

} // namespace

Entries germanEntries()
{
    return entries;
}

Entries germanEntriesForHosts()
{
    return forHosts;
}

} // namespace ChatCal::Dialogue
