// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/booking/bookingservice.h"
#include "core/mail/invitation.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace ChatCal {

/// What the guest's page shows of one meeting, and what can be done there now.
struct GuestView
{
    enum class Panel { None, Cancel, Move };
    enum class State { Upcoming, Pending, Past, Cancelled };

    QString path; ///< "/m/…" of this link
    QString zoneAsked; ///< the zone the address names; empty: none, and links name none either
    Zone zone; ///< in which times are shown
    Language language = Language::English; ///< of all words but those of others
    bool languageAsked = false; ///< by the address
    Meeting meeting;
    Mailbox reader;
    Host host;
    Instant now;
    bool hasChanged = false; ///< since the mail with this link
    Panel panel = Panel::None;
    QString notice; ///< what has just been done
    QString trouble; ///< why what was asked for was not done
    QString reason; ///< what was written into the form so far

    // Panel::Move
    QList<Interval> slots_; ///< in time order
    std::optional<LocalDate> earlier; ///< first day of the page of slots before this one
    std::optional<LocalDate> later;
    bool isUnreadable = false; ///< nobody knows what is free

    [[nodiscard]] State state() const;
    [[nodiscard]] bool canChange() const { return state() == State::Upcoming; }
    /// The meeting as this reader may know it: nobody else's address or number.
    [[nodiscard]] Invitation invitation() const;
};

[[nodiscard]] QByteArray guestPage(const GuestView &view);
/// A page that says what is wrong, with nothing of any meeting.
[[nodiscard]] QByteArray guestTroublePage(const QString &title, const QString &trouble, Language language);

} // namespace ChatCal
