// SPDX-License-Identifier: Apache-2.0
#include "core/agent/agent.h"

#include "core/agent/agent_p.h"
#include "core/agent/cards.h"
#include "core/agent/logging.h"
#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

Q_LOGGING_CATEGORY(lcAgent, "chatcal.agent", QtInfoMsg)

namespace {

/// One key of one session under way in this process.
class InFlight
{
public:
    InFlight(std::shared_ptr<Agent::Private> d, QString name) : m_private(std::move(d)), m_name(std::move(name))
    {
        m_private->inFlight.insert(m_name);
    }
    ~InFlight() { m_private->inFlight.remove(m_name); }
    Q_DISABLE_COPY_MOVE(InFlight)

private:
    std::shared_ptr<Agent::Private> m_private;
    QString m_name;
};

constexpr std::chrono::hours repeatTime{1}; ///< how long a first message may be repeated to the same talk

bool hasGoneOn(const Conversation &conversation)
{
    const auto isSaid = [](const Conversation::Entry &entry) { return entry.message.role == ChatMessage::Role::User; };
    return std::count_if(conversation.entries.begin(), conversation.entries.end(), isSaid) > 1;
}

tl::unexpected<Error> gone()
{
    return failure(ErrorCode::Cancelled, u"the agent is gone"_s);
}

QString requestHash(const Turn &turn)
{
    return fingerprint((turn.about.isEmpty() ? turn.message : turn.message + u'\n' + turn.about).toUtf8());
}

QString speakerOf(const Turn &turn)
{
    return turn.role == Actor::Role::Guest ? u"guest"_s : u"host:"_s + turn.hostId;
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    const QJsonArray values = array.toArray();
    for (const auto &value : values)
        texts.append(value.toString());
    return texts;
}

/// As toStoredJson wrote it, but for the moment.
Reply savedReply(const QJsonObject &saved)
{
    Reply reply;
    reply.text = saved["text"_L1].toString();
    reply.html = saved["response"_L1].toString();
    reply.cards = saved["cards"_L1].toArray();
    reply.model = saved["model"_L1].toString();
    reply.toolsUsed = textsOf(saved["tools_used"_L1]);
    reply.suggestions = textsOf(saved["suggestions"_L1]);
    return reply;
}

/// The saved answer of a repeated key; nothing for a new key; InvalidInput when the key came with other words.
Result<std::optional<TurnResult>> answeredBefore(const Conversation &conversation, const Turn &turn)
{
    if (turn.idempotencyKey.isEmpty())
        return std::nullopt;
    const QString key = fingerprint(turn.idempotencyKey.toUtf8());
    for (const Conversation::Answered &one : conversation.answered) {
        if (one.key != key)
            continue;
        if (one.requestHash != requestHash(turn))
            return invalidField(u"Idempotency-Key"_s, Sentence::en("This key was used with another message."));
        const auto saved = parseJsonObject(one.reply);
        if (!saved)
            return tl::unexpected(saved.error());
        TurnResult result;
        result.sessionId = conversation.sessionId;
        result.reply = savedReply(*saved);
        JsonWriter json;
        json.beginObject().key("session_id"_L1).string(conversation.sessionId).members(*saved);
        result.json = json.endObject().take();
        return std::optional(std::move(result));
    }
    return std::nullopt;
}

/// From the loaded talk to the saved reply; the caller holds the lock and gives it back when this fails.
QCoro::Task<Result<TurnResult>> converse(std::shared_ptr<Agent::Private> d, std::shared_ptr<TurnState> state,
                                         std::optional<Lease> lease)
{
    Conversation &conversation = state->conversation;
    std::optional<KeptLeases::Hold> hold;
    if (lease)
        hold.emplace(d->keptLeases, *lease);
    state->now = d->clock.now();
    state->speakerZone = conversation.zone.value_or(d->booking.host().zone);
    QJsonObject about;
    if (!state->turn.about.isEmpty()) {
        const auto chosen = co_await d->booking.find(state->turn.about, state->actor);
        if (d->isStopping())
            co_return gone();
        if (chosen)
            about = meetingForModel(*chosen, {}, state->speakerZone, OthersWords::Keep);
    }
    state->append({ChatMessage::Role::User, state->turn.message, {}, {}, {}, {}, about});

    const auto said = co_await d->think(d, state);
    if (!said)
        co_return tl::unexpected(said.error());
    if (d->isStopping())
        co_return gone();

    TurnResult result;
    result.sessionId = conversation.sessionId;
    result.reply = d->replyFrom(*said, *state);
    result.json = toJson(result.reply, conversation.sessionId, d->booking.host().zone);

    state->forgetOthersWords();
    conversation.entries.append(
        {ChatMessage{ChatMessage::Role::Assistant, result.reply.text, {}, {}, {}, result.reply.at},
         result.reply.html,
         result.reply.cards,
         {}});
    conversation.lastActivity = result.reply.at;
    if (!state->turn.idempotencyKey.isEmpty())
        conversation.answered.append({fingerprint(state->turn.idempotencyKey.toUtf8()), requestHash(state->turn),
                                      toStoredJson(result.reply, d->booking.host().zone)});
    const auto saved = co_await d->conversations.save(std::move(conversation), lease);
    if (!saved)
        co_return tl::unexpected(saved.error());
    co_return result;
}

QCoro::Task<Result<TurnResult>> answer(std::shared_ptr<Agent::Private> d, Turn turn, std::stop_token stop,
                                       TurnObserver *observer)
{
    const QDeadlineTimer deadline(d->options.deadline);
    bool mayBeNew = turn.sessionId.isEmpty();
    QString sessionId = turn.sessionId;
    if (mayBeNew && !turn.idempotencyKey.isEmpty()) {
        const auto derived = co_await d->conversations.idFor(turn.idempotencyKey, turn.message, speakerOf(turn));
        if (!derived)
            co_return tl::unexpected(derived.error());
        if (d->isStopping())
            co_return gone();
        sessionId = *derived;
    }

    // A new session with an id nobody else can know needs neither queue nor lock nor loading.
    if (sessionId.isEmpty()) {
        Conversation fresh = d->conversations.create();
        const bool isAdmitted = admit(fresh, turn);
        Q_ASSERT(isAdmitted);
        const auto state = std::make_shared<TurnState>(turn, std::move(fresh), d->options, deadline, stop,
                                                       d->stopping.get_token(), observer);
        auto result = co_await converse(d, state, std::nullopt);
        co_return result;
    }

    std::unique_ptr<InFlight> inFlight;
    if (!turn.idempotencyKey.isEmpty()) {
        const QString name = sessionId + u'\n' + turn.idempotencyKey;
        if (d->inFlight.contains(name))
            co_return failure(ErrorCode::Conflict, u"a message with this key is being answered"_s);
        inFlight = std::make_unique<InFlight>(d, name);
    }
    const auto patience = std::chrono::milliseconds(deadline.remainingTime());
    const auto place = co_await d->queue.enter(sessionId, patience);
    if (d->isStopping())
        co_return gone();
    if (!place)
        co_return failure(ErrorCode::Conflict, u"the session is answering another message"_s);
    const auto left = std::chrono::milliseconds(std::max<qint64>(deadline.remainingTime(), 0));
    auto locked = co_await d->conversations.lock(sessionId, left);
    if (d->isStopping())
        co_return gone();
    if (!locked)
        co_return tl::unexpected(locked.error());

    const Lease lease = locked->lease;
    auto result = co_await d->answerLocked(d, turn, sessionId, mayBeNew, std::move(*locked), deadline, stop, observer);
    if (d->isStopping())
        co_return gone();
    if (!result || result->isRepeat) {
        const auto released = co_await d->conversations.unlock(lease);
        if (!released && !d->isStopping())
            qCWarning(lcAgent) << "a session's lease was not given back and runs out by itself:"
                               << errorName(released.error().code);
    }
    if (!result)
        co_return tl::unexpected(result.error());
    co_return std::move(result->result);
}

} // namespace

