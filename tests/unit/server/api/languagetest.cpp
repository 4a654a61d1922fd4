// SPDX-License-Identifier: Apache-2.0
#include "server/api/personslanguage.h"
#include "tests/unit/server/api/apiworld.h"

using namespace Qt::StringLiterals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace ChatCal {

namespace {

ServerRequest asking(const QByteArray &accepted)
{
    ServerRequest request;
    if (!accepted.isEmpty())
        request.headers.set("Accept-Language", accepted);
    return request;
}

HttpHeaders german()
{
    return {{"Accept-Language", "de-AT,de;q=0.9,en;q=0.5"}};
}

} // namespace

TEST(PersonsLanguage, IsTheOneWantedMostOfThoseSpokenHere)
{
    EXPECT_EQ(languageOf(asking("de-AT,de;q=0.9,en;q=0.5")), Language::German);
    EXPECT_EQ(languageOf(asking("nl,fr;q=0.4,es;q=0.7")), Language::Spanish);
    EXPECT_EQ(languageOf(asking("fr;q=0,en")), Language::English);
    EXPECT_EQ(askedLanguage(asking("nl,ja;q=0.5")), std::nullopt);
    EXPECT_EQ(languageOf(asking("*")), Language::English);
    EXPECT_EQ(languageOf(asking("de;q=never,;;,")), Language::English);
    EXPECT_EQ(languageOf(asking({})), Language::English);
}

TEST(Pages, SpeakTheReadersLanguage)
{
    ApiWorld world;
    for (const QString &path : {u"/"_s, u"/chat-widget"_s, u"/simple-chat"_s}) {
        const Answer answer = world.get(path, german());
        const std::string page = answer.http.body.toStdString();
        EXPECT_THAT(page, AllOf(HasSubstr("<html lang=\"de\""), HasSubstr("\"Try again\":\"Noch einmal versuchen\"")));
        EXPECT_THAT(page, AllOf(Not(HasSubstr("[[")), Not(HasSubstr("{{")))) << qPrintable(path);
        EXPECT_EQ(answer.header("vary"), "Accept-Language");
    }
    const std::string asked = world.get(u"/chat-widget?lang=fr"_s, german()).http.body.toStdString();
    EXPECT_THAT(asked, AllOf(HasSubstr("<html lang=\"fr\""), HasSubstr("Écrire un message")));
    const std::string english = world.get(u"/chat-widget"_s).http.body.toStdString();
    EXPECT_THAT(english, AllOf(HasSubstr("<html lang=\"en\""), HasSubstr("Write a message")));
    EXPECT_THAT(english, HasSubstr("\"%n hours\":[\"%n hour\",\"%n hours\"]"));
}

TEST(Pages, GreetInTheReadersLanguage)
{
    ApiWorld world;
    EXPECT_THAT(world.get(u"/widget-config.json?lang=es"_s).text(u"greeting"_s).toStdString(),
                HasSubstr("Concierto las citas de Grace Hopper"));
}

TEST(Pages, AreNotSentAgainToWhomHasThem)
{
    ApiWorld world;
    const QByteArray tag = world.get(u"/chat-widget"_s).header("etag");
    ASSERT_FALSE(tag.isEmpty());
    const Answer again = world.get(u"/chat-widget"_s, {{"If-None-Match", tag}});
    EXPECT_EQ(again.status, 304);
    EXPECT_TRUE(again.http.body.isEmpty());
    EXPECT_EQ(world.get(u"/chat-widget?lang=de"_s, {{"If-None-Match", tag}}).status, 200);
}

TEST(EmbedScript, KnowsItsLabelInEveryLanguage)
{
    ApiWorld world;
    EXPECT_THAT(world.get(u"/embed.js"_s).http.body.toStdString(), HasSubstr("\"de\":\"Termin buchen\""));
}

/// "10.3." tells no language; the page's is presumed until words do.
TEST(Talk, BeginsInThePagesLanguage)
{
    ApiWorld world;
    const auto say = [&](const QString &words, const QString &language) {
        return world.post(u"/chat"_s, {{u"message"_s, words}, {u"language"_s, language}}).text(u"text"_s).toStdString();
    };
    EXPECT_THAT(say(u"ok"_s, u"de"_s), HasSubstr("Uhrzeit"));
    EXPECT_THAT(say(u"ok"_s, u"tlh"_s), Not(HasSubstr("Uhrzeit")));
    EXPECT_THAT(say(u"I would like to book a meeting tomorrow at three please"_s, u"de"_s), Not(HasSubstr("Uhr")));
}

TEST(Talk, TellsItsCardsInItsLanguage)
{
    ApiWorld world;
    const Answer answer = world.post(
        u"/chat"_s,
        {{u"message"_s,
          u"Bitte einen Termin am 10. März um 14 Uhr für 30 Minuten, ich bin Ada Lovelace, ada@example.com"_s},
         {u"language"_s, u"de"_s}});
    const QJsonObject card = answer.json["cards"_L1].toArray().last().toObject();
    EXPECT_EQ(card["words"_L1].toString(), u"Dienstag, 10. März 2026, 14:00–14:30 Uhr EDT"_s);
}

} // namespace ChatCal
