// SPDX-License-Identifier: Apache-2.0
#include "talks.h"

#include "core/time/words.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <random>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

Result<QStringList> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return failure(ErrorCode::NotFound, u"%1: %2"_s.arg(path, file.errorString()));
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

/// The choices of "a|(b|c)|d", those in brackets left as they are.
QStringList choicesOf(const QString &text)
{
    QStringList choices{QString()};
    int depth = 0;
    for (const QChar c : text) {
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        if (c == u'|' && depth == 0)
            choices << QString();
        else
            choices.last() += c;
    }
    return choices;
}

/// Words that fill a slot of their own; what they became is marked by these letters of the private use area until it
/// has been read.
constexpr char16_t endMark = 0xe000;
const QHash<QString, char16_t> &slotMarks()
{
    static const QHash<QString, char16_t> marks{{u"event"_s, 0xe001},  {u"act"_s, 0xe001},  {u"title"_s, 0xe001},
                                                {u"acting"_s, 0xe001}, {u"name"_s, 0xe002}, {u"place"_s, 0xe003}};
    return marks;
}

class Writer
{
public:
    void name(const QString &word, const QStringList &choices) { m_words.insert(word, choices); }
    [[nodiscard]] QString write(QString text);
    [[nodiscard]] quint32 dice(quint32 sides) { return static_cast<quint32>(m_random()) % sides; }

private:
    [[nodiscard]] QString pick(const QStringList &choices)
    {
        return choices.at(dice(static_cast<quint32>(choices.size())));
    }
    QHash<QString, QStringList> m_words;
    std::mt19937 m_random{7};
};

QString Writer::write(QString text)
{
    static const QRegularExpression word(u"<(\\w+)>"_s);
    static const QRegularExpression group(u"\\(([^()]*)\\)"_s);
    for (auto found = word.match(text); found.hasMatch(); found = word.match(text)) {
        QString chosen = pick(m_words.value(found.captured(1), {u""_s}));
        if (const char16_t mark = slotMarks().value(found.captured(1), 0))
            chosen = QChar(mark) + chosen + QChar(endMark);
        text.replace(found.capturedStart(), found.capturedLength(), chosen);
    }
    for (auto found = group.match(text); found.hasMatch(); found = group.match(text))
        text.replace(found.capturedStart(), found.capturedLength(), pick(found.captured(1).split(u'|')));
    static const QRegularExpression beforeMark(u" ([,.?])"_s);
    static const QRegularExpression beforeVowel(u"\\ba (?=[aeiou])"_s);
    static const QRegularExpression beforeConsonant(u"\\ban (?=[^aeiouh])"_s);
    return text.simplified()
        .replace(beforeMark, u"\\1"_s)
        .replace(beforeVowel, u"an "_s)
        .replace(beforeConsonant, u"a "_s);
}

/// Takes the marks out of @p text; what stood between them, by mark.
QHash<char16_t, QJsonArray> takeMarks(QString &text)
{
    QHash<char16_t, QJsonArray> found;
    static const QRegularExpression marked(u"([\\x{e001}-\\x{e003}])([^\\x{e000}]*)\\x{e000}"_s);
    for (auto match = marked.match(text); match.hasMatch(); match = marked.match(text)) {
        found[match.captured(1).at(0).unicode()] << match.captured(2);
        text.replace(match.capturedStart(), match.capturedLength(), match.captured(2));
    }
    return found;
}

/// Puts what a message says into what is known of the talk so far. Of a subject nothing is known where no word of the
/// patterns was one.
void addSlots(const QHash<char16_t, QJsonArray> &found, QJsonObject &known)
{
    const QString subject = u"subject"_s;
    const QJsonArray subjects = found.value(0xe001);
    if (subjects.size() == 1)
        known.insert(subject, subjects.at(0));
    else if (!subjects.isEmpty())
        known.remove(subject);
    const QString location = u"location"_s;
    const QJsonArray places = found.value(0xe003);
    if (places.size() == 1)
        known.insert(location, places.at(0));
    else if (!places.isEmpty())
        known.remove(location);
    else if (!known.contains(u"intent"_s))
        known.insert(location, QJsonValue());
    QJsonArray people = known.value(u"attendees"_s).toArray();
    for (const QJsonValue person : found.value(0xe002))
        people << person;
    known.insert(u"attendees"_s, people);
}

