// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/modelcontract.h"

#include "core/base/json.h"
#include "core/time/words.h"
#include "tests/support/await.h"

#include <gmock/gmock.h>

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

std::string inWords(const ModelReply &reply)
{
    QString words = reply.text;
    for (const ToolCall &call : reply.toolCalls)
        words += u" ["_s + call.name + u' ' + QString::fromUtf8(toJson(call.arguments)) + u']';
    return words.toStdString();
}

/// The first value any of its calls gives to @p name.
QString argument(const ModelReply &reply, const QString &name)
{
    for (const ToolCall &call : reply.toolCalls)
        if (call.arguments.contains(name))
            return call.arguments[name].toString();
    return {};
}

const QString freeOnMonday =
    uR"({"ok":true,"day_words":"Monday, March 9, 2026","duration_minutes":30,"slots":[{"start":"2026-03-09T09:00:00-04:00","end":"2026-03-09T09:30:00-04:00","words":"Monday, March 9, 2026, 9:00–9:30 AM EDT"}]})"_s;

QJsonObject texts(std::initializer_list<QString> names, const QString &required = {})
{
    QJsonObject properties;
    for (const QString &name : names)
        properties.insert(name, QJsonObject{{"type"_L1, u"string"_s}});
    QJsonObject schema{{"type"_L1, u"object"_s}, {"properties"_L1, properties}};
    if (!required.isEmpty())
        schema.insert("required"_L1, QJsonArray{required});
    return schema;
}

class Ear final : public ReplyListener
{
public:
    void words(const QString &piece) override { heard += piece; }
    void restarted() override
    {
        heard.clear();
        ++restarts;
    }
    QString heard;
    int restarts = 0;
};

} // namespace

void PrintTo(const ModelKind &kind, std::ostream *out)
{
    *out << kind.name;
}

std::string modelKindName(const testing::TestParamInfo<ModelKind> &info)
{
    return info.param.name;
}

void ModelContract::SetUp()
{
    m_place = GetParam().makePlace();
}

void ModelContract::TearDown()
{
    EXPECT_EQ(m_place->refusals(), 0) << "a request broke the vendor's rules";
}

ModelRequest ModelContract::request(const QString &words)
{
    ModelRequest request;
    ModelContext &context = request.context;
    context.hostName = u"Grace Hopper"_s;
    context.hoursInWords = u"Monday to Friday, 9:00 AM–5:00 PM"_s;
    context.hostZone = *Zone::find(u"America/New_York"_s);
    context.speakerZone = context.hostZone;
    context.now = context.hostZone.toInstant(*fromIsoLocal(u"2026-03-04T09:00"_s));
    context.systemPrompt = u"You are the scheduling assistant of «Grace Hopper».\nThe person is a guest who wants to "
                           u"meet «Grace Hopper».\n- Meetings are possible Monday to Friday, 9:00 AM–5:00 PM "
                           u"(America/New_York).\nKnown of the guest: nothing yet.\nNow it is Wednesday, March 4, 2026 "
                           u"at 9:00 AM EST for the person, whose time zone is America/New_York.\n"_s;
    request.messages.append(said(ChatMessage::Role::User, words));
    request.tools = {{u"check_availability"_s, u"Free times."_s, texts({u"when"_s, u"duration_minutes"_s})},
                     {u"create_appointment"_s, u"Books."_s,
                      texts({u"when"_s, u"duration_minutes"_s, u"name"_s, u"email"_s, u"phone"_s, u"title"_s, u"how"_s,
                             u"location"_s},
                            u"when"_s)},
                     {u"remember_contact"_s, u"Keeps."_s, texts({u"name"_s, u"email"_s, u"phone"_s, u"time_zone"_s})}};
    request.deadline = 5s;
    return request;
}

ChatMessage ModelContract::said(ChatMessage::Role role, const QString &words)
{
    return {role, words, {},
            {},   {},    Zone::find(u"America/New_York"_s)->toInstant(*fromIsoLocal(u"2026-03-04T09:00"_s))};
}

ChatMessage ModelContract::called(const QList<ToolCall> &calls)
{
    ChatMessage message = said(ChatMessage::Role::Assistant, {});
    message.toolCalls = calls;
    return message;
}

