// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QList>
#include <QStringList>
#include <QWidget>

namespace ChatCal {

/// What a screen reader finds below @p root: every control a person can reach, and those of them without a name.
struct AccessibleTree
{
    int controls = 0;
    QStringList nameless; ///< "QLineEdit qt_spinbox_lineedit (editable text)"
};

inline bool isAccessibleControl(QAccessible::Role role)
{
    static const QList<QAccessible::Role> controls{
        QAccessible::Button,  QAccessible::CheckBox,     QAccessible::RadioButton, QAccessible::ComboBox,
        QAccessible::SpinBox, QAccessible::EditableText, QAccessible::Slider,      QAccessible::Link,
        QAccessible::List,    QAccessible::ListItem,     QAccessible::ButtonMenu,  QAccessible::Table,
        QAccessible::PageTab, QAccessible::MenuItem};
    return controls.contains(role);
}

inline void lookInto(QAccessibleInterface *node, const QString &parentName, AccessibleTree &tree)
{
    if (!node || !node->isValid() || node->state().invisible)
        return;
    const QString name = node->text(QAccessible::Name);
    const auto *object = node->object();
    const bool isInside = object && object->objectName().startsWith(QLatin1String("qt_")) && !parentName.isEmpty();
    if (isAccessibleControl(node->role()) && !isInside) {
        ++tree.controls;
        if (name.trimmed().isEmpty())
            tree.nameless << QStringLiteral("%1 %2 (role %3, in %4)")
                                 .arg(object ? QString::fromLatin1(object->metaObject()->className()) : QString(),
                                      object ? object->objectName() : QString())
                                 .arg(static_cast<int>(node->role()))
                                 .arg(parentName);
    }
    for (int i = 0; i < node->childCount(); ++i)
        lookInto(node->child(i), name.isEmpty() ? parentName : name, tree);
}

inline AccessibleTree accessibleTree(QWidget &root)
{
    AccessibleTree tree;
    lookInto(QAccessible::queryAccessibleInterface(&root), QString(), tree);
    return tree;
}

} // namespace ChatCal
