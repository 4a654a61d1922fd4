// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/agenda.h"
#include "app/backend/change.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/httpclient.h"
#include "core/time/interval.h"
#include "core/time/zone.h"

#include <QCoroTask>

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <memory>
#include <optional>

namespace ChatCal {

class SseReader;

/// What the server says of itself before anything is asked of it.
struct ServerFacts
{
    Instant now; ///< its clock; it may be shifted
    Zone zone; ///< the host's
    QString hostName;
};

/// What a line of quick booking was understood as.
struct QuickView
{
    struct Span
    {
        int from = 0;
        int to = 0;
        QString kind; ///< "date", "time", "duration", "attendee", "title", "location"
    };
    struct Conflict
    {
        Interval when;
        QString title;
    };
    QString title;
    QString words; ///< "Tuesday, March 10, 2026, 2:00–2:30 PM EDT"; empty while no time is named
    std::optional<Interval> when;
    std::optional<LocalDate> day; ///< named, or that of `when`; the host's
    QStringList attendees; ///< their names
    QString location;
    bool asksToRepeat = false; ///< and will be booked once
    QList<Span> spans;
    QList<Conflict> conflicts;
    QList<Interval> workingHours; ///< of the day
    QList<Interval> alternatives;
};

/// A booking that was made, or why it was not.
struct QuickOutcome
{
    QString uid;
    QString meetingId; ///< empty, as is eventId: refused
    QString title;
    std::optional<Interval> when;
    QString message; ///< why it was refused, in words
    QList<Interval> alternatives;
    int sequence = 0; ///< of the meeting as it is now
    QString eventId = {}; ///< of an event that is no meeting
    QString etag = {}; ///< of that event as it is now
};

/// The calls of chatcal-server the desktop uses, with the host's token. Errors: Unauthorized, Unavailable, Timeout,
/// Protocol, InvalidInput (Error::fields as the server named them), Cancelled.
class ApiClient : public QObject
{
    Q_OBJECT
public:
    explicit ApiClient(QObject *parent = nullptr);
    ~ApiClient() override;

    void setServer(const QUrl &url, const Secret &token);
    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] const Secret &token() const { return m_token; }
    [[nodiscard]] bool hasServer() const { return m_url.isValid(); }

    [[nodiscard]] QCoro::Task<Result<ServerFacts>> greet();
    [[nodiscard]] QCoro::Task<Result<Agenda>> agenda(Interval window);
    /// @p literal: words that mean nothing but themselves, whatever they look like.
    [[nodiscard]] QCoro::Task<Result<QuickView>> preview(QString text, QList<TextRange> literal = {});
    /// @p key makes a repeat of the same wish harmless. "Tomorrow" is counted from @p typedAt.
    [[nodiscard]] QCoro::Task<Result<QuickOutcome>> book(const QString &text, const QString &key,
                                                         std::optional<Instant> typedAt = {},
                                                         const QList<TextRange> &literal = {});
    /// With the body of POST /api/v1/meetings.
    [[nodiscard]] QCoro::Task<Result<QuickOutcome>> bookMeeting(QJsonObject meeting, const QString &key);
    /// To another start, another length, or both. Conflict when @p sequence is given and no longer the meeting's.
    [[nodiscard]] QCoro::Task<Result<QuickOutcome>> moveMeeting(const QString &uid, Interval when,
                                                                std::optional<int> sequence = {});
    [[nodiscard]] QCoro::Task<Result<QuickOutcome>> cancelMeeting(const QString &uid, std::optional<int> sequence = {});
    // An event that is no meeting, by its id in the calendar. Conflict when @p etag is given and no longer the event's.
    [[nodiscard]] QCoro::Task<Result<QuickOutcome>> moveEvent(const QString &id, Interval when, const QString &etag);
    [[nodiscard]] QCoro::Task<Result<QuickOutcome>> removeEvent(const QString &id, const QString &etag);
    /// After removeEvent().
    [[nodiscard]] QCoro::Task<Result<QuickOutcome>> restoreEvent(const QString &id);
    /// A meeting booked through ChatCal, by UID or id; also a cancelled one. NotFound.
    [[nodiscard]] QCoro::Task<Result<MeetingDetails>> meeting(QString uid);
    /// Free times of @p length inside @p window (at most 62 days), earliest first.
    [[nodiscard]] QCoro::Task<Result<QList<Interval>>> availability(Interval window, std::chrono::minutes length);
    /// As GET /api/v1/settings answers them.
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> settings();
    /// Changes what @p changes names; all of them as they are then. Unauthorized for one who is no admin.
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> changeSettings(QJsonObject changes);

    /// A call that is not the calendar's, such as the settings'. Conflict and every other refusal is an error; its
    /// detail is what the server said, in English.
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> ask(QByteArray method, QString path, QJsonObject body = {});

    /// Follows the server's event stream until the object goes or another server is set; reconnects with growing
    /// pauses.
    void follow();

Q_SIGNALS:
    /// Something in the calendar is new; read the agenda again.
    void calendarChanged();
    void reminder(const QString &title, const QString &meetingId, int minutes);
    /// The event stream is open, or was lost.
    void connectedChanged(bool connected);

private:
    struct Answer
    {
        int status = 0; ///< 2xx or 409
        QJsonObject json;
    };
    [[nodiscard]] QCoro::Task<Result<QuickOutcome>> change(QByteArray method, QString path, QJsonObject body,
                                                           HttpHeaders headers);
    [[nodiscard]] QCoro::Task<Result<QuickOutcome>> changeEvent(QByteArray method, QString path, QJsonObject body,
                                                                HttpHeaders headers);
    [[nodiscard]] QCoro::Task<Result<Answer>> call(QByteArray method, QString path, QJsonObject body,
                                                   HttpHeaders headers);
    QCoro::Task<> followStream(QUrl url, std::stop_token stop);
    static HttpClient::Taker streamTaker(const QPointer<ApiClient> &self, const std::shared_ptr<SseReader> &reader,
                                         const std::shared_ptr<bool> &opened);
    static QCoro::Task<> take(QPointer<ApiClient> self, std::shared_ptr<SseReader> reader, std::shared_ptr<bool> opened,
                              QByteArray piece);
    void handle(const QString &event, const QByteArray &data);

    HttpClient m_http;
    QUrl m_url;
    Secret m_token;
    QByteArray m_lastEventId;
    std::stop_source m_following;
};

} // namespace ChatCal
