// SPDX-License-Identifier: Apache-2.0
#include "core/agent/agent_p.h"
#include "core/agent/arguments.h"
#include "core/agent/cards.h"
#include "core/agent/logging.h"
#include "core/agent/rendering.h"
#include "core/agent/spokenwords.h"
#include "core/agent/truthcheck.h"
#include "core/base/json.h"
#include "core/base/within.h"
#include "core/booking/meetingid.h"
#include "core/words/phrasebook.h"

#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int mostCallsPerRound = 8;
constexpr int mostSuggestions = 4;
constexpr qsizetype suggestionLength = 80;
constexpr qsizetype replyLength = SpokenWords::longestReply;
/// About 8,000 tokens: what fits the smallest model in use beside its prompt and tools.
constexpr qsizetype historyLength = 32000;

/// What to say when the model does not, in one language.
struct PlainWords
{
    QString restIsOpen; ///< after what was done
    QString nothingChanged;
};

const PlainWords &plainWords(Language language)
{
    static const std::array<PlainWords, languageCount> words{
        {{u"The rest is still open; please tell me again what is missing."_s,
          u"I could not work that out, and nothing was changed. Please say it again in other words, best with a day "
          u"and a time."_s},
         {u"Der Rest ist noch offen. Was fehlt noch?"_s,
          u"Das habe ich nicht verstanden, und es wurde nichts geändert. Bitte noch einmal mit anderen Worten, am "
          u"besten mit Tag und Uhrzeit."_s},
         {u"Le reste n'est pas encore fait. Que manque-t-il ?"_s,
          u"Je n'ai pas compris, et rien n'a été modifié. Merci de le redire autrement, de préférence avec un jour et "
          u"une heure."_s},
         {u"El resto sigue pendiente. ¿Qué falta?"_s,
          u"No lo he entendido, y no se ha cambiado nada. Conviene decirlo con otras palabras, mejor con un día y una "
          u"hora."_s}}};
    return words.at(static_cast<std::size_t>(language));
}

ModelReply honestWords(const TurnState &state, const QString &model)
{
    const Language language = state.language();
    const Zone zone = state.conversation.zone.value_or(state.speakerZone);
    ModelReply reply;
    reply.model = model;
    reply.text = state.ledger.hasChangedSomething()
        ? state.ledger.doneInWords(language, zone) + u' ' + plainWords(language).restIsOpen
        : plainWords(language).nothingChanged;
    return reply;
}

/// A language model that read what others wrote may not write on its own any more in this turn.
ToolResult needsConfirmation(const ToolCall &call, TurnState &state)
{
    const Phrasebook &words = Phrasebook::of(state.language());
    const auto id = MeetingId::findIn(call.arguments["meeting"_L1].toString());
    if (id && call.name == "cancel_appointment"_L1)
        state.offered.append(words.translate("web", "Cancel meeting %1").arg(*id));
    else if (id && call.name == "reschedule_appointment"_L1)
        state.offered.append(words.translate("web", "Move meeting %1").arg(*id));
    const QString said = u"Texts from the calendar were read in this turn, so this needs the person's own word. Ask "
                         u"them to confirm in their next message."_s;
    ToolResult result = refused(u"needs_confirmation"_s, said);
    result.cards.append(
        Cards::notice(u"needs_confirmation"_s, words.translate("cards", "Please confirm"),
                      words.translate("cards", "Say it once more, or press the button, and it will be done.")));
    return result;
}

/// The person's own words name the meeting: that is the press of a card's button.
bool isNamedByPerson(const ToolCall &call, const TurnState &state)
{
    const auto id = MeetingId::findIn(call.arguments["meeting"_L1].toString());
    return id && state.turn.message.contains(*id);
}

