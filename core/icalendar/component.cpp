// SPDX-License-Identifier: Apache-2.0
#include "core/icalendar/component.h"

#include "core/icalendar/contentline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int deepest = 8; ///< VCALENDAR, VTIMEZONE, STANDARD are three

bool isNameCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// Where the value of @p line begins; -1 when it is no content line.
qsizetype colonOf(const QByteArray &line)
{
    bool quoted = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (line[at] == '"')
            quoted = !quoted;
        else if (line[at] == ':' && !quoted)
            return at;
    }
    // A quote that is never closed: some programs write one into a name.
    return quoted ? line.indexOf(':') : -1;
}

QByteArray nameOf(const QByteArray &line)
{
    qsizetype end = 0;
    while (end < line.size() && isNameCharacter(line[end]))
        ++end;
    return line.first(end).toUpper();
}

QString decoded(const QByteArray &value)
{
    QString text = QString::fromUtf8(value);
    if (!text.contains(u'^'))
        return text;
    QString out; // RFC 6868
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar next = at + 1 < text.size() ? text[at + 1] : QChar();
        if (text[at] == u'^' && (next == u'^' || next == u'\'' || next == u'n')) {
            out += next == u'^' ? u'^' : next == u'n' ? u'\n' : u'"';
            ++at;
        } else {
            out += text[at];
        }
    }
    return out;
}

class Parser
{
public:
    explicit Parser(const QByteArray &text) : m_text(text) { }

    Result<ICalComponent> calendar()
    {
        while (const auto line = next()) {
            if (line->trimmed().compare("BEGIN:VCALENDAR", Qt::CaseInsensitive) == 0)
                return component("VCALENDAR", 1);
        }
        return failure(ErrorCode::Protocol, u"no calendar in the text"_s);
    }

private:
    /// The next line, unfolded. Line feeds alone end lines too, as many a program has it.
    std::optional<QByteArray> next()
    {
        QByteArray line;
        bool hasLine = false;
        while (m_at < m_text.size()) {
            const char first = m_text[m_at];
            if (hasLine && first != ' ' && first != '\t')
                break;
            qsizetype end = m_text.indexOf('\n', m_at);
            if (end < 0)
                end = m_text.size();
            QByteArrayView part = QByteArrayView(m_text).sliced(m_at, end - m_at);
            if (part.endsWith('\r'))
                part.chop(1);
            line.append(hasLine ? part.sliced(1) : part);
            hasLine = true;
            m_at = end + 1;
        }
        return hasLine ? std::optional(line) : std::nullopt;
    }

    Result<ICalComponent> component(const QByteArray &name, int depth)
    {
        if (depth > deepest)
            return failure(ErrorCode::Protocol, u"a calendar nested too deep"_s);
        ICalComponent component{name, {}, {}};
        while (const auto line = next()) {
            ICalProperty property(*line);
            const QByteArray named = property.name();
            if (named == "BEGIN") {
                auto inner = this->component(property.value().trimmed().toUpper().toUtf8(), depth + 1);
                if (!inner)
                    return inner;
                component.components.append(std::move(*inner));
            } else if (named == "END") {
                if (property.value().trimmed().toUpper().toUtf8() != name)
                    return failure(ErrorCode::Protocol, u"a component is closed by another's end"_s);
                return component;
            } else if (!named.isEmpty()) {
                component.properties.append(std::move(property));
            }
        }
        return failure(ErrorCode::Protocol, u"a calendar ends in its middle"_s);
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

void write(const ICalComponent &component, QByteArray *text)
{
    *text += "BEGIN:" + component.name + "\r\n";
    for (const ICalProperty &property : component.properties)
        *text += foldedLine(property.line());
    for (const ICalComponent &inner : component.components)
        write(inner, text);
    *text += "END:" + component.name + "\r\n";
}

QByteArray unfolded(QByteArray line)
{
    line.replace("\r\n ", "");
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace

ICalProperty::ICalProperty(QByteArray line) : m_line(std::move(line)), m_colon(colonOf(m_line))
{
    if (m_colon > 0)
        m_name = nameOf(m_line);
}

QString ICalProperty::value() const
{
    return QString::fromUtf8(m_line.sliced(m_colon + 1));
}

QString ICalProperty::parameter(QByteArrayView upperCaseName) const
{
    bool quoted = false;
    qsizetype start = m_name.size() + 1;
    for (qsizetype at = start; at <= m_colon; ++at) {
        if (at < m_colon && m_line[at] == '"')
            quoted = !quoted;
        if ((quoted || m_line[at] != ';') && at != m_colon)
            continue;
        const QByteArray part = m_line.mid(start, at - start);
        start = at + 1;
        const qsizetype equals = part.indexOf('=');
        if (equals < 0 || part.first(equals).trimmed().toUpper() != upperCaseName)
            continue;
        QByteArray value = part.sliced(equals + 1);
        if (value.startsWith('"')) {
            const qsizetype end = value.indexOf('"', 1);
            return decoded(value.mid(1, end < 0 ? -1 : end - 1));
        }
        return decoded(value);
    }
    return {};
}

const ICalProperty *ICalComponent::find(QByteArrayView property) const
{
    const auto found = std::find_if(properties.begin(), properties.end(),
                                    [property](const ICalProperty &one) { return one.name() == property; });
    return found == properties.end() ? nullptr : &*found;
}

QString ICalComponent::value(QByteArrayView property) const
{
    const ICalProperty *const found = find(property);
    return found ? found->value() : QString();
}

void ICalComponent::removeAll(QByteArrayView property)
{
    properties.removeIf([property](const ICalProperty &one) { return one.name() == property; });
}

void ICalComponent::replace(QByteArrayView property, const QList<QByteArray> &lines)
{
    const ICalProperty *const first = find(property);
    qsizetype at = first ? first - properties.constData() : properties.size();
    removeAll(property);
    for (const QByteArray &line : lines)
        properties.insert(at++, ICalProperty(unfolded(line)));
}

Result<ICalComponent> parseICalendar(const QByteArray &text)
{
    return Parser(text).calendar();
}

QByteArray toICalendarText(const ICalComponent &component)
{
    QByteArray text;
    write(component, &text);
    return text;
}

} // namespace ChatCal
