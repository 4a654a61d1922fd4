// SPDX-License-Identifier: Apache-2.0
#include "core/engine/settings.h"

#include "core/engine/settingentries.h"
#include "core/llm/anthropicwire.h"
#include "core/llm/openaiwire.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// Environment names that differ from the setting's own.
QString environmentName(const QString &name)
{
    // Names that others may use as well.
    static const QStringList common{u"DATA_DIR"_s, u"LISTEN"_s, u"WORKERS"_s, u"CALENDAR"_s, u"RATE_LIMIT"_s};
    if (common.contains(name))
        return u"CHATCAL_"_s + name;
    return name;
}

/// `NAME = value` lines; '#' and ';' start comments, a [section] line is allowed and means nothing.
Result<QHash<QString, QString>> readConfiguration(const QString &path)
{
    QHash<QString, QString> values;
    QFile file(path);
    if (!file.exists())
        return values;
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    int number = 0;
    for (const QByteArray &raw : file.readAll().split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(raw).trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';') || line.startsWith(u'['))
            continue;
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 1)
            return failure(ErrorCode::InvalidInput,
                           u"%1, line %2: should look like NAME = value"_s.arg(path).arg(number));
        QString value = line.mid(equals + 1).trimmed();
        if (value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"'))
            value = value.mid(1, value.size() - 2);
        values.insert(line.left(equals).trimmed(), value);
    }
    return values;
}

bool isSecret(const SettingEntry &entry)
{
    return entry.kind != SettingEntry::Kind::Plain;
}

Result<void> refuseUnknown(const QHash<QString, QString> &values, const QString &origin)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        const bool known =
            std::any_of(settingEntries().begin(), settingEntries().end(), [&](const SettingEntry &entry) {
                return entry.name == it.key() || (isSecret(entry) && entry.name + u"_FILE"_s == it.key());
            });
        if (!known)
            return failure(ErrorCode::InvalidInput,
                           u"%1 (%2) is not a setting; chatcal-server --help lists them"_s.arg(it.key(), origin));
    }
    return {};
}

/// Others on the machine see command lines.
Result<void> refuseSecretFlags(const QHash<QString, QString> &flags)
{
    for (const SettingEntry &entry : settingEntries()) {
        const auto flag = flags.find(entry.name);
        const bool hides = entry.kind == SettingEntry::Kind::Secret
            || (entry.kind == SettingEntry::Kind::SecretUrl && flag != flags.end() && withoutPassword(*flag) != *flag);
        if (flag != flags.end() && hides)
            return failure(
                ErrorCode::InvalidInput,
                u"--%1: a secret does not belong on the command line; use the environment, chatcal.conf or %2"_s.arg(
                    QString(entry.name).toLower().replace(u'_', u'-'), entry.name + u"_FILE"_s));
    }
    return {};
}

Result<void> refuseOpenFile(const QHash<QString, QString> &configuration, const QString &path)
{
    const auto forOthers = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    if (!(QFile::permissions(path) & forOthers))
        return {};
    for (const SettingEntry &entry : settingEntries()) {
        const bool holds = configuration.contains(entry.name)
            && (entry.kind == SettingEntry::Kind::Secret
                || (entry.kind == SettingEntry::Kind::SecretUrl
                    && withoutPassword(configuration[entry.name]) != configuration[entry.name]));
        if (holds)
            return failure(ErrorCode::InvalidInput,
                           u"%1 holds %2 and others on this machine can read it: chmod 600 %1"_s.arg(path, entry.name));
    }
    return {};
}

/// What the file that @p path names holds, without the line end.
Result<QString> secretFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::InvalidInput, u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    return QString::fromUtf8(file.read(64 * 1024)).trimmed();
}

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/chatcal"_s;
}

Result<void> refuseUnknownEnvironment(const QHash<QString, QString> &environment)
{
    // Names of our own that are read elsewhere, by the desktop or by tests.
    static const QStringList others{u"CHATCAL_SERVER"_s, u"CHATCAL_TOKEN"_s, u"CHATCAL_ARTIFACTS"_s,
                                    u"CHATCAL_FAIL_POINT"_s, u"CHATCAL_PASSPHRASE_FILE"_s};
    for (auto it = environment.begin(); it != environment.end(); ++it) {
        if (!it.key().startsWith("CHATCAL_"_L1) || others.contains(it.key()))
            continue;
        const bool known =
            std::any_of(settingEntries().begin(), settingEntries().end(), [&](const SettingEntry &entry) {
                const QString name = environmentName(entry.name);
                return name == it.key() || (isSecret(entry) && name + u"_FILE"_s == it.key());
            });
        if (!known)
            return failure(ErrorCode::InvalidInput,
                           u"%1 (environment) is not a setting; chatcal-server --help lists them"_s.arg(it.key()));
    }
    return {};
}

struct Value
{
    std::optional<QString> text;
    QString origin = u"default"_s;
};

