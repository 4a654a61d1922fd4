// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hostsettings.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/engine/logging.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace ChatCal {

Q_LOGGING_CATEGORY(lcEngine, "chatcal.engine", QtInfoMsg)

namespace {

constexpr int mostAttempts = 5;

using std::chrono::days;
using std::chrono::minutes;
using Options = BookingService::Options;

/// Reads a wish member by member and gathers what is wrong with it.
class Reader
{
public:
    explicit Reader(QJsonObject object, QString prefix = {}) : m_object(std::move(object)), m_prefix(std::move(prefix))
    {
    }

    /// The sub-object @p name; empty when it is not there.
    [[nodiscard]] Reader inside(const QString &name)
    {
        const QJsonValue value = member(name);
        if (!value.isUndefined() && !value.isObject())
            complain(name, Sentence::en("must be an object"));
        return Reader(value.toObject(), m_prefix + name + u'.');
    }

    template<typename Take>
    void text(const QString &name, Take take)
    {
        const QJsonValue value = member(name);
        if (value.isUndefined())
            return;
        if (!value.isString()) {
            complain(name, Sentence::en("must be a text"));
            return;
        }
        const Result<void> taken = take(value.toString(), m_prefix + name);
        if (!taken)
            m_errors += taken.error().fields;
    }

    template<typename Take>
    void number(const QString &name, int least, int most, Take take)
    {
        const QJsonValue value = member(name);
        if (value.isUndefined())
            return;
        const double number = value.toDouble(std::nan(""));
        if (!(number >= least && number <= most) || number != std::floor(number))
            complain(name, Sentence::en("must be a whole number from %1 to %2").arg(least).arg(most));
        else
            take(static_cast<int>(number));
    }

    /// @p take answers with what is wrong in the list, by full names.
    template<typename Take>
    void list(const QString &name, Take take)
    {
        const QJsonValue value = member(name);
        if (value.isUndefined())
            return;
        if (!value.isArray())
            complain(name, Sentence::en("must be a list"));
        else
            m_errors += take(value.toArray(), m_prefix + name);
    }

    [[nodiscard]] bool isNull(const QString &name) const { return m_object.value(name).isNull(); }

    /// What was wrong, unknown members among it.
    [[nodiscard]] QList<FieldError> finish()
    {
        for (const QString &key : m_object.keys()) {
            if (!m_known.contains(key))
                complain(key, Sentence::en("is not a setting"));
        }
        return m_errors;
    }

private:
    /// Undefined for null too.
    QJsonValue member(const QString &name)
    {
        m_known.append(name);
        const QJsonValue value = m_object.value(name);
        return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
    }
    void complain(const QString &name, const Sentence &message) { m_errors.append({m_prefix + name, message}); }

