// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/sql.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace {

// Primary result codes; see sqlite.org/rescode.html.
constexpr int errorCode = 1;
constexpr int busy = 5;
constexpr int locked = 6;
constexpr int readOnly = 8;
constexpr int ioError = 10;
constexpr int corrupt = 11;
constexpr int full = 13;
constexpr int cannotOpen = 14;
constexpr int tooBig = 18;
constexpr int constraint = 19;
constexpr int mismatch = 20;
constexpr int misuse = 21;
constexpr int range = 25;
constexpr int notADatabase = 26;

QString words(int code)
{
    switch (code) {
    case busy:
    case locked:
        return QCoreApplication::translate("Library", "another program is writing to the library");
    case readOnly:
        return QCoreApplication::translate(
            "Library", "the library may not be written; check the permissions of its folder");
    case ioError:
        return QCoreApplication::translate(
            "Library", "the library could not be read or written; check the disk");
    case full: return QCoreApplication::translate("Library", "the disk is full; make room");
    case cannotOpen:
        return QCoreApplication::translate(
            "Library", "the library could not be opened; check its folder and permissions");
    case corrupt:
    case notADatabase:
        return QCoreApplication::translate(
            "Library",
            "library.db is damaged; put back a copy of it, or move it away to start anew");
    default: return QCoreApplication::translate("Library", "the library could not be used");
    }
}

ErrorKind kindOf(int code)
{
    switch (code) {
    case readOnly:
    case ioError:
    case full:
    case cannotOpen: return ErrorKind::Disk;
    default: return ErrorKind::Database;
    }
}

constexpr auto codePrefix = "sqlite-"_L1;

} // namespace

Error sqlError(const QSqlError &error)
{
    // Extended codes hold the primary code in their low byte.
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return Error{.kind = kindOf(code),
                 .message = words(code),
                 .detail = error.text(),
                 .code = codePrefix + QString::number(code)};
}

int sqliteCode(const Error &error)
{
    return error.code.startsWith(codePrefix)
        ? QStringView(error.code).sliced(codePrefix.size()).toInt()
        : 0;
}

bool mayPass(const Error &error)
{
    switch (sqliteCode(error)) {
    case 0:
    case errorCode:
    case tooBig:
    case constraint:
    case mismatch:
    case misuse:
    case range: return false;
    default: return true;
    }
}

bool isBusy(const Error &error)
{
    return sqliteCode(error) == busy || sqliteCode(error) == locked;
}

Error libraryError(const QString &message, const QString &code)
{
    return Error{.kind = ErrorKind::Database, .message = message, .code = code};
}

Result<QSqlQuery> runSql(const QSqlDatabase &database, const QString &sql,
                         const QVariantList &values)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return Failure(sqlError(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return Failure(sqlError(query.lastError()));
    return query;
}

Result<int> changeBySql(const QSqlDatabase &database, const QString &sql,
                        const QVariantList &values)
{
    Result<QSqlQuery> query = runSql(database, sql, values);
    if (!query)
        return Failure(query.error());
    return query->numRowsAffected();
}

Result<QVariant> valueBySql(const QSqlDatabase &database, const QString &sql,
                            const QVariantList &values)
{
    Result<QSqlQuery> query = runSql(database, sql, values);
    if (!query)
        return Failure(query.error());
    if (query->next())
        return query->value(0);
    if (query->lastError().isValid())
        return Failure(sqlError(query->lastError()));
    return QVariant();
}
