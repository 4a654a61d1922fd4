// SPDX-License-Identifier: Apache-2.0
#include "core/mail/outbox.h"

#include "core/base/failpoint.h"
#include "core/mail/logging.h"
#include "core/mail/outboxrecord.h"
#include "core/store/leasekeeper.h"

#include <QCoroTimer>

#include <QHash>
#include <QPointer>
#include <QRandomGenerator>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace ChatCal {

namespace {

constexpr auto leaseTime = 5s; ///< kept while mails are sent
constexpr auto longestHold = 1h;
constexpr auto sendDeadline = 60s;
constexpr auto giveUpAfter = 24h;
constexpr auto longestRecordPause = 400ms; ///< 100 ms doubled up to it; then the lease is kept for later looks
constexpr auto storePause = 2s; ///< before the next look when the store did not answer
constexpr auto signInPause = 30s; ///< a hundred mails must not be a hundred wrong passwords: servers lock accounts
constexpr int atOnce = 100; ///< entries read in one go

qint64 scoreOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

IndexQuery waitingQuery(const QString &partition, int limit)
{
    IndexQuery query;
    query.partition = partition;
    query.index = OutboxRecord::waitingIndex();
    query.limit = limit;
    return query;
}

std::optional<Document> pick(const QList<Document> &documents, const QString &key)
{
    for (const Document &document : documents) {
        if (document.key == key)
            return document;
    }
    return std::nullopt;
}

} // namespace

/// Sends. It outlives the outbox while a pass is under way; then it only writes down what was sent and gives the lease
/// back, and touches neither mailer nor clock.
class Outbox::Private : public std::enable_shared_from_this<Outbox::Private>
{
public:
    Private(Outbox *owner, Store &chosenStore, Mailer &chosenMailer, const Clock &chosenClock)
        : q(owner), store(&chosenStore), mailer(chosenMailer), clock(chosenClock)
    {
    }

    /// What comes after a look at what is due.
    struct Next
    {
        std::optional<milliseconds> pause; ///< until the next look is worth it; nothing: until somebody calls
        bool failed = false; ///< the look was cut short, so that looking again at once would be in vain
    };
    QCoro::Task<> run(QString partition);
    QCoro::Task<Next> pass(QString partition);
    QCoro::Task<Next> sendAll(Lease lease);
    enum class Step { Done, StoreFailed, LeaseLost, SignInFailed };
    QCoro::Task<Step> deliver(Lease lease, QString key);
    QCoro::Task<Step> settle(Batch batch, QString key);
    QCoro::Task<Step> settleSent(Batch batch, QString key);
    QCoro::Task<Result<Lease>> lock(QString partition);
    QCoro::Task<Step> refused(Lease lease, QString key, OutboxRecord::Waiting waiting, Document mail, Error why);

    [[nodiscard]] bool isAlive() const { return q && store; }
    [[nodiscard]] bool isIdle() const
    {
        return std::none_of(lanes.cbegin(), lanes.cend(), [](const Lane &lane) { return lane.isRunning; });
    }

    struct Lane
    {
        bool isRunning = false;
        bool again = false; ///< woken while running
        int conflicts = 0; ///< looks in a row that found another process sending
        std::optional<Lease> kept; ///< not given back: another process would send what we could not record
        std::shared_ptr<LeaseKeeper> keeper; ///< of that lease
        QPointer<QTimer> timer;
    };
    QPointer<Outbox> q;
    QPointer<Store> store;
    Mailer &mailer;
    const Clock &clock;
    QHash<QString, Lane> lanes; ///< by partition
    QSet<QString> sentUnrecorded; ///< sent by us, but the store could not be told yet
    std::stop_source stop;
};

QCoro::Task<> Outbox::Private::run(QString partition)
{
    const auto self = shared_from_this();
    Next next;
    do {
        lanes[partition].again = false;
        next = co_await pass(partition);
        if (!isAlive())
            co_return;
    } while (lanes[partition].again && !next.failed);
    Lane &lane = lanes[partition];
    lane.isRunning = false;
    if (next.pause)
        lane.timer->start(std::clamp<milliseconds>(*next.pause, 10ms, 1h));
    if (isIdle())
        Q_EMIT q->idle();
}

