// SPDX-License-Identifier: Apache-2.0
#include "app/reminders/snoozeddialog.h"

#include "app/look/daywords.h"
#include "app/reminders/reminderwords.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace ChatCal {

SnoozedDialog::SnoozedDialog(ReminderKeeper &keeper, QWidget *parent)
    : QDialog(parent), m_keeper(keeper), m_list(new QListWidget(this)), m_empty(new QLabel(this))
{
    setWindowTitle(tr("Snoozed reminders"));
    m_list->setAccessibleName(tr("Snoozed reminders"));
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(3);
    m_list->setTextElideMode(Qt::ElideRight);
    m_empty->setText(tr("Nothing is snoozed. A reminder you snooze waits here until it comes back."));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_open = buttons->addButton(tr("Open"), QDialogButtonBox::ActionRole);
    m_dismiss = buttons->addButton(tr("Dismiss"), QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(buttons);
    resize(460, 280);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &SnoozedDialog::choose);
    connect(m_list, &QListWidget::itemActivated, m_open, &QPushButton::click);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto item = chosen())
            Q_EMIT openWanted(*item);
    });
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        if (const auto item = chosen())
            m_keeper.dismiss(keyOf(*item));
    });
    connect(&m_keeper, &ReminderKeeper::snoozedChanged, this, &SnoozedDialog::fill);
    fill();
}

void SnoozedDialog::fill()
{
    const int row = m_list->currentRow();
    m_shown = m_keeper.snoozed();
    m_list->clear();
    const Zone &zone = m_keeper.agenda().zone;
    for (const auto &snoozed : m_shown) {
        const QString back = clockWords(toQTime(zone.toLocal(snoozed.until)));
        m_list->addItem(tr("%1, %2: comes back at %3", "title, span of time, time")
                            .arg(snoozed.item.title, timesInWords(snoozed.item.when, zone), back));
    }
    m_list->setVisible(!m_shown.isEmpty());
    m_empty->setVisible(m_shown.isEmpty());
    m_list->setCurrentRow(std::clamp(row, m_shown.isEmpty() ? -1 : 0, static_cast<int>(m_shown.size()) - 1));
    choose();
}

void SnoozedDialog::choose()
{
    const bool hasChosen = chosen().has_value();
    for (QPushButton *button : {m_open, m_dismiss}) {
        button->setEnabled(hasChosen);
        button->setToolTip(hasChosen ? QString() : tr("Nothing is snoozed."));
    }
}

std::optional<AgendaItem> SnoozedDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_shown.size() ? std::optional(m_shown[row].item) : std::nullopt;
}

} // namespace ChatCal
