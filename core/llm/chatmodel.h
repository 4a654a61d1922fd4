// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/time/language.h"
#include "core/time/zone.h"

#include <QCoroTask>

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

namespace ChatCal {

/// A wish of the model that a tool be run. Arguments are checked by the tool, never trusted.
struct ToolCall
{
    QString id;
    QString name;
    QJsonObject arguments;
    QString malformed{}; ///< why the call could not be read, for the model; then it must not be run
};

struct ChatMessage
{
    enum class Role { User, Assistant, Tool };
    Role role = Role::User;
    QString text; ///< the words; for Tool the result as compact JSON
    QList<ToolCall> toolCalls; ///< Assistant only
    QString toolCallId; ///< Tool only: which call it answers
    QString toolName; ///< Tool only
    Instant at; ///< when it was said: "tomorrow" is the day after this
    /// User only: the meeting chosen on the screen, which "this" may mean, as docs/tools.md has a meeting; empty: none.
    QJsonObject about{};
};

struct ToolSpec
{
    QString name;
    QString description;
    QJsonObject parameters; ///< JSON Schema of the arguments object
};

/// A kind of meeting the host offers, known by its name.
struct MeetingOffer
{
    QString name;
    QList<std::chrono::minutes> lengths; ///< at least one, the usual one first
    QString how; ///< as create_appointment takes it; empty: as the person likes
    QString description; ///< may be empty
};

/// What is known before the first word. Language models get it as their system prompt (llm/prompt), the offline model
/// reads it.
struct ModelContext
{
    enum class Role { Guest, Host };
    Role role = Role::Guest;
    QString hostName;
    QString hostEmail; ///< told only when asked for
    QString hostPhone; ///< told only when asked for
    QList<MeetingOffer> offers; ///< none: any meeting will do
    QString hoursInWords; ///< "Monday to Friday, 9:00 AM–5:00 PM"
    Zone hostZone;
    Zone speakerZone; ///< in which the person speaks and reads times
    std::optional<Language> language; ///< presumed until the messages tell; nothing: English
    Instant now;
    QString contactName; ///< what is remembered of the guest; empty: not known
    QString contactEmail;
    QString contactPhone;
    bool hasConferenceUrl = false; ///< a video link can be made
    bool mailReachesPeople = false; ///< mail really leaves; else it is only written to the outbox folder
    QString systemPrompt; ///< for language models; empty: they write it themselves (see Prompt)
};

/// Hears a reply while it is made. Called in the model's thread, never after complete() has answered.
class ReplyListener
{
public:
    virtual ~ReplyListener() = default;
    /// The next piece of the words; pieces joined are ModelReply::text.
    virtual void words(const QString &piece) = 0;
    /// What was heard of this reply so far does not count: it begins anew, perhaps by another model.
    virtual void restarted() = 0;
};

struct ModelRequest
{
    ModelContext context;
    QList<ChatMessage> messages; ///< oldest first; ends with a User or a Tool message
    QList<ToolSpec> tools;
    std::chrono::milliseconds deadline{20000};
    std::shared_ptr<ReplyListener> listener{}; ///< may be null; a model that does not stream tells it nothing
    QByteArray requestId{}; ///< of the person's request, for the log lines of outside calls
};

/// What an answer cost, as far as the model tells.
struct ModelUsage
{
    int promptTokens = 0;
    int completionTokens = 0;
    std::optional<std::chrono::milliseconds> firstToken; ///< from the question to the first sign of the answer
};

/// Either words, or tool calls (and then text may be empty), never neither.
struct ModelReply
{
    QString text; ///< Markdown
    QList<ToolCall> toolCalls;
    QStringList suggestions; ///< short answers the person may tap; at most 4
    QString model; ///< which model spoke: "offline", "groq" …
    ModelUsage usage{};
};

/// Something that continues a conversation. Error codes: RateLimited, Unavailable, Timeout, Unauthorized, NotFound
/// (there is no such model or no such address), Protocol, InvalidInput (the request does not fit it), Cancelled. The
/// detail says what is wrong so that an operator can act on it.
class ChatModel
{
public:
    virtual ~ChatModel() = default;
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QCoro::Task<Result<ModelReply>> complete(ModelRequest request, std::stop_token stop) = 0;
    /// False while it is known not to answer (no key, circuit open).
    [[nodiscard]] virtual bool isAvailable() const = 0;
};

} // namespace ChatCal
