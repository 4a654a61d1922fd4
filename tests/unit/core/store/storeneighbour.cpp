// SPDX-License-Identifier: Apache-2.0
// Another process on the database file named on the command line: commits with a notice, prints what it hears, and
// ends when it hears "stop".
#include "core/store/sqlitestore.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

void print(const QString &topic, const QByteArray &notice)
{
    std::printf("%s=%s\n", qUtf8Printable(topic), notice.constData());
    std::fflush(stdout);
    if (topic == "stop"_L1)
        QCoreApplication::quit();
}

QCoro::Task<> commit(Store *store)
{
    Batch batch;
    batch.partition = u"p"_s;
    batch.puts = {{u"neighbour"_s, "here", {}, {}}};
    batch.notify = u"hello"_s;
    batch.notice = "from next door";
    const auto done = co_await store->commit(batch);
    if (!done)
        QCoreApplication::exit(1);
}

} // namespace

} // namespace ChatCal

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const ChatCal::SystemClock clock;
    const auto store =
        ChatCal::orDie(ChatCal::SqliteStore::open({.path = application.arguments().value(1), .clock = clock}),
                       "the test made the folder");
    QObject::connect(store.get(), &ChatCal::Store::noticed, &ChatCal::print);
    ChatCal::commit(store.get());
    return QCoreApplication::exec();
}