QCoro::Task<Outbox::Private::Next> Outbox::Private::pass(QString partition)
{
    const auto self = shared_from_this();
    // A look without the lease: most wake-ups of idle partitions end here.
    const auto first = co_await store->range(waitingQuery(partition, 1));
    if (!isAlive())
        co_return Next{};
    if (!first) {
        qCWarning(lcMail) << "the outbox cannot be read, looking again soon:" << errorName(first.error().code);
        co_return Next{storePause, true};
    }
    if (first->isEmpty())
        co_return Next{};
    const qint64 now = scoreOf(clock.now());
    if (first->constFirst().score > now)
        co_return Next{milliseconds(first->constFirst().score - now)};

    const auto lease = co_await lock(partition);
    if (!isAlive() && !lease)
        co_return Next{};
    if (!lease) {
        if (lease.error().code != ErrorCode::Conflict)
            co_return Next{storePause, true};
        // Another process sends; it may have read the index just before our mail came.
        Lane &lane = lanes[partition];
        lane.conflicts = std::min(lane.conflicts + 1, 5);
        co_return Next{milliseconds(100) * (1 << lane.conflicts), true};
    }
    lanes[partition].conflicts = 0;
    const auto keeper = store ? std::make_shared<LeaseKeeper>(*store, *lease, leaseTime, longestHold) : nullptr;
    const auto next = co_await sendAll(*lease);
    const bool isRecorded = std::none_of(sentUnrecorded.cbegin(), sentUnrecorded.cend(),
                                         [&partition](const QString &m) { return m.startsWith(partition + u'/'); });
    if (!isRecorded) {
        lanes[partition].kept = *lease;
        lanes[partition].keeper = keeper;
    } else if (store) {
        const auto released = co_await store->release(*lease);
        if (!released)
            qCWarning(lcMail) << "a lease could not be given back and runs out:" << errorName(released.error().code);
    }
    co_return next;
}

QCoro::Task<Result<Lease>> Outbox::Private::lock(QString partition)
{
    const auto self = shared_from_this();
    const std::optional<Lease> kept = std::exchange(lanes[partition].kept, std::nullopt);
    lanes[partition].keeper.reset();
    if (kept) {
        const auto renewed = co_await store->renew(*kept, leaseTime);
        if (renewed)
            co_return *kept;
        if (renewed.error().code != ErrorCode::Conflict)
            lanes[partition].kept = kept;
        if (!store || renewed.error().code != ErrorCode::Conflict)
            co_return tl::unexpected(Error{ErrorCode::Unavailable, u"the lease could not be renewed"_s, {}, {}});
    }
    const auto lease = co_await store->acquire(partition, u"outbox"_s, leaseTime);
    co_return lease;
}

QCoro::Task<Outbox::Private::Next> Outbox::Private::sendAll(Lease lease)
{
    const auto self = shared_from_this();
    for (;;) {
        if (!isAlive())
            co_return Next{};
        const auto entries = co_await store->range(waitingQuery(lease.partition, atOnce));
        if (!isAlive())
            co_return Next{};
        if (!entries)
            co_return Next{storePause, true};
        if (entries->isEmpty())
            co_return Next{};
        for (const IndexEntry &entry : *entries) {
            if (!isAlive())
                co_return Next{};
            const qint64 now = scoreOf(clock.now());
            if (entry.score > now) {
                if (entry == entries->constFirst())
                    co_return Next{milliseconds(entry.score - now)};
                break; // look again: others may have become due or come meanwhile
            }
            const auto step = co_await deliver(lease, entry.member);
            if (step != Step::Done)
                co_return Next{step == Step::SignInFailed ? signInPause : storePause, true};
        }
    }
}

QCoro::Task<Outbox::Private::Step> Outbox::Private::deliver(Lease lease, QString key)
{
    using namespace OutboxRecord;
    const auto self = shared_from_this();
    if (!isAlive())
        co_return Step::StoreFailed;
    const auto documents = co_await store->getMany(lease.partition, {mailKey(key), stateKey(key), sentKey(key)});
    if (!documents || !isAlive())
        co_return Step::StoreFailed;
    const auto mail = pick(*documents, mailKey(key));
    Batch batch;
    batch.partition = lease.partition;
    if (!mail || pick(*documents, sentKey(key))) {
        addForgotten(batch, key);
        co_return co_await settle(batch, key);
    }
    if (sentUnrecorded.contains(lease.partition + u'/' + key)) {
        addSent(batch, key, false);
        co_return co_await settle(batch, key);
    }
    const auto waiting = read(*mail, pick(*documents, stateKey(key)));
    if (!waiting)
        co_return co_await refused(lease, key, {}, *mail, {ErrorCode::InvalidInput, waiting.error().detail, {}, {}});

    std::stop_source stopSend;
    const std::stop_callback whenStopped(stop.get_token(), [&stopSend] { stopSend.request_stop(); });
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &deadline, [&stopSend] { stopSend.request_stop(); });
    deadline.start(sendDeadline);
    CHATCAL_FAIL_POINT("before-mail");
    const auto sent = co_await mailer.send(waiting->message, stopSend.get_token());
    CHATCAL_FAIL_POINT("after-mail");
    if (!store)
        co_return Step::StoreFailed;
    if (!sent && !q && sent.error().code == ErrorCode::Timeout) {
        Waiting doubtful = *waiting;
        doubtful.outcomeUnknown = true;
        addDelayed(batch, key, doubtful, doubtful.queuedAt);
        co_return co_await settle(batch, key);
    }
    if (!sent && !q)
        co_return Step::StoreFailed; // stopped, not refused: it stays due
    if (!sent)
        co_return co_await refused(lease, key, *waiting, *mail, sent.error());

    // Without the fence: it was sent, whoever holds the lease by now.
    sentUnrecorded.insert(lease.partition + u'/' + key);
    addSent(batch, key, waiting->outcomeUnknown);
    const auto step = co_await settleSent(batch, key);
    if (q)
        Q_EMIT q->sent(waiting->message.messageId);
    co_return step;
}