QCoro::Task<Result<ToolResult>> runCall(std::shared_ptr<Agent::Private> d, std::shared_ptr<TurnState> state,
                                        ToolCall call, QString model)
{
    const bool byPersonsWords = model == "offline"_L1;
    const Tool *tool = d->toolbox.find(call.name, state->actor.role);
    const bool isWriting = tool && tool->isWriting();
    if (isWriting) {
        if (const ToolResult *earlier = state->earlierResult(call)) {
            ToolResult again;
            again.forModel = earlier->forModel;
            co_return again;
        }
        if (state->ledger.hasOthersWords() && !byPersonsWords && !isNamedByPerson(call, *state))
            co_return needsConfirmation(call, *state);
    }
    ToolContext context;
    context.actor = state->actor;
    context.speakerZone = state->conversation.zone.value_or(state->speakerZone);
    context.now = state->now;
    context.conversation = &state->conversation;
    context.byPersonsWords = byPersonsWords;
    context.mailReachesPeople = d->options.mailReachesPeople;
    context.language = state->language();
    if (isWriting)
        context.idempotencyKey = state->callKey(call.name);
    auto result = co_await d->toolbox.run(call, context, state->stop);
    if (result && result->succeeded && isWriting)
        state->done.append({call, *result});
    co_return result;
}

/// Runs the calls of one round in order and appends the exchange to the talk.
QCoro::Task<Result<void>> runCalls(std::shared_ptr<Agent::Private> d, std::shared_ptr<TurnState> state,
                                   ModelReply reply, QString model)
{
    if (reply.toolCalls.size() > mostCallsPerRound)
        reply.toolCalls.resize(mostCallsPerRound);
    for (qsizetype i = 0; i < reply.toolCalls.size(); ++i) // some endpoints give no ids, an answer needs one
        if (reply.toolCalls.at(i).id.isEmpty())
            reply.toolCalls[i].id = u"call-%1-%2"_s.arg(state->conversation.entries.size()).arg(i);
    state->append({ChatMessage::Role::Assistant, reply.text.left(replyLength), reply.toolCalls, {}, {}, {}});
    for (const ToolCall &call : std::as_const(reply.toolCalls)) {
        if (state->observer)
            state->observer->toolStarted(call.name);
        const auto result = co_await runCall(d, state, call, model);
        if (d->isStopping())
            co_return failure(ErrorCode::Cancelled, u"the agent is gone"_s);
        if (state->observer)
            state->observer->toolFinished(call.name, result && result->forModel["ok"_L1].toBool());
        if (!result)
            co_return tl::unexpected(result.error());
        state->ledger.add(call.name, *result);
        state->append(
            {ChatMessage::Role::Tool, QString::fromUtf8(toJson(result->forModel)), {}, call.id, call.name, {}});
        if (result->hasOthersWords)
            state->toForget.append({state->conversation.entries.size() - 1, withoutOthersWords(result->forModel)});
    }
    co_return {};
}

/// A model that is not waited for any longer may still speak; nobody hears it then.
class Silence
{
public:
    explicit Silence(std::shared_ptr<SpokenWords> spoken) : m_spoken(std::move(spoken)) { }
    ~Silence()
    {
        if (m_spoken)
            m_spoken->close();
    }
    Q_DISABLE_COPY_MOVE(Silence)

private:
    std::shared_ptr<SpokenWords> m_spoken;
};

/// The newest messages that fit, beginning with something the person said.
QList<ChatMessage> recentMessages(const Conversation &conversation)
{
    qsizetype first = conversation.entries.size();
    qsizetype length = 0;
    qsizetype start = first;
    while (first > 0) {
        const ChatMessage &message = conversation.entries.at(--first).message;
        length += message.text.size() + 100 * message.toolCalls.size();
        if (length > historyLength && start < conversation.entries.size())
            break;
        if (message.role == ChatMessage::Role::User)
            start = first;
    }
    QList<ChatMessage> messages;
    messages.reserve(conversation.entries.size() - start);
    for (qsizetype i = start; i < conversation.entries.size(); ++i)
        messages.append(conversation.entries.at(i).message);
    return messages;
}

} // namespace

