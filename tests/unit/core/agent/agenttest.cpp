// SPDX-License-Identifier: Apache-2.0
#include "agentworld.h"
#include "core/agent/conversationcodec.h"
#include "core/base/json.h"

using namespace Qt::StringLiterals;
using namespace ChatCal;
using namespace std::chrono_literals;

namespace {

class AgentTest : public AgentWorld
{
};

TEST_F(AgentTest, BooksInOneTurn)
{
    model.callTool(u"create_appointment"_s, adasCall()).say(u"Booked, Ada: **Tuesday at 2**."_s);
    const TurnResult result = answer(guestSays(u"Book a 30 minute call on March 10 at 2pm, I'm Ada"_s));

    EXPECT_EQ(result.reply.toolsUsed, QStringList{u"create_appointment"_s});
    ASSERT_EQ(kinds(result.reply.cards), u"meeting"_s);
    const QJsonObject card = result.reply.cards.first().toObject();
    EXPECT_EQ(card["meeting"_L1]["id"_L1].toString(), u"0310-1400-30m"_s);
    EXPECT_EQ(card["meeting"_L1]["start"_L1].toString(), u"2026-03-10T14:00:00-04:00"_s);
    EXPECT_EQ(card["meeting"_L1]["status"_L1].toString(), u"confirmed"_s);
    EXPECT_EQ(card["words"_L1].toString(), u"Tuesday, March 10, 2026, 2:00–2:30 PM EDT"_s);
    EXPECT_EQ(result.reply.html, u"<p>Booked, Ada: <strong>Tuesday at 2</strong>.</p>"_s);
    const QJsonObject json = *parseJsonObject(result.json);
    EXPECT_EQ(json["session_id"_L1].toString(), result.sessionId);
    EXPECT_EQ(json["timestamp"_L1].toString(), u"2026-03-04T09:00:00-05:00"_s);
    ASSERT_EQ(allMeetings().size(), 1);
    EXPECT_EQ(allMeetings().first().title.stored(), u"Meeting with Ada Lovelace"_s);

    const auto talk = await(conversations->load(result.sessionId));
    ASSERT_TRUE(talk);
    ASSERT_EQ(talk->entries.size(), 4); // asked, call, result, words
    EXPECT_EQ(talk->entries.at(2).message.toolName, u"create_appointment"_s);
    EXPECT_EQ(talk->entries.last().cards, result.reply.cards);
    EXPECT_EQ(talk->contact.name, u"Ada Lovelace"_s);
}

TEST_F(AgentTest, NeverStoresTheSessionsToken)
{
    model.callTool(u"create_appointment"_s, adasCall()).say(u"Done."_s);
    const TurnResult result = answer(guestSays(u"Book"_s, {}, u"a-key-of-some-length"_s));
    const QString partition = Conversations::partition(result.sessionId);
    ASSERT_EQ(store.keys(partition), QStringList{partition});
    const auto document = await(store.get(partition, partition));
    ASSERT_TRUE(document && *document);
    EXPECT_FALSE((*document)->body.contains(result.sessionId.toLatin1()));
    EXPECT_FALSE(partition.contains(result.sessionId));
}

TEST_F(AgentTest, CarriesATalkOverFiveTurns)
{
    model.say(u"With whom?"_s).say(u"And your address?"_s).say(u"Which day?"_s).say(u"What time?"_s);
    model.callTool(u"create_appointment"_s, adasCall()).say(u"Booked."_s);
    QString session;
    for (const QString &words :
         {u"I'd like to meet"_s, u"Ada Lovelace"_s, u"ada@example.com"_s, u"March 10"_s, u"2pm"_s})
        session = answer(guestSays(words, session)).sessionId;
    EXPECT_EQ(allMeetings().size(), 1);
    ASSERT_EQ(model.callCount(), 6);
    EXPECT_EQ(model.requests().last().messages.size(), 11);
    EXPECT_EQ(model.requests().last().messages.first().text, u"I'd like to meet"_s);
}

TEST_F(AgentTest, GoesOnWhereItWasAfterARestart)
{
    model.say(u"Hello"_s).say(u"Again"_s);
    const QString session = answer(guestSays(u"Hi"_s)).sessionId;
    restart();
    answer(guestSays(u"Still there?"_s, session));
    EXPECT_EQ(model.requests().last().messages.size(), 3);
}

TEST_F(AgentTest, NeedsTwoRoundTripsToTheStoreAtMost)
{
    model.say(u"Hello"_s).say(u"Again"_s);
    const QString session = answer(guestSays(u"Hi"_s)).sessionId;
    EXPECT_EQ(store.calls(), 1);
    answer(guestSays(u"Hi"_s, session));
    EXPECT_EQ(store.calls(), 3);
}

TEST_F(AgentTest, NeverAdoptsAnUnknownSession)
{
    const auto result = respond(guestSays(u"Hi"_s, u"somebody-elses-idea-of-a-session"_s));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::NotFound);
    const QString partition = Conversations::partition(u"somebody-elses-idea-of-a-session"_s);
    EXPECT_TRUE(store.keys(partition).isEmpty());
    EXPECT_TRUE(await(store.acquire(partition, u"turn"_s, 1s))) << "the lock was not given back";
}

