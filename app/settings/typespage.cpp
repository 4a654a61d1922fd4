// SPDX-License-Identifier: Apache-2.0
#include "app/settings/typespage.h"

#include "app/settings/form.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// "30, 60" and "30 60" alike; what is no number becomes 0, which the server refuses by name.
QJsonArray lengthsFrom(const QString &text)
{
    static const QRegularExpression gaps(u"[\\s,;]+"_s);
    QJsonArray lengths;
    for (const QString &part : text.split(gaps, Qt::SkipEmptyParts))
        lengths.append(part.toInt());
    return lengths;
}

QString lengthsText(const QJsonArray &lengths)
{
    QStringList parts;
    for (const auto &length : lengths)
        parts.append(QString::number(length.toInt()));
    return parts.join(u", "_s);
}

} // namespace

TypesPage::TypesPage(const SettingsContext &context, QWidget *parent)
    : HostPage(context, parent),
      m_list(new QListWidget(this)),
      m_remove(new QPushButton(tr("&Remove"), this)),
      m_name(new QLineEdit(this)),
      m_lengths(new QLineEdit(this)),
      m_how(new QComboBox(this)),
      m_description(new QPlainTextEdit(this))
{
    form().addText(
        tr("What others can choose from when they book you. Without any, they say in their own words what it "
           "is about and how long it takes."));
    auto *box = new QWidget(&form());
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    m_list->setAccessibleName(tr("Meeting types"));
    m_list->setFixedHeight(m_list->fontMetrics().height() * 7);
    auto *more = new QPushButton(tr("Add a &type"), box);
    more->setAccessibleName(tr("Add a type"));
    m_remove->setAccessibleName(tr("Remove the chosen type"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(more);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    column->addWidget(m_list);
    column->addLayout(buttons);
    box->setFocusProxy(m_list);
    form().add(u"meeting_types"_s, tr("&Kinds"), box);

    form().add(u"name"_s, tr("&Name"), m_name);
    form().add(u"durations_minutes"_s, tr("&Lengths"), m_lengths,
               tr("In minutes, the usual one first, with commas between several: 30, 60"));
    m_how->addItem(tr("As the guest likes"), QString());
    m_how->addItem(tr("By video"), u"video"_s);
    m_how->addItem(tr("By phone"), u"phone"_s);
    m_how->addItem(tr("In person"), u"in_person"_s);
    form().add(u"how"_s, tr("&How"), m_how);
    m_description->setFixedHeight(m_description->fontMetrics().height() * 4);
    m_description->setTabChangesFocus(true);
    form().add(u"description"_s, tr("&Description"), m_description, tr("For guests; may stay empty."));

    connect(more, &QPushButton::clicked, this, &TypesPage::add);
    connect(m_remove, &QPushButton::clicked, this, &TypesPage::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, &TypesPage::showChosen);
    connect(m_name, &QLineEdit::textEdited, this, &TypesPage::takeChosen);
    connect(m_lengths, &QLineEdit::textEdited, this, &TypesPage::takeChosen);
    connect(m_how, &QComboBox::currentIndexChanged, this, &TypesPage::takeChosen);
    connect(m_description, &QPlainTextEdit::textChanged, this, &TypesPage::takeChosen);
    showChosen();
}

void TypesPage::fillList(int chosen)
{
    m_isFilling = true;
    m_list->clear();
    for (const auto &value : std::as_const(m_types))
        m_list->addItem(value.toObject().value("name"_L1).toString());
    m_isFilling = false;
    m_list->setCurrentRow(std::min(chosen, m_list->count() - 1));
    showChosen();
}

void TypesPage::show(const QJsonObject &settings)
{
    m_types = settings.value("meeting_types"_L1).toArray();
    fillList(std::max(0, m_list->currentRow()));
}

void TypesPage::add()
{
    m_types.append(QJsonObject{{u"name"_s, tr("New type")},
                               {u"durations_minutes"_s, QJsonArray{30}},
                               {u"how"_s, QJsonValue()},
                               {u"description"_s, QString()}});
    fillList(static_cast<int>(m_types.size()) - 1);
    m_name->setFocus();
    m_name->selectAll();
    noteChange();
}

void TypesPage::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_types.removeAt(row);
    fillList(row);
    noteChange();
}

void TypesPage::showChosen()
{
    if (m_isFilling)
        return;
    const int row = m_list->currentRow();
    const QJsonObject type = row < 0 ? QJsonObject() : m_types.at(row).toObject();
    m_isFilling = true;
    m_name->setText(type.value("name"_L1).toString());
    m_lengths->setText(lengthsText(type.value("durations_minutes"_L1).toArray()));
    m_how->setCurrentIndex(std::max(0, m_how->findData(type.value("how"_L1).toString())));
    m_description->setPlainText(type.value("description"_L1).toString());
    m_isFilling = false;
    m_remove->setEnabled(row >= 0);
    m_remove->setToolTip(row >= 0 ? QString() : tr("Choose a type first."));
    for (const QString &name : {u"name"_s, u"durations_minutes"_s, u"how"_s, u"description"_s})
        form().setShown(name, row >= 0);
}

void TypesPage::takeChosen()
{
    const int row = m_list->currentRow();
    if (m_isFilling || row < 0)
        return;
    const QString how = m_how->currentData().toString();
    m_types.replace(row,
                    QJsonObject{{u"name"_s, m_name->text().trimmed()},
                                {u"durations_minutes"_s, lengthsFrom(m_lengths->text())},
                                {u"how"_s, how.isEmpty() ? QJsonValue() : QJsonValue(how)},
                                {u"description"_s, m_description->toPlainText().trimmed()}});
    m_list->item(row)->setText(m_name->text().trimmed());
    noteChange();
}

QJsonObject TypesPage::wish() const
{
    return {{u"meeting_types"_s, m_types}};
}

QString TypesPage::complaint() const
{
    for (const auto &value : m_types) {
        if (value.toObject().value("name"_L1).toString().isEmpty())
            return tr("A meeting type needs a name.");
    }
    return {};
}

Error TypesPage::placed(Error error) const
{
    static const QRegularExpression place(u"^meeting_types\\[([0-9]+)\\](?:\\.(.+))?$"_s);
    for (FieldError &field : error.fields) {
        const auto match = place.match(field.field);
        if (!match.hasMatch())
            continue;
        const int row = match.captured(1).toInt();
        m_list->setCurrentRow(row);
        field.field = match.captured(2).isEmpty() ? u"meeting_types"_s : match.captured(2);
        break; // one type is shown at a time
    }
    return error;
}

} // namespace ChatCal
