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
    static const QStringList months{u"january"_s,   u"february"_s, u"march"_s,    u"april"_s,
                                    u"may"_s,       u"june"_s,     u"july"_s,     u"august"_s,
                                    u"september"_s, u"october"_s,  u"november"_s, u"december"_s};
    return word.size() >= 3 && std::any_of(months.begin(), months.end(), [&](const QString &month) {
               return month.startsWith(word, Qt::CaseInsensitive); // "Mar", but not "Martin"
           });
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

QString withoutTags(QString text)
{
    static const QStringList names(
        u"a b i u s p br hr em strong small big span div font center mark code pre ul ol li h1 "
        u"h2 h3 h4 h5 h6 sub sup img svg script style iframe table tr td th body html head "
        u"input button form link meta object video audio marquee blink"_s.split(u' '));
    for (qsizetype open = text.indexOf(u'<'); open >= 0; open = text.indexOf(u'<', open + 1)) {
        const qsizetype close = text.indexOf(u'>', open);
        if (close < 0)
            break;
        qsizetype from = open + 1;
        if (text.at(from) == u'/')
            ++from;
        qsizetype to = from;
        while (text.at(to).isLetterOrNumber())
            ++to;
        const QChar next = text.at(to);
        if (!(next == u'>' || next == u'/' || next.isSpace()) || !names.contains(text.mid(from, to - from).toLower()))
            continue;
        for (qsizetype i = open; i <= close; ++i)
            text[i] = u' ';
    }
    return text;
}

QString wordsOf(const QString &text, const Tokens &tokens, qsizetype from, qsizetype to)
{
    if (from < 0 || from >= to || to > tokens.size())
        return {};
    while (tokens.at(from).from > tokens.at(to - 1).from) // a verb that was moved to the front
        ++from;
    return text.mid(tokens.at(from).from, tokens.at(to - 1).to - tokens.at(from).from).simplified();
}

} // namespace ChatCal::Dialogue