TEST_F(AgentTest, ForgetsAnExpiredSession)
{
    model.say(u"Hello"_s);
    const QString session = answer(guestSays(u"Hi"_s)).sessionId;
    clock.advance(std::chrono::hours(24 * 30 + 1));
    const auto result = respond(guestSays(u"Hi"_s, session));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::NotFound);
}

TEST_F(AgentTest, KeepsAHostsTalkFromGuests)
{
    model.say(u"Hello"_s);
    const QString session = answer(hostSays(u"Hi"_s)).sessionId;
    const auto result = respond(guestSays(u"What did the host say?"_s, session));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::NotFound);
}

TEST_F(AgentTest, StopsAModelThatCallsToolsForEver)
{
    for (int i = 0; i < 6; ++i)
        model.callTool(u"check_availability"_s, {{u"when"_s, u"tomorrow"_s}});
    const TurnResult result = answer(guestSays(u"When?"_s));
    EXPECT_EQ(model.callCount(), 6);
    EXPECT_THAT(result.reply.text.toStdString(), testing::HasSubstr("nothing was changed"));
    EXPECT_EQ(result.reply.toolsUsed.size(), 5);
}

TEST_F(AgentTest, SaysInThePersonsLanguageThatNothingWasChanged)
{
    const QList<std::pair<QString, std::string>> talks{{u"When are you free tomorrow?"_s, "nothing was changed"},
                                                       {u"Wann haben Sie morgen Zeit?"_s, "es wurde nichts geändert"},
                                                       {u"Quand êtes-vous libre demain ?"_s, "rien n'a été modifié"},
                                                       {u"¿Cuándo está libre mañana?"_s, "no se ha cambiado nada"}};
    for (const auto &[asked, said] : talks) {
        for (int i = 0; i < 6; ++i)
            model.callTool(u"check_availability"_s, {{u"when"_s, u"tomorrow"_s}});
        const std::string text = answer(guestSays(asked)).reply.text.toStdString();
        EXPECT_THAT(text, testing::HasSubstr(said));
        EXPECT_THAT(text, testing::Not(testing::HasSubstr("sorry")));
    }
}

TEST_F(AgentTest, SaysInThePersonsLanguageWhatWasDone)
{
    model.say(u"Wann?"_s);
    const QString session = answer(guestSays(u"Guten Tag, ich hätte gern einen Termin"_s)).sessionId;
    model.callTool(u"create_appointment"_s, adasCall()).fail(ErrorCode::Unavailable);
    const TurnResult result = answer(guestSays(u"ada@example.com"_s, session));
    EXPECT_EQ(
        result.reply.text,
        u"Der Termin ist gebucht: Dienstag, 10. März 2026, 14:00–14:30 Uhr EDT. Der Rest ist noch offen. Was fehlt "
        u"noch?"_s);
    EXPECT_EQ(allMeetings().first().title.stored(), u"Termin mit Ada Lovelace"_s);
}

