// SPDX-License-Identifier: Apache-2.0
#include "core/agent/truthcheck.h"

#include "core/agent/truthclaims.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// Nods that deny nothing.
const QRegularExpression &nod()
{
    static const QRegularExpression words(
        u"\\b(?:(?:no|not a) (?:problem|worries|trouble)|kein problem|pas de (?:problème|souci)|no hay problema)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return words;
}

bool isUnsaidBefore(const QString &sentence, qsizetype claimStart, const QRegularExpression &unsaying)
{
    QString before = sentence.left(claimStart);
    before.remove(nod());
    return unsaying.match(before).hasMatch();
}

bool claimsIn(const QString &sentence, const QRegularExpression &claim, const QRegularExpression &unsaying)
{
    if (sentence.trimmed().endsWith(u'?'))
        return false;
    for (auto matches = claim.globalMatch(sentence); matches.hasNext();)
        if (!isUnsaidBefore(sentence, matches.next().capturedStart(), unsaying))
            return true;
    return false;
}

bool mayTellOfMail(const TurnFacts &facts)
{
    return facts.mailQueued && facts.mailReachesPeople;
}

/// What is true in place of each false claim of @p sentence; none when it claims nothing false.
QStringList truthsAbout(const QString &sentence, const TurnFacts &facts)
{
    QStringList truths;
    for (const TruthClaim &claim : truthClaims()) {
        if (claim.isTrue(facts))
            continue;
        if (claimsIn(sentence, claim.act, claim.unsaying)
            || (!facts.hasToldMeetings && claimsIn(sentence, claim.state, claim.unsaying)))
            truths.append(claim.truth);
    }
    if (mayTellOfMail(facts))
        return truths;
    for (const MailClaim &claim : mailClaims()) {
        if (claimsIn(sentence, claim.act, claim.unsaying))
            truths.append(facts.mailQueued ? claim.written : claim.none);
    }
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
qsizetype whereMayBegin(const QString &unfinished, const QRegularExpression &claim, const QRegularExpression &unsaying,
                        qsizetype from)
{
    while (from < unfinished.size()) {
        // The leftmost place where the claim stands or would stand if the right words followed.
        const auto match = claim.match(unfinished, from, QRegularExpression::PartialPreferFirstMatch);
        if (!match.hasMatch() && !match.hasPartialMatch())
            return unfinished.size();
        const qsizetype start = startOf(match, unfinished);
        if (!isUnsaidBefore(unfinished, start, unsaying))
            return start;
        from = start + 1;
        if (from < unfinished.size() && unfinished.at(from).isLowSurrogate())
            ++from;
    }
    return unfinished.size();
}

} // namespace

QStringList sentencesOf(const QString &text)
{
    // "am 10. März" is one sentence. One letter decides, lest a sentence grow that was taken for whole.
    static const QRegularExpression boundary(
        u"(?<=[.!?])(?!(?<=(?:de[mnr]|vom|zum|\\sam) \\d\\.|(?:de[mnr]|vom|zum|\\sam) \\d\\d\\.|, \\d\\.|, \\d\\d\\.)"
        u"[ \\t]+[JFMASOND])[ \\t]+(?=[^\\s])|\\n+"_s);
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
    const auto look = [&](const QRegularExpression &claim, const QRegularExpression &unsaying) {
        first = std::min(first, whereMayBegin(unfinished, claim, unsaying, from));
    };
    for (const TruthClaim &claim : truthClaims()) {
        if (claim.isTrue(facts))
            continue;
        look(claim.act, claim.unsaying);
        if (!facts.hasToldMeetings)
            look(claim.state, claim.unsaying);
    }
    for (const MailClaim &claim : mailClaims()) {
        if (!mayTellOfMail(facts))
            look(claim.act, claim.unsaying);
    }
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
