// SPDX-License-Identifier: Apache-2.0
#include "core/time/lexicon.h"

#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::WhenGrammar {

namespace {

struct ClassName
{
    QStringView name;
    Word word;
};

constexpr std::array<ClassName, static_cast<int>(Word::Count)> classNames{
    ClassName{u"weekday", Word::Weekday},
    ClassName{u"month", Word::Month},
    ClassName{u"unit", Word::Unit},
    ClassName{u"number", Word::Number},
    ClassName{u"scale", Word::Scale},
    ClassName{u"couple", Word::Couple},
    ClassName{u"ordinal", Word::Ordinal},
    ClassName{u"suffix", Word::Suffix},
    ClassName{u"ampm", Word::AmPm},
    ClassName{u"oclock", Word::OClock},
    ClassName{u"clock", Word::Clock},
    ClassName{u"half", Word::Half},
    ClassName{u"quarter", Word::Quarter},
    ClassName{u"past", Word::Past},
    ClassName{u"to", Word::To},
    ClassName{u"part", Word::Part},
    ClassName{u"tonight", Word::Tonight},
    ClassName{u"relday", Word::RelativeDay},
    ClassName{u"now", Word::Now},
    ClassName{u"theday", Word::TheDay},
    ClassName{u"next", Word::Next},
    ClassName{u"coming", Word::Coming},
    ClassName{u"last", Word::Last},
    ClassName{u"lastpast", Word::LastPast},
    ClassName{u"this", Word::This},
    ClassName{u"any", Word::Any},
    ClassName{u"after", Word::After},
    ClassName{u"before", Word::Before},
    ClassName{u"byword", Word::ByWord},
    ClassName{u"until", Word::Until},
    ClassName{u"from", Word::From},
    ClassName{u"between", Word::Between},
    ClassName{u"and", Word::And},
    ClassName{u"or", Word::Or},
    ClassName{u"in", Word::In},
    ClassName{u"within", Word::Within},
    ClassName{u"during", Word::During},
    ClassName{u"on", Word::On},
    ClassName{u"at", Word::At},
    ClassName{u"about", Word::About},
    ClassName{u"of", Word::Of},
    ClassName{u"the", Word::The},
    ClassName{u"article", Word::Article},
    ClassName{u"for", Word::For},
    ClassName{u"ago", Word::Ago},
    ClassName{u"later", Word::Later},
    ClassName{u"rest", Word::Rest},
    ClassName{u"end", Word::End},
    ClassName{u"start", Word::Start},
    ClassName{u"middle", Word::Middle},
    ClassName{u"eospan", Word::EndOfSpan},
    ClassName{u"weekof", Word::WeekOf},
    ClassName{u"workweek", Word::WorkWeek},
    ClassName{u"ish", Word::Ish},
    ClassName{u"extra", Word::Extra},
    ClassName{u"label", Word::Label},
    ClassName{u"modal", Word::Modal},
    ClassName{u"pastverb", Word::PastVerb},
    ClassName{u"moveverb", Word::MoveVerb},
    ClassName{u"name", Word::Name},
    ClassName{u"plain", Word::Plain},
    ClassName{u"holiday", Word::Holiday},
    ClassName{u"zone", Word::Zone},
    ClassName{u"zonetail", Word::ZoneTail},
    ClassName{u"ambiguous", Word::Ambiguous},
    ClassName{u"minus", Word::Minus},
    ClassName{u"elided", Word::Elided},
    ClassName{u"agolead", Word::AgoLead},
    ClassName{u"behind", Word::Behind},
    ClassName{u"nextbutone", Word::NextButOne},
    ClassName{u"lengthword", Word::LengthWord},
    ClassName{u"quarters", Word::Quarters},
    ClassName{u"partbehind", Word::PartBehind},
    ClassName{u"weekson", Word::WeeksOn},
    ClassName{u"weeknumber", Word::WeekNumber},
    ClassName{u"meal", Word::Meal},
    ClassName{u"inclusive", Word::Inclusive},
    ClassName{u"except", Word::Except},
    ClassName{u"trailing", Word::Trailing},
    ClassName{u"athour", Word::AtHour},
    ClassName{u"counted", Word::Counted},
    ClassName{u"thistime", Word::ThisTime},
    ClassName{u"monthweek", Word::MonthWeek},
    ClassName{u"dottedmonth", Word::DottedMonth},
};

constexpr std::array<QStringView, 4> styleNames{u"half before", u"ordinal dot", u"hour tails", u"length behind day"};

/// U+00C0 to U+00FF without their accents.
constexpr std::u16string_view plainLatin1 = u"aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy";
static_assert(plainLatin1.size() == 64);

// FNV-1a over UTF-16 units.
std::uint32_t hashOf(QStringView key, std::uint32_t salt)
{
    std::uint32_t hash = 2166136261U ^ (salt * 0x9e3779b1U);
    for (const QChar c : key)
        hash = (hash ^ c.unicode()) * 16777619U;
    return hash ? hash : 1;
}

constexpr qsizetype shortestTolerant = 6;
constexpr qsizetype longestTolerant = 12;

/// One insertion, deletion, replacement or swap of neighbours apart.
bool oneSlipApart(QStringView a, QStringView b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    qsizetype i = 0;
    while (i < a.size() && a[i] == b[i])
        ++i;
    if (a.size() + 1 == b.size())
        return a.mid(i) == b.mid(i + 1);
    if (a.size() != b.size())
        return false;
    if (i == a.size() || a.mid(i + 1) == b.mid(i + 1))
        return true;
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.mid(i + 2) == b.mid(i + 2);
}

QString without(QStringView word, qsizetype position)
{
    return word.left(position).toString() + word.mid(position + 1).toString();
}

} // namespace

