// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/settings.h"

#include "profiles/profilereader.h"

#include <QCoreApplication>
#include <QDir>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// Each returns false where the value is none.
using Apply = bool (*)(const QString &value, Profile &profile);

std::optional<qint64> wholeNumber(const QString &value)
{
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    return ok && number >= 0 ? std::optional(number) : std::nullopt;
}

std::optional<std::chrono::milliseconds> seconds(const QString &value)
{
    bool ok = false;
    const double number = value.toDouble(&ok);
    // Faster would be a flood, slower than a day would never see the end.
    if (!ok || !(number >= 0.05 && number <= 86'400))
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(number * 1'000));
}

/// A person who sets a limit means it, so it is certain; 0 takes it away.
template <Limit Profile::*member>
bool applyLimit(const QString &value, Profile &profile)
{
    const std::optional<qint64> number = wholeNumber(value);
    if (number)
        profile.*member = {.value = *number, .certain = true};
    return number.has_value();
}

template <bool Profile::*member>
bool applyFlag(const QString &value, Profile &profile)
{
    const bool isYes = value == "yes"_L1 || value == "true"_L1;
    if (!isYes && value != "no"_L1 && value != "false"_L1)
        return false;
    profile.*member = isYes;
    return true;
}

template <auto member, auto fromName>
bool applyWord(const QString &value, Profile &profile)
{
    const auto word = fromName(value);
    if (word)
        profile.*member = *word;
    return word.has_value();
}

template <std::chrono::milliseconds Profile::*member>
bool applySeconds(const QString &value, Profile &profile)
{
    const std::optional<std::chrono::milliseconds> time = seconds(value);
    if (time)
        profile.*member = *time;
    return time.has_value();
}

bool applyMetadata(const QString &value, Profile &profile)
{
    if (value != "strings"_L1 && value != "free"_L1 && value != "none"_L1)
        return false;
    profile.hasMetadata = value != "none"_L1;
    profile.freeMetadata = value == "free"_L1;
    return true;
}

bool applyWindow(const QString &value, Profile &profile)
{
    if (value == "none"_L1) {
        profile.windows.clear();
        profile.defaultWindow.clear();
        return true;
    }
    if (value.isEmpty() || value.size() > 32)
        return false;
    if (!profile.windows.contains(value))
        profile.windows.prepend(value);
    profile.defaultWindow = value;
    return true;
}

bool applyStart(const QString &value, Profile &profile)
{
    if (!isStartMode(value))
        return false;
    profile.start = value;
    return true;
}

bool applyBodyType(const QString &value, Profile &profile)
{
    if (!isBodyType(value))
        return false;
    profile.bodyType = value;
    return true;
}

bool applyPurpose(const QString &value, Profile &profile)
{
    // It becomes part of a form: no line ends or quotes.
    for (const QChar c : value)
        if (!c.isLetterOrNumber() && c != u'-' && c != u'_')
            return false;
    profile.uploadPurpose = value;
    return true;
}

bool applyRefused(const QString &value, Profile &profile)
{
    QList<int> statuses;
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
        const std::optional<qint64> status = wholeNumber(part.trimmed());
        if (!status || *status < 400 || *status > 599)
            return false;
        statuses.append(int(*status));
    }
    profile.refusedStatuses = statuses;
    return true;
}

bool applyExpiry(const QString &value, Profile &profile)
{
    const std::optional<qint64> number = wholeNumber(value);
    if (number)
        profile.outputExpiresAfter = *number;
    return number.has_value();
}

/// A size that cannot be none.
template <qint64 Profile::*member>
bool applySize(const QString &value, Profile &profile)
{
    const std::optional<qint64> number = wholeNumber(value);
    if (number.value_or(0) < 1)
        return false;
    profile.*member = *number;
    return true;
}

/// Whether it can be read is found out when it is set and when it is used: a library must open
/// without it.
bool applyCaFile(const QString &value, Profile &profile)
{
    if (!value.isEmpty() && !QDir::isAbsolutePath(value))
        return false;
    profile.caFile = value;
    return true;
}

struct Setting {
    QLatin1StringView key;
    Apply apply;
};

constexpr Setting settings[] = {
    {"add_bytes"_L1, applySize<&Profile::addBytes>},
    {"add_requests"_L1, applySize<&Profile::addRequests>},
    {"auth"_L1, applyWord<&Profile::auth, authFromName>},
    {"body_type"_L1, applyBodyType},
    {"ca_file"_L1, applyCaFile},
    {"cancel"_L1, applyWord<&Profile::cancel, supportFromName>},
    {"checks_upload"_L1, applyFlag<&Profile::checksUpload>},
    {"chooses_endpoint"_L1, applyFlag<&Profile::choosesEndpoint>},
    {"list"_L1, applyWord<&Profile::list, supportFromName>},
    {"max_bytes"_L1, applyLimit<&Profile::maxBytes>},
    {"max_custom_id"_L1, applyLimit<&Profile::maxCustomId>},
    {"max_line_bytes"_L1, applyLimit<&Profile::maxLineBytes>},
    {"max_live_batches"_L1, applyLimit<&Profile::maxLiveBatches>},
    {"max_metadata"_L1, applyLimit<&Profile::maxMetadata>},
    {"max_requests"_L1, applyLimit<&Profile::maxRequests>},
    {"metadata"_L1, applyMetadata},
    {"needs_max_tokens"_L1, applyFlag<&Profile::needsMaxTokens>},
    {"needs_model"_L1, applyFlag<&Profile::needsModel>},
    {"output_expires_after"_L1, applyExpiry},
    {"page_size"_L1, applySize<&Profile::pageSize>},
    {"poll_max"_L1, applySeconds<&Profile::pollMax>},
    {"poll_min"_L1, applySeconds<&Profile::pollMin>},
    {"reconcile"_L1, applyWord<&Profile::reconcile, strengthFromName>},
    {"refused_statuses"_L1, applyRefused},
    {"same_model"_L1, applyFlag<&Profile::sameModel>},
    {"same_url"_L1, applyFlag<&Profile::sameUrl>},
    {"start"_L1, applyStart},
    {"text_operations"_L1, applyWord<&Profile::textOperations, textOperationsFromName>},
    {"upload_purpose"_L1, applyPurpose},
    {"window"_L1, applyWindow},
};

/// path.create and so on; an empty one says that there is no such call.
bool applyPath(const QString &call, const QString &value, Profile &profile)
{
    if (!callNames().contains(call) || (!value.isEmpty() && !value.startsWith(u'/')))
        return false;
    profile.paths.insert(call, value);
    return true;
}

/// header.OpenAI-Organization and so on, but never one that holds a key: those have their own place.
bool applyHeader(const QString &name, const QString &value, Profile &profile)
{
    for (const QChar c : name)
        if (c.unicode() > 0x7e || (!c.isLetterOrNumber() && c != u'-' && c != u'_'))
            return false;
    for (const QChar c : value)
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return false;
    const QString lower = name.toLower();
    if (lower.isEmpty() || lower == "authorization"_L1 || lower == "cookie"_L1
        || lower.endsWith("api-key"_L1) || lower == "proxy-authorization"_L1
        || lower == "content-length"_L1 || lower == "host"_L1)
        return false;
    profile.headers.removeIf(
        [&](const auto &header) { return header.first.toLower() == lower.toLatin1(); });
    if (!value.isEmpty())
        profile.headers.append({name.toLatin1(), value.toUtf8()});
    return true;
}

Failure badSetting(const QString &key, const QString &message)
{
    return Failure(Error{.kind = ErrorKind::BadInput, .message = message, .field = key});
}

} // namespace

Result<> applySetting(const QString &key, const QString &value, Profile &profile)
{
    bool isGood = false;
    if (key.startsWith("path."_L1)) {
        isGood = applyPath(key.sliced(5), value, profile);
    } else if (key.startsWith("header."_L1)) {
        isGood = applyHeader(key.sliced(7), value, profile);
    } else {
        const auto setting
            = std::ranges::find(settings, key, [](const Setting &row) { return QString(row.key); });
        if (setting == std::ranges::end(settings))
            return badSetting(
                key, QCoreApplication::translate("Profile", "There is no setting \"%1\"").arg(key));
        isGood = setting->apply(value, profile);
    }
    if (!isGood)
        return badSetting(
            key,
            QCoreApplication::translate("Profile", "The setting \"%1\" cannot be \"%2\"")
                .arg(key, value));
    return {};
}