QCoro::Task<Result<Agent::Private::Locked>> Agent::Private::answerLocked(std::shared_ptr<Private> d, Turn turn,
                                                                         QString sessionId, bool mayBeNew,
                                                                         Conversations::Locked locked,
                                                                         QDeadlineTimer deadline, std::stop_token stop,
                                                                         TurnObserver *observer)
{
    Result<Conversation> &loaded = locked.conversation;
    if (!loaded) {
        if (!mayBeNew || loaded.error().code != ErrorCode::NotFound)
            co_return tl::unexpected(loaded.error());
        loaded = d->conversations.create(sessionId);
    }
    if (!admit(*loaded, turn))
        co_return failure(ErrorCode::NotFound, u"the session is somebody else's"_s);
    // Somebody who guessed another's key and first words must not get that person's talk: such a repeat is only the
    // lost answer's, so it comes before anything else was said, and soon.
    if (mayBeNew && loaded->version > 0 && (hasGoneOn(*loaded) || d->clock.now() - loaded->lastActivity > repeatTime))
        co_return invalidField(u"Idempotency-Key"_s,
                               Sentence::en("This key was used before, in a talk that has gone on."));
    auto repeated = answeredBefore(*loaded, turn);
    if (!repeated)
        co_return tl::unexpected(repeated.error());
    if (*repeated)
        co_return Locked{std::move(**repeated), true};
    const auto state = std::make_shared<TurnState>(turn, std::move(*loaded), d->options, deadline, stop,
                                                   d->stopping.get_token(), observer);
    auto result = co_await converse(d, state, locked.lease);
    if (!result)
        co_return tl::unexpected(result.error());
    co_return Locked{std::move(*result), false};
}

Agent::Agent(Options options, Conversations &conversations, BookingService &booking, Calendar &calendar,
             ChatModel &model, const Clock &clock)
    : d(std::make_shared<Private>(options, conversations, booking, calendar, model, clock))
{
}

Agent::~Agent()
{
    d->stopping.request_stop();
    d->keptLeases.stop();
    d->queue.callEverybody();
}

QCoro::Task<Result<TurnResult>> Agent::respond(Turn turn, std::stop_token stop, TurnObserver *observer)
{
    return answer(d, std::move(turn), std::move(stop), observer);
}

} // namespace ChatCal
