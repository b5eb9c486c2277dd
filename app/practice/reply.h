// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "practice/apimessage.h"
#include "practice/store.h"

#include <QJsonArray>
#include <QJsonObject>

#include <expected>
#include <optional>

/// Answers that dialects share.
namespace practice {

[[nodiscard]] ApiReply jsonReply(const QJsonObject &object, int status = 200);

/// {"error":{"message","type","param","code"}}
struct OpenAiFault {
    int status = 400;
    QString message;
    QString param;
    QString code;
    QString type = QStringLiteral("invalid_request_error");
};
[[nodiscard]] ApiReply openAiError(const OpenAiFault &fault);

/// {"error":{"code","message","details"},"request_id"}
struct MeshFault {
    int status = 400;
    QString code;
    QString message;
    QJsonArray details;
};
[[nodiscard]] ApiReply meshError(const ApiRequest &request, const MeshFault &fault);

/// {"detail":[{"loc","msg","type","input"}]} with 422
[[nodiscard]] ApiReply fastApiError(const QJsonArray &detail);

/// The bytes of a file, whole or the one range asked for: 200, 206 or 416.
[[nodiscard]] ApiReply contentReply(const ApiRequest &request, const FileRecord &file,
                                    const QString &path);

[[nodiscard]] QJsonObject modelList();

/// What ?limit and ?after of a list ask for; the parameter at fault otherwise.
struct PageWish {
    qsizetype limit = 20;
    QString after;
};
[[nodiscard]] std::expected<PageWish, QString> pageWish(const ApiRequest &request,
                                                        qsizetype maxLimit = 100);

/// Unix seconds, or null for 0.
[[nodiscard]] QJsonValue seconds(qint64 milliseconds);
[[nodiscard]] QJsonValue textOrNull(const QString &text);

/// One page of records that are sorted newest first, as {"object","data","first_id","last_id",
/// "has_more"}. Nothing where after is the id of none.
template <class Record, class ToJson>
[[nodiscard]] std::optional<QJsonObject> page(const QList<Record> &records, const PageWish &wish,
                                              ToJson toJson)
{
    qsizetype at = 0;
    if (!wish.after.isEmpty()) {
        while (at < records.size() && records[at].id != wish.after)
            ++at;
        if (at == records.size())
            return std::nullopt;
        ++at;
    }
    const qsizetype end = std::min(at + wish.limit, records.size());
    QJsonArray data;
    for (qsizetype i = at; i < end; ++i)
        data.append(toJson(records[i]));
    return QJsonObject{
        {QStringLiteral("object"), QStringLiteral("list")},
        {QStringLiteral("data"), data},
        {QStringLiteral("first_id"), at < end ? QJsonValue(records[at].id) : QJsonValue()},
        {QStringLiteral("last_id"), at < end ? QJsonValue(records[end - 1].id) : QJsonValue()},
        {QStringLiteral("has_more"), end < records.size()}};
}

/// What is wrong with metadata of string pairs: at most 16, keys of 64, values of 512 characters.
[[nodiscard]] std::optional<OpenAiFault> metadataFault(const QJsonValue &metadata);

} // namespace practice
