// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakemodelserver.h"

#include "core/time/words.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QString found(const QString &prompt, const QString &pattern)
{
    const auto match = QRegularExpression(pattern).match(prompt);
    return match.captured(1).trimmed();
}

Zone zoneOr(const QString &name, const Zone &otherwise)
{
    return Zone::find(name).value_or(otherwise);
}

/// «Intro» (15 min, phone: «To get to know»), «Consultation» (30 or 60 min)
QList<MeetingOffer> offersIn(const QString &line)
{
    static const QRegularExpression form(u"«([^»]*)» \\(([0-9 or]+) min(?:, ([a-z_]+))?(?:: «([^»]*)»)?\\)"_s);
    QList<MeetingOffer> offers;
    for (auto matches = form.globalMatch(line); matches.hasNext();) {
        const auto match = matches.next();
        MeetingOffer offer;
        offer.name = match.captured(1);
        const QStringList lengths = match.captured(2).split(u" or "_s);
        for (const QString &length : lengths)
            offer.lengths.append(std::chrono::minutes(length.toInt()));
        offer.how = match.captured(3);
        offer.description = match.captured(4);
        offers.append(offer);
    }
    return offers;
}

} // namespace

ModelContext contextFromPrompt(const QString &prompt, Instant otherwise)
{
    ModelContext context;
    context.systemPrompt = prompt;
    context.role = prompt.contains("The person is a guest"_L1) ? ModelContext::Role::Guest : ModelContext::Role::Host;
    context.hostName = found(prompt, u"scheduling assistant of «([^»]*)»"_s);
    context.hoursInWords = found(prompt, u"Meetings are possible (.*) \\([A-Za-z_/+-]+\\)"_s);
    context.hostZone = zoneOr(found(prompt, u"Meetings are possible .* \\(([A-Za-z_/+-]+)\\)"_s), Zone());
    context.speakerZone = zoneOr(found(prompt, u"time zone is ([A-Za-z0-9_/+-]+)"_s), context.hostZone);
    context.hasConferenceUrl = prompt.contains("gets a link"_L1);
    context.offers = offersIn(found(prompt, u"Kinds of meetings, (.*)"_s));
    const QString known = found(prompt, u"Known of the guest: (.*)"_s);
    context.contactName = found(known, u"name «([^»]*)»"_s);
    context.contactEmail = found(known, u"e-mail «([^»]*)»"_s);
    context.contactPhone = found(known, u"phone «([^»]*)»"_s);
    const QString moment = found(prompt, u"Now it is (.*? [AP]M)"_s);
    const QDateTime local = QLocale::c().toDateTime(moment, u"dddd, MMMM d, yyyy 'at' h:mm AP"_s);
    const auto wall = fromIsoLocal(local.toString(u"yyyy-MM-ddTHH:mm"_s));
    context.now = local.isValid() && wall ? context.speakerZone.toInstant(*wall) : otherwise;
    return context;
}

} // namespace ChatCal
