// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"
#include "core/net/ssereader.h"
#include "tests/unit/server/api/apiworld.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using testing::AnyOf;
using testing::ElementsAre;

/// A reader of one event stream; it leaves when it goes.
class Follower
{
public:
    Follower(ApiWorld &world, const QByteArray &method, const QString &path, const QByteArray &body,
             const HttpHeaders &headers)
        : m_state(std::make_shared<State>())
    {
        HttpRequest request;
        request.method = method;
        request.url = world.url(path);
        request.headers = headers;
        request.body = body;
        QCoro::connect(
            world.client().stream(
                request, [state = m_state](QByteArray piece) { return take(state, piece); }, m_stop.get_token()),
            &m_context, [state = m_state](const Result<HttpResponse> &ended) { state->ended = ended; });
    }
    ~Follower() { m_stop.request_stop(); }
    Q_DISABLE_COPY_MOVE(Follower)

    [[nodiscard]] const QList<SseEvent> &events() const { return m_state->events; }
    [[nodiscard]] bool isConnected() const { return m_state->hasRead; }
    [[nodiscard]] bool hasEnded() const { return m_state->ended.has_value(); }
    [[nodiscard]] const Result<HttpResponse> &ended() const { return *m_state->ended; }
    [[nodiscard]] QStringList types() const
    {
        QStringList types;
        for (const SseEvent &event : events())
            types.append(event.type);
        return types;
    }
    /// What a reader of the tokens sees at last.
    [[nodiscard]] QString wordsShown() const
    {
        QString shown;
        for (qsizetype i = 0; i < events().size(); ++i) {
            if (events()[i].type != "token"_L1)
                continue;
            if (data(i)["replace"_L1].toBool())
                shown.clear();
            shown += data(i)["text"_L1].toString();
        }
        return shown.trimmed();
    }
    [[nodiscard]] QJsonObject data(qsizetype index) const
    {
        return parseJsonObject(events()[index].data.toUtf8()).value_or(QJsonObject());
    }

private:
    struct State
    {
        SseReader reader;
        QList<SseEvent> events;
        bool hasRead = false;
        std::optional<Result<HttpResponse>> ended;
    };
    static QCoro::Task<> take(std::shared_ptr<State> state, QByteArray piece)
    {
        state->hasRead = true;
        if (const auto events = state->reader.feed(piece))
            state->events += *events;
        co_return;
    }

    std::shared_ptr<State> m_state;
    std::stop_source m_stop;
    QObject m_context;
};

HttpHeaders asReader(const QByteArray &lastId = {})
{
    HttpHeaders headers = ApiWorld::asOwner();
    if (!lastId.isEmpty())
        headers.append(qMakePair(QByteArray("Last-Event-ID"), lastId));
    return headers;
}

const QString feed = u"/api/v1/events"_s;

} // namespace

TEST(ChatStream, EndsWithTheReplyOnce)
{
    ApiWorld world;
    const Follower follower(world, "POST", u"/chat/stream"_s,
                            "{\"message\":\"" + ApiWorld::bookingWords.toUtf8() + "\"}",
                            {{"Content-Type", "application/json"}});
    ASSERT_TRUE(eventually([&] { return follower.hasEnded(); }));
    ASSERT_TRUE(follower.ended());
    EXPECT_EQ(follower.ended()->status, 200);
    EXPECT_EQ(follower.ended()->header("content-type"), "text/event-stream");
    const QStringList types = follower.types();
    ASSERT_FALSE(types.isEmpty());
    EXPECT_EQ(types.count(u"reply"_s), 1);
    EXPECT_EQ(types.last(), u"reply"_s);
    EXPECT_TRUE(types.contains(u"token"_s));
    QStringList booking;
    for (qsizetype i = 0; i < types.size(); ++i) {
        EXPECT_THAT(types[i], AnyOf(u"token"_s, u"tool"_s, u"reply"_s));
        if (types[i] == "tool"_L1 && follower.data(i)["name"_L1].toString() == "create_appointment"_L1)
            booking.append(follower.data(i)["state"_L1].toString());
    }
    EXPECT_THAT(booking, ElementsAre(u"started"_s, u"done"_s));
    const QJsonObject reply = follower.data(types.size() - 1);
    EXPECT_EQ(follower.wordsShown(), reply["text"_L1].toString());
    const QJsonArray cards = reply["cards"_L1].toArray();
    ASSERT_FALSE(cards.isEmpty());
    EXPECT_EQ(cards[0]["meeting"_L1]["id"_L1].toString(), u"0310-1400-30m"_s);
    EXPECT_EQ(world.say(u"thanks"_s, reply["session_id"_L1].toString()).status, 200);
}

TEST(ChatStream, TellsASavedAnswerAsWordsToo)
{
    ApiWorld world;
    QStringList texts;
    for (int i = 0; i < 2; ++i) {
        const Follower follower(world, "POST", u"/chat/stream"_s, R"({"message":"hello"})",
                                {{"Content-Type", "application/json"}, {"Idempotency-Key", "one"}});
        ASSERT_TRUE(eventually([&] { return follower.hasEnded(); }));
        ASSERT_THAT(follower.types(), ElementsAre(u"token"_s, u"reply"_s));
        texts.append(follower.wordsShown());
    }
    EXPECT_FALSE(texts.first().isEmpty());
    EXPECT_EQ(texts.first(), texts.last());
}

