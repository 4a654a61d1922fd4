// SPDX-License-Identifier: Apache-2.0
// chatcal-train: makes the models of resources/understanding from talks whose meaning is known.
#include "core/base/json.h"
#include "core/llm/offline/understand.h"
#include "talks.h"
#include "trainer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ChatCal;

namespace {

constexpr int timesWrittenOut = 14;

UnderstandingModels untrained()
{
    const std::vector<float> weights((1U << Dialogue::Features::bits) + 1);
    const Dialogue::LinearModel nothing({u"other"_s}, weights);
    return {nothing, {nothing, nothing, nothing}};
}

int complain(const QString &text)
{
    std::fprintf(stderr, "chatcal-train: %s\n", qPrintable(text));
    return 1;
}

/// A talk stays whole, and in the same part on every machine.
int foldOf(const TrainingTalk &talk, int folds)
{
    const QByteArray hash = QCryptographicHash::hash(talk.id.toUtf8(), QCryptographicHash::Sha256);
    return (static_cast<uchar>(hash.at(0)) * 256 + static_cast<uchar>(hash.at(1))) % folds;
}

void answer(const TrainingTalk &talk, Understander &understander, QFile &out)
{
    understander.clear(talk.now);
    int turn = 0;
    for (const TrainingTurn &said : talk.turns) {
        const UnderstoodTurn understood = understander.feed(said.role, said.text);
        if (said.role != ChatMessage::Role::User)
            continue;
        QJsonObject line = toJson(understood);
        line.insert(u"id"_s, talk.id);
        line.insert(u"turn"_s, turn++);
        out.write(ChatCal::toJson(line) + '\n');
    }
}

bool save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"own"_s, u"Patterns of talks to train on as well."_s, u"FILE"_s});
    parser.addOption({u"out"_s, u"Write the models into this folder."_s, u"FOLDER"_s});
    parser.addOption({u"folds"_s, u"Cross-validate in this many parts."_s, u"N"_s, u"5"_s});
    parser.addOption(
        {u"answers"_s, u"Write the answers of the cross-validation, as chatcal-cli understand --jsonl."_s, u"FILE"_s});
    parser.addPositionalArgument(u"TALKS"_s, u"JSON lines with id, ref, text or turns, and expect."_s);
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        return complain(u"one file of talks is needed"_s);
    const auto talks = readTalks(parser.positionalArguments().constFirst());
    if (!talks)
        return complain(talks.error().detail);
    QList<TrainingTalk> own;
    if (parser.isSet(u"own"_s)) {
        const auto written = writeOutTalks(parser.value(u"own"_s), timesWrittenOut);
        if (!written)
            return complain(written.error().detail);
        own = *written;
    }
    // The rules alone make the features, so that any model does for reading them.
    const UnderstandingModels reading = untrained();
    if (parser.isSet(u"answers"_s)) {
        QFile out(parser.value(u"answers"_s));
        if (!out.open(QIODevice::WriteOnly))
            return complain(out.errorString());
        const int folds = std::max(2, parser.value(u"folds"_s).toInt());
        for (int fold = 0; fold < folds; ++fold) {
            QList<TrainingTalk> known = own;
            for (const TrainingTalk &talk : *talks)
                if (foldOf(talk, folds) != fold)
                    known << talk;
            const UnderstandingModels models = trainOn(known, reading);
            Understander understander(LocalTime(), Zone(), models);
            for (const TrainingTalk &talk : *talks)
                if (foldOf(talk, folds) == fold)
                    answer(talk, understander, out);
            std::printf("part %d of %d answered\n", fold + 1, folds);
        }
    }
    if (parser.isSet(u"out"_s)) {
        const UnderstandingModels models = trainOn(own + *talks, reading);
        const QDir folder(parser.value(u"out"_s));
        if (!save(folder.filePath(u"intents.model"_s), models.intents.write())
            || !save(folder.filePath(u"subjects.model"_s), models.slots[0].write())
            || !save(folder.filePath(u"attendees.model"_s), models.slots[1].write())
            || !save(folder.filePath(u"locations.model"_s), models.slots[2].write()))
            return complain(u"the models could not be written to %1"_s.arg(folder.path()));
        std::printf("trained on %lld talks\n", static_cast<long long>(own.size() + talks->size()));
    }
    return 0;
}
