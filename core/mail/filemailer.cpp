// SPDX-License-Identifier: Apache-2.0
#include "core/mail/filemailer.h"

#include "core/base/ids.h"

#include <QCoroFuture>

#include <QDir>
#include <QFile>
#include <QFuture>
#include <QPromise>
#include <QSaveFile>
#include <QTemporaryFile>

#include <chrono>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<Error> unavailable(const QString &detail)
{
    return tl::unexpected(Error{ErrorCode::Unavailable, detail, std::chrono::seconds(30), {}});
}

Result<void> makeFolder(const QString &folder)
{
    if (QDir(folder).exists())
        return {};
    if (!QDir().mkpath(folder))
        return unavailable(u"the mail folder cannot be made"_s);
    QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);
    return {};
}

Result<void> write(const QString &folder, const MailMessage &message)
{
    if (const auto made = makeFolder(folder); !made)
        return made;
    QSaveFile file(folder + u'/' + FileMailer::fileName(message.messageId)); // writes aside, then renames
    if (!file.open(QIODevice::WriteOnly))
        return unavailable(u"the mail folder cannot be written: "_s + file.errorString());
    file.setPermissions(ownerOnly);
    if (file.write(message.data) != message.data.size() || !file.commit())
        return unavailable(u"a mail could not be written: "_s + file.errorString());
    return {};
}

Result<void> tryFolder(const QString &folder)
{
    if (const auto made = makeFolder(folder); !made)
        return made;
    QTemporaryFile probe(folder + u"/.check-XXXXXX"_s);
    if (!probe.open() || probe.write("x") != 1 || !probe.flush())
        return unavailable(u"the mail folder cannot be written: "_s + probe.errorString());
    return {};
}

QFuture<Result<void>> inThread(QThreadPool &thread, std::function<Result<void>()> work)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto future = promise->future();
    thread.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

QFuture<Result<void>> writeInThread(QThreadPool &thread, const QString &folder, const MailMessage &message)
{
    return inThread(thread, [folder, message] { return write(folder, message); });
}

QFuture<Result<void>> tryInThread(QThreadPool &thread, const QString &folder)
{
    return inThread(thread, [folder] { return tryFolder(folder); });
}

} // namespace

FileMailer::FileMailer(const QString &folder) : m_folder(folder)
{
    m_thread.setMaxThreadCount(1);
}

FileMailer::~FileMailer()
{
    m_thread.waitForDone();
}

QString FileMailer::name() const
{
    return u"file"_s;
}

QString FileMailer::fileName(const QString &messageId)
{
    QString name;
    for (const QChar c : messageId) {
        const bool plain =
            c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'@' || c == u'-' || c == u'_' || c == u'.');
        name += plain ? c : QChar(u'_');
    }
    // Two ids must not meet in one file, nor a file hide behind a dot or outgrow the file system.
    if (name != messageId || name.startsWith(u'.') || name.isEmpty() || name.size() > 200)
        name = name.left(100).replace(u'.', u'_') + u'-' + fingerprint(messageId.toUtf8()).left(16);
    return name + u".eml"_s;
}

QCoro::Task<Result<void>> FileMailer::send(MailMessage message, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return failure(ErrorCode::Cancelled, u"stopped before the mail was written"_s);
    if (message.messageId.isEmpty() || message.data.isEmpty())
        co_return failure(ErrorCode::InvalidInput, u"a mail without an id or without a body"_s);
    const auto future = writeInThread(m_thread, m_folder, message);
    const auto result = co_await future;
    co_return result;
}

QCoro::Task<Result<void>> FileMailer::check(std::stop_token stop)
{
    if (stop.stop_requested())
        co_return failure(ErrorCode::Cancelled, u"stopped"_s);
    const auto future = tryInThread(m_thread, m_folder);
    const auto result = co_await future;
    co_return result;
}

} // namespace ChatCal
