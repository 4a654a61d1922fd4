// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/zone.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace ChatCal::WhenGrammar {

/// @p letter as words are compared: in lower case and without its accent ("é" is "e"); 0 for an accent that stands
/// alone, U+00DF and U+0153 for "ß" and "œ", which the caller writes as two letters.
[[nodiscard]] char16_t foldedLetter(QChar letter);

/// What a word can be in a phrase about time; one word may be several. The words stand in words/*.words.
enum class Word : std::uint8_t {
    Weekday, ///< 0 is Sunday
    Month,
    Unit, ///< a TimeUnit
    Number,
    Scale,
    Couple,
    Ordinal,
    Suffix,
    AmPm, ///< 0 or 12
    OClock,
    Clock, ///< minute of the day
    Half,
    Quarter,
    Past,
    To,
    Part, ///< a DayPart
    Tonight,
    RelativeDay, ///< days from today
    Now,
    TheDay,
    Next,
    Coming,
    Last,
    LastPast,
    This,
    Any,
    After,
    Before,
    ByWord,
    Until,
    From,
    Between,
    And,
    Or,
    In,
    Within,
    During,
    On,
    At,
    About,
    Of,
    The,
    Article,
    For,
    Ago,
    Later,
    Rest,
    End,
    Start,
    Middle,
    EndOfSpan,
    WeekOf,
    WorkWeek,
    Ish,
    Extra,
    Label,
    Modal, ///< "should" before "last two hours"
    PastVerb,
    MoveVerb,
    Name,
    Plain,
    Holiday,
    Zone, ///< index into Lexicon::zone
    ZoneTail,
    Ambiguous,
    Minus, ///< "moins" in "trois heures moins dix"
    Elided, ///< "l" in "l'heure": a word of its own though written together with the next
    AgoLead, ///< "vor" in "vor zwei Tagen"
    Behind, ///< "prochain" in "mardi prochain": -1 last, 0 this, 1 next, 2 coming
    NextButOne, ///< "übernächste"
    LengthWord, ///< minutes: "Viertelstunde", "quinze jours"
    Quarters, ///< quarters of the unit behind: 6 for "anderthalb"
    PartBehind, ///< a DayPart only behind a day: "morgen" in "Freitag morgen"
    WeeksOn, ///< weeks after the day before it: "en huit"
    WeekNumber, ///< "KW" before 12
    Meal, ///< tells the half of the day: 0 breakfast, 12 dinner
    Inclusive, ///< an After that holds the day it names: "ab Montag"
    Except, ///< before a day that is not meant
    Trailing, ///< behind what it bounds: 0 "onwards", 1 "at the latest"
    AtHour, ///< an At before an hour: "at" in "at 9 dentist"; 1 before an hour only: "um"
    Counted, ///< "people", "Street": the number before them is no hour
    ThisTime, ///< the time it is now on the day beside: "this time" tomorrow
    MonthWeek, ///< "Aprilwoche"
    DottedMonth, ///< a month only with its dot: "sept." in "12 sept."
    Count
};
static_assert(static_cast<int>(Word::Count) <= 128, "the classes of a word are bits of two integers");

enum class TimeUnit { Second, Minute, Hour, Day, Week, Month, Quarter, Year, Fortnight, BusinessDay, Weekend };

/// Several classes, asked for at once.
struct WordSet
{
    std::array<std::uint64_t, 2> classes{};

    constexpr WordSet(std::initializer_list<Word> words)
    {
        for (const Word word : words)
            classes[static_cast<unsigned>(word) / 64] |= std::uint64_t(1) << (static_cast<unsigned>(word) % 64);
    }
};

/// How a language says things that no single word tells; the words file names them.
enum class Style : std::uint8_t {
    HalfBefore, ///< "halb drei" is 2:30, "drei viertel vier" 3:45
    OrdinalDot, ///< "am 3." and "3.5." are days
    HourTails, ///< minutes behind the hour: "15 Uhr 30", "trois heures et demie", "las tres menos diez"
    LengthBehindDay, ///< "Freitag in einer Woche"
};

