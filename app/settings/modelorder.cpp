// SPDX-License-Identifier: Apache-2.0
#include "app/settings/modelorder.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QString offline = u"offline"_s;

} // namespace

ModelOrder::ModelOrder(QWidget *parent)
    : QWidget(parent), m_list(new QListWidget(this)), m_up(new QToolButton(this)), m_down(new QToolButton(this))
{
    m_list->setAccessibleName(tr("Models, in the order they are asked"));
    m_list->installEventFilter(this);
    m_up->setArrowType(Qt::UpArrow);
    m_up->setAccessibleName(tr("Earlier"));
    m_up->setToolTip(tr("Earlier (Alt+Up)"));
    m_down->setArrowType(Qt::DownArrow);
    m_down->setAccessibleName(tr("Later"));
    m_down->setToolTip(tr("Later (Alt+Down)"));
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_list, 1);
    row->addLayout(buttons);
    setFocusProxy(m_list);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ModelOrder::refresh);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        if (!m_isFilling)
            Q_EMIT changed();
    });
    setValue(offline);
}

void ModelOrder::add(const QString &model, bool isUsed)
{
    const QString name = model == "groq"_L1 ? tr("Groq")
        : model == "anthropic"_L1           ? tr("Anthropic")
        : model == "openai"_L1              ? tr("The other service")
                                            : tr("ChatCal's own, offline");
    auto *item = new QListWidgetItem(name, m_list);
    item->setData(Qt::UserRole, model);
    item->setCheckState(isUsed ? Qt::Checked : Qt::Unchecked);
    if (model == offline) {
        item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
        item->setToolTip(tr("Always there, so that there is always an answer."));
    }
}

void ModelOrder::setValue(const QString &value)
{
    m_isFilling = true;
    m_list->clear();
    QStringList rest{u"groq"_s, u"anthropic"_s, u"openai"_s};
    for (const QString &model : value.split(u',', Qt::SkipEmptyParts)) {
        if (rest.removeAll(model.trimmed()) > 0)
            add(model.trimmed(), true);
    }
    for (const QString &model : std::as_const(rest))
        add(model, false);
    add(offline, true);
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * m_list->count() + 2 * m_list->frameWidth() + 4);
    m_isFilling = false;
    refresh();
}

QString ModelOrder::value() const
{
    QStringList models;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            models.append(m_list->item(row)->data(Qt::UserRole).toString());
    }
    return models.join(u',');
}

void ModelOrder::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || from >= m_list->count() - 1 || to >= m_list->count() - 1)
        return;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
    Q_EMIT changed();
}

void ModelOrder::refresh()
{
    const int row = m_list->currentRow();
    const int last = m_list->count() - 2; // above the offline one
    m_up->setEnabled(row > 0 && row <= last);
    m_down->setEnabled(row >= 0 && row < last);
}

bool ModelOrder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isUp = key->key() == Qt::Key_Up;
        if (key->modifiers() == Qt::AltModifier && (isUp || key->key() == Qt::Key_Down)) {
            move(isUp ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ChatCal
