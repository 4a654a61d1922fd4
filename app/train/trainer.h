// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/understand.h"
#include "talks.h"

#include <vector>

namespace ChatCal {

/// Things of which is known what they are.
struct Labelled
{
    std::vector<std::vector<Dialogue::Features::Value>> things;
    QStringList labels;

    void add(Dialogue::Features &features, const QString &label)
    {
        things.push_back(features.values());
        labels << label;
    }
};

/// Logistic regressions (LIBLINEAR's L2-regularised ones, one label against the rest); features met once are left out.
/// @p cost weighs mistakes against size of the weights.
[[nodiscard]] Dialogue::LinearModel train(const Labelled &examples, double cost);

/// What the talks say about intents and slots.
[[nodiscard]] UnderstandingModels trainOn(const QList<TrainingTalk> &talks, const UnderstandingModels &reader);

} // namespace ChatCal
