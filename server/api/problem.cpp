// SPDX-License-Identifier: Apache-2.0
#include "server/api/problem.h"

#include "core/base/json.h"
#include "core/time/words.h"
#include "core/words/phrasebook.h"
#include "server/api/logging.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

Q_LOGGING_CATEGORY(lcApi, "chatcal.api", QtInfoMsg)

namespace {

using Worded = std::function<QJsonObject(const Phrasebook &words)>;

/// @p worded in English, and anew in another language once it is known who asked.
ServerResponse problemFrom(int status, const Worded &worded)
{
    const auto bodyIn = [status, worded](Language language) {
        QJsonObject object = worded(Phrasebook::of(language));
        object.insert(u"type"_s, u"about:blank"_s);
        object.insert(u"status"_s, status);
        return toJson(object);
    };
    ServerResponse response = ServerResponse::bytes(bodyIn(Language::English), "application/problem+json", status);
    response.bodyIn = bodyIn;
    return response;
}

ServerResponse validationProblem(const Error &error)
{
    if (error.fields.isEmpty()) // what no program of ours sends: for who writes one
        return problem(400, Sentence::en("Bad request"), Sentence::said(error.detail));
    return problemFrom(422, [fields = error.fields](const Phrasebook &words) {
        QJsonArray errors;
        QStringList sentences;
        for (const FieldError &field : fields) {
            const QString message = words.say(field.message);
            errors.append(QJsonObject{{u"field"_s, field.field}, {u"message"_s, message}});
            sentences.append(field.field + u' ' + message);
        }
        return QJsonObject{{u"title"_s, words.say(Sentence::en("Some fields are not valid"))},
                           {u"detail"_s, sentences.join(u"; "_s) + u'.'},
                           {u"errors"_s, errors}};
    });
}

ServerResponse notFound(Resource missing)
{
    switch (missing) {
    case Resource::Page:
        break;
    case Resource::Session:
        return problem(404, Sentence::en("Session not found"),
                       Sentence::en("There is no such session, or it is not yours."));
    case Resource::Meeting:
        return problem(404, Sentence::en("Meeting not found"),
                       Sentence::en("There is no such meeting, or it is not yours."));
    case Resource::Event:
        return problem(404, Sentence::en("Event not found"),
                       Sentence::en("There is no such event, or it is not yours."));
    case Resource::Mail:
        return problem(404, Sentence::en("Mail not found"), Sentence::en("There is no such mail, or it is not yours."));
    }
    return problem(404, Sentence::en("Page not found"), Sentence::en("There is no such page, or it is not yours."));
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

ServerResponse problem(int status, const Sentence &title, const Sentence &detail, const QString &reason)
{
    return problemFrom(status, [title, detail, reason](const Phrasebook &words) {
        QJsonObject object{{u"title"_s, words.say(title)}, {u"detail"_s, words.say(detail)}};
        if (!reason.isEmpty())
            object.insert(u"reason"_s, reason);
        return object;
    });
}

void sayIn(Language language, ServerResponse &response)
{
    if (!response.bodyIn)
        return;
    if (language != Language::English) // which it is in already
        response.body = response.bodyIn(language);
    response.headers.set("Content-Language", languageCode(language).toLatin1());
    response.headers.add("Vary", "Accept-Language");
}

QJsonArray slotsToJson(const QList<Interval> &slots_, const Zone &zone)
{
    QJsonArray list;
    for (const Interval &slot : slots_)
        list.append(QJsonObject{{u"start"_s, toRfc3339({slot.start, zone})}, {u"end"_s, toRfc3339({slot.end, zone})}});
    return list;
}

ServerResponse toProblem(const Error &error, Resource missing)
{
    // The one who asked is told no more than the code says; whoever runs this must know what happened.
    if (error.code == ErrorCode::Internal || error.code == ErrorCode::Protocol || error.code == ErrorCode::Unavailable)
        qCWarning(lcApi).noquote() << "a request failed:" << errorName(error.code) << error.detail;
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return validationProblem(error);
    case ErrorCode::NotFound:
        return notFound(missing);
    case ErrorCode::Conflict:
        return problem(409, Sentence::en("Conflict"),
                       Sentence::en("Something else changed this at the same moment; look again and repeat."));
    case ErrorCode::Unauthorized: {
        ServerResponse response =
            problem(401, Sentence::en("Unauthorized"), Sentence::en("This needs a valid bearer token."));
        response.headers.set("WWW-Authenticate", "Bearer realm=\"chatcal\"");
        return response;
    }
    case ErrorCode::RateLimited:
    case ErrorCode::Timeout:
    case ErrorCode::Unavailable:
    case ErrorCode::Cancelled: {
        const bool limited = error.code == ErrorCode::RateLimited;
        ServerResponse response = limited
            ? problem(429, Sentence::en("Too many requests"), Sentence::en("Please wait a moment and try again."))
            : problem(503, Sentence::en("Service unavailable"),
                      Sentence::en("This cannot be answered at the moment. Please try again shortly."));
        const auto wait = error.retryAfter.value_or(std::chrono::seconds(2));
        response.headers.set("Retry-After", QByteArray::number(static_cast<qint64>(wait.count())));
        return response;
    }
    case ErrorCode::Protocol:
        return problem(502, Sentence::en("Bad gateway"),
                       Sentence::en("A service this depends on answered with something unusable."));
    case ErrorCode::Internal:
        break;
    }
    return problem(500, Sentence::en("Internal error"),
                   Sentence::en("Something went wrong on our side. Nothing was changed."));
}

ServerResponse toProblem(const Refusal &refusal, const Zone &zone)
{
    return problemFrom(409, [refusal, zone](const Phrasebook &words) {
        return QJsonObject{{u"title"_s, words.translate("pages", "Not available")},
                           {u"detail"_s, reasonInWords(refusal.reason, words.language())},
                           {u"reason"_s, reasonName(refusal.reason)},
                           {u"alternatives"_s, slotsToJson(refusal.alternatives, zone)}};
    });
}

ServerResponse preconditionFailed(Resource what)
{
    return problem(412, Sentence::en("Changed meanwhile"),
                   what == Resource::Event
                       ? Sentence::en("The event is no longer the one If-Match names; read it again.")
                       : Sentence::en("The meeting is no longer the one If-Match names; read it again."));
}

} // namespace ChatCal
