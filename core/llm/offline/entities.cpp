// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/entities.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

bool isLocalPart(QChar c)
{
    return c.isLetterOrNumber() || u"!#$%&'*+-/=?^_`{|}~."_s.contains(c);
}

bool isDomain(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'.';
}

/// "ada@example.com" around each at sign.
void findEmails(const QString &text, QList<Marked> &found)
{
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        qsizetype from = at;
        while (from > 0 && isLocalPart(text.at(from - 1)))
            --from;
        while (from < at && !text.at(from).isLetterOrNumber() && text.at(from) != u'_' && text.at(from) != u'+')
            ++from;
        qsizetype to = at + 1;
        while (to < text.size() && isDomain(text.at(to)))
            ++to;
        while (to > at + 1 && !text.at(to - 1).isLetterOrNumber())
            --to;
        if (from < at && to > at + 1)
            found << Marked{Token::Kind::Email, from, to, text.mid(from, to - from)};
    }
}

/// "ada dot lovelace at example dot com": needs "at" and "dot" around single words.
void findSpelledEmails(const QString &text, QList<Marked> &found)
{
    const Tokens tokens = tokenize(text);
    const auto isJoint = [&](qsizetype i, QStringView word) {
        return i > 0 && i + 1 < tokens.size() && tokens.at(i).lower == word && tokens.at(i - 1).isWord()
            && tokens.at(i + 1).isWord();
    };
    for (qsizetype at = 1; at + 3 < tokens.size(); ++at) {
        if (!isJoint(at, u"at") || !isJoint(at + 2, u"dot"))
            continue;
        qsizetype from = at - 1;
        while (from >= 2 && isJoint(from - 1, u"dot"))
            from -= 2;
        qsizetype to = at + 3;
        while (to + 2 < tokens.size() && isJoint(to + 1, u"dot"))
            to += 2;
        QString address;
        for (qsizetype i = from; i <= to; ++i) {
            const QString &word = tokens.at(i).lower;
            const bool joint = i != from && i != to;
            address += joint && i == at ? u"@"_s : joint && word == "dot"_L1 && i != at ? u"."_s : word;
        }
        found << Marked{Token::Kind::Email, tokens.at(from).from, tokens.at(to).to, address};
    }
}

/// MMDD-HHMM-DURm with an optional "-2".
qsizetype meetingIdLength(QStringView text)
{
    const auto digits = [&](qsizetype from) {
        qsizetype at = from;
        while (at < text.size() && text.at(at) >= u'0' && text.at(at) <= u'9')
            ++at;
        return at - from;
    };
    if (digits(0) != 4 || text.size() < 5 || text.at(4) != u'-' || digits(5) != 4 || text.size() < 10
        || text.at(9) != u'-')
        return 0;
    const qsizetype length = digits(10);
    if (length < 1 || length > 4 || text.size() <= 10 + length || text.at(10 + length).toLower() != u'm')
        return 0;
    const qsizetype end = 11 + length;
    const qsizetype copy = text.size() > end && text.at(end) == u'-' ? digits(end + 1) : 0;
    return copy ? end + 1 + copy : end;
}

void findMeetingIds(const QString &text, QList<Marked> &found)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!text.at(at).isDigit() || (at > 0 && text.at(at - 1).isLetterOrNumber()))
            continue;
        const qsizetype length = meetingIdLength(QStringView(text).mid(at));
        if (!length)
            continue;
        const qsizetype from = at > 0 && text.at(at - 1) == u'#' ? at - 1 : at;
        found << Marked{Token::Kind::MeetingId, from, at + length, text.mid(at, length).toLower()};
        at += length;
    }
}

