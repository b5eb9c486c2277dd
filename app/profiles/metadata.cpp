// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/metadata.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

Failure bad(const QString &message, const QString &field = {})
{
    return Failure(Error{.kind = ErrorKind::BadInput, .message = message, .field = field});
}

bool surelyExceeds(const Limit &limit, qint64 amount)
{
    return limit.certain && limit.isExceededBy(amount);
}

/// Characters as people and providers count them.
qint64 lengthOf(const QString &text)
{
    return text.toUcs4().size();
}

/// The text a value is sent as: of a JSON string what it says, of all else its JSON.
QString sentText(const QByteArray &value)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + value + ']');
    const QJsonValue read = document.array().first();
    return read.isString() ? read.toString() : QString::fromUtf8(value);
}

Result<> checkPair(const QString &key, const QByteArray &value, const Profile &profile)
{
    if (key.isEmpty())
        return bad(QCoreApplication::translate("Metadata", "A key of the metadata is empty"));
    if (key == "batchdesk_intent"_L1)
        return bad(QCoreApplication::translate("Metadata",
                                               "The metadata key %1 is kept for Batchdesk itself")
                       .arg(key),
                   key);
    if (surelyExceeds(profile.maxMetadataKey, lengthOf(key)))
        return bad(QCoreApplication::translate(
                       "Metadata", "The metadata key \"%1\" is longer than %n character(s)",
                       nullptr, int(profile.maxMetadataKey.value))
                       .arg(key),
                   key);
    if (QJsonDocument::fromJson('[' + value + ']').array().size() != 1)
        return bad(
            QCoreApplication::translate("Metadata", "The metadata value of \"%1\" is not JSON")
                .arg(key),
            key);
    if (surelyExceeds(profile.maxMetadataValue, lengthOf(sentText(value))))
        return bad(QCoreApplication::translate(
                       "Metadata", "The metadata value of \"%1\" is longer than %n character(s)",
                       nullptr, int(profile.maxMetadataValue.value))
                       .arg(key),
                   key);
    return {};
}

} // namespace

Result<> checkMetadata(const QList<std::pair<QString, QByteArray>> &metadata,
                       const Profile &profile)
{
    QSet<QString> keys;
    for (const auto &[key, value] : metadata) {
        if (value.trimmed() == "null")
            continue;
        if (!profile.hasMetadata)
            return bad(
                QCoreApplication::translate("Metadata", "%1 takes no metadata").arg(profile.title),
                key);
        if (const Result<> pair = checkPair(key, value, profile); !pair)
            return pair;
        if (keys.contains(key))
            return bad(
                QCoreApplication::translate("Metadata", "The metadata key \"%1\" is there twice")
                    .arg(key),
                key);
        keys.insert(key);
    }
    if (!keys.isEmpty() && surelyExceeds(profile.maxMetadata, keys.size() + 1)) {
        // Counted beforehand: lupdate 6.8 never comes back from a subtraction in a plural.
        const int most = int(profile.maxMetadata.value) - 1;
        return bad(QCoreApplication::translate(
            "Metadata", "The metadata may hold at most %n pair(s)", nullptr, most));
    }
    return {};
}
