// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/interval.h"
#include "core/time/zone.h"

#include <QList>
#include <QWidget>

#include <optional>

namespace ChatCal {

/// A day's hours as a band: working hours lighter, what is taken grey, the wished time in the accent colour, red where
/// something is in its way. The titles of what is taken are in tool tips and in the accessible description.
class DayStrip : public QWidget
{
    Q_OBJECT
public:
    struct Busy
    {
        Interval when;
        QString title;
        bool operator==(const Busy &) const = default;
    };
    struct Day
    {
        LocalDate date; ///< of @ref zone
        Zone zone;
        QList<Interval> workingHours;
        QList<Busy> busy; ///< by start; may reach over midnight
        std::optional<Interval> wish;
        bool isFree = true; ///< the wish can be had
        bool operator==(const Day &) const = default;
    };

    explicit DayStrip(QWidget *parent = nullptr);

    void setDay(const Day &day);
    [[nodiscard]] const Day &day() const { return m_day; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// From the first hour shown to the last, whole hours after midnight: around the working hours, and wider where
    /// something lies outside of them.
    void chooseHours();
    void describe();
    [[nodiscard]] std::chrono::minutes sinceMidnight(Instant instant) const;
    /// Along the band, in the direction of reading.
    [[nodiscard]] QRectF barOf(const Interval &when, qreal inset) const;
    [[nodiscard]] QRectF band() const;
    void paintHours(QPainter &painter) const;
    void paintWish(QPainter &painter) const;

    Day m_day;
    int m_firstHour = 8;
    int m_lastHour = 18;
};

} // namespace ChatCal
