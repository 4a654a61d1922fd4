// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendaeditor.h"

#include "app/agenda/agendaview.h"
#include "app/look/daywords.h"
#include "core/base/ids.h"
#include "core/time/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QJsonObject bookingOf(const QString &title, const Interval &when)
{
    return {{u"title"_s, title},
            {u"start"_s, toRfc3339({when.start, Zone()})},
            {u"duration_minutes"_s, static_cast<int>(when.length().count())}};
}

/// The booking that would make the same meeting again.
QJsonObject bookingOf(const MeetingDetails &details)
{
    QJsonObject booking = bookingOf(details.item.title, details.item.when);
    QJsonArray attendees;
    for (const AgendaItem::Attendee &attendee : details.item.attendees) {
        QJsonObject person{{u"name"_s, attendee.name}};
        if (!attendee.email.isEmpty())
            person.insert(u"email"_s, attendee.email);
        if (!attendee.phone.isEmpty())
            person.insert(u"phone"_s, attendee.phone);
        attendees.append(person);
    }
    const QList<QPair<QString, QString>> texts{{u"description"_s, details.item.description},
                                               {u"location"_s, details.item.location},
                                               {u"meeting_type"_s, details.meetingType},
                                               {u"how"_s, details.how}};
    for (const auto &[name, text] : texts) {
        if (!text.isEmpty())
            booking.insert(name, text);
    }
    if (!attendees.isEmpty())
        booking.insert(u"attendees"_s, attendees);
    return booking;
}

bool isWholeDays(const Interval &when, const Zone &zone)
{
    const LocalTime start = zone.toLocal(when.start);
    const LocalTime end = zone.toLocal(when.end);
    return start < end && start == LocalTime(dayOf(start)) && end == LocalTime(dayOf(end));
}

AgendaEdit editOf(const Change &change)
{
    const AgendaEdit::Kind kind = change.kind == Change::Kind::Move ? AgendaEdit::Kind::Move
        : change.kind == Change::Kind::Cancel                       ? AgendaEdit::Kind::Cancel
                                                                    : AgendaEdit::Kind::Book;
    return {kind, change.key, change.uid, change.title, change.when.value()};
}

} // namespace

/// A change that was done, and the one that takes it back.
class AgendaEditor::Command : public QUndoCommand
{
public:
    Command(AgendaEditor &editor, Change doing, Change undoing)
        : QUndoCommand(doing.title), forward(std::move(doing)), backward(std::move(undoing)), m_editor(editor)
    {
    }
    void redo() override
    {
        if (std::exchange(m_isDone, true)) // QUndoStack::push() calls it for what is done already
            m_editor.runAgain(*this, forward, Turn::Redo);
    }
    void undo() override { m_editor.runAgain(*this, backward, Turn::Undo); }

    Change forward;
    Change backward;

private:
    AgendaEditor &m_editor;
    bool m_isDone = false;
};

AgendaEditor::AgendaEditor(ApiClient &client, Outgoing &outgoing, AgendaView &view, QObject *parent)
    : QObject(parent), m_client(client), m_outgoing(outgoing), m_view(view)
{
    m_undo.setUndoLimit(100);
    connect(&m_outgoing, &Outgoing::settled, this,
            [this](const Change &change, const ChangeOutcome &outcome) { finish(change.key, outcome); });
}

QString AgendaEditor::currentUid(const QString &uid) const
{
    QString current = uid;
    while (m_renamed.contains(current))
        current = m_renamed.value(current);
    return current;
}

QString AgendaEditor::whenWords(const Interval &when) const
{
    const LocalTime start = m_view.zone().toLocal(when.start);
    const QString day = shortDayWords(toQDate(dayOf(start)));
    return isWholeDays(when, m_view.zone()) ? day : tr("%1, %2").arg(day, clockWords(toQTime(start)));
}

/// The time it ends at, or the last of its days.
QString AgendaEditor::endWords(const Interval &when) const
{
    const LocalDate last = dayOf(m_view.zone().toLocal(when.end)) - date::days(1);
    if (isWholeDays(when, m_view.zone()))
        return whenWords({m_view.zone().toInstant(LocalTime(last)), when.end});
    return clockWords(toQTime(m_view.zone().toLocal(when.end)));
}

