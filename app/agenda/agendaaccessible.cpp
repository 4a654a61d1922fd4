// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendaaccessible.h"

#include "app/agenda/agendaview.h"

#include <QPointer>
#include <QWindow>

namespace ChatCal {

namespace {

/// One meeting or event.
class EntryAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    EntryAccessible(AgendaView &view, qsizetype entry) : m_view(&view), m_entry(entry), m_generation(view.generation())
    {
    }

    [[nodiscard]] qsizetype entry() const { return m_entry; }

    [[nodiscard]] bool isValid() const override
    {
        return m_view && m_view->generation() == m_generation && m_entry < m_view->scene().entries().size();
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const AgendaItem &item = m_view->scene().entries()[m_entry].item;
        if (kind == QAccessible::Name)
            return AgendaView::tr("%1, %2").arg(item.title, m_view->describeItem(item).section(u'\n', 0, 0));
        return kind == QAccessible::Description ? m_view->describeItem(item) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place = m_view->placeOf(m_entry) & m_view->viewport()->rect();
        return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (!isValid())
            return state;
        state.selectable = true;
        state.focusable = true;
        state.selected = m_view->state().chosen == m_entry;
        state.focused = state.selected && m_view->hasFocus();
        state.readOnly = !m_view->whyFixed(m_view->scene().entries()[m_entry].item).isEmpty();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        m_view->setFocus();
        m_view->choose(m_entry);
        if (name == pressAction())
            Q_EMIT m_view->itemActivated(m_view->scene().entries()[m_entry].item);
    }

private:
    QPointer<AgendaView> m_view;
    qsizetype m_entry;
    quint64 m_generation;
};

QAccessibleInterface *makeAgenda(const QString &, QObject *object)
{
    auto *view = qobject_cast<AgendaView *>(object);
    return view ? new AgendaAccessible(view) : nullptr;
}

} // namespace

void AgendaAccessible::install()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeAgenda);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

AgendaAccessible::AgendaAccessible(AgendaView *view) : QAccessibleWidget(view, QAccessible::List)
{
}

AgendaAccessible::~AgendaAccessible()
{
    forget();
}

AgendaView &AgendaAccessible::view() const
{
    return *static_cast<AgendaView *>(object());
}

void AgendaAccessible::forget() const
{
    for (const QAccessible::Id id : std::exchange(m_ids, {}))
        QAccessible::deleteAccessibleInterface(id);
}

/// Entries of an earlier scene are gone.
void AgendaAccessible::keepUp() const
{
    if (m_generation == view().generation())
        return;
    m_generation = view().generation();
    forget();
    m_order = view().scene().entriesInOrder();
}

int AgendaAccessible::childCount() const
{
    keepUp();
    return QAccessibleWidget::childCount() + static_cast<int>(m_order.size());
}

QAccessibleInterface *AgendaAccessible::child(int index) const
{
    keepUp();
    const int widgets = QAccessibleWidget::childCount();
    if (index < widgets)
        return QAccessibleWidget::child(index);
    if (index - widgets >= m_order.size())
        return nullptr;
    const qsizetype entry = m_order[index - widgets];
    if (!m_ids.contains(entry))
        m_ids.insert(entry, QAccessible::registerAccessibleInterface(new EntryAccessible(view(), entry)));
    return QAccessible::accessibleInterface(m_ids.value(entry));
}

int AgendaAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    keepUp();
    const auto *entry = dynamic_cast<const EntryAccessible *>(child);
    if (!entry)
        return QAccessibleWidget::indexOfChild(child);
    const qsizetype at = entry->isValid() ? m_order.indexOf(entry->entry()) : -1;
    return at < 0 ? -1 : QAccessibleWidget::childCount() + static_cast<int>(at);
}

QAccessibleInterface *AgendaAccessible::childAt(int x, int y) const
{
    const auto entry = view().entryAt(view().viewport()->mapFromGlobal(QPoint(x, y)));
    keepUp();
    const qsizetype at = entry ? m_order.indexOf(*entry) : -1;
    return at < 0 ? QAccessibleWidget::childAt(x, y) : child(QAccessibleWidget::childCount() + static_cast<int>(at));
}

QAccessibleInterface *AgendaAccessible::focusChild() const
{
    keepUp();
    const qsizetype at = m_order.indexOf(view().state().chosen);
    if (!view().hasFocus() || at < 0)
        return QAccessibleWidget::focusChild();
    return child(QAccessibleWidget::childCount() + static_cast<int>(at));
}

} // namespace ChatCal