TEST(ChatStream, TellsOfAnErrorAsAProblem)
{
    ApiWorld world;
    const Follower follower(world, "POST", u"/chat/stream"_s, R"({"message":"hi","session_id":"nobody"})",
                            {{"Content-Type", "application/json"}});
    ASSERT_TRUE(eventually([&] { return follower.hasEnded(); }));
    ASSERT_THAT(follower.types(), ElementsAre(u"error"_s));
    EXPECT_EQ(follower.data(0)["status"_L1].toInt(), 404);
    EXPECT_EQ(follower.data(0)["title"_L1].toString(), u"Session not found"_s);
}

TEST(Events, AreForHosts)
{
    ApiWorld world;
    expectProblem(world.get(feed), 401);
    expectProblem(world.get(feed, ApiWorld::bearer("a-token-nobody-has")), 401);
}

TEST(Events, TellOfEveryChange)
{
    ApiWorld world;
    const Follower follower(world, "GET", feed, {}, asReader());
    ASSERT_TRUE(eventually([&] { return follower.isConnected(); }));
    const QJsonObject booked = world.book(u"Review"_s, u"2026-03-10T14:00:00-04:00"_s);
    ASSERT_TRUE(eventually([&] { return follower.events().size() == 1; }));
    EXPECT_EQ(follower.types().first(), u"meeting_changed"_s);
    EXPECT_EQ(follower.data(0)["meeting"_L1].toObject(), booked);
    EXPECT_FALSE(follower.events().first().lastEventId.isEmpty());
    (void)world.hostSend("DELETE", u"/api/v1/meetings/"_s + booked["uid"_L1].toString(), {});
    ASSERT_TRUE(eventually([&] { return follower.events().size() == 2; }));
    EXPECT_EQ(follower.data(1)["meeting"_L1]["status"_L1].toString(), u"cancelled"_s);
}

TEST(Events, TellOfWhatGuestsBook)
{
    ApiWorld world;
    const Follower follower(world, "GET", feed, {}, asReader());
    ASSERT_TRUE(eventually([&] { return follower.isConnected(); }));
    (void)world.say(ApiWorld::bookingWords);
    ASSERT_TRUE(eventually([&] { return !follower.events().isEmpty(); }));
    EXPECT_EQ(follower.data(0)["meeting"_L1]["id"_L1].toString(), u"0310-1400-30m"_s);
}

TEST(Events, ResumeBehindTheLastOneSeen)
{
    ApiWorld world;
    QByteArray lastId;
    {
        const Follower first(world, "GET", feed, {}, asReader());
        ASSERT_TRUE(eventually([&] { return first.isConnected(); }));
        (void)world.book(u"One"_s, u"2026-03-10T10:00:00-04:00"_s);
        ASSERT_TRUE(eventually([&] { return first.events().size() == 1; }));
        lastId = first.events().first().lastEventId.toLatin1();
    }
    (void)world.book(u"Two"_s, u"2026-03-10T11:00:00-04:00"_s);
    const Follower second(world, "GET", feed, {}, asReader(lastId));
    ASSERT_TRUE(eventually([&] { return second.events().size() == 1; }));
    (void)world.book(u"Three"_s, u"2026-03-10T12:00:00-04:00"_s);
    ASSERT_TRUE(eventually([&] { return second.events().size() == 2; }));
    EXPECT_EQ(second.data(0)["meeting"_L1]["title"_L1].toString(), u"Two"_s);
    EXPECT_EQ(second.data(1)["meeting"_L1]["title"_L1].toString(), u"Three"_s);
}

TEST(Events, AskToReadAnewAfterAnUnknownId)
{
    ApiWorld world;
    for (const QByteArray lastId : {"another-process-5", "5", "-", "x-99999999999999999999999"}) {
        const Follower follower(world, "GET", feed, {}, asReader(lastId));
        ASSERT_TRUE(eventually([&] { return follower.events().size() == 1; }));
        EXPECT_EQ(follower.types().first(), u"reset"_s);
    }
}

TEST(Events, AreMissedByNobodyWhoIsStillConnecting)
{
    ApiWorld world;
    const QJsonObject booked = world.book(u"Review"_s, u"2026-03-10T14:00:00-04:00"_s);
    const Follower one(world, "GET", feed, {}, asReader());
    const Follower two(world, "GET", feed, {}, asReader());
    ASSERT_TRUE(eventually([&] { return one.isConnected() && two.isConnected(); }));
    (void)world.hostSend("PATCH", u"/api/v1/meetings/"_s + booked["uid"_L1].toString(), {{u"title"_s, u"New"_s}});
    const auto sawIt = [](const Follower &follower) {
        return !follower.events().isEmpty()
            && follower.data(follower.events().size() - 1)["meeting"_L1]["title"_L1].toString() == "New"_L1;
    };
    EXPECT_TRUE(eventually([&] { return sawIt(one) && sawIt(two); }));
}

} // namespace ChatCal
