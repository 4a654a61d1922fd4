// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/agendasource.h"
#include "app/backend/apiclient.h"
#include "core/base/clock.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace ChatCal {

/// Entries in which each word of a question occurs: in title, place, notes, or a guest's name or address. Neither case
/// nor accents count. Pure, and quick enough to be asked with each key.
class AgendaIndex
{
public:
    void setItems(const QList<AgendaItem> &items);
    /// By start, no more than @p most: those nearest to @p now are kept.
    [[nodiscard]] QList<AgendaItem> find(const QString &question, Instant now, int most) const;
    [[nodiscard]] bool isEmpty() const { return m_items.isEmpty(); }

private:
    QList<AgendaItem> m_items; ///< by start
    QStringList m_texts; ///< of each, folded
};

/// The search above the agenda: a field, and what was found by date. Down and up go through it, Enter jumps, Escape
/// closes.
class AgendaSearch : public QWidget
{
    Q_OBJECT
public:
    /// All outlive it.
    AgendaSearch(ApiClient &client, const AgendaSource &source, const Clock &clock, QWidget *parent = nullptr);

    /// Looks through what is known, reads the year before and the year after today, and takes the keys.
    void open();

Q_SIGNALS:
    void found(const ChatCal::AgendaItem &item);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void read(const Interval &window, quint64 number);
    void take(const Interval &window, const Agenda &agenda);
    void show(const QString &question);
    [[nodiscard]] QString lineOf(const AgendaItem &item) const;
    [[nodiscard]] QString summaryOf(const QString &question) const;
    void jump();
    void close();

    using Name = QPair<QString, qint64>; ///< an entry's UID and start
    [[nodiscard]] static Name nameOf(const AgendaItem &item);

    ApiClient &m_client;
    const AgendaSource &m_source;
    const Clock &m_clock;
    Zone m_zone;
    QList<AgendaItem> m_items;
    QSet<Name> m_told; ///< those the server told since it was opened
    AgendaIndex m_index;
    QString m_question;
    QList<AgendaItem> m_found;
    quint64 m_request = 0;
    int m_missing = 0; ///< answers still to come
    bool m_hasFailed = false;
    QLineEdit *m_field;
    QLabel *m_words;
    QListWidget *m_list;
};

} // namespace ChatCal
