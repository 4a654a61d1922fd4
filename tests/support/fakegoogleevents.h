// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/event.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QMultiHash>
#include <QSet>

#include <optional>

namespace ChatCal {

/// What Google keeps of one account's calendars, under the rules of the Calendar API v3's reference
/// (developers.google.com/workspace/calendar/api/v3/reference, read 2026-11). Knows nothing of HTTP but its statuses.
class FakeGoogleEvents
{
public:
    struct Answer
    {
        int status = 200;
        QJsonObject json;
    };
    using Query = QMultiHash<QString, QString>;
    struct Request
    {
        QString calendarId;
        QString eventId;
        Query query;
        QJsonObject body;
        QString ifMatch;
    };

    FakeGoogleEvents();

    [[nodiscard]] Answer insert(const Request &request);
    [[nodiscard]] Answer get(const Request &request) const;
    [[nodiscard]] Answer list(const Request &request);
    [[nodiscard]] Answer patch(const Request &request);
    [[nodiscard]] Answer update(const Request &request);
    [[nodiscard]] Answer remove(const Request &request);
    [[nodiscard]] Answer freeBusy(const QJsonObject &body) const;
    [[nodiscard]] static Answer failure(int status, const QString &reason, const QString &message);

    // As if by hand, in the web interface. Each is a change that sync tokens tell.
    void addCalendar(const QString &id) { m_calendars.insert(id, {}); }
    /// An event of any shape; "id" must be in it.
    void put(const QJsonObject &resource, const QString &calendarId = QStringLiteral("primary"));
    void deleteByHand(const QString &id);
    /// The occurrence that would begin at @p original: gone, or moved to @p to.
    void cancelOccurrence(const QString &seriesId, Instant original);
    void moveOccurrence(const QString &seriesId, Instant original, const Interval &to);

    // How the server behaves.
    void setZone(const Zone &zone) { m_zone = zone; }
    void setAccessRole(const QString &role) { m_accessRole = role; } ///< of the account: "owner", "reader"
    void limitPages(int items) { m_pageLimit = items; } ///< a page may hold less than was asked for
    void forgetSyncTokens() { m_oldestSync = ++m_changes; }
    /// The next list by sync token says that @p id is gone, which it is not.
    void tellPhantomDeletion(const QString &id) { m_phantoms.insert(id); }
    void failFreeBusy(const QString &calendarId, const QString &reason) { m_busyErrors.insert(calendarId, reason); }
    enum class Conferences { AtOnce, AfterTwoLooks, Never, Fail, NotAllowed };
    void setConferences(Conferences conferences) { m_conferences = conferences; }

    /// What is there and not deleted, by id.
    [[nodiscard]] QList<QJsonObject> events(const QString &calendarId = QStringLiteral("primary")) const;
    /// Calls that would have made Google mail somebody.
    [[nodiscard]] int mails() const { return m_mails; }
    [[nodiscard]] int conferencesMade() const { return m_conferencesMade; }

private:
    struct Stored
    {
        QJsonObject resource;
        qint64 change = 0;
        mutable int looks = 0; ///< since its conference was asked for
    };
    using Calendar = QMap<QString, Stored>;
    struct Listing
    {
        QJsonArray items;
        QString fingerprint; ///< of the query without its page token
        QString sync;
    };

    [[nodiscard]] const Calendar *calendar(const QString &id) const;
    [[nodiscard]] static QString key(const QString &calendarId);
    [[nodiscard]] std::optional<Answer> wrong(const QJsonObject &resource) const;
    [[nodiscard]] std::optional<Answer> conferenceWrong(const Request &request) const;
    [[nodiscard]] Answer write(const Request &request, QJsonObject resource, const QJsonObject &before);
    void makeConference(const Request &request, QJsonObject *resource, const QJsonObject &before);
    void store(const QString &calendarId, const QString &id, QJsonObject resource);
    [[nodiscard]] QJsonObject shown(const Stored &stored) const;

    [[nodiscard]] std::optional<Answer> listWrong(const Query &query) const;
    [[nodiscard]] QJsonArray since(const Calendar &calendar, qint64 change);
    [[nodiscard]] QJsonArray all(const Calendar &calendar, const Query &query) const;
    [[nodiscard]] QList<QJsonObject> occurrencesOf(const Calendar &calendar, const Stored &master,
                                                   const Interval &window) const;
    [[nodiscard]] QList<QJsonObject> singles(const Calendar &calendar, const Interval &window) const;
    [[nodiscard]] std::optional<Event> eventOf(const QJsonObject &resource) const;
    [[nodiscard]] std::optional<Instant> instantOf(const QJsonValue &time) const;
    [[nodiscard]] QJsonObject timeOf(Instant instant, const QJsonObject &like) const;
    [[nodiscard]] Answer pageOf(Listing listing, const Query &query);

    QHash<QString, Calendar> m_calendars;
    Zone m_zone;
    QString m_accessRole = QStringLiteral("owner");
    qint64 m_changes = 1000;
    qint64 m_oldestSync = 0;
    int m_pageLimit = 100;
    QHash<QString, Listing> m_pages;
    int m_pageCounter = 0;
    QSet<QString> m_phantoms;
    QHash<QString, QString> m_busyErrors;
    Conferences m_conferences = Conferences::AtOnce;
    QSet<QString> m_conferenceRequests;
    int m_conferencesMade = 0;
    int m_mails = 0;
};

} // namespace ChatCal
