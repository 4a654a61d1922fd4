// SPDX-License-Identifier: Apache-2.0
// Reads the tokens from left to right and puts neighbouring elements together.
#include "core/time/mentions.h"

namespace ChatCal::WhenGrammar {

using Hint = Grammar::Hint;

namespace {

class Assembler
{
public:
    explicit Assembler(const Grammar &grammar) : m_grammar(grammar)
    {
        for (int i = 0; i < grammar.size() && !m_moving; ++i)
            m_moving = grammar.is(i, Word::MoveVerb);
    }

    std::vector<Mention> run()
    {
        for (m_at = 0; m_at < m_grammar.size();)
            step();
        close();
        return std::move(m_mentions);
    }

private:
    // What stood before the next element.
    struct Lead
    {
        std::optional<Mention::Relation> relation;
        bool between = false;
        bool from = false;
        bool forWord = false;
        bool clock = false;
        bool day = false;
    };

    void step()
    {
        if (!m_current.isEmpty() && m_at == m_end && startsRightSide())
            return;
        const bool asked = m_grammar.expected() == WhenContext::Expected::Time;
        const bool dayAsked = m_grammar.expected() == WhenContext::Expected::Day;
        const Hint hint = m_lead.clock || followsDay() ? Hint::Clock
            : m_lead.day || dayAsked                   ? Hint::Day
            : asked                                    ? Hint::Clock
                                                       : Hint::None;
        std::optional<Element> element = m_grammar.elementAt(m_at, hint);
        if (!element)
            element = bareNumberWithCompany(m_at);
        if (!element)
            element = bareMinutes();
        if (element && isUsable(*element)) {
            add(*element);
            return;
        }
        if (element && (element->duration || element->part)) { // "a day" in passing
            m_at = element->next;
            gap();
            return;
        }
        if (takeException())
            return;
        if (!takeGlue())
            gap();
    }

    /// "any day next week except Friday": the day is passed over.
    bool takeException()
    {
        if (!m_grammar.is(m_at, Word::Except))
            return false;
        const auto day = m_grammar.dayAt(m_grammar.skip(m_at + 1, Word::On), Hint::Day);
        if (!day)
            return false;
        m_at = day->next;
        return true;
    }

    /// A bare number beside a day just read is a time: "Friday 4".
    [[nodiscard]] bool followsDay() const
    {
        if (m_at != m_end || m_current.isEmpty())
            return false;
        const Side &side = m_current.right ? *m_current.right : m_current.left;
        if (side.clock || side.moment)
            return false;
        if (side.part)
            return true;
        return side.day && !(side.day->isFixed && side.day->isWindow) && !side.day->isMonthOnly()
            && !side.day->isYearOnly();
    }

    /// "at noon for 45": a round number of minutes behind a time.
    [[nodiscard]] std::optional<Element> bareMinutes() const
    {
        if (!m_lead.forWord || !m_grammar.isNumber(m_at) || !m_current.left.clock || m_current.duration)
            return std::nullopt;
        const int number = m_grammar.at(m_at).number;
        const bool ends = m_at + 1 == m_grammar.size() || m_grammar.at(m_at + 1).kind == Token::Kind::Symbol;
        if (!ends || number % 5 || number < 15 || number > 120)
            return std::nullopt;
        Length length;
        length.seconds = std::int64_t(60) * number;
        length.smallest = TimeUnit::Minute;
        Element element;
        element.from = m_at;
        element.next = m_at + 1;
        element.duration = length;
        return element;
    }

