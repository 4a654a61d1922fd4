// SPDX-License-Identifier: Apache-2.0
#include "app/settings/calendarimport.h"

#include "app/backend/apiclient.h"
#include "app/settings/icspieces.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype pieceSize = 32 * 1024; // some fifty events: the bar moves, and the server stays free for others
constexpr qsizetype idsAtOnce = 500;

} // namespace

CalendarImport::CalendarImport(ApiClient &client, QObject *parent) : QObject(parent), m_client(client)
{
}

Result<void> CalendarImport::take(const QByteArray &text)
{
    m_added.clear();
    m_pieces = icsPieces(text, pieceSize);
    if (m_pieces.isEmpty())
        return failure(ErrorCode::InvalidInput, u"the file holds no event"_s);
    return {};
}

QCoro::Task<Result<CalendarImport::Count>> CalendarImport::preview()
{
    return send(Commit::No);
}

QCoro::Task<Result<CalendarImport::Count>> CalendarImport::run()
{
    return send(Commit::Yes);
}

QCoro::Task<Result<CalendarImport::Count>> CalendarImport::send(Commit commit)
{
    const QPointer<CalendarImport> self(this);
    const QList<QByteArray> pieces = m_pieces;
    Count count;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const QJsonObject body{{u"ics"_s, QString::fromUtf8(pieces[i])}, {u"commit"_s, commit == Commit::Yes}};
        const auto said = co_await m_client.ask("POST", u"/api/v1/import"_s, body);
        if (!self)
            co_return failure(ErrorCode::Cancelled, u"caller gone"_s);
        if (!said)
            co_return tl::unexpected(said.error());
        count.fresh += said->value("new"_L1).toInt();
        count.known += said->value("known"_L1).toInt();
        count.unreadable += said->value("unreadable"_L1).toInt();
        for (const auto &id : said->value("added"_L1).toArray())
            m_added.append(id.toString());
        Q_EMIT progressed(static_cast<int>(i) + 1, static_cast<int>(pieces.size()));
    }
    co_return count;
}

QCoro::Task<Result<int>> CalendarImport::undo()
{
    const QPointer<CalendarImport> self(this);
    int removed = 0;
    while (self && !m_added.isEmpty()) {
        const QStringList some = m_added.mid(0, idsAtOnce);
        const auto said =
            co_await m_client.ask("POST", u"/api/v1/import/undo"_s, {{u"ids"_s, QJsonArray::fromStringList(some)}});
        if (!self)
            break;
        if (!said)
            co_return tl::unexpected(said.error());
        removed += said->value("removed"_L1).toInt();
        m_added.remove(0, some.size());
    }
    co_return removed;
}

} // namespace ChatCal
