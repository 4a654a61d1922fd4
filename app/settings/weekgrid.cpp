// SPDX-License-Identifier: Apache-2.0
#include "app/settings/weekgrid.h"

#include "app/look/daywords.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimeEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype mostStretches = 3;

const std::array<QString, 7> shortNames{u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s};

/// The end of a day is 24:00 for the server; a clock shows 0:00.
QString endText(QTime time)
{
    return time == QTime(0, 0) ? u"24:00"_s : time.toString(u"HH:mm"_s);
}

QTime timeFrom(const QString &text)
{
    return text.trimmed() == "24:00"_L1 ? QTime(0, 0) : QTime::fromString(text.trimmed(), u"H:mm"_s);
}

int minutesOf(QTime time, bool isEnd)
{
    const int minutes = time.hour() * 60 + time.minute();
    return isEnd && minutes == 0 ? 24 * 60 : minutes;
}

} // namespace

WeekGrid::WeekGrid(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    const QLocale locale;
    const int first = static_cast<int>(locale.firstDayOfWeek()) - 1;
    for (int line = 0; line < 7; ++line) {
        const int index = (first + line) % 7;
        Day &day = m_days[static_cast<size_t>(index)];
        day.on = new QCheckBox(locale.standaloneDayName(index + 1), this);
        day.on->setAccessibleName(day.on->text());
        day.row = new QHBoxLayout;
        day.row->setSpacing(6);
        day.more = new QToolButton(this);
        day.more->setText(u"+"_s);
        day.more->setAutoRaise(true);
        day.more->setAccessibleName(tr("Another stretch on %1").arg(day.on->text()));
        day.more->setToolTip(tr("Another stretch, after a break"));
        day.row->addWidget(day.more);
        day.row->addStretch(1);
        grid->addWidget(day.on, line, 0);
        grid->addLayout(day.row, line, 1);
        grid->setRowMinimumHeight(line, 30);
        connect(day.on, &QCheckBox::toggled, this, [this, index](bool on) {
            if (on && m_days[static_cast<size_t>(index)].stretches.isEmpty())
                add(index, QTime(9, 0), QTime(17, 0));
            refresh(index);
            Q_EMIT changed();
        });
        connect(day.more, &QToolButton::clicked, this, [this, index] {
            const Day &of = m_days[static_cast<size_t>(index)];
            const QTime last = of.stretches.isEmpty() ? QTime(8, 0) : of.stretches.last().to->time();
            add(index, last.addSecs(3600), last.addSecs(2 * 3600));
            of.stretches.last().from->setFocus();
            Q_EMIT changed();
        });
        refresh(index);
    }
    setFocusProxy(m_days[static_cast<size_t>(first)].on);
}

void WeekGrid::add(int index, QTime from, QTime to)
{
    Day &day = m_days[static_cast<size_t>(index)];
    Stretch stretch;
    stretch.box = new QWidget(this);
    auto *row = new QHBoxLayout(stretch.box);
    row->setContentsMargins(0, 0, 6, 0);
    row->setSpacing(4);
    const auto edit = [&](QTime time, const QString &name) {
        auto *field = new QTimeEdit(time, stretch.box);
        field->setDisplayFormat(clockFormat());
        field->setAccessibleName(name.arg(day.on->text()));
        connect(field, &QTimeEdit::timeChanged, this, &WeekGrid::changed);
        row->addWidget(field);
        return field;
    };
    stretch.from = edit(from, tr("%1, from"));
    row->addWidget(new QLabel(u"–"_s, stretch.box));
    stretch.to = edit(to, tr("%1, to"));
    auto *less = new QToolButton(stretch.box);
    less->setText(u"×"_s);
    less->setAutoRaise(true);
    less->setAccessibleName(tr("Remove this stretch of %1").arg(day.on->text()));
    less->setToolTip(tr("Remove this stretch"));
    row->addWidget(less);
    connect(less, &QToolButton::clicked, this, [this, index, box = stretch.box] { remove(index, box); });
    day.row->insertWidget(static_cast<int>(day.stretches.size()), stretch.box);
    // By keyboard in the order it is seen.
    QWidget *before = day.stretches.isEmpty() ? static_cast<QWidget *>(day.on) : day.stretches.last().to;
    setTabOrder(before, stretch.from);
    setTabOrder(stretch.from, stretch.to);
    setTabOrder(stretch.to, less);
    setTabOrder(less, day.more);
    day.stretches.append(stretch);
    refresh(index);
}

