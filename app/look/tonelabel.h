// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace ChatCal {

/// Words in the colour of what went wrong, of what went well, of what matters less, or of all others; follows light and
/// dark by itself.
class ToneLabel : public QLabel
{
    Q_OBJECT
public:
    enum class Tone { Plain, Muted, Good, Bad };
    explicit ToneLabel(Tone tone, QWidget *parent = nullptr);

    void tell(const QString &words, Tone tone);
    [[nodiscard]] Tone tone() const { return m_tone; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    Tone m_tone;
    bool m_isDressing = false;
};

} // namespace ChatCal
