// SPDX-License-Identifier: Apache-2.0
#include "app/settings/datapage.h"

#include "app/backend/apiclient.h"
#include "app/backend/ownfile.h"
#include "app/look/tonelabel.h"
#include "app/settings/applybar.h"
#include "app/settings/form.h"
#include "app/settings/serversetup.h"
#include "core/base/json.h"

#include <QCoroTask>

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

using Tone = ToneLabel::Tone;

namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;

} // namespace

DataPage::DataPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent),
      chooseFolder([this] { return QFileDialog::getExistingDirectory(this, tr("Where to put the export")); }),
      chooseFile([this] {
          return QFileDialog::getOpenFileName(this, tr("What to import"), {},
                                              tr("Calendars and exports (*.ics *.json);;All files (*)"));
      }),
      m_context(context),
      m_import(context.client),
      m_form(new Form(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    layout->addStretch(1);
    addExport();
    addImport();
    if (m_context.own != nullptr)
        addSecrets();
    addDelete();
    connect(&m_import, &CalendarImport::progressed, this, [this](int done, int all) {
        m_progress->setMaximum(all);
        m_progress->setValue(done);
    });
}

QPushButton *DataPage::addButton(const QString &text)
{
    auto *button = new QPushButton(text, m_form);
    button->setAccessibleName(withoutMnemonic(text));
    return button;
}

namespace {

/// @p buttons side by side, as one line of @p form.
void addRow(Form *form, const QList<QPushButton *> &buttons)
{
    auto *row = new QWidget(form);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : buttons)
        layout->addWidget(button);
    layout->addStretch(1);
    form->addWide(row);
}

} // namespace

void DataPage::addExport()
{
    m_form->addSection(tr("Take out"),
                       tr("Meetings, people met, settings and the calendar, as files that other programs can read. "
                          "Passwords and keys stay here. What was said in chats is forgotten after 30 days and is not "
                          "part of it."));
    m_export = addButton(tr("&Export…"));
    m_exported = new ToneLabel(Tone::Muted, m_form);
    connect(m_export, &QPushButton::clicked, this, &DataPage::exportAll);
    addRow(m_form, {m_export});
    m_form->addWide(m_exported);
}

void DataPage::addImport()
{
    m_form->addSection(
        tr("Put in"),
        tr("A calendar file (.ics) of another program, or an export of ChatCal. First you see what is in "
           "it; events that are here already are left out."));
    m_choose = addButton(tr("&Choose a file…"));
    m_run = addButton(tr("&Import"));
    m_undo = addButton(tr("&Undo the import"));
    m_progress = new QProgressBar(m_form);
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_imported = new ToneLabel(Tone::Muted, m_form);
    for (QWidget *later : QList<QWidget *>{m_run, m_undo, m_progress})
        later->hide();
    connect(m_choose, &QPushButton::clicked, this, &DataPage::readFile);
    connect(m_run, &QPushButton::clicked, this, &DataPage::importFile);
    connect(m_undo, &QPushButton::clicked, this, &DataPage::undo);
    addRow(m_form, {m_choose, m_run, m_undo});
    m_form->addWide(m_progress);
    m_form->addWide(m_imported);
}

void DataPage::addSecrets()
{
    m_form->addSection(tr("Passwords and keys"));
    m_sealed = new ToneLabel(Tone::Muted, m_form);
    m_unlock = addButton(tr("&Give the passphrase…"));
    connect(m_unlock, &QPushButton::clicked, this, &DataPage::unlock);
    m_form->addWide(m_sealed);
    addRow(m_form, {m_unlock});
}