bool isMonth(QStringView word)
{
    static const QStringList months{u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
                                    u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    return word.size() >= 3 && months.contains(word.left(3).toString().toLower());
}

/// Runs of digits with the separators people put between them.
void findPhones(const QString &text, QList<Marked> &found)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text.at(at);
        const bool begins = c.isDigit() || ((c == u'+' || c == u'(') && at + 1 < text.size());
        if (!begins || (at > 0 && (text.at(at - 1).isLetterOrNumber() || text.at(at - 1) == u'#'))) {
            ++at;
            continue;
        }
        QStringList groups;
        qsizetype end = at;
        qsizetype to = at;
        while (end < text.size()) {
            const QChar d = text.at(end);
            if (d.isDigit()) {
                if (end == at || !text.at(end - 1).isDigit())
                    groups << QString();
                groups.last() += d;
                to = ++end;
            } else if (d == u' ' || d == u'-' || d == u'.' || d == u'(' || d == u')' || d == u'/' || d == u'\u00a0'
                       || (d == u'+' && end == at)) {
                ++end;
            } else {
                break;
            }
            // Two spaces, or a full stop and a space, part one thing from the next.
            if (end - to > 1 && end > to && to > at && text.at(end - 1) == u' '
                && (text.at(end - 2) == u' ' || text.at(end - 2) == u'.'))
                break;
        }
        const QString digits = groups.join(QString());
        const bool plus = c == u'+';
        const auto year = [](const QString &group) {
            return group.size() == 4 && (group.startsWith("19"_L1) || group.startsWith("20"_L1));
        };
        const auto small = [](const QString &group) { return group.size() <= 2 && group.toInt() <= 31; };
        const bool likeDate = groups.size() >= 3
            && ((year(groups.at(0)) && small(groups.at(1)) && small(groups.at(2)))
                || (small(groups.at(0)) && small(groups.at(1)) && year(groups.at(2))));
        qsizetype wordEnd = at;
        while (wordEnd > 0 && !text.at(wordEnd - 1).isLetter() && wordEnd > at - 3)
            --wordEnd;
        qsizetype wordStart = wordEnd;
        while (wordStart > 0 && text.at(wordStart - 1).isLetter())
            --wordStart;
        const bool afterMonth = !plus && isMonth(QStringView(text).mid(wordStart, wordEnd - wordStart));
        const bool tooShort = digits.size() < 7 || digits.size() > 15;
        const bool glued = to < text.size() && (text.at(to).isLetter() || text.at(to) == u':');
        if (!tooShort && (plus || (!likeDate && !afterMonth && !glued)))
            found << Marked{Token::Kind::Phone, at, to, text.mid(at, to - at)};
        at = std::max(to, at + 1);
    }
}

void findLinks(const QString &text, QList<Marked> &found)
{
    for (const QString &scheme : {u"http://"_s, u"https://"_s, u"www."_s}) {
        for (qsizetype at = text.indexOf(scheme, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(scheme, at + 1, Qt::CaseInsensitive)) {
            qsizetype to = at;
            while (to < text.size() && !text.at(to).isSpace())
                ++to;
            found << Marked{Token::Kind::Link, at, to, text.mid(at, to - at)};
        }
    }
}

bool mayBeName(const Token &token, const Words &words)
{
    return token.isWord() && !words.notName.has(token.lower) && token.text.at(0).isLetter();
}

/// The words from @p from on that may make a name. @p loose takes lower case too.
qsizetype nameEnd(const Tokens &tokens, qsizetype from, const Words &words, bool loose)
{
    qsizetype end = from;
    while (end < tokens.size() && end - from < 4 && mayBeName(tokens.at(end), words)
           && (tokens.at(end).isCapitalised()
               || (loose && !words.stop.has(tokens.at(end).lower) && !words.afterName.has(tokens.at(end).lower))
               || (end > from
                   && QStringList{u"von"_s, u"van"_s, u"de"_s, u"der"_s, u"da"_s, u"di"_s, u"la"_s, u"bin"_s, u"al"_s}
                          .contains(tokens.at(end).lower))))
        ++end;
    return end;
}

bool endsHere(const Tokens &tokens, qsizetype at, const Words &words)
{
    if (at >= tokens.size())
        return true;
    const Token &token = tokens.at(at);
    return !token.isWord() || words.afterName.has(token.lower) || token.lower == "and"_L1 || token.lower == "from"_L1
        || token.lower == "my"_L1 || token.lower == "i"_L1 || token.lower == "at"_L1;
}

} // namespace

QList<Marked> findMarked(const QString &text)
{
    QList<Marked> found;
    findLinks(text, found);
    findEmails(text, found);
    findSpelledEmails(text, found);
    findMeetingIds(text, found);
    findPhones(text, found);
    std::stable_sort(found.begin(), found.end(), [](const Marked &a, const Marked &b) { return a.from < b.from; });
    QList<Marked> result;
    for (const Marked &mark : std::as_const(found)) {
        if (result.isEmpty() || mark.from >= result.last().to)
            result << mark;
    }
    return result;
}

