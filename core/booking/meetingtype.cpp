// SPDX-License-Identifier: Apache-2.0
#include "core/booking/meetingtype.h"

#include "core/base/text.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::minutes;

constexpr qsizetype mostTypes = 20; // each of them is told to the model in every turn
constexpr qsizetype mostLengths = 6;
constexpr qsizetype longestName = 60;
constexpr qsizetype longestDescription = 200;

/// Reads one type and writes down what is wrong with it.
class TypeReader
{
public:
    TypeReader(QJsonObject object, QString field, QList<FieldError> &errors)
        : m_object(std::move(object)), m_field(std::move(field)), m_errors(errors)
    {
    }

    MeetingType read(minutes shortest, minutes longest)
    {
        MeetingType type;
        type.name = text(u"name"_s, &cleanText, longestName);
        type.description = text(u"description"_s, &cleanOptionalText, longestDescription);
        type.lengths = readLengths(shortest, longest);
        const QJsonValue how = m_object["how"_L1];
        type.how = howFromName(how.toString());
        if (!how.isUndefined() && !how.isNull() && !type.how)
            complain(u"how"_s, Sentence::en("must be video, phone, in_person or null"));
        static const QStringList known{u"name"_s, u"durations_minutes"_s, u"how"_s, u"description"_s};
        for (const QString &key : m_object.keys())
            if (!known.contains(key))
                complain(key, Sentence::en("is not a setting"));
        return type;
    }

private:
    using Cleaner = Result<QString> (*)(const QString &, const QString &, qsizetype, Lines);
    QString text(const QString &name, Cleaner clean, qsizetype most)
    {
        const QJsonValue value = m_object[name];
        if (!value.isString() && !value.isUndefined() && !value.isNull()) {
            complain(name, Sentence::en("must be a text"));
            return {};
        }
        const auto cleaned = clean(value.toString(), m_field + u'.' + name, most, Lines::One);
        if (!cleaned)
            m_errors += cleaned.error().fields;
        return cleaned.value_or(QString());
    }

    QList<minutes> readLengths(minutes shortest, minutes longest)
    {
        QList<minutes> lengths;
        const QJsonArray values = m_object["durations_minutes"_L1].toArray();
        bool isRight = !values.isEmpty() && values.size() <= mostLengths;
        for (const auto &value : values) {
            const double number = value.toDouble(std::nan(""));
            if (!(number >= static_cast<double>(shortest.count()) && number <= static_cast<double>(longest.count()))
                || number != std::floor(number)) {
                isRight = false;
                break;
            }
            const minutes length(static_cast<int>(number));
            isRight = isRight && !lengths.contains(length);
            lengths.append(length);
        }
        if (!isRight)
            complain(u"durations_minutes"_s,
                     Sentence::en("must list 1 to %1 different whole numbers from %2 to %3")
                         .arg(mostLengths)
                         .arg(shortest.count())
                         .arg(longest.count()));
        return lengths;
    }

    void complain(const QString &name, const Sentence &message) { m_errors.append({m_field + u'.' + name, message}); }

    QJsonObject m_object;
    QString m_field;
    QList<FieldError> &m_errors;
};

} // namespace

QString MeetingType::lengthsInWords() const
{
    QStringList numbers;
    for (const minutes length : lengths)
        numbers.append(QString::number(length.count()));
    const QString last = numbers.takeLast();
    return numbers.isEmpty() ? u"%1 minutes"_s.arg(last) : u"%1 or %2 minutes"_s.arg(numbers.join(u", "_s), last);
}

const MeetingType *findMeetingType(const QList<MeetingType> &types, const QString &name)
{
    const auto found = std::find_if(types.begin(), types.end(), [wanted = name.simplified()](const MeetingType &type) {
        return type.name.compare(wanted, Qt::CaseInsensitive) == 0;
    });
    return found == types.end() ? nullptr : &*found;
}

QJsonArray toJson(const QList<MeetingType> &types)
{
    QJsonArray array;
    for (const MeetingType &type : types) {
        QJsonArray lengths;
        for (const minutes length : type.lengths)
            lengths.append(static_cast<int>(length.count()));
        array.append(QJsonObject{{u"name"_s, type.name},
                                 {u"durations_minutes"_s, lengths},
                                 {u"how"_s, type.how ? QJsonValue(howName(*type.how)) : QJsonValue()},
                                 {u"description"_s, type.description}});
    }
    return array;
}

Result<QList<MeetingType>> meetingTypesFromJson(const QJsonArray &array, const QString &field, minutes shortest,
                                                minutes longest)
{
    QList<MeetingType> types;
    QList<FieldError> errors;
    if (array.size() > mostTypes)
        errors.append({field, Sentence::en("must have at most %1 entries").arg(mostTypes)});
    for (qsizetype i = 0; i < std::min(array.size(), mostTypes); ++i) {
        const QString place = u"%1[%2]"_s.arg(field).arg(i);
        if (!array.at(i).isObject()) {
            errors.append({place, Sentence::en("must be an object")});
            continue;
        }
        MeetingType type = TypeReader(array.at(i).toObject(), place, errors).read(shortest, longest);
        if (!type.name.isEmpty() && findMeetingType(types, type.name))
            errors.append({place + u".name"_s, Sentence::en("is there already")});
        types.append(std::move(type));
    }
    if (errors.isEmpty())
        return types;
    return tl::unexpected(Error{ErrorCode::InvalidInput, u"meeting types: "_s + errors.first().field, {}, errors});
}

} // namespace ChatCal