    QJsonObject m_object;
    QString m_prefix;
    QStringList m_known;
    QList<FieldError> m_errors;
};

QList<FieldError> applyIdentity(Reader reader, Host &host)
{
    reader.text(u"name"_s, [&](const QString &value, const QString &field) -> Result<void> {
        const auto clean = cleanText(value, field, 200);
        if (!clean)
            return tl::unexpected(clean.error());
        host.name = UntrustedText(*clean);
        return {};
    });
    reader.text(u"email"_s, [&](const QString &value, const QString &field) -> Result<void> {
        const auto clean = value.isEmpty() ? Result<QString>(QString()) : cleanEmail(value, field);
        if (!clean)
            return tl::unexpected(clean.error());
        host.email = *clean;
        return {};
    });
    reader.text(u"phone"_s, [&](const QString &value, const QString &field) -> Result<void> {
        const auto clean = value.isEmpty() ? Result<QString>(QString()) : cleanPhone(value, field);
        if (!clean)
            return tl::unexpected(clean.error());
        host.phone = *clean;
        return {};
    });
    reader.text(u"time_zone"_s, [&](const QString &value, const QString &field) -> Result<void> {
        const auto zone = Zone::find(value);
        if (!zone)
            return invalidField(field, Sentence::en("is not an IANA time zone, such as Europe/Paris"));
        host.zone = *zone;
        return {};
    });
    reader.text(u"language"_s, [&](const QString &value, const QString &field) -> Result<void> {
        const auto language = languageFromCode(value);
        if (!language)
            return invalidField(field, Sentence::en("must be en, de, fr or es"));
        host.language = *language;
        return {};
    });
    return reader.finish();
}

QList<FieldError> applyPolicy(Reader reader, BookingPolicy &policy)
{
    const auto take = [&](const QString &name, int least, int most, minutes &target) {
        reader.number(name, least, most, [&](int value) { target = minutes(value); });
    };
    take(u"buffer_before_minutes"_s, 0, 720, policy.bufferBefore);
    take(u"buffer_after_minutes"_s, 0, 720, policy.bufferAfter);
    take(u"minimum_notice_minutes"_s, 0, 60 * 24 * 90, policy.minimumNotice);
    take(u"shortest_minutes"_s, 5, 1440, policy.shortest);
    take(u"longest_minutes"_s, 5, 1440, policy.longest);
    take(u"step_minutes"_s, 5, 240, policy.step);
    reader.number(u"horizon_days"_s, 1, 3650, [&](int value) { policy.horizon = days(value); });
    reader.number(u"most_per_day"_s, 1, 200, [&](int value) { policy.mostPerDay = value; });
    if (reader.isNull(u"most_per_day"_s))
        policy.mostPerDay.reset();
    QList<FieldError> errors = reader.finish();
    if (policy.shortest > policy.longest)
        errors.append({u"policy.shortest_minutes"_s, Sentence::en("must not be more than longest_minutes")});
    return errors;
}

/// @p options with the members of @p wish in place of its own.
Result<Options> applied(Options options, const QJsonObject &wish)
{
    Reader reader(wish);
    QList<FieldError> errors = applyIdentity(reader.inside(u"identity"_s), options.host);
    errors += applyPolicy(reader.inside(u"policy"_s), options.policy);
    reader.text(u"working_hours"_s, [&](const QString &value, const QString &field) -> Result<void> {
        auto hours = WorkingHours::parse(value);
        if (!hours)
            return invalidField(field, hours.error().fields.value(0).message);
        options.policy.hours = std::move(*hours);
        return {};
    });
    reader.list(u"meeting_types"_s, [&](const QJsonArray &value, const QString &field) -> QList<FieldError> {
        auto types = meetingTypesFromJson(value, field, options.policy.shortest, options.policy.longest);
        if (!types)
            return types.error().fields;
        options.meetingTypes = std::move(*types);
        return {};
    });
    errors += reader.finish();
    if (errors.isEmpty())
        return options;
    return tl::unexpected(Error{ErrorCode::InvalidInput, u"settings: "_s + errors.first().field, {}, errors});
}

/// @p wish over @p earlier, member by member; what is wrong in it stays and is found by applied().
QJsonObject merged(QJsonObject earlier, const QJsonObject &wish)
{
    for (auto it = wish.begin(); it != wish.end(); ++it) {
        if (it.value().isNull() && it.key() != "most_per_day"_L1)
            continue;
        const QJsonValue known = earlier.value(it.key());
        earlier.insert(it.key(),
                       known.isObject() && it.value().isObject()
                           ? QJsonValue(merged(known.toObject(), it.value().toObject()))
                           : it.value());
    }
    return earlier;
}

QString settingsTopic()
{
    return u"settings"_s;
}

QJsonObject toJson(const Options &options)
{
    const Host &host = options.host;
    const BookingPolicy &policy = options.policy;
    return {{u"identity"_s,
             QJsonObject{{u"name"_s, host.name.stored()},
                         {u"email"_s, host.email},
                         {u"phone"_s, host.phone},
                         {u"time_zone"_s, host.zone.name()},
                         {u"language"_s, languageCode(host.language)}}},
            {u"working_hours"_s, policy.hours.toString()},
            {u"meeting_types"_s, toJson(options.meetingTypes)},
            {u"policy"_s,
             QJsonObject{{u"buffer_before_minutes"_s, static_cast<int>(policy.bufferBefore.count())},
                         {u"buffer_after_minutes"_s, static_cast<int>(policy.bufferAfter.count())},
                         {u"minimum_notice_minutes"_s, static_cast<int>(policy.minimumNotice.count())},
                         {u"horizon_days"_s, static_cast<int>(policy.horizon.count())},
                         {u"shortest_minutes"_s, static_cast<int>(policy.shortest.count())},
                         {u"longest_minutes"_s, static_cast<int>(policy.longest.count())},
                         {u"step_minutes"_s, static_cast<int>(policy.step.count())},
                         {u"most_per_day"_s, policy.mostPerDay ? QJsonValue(*policy.mostPerDay) : QJsonValue()}}}};
}

} // namespace

HostSettingsStore::HostSettingsStore(Store &store, BookingService &booking)
    : m_store(store), m_booking(booking), m_configured(booking.options())
{
    QObject::connect(&store, &Store::noticed, &m_listener, [this](const QString &topic) {
        if (topic == settingsTopic())
            QCoro::connect(load(), &m_listener, [](const Result<void> &loaded) {
                if (!loaded)
                    qCWarning(lcEngine) << "changed settings were not taken over; the old ones hold:"
                                        << errorName(loaded.error().code);
            });
    });
}

QCoro::Task<Result<HostSettingsStore::Stored>> HostSettingsStore::stored()
{
    const auto document = co_await m_store.get(m_booking.host().partition(), u"settings"_s);
    if (!document)
        co_return tl::unexpected(document.error());
    if (!document->has_value())
        co_return Stored();
    const auto object = parseJsonObject((*document)->body);
    if (!object)
        co_return failure(ErrorCode::Internal, u"the stored host settings cannot be read"_s);
    co_return Stored{*object, (*document)->version};
}

QCoro::Task<Result<void>> HostSettingsStore::load()
{
    const auto found = co_await stored();
    if (!found)
        co_return tl::unexpected(found.error());
    auto options = applied(m_configured, found->wishes);
    if (!options)
        co_return tl::unexpected(options.error());
    m_booking.reconfigure(std::move(*options));
    co_return Result<void>();
}

QJsonObject HostSettingsStore::current() const
{
    return toJson(m_booking.options());
}

QCoro::Task<Result<QJsonObject>> HostSettingsStore::change(QJsonObject wish)
{
    // Two who change other members at the same time both get what they wanted.
    for (int attempt = 1;; ++attempt) {
        const auto found = co_await stored();
        if (!found)
            co_return tl::unexpected(found.error());
        const QJsonObject wishes = merged(found->wishes, wish);
        auto options = applied(m_configured, wishes);
        if (!options)
            co_return tl::unexpected(options.error());
        Batch batch;
        batch.partition = options->host.partition();
        batch.puts.append({u"settings"_s, ChatCal::toJson(wishes), found->version, {}});
        batch.durability = Batch::Durability::Full;
        batch.notify = settingsTopic();
        const auto saved = co_await m_store.commit(batch);
        if (saved) {
            m_booking.reconfigure(std::move(*options));
            co_return current();
        }
        if (saved.error().code != ErrorCode::Conflict || attempt == mostAttempts)
            co_return tl::unexpected(saved.error());
    }
}

} // namespace ChatCal
