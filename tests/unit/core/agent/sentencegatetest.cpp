// SPDX-License-Identifier: Apache-2.0
#include "core/agent/sentencegate.h"
#include "core/agent/truthcheck.h"

#include <QRandomGenerator>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace ChatCal;

namespace {

/// A reader of the stream, who must never see a claim that is false.
class Reader
{
public:
    explicit Reader(const TurnFacts &facts) : m_facts(facts), m_gate(facts) { }

    /// What the reader sees after this piece.
    QString hear(const QString &piece) { return take(m_gate.add(piece)); }
    QString end() { return take(m_gate.finish()); }
    [[nodiscard]] int replacements() const { return m_replacements; }

private:
    QString take(const SentenceGate::Change &change)
    {
        if (change.replaces) {
            m_seen.clear();
            ++m_replacements;
        }
        m_seen += change.text;
        EXPECT_FALSE(checkedAgainst(m_seen, m_facts).wasCorrected) << m_seen.toStdString();
        return m_seen;
    }

    TurnFacts m_facts;
    SentenceGate m_gate;
    QString m_seen;
    int m_replacements = 0;
};

const QStringList &sentences()
{
    static const QStringList all{
        u"I've booked your meeting for Tuesday at 2 PM."_s,
        u"Booked!"_s,
        u"**Your appointment has been scheduled.**"_s,
        u"- Your meeting is confirmed for March 10"_s,
        u"You're all set for Tuesday at 2pm!"_s,
        u"I have just gone ahead and cancelled your meeting."_s,
        u"I’ve just booked that for you 🎉."_s,
        u"A confirmation e-mail has been sent to ada@example.com."_s,
        u"An invitation is on its way."_s,
        u"Check your inbox!"_s,
        u"No problem, I've booked it for you!"_s,
        u"Scheduled for Tuesday at 2."_s,
        u"Your call has been moved to 4 PM"_s,
        u"I can book, move or cancel meetings with Grace Hopper."_s,
        u"Shall I book it?"_s,
        u"Is your meeting confirmed?"_s,
        u"I have booked it, have I?"_s,
        u"Nothing has been booked yet."_s,
        u"If you tell me your name, it is booked in a second."_s,
        u"That time is already booked."_s,
        u"I've added your e-mail address."_s,
        u"The length is set to 30 minutes."_s,
        u"Grace is free at these times:"_s,
        u"- Tuesday, March 10, **2:00 PM**"_s,
        u"1. Was ist mit Dienstag um 14 Uhr? 👩‍🚀"_s,
        u"火曜日はいかがですか。"_s,
        u"Ich habe den Termin am 10. März für Sie gebucht."_s,
        u"Der Termin ist für Dienstag, den 3. Februar um 14 Uhr eingetragen"_s,
        u"Kein Problem, ich habe nichts abgesagt."_s,
        u"Die Einladung ist unterwegs."_s,
        u"J'ai réservé votre rendez-vous."_s,
        u"Rien n'a été annulé."_s,
        u"L’invitation est en route."_s,
        u"La cita queda cancelada."_s,
        u"¿La he reservado ya?"_s,
        u"No he movido nada."_s,
        u"We were able to find three times."_s,
        u"W"_s,
        u"e.g. 10 a.m. or 4.30 p.m. would do…"_s,
        u""_s,
    };
    return all;
}

QStringList cut(const QString &text, QRandomGenerator &random)
{
    QStringList pieces;
    const int longest = random.bounded(1, 12);
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = random.bounded(1, longest + 1);
        pieces.append(text.mid(at, length));
        at += length;
    }
    return pieces;
}

TurnFacts someFacts(QRandomGenerator &random)
{
    TurnFacts facts;
    facts.hasBooked = random.bounded(3) == 0;
    facts.hasMoved = random.bounded(5) == 0;
    facts.hasCancelled = random.bounded(3) == 0;
    facts.hasToldMeetings = random.bounded(4) == 0;
    facts.mailQueued = random.bounded(3) == 0;
    facts.mailReachesPeople = random.bounded(2) == 0;
    return facts;
}

QString withoutFalseClaims(const QString &text, const TurnFacts &facts)
{
    QString kept;
    const QStringList all = sentencesOf(wellFormed(text));
    for (const QString &sentence : all)
        if (!checkedAgainst(sentence, facts).wasCorrected)
            kept += sentence;
    return kept;
}

