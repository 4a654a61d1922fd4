// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/readingmemory.h"

#include "core/llm/offline/secondopinion.h"

#include <QMutexLocker>

#include <initializer_list>

namespace ChatCal::Dialogue {

namespace {

// Some kilobytes each: dozens of talks at a time in a few megabytes.
constexpr int mostReadings = 2048;
// A message may have 4000 characters; the rare long ones are read again rather than kept.
constexpr qsizetype longestKept = 600;

quint32 flagsOf(const ReadContext &context)
{
    const Expectation &expects = context.expects;
    quint32 flags = 0;
    for (const bool flag : {expects.name, expects.contact, expects.day, expects.time, expects.duration, expects.title,
                            expects.location, expects.confirmation, expects.choice, context.host})
        flags = flags << 1 | (flag ? 1U : 0U);
    return flags << 3 | (context.language ? 1U + static_cast<quint32>(*context.language) : 0U);
}

} // namespace

ReadingMemory::ReadingMemory(const Reader &reader)
    : m_reader(reader), m_readings(mostReadings), m_expectations(mostReadings)
{
}

Understood ReadingMemory::readAnew(const QString &text, const ReadContext &context) const
{
    Understood understood = m_reader.read(text, context);
    if (const auto meant = secondOpinion(understood, context))
        understood = m_reader.read(text, context, meant);
    return understood;
}

Understood ReadingMemory::read(const QString &text, const ReadContext &context)
{
    if (text.size() > longestKept)
        return readAnew(text, context);
    const Key key{text, context.now, context.zone.name(), flagsOf(context), context.hostName};
    {
        const QMutexLocker lock(&m_mutex);
        if (const Understood *known = m_readings.object(key))
            return *known;
    }
    Understood understood = readAnew(text, context);
    const QMutexLocker lock(&m_mutex);
    m_readings.insert(key, new Understood(understood));
    return understood;
}

Expectation ReadingMemory::expectation(const QString &assistantText, Language language)
{
    if (assistantText.size() > longestKept)
        return expectationOf(assistantText, language);
    const QString key = languageCode(language) + assistantText;
    {
        const QMutexLocker lock(&m_mutex);
        if (const Expectation *known = m_expectations.object(key))
            return *known;
    }
    const Expectation expects = expectationOf(assistantText, language);
    const QMutexLocker lock(&m_mutex);
    m_expectations.insert(key, new Expectation(expects));
    return expects;
}

} // namespace ChatCal::Dialogue
