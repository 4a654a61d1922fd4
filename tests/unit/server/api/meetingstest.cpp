// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/api/apiworld.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const QString meetings = u"/api/v1/meetings"_s;

QJsonObject draft(const QString &start = u"2026-03-10T14:00:00-04:00"_s)
{
    return {{u"title"_s, u"Review"_s}, {u"start"_s, start}, {u"duration_minutes"_s, 30}};
}

QStringList titlesOf(const Answer &answer)
{
    QStringList titles;
    const QJsonArray list = answer.json["meetings"_L1].toArray();
    for (const auto &meeting : list)
        titles.append(meeting["title"_L1].toString());
    return titles;
}

QJsonObject with(QJsonObject object, const QString &member, const QJsonValue &value)
{
    object.insert(member, value);
    return object;
}

} // namespace

TEST(Meetings, AreForHostsOnly)
{
    ApiWorld world;
    const QJsonObject booked = world.book(u"Review"_s, u"2026-03-10T14:00"_s);
    const QString one = meetings + u'/' + booked["id"_L1].toString();
    const QList<QPair<QByteArray, QString>> calls{
        {"GET", meetings}, {"POST", meetings}, {"GET", one}, {"PATCH", one}, {"DELETE", one}};
    for (const auto &[method, path] : calls) {
        for (const HttpHeaders &headers : {HttpHeaders(), ApiWorld::bearer("a-token-nobody-has")}) {
            const Answer answer = world.send(method, path, method == "GET" ? "" : "{}", headers);
            expectProblem(answer, 401);
            EXPECT_FALSE(answer.header("www-authenticate").isEmpty());
        }
    }
    EXPECT_EQ(world.hostGet(one).json, booked);
}

TEST(Meetings, AreBookedWithAllTheirFacts)
{
    ApiWorld world;
    const Answer answer = world.hostPost(
        meetings,
        {{u"title"_s, u"<b>Café</b>"_s},
         {u"start"_s, u"2026-03-10T19:00:00+01:00"_s},
         {u"duration_minutes"_s, 45},
         {u"location"_s, u"Room 5"_s},
         {u"description"_s, u"Bring\nthe plans"_s},
         {u"attendees"_s, QJsonArray{QJsonObject{{u"name"_s, u"Ada"_s}, {u"email"_s, u"ada@Example.com"_s}}}}});
    ASSERT_EQ(answer.status, 201) << answer.http.body.toStdString();
    EXPECT_EQ(answer.header("etag"), "\"0\"");
    EXPECT_EQ(answer.text(u"id"_s), u"0310-1400-45m"_s);
    EXPECT_EQ(answer.text(u"title"_s), u"<b>Café</b>"_s); // JSON is no page; pages escape
    EXPECT_EQ(answer.text(u"start"_s), u"2026-03-10T14:00:00-04:00"_s);
    EXPECT_EQ(answer.text(u"end"_s), u"2026-03-10T14:45:00-04:00"_s);
    EXPECT_EQ(answer.text(u"time_zone"_s), u"America/New_York"_s);
    EXPECT_EQ(answer.text(u"status"_s), u"confirmed"_s);
    EXPECT_EQ(answer.text(u"host"_s), u"owner"_s);
    EXPECT_EQ(answer.text(u"location"_s), u"Room 5"_s);
    EXPECT_EQ(answer.text(u"description"_s), u"Bring\nthe plans"_s);
    EXPECT_EQ(
        answer.json["attendees"_L1].toArray(),
        (QJsonArray{QJsonObject{{u"name"_s, u"Ada"_s}, {u"email"_s, u"ada@example.com"_s}, {u"phone"_s, QString()}}}));
    EXPECT_EQ(world.hostGet(meetings + u'/' + answer.text(u"uid"_s)).json, answer.json);
    EXPECT_EQ(world.hostGet(meetings + u'/' + answer.text(u"id"_s)).header("etag"), "\"0\"");
}

TEST(Meetings, OfferAlternativesWhenTaken)
{
    ApiWorld world;
    (void)world.book(u"First"_s, u"2026-03-10T14:00:00-04:00"_s);
    const Answer answer = world.hostPost(meetings, draft());
    expectProblem(answer, 409);
    EXPECT_EQ(answer.text(u"reason"_s), u"taken"_s);
    const QJsonArray alternatives = answer.json["alternatives"_L1].toArray();
    ASSERT_FALSE(alternatives.isEmpty());
    const QString start = alternatives[0]["start"_L1].toString();
    EXPECT_EQ(world.hostPost(meetings, draft(start)).status, 201);
    EXPECT_EQ(world.hostPost(meetings, draft(u"2026-03-10T14:30:00-04:00"_s)).status, 201) << "touching is free";
}

