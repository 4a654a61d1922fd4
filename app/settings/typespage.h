// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/hostpage.h"

#include <QJsonArray>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace ChatCal {

/// The kinds of meetings a host offers: a list, and a form for the one chosen in it.
class TypesPage : public HostPage
{
    Q_OBJECT
public:
    explicit TypesPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Meeting types"); }

protected:
    void show(const QJsonObject &settings) override;
    [[nodiscard]] QJsonObject wish() const override;
    [[nodiscard]] QString complaint() const override;
    [[nodiscard]] Error placed(Error error) const override;

private:
    void add();
    void remove();
    void showChosen();
    void takeChosen();
    void fillList(int chosen);

    QJsonArray m_types;
    QListWidget *m_list;
    QPushButton *m_remove;
    QLineEdit *m_name;
    QLineEdit *m_lengths;
    QComboBox *m_how;
    QPlainTextEdit *m_description;
    bool m_isFilling = false;
};

} // namespace ChatCal
