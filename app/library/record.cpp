// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/record.h"

#include "library/sql.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int format = 1;

constexpr auto digestKey = "sha256"_L1;

// Values of columns, both ways. Bytes that are text stay readable.

QJsonValue toJsonValue(const QVariant &value)
{
    if (value.isNull())
        return QJsonValue::Null;
    if (value.typeId() == QMetaType::QByteArray) {
        const QByteArray bytes = value.toByteArray();
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder(bytes);
        if (!decoder.hasError() && text.toUtf8() == bytes)
            return QJsonObject{{u"text"_s, text}};
        return QJsonObject{{u"hex"_s, QString::fromLatin1(bytes.toHex())}};
    }
    if (value.typeId() == QMetaType::QString)
        return value.toString();
    return value.toLongLong();
}

QVariant fromJsonValue(const QJsonValue &value)
{
    if (value.isString())
        return storedText(value.toString());
    if (value.isDouble())
        return value.toInteger();
    if (value.isObject())
        return storedBytes(value["hex"_L1].isString()
                               ? QByteArray::fromHex(value["hex"_L1].toString().toLatin1())
                               : value["text"_L1].toString().toUtf8());
    return QVariant(QMetaType::fromType<qint64>());
}

template <class T>
QJsonObject rowToJson(const Stored<T> &row)
{
    QJsonObject object{{u"version"_s, row.version}};
    for (const Column<T> &column : columns<T>())
        object.insert(QLatin1StringView(column.name), toJsonValue(column.store(row.value)));
    return object;
}

/// Columns that are not there, as in a record of an older program, keep their defaults.
template <class T>
Stored<T> rowFromJson(const QJsonObject &object)
{
    Stored<T> row{.version = object["version"_L1].toInteger()};
    for (const Column<T> &column : columns<T>())
        if (const auto value = object.constFind(QLatin1StringView(column.name));
            value != object.constEnd())
            column.load(row.value, fromJsonValue(*value));
    return row;
}

QJsonArray historyToJson(const Batch &batch)
{
    QJsonArray array;
    for (const StateChange &entry : batch.history)
        array.append(QJsonArray{toJsonValue(storedTime(entry.at)), stateName(entry.state),
                                entry.rawStatus, causeName(entry.cause), entry.program,
                                entry.words});
    return array;
}

QJsonArray filesToJson(const Batch &batch)
{
    QJsonArray array;
    for (const ResultFile &file : batch.resultFiles)
        array.append(QJsonObject{{u"source"_s, file.source},
                                 {u"path"_s, file.path},
                                 {u"bytes"_s, file.bytes},
                                 {u"lines"_s, file.lines},
                                 {u"sha256"_s, QString::fromLatin1(file.sha256.toHex())}});
    return array;
}

void partsFromJson(const QJsonObject &object, Batch &batch)
{
    for (const QJsonValue &entry : object["history"_L1].toArray())
        batch.history.append(
            {.at = loadedTime(fromJsonValue(entry[0])),
             .state = stateFromName(entry[1].toString()).value_or(BatchState::Unknown),
             .rawStatus = entry[2].toString(),
             .cause = causeFromName(entry[3].toString()), // of an older program: not there
             .program = entry[4].toString(),
             .words = entry[5].toString()});
    for (const QJsonValue &file : object["result_files"_L1].toArray())
        batch.resultFiles.append(
            {.source = file["source"_L1].toString(),
             .path = file["path"_L1].toString(),
             .bytes = file["bytes"_L1].toInteger(),
             .lines = file["lines"_L1].toInteger(),
             .sha256 = QByteArray::fromHex(file["sha256"_L1].toString().toLatin1())});
}

QByteArray digestOf(const QJsonObject &object)
{
    return QCryptographicHash::hash(QJsonDocument(object).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256)
        .toHex();
}

QByteArray sealed(QJsonObject object, const QString &kind)
{
    object.insert(u"batchdesk_record"_s, format);
    object.insert(u"kind"_s, kind);
    // Through text once: what is not Unicode changes there, and would not fit its digest later.
    object = QJsonDocument::fromJson(QJsonDocument(object).toJson()).object();
    object.insert(digestKey, QString::fromLatin1(digestOf(object)));
    return QJsonDocument(object).toJson();
}

