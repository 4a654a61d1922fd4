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

TEST(Problems, AreToldInTheLanguageAskedFor)
{
    ApiWorld world;
    const QByteArray body = R"({"identity":{"email":"grace"},"policy":{"horizon_days":0}})";
    const auto told = [&](const QByteArray &accepted) {
        HttpHeaders headers = ApiWorld::asOwner();
        headers.append({"Accept-Language", accepted});
        const Answer answer = world.send("PUT", u"/api/v1/settings"_s, body, headers);
        EXPECT_EQ(answer.status, 422);
        EXPECT_EQ(answer.wrongFields(), (QStringList{u"identity.email"_s, u"policy.horizon_days"_s}));
        return answer;
    };
    const Answer german = told("de-AT,en;q=0.5");
    EXPECT_EQ(german.text(u"title"_s), u"Einige Felder sind nicht gültig"_s);
    EXPECT_EQ(german.text(u"detail"_s),
              u"identity.email ist keine E-Mail-Adresse wie ada@example.com; "
              "policy.horizon_days muss eine ganze Zahl von 1 bis 3650 sein."_s);
    EXPECT_EQ(german.json["errors"_L1][1]["message"_L1].toString(), u"muss eine ganze Zahl von 1 bis 3650 sein"_s);
    EXPECT_EQ(german.header("content-language"), "de");
    EXPECT_EQ(german.header("vary"), "Accept-Language");
    const Answer french = told("fr");
    EXPECT_EQ(french.json["errors"_L1][1]["message"_L1].toString(), u"doit être un nombre entier de 1 à 3650"_s);
    EXPECT_EQ(french.header("content-language"), "fr");
}

TEST(Problems, AreEnglishToWhomAsksForNoLanguage)
{
    ApiWorld world;
    const Answer answer = world.send("PUT", u"/api/v1/settings"_s, R"({"working_hours":"Mon 9"})", ApiWorld::asOwner());
    EXPECT_EQ(answer.http.body,
              R"({"detail":"working_hours \"9\" is no range of times; it looks like \"Mon-Fri 09:00-17:00; )"
              R"(Sat 10:00-12:00\".","errors":[{"field":"working_hours","message":"\"9\" is no range of times; )"
              R"(it looks like \"Mon-Fri 09:00-17:00; Sat 10:00-12:00\""}],"status":422,)"
              R"("title":"Some fields are not valid","type":"about:blank"})");
    EXPECT_EQ(answer.header("content-language"), "en");
    EXPECT_EQ(world.get(u"/api/v1/meetings/x"_s, ApiWorld::asOwner()).text(u"detail"_s),
              u"There is no such meeting, or it is not yours."_s);
}

TEST(Problems, ReachAGuestInHerLanguage)
{
    ApiWorld world;
    const QByteArray unknown = R"({"message":"hi","session_id":"nobody"})";
    EXPECT_EQ(world.send("POST", u"/chat?lang=es"_s, unknown, german()).text(u"title"_s), u"Sesión no encontrada"_s);
    EXPECT_THAT(world.send("POST", u"/chat/stream"_s, unknown, german()).http.body.toStdString(),
                HasSubstr("Diese Sitzung gibt es nicht"));
    EXPECT_EQ(world.get(u"/api/v1/agenda"_s, german()).text(u"title"_s), u"Nicht angemeldet"_s);
    (void)world.book(u"Review"_s, u"2026-03-10T14:00"_s);
    const Answer taken = world.hostPost(
        u"/api/v1/meetings"_s,
        {{u"title"_s, u"Another"_s}, {u"start"_s, u"2026-03-10T14:00"_s}, {u"duration_minutes"_s, 30}}, german());
    EXPECT_EQ(taken.status, 409);
    EXPECT_EQ(taken.text(u"reason"_s), u"taken"_s);
    EXPECT_EQ(taken.text(u"title"_s), u"Nicht verfügbar"_s);
    EXPECT_EQ(taken.header("content-language"), "de");
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