    [[nodiscard]] bool isUsable(const Element &element) const
    {
        // lunch is a meal before it is a time
        if (element.part == 4 && !element.day && m_current.isEmpty() && m_at + 1 < m_grammar.size() && !hasLead()
            && !isDayLike(element.next))
            return false;
        if (element.duration && element.duration->isWeak)
            return m_lead.forWord;
        // "42 years old" is no meeting's length
        if (element.duration && element.duration->smallest == TimeUnit::Year && !m_lead.forWord)
            return false;
        if (element.duration)
            return element.duration->minutes().count() > 0;
        // "from 2 to 4 people", "between 2 and 4 people"
        if (element.clock && element.clock->isBareNumber && !element.day && !element.part) {
            const int next = element.next;
            const bool joins =
                m_grammar.is(next, Word::Until) || m_grammar.is(next, Word::And) || m_grammar.isSymbol(next, u'-');
            if (joins && m_grammar.isNumber(next + 1) && !m_grammar.elementAt(next + 1, Hint::Clock))
                return false;
            if (m_lead.between && !joins)
                return false;
        }
        return true;
    }

    [[nodiscard]] bool hasLead() const
    {
        return m_lead.clock || m_lead.day || m_lead.relation || m_grammar.is(m_at - 1, Word::In)
            || m_grammar.is(m_at - 1, Word::The) || m_grammar.is(m_at - 1, Word::During);
    }

    [[nodiscard]] bool isDayLike(int i) const
    {
        const int next = m_grammar.skip(m_grammar.is(i, Word::On) || m_grammar.is(i, Word::Of) ? i + 1 : i, Word::The);
        return m_grammar.is(next, Word::RelativeDay) || m_grammar.is(next, Word::Tonight)
            || m_grammar.is(next, Word::Weekday)
            || ((m_grammar.is(next, Word::This) || m_grammar.is(next, Word::Next))
                && (m_grammar.is(next + 1, Word::Weekday) || m_grammar.is(next + 1, Word::Part)))
            || m_grammar.dayAt(i, Hint::None).has_value()
            || (m_grammar.is(i, Word::On) && m_grammar.dayAt(i + 1, Hint::Day).has_value());
    }

    /// "11 tonight", "6 in the afternoon", "9 on Friday", "6-8 next Monday", "13 to 15 July"
    [[nodiscard]] std::optional<Element> bareNumberWithCompany(int i) const
    {
        if (!m_grammar.isNumber(i) && !m_grammar.is(i, Word::Number))
            return m_grammar.is(i, Word::Ordinal) ? dayInRange(i) : std::nullopt;
        if (m_grammar.isSymbol(i + 1, u'.') && m_grammar.ordinal(i)) // "9.-12. März"
            return dayInRange(i);
        auto number = m_grammar.clockAt(i, Hint::Clock);
        if (!number)
            return dayInRange(i);
        const int next = number->next;
        if (m_grammar.is(next, Word::Until) || m_grammar.isSymbol(next, u'-')) {
            const int second = m_grammar.skip(next + 1, Word::The);
            if (second >= m_grammar.size())
                return std::nullopt;
            const auto other = m_grammar.elementAt(second, Hint::Clock);
            if (!other || (other->duration && !other->clock))
                return std::nullopt;
            const bool bare = other->clock && other->clock->isBareNumber;
            if (other->clock && !bare)
                return number;
            if (other->day && !other->day->isFixed && other->day->month && other->day->day
                && number->clock->isBareNumber)
                return number;
            if (other->day && !other->clock && m_grammar.isNumber(second))
                return dayInRange(i);
            const int after = m_grammar.is(other->next, Word::On) || m_grammar.is(other->next, Word::Of)
                    || m_grammar.is(other->next, Word::In)
                ? other->next + 1
                : other->next;
            if (bare && i == 0 && other->next == m_grammar.size())
                return number; // "9-5", "nine to five" and no more
            if (bare && after < m_grammar.size()
                && (isDayLike(after) || m_grammar.is(m_grammar.skip(after, Word::The), Word::Part)))
                return number;
            return std::nullopt;
        }
        if (!number->clock->isBareNumber && !m_grammar.is(i, Word::Number))
            return std::nullopt;
        const bool one = m_grammar.is(i, Word::Number) && m_grammar.value(i, Word::Number) == 1;
        if (m_grammar.is(next, Word::Part) || m_grammar.is(next, Word::Tonight))
            return one ? std::nullopt : number;
        if ((m_grammar.is(next, Word::In) || m_grammar.is(next, Word::At))
            && m_grammar.is(m_grammar.skip(next + 1, Word::The), Word::Part))
            return number;
        const bool turn = m_grammar.is(next, Word::This)
            && (m_grammar.is(next + 1, Word::Part) || m_grammar.is(next + 1, Word::Weekday));
        const int on = m_grammar.is(next, Word::On) ? next + 1 : next;
        if (!one
            && (m_grammar.is(next, Word::RelativeDay) || turn
                || (m_grammar.is(on, Word::Weekday) && !m_grammar.is(on, Word::Ambiguous))))
            return number;
        // "9 Pacific", "9 central time", but not "9 Berlin streets"
        if (const auto zone = m_grammar.zoneAt(next); zone && m_grammar.is(next, Word::Zone)
            && m_grammar.word(next).size() > 2 && !m_grammar.isUnknownWord(zone->next))
            return number;
        return std::nullopt;
    }