/// All meanings of one word or of several words in a row.
struct Entry
{
    static constexpr int maxMeanings = 12;
    std::array<std::uint64_t, 2> classes{};
    int count = 0;
    std::array<Word, maxMeanings> kinds{};
    std::array<std::int16_t, maxMeanings> values{};

    [[nodiscard]] bool is(Word word) const
    {
        const auto bit = static_cast<unsigned>(word);
        return (classes[bit / 64] >> (bit % 64)) & 1U;
    }
    [[nodiscard]] bool isAnyOf(const WordSet &words) const
    {
        return ((classes[0] & words.classes[0]) | (classes[1] & words.classes[1])) != 0;
    }
    [[nodiscard]] bool isEmpty() const { return count == 0; }
    /// Of a kind it is(); 0 else.
    [[nodiscard]] int value(Word word) const;
    void add(Word word, int value);
};

/// The words of one language, looked up by their folded letters (foldedLetter()), without apostrophes. Immutable once
/// read.
class Lexicon
{
public:
    /// @p words in the format explained at the top of words/en.words; a malformed line is a bug and asserts.
    explicit Lexicon(QStringView words);

    /// The word as written; nullptr when it is unknown.
    [[nodiscard]] const Entry *find(QStringView folded) const;
    /// The word one slip away from @p folded; nullptr when there is none or when @p folded has under six letters.
    [[nodiscard]] const Entry *findMisspelt(QStringView folded) const;
    /// The phrase node reached from @p node (0 is the root) by a word; -1 when no phrase goes that way.
    [[nodiscard]] int nextNode(int node, QStringView folded) const;
    /// What the words up to @p node mean together; nullptr when the phrase is not complete there.
    [[nodiscard]] const Entry *phraseAt(int node) const;
    [[nodiscard]] bool has(Style style) const { return (m_styles >> static_cast<unsigned>(style)) & 1U; }
    [[nodiscard]] bool hasElisions() const { return m_hasElisions; }
    [[nodiscard]] bool startsPhrase(QStringView folded) const { return nextNode(0, folded) >= 0; }

    [[nodiscard]] const QString &zoneName(int index) const { return m_zones[index]; }
    /// The zone of an offset in minutes east of UTC; empty for one that no zone has.
    [[nodiscard]] QString zoneOfOffset(int minutes) const;

private:
    struct Slot
    {
        std::uint32_t hash = 0;
        int from = 0; ///< into m_letters
        int length = 0;
        int value = -1;
    };
    /// Open addressing over views into one buffer of letters: no allocation and one probe for most words.
    struct Table
    {
        std::vector<Slot> slots;
        int used = 0;
    };

    void addLine(QStringView line);
    void addWord(Word kind, int value, QStringView text, bool tolerant);
    void addFolded(Word kind, int value, const QString &folded, bool tolerant);
    void addMisspellings(QStringView folded, int entry);
    [[nodiscard]] int get(const Table &table, QStringView key, std::uint32_t salt = 0) const;
    void put(Table &table, QStringView key, int value, std::uint32_t salt = 0);
    int remember(QStringView letters);

    std::vector<char16_t> m_letters;
    std::vector<Entry> m_entries;
    std::vector<int> m_phraseEntries; ///< per node, -1 where no phrase ends
    std::vector<QString> m_tolerantWords; ///< parallel to m_tolerantEntries
    std::vector<int> m_tolerantEntries;
    std::vector<std::vector<int>> m_candidates;
    Table m_words;
    Table m_nodes;
    Table m_deletions;
    std::uint32_t m_styles = 0;
    bool m_hasElisions = false;
    QList<QString> m_zones;
    QHash<int, QString> m_offsets;
};

} // namespace ChatCal::WhenGrammar
