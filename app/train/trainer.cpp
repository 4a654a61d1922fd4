// SPDX-License-Identifier: Apache-2.0
#include "trainer.h"

#include <linear.h>

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int rows = 1 << Dialogue::Features::bits;

QString intentOf(const QJsonObject &expect)
{
    const QJsonValue intent = expect.value("intent"_L1); // where several are right, the first
    return intent.isArray() ? intent.toArray().at(0).toString() : intent.toString();
}

/// Each thing as LIBLINEAR's list of nodes: indexes from 1, the bias behind the last one, -1 at the end.
std::vector<std::vector<feature_node>> nodesOf(const Labelled &examples)
{
    std::vector<int> met(rows, 0);
    for (const auto &thing : examples.things)
        for (const auto &feature : thing)
            ++met[feature.index];
    std::vector<std::vector<feature_node>> nodes;
    for (const auto &thing : examples.things) {
        std::vector<feature_node> row;
        for (const auto &feature : thing)
            if (met[feature.index] > 1)
                row.push_back({static_cast<int>(feature.index) + 1, static_cast<double>(feature.value)});
        row.push_back({rows + 1, 1});
        row.push_back({-1, 0});
        nodes.push_back(std::move(row));
    }
    return nodes;
}

} // namespace

Dialogue::LinearModel train(const Labelled &examples, double cost)
{
    std::vector<std::vector<feature_node>> nodes = nodesOf(examples);
    std::vector<feature_node *> things;
    std::vector<double> labels;
    QStringList names = examples.labels;
    names.removeDuplicates();
    names.sort();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        things.push_back(nodes[i].data());
        labels.push_back(static_cast<double>(names.indexOf(examples.labels.at(static_cast<qsizetype>(i)))));
    }
    problem known{};
    known.l = static_cast<int>(things.size());
    known.n = rows + 1;
    known.y = labels.data();
    known.x = things.data();
    known.bias = 1;
    parameter how{};
    how.solver_type = L2R_LR;
    how.C = cost;
    how.eps = 0.01;
    set_print_string_function([](const char *) {});
    model *learned = ::train(&known, &how);
    const auto count = static_cast<std::size_t>(names.size());
    std::vector<float> weights(static_cast<std::size_t>(rows + 1) * count, 0);
    const auto columns = static_cast<std::size_t>(learned->nr_class == 2 ? 1 : learned->nr_class);
    for (std::size_t row = 0; row < static_cast<std::size_t>(rows + 1); ++row) {
        for (std::size_t column = 0; column < static_cast<std::size_t>(learned->nr_class); ++column) {
            const double weight =
                columns == 1 ? (column == 0 ? 1 : -1) * learned->w[row] : learned->w[row * columns + column];
            weights[row * count + static_cast<std::size_t>(learned->label[column])] = static_cast<float>(weight);
        }
    }
    free_and_destroy_model(&learned);
    return {names, weights};
}

namespace {

const QString slotKeys[]{u"subject"_s, u"attendees"_s, u"location"_s};

QStringList valuesOf(const QJsonValue &value)
{
    QStringList values;
    for (const QJsonValue &one : value.isArray() ? value.toArray() : QJsonArray{value})
        if (one.isString())
            values << one.toString();
    return values;
}

/// The tags of the words of one message, where what is expected after it tells them: a value that is new has to stand
/// in it.
void addTags(const Dialogue::SlotWords &words, Dialogue::Slot slot, const QJsonObject &expect, QStringList &known,
             Labelled &examples)
{
    const QString &key = slotKeys[static_cast<int>(slot)];
    if (!expect.contains(key))
        return;
    const QStringList values = valuesOf(expect.value(key));
    std::vector<Dialogue::Tag> tags(static_cast<std::size_t>(words.tokens().size()), Dialogue::Tag::Outside);
    for (const QString &value : values) {
        const auto [from, to] = words.place(value);
        if (from < 0 && !known.contains(value))
            return; // it was carried in from elsewhere
        for (qsizetype i = from; i < to; ++i)
            tags[static_cast<std::size_t>(i)] = i == from ? Dialogue::Tag::Begin : Dialogue::Tag::Inside;
    }
    known = values;
    Dialogue::Tag before = Dialogue::Tag::Outside;
    for (qsizetype i = 0; i < words.tokens().size(); ++i) {
        Dialogue::Features features;
        words.addFeatures(slot, i, before, features);
        before = tags[static_cast<std::size_t>(i)];
        examples.add(features, Dialogue::tagName(before));
    }
}

} // namespace

UnderstandingModels trainOn(const QList<TrainingTalk> &talks, const UnderstandingModels &reader)
{
    Labelled intents;
    std::array<Labelled, Dialogue::slots.size()> tags;
    Understander understander(LocalTime(), Zone(), reader);
    for (const TrainingTalk &talk : talks) {
        understander.clear(talk.now);
        QString before;
        std::array<QStringList, Dialogue::slots.size()> known;
        for (const TrainingTurn &turn : talk.turns) {
            understander.feed(turn.role, turn.text);
            const QString intent = intentOf(turn.expect);
            if (turn.role != ChatMessage::Role::User || intent.isEmpty())
                continue;
            const Dialogue::TurnView view = understander.lastTurn();
            Dialogue::Features features;
            Dialogue::addTurnFeatures(view, before, features);
            intents.add(features, intent);
            before = intent;
            if (intent == "other"_L1)
                continue;
            const Dialogue::SlotWords words(turn.text, view, intent, Language::English);
            for (std::size_t i = 0; i < tags.size(); ++i)
                addTags(words, Dialogue::slots[i], turn.expect, known[i], tags[i]);
        }
    }
    return {train(intents, 20), {train(tags[0], 10), train(tags[1], 10), train(tags[2], 10)}};
}

} // namespace ChatCal
