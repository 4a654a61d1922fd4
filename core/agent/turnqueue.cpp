// SPDX-License-Identifier: Apache-2.0
#include "core/agent/turnqueue.h"

#include <QCoroTimer>

namespace ChatCal {

TurnQueue::TurnQueue() : m_lines(std::make_shared<Lines>())
{
}

TurnQueue::Place::Place(std::shared_ptr<Lines> lines, QString session)
    : m_lines(std::move(lines)), m_session(std::move(session))
{
    QList<Place *> &line = m_lines->waiting[m_session];
    if (!line.isEmpty())
        m_called.emplace().setSingleShot(true);
    line.append(this);
}

TurnQueue::Place::~Place()
{
    const auto line = m_lines->waiting.find(m_session);
    const bool hadTheTurn = line->first() == this;
    line->removeOne(this);
    if (line->isEmpty())
        m_lines->waiting.erase(line);
    else if (hadTheTurn)
        line->first()->m_called->start(0);
}

bool TurnQueue::Place::isFirst() const
{
    return m_lines->waiting.value(m_session).first() == this;
}

void TurnQueue::callEverybody()
{
    for (const QList<Place *> &line : std::as_const(m_lines->waiting))
        for (qsizetype i = 1; i < line.size(); ++i)
            line.at(i)->m_called->start(0);
}

QCoro::Task<std::unique_ptr<TurnQueue::Place>> TurnQueue::enter(QString session, std::chrono::milliseconds patience)
{
    auto place = std::make_unique<Place>(m_lines, std::move(session));
    if (!place->isFirst()) {
        place->m_called->start(patience);
        co_await *place->m_called;
        if (!place->isFirst())
            place.reset();
    }
    co_return place;
}

} // namespace ChatCal