TrainingTalk writeTalk(const QStringList &patterns, int number, Writer &writer)
{
    TrainingTalk talk{u"own-%1"_s.arg(number), *fromIsoLocal(u"2026-03-04T09:00"_s), {}};
    QJsonObject known;
    const bool careful = writer.dice(5) < 2; // with capitals and marks
    for (const QString &pattern : patterns) {
        const qsizetype colon = pattern.indexOf(u": "_s);
        if (!pattern.startsWith("I "_L1) || colon < 0) {
            QString said = writer.write(pattern);
            takeMarks(said);
            talk.turns << TrainingTurn{ChatMessage::Role::Assistant, said, {}};
            continue;
        }
        const QString intent = pattern.mid(2, colon - 2);
        QString said = writer.write(pattern.mid(colon + 2));
        addSlots(takeMarks(said), known);
        known.insert(u"intent"_s, intent);
        if (careful && !said.isEmpty()) {
            said[0] = said.at(0).toUpper();
            const bool asks = intent == "query_events"_L1 || intent == "availability"_L1;
            if (said.back().isLetterOrNumber() && writer.dice(3) > 0)
                said += asks ? u'?' : u'.';
        }
        talk.turns << TrainingTurn{ChatMessage::Role::User, said, known};
    }
    return talk;
}

} // namespace

Result<QList<TrainingTalk>> readTalks(const QString &path)
{
    const Result<QStringList> lines = linesOf(path);
    if (!lines)
        return tl::unexpected(lines.error());
    QList<TrainingTalk> talks;
    for (qsizetype number = 0; number < lines->size(); ++number) {
        if (lines->at(number).isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(lines->at(number).toUtf8()).object();
        const auto now = fromIsoLocal(object.value("ref"_L1).toString());
        if (!now)
            return failure(ErrorCode::InvalidInput, u"%1:%2: ref is no local time"_s.arg(path).arg(number + 1));
        TrainingTalk talk{object.value("id"_L1).toString(), *now, {}};
        const QJsonArray expect = object.value("expect"_L1).toArray();
        const QJsonArray turns =
            object.contains("text"_L1) ? QJsonArray{object.value("text"_L1)} : object.value("turns"_L1).toArray();
        qsizetype person = 0;
        for (const QJsonValue &turn : turns) {
            if (turn.toObject().value("role"_L1) == "assistant"_L1)
                talk.turns << TrainingTurn{
                    ChatMessage::Role::Assistant, turn.toObject().value("text"_L1).toString(), {}};
            else
                talk.turns << TrainingTurn{ChatMessage::Role::User,
                                           turn.isString() ? turn.toString()
                                                           : turn.toObject().value("text"_L1).toString(),
                                           expect.at(person++).toObject()};
        }
        talks << talk;
    }
    return talks;
}

Result<QList<TrainingTalk>> writeOutTalks(const QString &path, int times)
{
    const Result<QStringList> lines = linesOf(path);
    if (!lines)
        return tl::unexpected(lines.error());
    Writer writer;
    QList<QStringList> patterns{{}};
    for (const QString &line : *lines) {
        static const QRegularExpression named(u"^<(\\w+)> = (.*)$"_s);
        const auto name = named.match(line);
        if (line.startsWith(u'#'))
            continue;
        if (name.hasMatch())
            writer.name(name.captured(1), choicesOf(name.captured(2)));
        else if (line.isEmpty())
            patterns << QStringList();
        else if (line.startsWith("= "_L1)) // a talk of one message
            patterns << QStringList{u"I "_s + line.mid(2)};
        else
            patterns.last() << line;
    }
    patterns.removeIf([](const QStringList &talk) { return talk.isEmpty(); });
    QList<TrainingTalk> talks;
    for (const QStringList &talk : std::as_const(patterns)) {
        for (int i = 0; i < times; ++i)
            talks << writeTalk(talk, static_cast<int>(talks.size()), writer);
    }
    return talks;
}

} // namespace ChatCal
