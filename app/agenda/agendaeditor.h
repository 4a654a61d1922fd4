// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/outgoing.h"

#include <QHash>
#include <QUndoStack>

#include <functional>

namespace ChatCal {

class AgendaView;

/// Something to tell at the foot of the agenda.
struct AgendaNews
{
    QString words;
    bool canUndo = false;
    QList<Interval> alternatives = {}; ///< after a refusal: times that could be had instead
    std::function<void(const Interval &)> takeInstead = {}; ///< asks for the same at one of them
};

/// Changes the calendar as the agenda is edited, shows each change while it is on its way, and can take it back.
class AgendaEditor : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    AgendaEditor(ApiClient &client, Outgoing &outgoing, AgendaView &view, QObject *parent = nullptr);

    void book(const QString &title, const Interval &when);
    void move(const AgendaItem &item, const Interval &when);
    /// Cancels a meeting; deletes an event that is none.
    void cancel(const AgendaItem &item);
    void undo();
    void redo();

    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }

Q_SIGNALS:
    void news(const ChatCal::AgendaNews &news);

private:
    class Command;
    enum class Turn { First, Undo, Redo };
    using Then = std::function<void(const ChangeOutcome &)>;
    struct UnderWay
    {
        Change change;
        Then then;
    };

    void book(const Change &change);
    void remove(const AgendaItem &item);
    void submit(Change change, Then then);
    QCoro::Task<> send(Change change);
    void finish(const QString &key, const ChangeOutcome &outcome);
    void keepDone(Change forward, Change backward, const ChangeOutcome &outcome);
    void runAgain(const Command &command, Change change, Turn turn);
    void refuse(const Change &change, const ChangeOutcome &outcome);
    void cancelKnowing(const Change &change, const Result<MeetingDetails> &details);
    [[nodiscard]] QString doneWords(const Change &change, Turn turn, const std::optional<Interval> &was = {}) const;
    /// The last one known under that name: taking back a cancellation makes a new meeting of the old one.
    [[nodiscard]] QString currentUid(const QString &uid) const;
    [[nodiscard]] QString whenWords(const Interval &when) const;
    [[nodiscard]] QString endWords(const Interval &when) const;

    ApiClient &m_client;
    Outgoing &m_outgoing;
    AgendaView &m_view;
    QUndoStack m_undo;
    QHash<QString, UnderWay> m_underWay; ///< by key
    QHash<QString, QString> m_renamed; ///< uid to the uid that took its place
    bool m_isTurning = false; ///< an undo or redo is on its way: the next has to wait for it
};

} // namespace ChatCal
