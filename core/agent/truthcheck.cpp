// SPDX-License-Identifier: Apache-2.0
#include "core/agent/truthcheck.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QRegularExpression expression(const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern),
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}

/// One kind of claim: what was done by somebody ("I have booked") and what is so ("it is booked"). Denials do not
/// match: "I have not booked", "it is already booked".
struct Claim
{
    QRegularExpression act;
    QRegularExpression state;
    bool (*isTrue)(const TurnFacts &facts);
    const char16_t *truth;
};

// clang-format off
// Up to a few words may stand between: "I have just gone ahead and booked", "your call with Ada is now confirmed".
#define CHATCAL_ACTOR R"(\b(?:i|we)(?:['\x{2019}]ve| have| was able to)?(?: just| now| also| already| \w+ly| gone ahead and| went ahead and)* )"
#define CHATCAL_IS R"(\b(?:is|are|was|were|(?:has|have) been|(?:it|that|you|everything|they)['\x{2019}](?:s|re))(?: all| now| also| \w+ly)* )"
#define CHATCAL_OF_A_MEETING R"((?=[^.!?]*\b(?:meeting|call|appointment|booking|event|calendar|time(?! zone))\b))"
// "Grace is booked at that time" tells that somebody is busy.
#define CHATCAL_BOOKED R"(booked\b(?! (?:up|out|solid|all|then|until|at that|by|during|between|through)\b))"

const std::array<Claim, 3> &claims()
{
    static const std::array<Claim, 3> all{
        Claim{expression(CHATCAL_ACTOR "(?:booked|scheduled|reserved|set up|arranged|locked in|(?:created|confirmed|added|put)" CHATCAL_OF_A_MEETING R"()\b)"
                         R"(|^\W*(?:(?:booked|scheduled|confirmed|reserved)(?=\s*[!.,:;*\x{2013}\x{2014}]|$| for\b| on\b)|all set\b))"),
              expression(CHATCAL_IS "(?:" CHATCAL_BOOKED R"(|scheduled\b|confirmed\b|reserved\b|arranged\b|locked in\b|all set\b|set(?: for| up)\b|(?:in|on) (?:the|your) calendar\b))"),
              [](const TurnFacts &facts) { return facts.hasBooked || facts.hasMoved; },
              u"To be clear: nothing was booked just now."},
        Claim{expression(CHATCAL_ACTOR "(?:moved|rescheduled|shifted|pushed|(?:changed|updated)" CHATCAL_OF_A_MEETING R"()\b)"
                         R"(|^\W*(?:moved|rescheduled)\b)"),
              expression(CHATCAL_IS R"((?:moved|rescheduled|shifted|pushed)\b)"),
              [](const TurnFacts &facts) { return facts.hasMoved; },
              u"To be clear: no meeting was moved just now."},
        Claim{expression(CHATCAL_ACTOR "(?:cancell?ed|called off|(?:deleted|removed)" CHATCAL_OF_A_MEETING R"()\b|^\W*cancell?ed\b)"),
              expression(CHATCAL_IS R"((?:cancell?ed|called off)\b)"),
              [](const TurnFacts &facts) { return facts.hasCancelled; },
              u"To be clear: nothing was cancelled just now."},
    };
    return all;
}

const QRegularExpression &mailClaim()
{
    static const QRegularExpression claim = expression(
        CHATCAL_ACTOR R"((?:sent|e-?mailed|mailed|forwarded|shot)\b)"
        R"(|\b(?:invitation|invite|e-?mail|mail|confirmation)s?\b[^.!?]{0,60}?\b(?:(?:is|are)(?: now| already)? on (?:its|their|the) way)"
        R"(|(?:was|were|is|are|(?:has|have) been)(?: now| just| also| already)* sent)\b)"
        R"(|\b(?:check your (?:inbox|e-?mail)|in your inbox)\b)");
    return claim;
}

/// Before a claim: makes it a condition, a denial or a wish.
const QRegularExpression &unsaying()
{
    static const QRegularExpression words = expression(
        R"(n['\x{2019}]t\b|\b(?:not|none|nothing|never|nobody|cannot|unable|if|once|when|whether|before|after|until|unless|as soon as|would|could|should|no (?:\w+ ){0,4}$))");
    return words;
}
// clang-format on

/// Nods that deny nothing.
const QRegularExpression &nod()
{
    static const QRegularExpression words = expression(R"(\b(?:no|not a) (?:problem|worries|trouble)\b)");
    return words;
}

bool isUnsaidBefore(const QString &sentence, qsizetype claimStart)
{
    QString before = sentence.left(claimStart);
    before.remove(nod());
    return unsaying().match(before).hasMatch();
}

bool claimsIn(const QString &sentence, const QRegularExpression &claim)
{
    if (sentence.trimmed().endsWith(u'?'))
        return false;
    for (auto matches = claim.globalMatch(sentence); matches.hasNext();)
        if (!isUnsaidBefore(sentence, matches.next().capturedStart()))
            return true;
    return false;
}

bool mayTellOfMail(const TurnFacts &facts)
{
    return facts.mailQueued && facts.mailReachesPeople;
}

QString mailTruth(const TurnFacts &facts)
{
    return facts.mailQueued ? u"The invitation is written, but this installation does not send mail to people yet."_s
                            : u"No e-mail was sent just now."_s;
}