ChatMessage ModelContract::resulted(const QString &id, const QString &tool, const QString &json)
{
    ChatMessage message = said(ChatMessage::Role::Tool, json);
    message.toolCallId = id;
    message.toolName = tool;
    return message;
}

Result<ModelReply> ModelContract::ask(const ModelRequest &request, std::stop_token stop)
{
    return await(m_place->model().complete(request, std::move(stop)));
}

ModelReply ModelContract::answerTo(const ModelRequest &request)
{
    const auto reply = ask(request);
    EXPECT_TRUE(reply) << (reply ? "" : qPrintable(reply.error().detail));
    if (!reply)
        return {};
    EXPECT_TRUE(!reply->text.trimmed().isEmpty() || !reply->toolCalls.isEmpty()) << "neither words nor calls";
    EXPECT_EQ(reply->model, m_place->model().name());
    QSet<QString> ids;
    for (const ToolCall &call : reply->toolCalls) {
        EXPECT_FALSE(call.id.isEmpty());
        EXPECT_FALSE(ids.contains(call.id)) << "an id twice";
        ids.insert(call.id);
        EXPECT_TRUE(call.malformed.isEmpty()) << qPrintable(call.malformed);
        EXPECT_TRUE(std::any_of(request.tools.begin(), request.tools.end(), [&call](const ToolSpec &tool) {
            return tool.name == call.name;
        })) << qPrintable(call.name);
    }
    return *reply;
}

TEST_P(ModelContract, HasAName)
{
    EXPECT_FALSE(m_place->model().name().isEmpty());
    EXPECT_TRUE(m_place->model().isAvailable());
}

TEST_P(ModelContract, AnswersInWords)
{
    EXPECT_FALSE(answerTo(request(u"Hello!"_s)).text.isEmpty());
}

TEST_P(ModelContract, AsksForAToolWithItsArguments)
{
    const ModelReply reply = answerTo(request());
    ASSERT_EQ(reply.toolCalls.size(), 1);
    EXPECT_EQ(reply.toolCalls.first().name, u"check_availability"_s);
    EXPECT_TRUE(reply.toolCalls.first().arguments.contains("when"_L1));
}

TEST_P(ModelContract, ReadsAToolsResult)
{
    ModelRequest asked = request();
    asked.messages << called({{u"a"_s, u"check_availability"_s, {{"when"_L1, u"Monday"_s}}}})
                   << resulted(u"a"_s, u"check_availability"_s, freeOnMonday);
    const ModelReply reply = answerTo(asked);
    EXPECT_TRUE(reply.toolCalls.isEmpty());
    EXPECT_TRUE(reply.text.contains("9"_L1)) << reply.text.toStdString();
}

TEST_P(ModelContract, ReadsSeveralResultsOfOneAnswer)
{
    ModelRequest asked = request();
    asked.messages << called({{u"a"_s, u"remember_contact"_s, {{"name"_L1, u"Ada"_s}}},
                              {u"b"_s, u"check_availability"_s, {{"when"_L1, u"Monday"_s}}}})
                   << resulted(u"a"_s, u"remember_contact"_s, uR"({"ok":true,"name":"Ada"})"_s)
                   << resulted(u"b"_s, u"check_availability"_s, freeOnMonday);
    answerTo(asked);
}

TEST_P(ModelContract, GoesOnWithATalkHeldByAnother)
{
    // Ids that another vendor would refuse, one twice, and words beside a call.
    ModelRequest asked = request(u"Hi"_s);
    ChatMessage calling = called({{u"offline:1/ä"_s, u"check_availability"_s, {{"when"_L1, u"Monday"_s}}}});
    calling.text = u"Let me see."_s;
    asked.messages << calling << resulted(u"offline:1/ä"_s, u"check_availability"_s, freeOnMonday)
                   << said(ChatMessage::Role::Assistant, u"Monday at 9 is free."_s)
                   << said(ChatMessage::Role::User, u"And later?"_s)
                   << called({{u"offline:1/ä"_s, u"check_availability"_s, {{"when"_L1, u"Monday"_s}}}})
                   << resulted(u"offline:1/ä"_s, u"check_availability"_s, freeOnMonday)
                   << said(ChatMessage::Role::Assistant, u"Only at 9."_s)
                   << said(ChatMessage::Role::User, u"What about Tuesday?"_s);
    answerTo(asked);
}

