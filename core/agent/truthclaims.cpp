// SPDX-License-Identifier: Apache-2.0
#include "core/agent/truthclaims.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QRegularExpression expression(const char *pattern)
{
    return QRegularExpression(QString::fromUtf8(pattern),
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}

bool hasBooked(const TurnFacts &facts)
{
    return facts.hasBooked || facts.hasMoved;
}

bool hasMoved(const TurnFacts &facts)
{
    return facts.hasMoved;
}

bool hasCancelled(const TurnFacts &facts)
{
    return facts.hasCancelled;
}

// clang-format off
// Up to a few words may stand between: "I have just gone ahead and booked", "your call with Ada is now confirmed".
#define CHATCAL_ACTOR R"(\b(?:i|we)(?:['\x{2019}]ve| have| was able to)?(?: just| now| also| already| \w+ly| gone ahead and| went ahead and)* )"
#define CHATCAL_IS R"(\b(?:is|are|was|were|(?:has|have) been|(?:it|that|you|everything|they)['\x{2019}](?:s|re))(?: all| now| also| \w+ly)* )"
#define CHATCAL_OF_A_MEETING R"((?=[^.!?]*\b(?:meeting|call|appointment|booking|event|calendar|time(?! zone))\b))"
// "Grace is booked at that time" tells that somebody is busy.
#define CHATCAL_BOOKED R"(booked\b(?! (?:up|out|solid|all|then|until|at that|by|during|between|through)\b))"
// "Gebucht!", "Reservado, Ada": the participle alone, as an answer.
#define CHATCAL_ALONE R"((?=\s*[!.,:;*\x{2013}\x{2014}]|$))"

// German has its participle at the end: what stands between must deny nothing.
#define CHATCAL_GAP_DE R"((?:(?!\b(?:nicht|nichts|kein\w*|schon|bereits|niemand)\b)(?:[^.!?;:]|(?<=\d)[.:])){0,80}?)"
#define CHATCAL_ACTOR_DE R"(\b(?:(?:ich|wir) (?:hab|habe|haben)|(?:hab|habe|haben) (?:ich|wir))\b)" CHATCAL_GAP_DE
#define CHATCAL_IS_DE R"(\b(?:ist|sind|wurde|wurden)\b)" CHATCAL_GAP_DE
#define CHATCAL_UNSAYING_DE R"(\b(?:nicht|nichts|kein\w*|nie|wenn|falls|ob|sobald|bevor|nachdem|bis|könnte\w*|würde\w*|sollte\w*)\b)"

#define CHATCAL_ACTOR_FR R"(\b(?:j['\x{2019}]ai|nous avons|on a)(?: bien| aussi| donc| maintenant| tout de suite)* )"
#define CHATCAL_IS_FR R"(\b(?:c['\x{2019}]est|est|sont|(?:a|ont) (?:bien )?été)(?: bien| maintenant| désormais)* )"
#define CHATCAL_UNSAYING_FR R"(\b(?:ne|rien|aucune?|personne|jamais|si|quand|lorsqu\w*|dès|une fois|avant|après)\b|\bn['\x{2019}])"

#define CHATCAL_ACTOR_ES R"(\b(?:he|hemos|le he|te he|lo he|la he)(?: bien)? )"
#define CHATCAL_IS_ES R"(\b(?:está|están|queda|quedan|quedó|fue|(?:ha|han) sido)(?: ahora| todo)* )"
#define CHATCAL_UNSAYING_ES R"(\b(?:no|nada|ningun\w*|ningún|nadie|nunca|si|cuando|antes|después|ya)\b)"

QList<TruthClaim> english()
{
    static const QRegularExpression unsaying = expression(
        R"(n['\x{2019}]t\b|\b(?:not|none|nothing|never|nobody|cannot|unable|if|once|when|whether|before|after|until|unless|as soon as|would|could|should|no (?:\w+ ){0,4}$))");
    return {
        {expression(CHATCAL_ACTOR "(?:booked|scheduled|reserved|set up|arranged|locked in|(?:created|confirmed|added|put)" CHATCAL_OF_A_MEETING R"()\b)"
                    R"(|^\W*(?:(?:booked|scheduled|confirmed|reserved)(?=\s*[!.,:;*\x{2013}\x{2014}]|$| for\b| on\b)|all set\b))"),
         expression(CHATCAL_IS "(?:" CHATCAL_BOOKED R"(|scheduled\b|confirmed\b|reserved\b|arranged\b|locked in\b|all set\b|set(?: for| up)\b|(?:in|on) (?:the|your) calendar\b))"),
         unsaying, hasBooked, u"To be clear: nothing was booked just now."_s},
        {expression(CHATCAL_ACTOR "(?:moved|rescheduled|shifted|pushed|(?:changed|updated)" CHATCAL_OF_A_MEETING R"()\b)"
                    R"(|^\W*(?:moved|rescheduled)\b)"),
         expression(CHATCAL_IS R"((?:moved|rescheduled|shifted|pushed)\b)"),
         unsaying, hasMoved, u"To be clear: no meeting was moved just now."_s},
        {expression(CHATCAL_ACTOR "(?:cancell?ed|called off|(?:deleted|removed)" CHATCAL_OF_A_MEETING R"()\b|^\W*cancell?ed\b)"),
         expression(CHATCAL_IS R"((?:cancell?ed|called off)\b)"),
         unsaying, hasCancelled, u"To be clear: nothing was cancelled just now."_s},
    };
}

QList<TruthClaim> german()
{
    static const QRegularExpression unsaying = expression(CHATCAL_UNSAYING_DE);
    return {
        {expression(CHATCAL_ACTOR_DE R"(\b(?:gebucht|eingetragen|reserviert|vereinbart|bestätigt)\b|^\W*(?:gebucht|eingetragen|reserviert)\b)" CHATCAL_ALONE),
         expression(CHATCAL_IS_DE R"(\b(?:gebucht|eingetragen|reserviert|bestätigt)\b)"),
         unsaying, hasBooked, u"Zur Klarheit: Gerade wurde nichts gebucht."_s},
        {expression(CHATCAL_ACTOR_DE R"(\b(?:verschoben|verlegt|umgebucht)\b|^\W*(?:verschoben|verlegt)\b)" CHATCAL_ALONE),
         expression(CHATCAL_IS_DE R"(\b(?:verschoben|verlegt|umgebucht)\b)"),
         unsaying, hasMoved, u"Zur Klarheit: Gerade wurde kein Termin verschoben."_s},
        {expression(CHATCAL_ACTOR_DE R"(\b(?:abgesagt|storniert|gelöscht)\b|^\W*(?:abgesagt|storniert)\b)" CHATCAL_ALONE),
         expression(CHATCAL_IS_DE R"(\b(?:abgesagt|storniert)\b)"),
         unsaying, hasCancelled, u"Zur Klarheit: Gerade wurde nichts abgesagt."_s},
    };
}

QList<TruthClaim> french()
{
    static const QRegularExpression unsaying = expression(CHATCAL_UNSAYING_FR);
    return {
        {expression(CHATCAL_ACTOR_FR R"((?:réservé|planifié|programmé|fixé|confirmé)e?s?\b|^\W*(?:réservé|confirmé)\b)" CHATCAL_ALONE),
         expression(CHATCAL_IS_FR R"((?:réservé|planifié|programmé|confirmé)e?s?\b)"),
         unsaying, hasBooked, u"Pour être clair : rien n'a été réservé à l'instant."_s},
        {expression(CHATCAL_ACTOR_FR R"((?:déplacé|décalé|reporté|avancé)e?s?\b|^\W*(?:déplacé|reporté)\b)" CHATCAL_ALONE),
         expression(CHATCAL_IS_FR R"((?:déplacé|décalé|reporté)e?s?\b)"),
         unsaying, hasMoved, u"Pour être clair : aucun rendez-vous n'a été déplacé à l'instant."_s},
        {expression(CHATCAL_ACTOR_FR R"((?:annulé|supprimé)e?s?\b|^\W*annulé\b)" CHATCAL_ALONE),
         expression(CHATCAL_IS_FR R"((?:annulé|supprimé)e?s?\b)"),
         unsaying, hasCancelled, u"Pour être clair : rien n'a été annulé à l'instant."_s},
    };
}

QList<TruthClaim> spanish()
{
    static const QRegularExpression unsaying = expression(CHATCAL_UNSAYING_ES);
    return {
        {expression(CHATCAL_ACTOR_ES R"((?:reservado|agendado|programado|apuntado|confirmado|concertado)\b|^\W*(?:reservad[oa]|agendad[oa]|confirmad[oa])\b)" CHATCAL_ALONE),
         expression(CHATCAL_IS_ES R"((?:reservad|agendad|programad|confirmad)[oa]s?\b)"),
         unsaying, hasBooked, u"Para que quede claro: no se ha reservado nada ahora."_s},
        {expression(CHATCAL_ACTOR_ES R"((?:movido|aplazado|reprogramado|trasladado|cambiado (?:la|tu|su) (?:cita|reunión))\b|^\W*(?:movid[oa]|aplazad[oa])\b)" CHATCAL_ALONE),
         expression(CHATCAL_IS_ES R"((?:movid|aplazad|reprogramad)[oa]s?\b)"),
         unsaying, hasMoved, u"Para que quede claro: no se ha movido ninguna cita ahora."_s},
        {expression(CHATCAL_ACTOR_ES R"((?:cancelado|anulado)\b|^\W*(?:cancelad[oa]|anulad[oa])\b)" CHATCAL_ALONE),
         expression(CHATCAL_IS_ES R"((?:cancelad|anulad)[oa]s?\b)"),
         unsaying, hasCancelled, u"Para que quede claro: no se ha cancelado nada ahora."_s},
    };
}

QList<MailClaim> allMailClaims()
{
    return {
        {expression(
             CHATCAL_ACTOR R"((?:sent|e-?mailed|mailed|forwarded|shot)\b)"
             R"(|\b(?:invitation|invite|e-?mail|mail|confirmation)s?\b[^.!?]{0,60}?\b(?:(?:is|are)(?: now| already)? on (?:its|their|the) way)"
             R"(|(?:was|were|is|are|(?:has|have) been)(?: now| just| also| already)* sent)\b)"
             R"(|\b(?:check your (?:inbox|e-?mail)|in your inbox)\b)"),
         english().constFirst().unsaying,
         u"The invitation is written, but this installation does not send mail to people yet."_s,
         u"No e-mail was sent just now."_s},
        {expression(CHATCAL_ACTOR_DE R"(\b(?:geschickt|verschickt|gesendet)\b)"
                    R"(|\b(?:einladung|e-?mail|mail|bestätigung)\b)" CHATCAL_GAP_DE R"(\b(?:unterwegs|verschickt|gesendet|geschickt)\b)"),
         expression(CHATCAL_UNSAYING_DE),
         u"Die Einladung ist geschrieben, aber diese Installation verschickt noch keine Mail an andere."_s,
         u"Gerade wurde keine E-Mail verschickt."_s},
        {expression(CHATCAL_ACTOR_FR R"((?:envoyé|expédié)e?s?\b)"
                    R"(|\b(?:invitation|e-?mail|mail|confirmation)\b(?: \w+){0,3} (?:est (?:en route|partie?)|(?:a été|est) envoyée?)\b)"),
         expression(CHATCAL_UNSAYING_FR),
         u"L'invitation est écrite, mais cette installation n'envoie pas encore d'e-mail."_s,
         u"Aucun e-mail n'a été envoyé à l'instant."_s},
        {expression(CHATCAL_ACTOR_ES R"(enviado\b)"
                    R"(|\b(?:invitación|correo|e-?mail|confirmación)\b(?: \w+){0,3} (?:va de camino|está en camino|(?:ha sido|fue) enviad[oa])\b)"),
         expression(CHATCAL_UNSAYING_ES),
         u"La invitación está escrita, pero esta instalación aún no envía correo."_s,
         u"No se ha enviado ningún correo ahora."_s},
    };
}
// clang-format on

} // namespace