char16_t foldedLetter(QChar letter)
{
    const char16_t unit = letter.unicode();
    if (unit < 0x80)
        return unit >= u'A' && unit <= u'Z' ? char16_t(unit + 32) : unit;
    if (unit >= 0xC0 && unit <= 0xFF)
        return plainLatin1[unit - 0xC0U];
    if (unit >= 0x300 && unit < 0x370)
        return 0;
    return letter.toLower().unicode();
}

int Entry::value(Word word) const
{
    for (int i = 0; i < count; ++i) {
        if (kinds[static_cast<std::size_t>(i)] == word)
            return values[static_cast<std::size_t>(i)];
    }
    return 0;
}

void Entry::add(Word word, int value)
{
    if (is(word))
        return; // the first line wins
    Q_ASSERT(count < maxMeanings);
    const auto bit = static_cast<unsigned>(word);
    classes[bit / 64] |= std::uint64_t(1) << (bit % 64);
    kinds[static_cast<std::size_t>(count)] = word;
    values[static_cast<std::size_t>(count)] = static_cast<std::int16_t>(value);
    ++count;
}

Lexicon::Lexicon(QStringView words)
{
    m_phraseEntries.push_back(-1); // the root
    for (const QStringView line : words.split(u'\n'))
        addLine(line);
}

void Lexicon::addLine(QStringView line)
{
    line = line.trimmed();
    if (line.isEmpty() || line.startsWith(u'#'))
        return;
    const qsizetype colon = line.indexOf(u':');
    const qsizetype space = line.indexOf(u' ');
    Q_ASSERT(colon > 0 && space > 0 && space < colon);
    QStringView name = line.left(space);
    const bool tolerant = name.endsWith(u'~');
    if (tolerant)
        name.chop(1);
    const QStringView value = line.mid(space + 1, colon - space - 1).trimmed();
    const auto words = line.mid(colon + 1).split(u',');
    if (name == u"offset") {
        for (const QStringView minutes : words)
            m_offsets.insert(minutes.trimmed().toInt(), value.toString());
        return;
    }
    if (name == u"style") {
        for (const QStringView word : words) {
            const auto style = std::find(styleNames.begin(), styleNames.end(), word.trimmed());
            if (style != styleNames.end())
                m_styles |= 1U << static_cast<unsigned>(style - styleNames.begin());
        }
        return;
    }
    if (name == u"other") {
        for (const QStringView word : words)
            addWord(Word::Count, 0, word.trimmed(), false);
        return;
    }
    const auto *known = std::find_if(classNames.begin(), classNames.end(),
                                     [name](const ClassName &candidate) { return candidate.name == name; });
    if (known == classNames.end())
        return; // a class of a later version: its words mean nothing here
    int number = value.toInt();
    if (known->word == Word::Zone) {
        number = static_cast<int>(m_zones.size());
        m_zones.append(value.toString());
    }
    for (const QStringView word : words)
        addWord(known->word, number, word.trimmed(), tolerant);
}

