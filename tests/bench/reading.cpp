// SPDX-License-Identifier: Apache-2.0
// How long reading takes by the length of what was written, up to the longest message there may be: the reader of times
// and the reader of whole messages over texts that people write and over texts that nobody does. "BigO" is the factor
// of a linear fit, "RMS" how far the figures are from it; "per_character" must stay the same down a column.
// With PHRASES naming a file of JSON lines ("text", "ref"), phrasesOfAFile reads those.
#include "core/base/json.h"
#include "core/llm/offline/understanding.h"
#include "core/time/when.h"
#include "core/time/words.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>

#include <array>
#include <utility>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

const std::array<std::pair<const char *, const char16_t *>, 8> texts{
    std::pair{"letter",
              u"Hello, I was talking to Peter the other day and he told me that Grace is the person to see about "
              u"our compiler, so I would love to meet her for an hour next Wednesday around 2 in the afternoon "
              u"if that is possible, my name is Harriet Quimby and I am at harriet@example.com. "},
    std::pair{"times", u"from 3 to 4 or at half past five for 20 minutes, "},
    std::pair{"days", u"next Friday or the 3rd of May, tomorrow, "},
    std::pair{"numbers", u"3 "},
    std::pair{"dashes", u"3-"},
    std::pair{"addresses", u"a.b@c.de, with Kim and "},
    std::pair{"oneWord", u"x"},
    std::pair{"marks", u"?!,"},
};

QString textOf(size_t kind, qsizetype length)
{
    const QString piece = QString::fromUtf16(texts[kind].second);
    return piece.repeated(length / piece.size() + 1).left(length);
}

Zone newYork()
{
    return *Zone::find(u"America/New_York"_s);
}

template<typename Read>
void measure(benchmark::State &state, size_t kind, Read read)
{
    const QString text = textOf(kind, state.range(0));
    for (auto _ : state)
        read(text);
    state.SetComplexityN(state.range(0));
    state.counters["per_character"] =
        benchmark::Counter(static_cast<double>(state.range(0)),
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void findsTimes(benchmark::State &state, size_t kind)
{
    const WhenParser parser;
    const WhenContext context{*fromIsoLocal(u"2026-03-04T09:00"_s), newYork()};
    measure(state, kind, [&](const QString &text) { benchmark::DoNotOptimize(parser.parse(text, context)); });
}

void readsAMessage(benchmark::State &state, size_t kind, bool host)
{
    const Dialogue::Reader reader;
    Dialogue::ReadContext context{*fromIsoLocal(u"2026-03-04T09:00"_s), newYork(), {}, host, u"Grace Hopper"_s};
    measure(state, kind, [&](const QString &text) { benchmark::DoNotOptimize(reader.read(text, context)); });
}

struct Phrase
{
    QString text;
    WhenContext context;
};

QList<Phrase> phrasesOf(const QString &path)
{
    QList<Phrase> phrases;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return phrases;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const auto one = parseJsonObject(line);
        const auto now = one ? fromIsoLocal(one->value("ref"_L1).toString()) : std::nullopt;
        if (now)
            phrases.append({one->value("text"_L1).toString(), {*now, newYork()}});
    }
    return phrases;
}

void phrasesOfAFile(benchmark::State &state, const QList<Phrase> &phrases)
{
    const WhenParser parser;
    qsizetype next = 0;
    for (auto _ : state) {
        const Phrase &phrase = phrases.at(next++ % phrases.size());
        benchmark::DoNotOptimize(parser.parse(phrase.text, phrase.context));
    }
    state.SetItemsProcessed(state.iterations());
}

void registerFor(size_t kind)
{
    const std::string name = texts[kind].first;
    const auto lengths = [](benchmark::internal::Benchmark *one) {
        one->Arg(500)->Arg(1000)->Arg(2000)->Arg(4000)->Unit(benchmark::kMicrosecond)->Complexity(benchmark::oN);
    };
    lengths(benchmark::RegisterBenchmark(("findsTimes/" + name).c_str(), findsTimes, kind));
    lengths(benchmark::RegisterBenchmark(("readsAMessage/guest/" + name).c_str(), readsAMessage, kind, false));
    lengths(benchmark::RegisterBenchmark(("readsAMessage/host/" + name).c_str(), readsAMessage, kind, true));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    for (size_t kind = 0; kind < texts.size(); ++kind)
        registerFor(kind);
    if (const QList<Phrase> phrases = phrasesOf(qEnvironmentVariable("PHRASES")); !phrases.isEmpty())
        benchmark::RegisterBenchmark("phrasesOfAFile", phrasesOfAFile, phrases);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
