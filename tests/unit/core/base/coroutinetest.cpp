// SPDX-License-Identifier: Apache-2.0
// The forms of co_await the code relies on. GCC 12 compiles several of them into crashes without a warning, so a
// compiler that fails here must not build ChatCal.
#include "core/base/result.h"
#include "tests/support/await.h"

#include <QCoroTimer>

#include <QTimer>

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

struct Pair
{
    QString first;
    QString second;
};

QCoro::Task<> pause()
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(std::chrono::milliseconds(0));
    co_await timer;
}

QCoro::Task<bool> truth(bool value)
{
    co_await pause();
    co_return value;
}

QCoro::Task<QString> text(QString value)
{
    co_await pause();
    co_return value;
}

QCoro::Task<int> call(std::function<int()> function)
{
    co_await pause();
    co_return function();
}

QCoro::Task<QString> join(QStringList parts)
{
    co_await pause();
    co_return parts.join(u'+');
}

QCoro::Task<QString> joinPair(Pair pair)
{
    co_await pause();
    co_return pair.first + pair.second;
}

QCoro::Task<Result<QString>> checked(bool works)
{
    co_await pause();
    if (!works)
        co_return failure(ErrorCode::NotFound, u"nothing"_s);
    co_return u"found"_s;
}

QCoro::Task<QString> inCondition(bool value)
{
    if (co_await truth(value))
        co_return u"yes"_s;
    co_return u"no"_s;
}

QCoro::Task<QString> inSwitch(int value)
{
    switch (co_await call([value] { return value; })) {
    case 1:
        co_return u"one"_s;
    default:
        co_return u"other"_s;
    }
}

QCoro::Task<QString> inArgument(bool first)
{
    co_return co_await text(first ? u"a long enough text to be on the heap"_s : u"another text that is on the heap"_s);
}

QCoro::Task<QString> inAggregate()
{
    const Pair pair{co_await text(u"left"_s), co_await text(u"right"_s)};
    co_return pair.first + pair.second;
}

QCoro::Task<QString> inLoop()
{
    QString all;
    for (int i = 0; i < 3; ++i)
        all += co_await text(QString::number(i));
    co_return all;
}

QCoro::Task<QString> inTry()
{
    try {
        const QString value = co_await text(u"fine"_s);
        throw std::runtime_error(value.toStdString());
    } catch (const std::exception &error) {
        co_return QString::fromLatin1(error.what());
    }
}

using Outcome = std::variant<Pair, QString>;

QCoro::Task<Result<Outcome>> outcome(int which)
{
    co_await pause();
    if (which == 0)
        co_return failure(ErrorCode::NotFound, u"nothing"_s);
    if (which == 1)
        co_return Outcome(u"a refusal that is on the heap"_s);
    co_return Outcome(Pair{u"left"_s, u"right"_s});
}

/// An alternative is looked at and then read, never kept by a pointer that the condition declares: Clang 16 with -O1
/// lost a coroutine of server/api that awaited inside `if (const auto *x = std::get_if<T>(&*done))`.
QCoro::Task<Result<QString>> byAlternative(int which)
{
    Pair kept{u"kept"_s, u"too"_s};
    const auto done = co_await outcome(which);
    if (!done)
        co_return tl::unexpected(done.error());
    if (std::holds_alternative<QString>(*done))
        co_return co_await text(std::get<QString>(*done) + kept.first);
    co_return kept.first + std::get<Pair>(*done).second;
}

/// What a condition decides on is declared before it.
QCoro::Task<QString> byOptional(std::optional<QString> value)
{
    const auto first = value;
    if (first) {
        const auto answer = co_await text(*first);
        co_return answer + u'!';
    }
    const auto second = co_await text(u"nothing"_s);
    co_return second;
}

class Owner
{
public:
    QCoro::Task<QString> title()
    {
        co_await pause();
        co_return QString(m_title);
    }

private:
    QString m_title = u"kept"_s;
};

} // namespace

TEST(Coroutines, AwaitInsideConditions)
{
    EXPECT_EQ(await(inCondition(true)), u"yes"_s);
    EXPECT_EQ(await(inCondition(false)), u"no"_s);
    EXPECT_EQ(await(inSwitch(1)), u"one"_s);
    EXPECT_EQ(await(inSwitch(2)), u"other"_s);
}

TEST(Coroutines, KeepTheirArguments)
{
    EXPECT_EQ(await(inArgument(true)), u"a long enough text to be on the heap"_s);
    EXPECT_EQ(await(join({u"a"_s, u"b"_s})), u"a+b"_s);
    EXPECT_EQ(await(joinPair({u"left"_s, u"right"_s})), u"leftright"_s);
    auto value = std::make_shared<int>(42);
    EXPECT_EQ(await(call([value] { return *value; })), 42);
    EXPECT_EQ(value.use_count(), 1) << "the lambda's copy was not destroyed";
}

TEST(Coroutines, BuildAggregatesLoopsAndExceptions)
{
    EXPECT_EQ(await(inAggregate()), u"leftright"_s);
    EXPECT_EQ(await(inLoop()), u"012"_s);
    EXPECT_EQ(await(inTry()), u"fine"_s);
}

TEST(Coroutines, CarryResults)
{
    EXPECT_EQ(*await(checked(true)), u"found"_s);
    EXPECT_EQ(await(checked(false)).error().code, ErrorCode::NotFound);
}

TEST(Coroutines, BranchOnWhatTheyWereAnswered)
{
    EXPECT_EQ(await(byAlternative(0)).error().code, ErrorCode::NotFound);
    EXPECT_EQ(await(byAlternative(1)), u"a refusal that is on the heapkept"_s);
    EXPECT_EQ(await(byAlternative(2)), u"keptright"_s);
    EXPECT_EQ(await(byOptional(u"something on the heap"_s)), u"something on the heap!"_s);
    EXPECT_EQ(await(byOptional(std::nullopt)), u"nothing"_s);
}

TEST(Coroutines, ReturnCopiesOfMembers)
{
    Owner owner;
    EXPECT_EQ(await(owner.title()), u"kept"_s);
    EXPECT_EQ(await(owner.title()), u"kept"_s);
}

TEST(Coroutines, RunManyAtOnce)
{
    std::vector<QCoro::Task<QString>> tasks;
    for (int i = 0; i < 500; ++i)
        tasks.push_back(text(QString::number(i)));
    for (int i = 0; i < 500; ++i)
        EXPECT_EQ(await(std::move(tasks[static_cast<size_t>(i)])), QString::number(i));
}