/// A store that is away for a moment must not make another process send it again.
QCoro::Task<Outbox::Private::Step> Outbox::Private::settleSent(Batch batch, QString key)
{
    const auto self = shared_from_this();
    for (milliseconds pause = 100ms;; pause *= 2) {
        const auto step = co_await settle(batch, key);
        if (step == Step::Done || !isAlive() || pause > longestRecordPause)
            co_return step;
        QTimer timer;
        timer.setSingleShot(true);
        timer.start(pause);
        co_await timer;
        if (!isAlive())
            co_return step;
    }
}

QCoro::Task<Outbox::Private::Step> Outbox::Private::settle(Batch batch, QString key)
{
    const auto self = shared_from_this();
    const auto done = co_await store->commit(batch);
    if (!done) {
        qCWarning(lcMail) << "the outbox could not be written:" << errorName(done.error().code);
        co_return done.error().code == ErrorCode::Conflict ? Step::LeaseLost : Step::StoreFailed;
    }
    sentUnrecorded.remove(batch.partition + u'/' + key);
    co_return Step::Done;
}

QCoro::Task<Outbox::Private::Step> Outbox::Private::refused(Lease lease, QString key, OutboxRecord::Waiting waiting,
                                                            Document mail, Error why)
{
    const auto self = shared_from_this();
    const Instant now = clock.now();
    ++waiting.attempts;
    waiting.outcomeUnknown = waiting.outcomeUnknown || why.code == ErrorCode::Timeout;
    milliseconds pause = OutboxRecord::pauseAfter(waiting.attempts, QRandomGenerator::global()->generateDouble());
    if (why.retryAfter)
        pause = std::max<milliseconds>(pause, *why.retryAfter);
    const bool isOver = why.code == ErrorCode::InvalidInput || now + pause - waiting.queuedAt > giveUpAfter;
    Batch batch;
    batch.partition = lease.partition;
    batch.fence = lease; // when it was lost another process decides
    if (isOver)
        OutboxRecord::addDead(batch, key, waiting, mail, why, now);
    else
        OutboxRecord::addDelayed(batch, key, waiting, now + pause);
    qCWarning(lcMail) << "a mail was not sent:" << errorName(why.code) << "attempt" << waiting.attempts
                      << (isOver ? "and is given up" : "and is tried again");
    const auto step = co_await settle(batch, key);
    if (q && step == Step::Done)
        Q_EMIT q->failed(waiting.message.messageId, isOver);
    if (step == Step::Done && why.code == ErrorCode::Unauthorized)
        co_return Step::SignInFailed;
    co_return step;
}

Outbox::Outbox(Store &store, Mailer &mailer, const Clock &clock, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_mailer(mailer),
      m_clock(clock),
      d(std::make_shared<Private>(this, store, mailer, clock))
{
}

Outbox::~Outbox()
{
    d->q = nullptr;
    d->stop.request_stop();
}

void Outbox::enqueue(Batch &batch, const MailMessage &message) const
{
    const Instant now = m_clock.now();
    const QString key = OutboxRecord::keyOf(message.messageId);
    batch.puts.append({OutboxRecord::mailKey(key), OutboxRecord::toStored(message, now), {}, {}});
    batch.indexPuts.append({OutboxRecord::waitingIndex(), key, scoreOf(now)});
}

void Outbox::wake(const QString &partition)
{
    Private::Lane &lane = d->lanes[partition];
    if (lane.isRunning) {
        lane.again = true;
        return;
    }
    lane.isRunning = true;
    if (!lane.timer) {
        lane.timer = new QTimer(this);
        lane.timer->setSingleShot(true);
        connect(lane.timer, &QTimer::timeout, this, [this, partition] { wake(partition); });
    }
    lane.timer->stop();
    // From the event loop, so that a hundred wake-ups in one turn are one look.
    QMetaObject::invokeMethod(
        this, [this, partition] { d->run(partition); }, Qt::QueuedConnection);
}

bool Outbox::isIdle() const
{
    return d->isIdle();
}

} // namespace ChatCal
