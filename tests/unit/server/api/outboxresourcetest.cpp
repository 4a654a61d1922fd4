// SPDX-License-Identifier: Apache-2.0
#include "core/mail/outboxrecord.h"
#include "tests/unit/server/api/apiworld.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QString outboxPath = u"/api/v1/outbox"_s;

class OutboxResource : public testing::Test
{
protected:
    /// A mail that was given up; its id.
    QString letter(const QString &messageId)
    {
        const QString key = OutboxRecord::keyOf(messageId);
        const MailMessage message{messageId, u"grace@example.com"_s, u"ada@example.com"_s, "Subject: Tea\r\n\r\nx\r\n"};
        const Instant now = m_world.engine().clock().now();
        Batch batch;
        batch.partition = m_world.engine().booking().host().partition();
        const Error why{ErrorCode::InvalidInput, u"mail.example.com:587 refuses the mail: 550 5.1.1"_s, {}, {}};
        OutboxRecord::addDead(batch, key, {message, now, 3, true}, {{}, OutboxRecord::toStored(message, now), 0}, why,
                              now);
        EXPECT_TRUE(await(m_world.engine().store().commit(batch)));
        return key;
    }

    ApiWorld m_world;
};

} // namespace

TEST_F(OutboxResource, ShowsAnAdminWhatWasGivenUpAndWhy)
{
    const QString id = letter(u"1@x"_s);
    const Answer answer = m_world.hostGet(outboxPath);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.text(u"mailer"_s), u"file"_s);
    EXPECT_EQ(answer.json["dead"_L1].toInt(), 1);
    EXPECT_EQ(answer.json["waiting"_L1].toInt(-1), 0);
    EXPECT_EQ(answer.json["outcome_unknown"_L1].toInt(-1), 0);
    const QJsonObject dead = answer.json["dead_letters"_L1][0].toObject();
    EXPECT_EQ(dead["id"_L1].toString(), id);
    EXPECT_EQ(dead["message_id"_L1].toString(), u"1@x"_s);
    EXPECT_EQ(dead["to"_L1].toString(), u"ada@example.com"_s);
    EXPECT_EQ(dead["error"_L1].toString(), u"invalid_input"_s);
    EXPECT_EQ(dead["detail"_L1].toString(), u"mail.example.com:587 refuses the mail: 550 5.1.1"_s);
    EXPECT_EQ(dead["attempts"_L1].toInt(), 3);
    EXPECT_TRUE(dead["outcome_unknown"_L1].toBool());
    EXPECT_TRUE(dead["given_up_at"_L1].toString().startsWith(u"2026-03-04T09:00"_s));
}

TEST_F(OutboxResource, SendsADeadLetterAfterAll)
{
    const QString id = letter(u"1@x"_s);
    const Answer answer = m_world.hostPost(outboxPath + u'/' + id + u"/retry"_s, {});
    EXPECT_EQ(answer.status, 202);
    EXPECT_EQ(answer.text(u"status"_s), u"waiting"_s);
    EXPECT_TRUE(eventually([&] { return QFile::exists(m_world.folder() + u"/outbox/1@x.eml"_s); }));
    EXPECT_EQ(m_world.hostGet(outboxPath).json["dead"_L1].toInt(-1), 0);
    expectProblem(m_world.hostPost(outboxPath + u'/' + id + u"/retry"_s, {}), 404);
}

TEST_F(OutboxResource, ForgetsADeadLetter)
{
    const QString id = letter(u"1@x"_s);
    EXPECT_EQ(m_world.hostSend("DELETE", outboxPath + u'/' + id, {}).status, 204);
    EXPECT_EQ(m_world.hostGet(outboxPath).json["dead"_L1].toInt(-1), 0);
    expectProblem(m_world.hostSend("DELETE", outboxPath + u'/' + id, {}), 404);
    EXPECT_FALSE(QFile::exists(m_world.folder() + u"/outbox/1@x.eml"_s));
}

TEST_F(OutboxResource, IsForAdminsAlone)
{
    const QString id = letter(u"1@x"_s);
    const HttpHeaders teammate = m_world.asTeammate();
    for (const auto &[headers, status] : {std::pair(HttpHeaders(), 401), std::pair(teammate, 403)}) {
        expectProblem(m_world.get(outboxPath, headers), status);
        expectProblem(m_world.send("POST", outboxPath + u'/' + id + u"/retry"_s, {}, headers), status);
        expectProblem(m_world.send("DELETE", outboxPath + u'/' + id, {}, headers), status);
    }
    EXPECT_EQ(m_world.hostGet(outboxPath).json["dead"_L1].toInt(), 1);
}

} // namespace ChatCal