void Lexicon::addWord(Word kind, int value, QStringView text, bool tolerant)
{
    m_hasElisions = m_hasElisions || kind == Word::Elided;
    QString folded;
    QString spelledOut; // as those write who have no umlauts on their keyboard
    for (const QChar letter : text) {
        const char16_t plain = foldedLetter(letter);
        if (plain == u'\'' || plain == 0)
            continue;
        const QStringView written = plain == u'ß' ? QStringView(u"ss") : plain == u'œ' ? u"oe" : QStringView(&plain, 1);
        folded += written;
        spelledOut += written;
        if (letter == u'ä' || letter == u'ö' || letter == u'ü')
            spelledOut += u'e';
    }
    addFolded(kind, value, folded, tolerant);
    if (spelledOut != folded)
        addFolded(kind, value, spelledOut, tolerant);
}

void Lexicon::addFolded(Word kind, int value, const QString &folded, bool tolerant)
{
    const auto pieces = QStringView(folded).split(u' ', Qt::SkipEmptyParts);
    int *entry = nullptr;
    int single = -1;
    if (pieces.size() == 1) {
        single = get(m_words, folded);
        if (single < 0) {
            single = static_cast<int>(m_entries.size());
            m_entries.emplace_back();
            put(m_words, folded, single);
        }
        entry = &single;
        if (tolerant && folded.size() >= shortestTolerant)
            addMisspellings(folded, single);
    } else {
        int node = 0;
        for (const QStringView piece : pieces) {
            int next = nextNode(node, piece);
            if (next < 0) {
                next = static_cast<int>(m_phraseEntries.size());
                m_phraseEntries.push_back(-1);
                put(m_nodes, piece, next, static_cast<std::uint32_t>(node) + 1);
            }
            node = next;
        }
        if (m_phraseEntries[static_cast<std::size_t>(node)] < 0) {
            m_phraseEntries[static_cast<std::size_t>(node)] = static_cast<int>(m_entries.size());
            m_entries.emplace_back();
        }
        entry = &m_phraseEntries[static_cast<std::size_t>(node)];
    }
    if (kind != Word::Count)
        m_entries[static_cast<std::size_t>(*entry)].add(kind, value);
}

void Lexicon::addMisspellings(QStringView folded, int entry)
{
    const int candidate = static_cast<int>(m_tolerantWords.size());
    m_tolerantWords.push_back(folded.toString());
    m_tolerantEntries.push_back(entry);
    const auto enter = [&](QStringView key) {
        int list = get(m_deletions, key);
        if (list < 0) {
            list = static_cast<int>(m_candidates.size());
            m_candidates.emplace_back();
            put(m_deletions, key, list);
        }
        m_candidates[static_cast<std::size_t>(list)].push_back(candidate);
    };
    enter(folded);
    for (qsizetype i = 0; i < folded.size(); ++i)
        enter(without(folded, i));
}

const Entry *Lexicon::find(QStringView folded) const
{
    const int index = get(m_words, folded);
    return index < 0 ? nullptr : &m_entries[static_cast<std::size_t>(index)];
}

