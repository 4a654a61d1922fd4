// SPDX-License-Identifier: Apache-2.0
#include "core/agent/quicktitle.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using WordSet = QSet<QString>;

WordSet wordsOf(const QString &list)
{
    const QStringList words = list.split(u' ');
    return {words.begin(), words.end()};
}

struct Vocabulary
{
    /// Begins a sentence to an assistant: what it is about is for the grammar to find.
    const WordSet starts = wordsOf(
        u"i i'd i'm we we'd you can could need want would let's lets is are do does what when how who hi hey hello "
        "ich wir kann können könnte könntest möchte würde lass hallo je j'ai nous peux peut pouvez bonjour salut "
        "yo puedo puedes podemos podrías quiero quisiera hola"_s);
    /// Says that something is to be booked, not what.
    const WordSet commands = wordsOf(
        u"book schedule reserve arrange please buche plane bitte réserve réserver planifie reserva agenda programa "
        "añade"_s);
    /// The same, where "a" follows: "create a call", but "Create slides".
    const WordSet makings = wordsOf(
        u"add create make put block new neuer neue neues trage ajoute crée nouveau nouvelle crea nuevo nueva"_s);
    const WordSet articles = wordsOf(u"a an ein eine einen un une una"_s);
    /// Before a time: "on the", "this coming".
    const WordSet determiners = wordsOf(
        u"the this that next coming every each der die das den dem diesen nächsten jeden jede le la les l' ce cette "
        "chaque el los las este esta cada"_s);
    /// Leads from what it is about to a time or a length.
    const WordSet connectors = wordsOf(
        u"on at for from in to and by of @ until till starting um am für von vom bis ab ca gegen im à a de du des le "
        "dès pour pendant vers el los a las en para por desde durante sobre"_s);
    /// Leads to a place one is at; one that is gone to belongs to what it is about.
    const WordSet placings =
        wordsOf(u"at in @ im bei beim am auf an chez à au aux dans en a la el sur the l' le der dem"_s);
    /// Leads from what it is about to a person or to more of it.
    const WordSet joinings = wordsOf(
        u"with w/ w and & about regarding for to mit und über wegen zu für avec et pour con y para sobre the"_s);
    /// Before what it is about: "at 3 for the budget".
    const WordSet purposes = wordsOf(u"for about to on regarding für über wegen pour para sobre"_s);
    /// Before who it is with.
    const WordSet company = wordsOf(u"with w/ mit avec con"_s);
};

const Vocabulary &vocabulary()
{
    static const Vocabulary all;
    return all;
}

bool isMark(QChar c)
{
    return c.isSpace() || QStringView(u",;:.?!-–—|<>").contains(c);
}

/// A part of the line that words are taken off from either end of.
class Rest
{
public:
    Rest(QStringView line, TextStretch part) : m_line(line), m_part(part) { trim(); }

    [[nodiscard]] bool isEmpty() const { return m_part.from >= m_part.to; }
    [[nodiscard]] TextStretch part() const { return m_part; }
    [[nodiscard]] QString text() const { return slice(m_part.from, m_part.to); }
    [[nodiscard]] QString first() const { return slice(m_part.from, endOfFirst()).toLower(); }
    [[nodiscard]] QString last() const { return slice(startOfLast(), m_part.to).toLower(); }
    bool dropFirstIn(const WordSet &words)
    {
        if (isEmpty() || !words.contains(first()))
            return false;
        m_part.from = endOfFirst();
        trim();
        return true;
    }
    bool dropLastIn(const WordSet &words)
    {
        if (isEmpty() || !words.contains(last()))
            return false;
        m_part.to = startOfLast();
        trim();
        return true;
    }
    void dropLength(qsizetype ofFront, qsizetype ofEnd)
    {
        m_part = {m_part.from + ofFront, m_part.to - ofEnd};
        trim();
    }

private:
    [[nodiscard]] QString slice(qsizetype from, qsizetype to) const { return m_line.mid(from, to - from).toString(); }
    void trim()
    {
        while (!isEmpty() && isMark(m_line[m_part.from]))
            ++m_part.from;
        while (!isEmpty() && isMark(m_line[m_part.to - 1]))
            --m_part.to;
    }
    [[nodiscard]] qsizetype endOfFirst() const
    {
        qsizetype end = m_part.from;
        while (end < m_part.to && !m_line[end].isSpace())
            ++end;
        return end;
    }
    [[nodiscard]] qsizetype startOfLast() const
    {
        qsizetype start = m_part.to;
        while (start > m_part.from && !m_line[start - 1].isSpace())
            --start;
        return start;
    }

    QStringView m_line;
    TextStretch m_part;
};

