// SPDX-License-Identifier: Apache-2.0
#include "core/engine/meteredstore.h"

#include "core/engine/callmeter.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

MeteredStore::MeteredStore(std::unique_ptr<Store> inner, const QString &name, const std::shared_ptr<Metrics> &metrics)
    : m_inner(std::move(inner))
{
    const auto operation = [&](const QString &what) {
        return std::make_shared<MeteredOperation>(metrics, u"store"_s, name, what);
    };
    m_get = operation(u"get"_s);
    m_getMany = operation(u"getMany"_s);
    m_commit = operation(u"commit"_s);
    m_range = operation(u"range"_s);
    m_acquire = operation(u"acquire"_s);
    m_acquireAndGet = operation(u"acquireAndGet"_s);
    m_renew = operation(u"renew"_s);
    m_release = operation(u"release"_s);
    m_publish = operation(u"publish"_s);
    m_ping = operation(u"ping"_s);
    connect(m_inner.get(), &Store::noticed, this, &Store::noticed);
}

QCoro::Task<Result<std::optional<Document>>> MeteredStore::get(QString partition, QString key)
{
    const CallMeter meter(m_get);
    auto result = co_await m_inner->get(std::move(partition), std::move(key));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<QList<Document>>> MeteredStore::getMany(QString partition, QStringList keys)
{
    const CallMeter meter(m_getMany);
    auto result = co_await m_inner->getMany(std::move(partition), std::move(keys));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<QList<qint64>>> MeteredStore::commit(Batch batch)
{
    const CallMeter meter(m_commit);
    auto result = co_await m_inner->commit(std::move(batch));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<QList<IndexEntry>>> MeteredStore::range(IndexQuery query)
{
    const CallMeter meter(m_range);
    auto result = co_await m_inner->range(std::move(query));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<Lease>> MeteredStore::acquire(QString partition, QString name, std::chrono::milliseconds timeToLive)
{
    const CallMeter meter(m_acquire);
    auto result = co_await m_inner->acquire(std::move(partition), std::move(name), timeToLive);
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<LeasedDocument>> MeteredStore::acquireAndGet(QString partition, QString name,
                                                                std::chrono::milliseconds timeToLive, QString key)
{
    const CallMeter meter(m_acquireAndGet);
    auto result = co_await m_inner->acquireAndGet(std::move(partition), std::move(name), timeToLive, std::move(key));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<void>> MeteredStore::renew(Lease lease, std::chrono::milliseconds timeToLive)
{
    const CallMeter meter(m_renew);
    auto result = co_await m_inner->renew(std::move(lease), timeToLive);
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<void>> MeteredStore::release(Lease lease)
{
    const CallMeter meter(m_release);
    auto result = co_await m_inner->release(std::move(lease));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<void>> MeteredStore::publish(QString topic, QByteArray notice)
{
    const CallMeter meter(m_publish);
    auto result = co_await m_inner->publish(std::move(topic), std::move(notice));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<void>> MeteredStore::ping()
{
    const CallMeter meter(m_ping);
    auto result = co_await m_inner->ping();
    meter.done(result);
    co_return result;
}

} // namespace ChatCal