TEST(SentenceGate, ShowsNoFalseClaimWhereverTheWordsAreCut)
{
    static const QStringList partings{u" "_s, u"\n"_s, u"\n\n"_s, u"  "_s, u" \n"_s, u"\t"_s, u""_s};
    QRandomGenerator random(20260304);
    for (int round = 0; round < 4000; ++round) {
        const TurnFacts facts = someFacts(random);
        QString text;
        for (int i = random.bounded(1, 6); i > 0; --i)
            text += sentences().at(random.bounded(sentences().size())) + partings.at(random.bounded(partings.size()));
        Reader reader(facts);
        const QStringList pieces = cut(text, random);
        for (const QString &piece : pieces)
            reader.hear(piece);
        ASSERT_EQ(reader.end(), withoutFalseClaims(text, facts)) << text.toStdString();
        if (!checkedAgainst(text, facts).wasCorrected)
            ASSERT_EQ(reader.replacements(), 0) << text.toStdString();
        if (testing::Test::HasFailure())
            return;
    }
}

TEST(SentenceGate, LetsTheFirstWordOutAtOnce)
{
    for (const auto &first : {u"Sure"_s, u"I"_s, u"We"_s, u"That"_s, u"You"_s, u"It"_s, u"Hello"_s, u"**"_s, u"- "_s,
                              u"Tuesday"_s, u"There"_s, u"Let"_s, u"A"_s, u"I can"_s, u"Grace"_s, u"火"_s, u"Is"_s})
        EXPECT_EQ(SentenceGate({}).add(first).text, first);
}

TEST(SentenceGate, LetsWordsFlowThatClaimNothing)
{
    SentenceGate gate({});
    const QStringList pieces = u"I can |offer |Tuesday |at 2 PM. |Would |that |suit |you?"_s.split(u'|');
    for (const QString &piece : pieces)
        EXPECT_EQ(gate.add(piece).text, piece);
}

TEST(SentenceGate, LetsAllFlowThatToolsMadeTrue)
{
    TurnFacts facts;
    facts.hasBooked = facts.hasMoved = facts.hasCancelled = true;
    facts.mailQueued = facts.mailReachesPeople = true;
    SentenceGate gate(facts);
    for (const auto &piece : {u"Done! "_s, u"I've "_s, u"booked "_s, u"it."_s})
        EXPECT_EQ(gate.add(piece).text, piece);
}

TEST(SentenceGate, HoldsAClaimFromItsFirstWordsAndTakesBackWhatWasBeforeIt)
{
    Reader reader({});
    EXPECT_EQ(reader.hear(u"Hello Ada. Your meeting"_s), u"Hello Ada. Your meeting"_s);
    EXPECT_EQ(reader.hear(u" is now con"_s), u"Hello Ada. Your meeting "_s);
    EXPECT_EQ(reader.hear(u"firmed for Tuesday."_s), u"Hello Ada. Your meeting "_s);
    EXPECT_EQ(reader.hear(u" See you!"_s), u"Hello Ada. See you!"_s);
    EXPECT_EQ(reader.replacements(), 1);
}

TEST(SentenceGate, ReleasesAClaimThatTurnsOutToBeAQuestion)
{
    Reader reader({});
    EXPECT_EQ(reader.hear(u"So your meeting is confirmed"_s), u"So your meeting "_s);
    EXPECT_EQ(reader.hear(u"?"_s), u"So your meeting "_s);
    EXPECT_EQ(reader.end(), u"So your meeting is confirmed?"_s);
    EXPECT_EQ(reader.replacements(), 0);
}

TEST(SentenceGate, JoinsSurrogatePairsAndRepairsHalves)
{
    SentenceGate gate({});
    const QString party = u"🎉"_s;
    EXPECT_EQ(gate.add(u"Hi "_s + party.at(0)).text, u"Hi "_s);
    EXPECT_EQ(gate.add(party.at(1) + u"!"_s).text, party + u"!"_s);
    EXPECT_EQ(gate.add(u" "_s + party.at(0)).text, u" "_s);
    EXPECT_EQ(gate.finish().text, u"\xFFFD"_s);
}

TEST(SentenceGate, SeesClaimsBesideHalfASurrogatePair)
{
    const QString half(QChar(0xD83D));
    Reader reader({});
    reader.hear(u"I've booked it "_s + half + u" for you."_s);
    EXPECT_EQ(reader.end(), QString());
    EXPECT_TRUE(checkedAgainst(u"I've booked it "_s + half + u" for you."_s, {}).wasCorrected);
}

TEST(SentenceGate, KeepsUpWithASentenceThatNeverEnds)
{
    SentenceGate gate({});
    QString shown;
    for (int i = 0; i < 1300; ++i)
        shown += gate.add(u"a word"_s).text;
    EXPECT_EQ(shown.size(), 1300 * 6);
}

} // namespace