void WeekGrid::remove(int index, QWidget *box)
{
    Day &day = m_days[static_cast<size_t>(index)];
    day.stretches.removeIf([box](const Stretch &stretch) { return stretch.box == box; });
    day.row->removeWidget(box);
    box->hide();
    box->deleteLater();
    if (day.stretches.isEmpty())
        day.on->setChecked(false);
    refresh(index);
    day.on->setFocus();
    Q_EMIT changed();
}

void WeekGrid::refresh(int index)
{
    const Day &day = m_days[static_cast<size_t>(index)];
    const bool isOn = day.on->isChecked();
    for (const Stretch &stretch : day.stretches)
        stretch.box->setVisible(isOn);
    day.more->setVisible(isOn && day.stretches.size() < mostStretches);
}

std::optional<int> WeekGrid::dayFrom(const QString &name)
{
    for (size_t day = 0; day < shortNames.size(); ++day) {
        if (name.trimmed().startsWith(shortNames[day], Qt::CaseInsensitive))
            return static_cast<int>(day);
    }
    return std::nullopt;
}

void WeekGrid::setText(const QString &text)
{
    const QSignalBlocker quiet(this);
    for (int index = 0; index < 7; ++index) {
        Day &day = m_days[static_cast<size_t>(index)];
        for (const Stretch &stretch : std::as_const(day.stretches))
            delete stretch.box;
        day.stretches.clear();
        const QSignalBlocker quietBox(day.on);
        day.on->setChecked(false);
    }
    for (const QString &group : text.split(u';', Qt::SkipEmptyParts)) {
        const QString days = group.trimmed().section(u' ', 0, 0);
        for (const QString &part : days.split(u',', Qt::SkipEmptyParts)) {
            const auto first = dayFrom(part.section(u'-', 0, 0));
            const auto last = dayFrom(part.section(u'-', -1));
            if (!first || !last)
                continue;
            for (int index = *first;; index = (index + 1) % 7) {
                Day &day = m_days[static_cast<size_t>(index)];
                const QSignalBlocker quietBox(day.on);
                day.on->setChecked(true);
                for (const QString &times : group.trimmed().section(u' ', 1).split(u',', Qt::SkipEmptyParts))
                    add(index, timeFrom(times.section(u'-', 0, 0)), timeFrom(times.section(u'-', -1)));
                if (index == *last)
                    break;
            }
        }
    }
    for (int index = 0; index < 7; ++index)
        refresh(index);
}

QString WeekGrid::text() const
{
    QStringList groups;
    for (size_t index = 0; index < m_days.size(); ++index) {
        const Day &day = m_days[index];
        if (!day.on->isChecked() || day.stretches.isEmpty())
            continue;
        QStringList stretches;
        for (const Stretch &stretch : day.stretches)
            stretches.append(stretch.from->time().toString(u"HH:mm"_s) + u'-' + endText(stretch.to->time()));
        groups.append(shortNames[index] + u' ' + stretches.join(u','));
    }
    return groups.join(u"; "_s);
}

QString WeekGrid::complaint() const
{
    for (const Day &day : m_days) {
        if (!day.on->isChecked())
            continue;
        int end = 0;
        for (const Stretch &stretch : day.stretches) {
            const int from = minutesOf(stretch.from->time(), false);
            const int to = minutesOf(stretch.to->time(), true);
            if (to <= from)
                return tr("%1 ends before it begins.").arg(day.on->text());
            if (from < end)
                return tr("The stretches of %1 overlap.").arg(day.on->text());
            end = to;
        }
    }
    return {};
}

} // namespace ChatCal
