// SPDX-License-Identifier: Apache-2.0
#include "app/cli/assistant.h"

#include "core/agent/quickbook.h"
#include "core/base/json.h"
#include "core/engine/engine.h"
#include "core/time/words.h"

#include <QCoroTask>

#include <QJsonArray>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QJsonArray toJson(const QList<Interval> &slots_, const Zone &zone)
{
    QJsonArray list;
    for (const Interval &slot : slots_)
        list.append(QJsonObject{{u"start"_s, toRfc3339({slot.start, zone})}, {u"end"_s, toRfc3339({slot.end, zone})}});
    return list;
}

/// The engine in this process, on the same data folder a server would use.
class LocalAssistant final : public Assistant
{
public:
    LocalAssistant(std::unique_ptr<Engine> engine, bool asGuest) : m_engine(std::move(engine)), m_asGuest(asGuest) { }

    Result<QJsonObject> chat(const QString &message, const QString &sessionId) override
    {
        Turn turn;
        turn.message = message;
        turn.sessionId = sessionId;
        if (!m_asGuest) {
            turn.role = Actor::Role::Admin;
            turn.hostId = m_engine->booking().host().id;
        }
        const auto answer = QCoro::waitFor(m_engine->agent().respond(turn, {}));
        if (!answer)
            return tl::unexpected(answer.error());
        return parseJsonObject(answer->json);
    }

    Result<QJsonObject> book(const QString &text) override
    {
        const QuickBook quick(m_engine->booking(), m_engine->calendar(), m_engine->clock());
        const Actor host{Actor::Role::Admin, m_engine->booking().host().id};
        const auto booking = QCoro::waitFor(quick.book({text}, {}, host, {}));
        if (!booking)
            return tl::unexpected(booking.error());
        if (const auto *refusal = std::get_if<Refusal>(&booking->outcome))
            return QJsonObject{{u"reason"_s, reasonName(refusal->reason)},
                               {u"time_zone"_s, zone().name()},
                               {u"alternatives"_s, toJson(refusal->alternatives, zone())}};
        QJsonObject json = ChatCal::toJson(std::get<Meeting>(booking->outcome));
        json.insert(u"asks_to_repeat"_s, booking->asksToRepeat);
        return json;
    }

    Result<QJsonObject> agenda(const QString &words) override
    {
        const auto days = daysMeant(words, zone().toLocal(m_engine->clock().now()), zone());
        if (!days)
            return tl::unexpected(days.error());
        const Interval window{zone().toInstant(days->first), zone().toInstant(days->second)};
        const auto events = QCoro::waitFor(m_engine->calendar().list(window, {}));
        if (!events)
            return tl::unexpected(events.error());
        QJsonArray list;
        for (const Event &event : *events)
            list.append(QJsonObject{{u"title"_s, event.title.stored()},
                                    {u"start"_s, toRfc3339({event.when.start, zone()})},
                                    {u"end"_s, toRfc3339({event.when.end, zone()})},
                                    {u"all_day"_s, event.allDay},
                                    {u"location"_s, event.location.stored()},
                                    {u"meeting_id"_s, event.meetingId}});
        return QJsonObject{{u"events"_s, list}, {u"time_zone"_s, zone().name()}};
    }

private:
    [[nodiscard]] Zone zone() const { return m_engine->booking().host().zone; }

    std::unique_ptr<Engine> m_engine;
    bool m_asGuest;
};

} // namespace

Result<std::unique_ptr<Assistant>> makeLocalAssistant(const CliArguments &arguments)
{
    SettingsSources sources;
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        sources.environment.insert(name, environment.value(name));
    sources.environment.remove(u"CHATCAL_TOKEN"_s);
    if (!arguments.dataDir.isEmpty())
        sources.flags.insert(u"DATA_DIR"_s, arguments.dataDir);
    if (!arguments.zone.isEmpty())
        sources.flags.insert(u"DEFAULT_TIMEZONE"_s, arguments.zone);
    auto settings = loadSettings(sources);
    if (!settings)
        return tl::unexpected(settings.error());
    auto engine = Engine::open(std::move(*settings));
    if (!engine)
        return tl::unexpected(engine.error());
    const auto started = QCoro::waitFor((*engine)->start());
    if (!started)
        return tl::unexpected(started.error());
    return std::make_unique<LocalAssistant>(std::move(*engine), arguments.asGuest);
}

} // namespace ChatCal
