// SPDX-License-Identifier: Apache-2.0
#include "core/agent/tools/createtool.h"

#include "core/llm/offline/wording.h"
#include "core/time/words.h"
#include "core/words/phrasebook.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// How to meet when nobody said: where there is a place, there; by phone where a number is all there is.
MeetingHow usualHow(const BookingRequest &request)
{
    if (!request.location.isEmpty())
        return MeetingHow::InPerson;
    const bool hasEmail = std::any_of(request.attendees.begin(), request.attendees.end(),
                                      [](const Attendee &attendee) { return !attendee.email.isEmpty(); });
    const bool hasPhone = std::any_of(request.attendees.begin(), request.attendees.end(),
                                      [](const Attendee &attendee) { return !attendee.phone.isEmpty(); });
    return hasPhone && !hasEmail ? MeetingHow::Phone : MeetingHow::Video;
}

QString usualTitle(const BookingRequest &request, Language language)
{
    const Dialogue::Wording wording(Dialogue::phrasesOf(language, Dialogue::Audience::Guest), 0, 0);
    const QString what = !request.meetingType.isEmpty() ? request.meetingType
        : request.how == MeetingHow::Phone              ? wording.say(Dialogue::Say::CallTitle)
                                                        : wording.say(Dialogue::Say::MeetingTitle);
    if (request.attendees.isEmpty())
        return what;
    const Attendee &first = request.attendees.first();
    const QString who =
        first.name.isEmpty() ? (first.email.isEmpty() ? first.phone : first.email) : first.name.stored();
    return wording.say(Dialogue::Say::TitleWith, {{u"title", what}, {u"person", who}});
}

/// Who calls whom: the host calls the number that is known.
QString callInWords(const BookingRequest &request, const Host &host, const Phrasebook &words)
{
    for (const Attendee &attendee : request.attendees)
        if (!attendee.phone.isEmpty())
            return words.translate("mail", "Phone call: %1 calls %2").arg(host.name.stored(), attendee.phone);
    return words.translate("mail", "Phone call");
}

Result<Attendee> guestFrom(const Arguments &arguments, const Contact &known)
{
    auto name = arguments.text(u"name"_s, nameLength);
    auto email = arguments.email();
    auto phone = arguments.phone();
    if (!name)
        return tl::unexpected(name.error());
    if (!email)
        return tl::unexpected(email.error());
    if (!phone)
        return tl::unexpected(phone.error());
    return Attendee{UntrustedText(name->isEmpty() ? known.name : *name), email->isEmpty() ? known.email : *email,
                    phone->isEmpty() ? known.phone : *phone};
}

/// The type asked for, null when none was or the host offers none; InvalidInput when it is none of theirs.
Result<const MeetingType *> typeFrom(const Arguments &arguments, const QList<MeetingType> &types)
{
    const auto name = arguments.text(u"meeting_type"_s, titleLength);
    if (!name)
        return tl::unexpected(name.error());
    if (name->isEmpty() || types.isEmpty())
        return nullptr;
    if (const MeetingType *type = findMeetingType(types, *name))
        return type;
    QStringList names;
    for (const MeetingType &type : types)
        names.append(type.name);
    return invalidField(u"meeting_type"_s, Sentence::said(u"The meeting types are: %1."_s.arg(names.join(u", "_s))));
}

void remember(Contact &contact, const Attendee &guest)
{
    contact = {guest.name.stored(), guest.email, guest.phone};
}

} // namespace

ToolSpec CreateTool::spec() const
{
    return {u"create_appointment"_s, u"Books at once. Answers with the meeting, or with a reason and free slots."_s,
            schema({{"when"_L1, textSchema(u"the person's own words"_s)},
                    {"duration_minutes"_L1, minutesSchema()},
                    {"meeting_type"_L1, textSchema()},
                    {"name"_L1, textSchema()},
                    {"email"_L1, textSchema(u"never made up"_s)},
                    {"phone"_L1, textSchema()},
                    {"title"_L1, textSchema()},
                    {"how"_L1,
                     QJsonObject{{"type"_L1, u"string"_s},
                                 {"enum"_L1, QJsonArray{u"video"_s, u"phone"_s, u"in_person"_s}}}},
                    {"location"_L1, textSchema()},
                    {"description"_L1, textSchema()},
                    {"attendees"_L1,
                     QJsonObject{{"type"_L1, u"array"_s},
                                 {"items"_L1, QJsonObject{{"type"_L1, u"string"_s}}},
                                 {"description"_L1, u"names or addresses"_s}}}},
                   {u"when"_s})};
}

