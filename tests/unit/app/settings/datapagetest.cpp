// SPDX-License-Identifier: Apache-2.0
#include "app/settings/datapage.h"
#include "app/settings/icspieces.h"
#include "tests/unit/app/settings/ownserver.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

QPushButton *button(const DataPage &page, const QString &name)
{
    for (auto *each : page.findChildren<QPushButton *>()) {
        if (each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

QByteArray event(int number, const QByteArray &more = {})
{
    return "BEGIN:VEVENT\r\nUID:" + QByteArray::number(number) + "@x\r\nDTSTAMP:20260301T000000Z\r\nDTSTART:20260310T1"
        + QByteArray::number(number % 10) + "0000Z\r\nDURATION:PT30M\r\nSUMMARY:Event " + QByteArray::number(number)
        + "\r\n" + more + "END:VEVENT\r\n";
}

QByteArray calendar(const QByteArray &events)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t\r\n" + events + "END:VCALENDAR\r\n";
}

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return file.fileName();
}

} // namespace

TEST(IcsPieces, KeepTheEventsOfOneUidTogether)
{
    const QByteArray zone = "BEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE\r\n";
    const QByteArray text = calendar(zone + event(1) + event(2) + event(1, "RECURRENCE-ID:20260310T110000Z\r\n"));
    const auto pieces = icsPieces(text, 10);
    ASSERT_EQ(pieces.size(), 2);
    EXPECT_EQ(pieces[0].count("UID:1@x"), 2);
    EXPECT_EQ(pieces[1].count("UID:2@x"), 1);
    EXPECT_TRUE(pieces[1].contains(zone));
    EXPECT_EQ(icsPieces(text, 100000).size(), 1);
    EXPECT_TRUE(icsPieces("hello", 10).isEmpty());
}

TEST(DataPage, ImportsAfterALookAndTakesItBack)
{
    OwnServer server;
    ASSERT_TRUE(server.start());
    const QTemporaryDir files;
    DataPage page(server.context());
    QByteArray many;
    for (int i = 0; i < 300; ++i)
        many += event(i);
    const QString path = written(files, u"work.ics"_s, calendar(many));
    page.chooseFile = [path] { return path; };
    button(page, u"Choose a file…"_s)->click();
    ASSERT_TRUE(eventually([&] { return page.words().contains(u"300"_s); })) << qPrintable(page.words());
    button(page, u"Import"_s)->click();
    ASSERT_TRUE(eventually([&] { return page.words().contains(u"came in"_s); }, std::chrono::seconds(30)))
        << qPrintable(page.words());
    const auto agenda = await(server.client().ask("GET", u"/api/v1/agenda?from=2026-03-10&to=2026-03-11"_s));
    ASSERT_TRUE(agenda);
    EXPECT_EQ(agenda->value("events"_L1).toArray().size(), 300);
    button(page, u"Undo the import"_s)->click();
    ASSERT_TRUE(eventually([&] { return page.words().contains(u"taken out"_s); }));
    const auto after = await(server.client().ask("GET", u"/api/v1/agenda?from=2026-03-10&to=2026-03-11"_s));
    EXPECT_TRUE(after->value("events"_L1).toArray().isEmpty());
}

TEST(DataPage, ExportsWhatCanBeReadBackIn)
{
    OwnServer server;
    ASSERT_TRUE(server.start());
    ASSERT_TRUE(await(server.client().ask("POST", u"/api/v1/import"_s,
                                          {{u"ics"_s, QString::fromUtf8(calendar(event(1)))}, {u"commit"_s, true}})));
    const QTemporaryDir files;
    DataPage page(server.context());
    page.chooseFolder = [&files] { return files.path(); };
    button(page, u"Export…"_s)->click();
    ASSERT_TRUE(eventually([&] { return page.words().contains(files.path()); })) << qPrintable(page.words());
    const QDir made(files.path() + u'/' + QDir(files.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0));
    EXPECT_TRUE(made.exists(u"calendar.ics"_s));

    OwnServer other;
    ASSERT_TRUE(other.start());
    DataPage there(other.context());
    there.chooseFile = [&made] { return made.filePath(u"chatcal.json"_s); };
    button(there, u"Choose a file…"_s)->click();
    ASSERT_TRUE(eventually([&] { return there.words().contains(u"replace yours"_s); })) << qPrintable(there.words());
    button(there, u"Import"_s)->click();
    ASSERT_TRUE(eventually([&] { return there.words().contains(u"came in"_s); })) << qPrintable(there.words());
}

TEST(DataPage, BringsNothingInWhereTheSettingsAreRefused)
{
    OwnServer server;
    ASSERT_TRUE(server.start());
    const QTemporaryDir files;
    DataPage page(server.context());
    const QJsonObject settings{{u"identity"_s, QJsonObject{{u"time_zone"_s, u"Nowhere/AtAll"_s}}}};
    const QJsonObject kept{{u"ics"_s, QString::fromUtf8(calendar(event(1)))}};
    const QJsonObject all{{u"format"_s, u"chatcal-export"_s}, {u"settings"_s, settings}, {u"calendar"_s, kept}};
    const QString path = written(files, u"chatcal.json"_s, QJsonDocument(all).toJson());
    page.chooseFile = [path] { return path; };
    button(page, u"Choose a file…"_s)->click();
    ASSERT_TRUE(eventually([&] { return page.words().contains(u"replace yours"_s); })) << qPrintable(page.words());
    auto *run = button(page, u"Import"_s);
    run->click();
    EXPECT_TRUE(run->isHidden());
    ASSERT_TRUE(eventually([&] { return !run->isHidden(); })) << qPrintable(page.words());
    EXPECT_FALSE(page.words().isEmpty());
    EXPECT_FALSE(page.words().contains(u"Importing"_s)) << qPrintable(page.words());
    const auto agenda = await(server.client().ask("GET", u"/api/v1/agenda?from=2026-03-10&to=2026-03-11"_s));
    ASSERT_TRUE(agenda);
    EXPECT_TRUE(agenda->value("events"_L1).toArray().isEmpty());
}

TEST(DataPage, SaysThatAFileHoldsNothing)
{
    OwnServer server;
    const QTemporaryDir files;
    DataPage page(server.context());
    const QString path = written(files, u"x.ics"_s, "hello");
    page.chooseFile = [path] { return path; };
    button(page, u"Choose a file…"_s)->click();
    EXPECT_TRUE(page.words().contains(u"no event"_s)) << qPrintable(page.words());
}

TEST(DataPage, DeletesOnlyAfterTheWordWasTyped)
{
    OwnServer server("MY_NAME = Ada\n");
    bool isDeleted = false;
    SettingsContext context = server.context();
    context.deleteAll = [&]() -> QCoro::Task<Result<void>> { return server.setup().deleteAll(); };
    DataPage page(context);
    auto *confirm = page.findChild<QLineEdit *>();
    auto *wipe = button(page, u"Delete everything"_s);
    EXPECT_FALSE(wipe->isEnabled());
    confirm->setText(u"delete"_s);
    EXPECT_FALSE(wipe->isEnabled());
    confirm->setText(u"DELETE"_s);
    ASSERT_TRUE(wipe->isEnabled());
    ASSERT_TRUE(await(server.process().vault().set(u"GROQ_API_KEY"_s, Secret("gsk"))));
    wipe->click();
    isDeleted = eventually([&] { return page.words().contains(u"is deleted"_s); });
    EXPECT_TRUE(isDeleted) << qPrintable(page.words());
    EXPECT_TRUE(QDir(server.folder()).isEmpty());
    EXPECT_TRUE(await(server.process().vault().read())->isEmpty());
}