std::optional<FoundName> findName(const Tokens &tokens, const Words &words, bool asked)
{
    std::optional<FoundName> best;
    const auto take = [&](qsizetype from, qsizetype to) {
        QStringList parts;
        for (qsizetype i = from; i < to; ++i)
            parts << tokens.at(i).text;
        best = FoundName{parts.join(u' '), from, to};
    };
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const qsizetype cue = words.nameCue.matchAt(tokens, i);
        if (!cue)
            continue;
        qsizetype start = i + cue;
        if (start < tokens.size() && tokens.at(start).isPunctuation(u':'))
            ++start;
        const QString &last = tokens.at(i + cue - 1).lower;
        const bool sure = last == "is"_L1 && tokens.at(i + cue - 2).lower == "name"_L1;
        if (last == "name"_L1 && cue == 1 && !(i + 1 < tokens.size() && tokens.at(i + 1).isPunctuation(u':')))
            continue;
        // "Call me at 5": only a capital makes it a name. "this is", "it is" likewise.
        const bool capitalOnly = !sure && last != "am"_L1;
        qsizetype end = nameEnd(tokens, start, words,
                                sure || (!capitalOnly && start < tokens.size() && !tokens.at(start).isCapitalised()));
        if (end <= start || !mayBeName(tokens.at(start), words))
            continue;
        if (sure && !tokens.at(start).isCapitalised() && !endsHere(tokens, end, words))
            end = start + 1;
        const Token &first = tokens.at(start);
        const bool lowerCase = !first.isCapitalised();
        if (!sure && lowerCase
            && (end - start > 2 || !endsHere(tokens, end, words) || first.lower.endsWith("ing"_L1)
                || first.lower.endsWith("ed"_L1)))
            continue;
        if (words.meeting.has(first.lower) || words.occasion.has(first.lower))
            continue;
        take(start, end);
        i = end - 1;
    }
    if (best)
        return best;
    // "Sarah here", "Zoë Müller speaking": at the beginning of a sentence.
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (!(tokens.at(i).startsSentence || (i > 0 && words.greeting.has(tokens.at(i - 1).lower))
              || (i > 0 && tokens.at(i - 1).kind == Token::Kind::Punctuation)))
            continue;
        const qsizetype end = nameEnd(tokens, i, words, false);
        if (end <= i || words.greeting.matchAt(tokens, i))
            continue;
        const bool signedOff = end < tokens.size() && words.afterName.has(tokens.at(end).lower);
        // "Ada, ada@example.com" and "Ada Lovelace, +1 …"
        qsizetype next = end;
        while (next < tokens.size() && next < end + 2
               && (tokens.at(next).kind == Token::Kind::Punctuation || tokens.at(next).lower == "and"_L1))
            ++next;
        const bool withContact = next < tokens.size()
            && (tokens.at(next).kind == Token::Kind::Email || tokens.at(next).kind == Token::Kind::Phone);
        const Token &first = tokens.at(i);
        const bool generic = words.meeting.has(first.lower) || words.occasion.has(first.lower)
            || words.yes.has(first.lower) || (words.create.has(first.lower) && i == 0) || words.cancel.has(first.lower);
        if (!generic && (signedOff || withContact)) {
            take(i, end);
            return best;
        }
    }
    const bool question =
        std::any_of(tokens.begin(), tokens.end(), [](const Token &token) { return token.isPunctuation(u'?'); });
    if (!asked || question)
        return best;
    // The bare answer: words only, up to the first mark, contact or time.
    qsizetype start = 0;
    while (start < tokens.size()
           && (tokens.at(start).kind == Token::Kind::Punctuation || words.greeting.has(tokens.at(start).lower)
               || words.yes.has(tokens.at(start).lower)))
        ++start;
    if (start >= tokens.size() || !mayBeName(tokens.at(start), words))
        return best;
    const bool capital = tokens.at(start).isCapitalised();
    const qsizetype end = nameEnd(tokens, start, words, !capital);
    const Token &first = tokens.at(start);
    const bool command = words.cancel.has(first.lower) || words.move.has(first.lower)
        || (words.create.has(first.lower) && tokens.size() > 2) || words.help.has(first.lower)
        || words.thanks.has(first.lower) || words.offTopic.has(first.lower) || words.neverMind.matchAt(tokens, start)
        || words.meeting.has(first.lower) || words.occasion.has(first.lower) || words.no.has(first.lower)
        || words.goodbye.has(first.lower);
    if (end > start && !command && (capital || end - start <= 2) && endsHere(tokens, end, words))
        take(start, end);
    return best;
}

QString wordsOf(const QString &text, const Tokens &tokens, qsizetype from, qsizetype to)
{
    if (from < 0 || from >= to || to > tokens.size())
        return {};
    return text.mid(tokens.at(from).from, tokens.at(to - 1).to - tokens.at(from).from).simplified();
}

} // namespace ChatCal::Dialogue
