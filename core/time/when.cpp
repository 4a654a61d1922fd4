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

namespace {

template<Language language>
const Lexicon &lexiconFor()
{
    constexpr std::string_view words = wordFiles[static_cast<std::size_t>(language)];
    static const Lexicon lexicon{QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()))};
    return lexicon;
}

const Lexicon &lexiconOf(Language language)
{
    switch (language) {
    case Language::English:
        break;
    case Language::German:
        return lexiconFor<Language::German>();
    case Language::French:
        return lexiconFor<Language::French>();
    case Language::Spanish:
        return lexiconFor<Language::Spanish>();
    }
    return lexiconFor<Language::English>();
}

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
    const Lexicon &lexicon = lexiconOf(context.language);
    Tokens tokens;
    tokenize(text, lexicon, tokens);
    When result = readOne(text, tokens, lexicon, context);
    if (result.zone && *result.zone != context.zone)
        result = readOne(text, tokens, lexicon, seenFrom(*result.zone, context));
    return result;
}

QList<When> WhenParser::parseAll(QStringView text, const WhenContext &context) const
{
    const Lexicon &lexicon = lexiconOf(context.language);
    Tokens tokens;
    tokenize(text, lexicon, tokens);
    const Grammar grammar(tokens, lexicon, context, text);
    QList<When> result;
    for (Mention &mention : findMentions(grammar)) {
        const auto zone = mention.zone ? Zone::find(*mention.zone) : std::nullopt;
        if (zone && *zone != context.zone) {
            const WhenContext there = seenFrom(*zone, context);
            const Grammar again(tokens, lexicon, there, text);
            result.append(meaningOf(std::move(mention), again));
        } else {
            result.append(meaningOf(std::move(mention), grammar));
        }
    }
    return result;
}

} // namespace ChatCal