const QList<TruthClaim> &truthClaims()
{
    static const QList<TruthClaim> all = english() + german() + french() + spanish();
    return all;
}

const QList<MailClaim> &mailClaims()
{
    static const QList<MailClaim> all = allMailClaims();
    return all;
}

bool mayClaim(const QString &text)
{
    static constexpr std::array<QStringView, 30> words{
        u"booked",    u"scheduled", u"reserved", u"set",     u"arranged", u"locked",    u"created", u"added",
        u"confirmed", u"put",       u"moved",    u"shifted", u"pushed",   u"changed",   u"updated", u"rescheduled",
        u"canceled",  u"called",    u"deleted",  u"removed", u"sent",     u"cancelled", u"emailed", u"mailed",
        u"shot",      u"inbox",     u"way",      u"check",   u"calendar", u"forwarded"};
    // How such words begin in the other languages, whatever their ending.
    static constexpr std::array<QStringView, 44> stems{
        u"gebucht",   u"eingetragen", u"reserviert", u"vereinbart", u"bestätigt", u"verschoben", u"verlegt",
        u"umgebucht", u"abgesagt",    u"storniert",  u"gelöscht",   u"geschickt", u"verschickt", u"gesendet",
        u"unterwegs", u"réserv",      u"planifi",    u"programm",   u"fixé",      u"confirm",    u"déplac",
        u"décal",     u"report",      u"avanc",      u"annul",      u"supprim",   u"envoy",      u"expédi",
        u"route",     u"parti",       u"reservad",   u"agendad",    u"programad", u"apuntad",    u"concertad",
        u"movid",     u"aplazad",     u"reprograma", u"trasladad",  u"cambiado",  u"cancelad",   u"enviad",
        u"anulad",    u"camino"};
    const auto isOne = [](QStringView said) {
        const QChar first = said.front().toLower(); // compared by itself: quicker than either comparison
        return std::any_of(words.begin(), words.end(),
                           [&](QStringView word) {
                               return said.size() == word.size() && word.front() == first
                                   && said.compare(word, Qt::CaseInsensitive) == 0;
                           })
            || std::any_of(stems.begin(), stems.end(), [&](QStringView stem) {
                   return stem.front() == first && said.startsWith(stem, Qt::CaseInsensitive);
               });
    };
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    for (auto from = std::find_if(text.begin(), text.end(), isLetter); from != text.end();) {
        const auto to = std::find_if_not(from, text.end(), isLetter);
        if (isOne({from, to}))
            return true;
        from = std::find_if(to, text.end(), isLetter);
    }
    return false;
}

} // namespace ChatCal