TEST_F(AgentTest, TitlesInThePersonsLanguage)
{
    const QList<std::tuple<QString, QString, QString>> talks{
        {u"Ein Anruf am 10. März, bitte"_s, u"phone"_s, u"Anruf mit Ada Lovelace"_s},
        {u"Je voudrais un rendez-vous"_s, u"video"_s, u"Rendez-vous avec Ada Lovelace"_s},
        {u"Je voudrais un appel"_s, u"phone"_s, u"Appel avec Ada Lovelace"_s},
        {u"Quisiera una cita, por favor"_s, u"video"_s, u"Reunión con Ada Lovelace"_s},
        {u"Quisiera una llamada, por favor"_s, u"phone"_s, u"Llamada con Ada Lovelace"_s}};
    for (int hour = 9; const auto &[asked, how, title] : talks) {
        QJsonObject call = adasCall(u"March 10 at %1:00"_s.arg(hour++));
        call.insert(u"how"_s, how);
        call.insert(u"phone"_s, u"+12125550123"_s);
        model.callTool(u"create_appointment"_s, call).say(u"."_s);
        const TurnResult result = answer(guestSays(asked));
        ASSERT_EQ(kinds(result.reply.cards), u"meeting"_s);
        EXPECT_EQ(result.reply.cards.first()["meeting"_L1]["title"_L1].toString(), title);
    }
}

TEST_F(AgentTest, SaysWhatWasDoneWhenTheModelFailsAfterwards)
{
    model.callTool(u"create_appointment"_s, adasCall()).fail(ErrorCode::Unavailable);
    const TurnResult result = answer(guestSays(u"Book it"_s));
    EXPECT_THAT(result.reply.text.toStdString(), testing::HasSubstr("is booked: Tuesday, March 10, 2026"));
    EXPECT_EQ(kinds(result.reply.cards), u"meeting"_s);
}

TEST_F(AgentTest, IsUnavailableWhenNoModelAnswers)
{
    model.say(u"Hello"_s).fail(ErrorCode::RateLimited);
    const QString session = answer(guestSays(u"Hi"_s)).sessionId;
    const auto result = respond(guestSays(u"Hi again"_s, session));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(result.error().retryAfter);
    const auto talk = await(conversations->load(session));
    ASSERT_TRUE(talk);
    EXPECT_EQ(talk->entries.size(), 2) << "what was not answered is said again, so it must not stand twice";
    EXPECT_TRUE(await(store.acquire(Conversations::partition(session), u"turn"_s, 1s)));
}

TEST_F(AgentTest, DoesNotWaitForAModelThatHangs)
{
    agentOptions.deadline = 50ms;
    restart();
    model.hang(1h);
    const auto result = respond(guestSays(u"Hi"_s));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Unavailable);
}

TEST_F(AgentTest, IsCancelledWithItsCaller)
{
    model.hang(1h);
    std::stop_source caller;
    auto task = agent->respond(guestSays(u"Hi"_s), caller.get_token());
    ASSERT_TRUE(eventually([this] { return model.callCount() == 1; }));
    caller.request_stop();
    const auto result = await(std::move(task));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
}

TEST_F(AgentTest, LeavesATurnUnderWayAloneWhenItGoes)
{
    model.hang(1h);
    auto task = agent->respond(guestSays(u"Hi"_s), {});
    ASSERT_TRUE(eventually([this] { return model.callCount() == 1; }));
    agent.reset();
    const auto result = await(std::move(task));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
}

