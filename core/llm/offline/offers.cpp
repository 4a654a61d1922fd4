// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/offers.h"

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

bool isWordAt(const QString &text, qsizetype place)
{
    return place >= 0 && place < text.size() && text.at(place).isLetterOrNumber();
}

bool names(const QString &text, const QString &name)
{
    for (qsizetype at = text.indexOf(name, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(name, at + 1, Qt::CaseInsensitive))
        if (!isWordAt(text, at - 1) && !isWordAt(text, at + name.size()))
            return true;
    return false;
}

} // namespace

const MeetingOffer *offerNamedIn(const QString &text, const QList<MeetingOffer> &offers)
{
    const MeetingOffer *longest = nullptr;
    const QString words = text.simplified();
    for (const MeetingOffer &offer : offers)
        if (names(words, offer.name) && (!longest || offer.name.size() > longest->name.size()))
            longest = &offer;
    return longest;
}

} // namespace ChatCal::Dialogue
