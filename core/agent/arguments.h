// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/tool.h"
#include "core/base/text.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace ChatCal {

/// A tool's arguments as a model gave them: nothing is taken for granted, each reader names the field it refuses.
/// Absent, null and blank are the same.
class Arguments
{
public:
    explicit Arguments(QJsonObject object) : m_object(std::move(object)) { }

    [[nodiscard]] bool has(const QString &field) const;
    /// Empty when absent. A number is taken as its digits, for ids and phone numbers.
    [[nodiscard]] Result<QString> text(const QString &field, qsizetype maximum, Lines lines = Lines::One) const;
    [[nodiscard]] Result<QString> email(const QString &field = QStringLiteral("email")) const;
    [[nodiscard]] Result<QString> phone(const QString &field = QStringLiteral("phone")) const;
    /// Whole minutes as a number or in digits; 1 to 1440.
    [[nodiscard]] Result<std::optional<std::chrono::minutes>> minutes(const QString &field) const;
    [[nodiscard]] Result<std::optional<MeetingHow>> how(const QString &field = QStringLiteral("how")) const;
    /// Names or addresses, as texts or as {name, email, phone}; at most 50.
    [[nodiscard]] Result<QList<Attendee>> attendees(const QString &field = QStringLiteral("attendees")) const;

private:
    [[nodiscard]] Result<QString> raw(const QString &field) const;
    QJsonObject m_object;
};

constexpr qsizetype nameLength = 120;
constexpr qsizetype titleLength = 200;
constexpr qsizetype placeLength = 300;
constexpr qsizetype notesLength = 2000;
constexpr qsizetype whenLength = 300;

/// {"ok":false,"reason":…,"message":…} and @p more.
[[nodiscard]] ToolResult refused(const QString &reason, const QString &message, QJsonObject more = {});
/// A field that is wrong or missing.
[[nodiscard]] ToolResult invalid(const QString &field, const QString &message, QJsonObject more = {});
/// The refusal for an InvalidInput.
[[nodiscard]] ToolResult invalid(const Error &error);

} // namespace ChatCal
