// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace ChatCal {

class AgendaView;

/// The agenda for a screen reader: a list with an entry for each meeting of the page, in reading order, after the
/// widgets it has.
class AgendaAccessible final : public QAccessibleWidget
{
public:
    explicit AgendaAccessible(AgendaView *view);
    ~AgendaAccessible() override;

    /// Teaches QAccessible to make these for agendas; once per program.
    static void install();

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

private:
    void keepUp() const;
    void forget() const;
    [[nodiscard]] AgendaView &view() const;

    mutable QList<qsizetype> m_order; ///< entries of the scene
    mutable QHash<qsizetype, QAccessible::Id> m_ids; ///< by entry; made when asked for
    mutable quint64 m_generation = 0; ///< of the scene they are from
};

} // namespace ChatCal
