// SPDX-License-Identifier: Apache-2.0
#include "app/settings/form.h"

#include "app/look/tonelabel.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ChatCal {

namespace {

constexpr int labelColumn = 0;
constexpr int fieldColumn = 1;
constexpr int widestField = 460;
constexpr int narrowestLabel = 130;
constexpr int roomInField = 12;

/// The same sizes on every page.
void fitWidth(QWidget *field)
{
    if (qobject_cast<QAbstractSpinBox *>(field) != nullptr)
        field->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    else
        field->setMaximumWidth(widestField);
    QList<QWidget *> all = field->findChildren<QWidget *>();
    all.append(field);
    for (QWidget *inner : std::as_const(all)) {
        if (qobject_cast<QLineEdit *>(inner) != nullptr || qobject_cast<QComboBox *>(inner) != nullptr
            || qobject_cast<QAbstractSpinBox *>(inner) != nullptr || qobject_cast<QPushButton *>(inner) != nullptr)
            inner->setMinimumHeight(inner->fontMetrics().height() + roomInField);
    }
    if (field->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding)
        field->setMinimumWidth(220);
}

} // namespace

QString withoutMnemonic(QString label)
{
    return label.remove(u'&');
}

Form::Form(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(20);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnMinimumWidth(labelColumn, narrowestLabel);
    m_grid->setColumnStretch(fieldColumn, 1);
    m_grid->setAlignment(Qt::AlignTop);
}

void Form::addSection(const QString &title, const QString &help)
{
    auto *heading = new QLabel(title, this);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    heading->setWordWrap(true);
    if (m_grid->count() > 0)
        heading->setContentsMargins(0, 14, 0, 0);
    addWide(heading);
    if (!help.isEmpty())
        addText(help);
}

void Form::add(const QString &name, const QString &label, QWidget *field, const QString &help)
{
    Row row;
    row.field = field;
    row.helpText = help;
    row.label = new QLabel(label, this);
    row.label->setWordWrap(true);
    row.label->setMaximumWidth(190);
    row.label->setContentsMargins(0, 7, 0, 0); // its first line beside the field's
    row.label->setBuddy(field->focusProxy() != nullptr ? field->focusProxy() : field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(withoutMnemonic(label));
    if (field->focusProxy() != nullptr && field->focusProxy()->accessibleName().isEmpty())
        field->focusProxy()->setAccessibleName(withoutMnemonic(label));
    fitWidth(field);

    row.help = new ToneLabel(ToneLabel::Tone::Muted, this);
    row.help->setText(help);
    row.error = new ToneLabel(ToneLabel::Tone::Bad, this);
    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(field);
    column->addWidget(row.help);
    column->addWidget(row.error);
    const int line = m_grid->rowCount();
    m_grid->addWidget(row.label, line, labelColumn, Qt::AlignTop);
    m_grid->addLayout(column, line, fieldColumn);
    m_rows.insert(name, row);
    show(row);
}

void Form::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), labelColumn, 1, 2);
}

QLabel *Form::addText(const QString &text)
{
    auto *label = new ToneLabel(ToneLabel::Tone::Muted, this);
    label->setText(text);
    addWide(label);
    return label;
}

void Form::clearErrors()
{
    for (const Row &row : std::as_const(m_rows)) {
        row.error->clear();
        show(row);
    }
}

QList<FieldError> Form::showErrors(const QList<FieldError> &errors)
{
    clearErrors();
    QList<FieldError> others;
    bool isFirst = true;
    for (const FieldError &error : errors) {
        const auto row = m_rows.constFind(error.field);
        if (row == m_rows.cend() || !row->isShown) {
            others.append(error);
            continue;
        }
        row->error->setText(error.message.text());
        show(*row);
        if (std::exchange(isFirst, false))
            row->field->setFocus();
    }
    return others;
}

void Form::setFixed(const QString &name, const QString &reason)
{
    const auto row = m_rows.find(name);
    if (row == m_rows.end())
        return;
    row->field->setEnabled(reason.isEmpty());
    row->help->setText(reason.isEmpty() ? row->helpText : reason);
    show(*row);
}

void Form::setShown(const QString &name, bool shown)
{
    const auto row = m_rows.find(name);
    if (row == m_rows.end())
        return;
    row->isShown = shown;
    show(*row);
}

QString Form::errorOf(const QString &name) const
{
    const auto row = m_rows.constFind(name);
    return row == m_rows.cend() ? QString() : row->error->text();
}

void Form::show(const Row &row)
{
    row.label->setVisible(row.isShown);
    row.field->setVisible(row.isShown);
    row.help->setVisible(row.isShown && !row.help->text().isEmpty());
    row.error->setVisible(row.isShown && !row.error->text().isEmpty());
    QString spoken = row.help->text();
    if (!row.error->text().isEmpty())
        spoken = row.error->text() + u' ' + spoken;
    row.field->setAccessibleDescription(spoken);
}

} // namespace ChatCal