QRegularExpression pattern(const QString &words)
{
    return QRegularExpression(
        words, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

/// "Remind me to …".
void dropFront(Rest &rest)
{
    static const QRegularExpression front =
        pattern(uR"(^(remind me (to|about|of)|erinnere mich an|rappelle[- ]moi (de|d')|recuérdame)\s+)"_s);
    rest.dropLength(front.match(rest.text()).capturedLength(), 0);
}

/// "… in my calendar, please", "… every weekday".
void dropEnd(Rest &rest)
{
    static const QRegularExpression end = pattern(
        uR"((^|\s)(((on|in|into|to) (my|the)|in (meinen|den)|dans mon|en (mi|el)) )"
        uR"((calendar|diary|schedule|kalender|agenda|calendrier|calendario)|please|bitte|s'il (te|vous) plaît|por favor|)"
        uR"((every|each) (other )?(day|weekday|week|month|morning)|(jeden|jede) (tag|werktag|woche)|)"
        uR"((chaque|tous les) (jours?|semaine|mois)|(cada|todos los) (días?|semana|mes))$)"_s);
    while (!rest.isEmpty()) {
        const qsizetype length = end.match(rest.text()).capturedLength();
        if (length == 0)
            return;
        rest.dropLength(0, length);
    }
}

void dropCommand(Rest &rest)
{
    bool isCommand = false;
    while (rest.dropFirstIn(vocabulary().commands))
        isCommand = true;
    Rest after = rest;
    if (after.dropFirstIn(vocabulary().makings)) {
        while (after.dropFirstIn(vocabulary().makings)) { }
        if (isCommand || after.isEmpty() || vocabulary().articles.contains(after.first())) {
            rest = after;
            isCommand = true;
        }
    }
    if (isCommand && rest.dropFirstIn(vocabulary().articles))
        rest.dropFirstIn(vocabulary().makings); // "a new call"
}

/// A person's name, not an address or a number.
bool isName(const QString &line, const QuickSpan &span)
{
    const QStringView words = QStringView(line).mid(span.from, span.to - span.from);
    return span.kind == QuickSpan::Kind::Attendee && !words.contains(u'@')
        && std::any_of(words.begin(), words.end(), [](QChar c) { return c.isLetter(); });
}

/// What lies in @p part between names, without what joins them.
void addStretches(QList<TextStretch> &all, const QString &line, TextStretch part, const QList<QuickSpan> &said)
{
    qsizetype from = part.from;
    const auto add = [&](qsizetype to) {
        Rest rest(line, {from, to});
        while (rest.dropLastIn(vocabulary().joinings)) { }
        while (rest.dropFirstIn(vocabulary().joinings)) { }
        if (!rest.isEmpty())
            all.append(rest.part());
    };
    for (const QuickSpan &span : said) {
        if (span.from < from || span.to > part.to)
            continue;
        add(span.from);
        from = span.to;
    }
    add(part.to);
}

} // namespace

OwnWords ownWords(const QString &line, const QList<QuickSpan> &said, bool isLiteral)
{
    QList<Rest> rests;
    qsizetype from = 0;
    for (const QuickSpan &span : said) {
        if (isName(line, span))
            continue;
        Rest rest(line, {from, span.from});
        if (span.kind == QuickSpan::Kind::Location) {
            if (!rest.dropLastIn(vocabulary().placings) && !rest.isEmpty())
                continue; // gone to
            rest.dropLastIn(vocabulary().placings); // "at the"
        } else {
            while (rest.dropLastIn(vocabulary().determiners)) { }
            rest.dropLastIn(vocabulary().connectors);
        }
        rests.append(rest);
        from = span.to;
    }
    rests.append(Rest(line, {from, line.size()}));
    const auto isOver = [&rests] {
        rests.removeIf([](const Rest &rest) { return rest.isEmpty(); });
        return rests.isEmpty();
    };
    if (isOver() || (!isLiteral && vocabulary().starts.contains(rests.constFirst().first())))
        return {};
    dropFront(rests.first());
    dropCommand(rests.first());
    for (Rest &rest : rests)
        dropEnd(rest);
    if (isOver())
        return {};
    rests.first().dropFirstIn(vocabulary().purposes);
    if (isOver() || (!isLiteral && vocabulary().company.contains(rests.constFirst().first())))
        return {};
    OwnWords own;
    QStringList words;
    for (const Rest &rest : std::as_const(rests)) {
        words.append(rest.text());
        addStretches(own.stretches, line, rest.part(), said);
    }
    static const QRegularExpression emptyBrackets(u"\\(\\s*\\)|\\[\\s*\\]"_s);
    own.title = words.join(u' ').remove(emptyBrackets).simplified();
    return own;
}

} // namespace ChatCal
