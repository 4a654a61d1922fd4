// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringView>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace ChatCal::Dialogue {

/// What is known of something to be classified. A feature is a hash of its group and words, and is there or not; the
/// features of a group share that group's weight, so that a long text tells no more than a short one.
class Features
{
public:
    static constexpr int bits = 17; ///< of a hash that count: as many weights has a model for each label
    static constexpr int maxGroups = 8;

    /// The features added from now on belong to @p group, which weighs @p weight in all.
    void begin(int group, float weight);
    void add(QStringView kind, QStringView first = {}, QStringView second = {}, QStringView third = {});
    void clear();

    struct Value
    {
        std::uint32_t index; ///< below 2^bits
        float value;
    };
    /// Calls @p handle with each Value; an index may come again from another group.
    template<typename Handle>
    void forEach(Handle handle)
    {
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            std::vector<std::uint32_t> &group = m_groups[i];
            std::sort(group.begin(), group.end());
            group.erase(std::unique(group.begin(), group.end()), group.end());
            const float value = m_weights[i] / std::sqrt(float(std::max<std::size_t>(group.size(), 1)));
            for (const std::uint32_t index : group)
                handle(Value{index, value});
        }
    }
    /// In order of the index, each once: the sums of what forEach() gives.
    [[nodiscard]] std::vector<Value> values();

private:
    std::array<std::vector<std::uint32_t>, maxGroups> m_groups;
    std::array<float, maxGroups> m_weights{};
    int m_group = 0;
};

/// A logistic regression for each of a few labels. Immutable and thread-safe.
class LinearModel
{
public:
    /// Reads what write() gave; nothing when it is something else.
    [[nodiscard]] static std::optional<LinearModel> read(const QByteArray &bytes);
    /// @p weights of label l and feature f at [f * labels + l], of the bias at the end; they are rounded.
    LinearModel(const QStringList &labels, const std::vector<float> &weights);
    [[nodiscard]] QByteArray write() const;

    [[nodiscard]] const QStringList &labels() const { return m_labels; }
    /// How likely each label is, in the order of labels(); they add up to one.
    [[nodiscard]] std::vector<float> probabilities(Features &features) const;

private:
    LinearModel() = default;

    QStringList m_labels;
    std::vector<float> m_scales; ///< of each label
    std::vector<std::int8_t> m_weights; ///< times their scale
};

} // namespace ChatCal::Dialogue
