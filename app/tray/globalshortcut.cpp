// SPDX-License-Identifier: Apache-2.0
#include "app/tray/globalshortcut.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

std::vector<std::unique_ptr<ShortcutBackend>> waysHere()
{
    std::vector<std::unique_ptr<ShortcutBackend>> ways;
    if (auto portal = makePortalShortcut())
        ways.push_back(std::move(portal));
    if (auto x11 = makeX11Shortcut())
        ways.push_back(std::move(x11));
    return ways;
}

} // namespace

GlobalShortcut::GlobalShortcut(QObject *parent) : GlobalShortcut(waysHere(), parent)
{
}

GlobalShortcut::GlobalShortcut(std::vector<std::unique_ptr<ShortcutBackend>> ways, QObject *parent)
    : QObject(parent), m_ways(std::move(ways))
{
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        ShortcutBackend *way = m_ways[i].get();
        connect(way, &ShortcutBackend::activated, this, &GlobalShortcut::activated);
        connect(way, &ShortcutBackend::held, this, [this, i](const QString &words) {
            if (i != m_way || m_key.isEmpty())
                return;
            m_heldAs = words;
            settle(State::Held);
        });
        connect(way, &ShortcutBackend::refused, this, [this, i](bool isTaken) {
            if (i != m_way || m_key.isEmpty())
                return;
            if (isTaken)
                settle(State::Taken);
            else
                tryWay(i + 1);
        });
    }
}

GlobalShortcut::~GlobalShortcut() = default;

void GlobalShortcut::applySettings()
{
    const QString text =
        QSettings().value(QLatin1StringView(quickShortcutKey), QLatin1StringView(quickShortcutDefault)).toString();
    hold(QKeySequence(text, QKeySequence::PortableText));
}

void GlobalShortcut::hold(const QKeySequence &key)
{
    if (m_way < m_ways.size())
        m_ways[m_way]->release();
    m_key = key;
    m_heldAs.clear();
    if (key.isEmpty())
        settle(State::Off);
    else
        tryWay(0);
}

void GlobalShortcut::tryWay(std::size_t number)
{
    m_way = number;
    if (number >= m_ways.size()) {
        settle(State::Impossible);
        return;
    }
    settle(State::Asking);
    m_ways[number]->hold(m_key);
}

void GlobalShortcut::settle(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

QString GlobalShortcut::words() const
{
    const QString key = m_heldAs.isEmpty() ? m_key.toString(QKeySequence::NativeText) : m_heldAs;
    switch (m_state) {
    case State::Off:
        return tr("No key opens quick booking from other programs.");
    case State::Asking:
        return tr("Your desktop is being asked for %1…").arg(key);
    case State::Held:
        return tr("%1 opens quick booking from any program.").arg(key);
    case State::Taken:
        return tr("Another program holds %1. Choose another key.").arg(key);
    case State::Impossible:
        break;
    }
    return tr("Your desktop gives no program a key of its own. Bind “chatcal --quick” in its keyboard settings.");
}

} // namespace ChatCal