    /// "23rd to 26th Oct" is read from its ordinal; "27 - 31 August" from a number that is no hour.
    [[nodiscard]] std::optional<Element> dayInRange(int i) const
    {
        auto number = m_grammar.ordinal(i);
        if (!number)
            number = m_grammar.cardinal(i, 31);
        if (!number || number->value == 0 || number->value > 31)
            return std::nullopt;
        const int next = number->next;
        if (!m_grammar.is(next, Word::Until) && !m_grammar.isSymbol(next, u'-') && !m_grammar.is(next, Word::And))
            return std::nullopt;
        const int second = m_grammar.skip(next + 1, Word::The);
        if (second >= m_grammar.size())
            return std::nullopt;
        const auto other = m_grammar.dayAt(second, Hint::Day);
        if (!other || !other->day || (other->day->isFixed && other->day->isWindow)
            || (!other->day->isFixed && !other->day->day))
            return std::nullopt;
        Element element;
        element.from = i;
        element.next = next;
        DaySpec spec;
        spec.day = number->value;
        element.day = spec;
        return element;
    }

    void add(const Element &element)
    {
        Side &side = m_current.right ? *m_current.right : m_current.left;
        if (element.duration) {
            if (m_current.duration)
                close();
            m_current.duration = element.duration;
        } else if (!side.take(element, m_grammar)) {
            const Lead lead = m_lead;
            close();
            m_lead = lead;
            m_current.left.take(element, m_grammar);
        }
        if (!element.duration) {
            if (m_lead.relation && m_current.relation == Mention::Relation::At)
                m_current.relation = *m_lead.relation;
            m_current.isBetween = m_current.isBetween || m_lead.between;
            m_from = m_from || m_lead.from;
        }
        addSpan(element.from, element.next, kindOf(element));
        m_at = m_end = element.next;
        m_lead = {};
        // close() above may have ended the side the element was offered to
        if (m_current.left.clock || (m_current.right && m_current.right->clock))
            takeZone();
        if (m_grammar.is(m_at, Word::Trailing) && !m_grammar.isNumber(m_at + 1)
            && !m_grammar.isAnyOf(m_at + 1,
                                  {Word::Number, Word::Weekday, Word::RelativeDay, Word::Clock,
                                   Word::At})) { // "3 pm onwards", "Friday at the latest"
            if (!m_current.left.isEmpty() && !m_current.right)
                m_current.relation =
                    m_grammar.value(m_at, Word::Trailing) ? Mention::Relation::Until : Mention::Relation::From;
            m_end = ++m_at;
        }
        if (m_grammar.is(m_at, Word::Extra))
            m_end = ++m_at;
    }

    void takeZone()
    {
        if (m_current.zone)
            return;
        const auto zone = m_grammar.zoneAt(m_at);
        if (!zone)
            return;
        m_current.zone = zone->zone;
        addSpan(zone->from, zone->next, WhenSpan::Kind::Zone);
        m_at = m_end = zone->next;
    }

