// SPDX-License-Identifier: Apache-2.0
#include "server/metricstotal.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace ChatCal {

namespace {

QByteArray wordOf(const QByteArray &line, qsizetype from)
{
    const qsizetype end = line.indexOf(' ', from);
    return line.mid(from, end < 0 ? -1 : end - from);
}

} // namespace

MetricsTotal::Families MetricsTotal::parsed(const QByteArray &text)
{
    Families families;
    QByteArray name;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith("# HELP ")) {
            name = wordOf(line, 7);
            families[name].help = line;
        } else if (line.startsWith("# TYPE ")) {
            name = wordOf(line, 7);
            families[name].kind = line.mid(8 + name.size());
        } else if (!line.isEmpty() && !line.startsWith('#') && !name.isEmpty()) {
            // Labels may hold spaces, the value does not.
            const qsizetype space = line.lastIndexOf(' ');
            bool isNumber = false;
            const double value = line.mid(space + 1).toDouble(&isNumber);
            if (space < 1 || !isNumber || !std::isfinite(value))
                continue;
            Family &family = families[name];
            const QByteArray series = line.left(space);
            if (!family.values.contains(series))
                family.order.append(series);
            family.values[series] = value;
        }
    }
    return families;
}

void MetricsTotal::add(Families &sum, const Families &families)
{
    for (auto it = families.begin(); it != families.end(); ++it) {
        Family &target = sum[it.key()];
        target.help = it->help;
        target.kind = it->kind;
        for (const QByteArray &series : it->order) {
            const double value = it->values.value(series);
            const auto known = target.values.find(series);
            if (known == target.values.end()) {
                target.values.insert(series, value);
                target.order.append(series);
            } else {
                *known = it->kind == "gauge" ? std::max(*known, value) : *known + value;
            }
        }
    }
}

void MetricsTotal::update(qint64 key, const QByteArray &text)
{
    m_living[key] = parsed(text);
}

void MetricsTotal::retire(qint64 key)
{
    Families last = m_living.take(key);
    last.removeIf([](const auto &family) { return family.value().kind == "gauge"; });
    add(m_ended, last);
}

QByteArray MetricsTotal::text() const
{
    Families sum = m_ended;
    for (const Families &families : m_living)
        add(sum, families);
    QByteArray text;
    for (auto it = sum.constBegin(); it != sum.constEnd(); ++it) {
        if (!it->help.isEmpty())
            text += it->help + '\n';
        text += "# TYPE " + it.key() + ' ' + it->kind + '\n';
        for (const QByteArray &series : it->order)
            text +=
                series + ' ' + QByteArray::number(it->values.value(series), 'g', QLocale::FloatingPointShortest) + '\n';
    }
    return text;
}

} // namespace ChatCal