ModelRequest Agent::Private::requestFor(const TurnState &state) const
{
    const Host &host = booking.host();
    const Contact &contact = state.conversation.contact;
    ModelRequest request;
    ModelContext &context = request.context;
    context.role = state.actor.isHost() ? ModelContext::Role::Host : ModelContext::Role::Guest;
    context.hostName = host.name.toPlainLine();
    context.hostEmail = host.email;
    context.hostPhone = host.phone;
    for (const MeetingType &type : booking.meetingTypes())
        context.offers.append({type.name, type.lengths, type.how ? howName(*type.how) : QString(), type.description});
    context.hoursInWords = booking.policy().hours.inWords();
    context.hostZone = host.zone;
    context.language = state.conversation.language;
    context.speakerZone = state.conversation.zone.value_or(state.speakerZone);
    context.now = state.now;
    if (!state.actor.isHost()) {
        context.contactName = contact.name;
        context.contactEmail = contact.email;
        context.contactPhone = contact.phone;
    }
    context.hasConferenceUrl = booking.hasConferenceUrl();
    context.mailReachesPeople = options.mailReachesPeople;
    request.messages = recentMessages(state.conversation);
    request.tools = toolbox.specs(state.actor.role);
    request.deadline = state.timeLeft();
    request.listener = state.spoken;
    request.requestId = state.turn.requestId;
    return request;
}

QCoro::Task<Result<ModelReply>> Agent::Private::think(std::shared_ptr<Private> d, std::shared_ptr<TurnState> state)
{
    QString speaker = d->model.name();
    std::stop_source modelStop; // stopped with the caller, and when the model is not waited for any longer
    const std::stop_callback chain(state->stop, [&modelStop] { modelStop.request_stop(); });
    const Silence silence(state->spoken);
    for (int round = 0; round < d->options.maximumRounds; ++round) {
        if (state->spoken)
            state->spoken->beginRound(state->ledger.facts());
        auto asked = d->model.complete(d->requestFor(*state), modelStop.get_token());
        const auto reply = co_await within(std::move(asked), state->timeLeft(), state->stop);
        if (d->isStopping())
            co_return failure(ErrorCode::Cancelled, u"the agent is gone"_s);
        if (!reply) {
            modelStop.request_stop();
            if (state->ledger.hasChangedSomething()) {
                qCWarning(lcAgent) << "the model failed after a tool had written; the reply says what was done:"
                                   << errorName(reply.error().code);
                co_return honestWords(*state, speaker);
            }
            if (reply.error().code == ErrorCode::Cancelled)
                co_return tl::unexpected(reply.error());
            qCWarning(lcAgent) << "no model answered:" << errorName(reply.error().code);
            Error error{ErrorCode::Unavailable, u"no model answered"_s, reply.error().retryAfter, {}};
            if (!error.retryAfter)
                error.retryAfter = std::chrono::seconds(5);
            co_return tl::unexpected(error);
        }
        if (state->spoken)
            state->spoken->finishRound(reply->text);
        if (!reply->model.isEmpty())
            speaker = reply->model;
        if (reply->toolCalls.isEmpty()) {
            if (reply->text.trimmed().isEmpty())
                break; // neither words nor calls: it broke its own rule
            co_return ModelReply{reply->text, {}, reply->suggestions, speaker};
        }
        if (round + 1 == d->options.maximumRounds)
            break; // nobody could tell what the tools did any more
        const auto ran = co_await runCalls(d, state, *reply, speaker);
        if (!ran)
            co_return tl::unexpected(ran.error());
    }
    qCWarning(lcAgent) << "a model came to no words within its rounds:" << speaker;
    co_return honestWords(*state, speaker);
}

Reply Agent::Private::replyFrom(const ModelReply &said, const TurnState &state) const
{
    Reply reply;
    const CheckedWords checked = checkedAgainst(said.text.left(replyLength).trimmed(), state.ledger.facts());
    if (checked.wasCorrected)
        qCWarning(lcAgent) << "a reply claimed what no tool had done and was corrected; model:" << said.model;
    reply.text = checked.text;
    reply.html = markdownToHtml(reply.text);
    reply.toolsUsed = state.ledger.toolsUsed();
    reply.cards = state.ledger.cards();
    for (const QString &suggestion : state.offered + said.suggestions) {
        const QString words = suggestion.simplified();
        if (reply.suggestions.size() < mostSuggestions && !words.isEmpty() && words.size() <= suggestionLength
            && !reply.suggestions.contains(words))
            reply.suggestions.append(words);
    }
    reply.model = said.model;
    reply.at = clock.now();
    return reply;
}

} // namespace ChatCal
