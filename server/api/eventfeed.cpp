// SPDX-License-Identifier: Apache-2.0
#include "server/api/eventfeed.h"

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/time/words.h"

#include <QCoroTask>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using namespace std::chrono_literals;

constexpr size_t keptItems = 512;
constexpr auto reminderLead = 10min;

Actor theHost(const Engine &)
{
    return {Actor::Role::Host, u"owner"_s};
}

} // namespace

EventFeed::EventFeed(Engine &engine, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_origin(randomToken(6).toLatin1()),
      m_remindedUntil(engine.clock().now() + reminderLead)
{
    connect(&engine.booking(), &BookingService::meetingChanged, this, &EventFeed::tell);
    connect(&engine.store(), &Store::noticed, this, [this](const QString &topic, const QByteArray &id) {
        if (topic == calendarTopic)
            append("calendar_changed", {{u"id"_s, QString::fromUtf8(id)}});
    });
    m_minute.setInterval(30s);
    connect(&m_minute, &QTimer::timeout, this, &EventFeed::remind);
    connect(&m_minute, &QTimer::timeout, this, &EventFeed::watchHealth);
    m_minute.start();
}

void EventFeed::append(const QByteArray &event, const QJsonObject &data)
{
    m_items.push_back({m_origin + '-' + QByteArray::number(++m_last), event, toJson(data)});
    if (m_items.size() > keptItems)
        m_items.pop_front();
    Q_EMIT happened(m_items.back());
}

std::optional<QList<EventFeed::Item>> EventFeed::since(const QByteArray &lastId) const
{
    const qsizetype dash = lastId.lastIndexOf('-');
    bool isNumber = false;
    const quint64 number = lastId.mid(dash + 1).toULongLong(&isNumber);
    const quint64 oldest = m_last - m_items.size(); // the number just before the first one kept
    if (dash < 0 || !isNumber || lastId.left(dash) != m_origin || number < oldest || number > m_last)
        return std::nullopt;
    return QList<Item>(m_items.begin() + static_cast<std::ptrdiff_t>(number - oldest), m_items.end());
}

void EventFeed::tell(const QString &uid)
{
    QCoro::connect(m_engine.booking().find(uid, theHost(m_engine)), this, [this](const Result<Meeting> &meeting) {
        if (meeting)
            append("meeting_changed", {{u"meeting"_s, toJson(*meeting)}});
    });
}

void EventFeed::remind()
{
    const Instant until = m_engine.clock().now() + reminderLead;
    MeetingQuery query;
    query.from = m_remindedUntil;
    query.to = until;
    query.status = MeetingStatus::Confirmed;
    const Instant since = std::exchange(m_remindedUntil, until);
    QCoro::connect(
        m_engine.booking().meetings(query, theHost(m_engine)), this,
        [this, since, until](const Result<MeetingPage> &page) {
            if (!page)
                return;
            for (const Meeting &meeting : page->meetings) {
                if (meeting.when.start >= since && meeting.when.start < until)
                    append("reminder",
                           {{u"meeting"_s, toJson(meeting)}, {u"minutes"_s, static_cast<int>(reminderLead.count())}});
            }
        });
}

void EventFeed::watchHealth()
{
    QCoro::connect(m_engine.health(), this, [this](const HealthReport &report) {
        const auto status = report.overall();
        if (m_health && *m_health != status)
            append("health", {{u"status"_s, healthName(status)}});
        m_health = status;
    });
}

} // namespace ChatCal
