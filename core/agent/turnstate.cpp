// SPDX-License-Identifier: Apache-2.0
#include "core/agent/turnstate.h"

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/llm/offline/blanking.h"
#include "core/llm/offline/entities.h"
#include "core/llm/offline/languagechoice.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

TurnState::TurnState(Turn asked, Conversation talk, const Agent::Options &options, QDeadlineTimer until,
                     std::stop_token caller, std::stop_token agent, TurnObserver *watcher)
    : turn(std::move(asked)),
      conversation(std::move(talk)),
      ledger(options.mailReachesPeople),
      deadline(until),
      stop(stopSource.get_token()),
      observer(watcher),
      spoken(watcher && watcher->hearsWords() ? std::make_shared<SpokenWords>(*watcher) : nullptr),
      m_fromCaller(std::move(caller), [source = stopSource]() mutable { source.request_stop(); }),
      m_fromAgent(std::move(agent), [source = stopSource]() mutable { source.request_stop(); })
{
    actor.role = turn.role;
    actor.id = actor.isHost() ? turn.hostId : conversation.fingerprint;
}

QString TurnState::callKey(const QString &tool)
{
    if (turn.idempotencyKey.isEmpty())
        return {};
    const QString material =
        conversation.fingerprint + fingerprint(turn.idempotencyKey.toUtf8()) + tool + QString::number(++calls[tool]);
    return fingerprint(material.toUtf8());
}

const ToolResult *TurnState::earlierResult(const ToolCall &call) const
{
    for (const Done &one : done)
        if (one.call.name == call.name && one.call.arguments == call.arguments)
            return &one.result;
    return nullptr;
}

std::chrono::milliseconds TurnState::timeLeft() const
{
    return std::chrono::milliseconds(std::max<qint64>(deadline.remainingTime(), 0));
}

Language TurnState::language() const
{
    std::optional<Language> soFar = conversation.language;
    for (const Conversation::Entry &entry : conversation.entries) {
        const QString &text = entry.message.text;
        if (entry.message.role == ChatMessage::Role::User)
            soFar = Dialogue::spokenIn(Dialogue::masked(text, Dialogue::findMarked(text)), soFar).language;
    }
    return soFar.value_or(Language::English);
}

void TurnState::append(ChatMessage message)
{
    message.at = now;
    conversation.entries.append({std::move(message), {}, {}, {}});
}

void TurnState::forgetOthersWords()
{
    for (const auto &[place, kept] : std::as_const(toForget))
        conversation.entries[place].message.text = QString::fromUtf8(toJson(kept));
}

bool admit(Conversation &conversation, const Turn &turn)
{
    const bool isHost = turn.role != Actor::Role::Guest;
    if (conversation.hostId != (isHost ? turn.hostId : QString())) {
        // A talk that began without a token may become its host's; a host's talk never becomes anybody else's.
        if (!isHost || !conversation.hostId.isEmpty())
            return false;
        conversation.hostId = turn.hostId;
    }
    if (turn.zone && !conversation.zoneStated)
        conversation.zone = turn.zone;
    // English is what is presumed anyway, and more readily given up when it is not said.
    if (turn.language && !conversation.language && *turn.language != Language::English)
        conversation.language = turn.language;
    Contact &known = conversation.contact;
    if (known.name.isEmpty())
        known.name = turn.contact.name;
    if (known.email.isEmpty())
        known.email = turn.contact.email;
    if (known.phone.isEmpty())
        known.phone = turn.contact.phone;
    return true;
}

QJsonObject withoutOthersWords(QJsonObject forModel)
{
    const auto strip = [](QJsonObject meeting) {
        for (const auto name : {"title"_L1, "with"_L1, "location"_L1})
            meeting.remove(name);
        return meeting;
    };
    if (forModel.contains("meeting"_L1))
        forModel.insert("meeting"_L1, strip(forModel["meeting"_L1].toObject()));
    if (forModel.contains("meetings"_L1)) {
        QJsonArray stripped;
        const QJsonArray meetings = forModel["meetings"_L1].toArray();
        for (const auto &meeting : meetings)
            stripped.append(strip(meeting.toObject()));
        forModel.insert("meetings"_L1, stripped);
    }
    return forModel;
}

} // namespace ChatCal
