// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/filescreate.h"

#include "practice/requestline.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

using Checked = std::expected<void, OpenAiFault>;

std::unexpected<OpenAiFault> wrong(const QString &param, const QString &message,
                                   const QString &code)
{
    return std::unexpected(OpenAiFault{.message = message, .param = param, .code = code});
}

Checked checkKeys(const QJsonObject &body)
{
    static constexpr std::array known{"input_file_id"_L1, "endpoint"_L1, "completion_window"_L1,
                                      "metadata"_L1, "output_expires_after"_L1};
    for (const QString &key : body.keys()) {
        if (std::ranges::find(known, key) == known.end())
            return wrong(key, u"Unknown parameter: '%1'."_s.arg(key), u"unknown_parameter"_s);
    }
    for (const auto key : {"input_file_id"_L1, "endpoint"_L1, "completion_window"_L1}) {
        const QJsonValue value = body[key];
        if (value.isUndefined())
            return wrong(key, u"Missing required parameter: '%1'."_s.arg(key),
                         u"missing_required_parameter"_s);
        if (!value.isString())
            return wrong(key, u"Invalid type for '%1': expected a string."_s.arg(key),
                         u"invalid_type"_s);
    }
    return {};
}

Checked checkExpiry(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    const QJsonObject after = value.toObject();
    const qint64 life = after["seconds"_L1].toInteger();
    if (after.size() != 2 || after["anchor"_L1].toString() != "created_at"_L1 || life < 3600
        || life > 2'592'000)
        return wrong(
            u"output_expires_after"_s,
            u"'output_expires_after' needs the anchor created_at and 3600 to 2592000 seconds."_s,
            u"invalid_value"_s);
    return {};
}

} // namespace

std::expected<BatchRecord, OpenAiFault> readCreate(const ApiRequest &request)
{
    if (!isMediaType(request.contentType, "application/json"))
        return std::unexpected(
            OpenAiFault{.message = u"The content type must be application/json."_s,
                        .code = u"invalid_content_type"_s});
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return std::unexpected(
            OpenAiFault{.message = u"We could not parse the JSON body of your request."_s,
                        .code = u"invalid_json"_s});
    const QJsonObject body = document.object();
    if (auto keys = checkKeys(body); !keys)
        return std::unexpected(keys.error());
    const QString endpoint = body["endpoint"_L1].toString();
    if (!isKnownEndpoint(endpoint.toStdString()))
        return wrong(u"endpoint"_s, u"Invalid value for 'endpoint': '%1'."_s.arg(endpoint),
                     u"invalid_value"_s);
    if (body["completion_window"_L1].toString() != "24h"_L1)
        return wrong(u"completion_window"_s, u"'completion_window' must be 24h."_s,
                     u"invalid_value"_s);
    if (const auto fault = metadataFault(body["metadata"_L1]))
        return std::unexpected(*fault);
    if (auto expiry = checkExpiry(body["output_expires_after"_L1]); !expiry)
        return std::unexpected(expiry.error());
    BatchRecord record{.endpoint = endpoint,
                       .inputFileId = body["input_file_id"_L1].toString(),
                       .window = u"24h"_s};
    if (body["metadata"_L1].isObject())
        record.metadata = body["metadata"_L1];
    return record;
}

} // namespace practice
