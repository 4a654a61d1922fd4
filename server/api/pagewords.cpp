// SPDX-License-Identifier: Apache-2.0
#include "server/api/pagewords.h"

#include "core/base/json.h"
#include "core/words/phrasebook.h"
#include "resources/web/strings.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr const char *context = "web";

/// Translations by their English; English itself needs the forms of its plurals alone.
QByteArray scriptWords(Language language)
{
    const Phrasebook &words = Phrasebook::of(language);
    QJsonObject table;
    if (language != Language::English) {
        for (const char *source : webStrings)
            table.insert(QString::fromUtf8(source), words.translate(context, source));
    }
    for (const char *source : webPlurals) {
        const auto form = [&](int n) {
            return words.translate(context, source, nullptr, n).replace(QString::number(n), u"%n"_s);
        };
        table.insert(QString::fromUtf8(source), QJsonArray{form(1), form(2)});
    }
    return toJson(table).replace('<', "\\u003c"); // no "</script>"
}

QByteArray inAllLanguages(const QByteArray &source)
{
    QJsonObject table;
    for (int i = 0; i < languageCount; ++i) {
        const auto language = static_cast<Language>(i);
        table.insert(languageCode(language), Phrasebook::of(language).translate(context, source.constData()));
    }
    return toJson(table).replace('\'', "\\u0027");
}

QByteArray valueOf(Language language, const QByteArray &words)
{
    constexpr QByteArrayView all = "all:";
    if (words.startsWith(all))
        return inAllLanguages(words.mid(all.size()));
    return Phrasebook::of(language).translate(context, words.simplified().constData()).toUtf8();
}

} // namespace

QByteArray pageIn(Language language, const QByteArray &page)
{
    QByteArray made;
    qsizetype from = 0;
    for (;;) {
        const qsizetype open = page.indexOf("[[", from);
        const qsizetype close = open < 0 ? -1 : page.indexOf("]]", open);
        if (close < 0)
            break;
        made += page.mid(from, open - from) + valueOf(language, page.mid(open + 2, close - open - 2));
        from = close + 2;
    }
    made += page.mid(from);
    if (made.contains("{{strings}}"))
        made.replace("{{strings}}", scriptWords(language));
    return made.replace("{{lang}}", languageCode(language).toLatin1());
}

} // namespace ChatCal