void AgendaEditor::book(const QString &title, const Interval &when)
{
    book(Change{Change::Kind::Book, {}, {}, bookingOf(title, when), {}, title, when});
}

void AgendaEditor::book(const Change &change)
{
    submit(change, [this, change](const ChangeOutcome &outcome) {
        keepDone(change,
                 {Change::Kind::Cancel, {}, {}, {}, outcome.uid, change.title, outcome.when.value_or(*change.when)},
                 outcome);
    });
}

void AgendaEditor::move(const AgendaItem &item, const Interval &when)
{
    Change change{Change::Kind::Move, {}, {}, {}, item.uid, item.title, when};
    change.eventId = item.isEditable ? item.eventId : QString();
    Change back = change;
    back.when = item.when;
    change.sequence = item.sequence;
    change.etag = item.etag;
    submit(change, [this, change, back](const ChangeOutcome &outcome) {
        Change again = change;
        again.sequence.reset(); // it will have moved on by then
        again.etag.clear();
        keepDone(again, back, outcome);
    });
}

void AgendaEditor::cancel(const AgendaItem &item)
{
    if (item.isEditable) {
        remove(item);
        return;
    }
    Change change{Change::Kind::Cancel, randomToken(12), {}, {}, item.uid, item.title, item.when};
    change.sequence = item.sequence;
    m_view.add(editOf(change));
    // What there is to book again is known only before.
    QCoro::connect(m_client.meeting(item.uid), this,
                   [this, change](const Result<MeetingDetails> &details) { cancelKnowing(change, details); });
}

void AgendaEditor::remove(const AgendaItem &item)
{
    Change change{Change::Kind::Cancel, {}, {}, {}, item.uid, item.title, item.when};
    change.eventId = item.eventId;
    Change again = change;
    Change back = change;
    back.kind = Change::Kind::Restore; // the server has kept it
    change.etag = item.etag;
    submit(change, [this, again, back](const ChangeOutcome &outcome) { keepDone(again, back, outcome); });
}

void AgendaEditor::cancelKnowing(const Change &change, const Result<MeetingDetails> &details)
{
    const Then then = [this, change, details](const ChangeOutcome &outcome) {
        if (!details) { // it had to wait for the server: nothing is known to book again
            if (outcome.state == ChangeOutcome::State::Done)
                Q_EMIT news({doneWords(change, Turn::First)});
            return;
        }
        Change again = change;
        again.sequence.reset();
        keepDone(again, {Change::Kind::Book, {}, {}, bookingOf(*details), change.uid, change.title, details->item.when},
                 outcome);
    };
    m_underWay.insert(change.key, {change, then});
    send(change);
}

void AgendaEditor::submit(Change change, Then then)
{
    change.key = randomToken(12); // another one each time: the same key would be the same wish
    m_underWay.insert(change.key, {change, std::move(then)});
    m_view.add(editOf(change));
    if (change.kind == Change::Kind::Book)
        m_view.select(change.key); // its name until it has one
    send(change);
}

QCoro::Task<> AgendaEditor::send(Change change)
{
    const QPointer<AgendaEditor> self(this);
    const auto outcome = co_await m_outgoing.submit(change);
    if (!self)
        co_return;
    if (outcome.state == ChangeOutcome::State::Waiting) {
        m_isTurning = false; // what waits may wait long, and is part of the agenda meanwhile
        m_view.drop(change.key);
        Q_EMIT news({tr("\"%1\" is kept and sent when the server is back.").arg(change.title)});
    } else {
        finish(change.key, outcome);
    }
}

/// Once per key: Outgoing tells of an outcome by its signal, and of one that came at once also as an answer.
void AgendaEditor::finish(const QString &key, const ChangeOutcome &outcome)
{
    if (!m_underWay.contains(key) || outcome.state == ChangeOutcome::State::Waiting)
        return;
    const UnderWay underWay = m_underWay.take(key);
    if (outcome.state == ChangeOutcome::State::Refused) {
        m_view.drop(key);
        refuse(underWay.change, outcome);
    } else {
        m_view.settle(key, outcome.uid, outcome.meetingId);
    }
    underWay.then(outcome);
}