/// What is true in place of each false claim of @p sentence; none when it claims nothing false.
QStringList truthsAbout(const QString &sentence, const TurnFacts &facts)
{
    QStringList truths;
    for (const Claim &claim : claims()) {
        if (claim.isTrue(facts))
            continue;
        if (claimsIn(sentence, claim.act) || (!facts.hasToldMeetings && claimsIn(sentence, claim.state)))
            truths.append(QString::fromUtf16(claim.truth));
    }
    if (!mayTellOfMail(facts) && claimsIn(sentence, mailClaim()))
        truths.append(mailTruth(facts));
    return truths;
}

/// Where a whole or partial match begins. Qt moves the start of a partial one back by the longest look-behind, which
/// is the one character that \b looks at, and even to -1.
qsizetype startOf(const QRegularExpressionMatch &match, const QString &sentence)
{
    if (match.hasMatch() || match.capturedStart() < 0)
        return std::max<qsizetype>(match.capturedStart(), 0);
    const auto there = match.regularExpression().match(sentence, match.capturedStart(), match.matchType(),
                                                       QRegularExpression::AnchorAtOffsetMatchOption);
    return there.hasMatch() || there.hasPartialMatch() ? match.capturedStart() : match.capturedStart() + 1;
}

/// As whereClaimMayBegin, for one kind of claim.
qsizetype whereMayBegin(const QString &unfinished, const QRegularExpression &claim, qsizetype from)
{
    while (from < unfinished.size()) {
        // The leftmost place where the claim stands or would stand if the right words followed.
        const auto match = claim.match(unfinished, from, QRegularExpression::PartialPreferFirstMatch);
        if (!match.hasMatch() && !match.hasPartialMatch())
            return unfinished.size();
        const qsizetype start = startOf(match, unfinished);
        if (!isUnsaidBefore(unfinished, start))
            return start;
        from = start + 1;
        if (from < unfinished.size() && unfinished.at(from).isLowSurrogate())
            ++from;
    }
    return unfinished.size();
}

/// Whether a word of @p text is one without which no claim is made: quick, and so for most texts all that is done.
bool mayClaim(const QString &text)
{
    static constexpr std::array words{"booked"_L1,      "scheduled"_L1, "reserved"_L1, "set"_L1,       "arranged"_L1,
                                      "locked"_L1,      "created"_L1,   "added"_L1,    "confirmed"_L1, "put"_L1,
                                      "moved"_L1,       "shifted"_L1,   "pushed"_L1,   "changed"_L1,   "updated"_L1,
                                      "rescheduled"_L1, "canceled"_L1,  "called"_L1,   "deleted"_L1,   "cancelled"_L1,
                                      "removed"_L1,     "sent"_L1,      "emailed"_L1,  "mailed"_L1,    "shot"_L1,
                                      "inbox"_L1,       "forwarded"_L1, "calendar"_L1, "way"_L1,       "check"_L1};
    const auto isOne = [](QStringView said) {
        return std::any_of(words.begin(), words.end(), [said](QLatin1StringView word) {
            return said.size() == word.size() && said.compare(word, Qt::CaseInsensitive) == 0;
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

} // namespace

QStringList sentencesOf(const QString &text)
{
    static const QRegularExpression boundary(u"(?<=[.!?])[ \\t]+(?=[^\\s])|\\n+"_s);
    QStringList sentences;
    qsizetype from = 0;
    for (auto match = boundary.globalMatch(text); match.hasNext();) {
        const qsizetype end = match.next().capturedEnd();
        sentences.append(text.mid(from, end - from));
        from = end;
    }
    sentences.append(text.mid(from));
    return sentences;
}

bool isFalseClaim(const QString &sentence, const TurnFacts &facts)
{
    return mayClaim(sentence) && !truthsAbout(sentence, facts).isEmpty();
}

qsizetype whereClaimMayBegin(const QString &unfinished, const TurnFacts &facts, qsizetype from)
{
    qsizetype first = unfinished.size();
    const auto look = [&](const QRegularExpression &claim) {
        first = std::min(first, whereMayBegin(unfinished, claim, from));
    };
    for (const Claim &claim : claims()) {
        if (claim.isTrue(facts))
            continue;
        look(claim.act);
        if (!facts.hasToldMeetings)
            look(claim.state);
    }
    if (!mayTellOfMail(facts))
        look(mailClaim());
    return first;
}

QString wellFormed(QString text)
{
    if (text.isValidUtf16())
        return text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

CheckedWords checkedAgainst(const QString &markdown, const TurnFacts &facts)
{
    const QString words = wellFormed(markdown);
    if (!mayClaim(words))
        return {words, false};
    QString kept;
    QStringList truths;
    const QStringList sentences = sentencesOf(words);
    for (const QString &sentence : sentences) {
        const QStringList found = mayClaim(sentence) ? truthsAbout(sentence, facts) : QStringList();
        for (const QString &truth : found)
            if (!truths.contains(truth))
                truths.append(truth);
        if (found.isEmpty())
            kept += sentence;
    }
    if (truths.isEmpty())
        return {words, false};
    kept = kept.trimmed();
    const QString truth = truths.join(u' ');
    return {kept.isEmpty() ? truth : truth + u"\n\n"_s + kept, true};
}

} // namespace ChatCal