Result<BookingRequest> CreateTool::request(const Arguments &arguments, const ToolContext &context) const
{
    const bool isHost = context.actor.isHost();
    const auto title = arguments.text(u"title"_s, titleLength);
    const auto location = arguments.text(u"location"_s, placeLength);
    const auto description = arguments.text(u"description"_s, notesLength, Lines::Many);
    const auto how = arguments.how();
    const auto others = arguments.attendees();
    const auto type = typeFrom(arguments, m_bench.booking.meetingTypes());
    for (const Error *error : {title ? nullptr : &title.error(), location ? nullptr : &location.error(),
                               description ? nullptr : &description.error(), how ? nullptr : &how.error(),
                               others ? nullptr : &others.error(), type ? nullptr : &type.error()})
        if (error)
            return tl::unexpected(*error);
    if (!isHost && !others->isEmpty())
        return invalidField(u"attendees"_s, Sentence::said(u"Only the host can invite other people."_s));

    BookingRequest request;
    auto guest = guestFrom(arguments, isHost ? Contact() : context.conversation->contact);
    if (!guest)
        return tl::unexpected(guest.error());
    if (!isHost) {
        remember(context.conversation->contact, *guest);
        if (guest->name.isEmpty())
            return invalidField(u"name"_s, Sentence::said(u"A name is needed to book."_s));
        if (guest->email.isEmpty() && guest->phone.isEmpty())
            return invalidField(u"email"_s,
                                Sentence::said(u"An e-mail address or a phone number is needed to book."_s));
    }
    if (!guest->name.isEmpty() || !guest->email.isEmpty() || !guest->phone.isEmpty())
        request.attendees.append(*guest);
    for (const Attendee &other : *others)
        if (!request.attendees.contains(other))
            request.attendees.append(other);

    request.location = UntrustedText(*location);
    request.description = UntrustedText(*description);
    if (*type)
        request.meetingType = (*type)->name;
    request.how = *how ? **how : *type && (*type)->how ? *(*type)->how : usualHow(request);
    if (request.how == MeetingHow::Phone && request.location.isEmpty())
        request.location =
            UntrustedText(callInWords(request, m_bench.booking.host(), Phrasebook::of(context.language)));
    request.title = UntrustedText(title->isEmpty() ? usualTitle(request, context.language).left(titleLength) : *title);
    request.guestZone = context.speakerZone;
    request.guestLanguage = context.language;
    request.idempotencyKey = context.idempotencyKey;
    return request;
}

QCoro::Task<Result<ToolResult>> CreateTool::run(QJsonObject object, ToolContext context, std::stop_token stop)
{
    const Workbench bench = m_bench;
    const Arguments arguments(std::move(object));
    auto booking = request(arguments, context);
    if (!booking)
        co_return invalid(booking.error());
    const auto when = arguments.text(u"when"_s, whenLength, Lines::Many);
    if (!when)
        co_return invalid(when.error());
    const auto minutes = arguments.minutes(u"duration_minutes"_s);
    if (!minutes)
        co_return invalid(minutes.error());

    const WhenSaid said = bench.when.read(*when, context);
    const MeetingType *type = findMeetingType(bench.booking.meetingTypes(), booking->meetingType);
    booking->length = *minutes ? **minutes : said.length.value_or(type ? type->lengths.first() : usualLength);
    if (type && !context.actor.isHost() && !type->allows(booking->length))
        co_return invalid(u"duration_minutes"_s, u"%1 takes %2."_s.arg(type->name, type->lengthsInWords()));
    if (said.kind == WhenSaid::Kind::Window) {
        const auto free = co_await freeIn(bench, said.window, booking->length, slotsShown, context, stop);
        if (!free)
            co_return refusedByError(free.error());
        ToolResult result = invalid(u"when"_s, u"Which time? A clock time is needed to book."_s,
                                    {{"slots"_L1, slotsForModel(*free, context.speakerZone)}});
        if (!free->isEmpty())
            result.cards.append(Cards::slotList(*free, booking->length, context.speakerZone, context.language));
        co_return result;
    }
    if (said.kind != WhenSaid::Kind::Moment)
        co_return invalid(u"when"_s,
                          when->isEmpty() ? u"A day and a time are needed to book."_s
                                          : u"No day and time could be read in that."_s);

    booking->start = said.start;
    const std::chrono::minutes length = booking->length;
    const auto outcome = co_await bench.booking.book(std::move(*booking), context.actor, stop);
    if (!outcome)
        co_return refusedByError(outcome.error());
    if (const auto *refusal = std::get_if<Refusal>(&*outcome))
        co_return refusedBy(bench, *refusal, length, context);
    co_return changed(bench, std::get<Meeting>(*outcome), context, said.note);
}

} // namespace ChatCal
