// SPDX-License-Identifier: Apache-2.0
#include "core/engine/meteredstore.h"

#include "core/engine/callmeter.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

MeteredStore::MeteredStore(std::unique_ptr<Store> inner, QString name, std::shared_ptr<Metrics> metrics)
    : m_inner(std::move(inner)), m_name(std::move(name)), m_metrics(std::move(metrics))
{
    connect(m_inner.get(), &Store::noticed, this, &Store::noticed);
}

QCoro::Task<Result<std::optional<Document>>> MeteredStore::get(QString partition, QString key)
{
    const CallMeter meter(m_metrics, u"store"_s, m_name, u"get"_s);
    auto result = co_await m_inner->get(std::move(partition), std::move(key));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<QList<Document>>> MeteredStore::getMany(QString partition, QStringList keys)
{
    const CallMeter meter(m_metrics, u"store"_s, m_name, u"getMany"_s);
    auto result = co_await m_inner->getMany(std::move(partition), std::move(keys));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<QList<qint64>>> MeteredStore::commit(Batch batch)
{
    const CallMeter meter(m_metrics, u"store"_s, m_name, u"commit"_s);
    auto result = co_await m_inner->commit(std::move(batch));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<QList<IndexEntry>>> MeteredStore::range(IndexQuery query)
{
    const CallMeter meter(m_metrics, u"store"_s, m_name, u"range"_s);
    auto result = co_await m_inner->range(std::move(query));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<Lease>> MeteredStore::acquire(QString partition, QString name, std::chrono::milliseconds timeToLive)
{
    const CallMeter meter(m_metrics, u"store"_s, m_name, u"acquire"_s);
    auto result = co_await m_inner->acquire(std::move(partition), std::move(name), timeToLive);
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<LeasedDocument>> MeteredStore::acquireAndGet(QString partition, QString name,
                                                                std::chrono::milliseconds timeToLive, QString key)
{
    const CallMeter meter(m_metrics, u"store"_s, m_name, u"acquireAndGet"_s);
    auto result = co_await m_inner->acquireAndGet(std::move(partition), std::move(name), timeToLive, std::move(key));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<void>> MeteredStore::renew(Lease lease, std::chrono::milliseconds timeToLive)
{
    const CallMeter meter(m_metrics, u"store"_s, m_name, u"renew"_s);
    auto result = co_await m_inner->renew(std::move(lease), timeToLive);
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<void>> MeteredStore::release(Lease lease)
{
    const CallMeter meter(m_metrics, u"store"_s, m_name, u"release"_s);
    auto result = co_await m_inner->release(std::move(lease));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<void>> MeteredStore::publish(QString topic, QByteArray notice)
{
    const CallMeter meter(m_metrics, u"store"_s, m_name, u"publish"_s);
    auto result = co_await m_inner->publish(std::move(topic), std::move(notice));
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<void>> MeteredStore::ping()
{
    const CallMeter meter(m_metrics, u"store"_s, m_name, u"ping"_s);
    auto result = co_await m_inner->ping();
    meter.done(result);
    co_return result;
}

} // namespace ChatCal
