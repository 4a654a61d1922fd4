// SPDX-License-Identifier: Apache-2.0
#include "server/api/problem.h"

#include "core/time/words.h"
#include "core/words/phrasebook.h"
#include "server/api/logging.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

Q_LOGGING_CATEGORY(lcApi, "chatcal.api", QtInfoMsg)

namespace {

ServerResponse problemFrom(QJsonObject object, int status, const QString &title, const QString &detail)
{
    object.insert(u"type"_s, u"about:blank"_s);
    object.insert(u"title"_s, title);
    object.insert(u"status"_s, status);
    object.insert(u"detail"_s, detail);
    ServerResponse response = ServerResponse::json(object, status);
    response.headers.set("Content-Type", "application/problem+json");
    return response;
}

ServerResponse validationProblem(const Error &error)
{
    if (error.fields.isEmpty())
        return problem(400, u"Bad request"_s, error.detail);
    QJsonArray errors;
    QStringList sentences;
    for (const FieldError &field : error.fields) {
        errors.append(QJsonObject{{u"field"_s, field.field}, {u"message"_s, field.message}});
        sentences.append(field.field + u' ' + field.message);
    }
    return problemFrom({{u"errors"_s, errors}}, 422, u"Some fields are not valid"_s, sentences.join(u"; "_s) + u'.');
}

} // namespace

QString reasonInWords(Refusal::Reason reason, Language language)
{
    const Phrasebook &words = Phrasebook::of(language);
    switch (reason) {
    case Refusal::Reason::Taken:
        return words.translate("pages", "That time is taken.");
    case Refusal::Reason::OutsideHours:
        return words.translate("pages", "That time is outside working hours.");
    case Refusal::Reason::Past:
        return words.translate("pages", "That time is in the past.");
    case Refusal::Reason::TooSoon:
        return words.translate("pages", "That time is too soon.");
    case Refusal::Reason::TooFar:
        return words.translate("pages", "That time is too far ahead.");
    case Refusal::Reason::TooShort:
        return words.translate("pages", "That meeting would be too short.");
    case Refusal::Reason::TooLong:
        return words.translate("pages", "That meeting would be too long.");
    case Refusal::Reason::DayFull:
        return words.translate("pages", "That day is full.");
    case Refusal::Reason::NotBookable:
        break;
    }
    return words.translate("pages", "The calendar cannot be read at the moment, so nothing can be booked.");
}

ServerResponse problem(int status, const QString &title, const QString &detail)
{
    return problemFrom({}, status, title, detail);
}

QJsonArray slotsToJson(const QList<Interval> &slots_, const Zone &zone)
{
    QJsonArray list;
    for (const Interval &slot : slots_)
        list.append(QJsonObject{{u"start"_s, toRfc3339({slot.start, zone})}, {u"end"_s, toRfc3339({slot.end, zone})}});
    return list;
}

ServerResponse toProblem(const Error &error, const QString &missing)
{
    // The one who asked is told no more than the code says; whoever runs this must know what happened.
    if (error.code == ErrorCode::Internal || error.code == ErrorCode::Protocol || error.code == ErrorCode::Unavailable)
        qCWarning(lcApi).noquote() << "a request failed:" << errorName(error.code) << error.detail;
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return validationProblem(error);
    case ErrorCode::NotFound: {
        const QString what = missing.isEmpty() ? u"Page"_s : missing;
        return problem(404, what + u" not found"_s, u"There is no such %1, or it is not yours."_s.arg(what.toLower()));
    }
    case ErrorCode::Conflict:
        return problem(409, u"Conflict"_s, u"Something else changed this at the same moment; look again and repeat."_s);
    case ErrorCode::Unauthorized: {
        ServerResponse response = problem(401, u"Unauthorized"_s, u"This needs a valid bearer token."_s);
        response.headers.set("WWW-Authenticate", "Bearer realm=\"chatcal\"");
        return response;
    }
    case ErrorCode::RateLimited:
    case ErrorCode::Timeout:
    case ErrorCode::Unavailable:
    case ErrorCode::Cancelled: {
        const bool limited = error.code == ErrorCode::RateLimited;
        ServerResponse response = limited
            ? problem(429, u"Too many requests"_s, u"Please wait a moment and try again."_s)
            : problem(503, u"Service unavailable"_s,
                      u"This cannot be answered at the moment. Please try again shortly."_s);
        const auto wait = error.retryAfter.value_or(std::chrono::seconds(2));
        response.headers.set("Retry-After", QByteArray::number(static_cast<qint64>(wait.count())));
        return response;
    }
    case ErrorCode::Protocol:
        return problem(502, u"Bad gateway"_s, u"A service this depends on answered with something unusable."_s);
    case ErrorCode::Internal:
        break;
    }
    return problem(500, u"Internal error"_s, u"Something went wrong on our side. Nothing was changed."_s);
}

ServerResponse toProblem(const Refusal &refusal, const Zone &zone, Language language)
{
    return problemFrom(
        {{u"reason"_s, reasonName(refusal.reason)}, {u"alternatives"_s, slotsToJson(refusal.alternatives, zone)}}, 409,
        Phrasebook::of(language).translate("pages", "Not available"), reasonInWords(refusal.reason, language));
}

ServerResponse preconditionFailed(const QString &what)
{
    return problem(412, u"Changed meanwhile"_s,
                   u"The %1 is no longer the one If-Match names; read it again."_s.arg(what));
}

} // namespace ChatCal