void DataPage::addDelete()
{
    m_form->addSection(tr("Delete everything"));
    if (!m_context.deleteAll) {
        m_form->addText(tr("This is a team's server: meetings, conversations and settings are kept there, and its "
                           "operator can delete them. This machine keeps a copy of the agenda and what waits to be "
                           "sent; both go when you remove the server from ChatCal."));
        return;
    }
    const QString word = tr("DELETE");
    m_confirm = new QLineEdit(m_form);
    m_form->add(
        u"confirm"_s, tr("T&ype %1").arg(word), m_confirm,
        tr("Meetings, conversations, settings, passwords and keys on this machine are gone for good. A calendar "
           "at Google or on a CalDAV server stays as it is."));
    m_delete = addButton(tr("Delete e&verything"));
    m_delete->setEnabled(false);
    m_delete->setToolTip(tr("Type %1 first.").arg(word));
    m_deleted = new ToneLabel(Tone::Muted, m_form);
    connect(m_confirm, &QLineEdit::textChanged, this,
            [this, word](const QString &text) { m_delete->setEnabled(text.trimmed() == word); });
    connect(m_delete, &QPushButton::clicked, this, &DataPage::deleteAll);
    addRow(m_form, {m_delete});
    m_form->addWide(m_deleted);
}

void DataPage::load()
{
    if (m_sealed == nullptr)
        return;
    const SecretVault &vault = m_context.own->vault();
    const bool isLocked = !vault.locked().isEmpty();
    m_unlock->setVisible(isLocked);
    if (isLocked)
        m_sealed->tell(tr("Sealed, and the passphrase was not given: the services that need them are off."), Tone::Bad);
    else if (vault.hasPlainFile())
        m_sealed->tell(tr("Kept in a file that nothing seals. With the next password or key you put in they are sealed "
                          "with a passphrase, or move to the keychain."),
                       Tone::Bad);
    else if (QFile::exists(vault.filePath()))
        m_sealed->tell(tr("Kept in a file that only your passphrase opens, for no keychain runs here."), Tone::Muted);
    else
        m_sealed->tell(tr("Kept in this desktop's keychain, if there are any."), Tone::Muted);
}

QString DataPage::words() const
{
    QStringList all;
    for (const ToneLabel *label : {m_exported, m_imported, m_deleted}) {
        if (label != nullptr && !label->text().isEmpty())
            all.append(label->text());
    }
    return all.join(u'\n');
}

void DataPage::fail(ToneLabel *label, const Error &error)
{
    label->tell(error.fields.isEmpty() ? errorWords(error) : error.fields.first().message.text(), Tone::Bad);
}

void DataPage::exportAll()
{
    const QString folder = chooseFolder();
    if (folder.isEmpty())
        return;
    m_exported->tell(tr("Collecting…"), Tone::Muted);
    m_export->setEnabled(false);
    QCoro::connect(m_context.client.ask("GET", u"/api/v1/export"_s), this,
                   [this, folder](const Result<QJsonObject> &all) {
                       m_export->setEnabled(true);
                       if (all)
                           keepExport(*all, folder);
                       else
                           fail(m_exported, all.error());
                   });
}

void DataPage::keepExport(const QJsonObject &all, const QString &folder)
{
    const QString name = u"chatcal-export-"_s + QDate::currentDate().toString(Qt::ISODate);
    QString place = folder + u'/' + name;
    for (int number = 2; QFile::exists(place); ++number)
        place = folder + u'/' + name + u'-' + QString::number(number);
    const QByteArray ics = all.value("calendar"_L1).toObject().value("ics"_L1).toString().toUtf8();
    const bool isWritten = writeOwnFile(place + u"/chatcal.json"_s, QJsonDocument(all).toJson())
        && (ics.isEmpty() || writeOwnFile(place + u"/calendar.ics"_s, ics));
    if (isWritten)
        m_exported->tell(tr("It is in %1.").arg(QDir::toNativeSeparators(place)), Tone::Good);
    else
        m_exported->tell(tr("Nothing could be written to %1.").arg(QDir::toNativeSeparators(place)), Tone::Bad);
}