TEST_P(ModelContract, BearsATalkWithHoles)
{
    ModelRequest asked = request(u"Hi"_s);
    asked.messages.prepend(said(ChatMessage::Role::Assistant, u"Hello, I am here."_s));
    asked.messages << resulted(u"nobody"_s, u"check_availability"_s, freeOnMonday) // asked by nobody
                   << called({{u"x"_s, u"check_availability"_s, {}}}) // never answered
                   << said(ChatMessage::Role::Assistant, u"  "_s) << said(ChatMessage::Role::User, u"Still there?"_s);
    answerTo(asked);
}

TEST_P(ModelContract, BearsSeveralMessagesInARow)
{
    ModelRequest asked = request(u"Hi"_s);
    asked.messages << said(ChatMessage::Role::User, u"One more thing"_s)
                   << said(ChatMessage::Role::User, u"When are you free on Monday?"_s);
    EXPECT_FALSE(answerTo(asked).toolCalls.isEmpty());
}

TEST_P(ModelContract, RefusesWhenThereIsNothingToAnswer)
{
    ModelRequest nothing = request();
    nothing.messages.clear();
    EXPECT_EQ(ask(nothing).error().code, ErrorCode::InvalidInput);
    ModelRequest answered = request();
    answered.messages << said(ChatMessage::Role::Assistant, u"Hello"_s);
    EXPECT_EQ(ask(answered).error().code, ErrorCode::InvalidInput);
}

TEST_P(ModelContract, AsksNothingForACallerWhoLeft)
{
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(ask(request(), source.get_token()).error().code, ErrorCode::Cancelled);
}

TEST_P(ModelContract, TellsAListenerTheSameWords)
{
    const auto ear = std::make_shared<Ear>();
    ModelRequest asked = request(u"Hello!"_s);
    asked.listener = ear;
    const ModelReply reply = answerTo(asked);
    EXPECT_EQ(ear->restarts, 0);
    if (!ear->heard.isEmpty()) {
        EXPECT_EQ(ear->heard, reply.text);
    }
}

TEST_P(ModelContract, KeepsEveryScript)
{
    ModelRequest asked = request(u"Book a call on March 10 at 2pm, I'm Željko Żuraw 岡本 🦜, zeljko@example.com"_s);
    const ModelReply reply = answerTo(asked);
    ASSERT_FALSE(reply.toolCalls.isEmpty()) << reply.text.toStdString();
    EXPECT_EQ(argument(reply, u"email"_s), u"zeljko@example.com"_s) << inWords(reply);
    EXPECT_TRUE(argument(reply, u"name"_s).startsWith(u"Željko Żuraw"_s));
}

TEST_P(ModelContract, NeedsNoTools)
{
    ModelRequest asked = request(u"Hello!"_s);
    asked.tools.clear();
    const auto reply = ask(asked);
    ASSERT_TRUE(reply);
    EXPECT_FALSE(reply->text.isEmpty());
}

TEST_P(ModelContract, AnswersManyAtOnceEachWithItsOwn)
{
    std::vector<QCoro::Task<Result<ModelReply>>> tasks;
    const QStringList emails{u"a@example.com"_s, u"b@example.com"_s, u"c@example.com"_s, u"d@example.com"_s};
    for (const QString &email : emails)
        tasks.push_back(m_place->model().complete(
            request(u"Book a call on March 10 at 2pm, I'm Ada Lovelace, %1"_s.arg(email)), {}));
    for (qsizetype i = 0; i < emails.size(); ++i) {
        const auto reply = await(std::move(tasks[static_cast<std::size_t>(i)]));
        ASSERT_TRUE(reply);
        ASSERT_FALSE(reply->toolCalls.isEmpty());
        EXPECT_EQ(argument(*reply, u"email"_s), emails.at(i)) << inWords(*reply);
    }
}

TEST_P(ModelContract, AnswersALongTalk)
{
    ModelRequest asked = request(u"Hi"_s);
    for (int i = 0; i < 60; ++i) {
        asked.messages << said(ChatMessage::Role::Assistant, u"What else can I do for you?"_s)
                       << said(ChatMessage::Role::User, u"Nothing yet, number %1"_s.arg(i));
    }
    answerTo(asked);
}

} // namespace ChatCal
