// SPDX-License-Identifier: Apache-2.0
// French. "vous" to everybody.
#include "core/llm/offline/wording_p.h"

namespace ChatCal::Dialogue {

namespace {

constexpr Entry entries[]{
    {Say::Greeting,
     u"Bonjour ! Je gère les rendez-vous de {host} : je trouve un créneau, je réserve, je déplace ou j'annule.|"
     u"Bonjour ! Je gère les rendez-vous de {host} et je vous trouve un créneau avec plaisir."},
    {Say::GreetingKnown, u"Bonjour {name} !|Rebonjour {name} !"},
    {Say::Introduction, u"Je gère les rendez-vous de {host}."},
    {Say::HostGreeting,
     u"Bonjour ! Demandez-moi ce qui est prévu ou quand vous êtes libre, ou dites-moi quoi noter dans votre agenda.|"
     u"Bonjour ! Que dois-je noter dans votre agenda, ou y chercher ?"},
    {Say::AskMoment,
     u"Quel jour et à quelle heure cela vous conviendrait-il ?|Quel jour et quelle heure vous conviennent ?"},
    {Say::AskMomentAndLength,
     u"Quel jour et à quelle heure, et pour combien de temps ?|"
     u"Quel jour et quelle heure vous conviennent, et combien de temps prévoyons-nous ?"},
    {Say::AskDay, u"Quel jour ?|Ce serait quel jour ?"},
    {Say::AskTime, u"À quelle heure ?|Quelle heure vous conviendrait ?"},
    {Say::AskLength, u"Combien de temps cela doit-il durer ?|Combien de temps prévoyons-nous ?"},
    {Say::AskName, u"Quel est votre nom ?|Et votre nom ?"},
    {Say::AskContact,
     u"À quelle adresse e-mail ou à quel numéro de téléphone peut-on vous joindre ?|Quelle adresse e-mail ou quel "
     u"numéro "
     u"de téléphone puis-je noter ?"},
    {Say::AskAnyContact,
     u"{host} a juste besoin d'un moyen de vous joindre. Préférez-vous laisser un numéro de téléphone ?"},
    {Say::AskNameAndContact,
     u"Quel est votre nom, et quelle adresse e-mail ou quel numéro de téléphone pour l'invitation ?|"
     u"Votre nom, et une adresse e-mail ou un numéro de téléphone, s'il vous plaît ?"},
    {Say::AskPhone,
     u"À quel numéro de téléphone peut vous joindre {host} ?|Quel numéro de téléphone pour l'appel de {host} ?"},
    {Say::AskNameAndPhone, u"Quel est votre nom, et quel numéro de téléphone pour l'appel de {host} ?"},
    {Say::AskPick, u"Lequel de ces créneaux vous convient ?|Lequel vous convient le mieux ?"},
    {Say::AskPickAndLength,
     u"Lequel de ces créneaux vous convient, et pour combien de temps ?|Lequel vous convient, et combien de temps "
     u"prévoyons-nous ?"},
    {Say::AskOtherMoment,
     u"Quel jour ou quelle heure vous conviendrait mieux ?|Quel autre jour ou quelle autre heure vous irait ?"},
    {Say::AskBookIt, u"Souhaitez-vous que je le réserve ?|Dois-je le réserver ?"},
    {Say::AskWhatElse, u"Quel jour et quelle heure puis-je chercher pour vous ?"},
    {Say::IsFree, u"{moment} : c'est libre.|{moment} est libre."},
    {Say::IsFreeFor, u"{moment} : c'est libre pour {length}.|{moment} est libre pour {length}."},
    {Say::ItIs, u"{moment}, donc.|Donc {moment}."},
    {Say::FreeTimes, u"Ces créneaux sont libres :|Voici ce qui est libre :"},
    {Say::FreeTimesSoonest, u"Voici les prochains créneaux libres :|Les premiers créneaux libres :"},
    {Say::NoneInHours,
     u"Rien n'est libre à ce moment-là pendant vos heures de travail. À quelle heure dois-je le noter ?|"
     u"Vos heures de travail n'ont rien de libre à ce moment-là. Quelle heure dois-je prendre ?"},
    {Say::NoFreeTimes, u"Rien n'est libre à ce moment-là.|Il n'y a aucun créneau libre à ce moment-là."},
    {Say::Taken, u"{moment} : c'est déjà pris.|{moment} est déjà pris."},
    {Say::OutsideHours, u"{moment} : c'est en dehors des horaires de {host}{hours}."},
    {Say::Past,
     u"{moment} : c'est déjà passé, et je ne réserve que dans l'avenir.|"
     u"{moment} : c'est du passé. Bien essayé, mais je ne réserve que dans l'avenir !"},
    {Say::TooSoon, u"{moment} : le délai est trop court."},
    {Say::TooFar, u"{moment} : c'est trop loin pour que je puisse réserver."},
    {Say::TooShort, u"C'est plus court que les rendez-vous de {host}."},
    {Say::TooLong, u"C'est plus long que les rendez-vous de {host}."},
    {Say::DayFull, u"Cette journée est complète."},
    {Say::NotBookable,
     u"L'agenda de {host} ne peut pas être lu en ce moment, je ne promets donc aucun créneau. Réessayez dans un petit "
     u"moment."},
    {Say::Refused, u"{moment} : ce n'est pas réservable."},
    {Say::NearestFree, u"Voici les créneaux libres les plus proches :|Ces créneaux proches sont libres :"},
    {Say::Booked,
     u"C'est réservé, {name} : {words}.|Voilà, {name} : {words}.|C'est fait, {name}. Réservé pour {words}."},
    {Say::BookedAlready, u"Vous l'avez déjà : {words}.|C'est déjà réservé : {words}."},
    {Say::BookedHost, u"Ajouté : {title}, {words}.|C'est noté : {title}, {words}."},
    {Say::BlockedTitle, u"Bloqué"},
    {Say::MeetingIdIs,
     u"Le numéro du rendez-vous est **{id}**, utile pour le déplacer ou l'annuler.|"
     u"Gardez le numéro **{id}** si vous voulez déplacer ou annuler."},
    {Say::AssumedLength, u"J'ai prévu {length} ; dites-moi si c'est plus long ou plus court."},
    {Say::KindTakes, u"{kind} dure {lengths}."},
    {Say::CallsYou, u"{host} vous appellera au {phone}."},
    {Say::VideoLink, u"Lien vidéo : <{url}>"},
    {Say::NoVideoLink, u"Je ne peux pas créer de lien vidéo ici, {host} devra vous en envoyer un."},
    {Say::MailSent, u"L'invitation est en route vers {email}."},
    {Say::MailOutbox, u"L'invitation pour {email} est écrite ; aucun e-mail ne part encore d'ici."},
    {Say::MailOffer,
     u"Si vous souhaitez une invitation par e-mail, donnez-moi simplement votre adresse.|"
     u"Pour une invitation par e-mail, votre adresse me suffit."},
    {Say::MailSentMoved, u"L'invitation mise à jour est en route vers {email}."},
    {Say::MailOutboxMoved, u"L'invitation mise à jour pour {email} est écrite ; aucun e-mail ne part encore d'ici."},
    {Say::InvitationFor, u"L'invitation est pour {email}.|Elle est pour {email}."},
    {Say::EmailAdded, u"{email} figure maintenant sur votre rendez-vous : {words}."},
    {Say::Cancelled, u"Annulé : {words}.|C'est fait, le rendez-vous est annulé : {words}."},
    {Say::CancelledMany, u"{count} rendez-vous annulés :"},
    {Say::AlreadyCancelled, u"Ce rendez-vous était déjà annulé."},
    {Say::NotFound, u"Je ne trouve pas de rendez-vous de ce genre.|Aucun rendez-vous de ce genre n'est réservé ici."},
    {Say::NotFoundButHave, u"Je ne trouve pas celui-là. Voici ce qui est réservé :"},
    {Say::NothingBooked,
     u"Rien n'a été réservé depuis cette conversation, et seule celle qui a réservé peut modifier. Sinon, {host} peut "
     u"vous aider.|"
     u"Je ne vois aucun rendez-vous réservé d'ici. Seule la conversation qui l'a réservé, ou {host}, peut le "
     u"modifier."},
    {Say::WhichCancel, u"Lequel dois-je annuler ?|Lequel de ces rendez-vous faut-il annuler ?"},
    {Say::WhichMove, u"Lequel dois-je déplacer ?|Lequel de ces rendez-vous faut-il déplacer ?"},
    {Say::WhichAll, u"Cela fait {count} rendez-vous. Dois-je tous les annuler ?"},
    {Say::Moved, u"C'est déplacé, le nouveau créneau : {words}.|C'est fait, nouveau créneau : {words}."},
    {Say::Renamed, u"Il s'appelle maintenant {title} : {words}."},
    {Say::Invited, u"C'est fait, {people} y sera aussi : {words}.|{people} est maintenant sur la liste : {words}."},
    {Say::CannotRevive, u"Une annulation ne se reprend pas, mais avec un jour et une heure je réserve à nouveau."},
    {Say::CannotUndo, u"Je n'ai rien à annuler de mon côté. Dites-moi quel rendez-vous déplacer ou annuler."},
    {Say::AskNewMoment,
     u"Quand souhaitez-vous le mettre à la place de {words} ?|Il est prévu {words}. Quelle serait la nouvelle heure ?"},
    {Say::MovedLength, u"Modifié : {words}."},
    {Say::WhichNewTime, u"Vers lequel de ces créneaux dois-je le déplacer ?"},
    {Say::Agenda, u"{day} :"},
    {Say::AgendaEmpty, u"Rien dans votre agenda {day}.|Votre agenda est vide {day}."},
    {Say::AgendaGuest, u"Vous avez réservé :|Vos réservations :"},
    {Say::AgendaGuestEmpty, u"Vous n'avez encore rien réservé ici."},
    {Say::FoundOne, u"C'est prévu : {words}."},
    {Say::FoundLength, u"{length} : {words}."},
    {Say::FoundWith, u"Avec {people} : {words}."},
    {Say::FoundAlone, u"Personne d'autre n'y figure : {words}."},
    {Say::FoundMany, u"Voici ce que j'ai trouvé :"},
    {Say::HostFree, u"Oui, vous êtes libre : {moment}.|Vous êtes libre : {moment}."},
    {Say::HostBusy, u"Non, {moment}, c'est pris.|{moment} : ce n'est pas libre."},
    {Say::Dropped, u"Très bien, je laisse tomber.|Pas de problème, on en reste là."},
    {Say::NothingToDrop, u"Très bien, rien ne change."},
    {Say::Thanks, u"Je vous en prie !|Avec plaisir !|De rien !"},
    {Say::TakeYourTime, u"Prenez votre temps, je suis là."},
    {Say::Goodbye, u"Au revoir !|À bientôt !|Bonne journée !"},
    {Say::GoodbyeBooked, u"Au revoir ! Rendez-vous {words}."},
    {Say::Help,
     u"Je réserve des rendez-vous avec {host}. Écrivez par exemple « 30 minutes mardi à 14 h », « quand êtes-vous "
     u"libre "
     u"? », « déplacez mon rendez-vous à 16 h » ou « annulez mon rendez-vous »."},
    {Say::HelpHost,
     u"Demandez « qu'est-ce que j'ai aujourd'hui ? » ou « suis-je libre vendredi à 15 h ? », dites « déjeuner avec Kim "
     u"demain à midi pendant une heure », « déplace mon rendez-vous de 14 h à jeudi » ou « annule celui avec Kim »."},
    {Say::HostContact, u"On peut joindre {host} ici : {contact}."},
    {Say::NoHostContact, u"Je n'ai pas de coordonnées de {host} à donner, mais je peux vous réserver un créneau."},
    {Say::Identity, u"Je gère les rendez-vous de {host} : un programme qui réserve dans l'agenda."},
    {Say::SmallTalk, u"Tout va bien, merci !|Très bien de mon côté !"},
    {Say::Frustration, u"Je comprends. Réglons cela.|C'est vrai, essayons plus simplement."},
    {Say::OffTopic,
     u"Cela dépasse ce que je fais : je ne m'occupe que de l'agenda.|Je laisse cela à d'autres, l'agenda est mon "
     u"métier."},
    {Say::OffTopicBack,
     u"Pour un moment avec {host}, dites-moi un jour et une heure.|Voulez-vous réserver un moment ?"},
    {Say::Unclear, u"Je n'ai pas tout à fait compris.|Cela m'a échappé."},
    {Say::UnclearAgain,
     u"Donnez-moi un jour et une heure, comme « mardi à 14 h pour 30 minutes », ou demandez quand {host} est libre."},
    {Say::NiceToMeet, u"Enchanté, {name} !|Bonjour {name} !"},
    {Say::Noted, u"C'est noté.|Entendu."},
    {Say::NotedContact, u"Merci, c'est noté.|Entendu, merci."},
    {Say::Hours, u"{host} reçoit {hours}."},
    {Say::ZoneNoted, u"Désormais j'utilise {zone}.|J'utilise {zone} à partir de maintenant."},
    {Say::ZoneIs, u"Pour les heures, j'utilise {zone}."},
    {Say::UsualLength, u"Une demi-heure est habituelle, mais toute autre durée convient."},
    {Say::BookedOnce, u"C'est pour cette fois ; les rendez-vous répétés ne peuvent pas être créés d'ici."},
    {Say::CannotInvite, u"Je ne peux mettre que vous sur l'invitation, mais vous pouvez la transférer."},
    {Say::CannotChangeHow,
     u"La façon de se voir ne peut plus être changée d'ici. Annulez et réservez à nouveau, ou voyez cela avec {host}."},
    {Say::InvalidEmail,
     u"Cette adresse e-mail semble incorrecte. Comment s'écrit-elle ?|Il manque quelque chose à cette adresse. Quelle "
     u"est-elle exactement ?"},
    {Say::InvalidPhone,
     u"Ce numéro de téléphone semble incomplet. Pouvez-vous le donner avec l'indicatif ?|Il manque des chiffres à ce "
     u"numéro. Quel est le numéro complet ?"},
    {Say::InvalidName, u"Je n'ai pas pu prendre cela comme nom. Quel est votre nom ?"},
    {Say::InvalidOther, u"Je n'ai pas pu utiliser cela. Quel jour, à quelle heure et pour combien de temps ?"},
    {Say::Failed, u"Cela n'a pas marché : l'agenda n'a pas donné de réponse utilisable. Réessayez dans un instant."},
    {Say::SuggestYes, u"Oui, réservez"},
    {Say::SuggestOther, u"Un autre moment"},
    {Say::SuggestWhenFree, u"Quand êtes-vous libre ?"},
    {Say::SuggestPhone, u"Appel téléphonique"},
    {Say::SuggestVideo, u"Google Meet"},
    {Say::SuggestToday, u"Qu'est-ce que j'ai aujourd'hui ?"},
    {Say::SuggestTomorrow, u"Qu'est-ce que j'ai demain ?"},
    {Say::SuggestAll, u"Tous"},
    {Say::Languages,
     u"Je parle français, English, Deutsch et español. Écrivez-moi dans l'une de ces langues : « 30 minutes mardi à 14 "
     u"h » "
     u"suffit."},
    {Say::TheHost, u"votre hôte"},
    {Say::ThatTime, u"Ce moment"},
    {Say::Then, u"à ce moment-là"},
    {Say::YourCalendar, u"Votre agenda"},
    {Say::That, u"Cela"},
    {Say::And, u"et"},
    {Say::Until, u"à"},
    {Say::Or, u"ou"},
    {Say::MinutesLong, u"{count} minutes"},
    {Say::PlaceTime, u"l'heure de {place} ({zone})"},
    {Say::CallTitle, u"Appel"},
    {Say::MeetingTitle, u"Rendez-vous"},
    {Say::TitleWith, u"{title} avec {person}"},
    {Say::ClockNote, u"On change d'heure cette nuit-là."},
};

} // namespace

Entries frenchEntries()
{
    return entries;
}

} // namespace ChatCal::Dialogue
