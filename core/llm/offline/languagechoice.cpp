// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/languagechoice.h"

#include "core/llm/offline/gloss.h"

#include "glossfiles.h"

#include <QRegularExpression>

#include <algorithm>
#include <bit>
#include <vector>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

/// Whose words tell a language: ours first, in the order of Language, then those that are only recognised.
class KnownWords
{
public:
    KnownWords()
    {
        for (const Language language : {Language::German, Language::French, Language::Spanish}) {
            for (const QString &word : Gloss::of(language).words())
                add(word, static_cast<std::size_t>(language));
        }
        const QStringList lines =
            QString::fromUtf8(knownWords.data(), static_cast<qsizetype>(knownWords.size())).split(u'\n');
        for (const QString &line : lines) {
            const qsizetype colon = line.indexOf(u':');
            if (colon < 0 || line.startsWith(u'#'))
                continue;
            const std::size_t index = indexOf(line.left(colon));
            for (const QString &word : line.mid(colon + 1).split(u',', Qt::SkipEmptyParts))
                add(Gloss::folded(word.trimmed()), index);
        }
    }
    [[nodiscard]] std::size_t count() const { return languageCount + static_cast<std::size_t>(m_others.size()); }
    /// A bit for each language that has the word.
    [[nodiscard]] quint32 owners(const QString &folded) const { return m_words.value(folded, 0U); }

private:
    void add(const QString &folded, std::size_t index) { m_words[folded] |= 1U << index; }
    std::size_t indexOf(const QString &code)
    {
        if (const auto ours = languageFromCode(code))
            return static_cast<std::size_t>(*ours);
        if (!m_others.contains(code))
            m_others << code;
        return languageCount + static_cast<std::size_t>(m_others.indexOf(code));
    }

    QStringList m_others;
    QHash<QString, quint32> m_words;
};

/// What shows the language of a talk that showed none yet: one word that it shares with another at most.
constexpr double firstPoints = 0.5;

/// Letters of a script that none of the four is written in: Cyrillic, Greek, Arabic, Chinese …
bool isOfOtherScript(QChar c)
{
    return c.isLetter() && c.script() != QChar::Script_Latin && c.script() != QChar::Script_Common
        && c.script() != QChar::Script_Inherited;
}

/// As resources/web/widget has them; the id is blanked.
bool isButton(const QString &text)
{
    static const QRegularExpression sent(
        u"^(?:(?:Move|Cancel) meeting , *"
        u"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+ \\d{1,2}, \\d{4} at \\d{1,2}:\\d\\d [AP]M)$"_s);
    return sent.match(text).hasMatch();
}

/// What speaks for each language.
struct Weights
{
    std::vector<double> points; ///< one for each word that only this language has, a part of it for shared ones
    std::vector<qsizetype> hits; ///< words that it has
    qsizetype words = 0;
};

Weights weigh(const QString &text, const KnownWords &known)
{
    Weights weights{std::vector<double>(known.count(), 0.0), std::vector<qsizetype>(known.count(), 0)};
    const auto count = [&](const QString &folded) {
        const quint32 owners = known.owners(folded);
        for (std::size_t i = 0; owners >> i; ++i) {
            if (owners >> i & 1U) {
                weights.points[i] += 1.0 / std::popcount(owners);
                ++weights.hits[i];
            }
        }
        return owners != 0;
    };
    for (const Token &token : splitWords(text, {}, Language::German)) {
        if (!token.isWord())
            continue;
        ++weights.words;
        const QString word = Gloss::folded(token.lower);
        if (count(word))
            continue;
        for (const QString &part : word.split(u'\'', Qt::SkipEmptyParts)) { // "l'après-midi", "I'm", "what's"
            if (part.size() < word.size())
                count(part);
        }
    }
    return weights;
}

} // namespace

Spoken spokenIn(const QString &text, std::optional<Language> soFar)
{
    if (soFar && *soFar != Language::English && isButton(text))
        return {soFar, false, true};
    static const KnownWords known;
    const auto others = std::count_if(text.begin(), text.end(), isOfOtherScript);
    const auto letters = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    if (others >= 2 && others * 2 > letters)
        return {soFar, true, false};
    const Weights weights = weigh(text, known);
    const std::vector<double> &points = weights.points;
    const auto best = static_cast<std::size_t>(std::max_element(points.begin(), points.end()) - points.begin());
    const bool isOurs = best < languageCount;
    // What is doubtful stays with the talk's language, and with English before any was shown.
    const auto before = static_cast<std::size_t>(soFar.value_or(Language::English));
    if (points[best] <= points[before])
        return {points[before] >= firstPoints ? static_cast<Language>(before) : soFar, false, false};
    // "Gracias" alone is Spanish; a Spanish word among others may be a name or a title.
    const bool isWhole = weights.hits[best] >= weights.words;
    const bool isEasy = isOurs && !soFar;
    const double rival = best == 0 ? points[before] : std::max(points[before], points[0]);
    const double enough = isEasy ? firstPoints : isWhole ? 1.0 : 1.5;
    const double lead = isEasy || isWhole ? 0.4 : 1.0;
    if (points[best] < enough || points[best] < rival + lead)
        return {soFar, false, false};
    return isOurs ? Spoken{static_cast<Language>(best), false, false} : Spoken{soFar, true, false};
}

} // namespace ChatCal::Dialogue