TEST(Meetings, RefuseThePastKindly)
{
    ApiWorld world;
    const Answer answer = world.hostPost(meetings, draft(u"2026-03-04T08:00:00-05:00"_s));
    expectProblem(answer, 409);
    EXPECT_EQ(answer.text(u"reason"_s), u"past"_s);
}

struct BadDraft
{
    const char *name;
    QJsonObject body;
    QStringList fields;
};

class BadDrafts : public testing::TestWithParam<BadDraft>
{
};

TEST_P(BadDrafts, AreRefusedByName)
{
    ApiWorld world;
    const Answer answer = world.hostPost(meetings, GetParam().body);
    expectProblem(answer, 422);
    EXPECT_EQ(answer.wrongFields(), GetParam().fields) << answer.http.body.toStdString();
    EXPECT_THAT(titlesOf(world.hostGet(meetings)), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    All, BadDrafts,
    testing::Values(
        BadDraft{"nothing", {}, {u"title"_s, u"start"_s, u"duration_minutes"_s}},
        BadDraft{"nulls",
                 {{u"title"_s, QJsonValue()}, {u"start"_s, QJsonValue()}, {u"duration_minutes"_s, QJsonValue()}},
                 {u"title"_s, u"start"_s, u"duration_minutes"_s}},
        BadDraft{"blankTitle", with(draft(), u"title"_s, u" "_s), {u"title"_s}},
        BadDraft{"longTitle", with(draft(), u"title"_s, QString(301, u'x')), {u"title"_s}},
        BadDraft{"lineInTitle", with(draft(), u"title"_s, u"a\nb"_s), {u"title"_s}},
        BadDraft{"overrideInTitle", with(draft(), u"title"_s, u"a\u202Eb"_s), {u"title"_s}},
        BadDraft{"start", with(draft(), u"start"_s, u"tomorrow"_s), {u"start"_s}},
        BadDraft{"noSuchDay", with(draft(), u"start"_s, u"2026-02-30T10:00:00Z"_s), {u"start"_s}},
        BadDraft{"noSuchHour", with(draft(), u"start"_s, u"2026-03-10T25:00:00Z"_s), {u"start"_s}},
        BadDraft{"zeroLength", with(draft(), u"duration_minutes"_s, 0), {u"duration_minutes"_s}},
        BadDraft{"halfMinute", with(draft(), u"duration_minutes"_s, 30.5), {u"duration_minutes"_s}},
        BadDraft{"hugeLength", with(draft(), u"duration_minutes"_s, 1e300), {u"duration_minutes"_s}},
        BadDraft{"lengthAsText", with(draft(), u"duration_minutes"_s, u"30"_s), {u"duration_minutes"_s}},
        BadDraft{"attendeesNoList", with(draft(), u"attendees"_s, u"Ada"_s), {u"attendees"_s}},
        BadDraft{"attendeeNoObject", with(draft(), u"attendees"_s, QJsonArray{1}), {u"attendees[0]"_s}},
        BadDraft{"attendeeEmail",
                 with(draft(), u"attendees"_s,
                      QJsonArray{QJsonObject{{u"email"_s, u"a@b.example"_s}}, QJsonObject{{u"email"_s, u"a@b"_s}}}),
                 {u"attendees[1].email"_s}},
        BadDraft{"headerInEmail",
                 with(draft(), u"attendees"_s, QJsonArray{QJsonObject{{u"email"_s, u"a@b.example\r\nBcc: x@y.z"_s}}}),
                 {u"attendees[0].email"_s}},
        BadDraft{"how", with(draft(), u"how"_s, u"telepathy"_s), {u"how"_s}},
        BadDraft{"location", with(draft(), u"location"_s, 5), {u"location"_s}}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(Meetings, AreUnknownUnlessBooked)
{
    ApiWorld world;
    for (const QString &id : {u"0101-0000-30m"_s, u"nobody@chatcal"_s, u"x"_s, QString(2000, u'x'), u"a%00b"_s}) {
        for (const QByteArray method : {"GET", "PATCH", "DELETE"}) {
            const Answer answer = world.hostSend(method, meetings + u'/' + id, {{u"title"_s, u"x"_s}});
            EXPECT_TRUE(answer.status == 404 || (answer.status == 400 && id.contains(u'%'))) << answer.status;
            if (answer.status == 404) {
                expectProblem(answer, 404);
                EXPECT_EQ(answer.text(u"title"_s), u"Meeting not found"_s);
            }
        }
    }
}

TEST(Meetings, MoveLengthenAndRename)
{
    ApiWorld world;
    const QJsonObject booked = world.book(u"Review"_s, u"2026-03-10T14:00:00-04:00"_s);
    const QString path = meetings + u'/' + booked["uid"_L1].toString();
    const Answer moved =
        world.hostSend("PATCH", path, {{u"start"_s, u"2026-03-11T10:00:00-04:00"_s}, {u"duration_minutes"_s, 60}});
    ASSERT_EQ(moved.status, 200) << moved.http.body.toStdString();
    EXPECT_EQ(moved.text(u"id"_s), u"0311-1000-60m"_s);
    EXPECT_EQ(moved.text(u"uid"_s), booked["uid"_L1].toString());
    EXPECT_EQ(moved.json["sequence"_L1].toInt(), 1);
    EXPECT_EQ(moved.header("etag"), "\"1\"");
    const Answer renamed = world.hostSend("PATCH", path, {{u"title"_s, u"Renamed"_s}, {u"start"_s, QJsonValue()}});
    EXPECT_EQ(renamed.text(u"title"_s), u"Renamed"_s);
    EXPECT_EQ(renamed.text(u"start"_s), u"2026-03-11T10:00:00-04:00"_s);
    EXPECT_EQ(world.hostGet(meetings + u"/0310-1400-30m"_s).text(u"uid"_s), booked["uid"_L1].toString())
        << "an id that was given out keeps naming its meeting";
    EXPECT_THAT(world.hostSend("PATCH", path, {{u"title"_s, u" "_s}, {u"start"_s, 5}}).wrongFields(),
                testing::UnorderedElementsAre(u"start"_s, u"title"_s));
    expectProblem(world.send("PATCH", path, "nonsense", ApiWorld::asOwner()), 400);
}

TEST(Meetings, MoveOnlyToAFreeTime)
{
    ApiWorld world;
    (void)world.book(u"Other"_s, u"2026-03-11T10:00:00-04:00"_s);
    const QJsonObject booked = world.book(u"Review"_s, u"2026-03-10T14:00:00-04:00"_s);
    const Answer answer = world.hostSend("PATCH", meetings + u'/' + booked["uid"_L1].toString(),
                                         {{u"start"_s, u"2026-03-11T10:15:00-04:00"_s}});
    expectProblem(answer, 409);
    EXPECT_FALSE(answer.json["alternatives"_L1].toArray().isEmpty());
}

TEST(Meetings, ChangeOnlyInTheSequenceAskedFor)
{
    ApiWorld world;
    const QJsonObject booked = world.book(u"Review"_s, u"2026-03-10T14:00:00-04:00"_s);
    const QString path = meetings + u'/' + booked["uid"_L1].toString();
    const QJsonObject rename{{u"title"_s, u"Renamed"_s}};
    EXPECT_EQ(world.hostSend("PATCH", path, rename, {{"If-Match", "\"0\""}}).status, 200);
    const QByteArray now = world.hostGet(path).header("etag");
    expectProblem(world.hostSend("PATCH", path, rename, {{"If-Match", "\"7\""}}), 412);
    expectProblem(world.hostSend("DELETE", path, {}, {{"If-Match", "\"7\""}}), 412);
    for (const QByteArray wrong : {"0", "\"x\"", "\"", "W/\"0\""}) {
        const Answer answer = world.hostSend("DELETE", path, {}, {{"If-Match", wrong}});
        expectProblem(answer, 422);
        EXPECT_THAT(answer.wrongFields(), ElementsAre(u"If-Match"_s));
    }
    EXPECT_EQ(world.hostGet(path).text(u"status"_s), u"confirmed"_s);
    EXPECT_EQ(world.hostSend("DELETE", path, {}, {{"If-Match", now}}).status, 200);
}

TEST(Meetings, AreCancelledOnce)
{
    ApiWorld world;
    const QJsonObject booked = world.book(u"Review"_s, u"2026-03-10T14:00:00-04:00"_s);
    const QString path = meetings + u'/' + booked["id"_L1].toString();
    const Answer cancelled = world.hostSend("DELETE", path, {});
    EXPECT_EQ(cancelled.status, 200);
    EXPECT_EQ(cancelled.text(u"status"_s), u"cancelled"_s);
    EXPECT_EQ(world.hostSend("DELETE", path, {}).json, cancelled.json);
    expectProblem(world.hostSend("PATCH", path, {{u"title"_s, u"x"_s}}), 409);
    EXPECT_EQ(world.book(u"Again"_s, u"2026-03-10T14:00:00-04:00"_s)["id"_L1].toString(), u"0310-1400-30m-2"_s);
}

TEST(MeetingList, PagesByStart)
{
    ApiWorld world;
    for (const QString &hour : {u"11"_s, u"09"_s, u"13"_s, u"10"_s, u"12"_s})
        (void)world.book(u"At "_s + hour, u"2026-03-10T%1:00:00-04:00"_s.arg(hour));
    QStringList seen;
    QString path = meetings + u"?limit=2&from=2026-03-10&status=confirmed"_s;
    int pages = 0;
    while (!path.isEmpty() && ++pages < 10) {
        const Answer page = world.hostGet(path);
        ASSERT_EQ(page.status, 200) << page.http.body.toStdString();
        seen += titlesOf(page);
        path = page.text(u"next"_s);
    }
    EXPECT_EQ(pages, 3);
    EXPECT_THAT(seen, ElementsAre(u"At 09"_s, u"At 10"_s, u"At 11"_s, u"At 12"_s, u"At 13"_s));
}

TEST(MeetingList, FiltersByTimeAndStatus)
{
    ApiWorld world;
    (void)world.book(u"Tuesday"_s, u"2026-03-10T14:00:00-04:00"_s);
    const QJsonObject gone = world.book(u"Wednesday"_s, u"2026-03-11T14:00:00-04:00"_s);
    (void)world.hostSend("DELETE", meetings + u'/' + gone["uid"_L1].toString(), {});
    EXPECT_THAT(titlesOf(world.hostGet(meetings)), ElementsAre(u"Tuesday"_s, u"Wednesday"_s));
    EXPECT_THAT(titlesOf(world.hostGet(meetings + u"?status=cancelled"_s)), ElementsAre(u"Wednesday"_s));
    EXPECT_THAT(titlesOf(world.hostGet(meetings + u"?status=confirmed"_s)), ElementsAre(u"Tuesday"_s));
    EXPECT_THAT(titlesOf(world.hostGet(meetings + u"?status=pending"_s)), IsEmpty());
    EXPECT_THAT(titlesOf(world.hostGet(meetings + u"?from=2026-03-11"_s)), ElementsAre(u"Wednesday"_s));
    EXPECT_THAT(titlesOf(world.hostGet(meetings + u"?to=2026-03-11T00:00:00-04:00"_s)), ElementsAre(u"Tuesday"_s));
    EXPECT_THAT(titlesOf(world.hostGet(meetings + u"?from=2026-03-10T18:30:00%2B00:00&to=2026-03-11"_s)), IsEmpty());
}

TEST(MeetingList, NamesAWrongParameter)
{
    ApiWorld world;
    const QList<QPair<QString, QString>> wrong{{u"from=soon"_s, u"from"_s},        {u"to=2026-13-01"_s, u"to"_s},
                                               {u"status=lost"_s, u"status"_s},    {u"limit=0"_s, u"limit"_s},
                                               {u"limit=501"_s, u"limit"_s},       {u"limit=ten"_s, u"limit"_s},
                                               {u"cursor=nonsense"_s, u"cursor"_s}};
    for (const auto &[query, field] : wrong) {
        const Answer answer = world.hostGet(meetings + u'?' + query);
        expectProblem(answer, 422);
        EXPECT_THAT(answer.wrongFields(), ElementsAre(field)) << qPrintable(query);
    }
}

TEST(MeetingIdempotency, BooksOnceAndRefusesAnotherBody)
{
    ApiWorld world;
    const HttpHeaders key{{"Idempotency-Key", "k1"}};
    const Answer first = world.hostPost(meetings, draft(), key);
    const Answer again = world.hostPost(meetings, draft(), key);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 201) << again.http.body.toStdString();
    EXPECT_EQ(again.json, first.json);
    for (const Answer &other :
         {world.hostPost(meetings, draft(u"2026-03-12T14:00:00-04:00"_s), key),
          world.hostPost(u"/api/v1/quick-book"_s, {{u"text"_s, u"Lunch tomorrow 12:30"_s}, {u"commit"_s, true}}, key),
          world.hostPost(meetings, draft(), {{"Idempotency-Key", QByteArray(256, 'k')}})}) {
        expectProblem(other, 422);
        EXPECT_THAT(other.wrongFields(), ElementsAre(u"Idempotency-Key"_s));
    }
    EXPECT_THAT(titlesOf(world.hostGet(meetings)), ElementsAre(u"Review"_s));
}

TEST(MeetingIdempotency, BooksOnceWhenAskedAtTheSameTime)
{
    ApiWorld world;
    const HttpHeaders headers = ApiWorld::asOwner() + HttpHeaders{{"Idempotency-Key", "k2"}};
    const QByteArray body = R"({"title":"Review","start":"2026-03-10T14:00:00-04:00","duration_minutes":30})";
    auto one = world.begin("POST", meetings, body, headers);
    auto two = world.begin("POST", meetings, body, headers);
    const Answer first = ApiWorld::read(await(std::move(one)));
    const Answer second = ApiWorld::read(await(std::move(two)));
    EXPECT_EQ(first.status, 201) << first.http.body.toStdString();
    EXPECT_EQ(second.status, 201) << second.http.body.toStdString();
    EXPECT_EQ(first.text(u"uid"_s), second.text(u"uid"_s));
}

} // namespace ChatCal
