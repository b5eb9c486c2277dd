// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/original.h"

#include "library/meta.h"
#include "library/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView placeKey("place");
constexpr QLatin1StringView originalKey("copy_of");

Result<> setOriginal(const QSqlDatabase &database, const Original &original)
{
    return Meta::setChecked(
        database, originalKey,
        QJsonDocument(QJsonObject{{u"id"_s, original.id},
                                  {u"path"_s, original.path},
                                  {u"host"_s, original.host},
                                  {u"noticed"_s, original.noticed.toMSecsSinceEpoch()}})
            .toJson(QJsonDocument::Compact));
}

Result<> forgetOthers(const QSqlDatabase &database)
{
    for (const QString &table : {u"leases"_s, u"processes"_s, u"wishes"_s})
        if (const Result<int> done = changeBySql(database, u"DELETE FROM "_s + table); !done)
            return Failure(done.error());
    return {};
}

} // namespace

Result<std::optional<Original>> originalOf(const QSqlDatabase &database)
{
    return Meta::checked(database, originalKey)
        .transform([](const std::optional<QByteArray> &bytes) -> std::optional<Original> {
            if (!bytes)
                return std::nullopt;
            // One that cannot be read still says that it is a copy.
            const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
            return Original{.id = object["id"_L1].toString(),
                            .path = object["path"_L1].toString(),
                            .host = object["host"_L1].toString(),
                            .noticed = QDateTime::fromMSecsSinceEpoch(
                                object["noticed"_L1].toInteger(), QTimeZone::UTC)};
        });
}

Result<Passage> arrive(const QSqlDatabase &database, Store &store, const Place &here)
{
    const auto before = Meta::checked(database, placeKey);
    if (!before)
        return Failure(before.error());
    // Without a place, or with one that cannot be read, there is nothing to compare.
    const bool isKnown = *before && !(*before)->isEmpty();
    const Place place = isKnown ? loadedPlace(**before) : here;
    const Passage way = passageBetween(place, here);
    if (isKnown && place == here)
        return way;
    if (way == Passage::Copied) {
        const Original original{.id = store.libraryId(),
                                .path = place.path,
                                .host = place.host,
                                .noticed = QDateTime::currentDateTimeUtc()};
        const Result<> made = setOriginal(database, original)
                                  .and_then([&] { return forgetOthers(database); })
                                  .and_then([&] { return store.takeNewId(database); });
        if (!made)
            return Failure(made.error());
    }
    return Meta::setChecked(database, placeKey, storedPlace(here)).transform([way] { return way; });
}

Result<> takePlaceOf(const QSqlDatabase &database, const Original &original)
{
    return Meta::remove(database, originalKey)
        .and_then([&] {
            return original.id.isEmpty() ? Result<>() : Meta::setLibraryId(database, original.id);
        })
        .and_then(
            [&] { return changeBySql(database, u"DELETE FROM wishes"_s).transform([](int) {}); });
}

Error copiedError(const Original &original)
{
    return libraryError(
        //: %1 is the path of a file, with the name of a computer
        QCoreApplication::translate(
            "Library",
            "this library is a copy of %1; so that nothing is submitted or asked for twice it "
            "waits until you say that the original is no longer used (batchctl library take-over)")
            .arg(originalName(original)),
        u"copied"_s);
}

QString originalName(const Original &original)
{
    if (original.path.isEmpty())
        return QCoreApplication::translate("Library", "another one");
    const QString path = QDir::toNativeSeparators(QFileInfo(original.path).path());
    //: %1 is a folder, %2 the name of a computer
    return original.host.isEmpty()
        ? path
        : QCoreApplication::translate("Library", "%1 on %2").arg(path, original.host);
}
