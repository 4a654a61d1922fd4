// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/linearmodel.h"

#include <QDataStream>
#include <QIODevice>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace ChatCal::Dialogue {

namespace {

constexpr quint32 magic = 0x43434c4d; // "CCLM"
constexpr std::uint32_t fnvStart = 2166136261U;
constexpr std::size_t rows = (std::size_t(1) << Features::bits) + 1; ///< the last one is the bias

/// FNV-1a over UTF-16 units: the same on every machine.
std::uint32_t mix(std::uint32_t hash, QStringView text)
{
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 16777619U;
    return (hash ^ 0x1fU) * 16777619U;
}

} // namespace

void Features::begin(int group, float weight)
{
    m_group = group;
    m_weights.at(static_cast<std::size_t>(group)) = weight;
}

void Features::add(QStringView kind, QStringView first, QStringView second, QStringView third)
{
    const std::uint32_t hash = mix(mix(mix(mix(fnvStart, kind), first), second), third);
    m_groups[static_cast<std::size_t>(m_group)].push_back((hash ^ (hash >> bits)) & ((1U << bits) - 1));
}

void Features::clear()
{
    for (auto &group : m_groups)
        group.clear();
}

std::vector<Features::Value> Features::values()
{
    std::vector<Value> all;
    forEach([&all](const Value &value) { all.push_back(value); });
    std::sort(all.begin(), all.end(), [](const Value &a, const Value &b) { return a.index < b.index; });
    std::size_t kept = 0;
    for (const Value &value : all) {
        if (kept > 0 && all[kept - 1].index == value.index)
            all[kept - 1].value += value.value;
        else
            all[kept++] = value;
    }
    all.resize(kept);
    return all;
}

LinearModel::LinearModel(const QStringList &labels, const std::vector<float> &weights) : m_labels(labels)
{
    const auto count = static_cast<std::size_t>(labels.size());
    Q_ASSERT(weights.size() == rows * count);
    m_scales.assign(count, 0);
    for (std::size_t i = 0; i < weights.size(); ++i)
        m_scales[i % count] = std::max(m_scales[i % count], std::abs(weights[i]) / 127);
    m_weights.resize(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const float scale = m_scales[i % count];
        m_weights[i] = static_cast<std::int8_t>(scale > 0 ? std::lround(weights[i] / scale) : 0);
    }
}

QByteArray LinearModel::write() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    stream << magic << quint32(Features::bits) << m_labels << QList<float>(m_scales.begin(), m_scales.end());
    // Most weights are zero.
    stream << qCompress(reinterpret_cast<const uchar *>(m_weights.data()), static_cast<qsizetype>(m_weights.size()), 9);
    return bytes;
}

std::optional<LinearModel> LinearModel::read(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    quint32 mark = 0;
    quint32 bits = 0;
    LinearModel model;
    QList<float> scales;
    QByteArray weights;
    stream >> mark >> bits;
    if (mark != magic || bits != Features::bits)
        return std::nullopt;
    stream >> model.m_labels >> scales >> weights;
    weights = qUncompress(weights);
    if (stream.status() != QDataStream::Ok || scales.size() != model.m_labels.size() || scales.isEmpty()
        || static_cast<std::size_t>(weights.size()) != rows * static_cast<std::size_t>(scales.size()))
        return std::nullopt;
    model.m_scales.assign(scales.begin(), scales.end());
    model.m_weights.assign(weights.begin(), weights.end());
    return model;
}

std::vector<float> LinearModel::probabilities(Features &features) const
{
    const std::size_t count = m_scales.size();
    std::vector<float> result(count, 0);
    const auto add = [&](std::size_t row, float value) {
        for (std::size_t label = 0; label < count; ++label)
            result[label] += value * float(m_weights[row * count + label]);
    };
    features.forEach([&add](const Features::Value &feature) { add(feature.index, feature.value); });
    add(rows - 1, 1);
    float sum = 0;
    for (std::size_t label = 0; label < count; ++label) {
        result[label] = 1 / (1 + std::exp(-result[label] * m_scales[label]));
        sum += result[label];
    }
    for (float &value : result)
        value /= sum;
    return result;
}

} // namespace ChatCal::Dialogue
