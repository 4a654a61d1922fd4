// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/agendasource.h"
#include "app/backend/apiclient.h"
#include "app/backend/outgoing.h"
#include "app/backend/serverclock.h"
#include "core/time/words.h"
#include "tests/unit/app/fakeapi.h"

#include <gtest/gtest.h>

#include <QSettings>

namespace ChatCal {

/// Nine in the morning of March 4, 2026 in New York, a standup at ten, and what a window of the desktop stands on. The
/// chat stays hidden: a web view is for the end-to-end test.
class HostsDay : public testing::Test
{
protected:
    HostsDay()
    {
        QSettings settings;
        settings.clear();
        settings.setValue(QStringLiteral("window/chat"), false);
        clock.setServerNow(*fromRfc3339(QStringLiteral("2026-03-04T09:00:00-05:00")));
        const QJsonObject standup{{QStringLiteral("uid"), QStringLiteral("1")},
                                  {QStringLiteral("title"), QStringLiteral("Standup")},
                                  {QStringLiteral("start"), QStringLiteral("2026-03-04T10:00:00-05:00")},
                                  {QStringLiteral("end"), QStringLiteral("2026-03-04T10:15:00-05:00")}};
        api.agenda = {{QStringLiteral("time_zone"), QStringLiteral("America/New_York")},
                      {QStringLiteral("events"), QJsonArray{standup}}};
        client.setServer(api.url(), api.token());
    }
    ~HostsDay() override { QSettings().clear(); }

    [[nodiscard]] ServerFacts facts() const
    {
        return {clock.now(), *Zone::find(QStringLiteral("America/New_York")), QStringLiteral("Grace")};
    }

    FakeApi api;
    ServerClock clock;
    ApiClient client;
    AgendaSource source{client, clock};
    Outgoing outgoing{client};
};

} // namespace ChatCal
