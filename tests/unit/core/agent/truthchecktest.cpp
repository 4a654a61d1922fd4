// SPDX-License-Identifier: Apache-2.0
#include "core/agent/truthcheck.h"

#include "core/llm/offline/wording.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace ChatCal;

namespace {

class FalseClaims : public testing::TestWithParam<const char *>
{
};

TEST_P(FalseClaims, AreTakenOut)
{
    const QString text = QString::fromUtf8(GetParam());
    const CheckedWords checked = checkedAgainst(text + u"\nSee you!"_s, {});
    EXPECT_TRUE(checked.wasCorrected) << GetParam();
    EXPECT_FALSE(checked.text.contains(text));
    EXPECT_TRUE(checked.text.contains("See you!"_L1));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, FalseClaims,
    testing::Values("I've booked your meeting for Tuesday at 2 PM.", "Booked!",
                    "Your meeting is confirmed for March 10.", "You're all set for Tuesday at 2pm!",
                    "All set: Tuesday, March 10 at 2.", "I have scheduled a call with Grace.", "It's booked.",
                    "**Your appointment has been scheduled.**", "Great news! Your call is now scheduled.",
                    "I have cancelled your meeting.", "Your meeting has been canceled.", "I moved it to 4 PM.",
                    "Your meeting has been rescheduled to Friday.", "I’ve just booked that for you.",
                    "I sent you an invitation.", "An invitation is on its way to ada@example.com.",
                    "A confirmation e-mail has been sent.", "Check your inbox!", "I went ahead and reserved the slot.",
                    "No problem, I've booked it for you!", "You can relax, your call is booked.",
                    "I've already booked that for you.", "I've added the meeting to your calendar.",
                    "Scheduled for Tuesday at 2."));
INSTANTIATE_TEST_SUITE_P(German, FalseClaims,
                         testing::Values("Ich habe den Termin am Dienstag um 14 Uhr für Sie gebucht.", "Gebucht!",
                                         "Ihr Termin ist für den 10. März eingetragen.",
                                         "Der Termin wurde soeben reserviert.", "Kein Problem, ich habe ihn gebucht.",
                                         "Ich habe den Termin auf Freitag verschoben.", "Der Termin wurde abgesagt.",
                                         "Abgesagt.", "Ich habe Ihnen eine Einladung geschickt.",
                                         "Die Einladung ist unterwegs an ada@example.com."));
INSTANTIATE_TEST_SUITE_P(French, FalseClaims,
                         testing::Values("J'ai réservé votre rendez-vous mardi à 14 h.", "C'est réservé !",
                                         "Votre rendez-vous est confirmé pour mardi.",
                                         "Votre réunion a été déplacée à vendredi.", "J’ai annulé votre rendez-vous.",
                                         "Le rendez-vous est annulé.", "Je vous en prie, j'ai envoyé une invitation.",
                                         "L'invitation est en route vers ada@example.com."));
INSTANTIATE_TEST_SUITE_P(Spanish, FalseClaims,
                         testing::Values("He reservado su cita el martes a las 14:00.", "Reservado.",
                                         "La cita queda reservada para el martes.", "Su reunión ha sido confirmada.",
                                         "La cita ha sido movida al viernes.", "He cancelado su cita.",
                                         "La cita queda cancelada.", "Le he enviado una invitación.",
                                         "La invitación va de camino a ada@example.com."));

class TrueWords : public testing::TestWithParam<const char *>
{
};

TEST_P(TrueWords, AreLeftAsTheyAre)
{
    const CheckedWords checked = checkedAgainst(QString::fromUtf8(GetParam()), {});
    EXPECT_FALSE(checked.wasCorrected) << checked.text.toStdString();
}

INSTANTIATE_TEST_SUITE_P(
    German, TrueWords,
    testing::Values("Soll ich den Termin buchen?", "Diese Zeit ist schon gebucht.", "Ich habe noch nichts gebucht.",
                    "Sobald der Termin gebucht ist, bekommen Sie eine Einladung.", "Der Termin war schon abgesagt.",
                    "Ich kann Termine buchen, verschieben oder absagen.", "Möchten Sie, dass der Termin abgesagt wird?",
                    "Der Termin ist nicht verschoben.", "Die Einladung für Ada ist geschrieben.",
                    "Hier ist kein solcher Termin gebucht.", "Es wurde keine Mail verschickt."));
INSTANTIATE_TEST_SUITE_P(
    French, TrueWords,
    testing::Values("Dois-je réserver ?", "Ce créneau est déjà réservé.", "Je n'ai rien réservé.",
                    "Rien n'a été annulé.", "Une fois que c'est réservé, vous recevez une invitation.",
                    "Aucun rendez-vous de ce genre n'est réservé ici.", "Je peux réserver, déplacer ou annuler.",
                    "Votre rendez-vous n'est pas annulé.", "Vous n'avez encore rien réservé ici."));
INSTANTIATE_TEST_SUITE_P(Spanish, TrueWords,
                         testing::Values("¿La reservo?", "Esa hora ya está reservada.", "No he reservado nada.",
                                         "Cuando esté reservada, recibirá una invitación.", "Nada ha sido cancelado.",
                                         "Puedo reservar, mover o cancelar citas.", "La cita no está cancelada.",
                                         "Aquí aún no tiene nada reservado.", "Esa cita ya estaba cancelada."));
INSTANTIATE_TEST_SUITE_P(
    Cases, TrueWords,
    testing::Values("Shall I book it?", "That time is already booked.", "2 PM is taken, I'm afraid.",
                    "Once it's booked you get an invitation.", "Nothing has been booked yet.",
                    "I haven't booked anything.", "I can get that booked for you.",
                    "Do you want your meeting cancelled?", "Which meeting should be moved?", "I couldn't move it.",
                    "Your meeting stays as it was.", "Hello! I can book, move or cancel meetings with Grace Hopper.",
                    "If you give me an e-mail address, the invitation will be sent there.",
                    "Grace is free at these times.", "That meeting is already cancelled.",
                    "To get an invitation, give me your e-mail.", "Is your meeting confirmed?",
                    "Grace is booked at that time.", "I've added your e-mail address.", "I've updated your time zone.",
                    "The length is set to 30 minutes.", "No meeting has been booked.", "I can't say that it is booked.",
                    "Booked meetings show up here.", "I have not cancelled anything.",
                    "No meeting of yours is scheduled."));

TEST(TruthCheck, LetsPassWhatToolsDid)
{
    TurnFacts facts;
    facts.hasBooked = true;
    EXPECT_FALSE(checkedAgainst(u"Your meeting is booked for Tuesday."_s, facts).wasCorrected);
    EXPECT_TRUE(checkedAgainst(u"I cancelled the other one."_s, facts).wasCorrected);
    facts.hasCancelled = true;
    EXPECT_FALSE(checkedAgainst(u"I cancelled the other one."_s, facts).wasCorrected);
}

TEST(TruthCheck, LetsWordsTellOfMeetingsThatWereLookedUp)
{
    TurnFacts facts;
    facts.hasToldMeetings = true;
    EXPECT_FALSE(checkedAgainst(u"Your call is scheduled for Tuesday at 2 PM."_s, facts).wasCorrected);
    EXPECT_TRUE(checkedAgainst(u"I've booked another one for Friday."_s, facts).wasCorrected);
}

TEST(TruthCheck, TellsOfMailOnlyWhatHappened)
{
    TurnFacts facts;
    facts.hasBooked = true;
    facts.mailQueued = true;
    EXPECT_EQ(checkedAgainst(u"Booked! The invitation is on its way."_s, facts).text,
              u"The invitation is written, but this installation does not send mail to people yet.\n\nBooked!"_s);
    facts.mailReachesPeople = true;
    EXPECT_FALSE(checkedAgainst(u"Booked! The invitation is on its way."_s, facts).wasCorrected);
}

/// What the offline model says of its own accord needs no correction in any language, with nothing done in the turn.
TEST(TruthCheck, LeavesTheOfflineModelsWordsAlone)
{
    using Dialogue::Say;
    const QList<Say> tellWhatWasDone{Say::Booked,    Say::BookedHost,    Say::BookedAlready,   Say::EmailAdded,
                                     Say::Cancelled, Say::CancelledMany, Say::Moved,           Say::MovedLength,
                                     Say::MailSent,  Say::MailSentMoved, Say::NotFoundButHave, Say::AgendaGuest,
                                     Say::Renamed,   Say::Invited};
    for (const Language language : {Language::English, Language::German, Language::French, Language::Spanish}) {
        const Dialogue::Phrases &phrases = Dialogue::phrasesOf(language, Dialogue::Audience::Guest);
        for (auto it = phrases.begin(); it != phrases.end(); ++it) {
            if (tellWhatWasDone.contains(static_cast<Say>(it.key())))
                continue;
            for (const QString &variant : *it) {
                const CheckedWords checked = checkedAgainst(variant, {});
                EXPECT_FALSE(checked.wasCorrected) << variant.toStdString() << "\n" << checked.text.toStdString();
            }
        }
    }
}

TEST(TruthCheck, SpeaksTheLanguageOfTheClaim)
{
    EXPECT_EQ(checkedAgainst(u"Der Termin ist am 10. März gebucht."_s, {}).text,
              u"Zur Klarheit: Gerade wurde nichts gebucht."_s);
    EXPECT_EQ(checkedAgainst(u"J'ai annulé la réunion. À bientôt !"_s, {}).text,
              u"Pour être clair : rien n'a été annulé à l'instant.\n\nÀ bientôt !"_s);
    EXPECT_EQ(checkedAgainst(u"Le he enviado la invitación."_s, {}).text, u"No se ha enviado ningún correo ahora."_s);
}

TEST(TruthCheck, KeepsTheOtherSentencesAndLines)
{
    const CheckedWords checked = checkedAgainst(u"Hello Ada. I've booked it.\n\n- one\n- two"_s, {});
    EXPECT_EQ(checked.text, u"To be clear: nothing was booked just now.\n\nHello Ada. - one\n- two"_s);
}

} // namespace
