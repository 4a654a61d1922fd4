// SPDX-License-Identifier: Apache-2.0
#include "core/agent/truthcheck.h"

#include <QRegularExpression>

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

/// One kind of claim: what was done by somebody ("I have booked") and what is so ("it is booked").
struct Claim
{
    QRegularExpression act;
    QRegularExpression state;
    bool (*isTrue)(const TurnFacts &facts);
    const char16_t *truth;
};

// Up to a few words may stand between: "I have just gone ahead and booked", "your call with Ada is now confirmed".
#define CHATCAL_ACTOR                                                                                                  \
    "\\b(?:i|we)(?:['\\x{2019}]ve| have| was able to)?(?: just| now| also| successfully| gone ahead and| went ahead "  \
    "and)* "
#define CHATCAL_IS                                                                                                     \
    "\\b(?:is|are|was|were|(?:has|have) been|(?:it|that|you|everything|they)['\\x{2019}](?:s|re))(?: all| now| "       \
    "officially|"                                                                                                      \
    " successfully| also)* "

const std::array<Claim, 3> &claims()
{
    static const std::array<Claim, 3> all{
        Claim{expression(CHATCAL_ACTOR
                         "(?:booked|scheduled|reserved|set up|arranged|created|confirmed|added|put|locked in)\\b"
                         "|^\\W*(?:booked|scheduled|confirmed|reserved|all set|you['\\x{2019}]re all set)\\b"),
              expression(
                  CHATCAL_IS
                  "(?:booked|scheduled|confirmed|reserved|set|arranged|locked in|in the calendar|on the calendar)\\b"),
              [](const TurnFacts &facts) { return facts.hasBooked || facts.hasMoved; },
              u"To be clear: nothing has been booked yet."},
        Claim{expression(CHATCAL_ACTOR "(?:moved|rescheduled|changed|updated|shifted|pushed)\\b"
                                       "|^\\W*(?:moved|rescheduled)\\b"),
              expression(CHATCAL_IS "(?:moved|rescheduled|shifted|pushed)\\b"),
              [](const TurnFacts &facts) { return facts.hasMoved; }, u"To be clear: no meeting has been moved."},
        Claim{expression(CHATCAL_ACTOR "(?:cancell?ed|deleted|removed|called off)\\b|^\\W*cancell?ed\\b"),
              expression(CHATCAL_IS "(?:cancell?ed|called off)\\b"),
              [](const TurnFacts &facts) { return facts.hasCancelled; }, u"To be clear: nothing has been cancelled."},
    };
    return all;
}

const QRegularExpression &mailClaim()
{
    static const QRegularExpression claim =
        expression(CHATCAL_ACTOR "(?:sent|e-?mailed|mailed|forwarded|shot)\\b"
                                 "|\\b(?:invitation|invite|e-?mail|mail|confirmation)s?\\b[^.!?]{0,60}?\\b(?:(?:is|are)"
                                 "(?: now| already)? on (?:its|their|the) way"
                                 "|(?:was|were|is|are|(?:has|have) been)(?: now| just| also| already)* sent)\\b"
                                 "|\\b(?:check your (?:inbox|e-?mail)|in your inbox)\\b");
    return claim;
}

/// Words that make a sentence no claim: denied, wished, offered, conditional, or about what was so before.
const QRegularExpression &noClaim()
{
    static const QRegularExpression words =
        expression("\\?\\s*$|n['\\x{2019}]t\\b|\\b(?:not|no|never|nothing|cannot|unable|if|once|when|before|until|"
                   "unless|would|could|should|"
                   "will be|can|may|might|to be|already|still|earlier|previously|remains?|taken|unavailable|busy|ready "
                   "to|yet|unchanged)\\b");
    return words;
}

/// Sentences with what parts them, so that joining them gives the text again.
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

bool mayClaim(const QString &text)
{
    static const QRegularExpression hint = expression(
        "book|schedul|confirm|reserv|set\\b|arrang|creat|added|put\\b|lock|calendar|mov|chang|updat|shift|push|cancel|"
        "delet|remov|called off|sent|mail|forward|shot|invit|inbox");
    return hint.match(text).hasMatch();
}

} // namespace

CheckedWords checkedAgainst(const QString &markdown, const TurnFacts &facts)
{
    if (!mayClaim(markdown))
        return {markdown, false};
    QString kept;
    QStringList truths;
    const auto correct = [&truths](const QString &truth) {
        if (!truths.contains(truth))
            truths.append(truth);
    };
    const QStringList sentences = sentencesOf(markdown);
    for (const QString &sentence : sentences) {
        bool isFalse = false;
        const bool isDenied = noClaim().match(sentence).hasMatch();
        for (const Claim &claim : claims()) {
            if (isDenied || claim.isTrue(facts))
                continue;
            if (claim.act.match(sentence).hasMatch()
                || (!facts.hasToldMeetings && claim.state.match(sentence).hasMatch())) {
                isFalse = true;
                correct(QString::fromUtf16(claim.truth));
            }
        }
        if (!isDenied && !(facts.mailQueued && facts.mailReachesPeople) && mailClaim().match(sentence).hasMatch()) {
            isFalse = true;
            correct(facts.mailQueued
                        ? u"The invitation is written, but this installation does not send mail to people yet."_s
                        : u"No e-mail has been sent."_s);
        }
        if (!isFalse)
            kept += sentence;
    }
    if (truths.isEmpty())
        return {markdown, false};
    kept = kept.trimmed();
    const QString truth = truths.join(u' ');
    return {kept.isEmpty() ? truth : truth + u"\n\n"_s + kept, true};
}

} // namespace ChatCal
