// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/wording.h"

#include "core/llm/offline/understanding.h"

#include <gtest/gtest.h>

#include <QRegularExpression>
#include <QSet>

using namespace ChatCal;
using namespace ChatCal::Dialogue;
using namespace Qt::StringLiterals;

namespace {

/// The languages that are compared with English, for both audiences.
class Translation : public testing::TestWithParam<std::tuple<Language, Audience>>
{
protected:
    Language language = std::get<0>(GetParam());
    const Phrases &theirs = phrasesOf(language, std::get<1>(GetParam()));
    const Phrases &english = phrasesOf(Language::English, std::get<1>(GetParam()));
};

QSet<QString> placeholders(const QString &pattern)
{
    static const QRegularExpression form(u"\\{[a-z]+\\}"_s);
    QSet<QString> found;
    for (auto matches = form.globalMatch(pattern); matches.hasNext();)
        found << matches.next().captured();
    return found;
}

QStringList flags(const Expectation &e)
{
    QStringList list;
    const std::pair<const char *, bool> all[]{{"name", e.name},         {"contact", e.contact},
                                              {"day", e.day},           {"time", e.time},
                                              {"duration", e.duration}, {"confirmation", e.confirmation}};
    for (const auto &[name, isOn] : all) {
        if (isOn)
            list << QString::fromLatin1(name);
    }
    return list;
}

std::string nameOf(const testing::TestParamInfo<std::tuple<Language, Audience>> &info)
{
    return languageCode(std::get<0>(info.param)).toStdString()
        + (std::get<1>(info.param) == Audience::Host ? "ToHost" : "ToGuest");
}

} // namespace

TEST_P(Translation, SaysAllThatEnglishSays)
{
    for (auto it = english.begin(); it != english.end(); ++it) {
        EXPECT_FALSE(theirs.value(it.key()).isEmpty()) << it->constFirst().toStdString();
        for (const QString &variant : theirs.value(it.key()))
            EXPECT_FALSE(variant.trimmed().isEmpty()) << it->constFirst().toStdString();
    }
    EXPECT_EQ(theirs.size(), english.size());
}

TEST_P(Translation, HasTheSamePlaceholders)
{
    for (auto it = english.begin(); it != english.end(); ++it) {
        if (static_cast<Say>(it.key()) == Say::ClockNote) // tells by itself what the English note says
            continue;
        QSet<QString> all; // of some variant
        QSet<QString> needed = placeholders(it->constFirst()); // of every variant
        for (const QString &variant : *it) {
            all.unite(placeholders(variant));
            needed.intersect(placeholders(variant));
        }
        for (const QString &variant : theirs.value(it.key())) {
            EXPECT_TRUE(placeholders(variant).contains(needed)) << variant.toStdString();
            EXPECT_TRUE(all.contains(placeholders(variant))) << variant.toStdString();
        }
    }
}

/// A bare "Ada" or "30" must be an answer to the question in every language.
TEST_P(Translation, AsksForTheSame)
{
    for (const Say question : {Say::AskMoment, Say::AskMomentAndLength, Say::AskDay, Say::AskTime, Say::AskLength,
                               Say::AskName, Say::AskContact, Say::AskNameAndContact, Say::AskPhone,
                               Say::AskNameAndPhone, Say::AskBookIt, Say::AskOtherMoment}) {
        const Expectation asked = expectationOf(english.value(static_cast<int>(question)).constFirst());
        for (const QString &variant : theirs.value(static_cast<int>(question))) {
            const QStringList heard = flags(expectationOf(variant, language));
            for (const QString &flag : flags(asked)) {
                EXPECT_TRUE(heard.contains(flag) || (flag == u"day" && heard.contains(u"time"_s)))
                    << variant.toStdString() << " asks for no " << flag.toStdString();
            }
            EXPECT_TRUE(asked.name || !heard.contains(u"name"_s)) << variant.toStdString();
        }
    }
}

/// A tapped suggestion comes back as a message.
TEST_P(Translation, UnderstandsItsOwnSuggestions)
{
    const bool host = std::get<1>(GetParam()) == Audience::Host;
    const Reader reader;
    ReadContext context{LocalTime(date::local_days(date::year(2026) / 3 / 4)), Zone(), {}, host, {}};
    for (const Say suggestion : {Say::SuggestYes, Say::SuggestWhenFree, Say::SuggestPhone, Say::SuggestVideo,
                                 Say::SuggestToday, Say::SuggestTomorrow, Say::SuggestAll}) {
        const QString ours = english.value(static_cast<int>(suggestion)).constFirst();
        const QString other = theirs.value(static_cast<int>(suggestion)).constFirst();
        context.expects.confirmation = suggestion == Say::SuggestYes;
        context.language = Language::English;
        const Understood expected = reader.read(ours, context);
        context.language = language;
        const Understood heard = reader.read(other, context);
        EXPECT_EQ(heard.intent, expected.intent) << other.toStdString();
        EXPECT_EQ(heard.affirms, expected.affirms) << other.toStdString();
        EXPECT_EQ(heard.how, expected.how) << other.toStdString();
        EXPECT_EQ(heard.all, expected.all) << other.toStdString();
        EXPECT_EQ(heard.language.value_or(language), language) << other.toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, Translation,
                         testing::Combine(testing::Values(Language::German, Language::French, Language::Spanish),
                                          testing::Values(Audience::Guest, Audience::Host)),
                         nameOf);
