// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/meta.h"

#include "library/fingerprint.h"
#include "library/schema.h"

#include <QSqlDatabase>

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView idKey("id");
constexpr QLatin1StringView idDigestKey("id_digest");

Result<> change(const QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    return changeBySql(database, sql, values).transform([](int) {});
}

qint64 digestOf(const QVariant &value)
{
    Fingerprint print;
    print.add(value);
    return print.value();
}

} // namespace

Result<QVariant> Meta::value(const QSqlDatabase &database, QLatin1StringView key)
{
    return valueBySql(database, u"SELECT value FROM meta WHERE key = ?"_s, {QString(key)});
}

Result<> Meta::put(const QSqlDatabase &database, QLatin1StringView key, const QVariant &value)
{
    return change(database, u"INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)"_s,
                  {QString(key), value});
}

Result<> Meta::set(const QSqlDatabase &database, QLatin1StringView key, const QVariant &value)
{
    return change(database, u"INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"_s,
                  {QString(key), value});
}

Result<> Meta::remove(const QSqlDatabase &database, QLatin1StringView key)
{
    return change(database, u"DELETE FROM meta WHERE key = ?"_s, {QString(key)});
}

Result<> Meta::setChecked(const QSqlDatabase &database, QLatin1StringView key,
                          const QByteArray &bytes)
{
    return set(database, key, QByteArray::number(digestOf(bytes)) + ' ' + bytes);
}

Result<std::optional<QByteArray>> Meta::checked(const QSqlDatabase &database, QLatin1StringView key)
{
    return value(database, key).transform([](const QVariant &stored) -> std::optional<QByteArray> {
        if (!stored.isValid())
            return std::nullopt;
        const QByteArray whole = stored.toByteArray();
        const qsizetype space = whole.indexOf(' ');
        const QByteArray bytes = whole.sliced(space + 1);
        return space > 0 && whole.first(space).toLongLong() == digestOf(bytes) ? bytes
                                                                               : QByteArray();
    });
}

Result<QString> Meta::libraryId(const QSqlDatabase &database)
{
    const Result<QVariant> id = value(database, idKey);
    if (!id)
        return Failure(id.error());
    if (!id->isValid())
        return QString();
    const Result<QVariant> digest = value(database, idDigestKey);
    if (!digest)
        return Failure(digest.error());
    const Result<QVariant> isSealed = value(database, sealed);
    if (!isSealed)
        return Failure(isSealed.error());
    if (!digest->isValid() && isSealed->toInt() == 0) // of a form that had none
        return setLibraryId(database, id->toString()).transform([&] { return id->toString(); });
    if (id->toString().isEmpty() || digest->toLongLong() != digestOf(*id))
        return Failure(damagedError(database.databaseName(), u"its id is not what was written"_s));
    return id->toString();
}

Result<> Meta::setLibraryId(const QSqlDatabase &database, const QString &id)
{
    return set(database, idKey, id).and_then([&] {
        return set(database, idDigestKey, digestOf(id));
    });
}