Result<QJsonObject> opened(const QByteArray &bytes, const QString &kind)
{
    QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const QByteArray digest = object.take(digestKey).toString().toLatin1();
    if (digest.isEmpty() || digest != digestOf(object) || object["kind"_L1].toString() != kind)
        return Failure(libraryError(
            QCoreApplication::translate("Library", "the record is not what was written"),
            u"damaged"_s));
    if (object["batchdesk_record"_L1].toInt() > format)
        return Failure(libraryError(
            QCoreApplication::translate("Library", "the record is of a newer Batchdesk"),
            u"newer"_s));
    return object;
}

template <class T>
std::optional<Stored<T>> embedded(const QJsonObject &object, QLatin1StringView key)
{
    return object[key].isObject() ? std::optional(rowFromJson<T>(object[key].toObject()))
                                  : std::nullopt;
}

template <class T>
bool differs(const T &before, const T &after, const auto &passing)
{
    return std::ranges::any_of(columns<T>(), [&](const Column<T> &column) {
        if (std::ranges::contains(passing, std::string_view(column.name)))
            return false;
        const QVariant one = column.store(before);
        const QVariant other = column.store(after);
        return one != other || one.isNull() != other.isNull();
    });
}

constexpr std::array<std::string_view, 2> passingOfRun = {"unread", "warned"};
constexpr std::array<std::string_view, 12> passingOfBatch
    = {"total", "succeeded", "failed",          "cancelled",  "expired",       "pending",
       "error", "reason",    "last_request_id", "checked_at", "next_check_at", "remote_json"};

} // namespace

QByteArray recordOf(const Stored<ConnectionRow> &connection)
{
    return sealed({{u"row"_s, rowToJson(connection)}}, u"connection"_s);
}

QByteArray recordOf(const Stored<Run> &run)
{
    return sealed({{u"row"_s, rowToJson(run)}}, u"run"_s);
}

QByteArray recordOf(const BatchRecord &batch)
{
    QJsonObject object{{u"row"_s, rowToJson(batch.batch)},
                       {u"history"_s, historyToJson(batch.batch.value)},
                       {u"result_files"_s, filesToJson(batch.batch.value)}};
    if (batch.run)
        object.insert(u"run"_s, rowToJson(*batch.run));
    if (batch.connection)
        object.insert(u"connection"_s, rowToJson(*batch.connection));
    return sealed(std::move(object), u"batch"_s);
}

QByteArray recordOf(const LibraryRecord &library)
{
    return sealed({{u"id"_s, library.id}, {u"form"_s, library.form}}, u"library"_s);
}

Result<Stored<ConnectionRow>> connectionFromRecord(const QByteArray &bytes)
{
    return opened(bytes, u"connection"_s).transform([](const QJsonObject &object) {
        return rowFromJson<ConnectionRow>(object["row"_L1].toObject());
    });
}

Result<Stored<Run>> runFromRecord(const QByteArray &bytes)
{
    return opened(bytes, u"run"_s).transform([](const QJsonObject &object) {
        return rowFromJson<Run>(object["row"_L1].toObject());
    });
}

Result<BatchRecord> batchFromRecord(const QByteArray &bytes)
{
    return opened(bytes, u"batch"_s).transform([](const QJsonObject &object) {
        BatchRecord record{.batch = rowFromJson<Batch>(object["row"_L1].toObject()),
                           .run = embedded<Run>(object, "run"_L1),
                           .connection = embedded<ConnectionRow>(object, "connection"_L1)};
        partsFromJson(object, record.batch.value);
        return record;
    });
}

Result<LibraryRecord> libraryFromRecord(const QByteArray &bytes)
{
    return opened(bytes, u"library"_s).transform([](const QJsonObject &object) {
        return LibraryRecord{.id = object["id"_L1].toString(), .form = object["form"_L1].toInt()};
    });
}

template <>
bool isWorthRecording<Run>(const Run &before, const Run &after)
{
    return differs(before, after, passingOfRun);
}

template <>
bool isWorthRecording<Batch>(const Batch &before, const Batch &after)
{
    return before.resultFiles != after.resultFiles || differs(before, after, passingOfBatch);
}

template <>
bool isWorthRecording<ConnectionRow>(const ConnectionRow &before, const ConnectionRow &after)
{
    return before != after;
}

bool isBeforePaying(const Batch &batch)
{
    return batch.facts.state == BatchState::Creating || batch.facts.addingRequests > 0;
}