void DataPage::readFile()
{
    const QString path = chooseFile();
    if (path.isEmpty())
        return;
    m_run->hide();
    m_undo->hide();
    m_settingsToImport = {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        m_imported->tell(tr("The file cannot be read."), Tone::Bad);
        return;
    }
    QByteArray text = file.readAll();
    const auto json = parseJsonObject(text);
    if (json && json->value("format"_L1).toString() == "chatcal-export"_L1) {
        m_settingsToImport = json->value("settings"_L1).toObject();
        text = json->value("calendar"_L1).toObject().value("ics"_L1).toString().toUtf8();
    }
    const auto taken = m_import.take(text);
    if (!taken && m_settingsToImport.isEmpty()) {
        m_imported->tell(tr("There is no event in this file."), Tone::Bad);
        return;
    }
    look();
}

void DataPage::look()
{
    m_progress->setValue(0);
    m_progress->show();
    m_imported->tell(tr("Looking…"), Tone::Muted);
    QCoro::connect(m_import.preview(), this, [this](const Result<CalendarImport::Count> &count) {
        m_progress->hide();
        if (!count) {
            fail(m_imported, count.error());
            return;
        }
        QStringList words{tr("%n new event(s).", nullptr, count->fresh)};
        if (count->known > 0)
            words.append(tr("%n are here already.", nullptr, count->known));
        if (count->unreadable > 0)
            words.append(tr("%n cannot be read.", nullptr, count->unreadable));
        if (!m_settingsToImport.isEmpty())
            words.append(tr("The settings in it replace yours."));
        m_imported->tell(words.join(u' '), Tone::Muted);
        m_run->setVisible(count->fresh > 0 || !m_settingsToImport.isEmpty());
        m_run->setFocus();
    });
}

void DataPage::importFile()
{
    m_run->hide();
    m_progress->setValue(0);
    m_progress->show();
    m_imported->tell(tr("Importing…"), Tone::Muted);
    if (m_settingsToImport.isEmpty()) {
        importEvents();
        return;
    }
    QCoro::connect(m_context.client.ask("PUT", u"/api/v1/settings"_s, m_settingsToImport), this,
                   [this](const Result<QJsonObject> &kept) {
                       if (kept) {
                           m_settingsToImport = {};
                           importEvents();
                           return;
                       }
                       m_progress->hide();
                       m_run->show(); // nothing came in yet
                       fail(m_imported, kept.error());
                   });
}

void DataPage::importEvents()
{
    QCoro::connect(m_import.run(), this, [this](const Result<CalendarImport::Count> &count) {
        m_progress->hide();
        m_undo->setVisible(m_import.canUndo());
        if (count)
            m_imported->tell(tr("%n event(s) came in.", nullptr, count->fresh), Tone::Good);
        else
            fail(m_imported, count.error());
    });
}

void DataPage::undo()
{
    m_undo->hide();
    QCoro::connect(m_import.undo(), this, [this](const Result<int> &removed) {
        if (removed)
            m_imported->tell(tr("%n event(s) were taken out again.", nullptr, *removed), Tone::Muted);
        else
            fail(m_imported, removed.error());
        m_undo->setVisible(m_import.canUndo());
    });
}

void DataPage::deleteAll()
{
    m_confirm->clear();
    m_deleted->tell(tr("Deleting…"), Tone::Muted);
    QCoro::connect(m_context.deleteAll(), this, [this](const Result<void> &deleted) {
        if (deleted)
            m_deleted->tell(tr("Everything is deleted. ChatCal starts afresh."), Tone::Good);
        else
            fail(m_deleted, deleted.error());
        load();
    });
}

void DataPage::unlock()
{
    SecretVault &vault = m_context.own->vault();
    vault.askAgain();
    QCoro::connect(vault.read(), this, [this](const Result<SecretVault::Secrets> &) {
        if (m_context.own->vault().locked().isEmpty())
            Q_EMIT m_context.own->changed(); // the server takes them with its next start
        load();
    });
}

} // namespace ChatCal