/// From the first source that has it.
Result<Value> valueOf(const SettingEntry &entry, const SettingsSources &sources,
                      const QHash<QString, QString> &configuration, const QString &path)
{
    const QString name = environmentName(entry.name);
    const QString file = u"_FILE"_s;
    const auto fromFile = [&](const QString &named, const QString &origin) -> Result<Value> {
        const auto text = secretFrom(named);
        if (!text)
            return failure(ErrorCode::InvalidInput, u"%1 (%2): %3"_s.arg(name + file, origin, text.error().detail));
        return Value{*text, named};
    };
    if (sources.flags.contains(entry.name))
        return Value{sources.flags[entry.name], u"command line"_s};
    // NAME= in the environment sets nothing: container files pass on what may be empty.
    if (!sources.environment.value(name).isEmpty())
        return Value{sources.environment[name], u"environment"_s};
    if (isSecret(entry) && !sources.environment.value(name + file).isEmpty())
        return fromFile(sources.environment[name + file], u"environment"_s);
    if (sources.keychain.contains(entry.name))
        return Value{sources.keychain[entry.name], u"keychain"_s};
    if (configuration.contains(entry.name))
        return Value{configuration[entry.name], path};
    if (isSecret(entry) && configuration.contains(entry.name + file))
        return fromFile(configuration[entry.name + file], path);
    return Value{};
}

/// "NAME = value  (where from)", secrets masked.
QString described(const SettingEntry &entry, const Value &value, const Settings &settings)
{
    QString shown = value.text.value_or(QString());
    if (entry.inForce != nullptr)
        shown = entry.inForce(settings);
    else if (entry.kind == SettingEntry::Kind::SecretUrl)
        shown = withoutPassword(shown);
    else if (entry.kind == SettingEntry::Kind::Secret && value.text)
        shown = u"********"_s;
    return u"%1 = %2  (%3)"_s.arg(entry.name, shown, value.origin);
}

} // namespace

QList<QPair<QString, QString>> settingNames()
{
    QList<QPair<QString, QString>> names;
    for (const SettingEntry &entry : settingEntries())
        names.append({entry.name, entry.help});
    return names;
}

QStringList secretSettingNames()
{
    QStringList names;
    for (const SettingEntry &entry : settingEntries()) {
        if (isSecret(entry))
            names.append(entry.name);
    }
    return names;
}

Result<Settings> loadSettings(const SettingsSources &sources)
{
    Settings settings;
    settings.groq = {OpenAiOptions().baseUrl.toString(), {}, OpenAiOptions().model};
    settings.anthropic = {AnthropicOptions().baseUrl.toString(), {}, AnthropicOptions().model};
    settings.logAsJson = !sources.stderrIsTerminal;
    if (const auto zone = Zone::find(QString::fromLatin1(QTimeZone::systemTimeZoneId())))
        settings.zone = *zone;

    settings.dataDir = defaultDataDir();
    if (sources.environment.contains(u"CHATCAL_DATA_DIR"_s))
        settings.dataDir = QDir(sources.environment.value(u"CHATCAL_DATA_DIR"_s)).absolutePath();
    if (sources.flags.contains(u"DATA_DIR"_s))
        settings.dataDir = QDir(sources.flags.value(u"DATA_DIR"_s)).absolutePath();

    const QString path = settings.dataDir + u"/chatcal.conf"_s;
    const auto configuration = readConfiguration(path);
    if (!configuration)
        return tl::unexpected(configuration.error());
    if (const auto known = refuseUnknown(*configuration, path); !known)
        return tl::unexpected(known.error());
    if (const auto open = refuseOpenFile(*configuration, path); !open)
        return tl::unexpected(open.error());
    if (const auto known = refuseUnknown(sources.flags, u"command line"_s); !known)
        return tl::unexpected(known.error());
    if (const auto hidden = refuseSecretFlags(sources.flags); !hidden)
        return tl::unexpected(hidden.error());
    if (const auto known = refuseUnknownEnvironment(sources.environment); !known)
        return tl::unexpected(known.error());

    QList<Value> values;
    for (const SettingEntry &entry : settingEntries()) {
        const auto value = valueOf(entry, sources, *configuration, path);
        if (!value)
            return tl::unexpected(value.error());
        // The data folder decided which file was read; the file cannot move it.
        if (value->text && !(entry.name == "DATA_DIR"_L1 && value->origin == path)) {
            if (const auto applied = entry.apply(settings, *value->text); !applied)
                return invalidField(u"%1 (%2)"_s.arg(environmentName(entry.name), value->origin),
                                    applied.error().fields.value(0).message);
        }
        values.append(*value);
    }
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString &name = settingEntries()[i].name;
        if (sources.locked.contains(name) && !values[i].text) // else it comes from elsewhere
            settings.locked.append(name);
    }
    if (const auto complete = completeSettings(settings); !complete)
        return tl::unexpected(complete.error());
    for (qsizetype i = 0; i < values.size(); ++i)
        settings.description.append(described(settingEntries()[i], values[i], settings));
    return settings;
}

} // namespace ChatCal
