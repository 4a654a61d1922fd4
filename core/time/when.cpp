// SPDX-License-Identifier: Apache-2.0
#include "core/time/when.h"

#include "core/time/grammar.h"
#include "core/time/mentions.h"

#include "wordfiles.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

using namespace WhenGrammar;

QString grainName(Grain grain)
{
    switch (grain) {
    case Grain::Second:
        return u"second"_s;
    case Grain::Minute:
        return u"minute"_s;
    case Grain::Hour:
        return u"hour"_s;
    case Grain::Day:
        return u"day"_s;
    case Grain::Week:
        return u"week"_s;
    case Grain::Month:
        return u"month"_s;
    case Grain::Quarter:
        return u"quarter"_s;
    case Grain::Year:
        return u"year"_s;
    }
    Q_UNREACHABLE();
}

WhenContext::DateOrder defaultOrder(Language language)
{
    return language == Language::English ? WhenContext::DateOrder::MonthDay : WhenContext::DateOrder::DayMonth;
}

struct WhenParser::Data
{
    Lexicon lexicon{QString::fromUtf8(englishWords.data(), static_cast<qsizetype>(englishWords.size()))};
};

WhenParser::WhenParser() : m_data(std::make_unique<Data>())
{
}

WhenParser::~WhenParser() = default;
WhenParser::WhenParser(WhenParser &&) noexcept = default;
WhenParser &WhenParser::operator=(WhenParser &&) noexcept = default;

namespace {

/// The same instant on the wall clock of the zone named in the text: "tomorrow at 9 Tokyo time" is Tokyo's tomorrow.
WhenContext seenFrom(const Zone &zone, const WhenContext &context)
{
    WhenContext moved = context;
    moved.now = zone.toLocal(context.zone.toInstant(context.now));
    moved.zone = zone;
    return moved;
}

When readOne(QStringView text, const Tokens &tokens, const Lexicon &lexicon, const WhenContext &context)
{
    const Grammar grammar(tokens, lexicon, context, text);
    Merged merged = mergeMentions(findMentions(grammar));
    When result = meaningOf(std::move(merged.mention), grammar);
    if (merged.alternative)
        result.other = meaningOf(std::move(*merged.alternative), grammar).start;
    return result;
}

} // namespace

When WhenParser::parse(QStringView text, const WhenContext &context) const
{
    Tokens tokens;
    tokenize(text, m_data->lexicon, tokens);
    When result = readOne(text, tokens, m_data->lexicon, context);
    if (result.zone && *result.zone != context.zone)
        result = readOne(text, tokens, m_data->lexicon, seenFrom(*result.zone, context));
    return result;
}

QList<When> WhenParser::parseAll(QStringView text, const WhenContext &context) const
{
    Tokens tokens;
    tokenize(text, m_data->lexicon, tokens);
    const Grammar grammar(tokens, m_data->lexicon, context, text);
    QList<When> result;
    for (Mention &mention : findMentions(grammar)) {
        const auto zone = mention.zone ? Zone::find(*mention.zone) : std::nullopt;
        if (zone && *zone != context.zone) {
            const WhenContext there = seenFrom(*zone, context);
            const Grammar again(tokens, m_data->lexicon, there, text);
            result.append(meaningOf(std::move(mention), again));
        } else {
            result.append(meaningOf(std::move(mention), grammar));
        }
    }
    return result;
}

} // namespace ChatCal