void AgendaEditor::keepDone(Change forward, Change backward, const ChangeOutcome &outcome)
{
    if (outcome.state != ChangeOutcome::State::Done)
        return;
    const QString words = doneWords(forward, Turn::First, backward.when);
    if (forward.kind == Change::Kind::Book)
        forward.uid = outcome.uid; // the name under which it is known from now on
    m_undo.push(new Command(*this, std::move(forward), std::move(backward)));
    Q_EMIT news({words, true});
}

QString AgendaEditor::doneWords(const Change &change, Turn turn, const std::optional<Interval> &was) const
{
    switch (change.kind) {
    case Change::Kind::Cancel:
        if (!change.eventId.isEmpty())
            return tr("\"%1\" is deleted. ChatCal sends no mail about it.").arg(change.title);
        return turn == Turn::Undo ? tr("\"%1\" is taken back.").arg(change.title)
                                  : tr("\"%1\" is cancelled.").arg(change.title);
    case Change::Kind::Move:
        if (turn == Turn::Undo)
            return tr("\"%1\" is back at %2.").arg(change.title, whenWords(*change.when));
        if (was && was->start == change.when->start)
            return tr("\"%1\" now lasts until %2.").arg(change.title, endWords(*change.when));
        return tr("\"%1\" moved to %2.").arg(change.title, whenWords(*change.when));
    case Change::Kind::Restore:
        return tr("\"%1\" is back in the calendar.").arg(change.title);
    default:
        break;
    }
    if (turn == Turn::First)
        return tr("Booked: \"%1\", %2.").arg(change.title, whenWords(*change.when));
    // Said honestly: for guests it is a new meeting.
    const qsizetype guests = change.meeting.value("attendees"_L1).toArray().size();
    const QString words = tr("Booked again: \"%1\", %2.").arg(change.title, whenWords(*change.when));
    return guests == 0 ? words : tr("%1 The guests get a new invitation.").arg(words);
}

void AgendaEditor::refuse(const Change &change, const ChangeOutcome &outcome)
{
    AgendaNews words;
    words.words = outcome.message.isEmpty() ? tr("The calendar refused \"%1\".").arg(change.title)
                                            : tr("\"%1\": %2").arg(change.title, outcome.message);
    if (change.kind != Change::Kind::Cancel) {
        words.alternatives = outcome.alternatives.mid(0, 3);
        words.takeInstead = [this, change](const Interval &when) {
            if (change.kind == Change::Kind::Book) {
                Change other = change;
                other.when = when;
                other.meeting.insert(u"start"_s, toRfc3339({when.start, Zone()}));
                book(other);
            } else if (const auto index = m_view.scene().find(change.uid)) {
                move(m_view.scene().entries()[*index].item, when);
            }
        };
    }
    Q_EMIT news(words);
}

void AgendaEditor::undo()
{
    if (m_isTurning)
        return; // the last one has not arrived yet
    if (m_undo.canUndo())
        m_undo.undo();
    else
        Q_EMIT news({tr("There is nothing to undo.")});
}

void AgendaEditor::redo()
{
    if (m_isTurning)
        return;
    if (m_undo.canRedo())
        m_undo.redo();
    else
        Q_EMIT news({tr("There is nothing to do again.")});
}

void AgendaEditor::runAgain(const Command &command, Change change, Turn turn)
{
    if (m_isTurning)
        return; // the stack goes back to where it was: see below
    m_isTurning = true;
    const QString name = change.uid; // the command's name for the meeting
    change.uid = currentUid(name);
    if (change.kind == Change::Kind::Book)
        change.uid.clear(); // it will get another
    submit(change, [this, which = &command, change, name, turn](const ChangeOutcome &outcome) {
        if (outcome.state == ChangeOutcome::State::Done) {
            if (change.kind == Change::Kind::Book && !name.isEmpty())
                m_renamed.insert(currentUid(name), outcome.uid);
            m_isTurning = false;
            Q_EMIT news({doneWords(change, turn), turn == Turn::Redo});
            return;
        }
        // All stands as before, so the stack has to as well; the person may try again.
        const int at = m_undo.index();
        const bool isHere =
            turn == Turn::Undo ? m_undo.command(at) == which : at > 0 && m_undo.command(at - 1) == which;
        if (isHere)
            turn == Turn::Undo ? m_undo.redo() : m_undo.undo();
        m_isTurning = false;
    });
}

} // namespace ChatCal
