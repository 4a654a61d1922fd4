// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/time/zone.h"
#include "server/http/serverrequest.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace ChatCal {

enum class Need { Required, Optional };

/// Reads a JSON object member by member; what is wrong is gathered with the member's full name ("attendees[0].email").
/// A member that is null counts as absent, one that is unknown is ignored.
class RequestBody
{
public:
    /// InvalidInput without fields when the body is not a JSON object.
    [[nodiscard]] static Result<RequestBody> read(const ServerRequest &request);
    RequestBody(QJsonObject object, QString prefix, QList<FieldError> &errors);

    [[nodiscard]] bool has(const QString &name) const;
    [[nodiscard]] QString text(const QString &name, qsizetype maximum, Need need, Lines lines = Lines::One);
    [[nodiscard]] QString email(const QString &name);
    [[nodiscard]] QString phone(const QString &name);
    [[nodiscard]] std::optional<Zone> zone(const QString &name);
    [[nodiscard]] std::optional<int> integer(const QString &name, int least, int most, Need need);
    /// RFC 3339, or a local time without an offset, which is read in @p zone.
    [[nodiscard]] std::optional<Instant> instant(const QString &name, const Zone &zone, Need need);
    [[nodiscard]] bool boolean(const QString &name, bool otherwise);
    /// The object @p name; an empty one when it is absent. Errors go to this reader's list.
    [[nodiscard]] RequestBody object(const QString &name);
    /// The objects of the list @p name, at most @p maximum.
    [[nodiscard]] QList<RequestBody> objects(const QString &name, qsizetype maximum);
    [[nodiscard]] const QJsonObject &json() const { return m_object; }

    void complain(const QString &name, const Sentence &message);
    /// All that was wrong so far.
    [[nodiscard]] Result<void> finish() const;

private:
    [[nodiscard]] QJsonValue member(const QString &name, Need need);
    template<typename T>
    T take(const Result<T> &result);

    QJsonObject m_object;
    QString m_prefix;
    std::shared_ptr<QList<FieldError>> m_own;
    QList<FieldError> *m_errors;
};

/// The query parameter @p name as an instant: RFC 3339, a local time or a date in @p zone. Nothing when it is absent.
[[nodiscard]] Result<std::optional<Instant>> instantParameter(const ServerRequest &request, const QString &name,
                                                              const Zone &zone);
/// The query parameter @p name as a whole number in [@p least, @p most]; @p otherwise when it is absent.
[[nodiscard]] Result<int> integerParameter(const ServerRequest &request, const QString &name, int least, int most,
                                           int otherwise);

} // namespace ChatCal