TEST_F(AgentTest, AnswersTheMessagesOfASessionInTheirOrder)
{
    model.say(u"Hello"_s);
    const QString session = answer(guestSays(u"Hi"_s)).sessionId;
    std::vector<QCoro::Task<Result<TurnResult>>> tasks;
    for (const QString &words : {u"first"_s, u"second"_s, u"third"_s}) {
        model.then({ModelReply{u"ok"_s, {}, {}, {}}, {}, 5ms});
        tasks.push_back(agent->respond(guestSays(words, session), {}));
    }
    for (auto &task : tasks)
        EXPECT_TRUE(await(std::move(task)));
    QStringList heard;
    for (const ModelRequest &request : model.requests())
        heard.append(request.messages.last().text);
    EXPECT_EQ(heard, (QStringList{u"Hi"_s, u"first"_s, u"second"_s, u"third"_s}));
    EXPECT_EQ(model.requests().last().messages.size(), 7);
}

TEST_F(AgentTest, LetsThoseWhoWaitGoWithIt)
{
    model.say(u"Hello"_s).hang(1h);
    const QString session = answer(guestSays(u"Hi"_s)).sessionId;
    auto first = agent->respond(guestSays(u"first"_s, session), {});
    auto second = agent->respond(guestSays(u"second"_s, session), {});
    ASSERT_TRUE(eventually([this] { return model.callCount() == 2; }));
    agent.reset();
    EXPECT_EQ(await(std::move(first)).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(await(std::move(second)).error().code, ErrorCode::Cancelled);
}

TEST_F(AgentTest, WaitsForAnotherProcessAndThenGivesUp)
{
    agentOptions.deadline = 40ms;
    restart();
    model.say(u"Hello"_s);
    const QString session = answer(guestSays(u"Hi"_s)).sessionId;
    ASSERT_TRUE(await(store.acquire(Conversations::partition(session), u"turn"_s, 1h)));
    const auto result = respond(guestSays(u"Hi"_s, session));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Conflict);
}

TEST_F(AgentTest, CorrectsABookingThatNoToolMade)
{
    model.say(u"Your meeting is booked for Tuesday at 2 PM! See you then."_s);
    const TurnResult result = answer(guestSays(u"Book Tuesday at 2"_s));
    EXPECT_EQ(result.reply.text, u"To be clear: nothing was booked just now.\n\nSee you then."_s);
    EXPECT_TRUE(result.reply.cards.isEmpty());
}

TEST_F(AgentTest, ShowsAnotherFreeTimeWhenOneIsTaken)
{
    addEvent("2026-03-10T14:00", 60, u"Oncology"_s);
    model.callTool(u"create_appointment"_s, adasCall()).say(u"That time is taken, how about one of these?"_s);
    const TurnResult result = answer(guestSays(u"Book"_s));
    EXPECT_EQ(kinds(result.reply.cards), u"notice slots"_s);
    EXPECT_TRUE(result.reply.toolsUsed.isEmpty());
    EXPECT_EQ(result.reply.cards.first()["code"_L1].toString(), u"taken"_s);
    EXPECT_TRUE(allMeetings().isEmpty());
}

TEST_F(AgentTest, LaterCardOfAMeetingReplacesTheEarlierOne)
{
    model.callTool(u"create_appointment"_s, adasCall())
        .callTool(u"cancel_appointment"_s, {{u"meeting"_s, u"0310-1400-30m"_s}})
        .say(u"Booked and cancelled."_s);
    const TurnResult result = answer(guestSays(u"Book and cancel"_s));
    ASSERT_EQ(kinds(result.reply.cards), u"meeting"_s);
    EXPECT_EQ(result.reply.cards.first()["meeting"_L1]["status"_L1].toString(), u"cancelled"_s);
}

TEST_F(AgentTest, RunsTheSameWritingCallOnceInATurn)
{
    model.callTool(u"create_appointment"_s, adasCall()).callTool(u"create_appointment"_s, adasCall()).say(u"Done."_s);
    const TurnResult result = answer(guestSays(u"Book"_s));
    EXPECT_EQ(allMeetings().size(), 1);
    EXPECT_EQ(result.reply.toolsUsed.size(), 1);
    EXPECT_EQ(kinds(result.reply.cards), u"meeting"_s);
}

