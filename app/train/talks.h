// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/llm/chatmodel.h"
#include "core/time/zone.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace ChatCal {

/// What somebody said in a talk, and for a person what is to be understood after it (see chatcal-cli understand; a key
/// that is missing is not known).
struct TrainingTurn
{
    ChatMessage::Role role = ChatMessage::Role::User;
    QString text;
    QJsonObject expect;
};

struct TrainingTalk
{
    QString id;
    LocalTime now;
    QList<TrainingTurn> turns;
};

/// Talks as JSON lines: {"id", "ref", "text" or "turns", "expect": [one object per message of the person]}.
[[nodiscard]] Result<QList<TrainingTalk>> readTalks(const QString &path);

/// Talks from patterns, each written out @p times times; the format stands at the top of the file. The same file gives
/// the same talks on every machine.
[[nodiscard]] Result<QList<TrainingTalk>> writeOutTalks(const QString &path, int times);

} // namespace ChatCal
