// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/linearmodel.h"

#include <gtest/gtest.h>

#include <QStringList>

#include <cmath>

using namespace ChatCal::Dialogue;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t rows = (std::size_t(1) << Features::bits) + 1;

Features featureOf(QStringView word)
{
    Features features;
    features.begin(0, 1);
    features.add(u"word", word);
    return features;
}

std::vector<float> chances(const LinearModel &model, QStringView word)
{
    Features features = featureOf(word);
    return model.probabilities(features);
}

/// Says "yes" to the word, "no" to its absence.
LinearModel model(QStringView word)
{
    std::vector<float> weights(rows * 2, 0);
    const std::size_t at = featureOf(word).values().at(0).index;
    weights[at * 2] = 6;
    weights[at * 2 + 1] = -6;
    weights[(rows - 1) * 2] = -3;
    weights[(rows - 1) * 2 + 1] = 3;
    return {{u"yes"_s, u"no"_s}, weights};
}

} // namespace

TEST(LinearModel, WeighsWhatIsThere)
{
    const LinearModel yes = model(u"please");
    const std::vector<float> with = chances(yes, u"please");
    const std::vector<float> without = chances(yes, u"perhaps");
    EXPECT_GT(with.at(0), 0.9F);
    EXPECT_LT(without.at(0), 0.1F);
    EXPECT_NEAR(with.at(0) + with.at(1), 1, 1e-5);
}

TEST(LinearModel, IsTheSameAfterBeingWritten)
{
    const LinearModel written = model(u"please");
    const auto read = LinearModel::read(written.write());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->labels(), written.labels());
    EXPECT_EQ(chances(*read, u"please"), chances(written, u"please"));
}

TEST(LinearModel, ReadsNothingElse)
{
    const QByteArray bytes = model(u"please").write();
    EXPECT_FALSE(LinearModel::read({}));
    EXPECT_FALSE(LinearModel::read("a model"));
    for (qsizetype size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(LinearModel::read(bytes.left(size))) << size;
    QByteArray otherMark = bytes;
    otherMark[0] = 'X';
    EXPECT_FALSE(LinearModel::read(otherMark));
}

TEST(Features, AGroupWeighsTheSameHoweverManyThereAre)
{
    for (const int count : {1, 4, 100}) {
        Features features;
        features.begin(3, 2);
        for (int i = 0; i < count; ++i) {
            features.add(u"word", QString::number(i));
            features.add(u"word", QString::number(i)); // counts once
        }
        float squares = 0;
        for (const Features::Value &value : features.values())
            squares += value.value * value.value;
        EXPECT_NEAR(std::sqrt(squares), 2, 0.05) << count;
    }
}

TEST(Features, AreToldApartByPlaceAndGroup)
{
    Features features;
    features.begin(0, 1);
    features.add(u"a", u"b", u"c");
    features.add(u"a", u"c", u"b");
    features.add(u"ab", u"c");
    features.add(u"a", u"bc");
    EXPECT_EQ(features.values().size(), 4U);
}
