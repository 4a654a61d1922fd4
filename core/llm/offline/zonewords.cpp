// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/zonewords.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

struct Places
{
    const char *zone;
    const char16_t *names; ///< lower case, separated by "|"
};

/// Large places that give no zone its name; the others are found in the zone database.
constexpr Places places[]{
    {"America/New_York",
     u"boston|washington|washington dc|philadelphia|miami|atlanta|florida|georgia usa|pittsburgh|baltimore|orlando|"
     u"charlotte|new jersey|massachusetts|brooklyn|manhattan"},
    {"America/Chicago",
     u"texas|houston|dallas|austin|san antonio|minneapolis|st louis|new orleans|nashville|milwaukee|kansas city|"
     u"illinois"},
    {"America/Denver", u"colorado|salt lake city|utah|albuquerque"},
    {"America/Los_Angeles",
     u"california|seattle|portland|san diego|san jose|oakland|las vegas|sacramento|palo alto|mountain view|bay area|"
     u"silicon valley|washington state"},
    {"America/Toronto", u"montreal|ottawa|quebec"},
    {"America/Edmonton", u"calgary"},
    {"America/Sao_Paulo", u"rio de janeiro|rio"},
    {"America/Mexico_City", u"mexico|cdmx"},
    {"Europe/London",
     u"england|scotland|wales|great britain|britain|manchester|birmingham|edinburgh|glasgow|oxford|"
     u"cambridge|bristol|leeds|liverpool|the uk|united kingdom"},
    {"Europe/Dublin", u"ireland"},
    {"Europe/Paris", u"france|lyon|marseille|toulouse|nice|bordeaux|lille|strasbourg"},
    {"Europe/Berlin", u"germany|munich|hamburg|cologne|frankfurt|stuttgart|leipzig|dresden|düsseldorf|köln|münchen"},
    {"Europe/Zurich", u"switzerland|geneva|basel|bern|zürich|lausanne"},
    {"Europe/Vienna", u"austria|wien|graz|salzburg"},
    {"Europe/Amsterdam", u"netherlands|the netherlands|holland|rotterdam|utrecht|the hague"},
    {"Europe/Brussels", u"belgium|antwerp|ghent"},
    {"Europe/Madrid", u"spain|barcelona|valencia|seville"},
    {"Europe/Rome", u"italy|milan|turin|naples|florence|venice"},
    {"Europe/Lisbon", u"portugal|porto"},
    {"Europe/Warsaw", u"poland|krakow|gdansk|wroclaw"},
    {"Europe/Prague", u"czech republic|czechia|brno"},
    {"Europe/Stockholm", u"sweden|gothenburg|malmö"},
    {"Europe/Oslo", u"norway|bergen"},
    {"Europe/Copenhagen", u"denmark|aarhus"},
    {"Europe/Helsinki", u"finland"},
    {"Europe/Athens", u"greece"},
    {"Europe/Istanbul", u"turkey|ankara"},
    {"Europe/Kyiv", u"ukraine|kiev"},
    {"Asia/Dubai", u"abu dhabi|uae"},
    {"Asia/Jerusalem", u"israel|tel aviv"},
    {"Asia/Kolkata", u"bangalore|bengaluru|hyderabad|chennai|pune|new delhi"},
    {"Asia/Shanghai", u"shenzhen|guangzhou"},
    {"Asia/Tokyo", u"osaka|kyoto"},
    {"Australia/Melbourne", u"canberra"},
    {"Africa/Johannesburg", u"south africa|cape town"},
};

QString lastPart(const QString &zone)
{
    return zone.section(u'/', -1).replace(u'_', u' ');
}

const QHash<QString, QString> &zonesByPlace()
{
    static const QHash<QString, QString> table = [] {
        QHash<QString, QString> zones;
        const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
        for (const QByteArray &id : ids) {
            const QString name = QString::fromLatin1(id);
            // "Etc/GMT+5", "US/Central": other names, by other words.
            if (name.contains(u'/') && !name.startsWith("Etc/"_L1) && !name.startsWith("US/"_L1))
                zones.insert(lastPart(name).toLower(), name);
        }
        for (const Places &entry : places) {
            for (const QString &place : QString::fromUtf16(entry.names).split(u'|'))
                zones.insert(place, QString::fromLatin1(entry.zone));
        }
        return zones;
    }();
    return table;
}

QString withCapitals(QString place)
{
    for (qsizetype i = 0; i < place.size(); ++i) {
        if (i == 0 || place.at(i - 1) == u' ' || place.at(i - 1) == u'-')
            place[i] = place.at(i).toUpper();
    }
    return place;
}

/// Looks the words up: "europe/paris" as written, what WhenParser calls a zone ("pacific", "pst"), places.
class Lookup
{
public:
    Lookup(const WhenParser &parser, const WhenContext &context) : m_parser(parser), m_context(context) { }

