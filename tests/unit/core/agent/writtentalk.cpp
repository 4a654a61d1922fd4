// SPDX-License-Identifier: Apache-2.0
#include "writtentalk.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// Takes one line of a talk; false when it means nothing there.
bool take(WrittenTalk &talk, const QString &line)
{
    const QChar mark = line.front();
    if (mark == u'>') {
        talk.turns.append({line.mid(1).trimmed().replace("\\n"_L1, "\n"_L1), {}, {}, {}, {}});
        return true;
    }
    if ((mark == u'<' || mark == u'!') && !talk.turns.isEmpty()) {
        (mark == u'<' ? talk.turns.last().parts : talk.turns.last().absent).append(line.mid(1).trimmed());
        return true;
    }
    const QString key = line.section(u':', 0, 0);
    const QString value = line.section(u':', 1).trimmed();
    if (key == "tools"_L1 && !talk.turns.isEmpty())
        talk.turns.last().tools = value.split(u' ', Qt::SkipEmptyParts);
    else if (key == "about"_L1 && !talk.turns.isEmpty())
        talk.turns.last().about = value;
    else if (key == "as"_L1)
        talk.isHost = value == "host"_L1;
    else if (key == "now"_L1)
        talk.now = value;
    else if (key == "zone"_L1)
        talk.zone = value;
    else if (key == "phone"_L1)
        talk.phone = value;
    else if (key == "busy"_L1)
        talk.busy.append(value);
    else if (key == "given"_L1)
        talk.meetings.append(value);
    else if (key == "kind"_L1)
        talk.kinds.append(value);
    else if (key == "calendar"_L1 && value != "nothing"_L1)
        talk.calendar.append(value);
    else if (key == "cancelled"_L1)
        talk.cancelled.append(value);
    else
        return key == "calendar"_L1;
    return true;
}

void readFile(const QString &path, QList<WrittenTalk> &talks)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    const QString name = QFileInfo(path).fileName();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        const QString place = u"%1:%2"_s.arg(name).arg(i + 1);
        if (line.startsWith("# "_L1)) {
            talks.append(WrittenTalk());
            talks.last().title = QFileInfo(path).baseName() + u' ' + line.mid(2);
            talks.last().file = place;
        } else if (!line.isEmpty() && !line.startsWith("//"_L1) && (talks.isEmpty() || !take(talks.last(), line))) {
            talks.append(WrittenTalk());
            talks.last().title = u"unreadable "_s + place;
            talks.last().file = place;
        }
    }
}

} // namespace

QString WrittenTalk::name() const
{
    static const QRegularExpression gap(u"[^A-Za-z0-9]+"_s);
    QString plain = title.normalized(QString::NormalizationForm_D); // "trägt" in ASCII
    plain.removeIf([](QChar c) { return c.isMark(); });
    QString joined;
    const QStringList words = plain.split(gap, Qt::SkipEmptyParts);
    for (const QString &word : words)
        joined += word.front().toUpper() + word.mid(1);
    return joined;
}

QList<WrittenTalk> readTalks(const QString &folder)
{
    QList<WrittenTalk> talks;
    const QStringList files = QDir(folder).entryList({u"*.talk"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        readFile(folder + u'/' + file, talks);
    return talks;
}

std::optional<WrittenMeeting> readMeeting(const QString &line)
{
    static const QRegularExpression shape(
        uR"(^(\d{4}-\d\d-\d\d) (\d\d:\d\d) (\d+)m ?([^|]*?)\s*(?:\|\s*([^|]*?)\s*)?(?:\|\s*(.*))?$)"_s);
    const auto match = shape.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    return WrittenMeeting{match.captured(1) + u'T' + match.captured(2), match.captured(3).toInt(), match.captured(4),
                          match.captured(5), match.captured(6)};
}

} // namespace ChatCal