TEST_F(AgentTest, ShowsHtmlInANameAsText)
{
    QJsonObject arguments = adasCall();
    arguments.insert(u"name"_s, u"<img src=x onerror=alert(1)>"_s);
    model.callTool(u"create_appointment"_s, arguments).say(u"Booked for <img src=x onerror=alert(1)>."_s);
    const TurnResult result = answer(guestSays(u"Book"_s));
    EXPECT_EQ(result.reply.html, u"<p>Booked for &lt;img src=x onerror=alert(1)&gt;.</p>"_s);
    EXPECT_EQ(result.reply.cards.first()["meeting"_L1]["attendees"_L1][0]["name"_L1].toString(),
              u"<img src=x onerror=alert(1)>"_s);
}

TEST_F(AgentTest, LimitsSuggestions)
{
    model.then(
        {ModelReply{u"Which?"_s, {}, {u"a"_s, u"b"_s, u" a "_s, u""_s, u"c"_s, u"d"_s, u"e"_s}, u"x"_s}, {}, {}});
    EXPECT_EQ(answer(guestSays(u"Hi"_s)).reply.suggestions, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
}

TEST_F(AgentTest, TellsAnObserverWhichToolsRun)
{
    struct Watcher final : TurnObserver
    {
        void toolStarted(const QString &name) override { log.append(u"start "_s + name); }
        void toolFinished(const QString &name, bool succeeded) override
        {
            log.append((succeeded ? u"done "_s : u"failed "_s) + name);
        }
        void words(const QString &) override { }
        void restarted() override { }
        QStringList log;
    } watcher;
    model.callTool(u"check_availability"_s, {}).callTool(u"no_such_tool"_s, {}).say(u"Hm."_s);
    ASSERT_TRUE(respond(guestSays(u"When?"_s), &watcher));
    EXPECT_EQ(watcher.log,
              (QStringList{u"start check_availability"_s, u"done check_availability"_s, u"start no_such_tool"_s,
                           u"failed no_such_tool"_s}));
}

TEST_F(AgentTest, KeepsTheZoneThePersonNamed)
{
    model.callTool(u"remember_contact"_s, {{u"time_zone"_s, u"Asia/Tokyo"_s}}).say(u"Noted."_s).say(u"Yes."_s);
    Turn turn = guestSays(u"I'm in Tokyo"_s);
    turn.zone = Zone::find(u"Europe/Paris"_s);
    const QString session = answer(turn).sessionId;
    EXPECT_EQ(model.requests().first().context.speakerZone.name(), u"Europe/Paris"_s);
    turn.sessionId = session;
    answer(turn);
    EXPECT_EQ(model.requests().last().context.speakerZone.name(), u"Asia/Tokyo"_s);
}

TEST_F(AgentTest, TrimsALongTalkAtSomethingThePersonSaid)
{
    Conversation talk = conversations->create();
    for (int i = 0; i < Conversations::window; ++i)
        talk.entries.append(
            {ChatMessage{i % 3 == 0 ? ChatMessage::Role::User
                                    : (i % 3 == 1 ? ChatMessage::Role::Assistant : ChatMessage::Role::Tool),
                         QString::number(i),
                         {},
                         {},
                         {},
                         clock.now()},
             {},
             {},
             {}});
    ASSERT_TRUE(await(conversations->save(talk, std::nullopt)));
    model.say(u"Yes."_s);
    answer(guestSays(u"And?"_s, talk.sessionId));
    const auto loaded = await(conversations->load(talk.sessionId));
    ASSERT_TRUE(loaded);
    EXPECT_LE(loaded->entries.size(), Conversations::window);
    EXPECT_EQ(loaded->entries.first().message.text, u"3"_s);
    EXPECT_EQ(loaded->entries.last().message.text, u"Yes."_s);
}

} // namespace
