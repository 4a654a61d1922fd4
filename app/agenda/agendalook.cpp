// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendalook.h"

#include "app/look/colors.h"
#include "app/look/daywords.h"

#include <QCoreApplication>
#include <QLocale>

namespace ChatCal {

namespace {

QFont scaled(QFont font, qreal factor, QFont::Weight weight = QFont::Normal)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

} // namespace

AgendaLook::AgendaLook(const QFont &plain, const QPalette &colors)
    : palette(colors),
      font(plain),
      bold(scaled(plain, 1.0, QFont::DemiBold)),
      small(scaled(plain, 0.88)),
      tiny(scaled(plain, 0.82, QFont::DemiBold)),
      metrics(font),
      boldMetrics(bold),
      smallMetrics(small),
      tinyMetrics(tiny),
      base(colors.color(QPalette::Base)),
      text(colors.color(QPalette::Text)),
      muted(mutedColor(colors)),
      line(lineColor(colors)),
      halfLine(mixed(base, line, 0.45)),
      accent(accentColor(colors)),
      alarm(alarmColor(colors))
{
    for (int i = 0; i < agendaShadeCount; ++i)
        shades[static_cast<size_t>(i)] = agendaShade(i, colors);
}

const QString &clockWordsAt(int minute)
{
    static std::array<QString, 1440> words;
    static QLocale locale;
    if (locale != QLocale()) { // another language was chosen
        words.fill({});
        locale = QLocale();
    }
    const int within = (minute % 1440 + 1440) % 1440;
    QString &text = words[static_cast<size_t>(within)];
    if (text.isEmpty())
        text = clockWords({within / 60, within % 60});
    return text;
}

QString spanWords(int startMinute, int endMinute)
{
    return QCoreApplication::translate("AgendaView", "%1 – %2").arg(clockWordsAt(startMinute), clockWordsAt(endMinute));
}

} // namespace ChatCal
