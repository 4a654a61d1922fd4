// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/calendarimport.h"
#include "app/settings/settingscontext.h"
#include "app/settings/settingspage.h"

#include <QJsonObject>

#include <functional>

class QLineEdit;
class QProgressBar;
class QPushButton;

namespace ChatCal {

class Form;
class ToneLabel;

/// One's own data: taken out, put in, and deleted.
class DataPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit DataPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("My data"); }
    void load() override;

    // What asks the person, for tests. Empty: not now.
    std::function<QString()> chooseFolder;
    std::function<QString()> chooseFile;
    [[nodiscard]] QString words() const;

private:
    void addSecrets();
    void addExport();
    void addImport();
    void addDelete();
    QPushButton *addButton(const QString &text);

    void exportAll();
    void keepExport(const QJsonObject &all, const QString &folder);
    void readFile();
    void look();
    void importFile();
    void importEvents();
    void undo();
    void deleteAll();
    void unlock();
    void fail(ToneLabel *label, const Error &error);

    SettingsContext m_context;
    CalendarImport m_import;
    QJsonObject m_settingsToImport;
    Form *m_form;
    QPushButton *m_export = nullptr;
    ToneLabel *m_exported = nullptr;
    QPushButton *m_choose = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_undo = nullptr;
    QProgressBar *m_progress = nullptr;
    ToneLabel *m_imported = nullptr;
    QLineEdit *m_confirm = nullptr;
    QPushButton *m_delete = nullptr;
    ToneLabel *m_deleted = nullptr;
    ToneLabel *m_sealed = nullptr;
    QPushButton *m_unlock = nullptr;
};

} // namespace ChatCal
