// SPDX-License-Identifier: Apache-2.0
#include "core/llm/prompt.h"

#include "core/base/untrustedtext.h"
#include "core/time/words.h"

#include <QFile>

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QString resource(const QString &name)
{
    QFile file(u":/prompts/"_s + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen); // it is linked into the program
    return isOpen ? QString::fromUtf8(file.readAll()) : QString();
}

QList<Prompt::Piece> piecesOf(const QString &text)
{
    QList<Prompt::Piece> pieces;
    qsizetype from = 0;
    for (;;) {
        const qsizetype open = text.indexOf(u"{{"_s, from);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u"}}"_s, open);
        if (close < 0) {
            pieces.append({text.mid(from), {}});
            return pieces;
        }
        pieces.append({text.mid(from, open - from), text.mid(open + 2, close - open - 2)});
        from = close + 2;
    }
}

/// What a value holds is never read as a name.
QString filled(const QList<Prompt::Piece> &pieces, std::initializer_list<std::pair<QStringView, QString>> values)
{
    QString out;
    out.reserve(8192);
    for (const Prompt::Piece &piece : pieces) {
        out += piece.words;
        for (const auto &[key, value] : values)
            if (key == piece.name)
                out += value;
    }
    return out;
}

QString quoted(const QString &words)
{
    return UntrustedText(words).toPrompt(120);
}

QString contactOf(const ModelContext &context)
{
    QStringList known;
    if (!context.contactName.isEmpty())
        known.append(u"name "_s + quoted(context.contactName));
    if (!context.contactEmail.isEmpty())
        known.append(u"e-mail "_s + quoted(context.contactEmail));
    if (!context.contactPhone.isEmpty())
        known.append(u"phone "_s + quoted(context.contactPhone));
    return known.isEmpty() ? u"nothing yet"_s : known.join(u", "_s);
}

QString reachOf(const ModelContext &context)
{
    QStringList ways;
    if (!context.hostEmail.isEmpty())
        ways.append(context.hostEmail);
    if (!context.hostPhone.isEmpty())
        ways.append(context.hostPhone);
    return ways.isEmpty() ? u"no way is known but this chat"_s : ways.join(u", "_s);
}

/// One line, if the host offers kinds of meetings: «Intro» (15 min, phone), «Consultation» (30 or 60 min).
QString offersOf(const ModelContext &context)
{
    QStringList offers;
    for (const MeetingOffer &offer : context.offers) {
        QStringList lengths;
        for (const std::chrono::minutes length : offer.lengths)
            lengths.append(QString::number(length.count()));
        QString facts = lengths.join(u" or "_s) + u" min"_s;
        if (!offer.how.isEmpty())
            facts += u", "_s + offer.how;
        if (!offer.description.isEmpty())
            facts += u": "_s + quoted(offer.description);
        offers.append(u"%1 (%2)"_s.arg(quoted(offer.name), facts));
    }
    return offers.isEmpty()
        ? QString()
        : u"\n- Kinds of meetings, for `meeting_type`; their lengths count, not 30 minutes: %1."_s.arg(
            offers.join(u", "_s));
}

} // namespace

Prompt::Prompt()
{
    const QString system = resource(u"system.md"_s) + u'\n';
    const QString now = resource(u"now.md"_s);
    m_guest = piecesOf(system + resource(u"guest.md"_s) + now);
    m_host = piecesOf(system + resource(u"host.md"_s) + now);
}

QString Prompt::forContext(const ModelContext &context) const
{
    const bool isGuest = context.role == ModelContext::Role::Guest;
    const QString host = quoted(context.hostName);
    const QString video = context.hasConferenceUrl
        ? u"A video call gets a link when it is booked."_s
        : u"No video link can be made here: say so when a video call is booked."_s;
    return filled(isGuest ? m_guest : m_host,
                  {{u"host", host},
                   {u"video", video},
                   {u"hours", context.hoursInWords},
                   {u"host_zone", context.hostZone.name()},
                   {u"reach", isGuest ? reachOf(context) : QString()},
                   {u"contact", contactOf(context)},
                   {u"offers", offersOf(context)},
                   {u"now", momentInWords({context.now, context.speakerZone})},
                   {u"zone", context.speakerZone.name()}});
}

} // namespace ChatCal