    [[nodiscard]] std::optional<StatedZone> find(const QString &words) const
    {
        if (words.contains(u'/')) {
            const auto zone = Zone::find(words);
            return zone ? std::optional(StatedZone{*zone, lastPart(words)}) : std::nullopt;
        }
        // It reads zones behind a clock time only; abbreviations in capitals.
        const QString prefix = u"at 12:00 pm "_s;
        for (const QString &spelled : {words, words.size() <= 4 ? words.toUpper() : words}) {
            const When when = m_parser.parse(QString(prefix + spelled), m_context);
            const bool whole = std::any_of(when.spans.begin(), when.spans.end(), [&](const WhenSpan &span) {
                return span.kind == WhenSpan::Kind::Zone && span.from <= prefix.size()
                    && span.to == prefix.size() + spelled.size();
            });
            if (when.zone && whole) {
                const bool shortened = words.size() <= 4 && !zonesByPlace().contains(words.toLower());
                return StatedZone{*when.zone, shortened ? words.toUpper() : withCapitals(words)};
            }
        }
        const auto known = zonesByPlace().constFind(words.toLower());
        const auto zone = known == zonesByPlace().constEnd() ? std::nullopt : Zone::find(*known);
        return zone ? std::optional(StatedZone{*zone, withCapitals(words)}) : std::nullopt;
    }

private:
    const WhenParser &m_parser;
    const WhenContext &m_context;
};

/// How many tokens at @p at mean "time": "time", "standard time", "time zone".
qsizetype tailAt(const Tokens &tokens, qsizetype at)
{
    static const PhraseSet tails(u"time|timezone|time zone|standard time|daylight time|local time|summer time");
    return tails.matchAt(tokens, at);
}

/// What may follow without making the place part of something else ("Central Park").
bool mayEnd(const Tokens &tokens, qsizetype at)
{
    static const PhraseSet following(u"and|so|but|which|with|i|my|please|right now|now|currently|by|though|if|what|"
                                     u"when|is|can|could|thanks|thank|btw|by the way|fyi|actually|so");
    return at >= tokens.size() || tokens.at(at).kind == Token::Kind::Punctuation || following.matchAt(tokens, at) > 0;
}

} // namespace

std::optional<StatedZone> findStatedZone(const QString &text, const Tokens &tokens, const WhenParser &parser,
                                         const WhenContext &context, bool loose)
{
    static const PhraseSet zoneCues(u"time zone is|timezone is|time zone|timezone|time zone to|timezone to|zone is|"
                                    u"time zone as|timezone as");
    static const PhraseSet timeCues(u"i am on|we are on|i am using|i use|use|switch to|i am at");
    static const PhraseSet placeCues(u"i am in|we are in|i live in|i am based in|i am located in|i am currently in|"
                                     u"we are based in|we are located in|i am calling from|i am here in|i work in|"
                                     u"i am sitting in|i am over in|based in|located in");
    static const PhraseSet before(u"my|the|set|change|switch|update|to|please|and|use|just so you know|btw|by the way");
    const Lookup lookup(parser, context);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const qsizetype zoneCue = zoneCues.matchAt(tokens, i);
        const qsizetype timeCue = timeCues.matchAt(tokens, i);
        const qsizetype placeCue = placeCues.matchAt(tokens, i);
        qsizetype cue = std::max({zoneCue, timeCue, placeCue});
        const bool bare = cue == 0 && i == 0; // "Pacific time" and nothing else
        if (cue == 0 && !bare)
            continue;
        qsizetype start = i + cue;
        while (start < tokens.size() && (tokens.at(start).isPunctuation(u':') || tokens.at(start).lower == "the"_L1))
            ++start;
        qsizetype longest = 0;
        while (longest < 4 && start + longest < tokens.size() && tokens.at(start + longest).isWord())
            ++longest;
        if (longest == 0)
            continue;
        // "Europe/Paris" is several tokens.
        qsizetype slashed = tokens.at(start).from;
        while (slashed < text.size() && (text.at(slashed).isLetterOrNumber() || u"/_-+"_s.contains(text.at(slashed))))
            ++slashed;
        const QString written = text.mid(tokens.at(start).from, slashed - tokens.at(start).from);
        std::optional<StatedZone> found = written.contains(u'/') ? lookup.find(written) : std::nullopt;
        qsizetype end = start;
        if (found) {
            while (end < tokens.size() && tokens.at(end).from < slashed)
                ++end;
        }
        for (qsizetype count = longest; count > 0 && !found; --count) {
            end = start + count;
            const qsizetype tail = tailAt(tokens, end);
            const bool said = zoneCue > 0 || placeCue > 0 || tail > 0;
            if (!said || tailAt(tokens, end - 1) > 0 || !mayEnd(tokens, end + tail)
                || (bare && (tail == 0 || end + tail < tokens.size())))
                continue;
            const qsizetype from = tokens.at(start).from;
            found = lookup.find(text.mid(from, tokens.at(end - 1).to - from).simplified());
            if (found)
                end += tail;
        }
        if (!found)
            continue;
        qsizetype first = i;
        while (zoneCue > 0 && first > 0 && before.has(tokens.at(first - 1).lower))
            --first;
        const bool whole = first == 0 && std::all_of(tokens.begin() + end, tokens.end(), [](const Token &token) {
                               return token.kind == Token::Kind::Punctuation;
                           });
        if (placeCue > 0 && !loose && !whole)
            continue;
        found->from = tokens.at(first).from;
        found->to = tokens.at(end - 1).to;
        return found;
    }
    return std::nullopt;
}

} // namespace ChatCal::Dialogue