    void addSpan(int from, int next, WhenSpan::Kind kind)
    {
        // "at the" and the like before the words that carry the meaning are not underlined
        while (from + 1 < next
               && (m_grammar.is(from, Word::The) || m_grammar.is(from, Word::In) || m_grammar.is(from, Word::Within)))
            ++from;
        m_current.spans.append({m_grammar.at(from).from, m_grammar.at(next - 1).to, kind});
    }

    static WhenSpan::Kind kindOf(const Element &element)
    {
        if (element.duration)
            return WhenSpan::Kind::Duration;
        return element.day ? WhenSpan::Kind::Date : WhenSpan::Kind::Time;
    }

    /// A range word right behind an element and something of the same kind behind it.
    bool startsRightSide()
    {
        if (m_current.right || m_current.left.isEmpty())
            return false;
        const Side &left = m_current.left;
        const bool dash = m_grammar.isSymbol(m_at, u'-');
        const bool to = m_grammar.is(m_at, Word::Until);
        const bool also = m_grammar.is(m_at, Word::And) && m_current.isBetween;
        const bool open =
            m_current.relation == Mention::Relation::After || m_current.relation == Mention::Relation::From;
        const bool window = open && m_grammar.is(m_at + 1, Word::Before) && !m_grammar.is(m_at, Word::Before);
        const bool direct = open && m_grammar.is(m_at, Word::Before);
        if (!dash && !to && !also && !window && !direct)
            return false;
        int next = window ? m_at + 2 : m_at + 1;
        for (int skipped = 0; skipped < 2 && (m_grammar.is(next, Word::On) || m_grammar.is(next, Word::At)); ++skipped)
            ++next;
        if (next >= m_grammar.size())
            return false;
        // "mañana a las 10" is no range, "de lunes a viernes" is one
        const bool atWord = to && m_grammar.is(m_at, Word::At);
        const bool dayWanted = !left.clock && left.day && !(left.day->isFixed && left.day->isWindow) && !atWord;
        auto element = m_grammar.elementAt(next, dayWanted ? Hint::Day : Hint::Clock);
        if (!element && m_grammar.is(next, Word::The))
            element = m_grammar.elementAt(next + 1, dayWanted ? Hint::Day : Hint::Clock);
        if (element && element->duration && !left.hasClock())
            element.reset();
        if (!element || element->duration || !matches(left, *element, dash))
            return false;
        if (m_moving && to
            && !(left.clock && left.clock->isBareNumber && !m_from && element->clock
                 && element->clock->half != ClockTime::Half::Unsaid))
            return false;
        // "Friday 12-30-16", "Friday-Jun-15": a weekday and its date
        if (dash && left.day && left.day->isWeekdayOnly() && !left.clock && m_grammar.isGlued(m_at)
            && m_grammar.isGlued(next) && element->day && element->day->month)
            return false;
        if ((window || direct) && !m_from)
            m_current.isBetween = true;
        m_current.right.emplace();
        m_lead = {};
        add(*element);
        return true;
    }

    [[nodiscard]] static bool matches(const Side &left, const Element &right, bool dash)
    {
        if (left.hasClock())
            return right.clock || right.moment || right.day;
        if (left.day)
            return right.day || (right.moment && !dash);
        return left.part && right.part;
    }