// Two words one slip apart share a form with at most one letter left out of each (symmetric deletion,
// github.com/wolfgarbe/SymSpell), so a handful of look-ups replaces a comparison with every word.
const Entry *Lexicon::findMisspelt(QStringView folded) const
{
    if (folded.size() < shortestTolerant || folded.size() > longestTolerant)
        return nullptr;
    const auto tryKey = [&](QStringView key) -> const Entry * {
        const int list = get(m_deletions, key);
        if (list < 0)
            return nullptr;
        for (const int candidate : m_candidates[static_cast<std::size_t>(list)]) {
            const QString &word = m_tolerantWords[static_cast<std::size_t>(candidate)];
            if (word.front() == folded.front() && oneSlipApart(word, folded))
                return &m_entries[static_cast<std::size_t>(m_tolerantEntries[static_cast<std::size_t>(candidate)])];
        }
        return nullptr;
    };
    if (const Entry *found = tryKey(folded))
        return found;
    QVarLengthArray<QChar, longestTolerant> shorter;
    for (qsizetype skip = 1; skip < folded.size(); ++skip) {
        shorter.clear();
        for (qsizetype i = 0; i < folded.size(); ++i) {
            if (i != skip)
                shorter.append(folded[i]);
        }
        if (const Entry *found = tryKey(QStringView(shorter.constData(), shorter.size())))
            return found;
    }
    return nullptr;
}

int Lexicon::nextNode(int node, QStringView folded) const
{
    return get(m_nodes, folded, static_cast<std::uint32_t>(node) + 1);
}

const Entry *Lexicon::phraseAt(int node) const
{
    const int entry = m_phraseEntries[static_cast<std::size_t>(node)];
    return entry < 0 ? nullptr : &m_entries[static_cast<std::size_t>(entry)];
}

QString Lexicon::zoneOfOffset(int minutes) const
{
    if (minutes == 0)
        return u"UTC"_s;
    if (minutes % 60 == 0 && minutes >= -12 * 60 && minutes <= 14 * 60) {
        // POSIX counts west of Greenwich as positive, and so do these names.
        const int hours = minutes / 60;
        return u"Etc/GMT"_s + (hours > 0 ? u'-' : u'+') + QString::number(hours > 0 ? hours : -hours);
    }
    return m_offsets.value(minutes);
}

int Lexicon::get(const Table &table, QStringView key, std::uint32_t salt) const
{
    if (table.slots.empty())
        return -1;
    const std::size_t mask = table.slots.size() - 1;
    const std::uint32_t hash = hashOf(key, salt);
    for (std::size_t i = hash & mask; table.slots[i].value >= 0; i = (i + 1) & mask) {
        const Slot &slot = table.slots[i];
        if (slot.hash == hash && slot.length == key.size()
            && std::equal(key.begin(), key.end(), m_letters.begin() + slot.from,
                          [](QChar a, char16_t b) { return a.unicode() == b; }))
            return slot.value;
    }
    return -1;
}

void Lexicon::put(Table &table, QStringView key, int value, std::uint32_t salt)
{
    if (static_cast<std::size_t>(table.used) * 4 >= table.slots.size()) {
        std::vector<Slot> old(std::max<std::size_t>(64, table.slots.size() * 4));
        old.swap(table.slots);
        for (const Slot &slot : old) {
            if (slot.value < 0)
                continue;
            std::size_t i = slot.hash & (table.slots.size() - 1);
            while (table.slots[i].value >= 0)
                i = (i + 1) & (table.slots.size() - 1);
            table.slots[i] = slot;
        }
    }
    const std::uint32_t hash = hashOf(key, salt);
    const std::size_t mask = table.slots.size() - 1;
    std::size_t i = hash & mask;
    while (table.slots[i].value >= 0)
        i = (i + 1) & mask;
    table.slots[i] = {hash, remember(key), static_cast<int>(key.size()), value};
    ++table.used;
}

int Lexicon::remember(QStringView letters)
{
    const int from = static_cast<int>(m_letters.size());
    for (const QChar c : letters)
        m_letters.push_back(c.unicode());
    return from;
}

} // namespace ChatCal::WhenGrammar
