// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace ChatCal {

class ToneLabel;

/// Labels, fields, help and errors, laid out and tied together the same way on every page.
class Form : public QWidget
{
    Q_OBJECT
public:
    explicit Form(QWidget *parent = nullptr);

    void addSection(const QString &title, const QString &help = {});
    /// @p name is what errors call the field; @p label may hold a "&". The form takes the field over.
    void add(const QString &name, const QString &label, QWidget *field, const QString &help = {});
    /// Below the field last added, or across the page when @p widget stands for itself.
    void addWide(QWidget *widget);
    /// Words under the fields.
    QLabel *addText(const QString &text);

    void clearErrors();
    /// Shows each at its field and turns the keyboard to the first; answers with those that belong to no field here.
    QList<FieldError> showErrors(const QList<FieldError> &errors);
    /// A field that cannot be changed here, and why; no reason: it can.
    void setFixed(const QString &name, const QString &reason);
    /// With its label, help and error.
    void setShown(const QString &name, bool shown);
    [[nodiscard]] QString errorOf(const QString &name) const;

private:
    struct Row
    {
        QLabel *label = nullptr;
        QWidget *field = nullptr;
        QLabel *help = nullptr;
        QString helpText;
        ToneLabel *error = nullptr;
        bool isShown = true;
    };
    void show(const Row &row);

    QGridLayout *m_grid;
    QHash<QString, Row> m_rows;
};

/// "Name" of "&Name": what a button or label is called aloud.
[[nodiscard]] QString withoutMnemonic(QString label);

} // namespace ChatCal