    /// Words that may stand inside a mention; remembers what they say about the next element.
    bool takeGlue()
    {
        const int i = m_at;
        const Grammar &g = m_grammar;
        const bool symbol = g.at(i).kind == Token::Kind::Symbol;
        if (symbol
            && (g.isSymbol(i, u',') || g.isSymbol(i, u'@') || g.isSymbol(i, u'-') || g.isSymbol(i, u'(')
                || g.isSymbol(i, u'\'') || g.isSymbol(i, u'"') || g.isSymbol(i, u'∙') || g.isSymbol(i, u'·')
                || g.isSymbol(i, u'['))) {
            m_lead.clock = m_lead.clock || g.isSymbol(i, u'@');
            return advance();
        }
        if (g.isSymbol(i, u':') && !m_current.isEmpty()) // "06/Nov/2023:06:36"
            return advance();
        if (g.isSymbol(i, u'.') && g.is(i - 1, Word::Weekday))
            return advance();
        if (symbol && !g.at(i).entry)
            return false;
        if (g.is(i, Word::Between))
            m_lead.between = m_lead.clock = true;
        else if (g.is(i, Word::Before) && !g.isAnyOf(i - 1, {Word::Label, Word::In, Word::At})) { // "in room B4"
            m_lead.relation =
                g.is(i, Word::ByWord) || g.is(i, Word::Until) ? Mention::Relation::Until : Mention::Relation::Before;
            m_lead.clock = true;
        } else if (g.is(i, Word::After)) {
            m_lead.relation = g.is(i, Word::Inclusive) ? Mention::Relation::From : Mention::Relation::After;
            m_lead.clock = true;
            m_lead.from = g.is(i, Word::From);
        } else if (g.is(i, Word::From)) {
            // "vom 3. bis …" counts days; "de" opens a range only where one follows
            if (g.is(i, Word::On))
                m_lead.from = m_lead.day = true;
            else if (!g.is(i, Word::Of) || opensRange(i + 1))
                m_lead.from = m_lead.clock = true;
        } else if (g.is(i, Word::At)) {
            if (m_moving && g.is(i, Word::Until))
                close(); // "von 14 auf 15 Uhr verschieben"
            m_lead.clock = true;
        } else if (g.is(i, Word::Until)) {
            if (!m_moving) {
                m_lead.clock = i == 0;
                return m_current.isEmpty() && advance();
            }
            close();
            m_lead.clock = true; // "move it to 4"
        } else if (g.is(i, Word::On))
            m_lead.day = true;
        else if (g.is(i, Word::For))
            m_lead.forWord = true;
        else if (!g.is(i, Word::In) && !g.is(i, Word::Of) && !g.is(i, Word::The) && !g.is(i, Word::During)
                 && !g.is(i, Word::Extra) && !g.is(i, Word::Any))
            return false;
        return advance();
    }

    [[nodiscard]] bool opensRange(int i) const
    {
        const auto clock = m_grammar.clockAt(i, Hint::Clock);
        return clock && (m_grammar.is(clock->next, Word::Until) || m_grammar.isSymbol(clock->next, u'-'));
    }

    bool advance()
    {
        if (m_end == m_at)
            m_end = m_at + 1; // the mention goes on behind a comma or a preposition
        ++m_at;
        return true;
    }

    void gap()
    {
        const bool alsoDay =
            m_grammar.is(m_at, Word::And) && m_current.left.day && m_current.left.day->isDayNumberOnly();
        const bool slash = m_grammar.isSymbol(m_at, u'/') && m_grammar.is(m_at - 1, Word::Weekday)
            && m_grammar.is(m_at + 1, Word::Weekday); // "thurs/fri"
        const bool alternative = (m_grammar.is(m_at, Word::Or) || alsoDay || slash) && !m_current.left.isEmpty();
        const bool clock = m_grammar.is(m_at, Word::Or) && m_current.left.clock;
        close();
        m_current.isAlternative = alternative;
        m_lead.clock = clock; // "at 3 or 4"
        ++m_at;
    }

    void close()
    {
        if (!m_current.isEmpty())
            m_mentions.push_back(std::move(m_current));
        m_current = {};
        m_lead = {};
        m_from = false;
    }

    const Grammar &m_grammar;
    std::vector<Mention> m_mentions;
    Mention m_current;
    Lead m_lead;
    bool m_moving = false;
    bool m_from = false;
    int m_at = 0;
    int m_end = -1;
};

} // namespace

std::vector<Mention> findMentions(const Grammar &grammar)
{
    return Assembler(grammar).run();
}

} // namespace ChatCal::WhenGrammar
