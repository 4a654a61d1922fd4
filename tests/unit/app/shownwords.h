// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

#include <algorithm>

namespace ChatCal {

/// Whether a label in @p root that can be seen has @p words in it.
[[nodiscard]] inline bool showsWords(const QWidget &root, const QString &words)
{
    const QList<QLabel *> labels = root.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->isVisibleTo(&root) && label->text().contains(words); });
}

} // namespace ChatCal
