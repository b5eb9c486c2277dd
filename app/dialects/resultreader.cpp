// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/resultreader.h"

#include "dialects/scan.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using scan::Members;

namespace {

ResultLine malformed(ResultLine result, const QString &why)
{
    result.outcome = Outcome::Malformed;
    if (result.errorMessage.isEmpty())
        result.errorMessage = why;
    return result;
}

QByteArray copied(std::string_view raw)
{
    return {raw.data(), qsizetype(raw.size())};
}

/// A string, or a number that stands for one.
bool isText(std::string_view raw)
{
    return scan::isString(raw) || !scan::text(raw).isEmpty();
}

std::optional<QString> idOf(const Members &line)
{
    for (const std::string_view key : {"custom_id", "batch_request_id", "key"})
        if (const std::string_view raw = line.set(key); isText(raw))
            return scan::text(raw);
    const Members metadata(line.set("metadata"));
    for (const std::string_view key : {"key", "custom_id"})
        if (const std::string_view raw = metadata.set(key); isText(raw))
            return scan::text(raw);
    return std::nullopt;
}

/// null, "", {} and [] say nothing.
bool saysSomething(std::string_view raw)
{
    if (raw.empty() || raw == "null" || raw == "\"\"" || raw == "false")
        return false;
    if (scan::isObject(raw) || scan::isArray(raw))
        return !scan::trimmed(raw.substr(1, raw.size() - 2)).empty();
    return true;
}

void takeError(std::string_view raw, ResultLine &result)
{
    if (!scan::isObject(raw)) {
        result.errorMessage = scan::text(raw);
        return;
    }
    const Members error(raw);
    result.errorCode = scan::text(error.set("code"));
    if (result.errorCode.isEmpty())
        result.errorCode = scan::text(error.set("type"));
    result.errorMessage = scan::text(error.set("message"));
    if (result.errorMessage.isEmpty())
        result.errorMessage = QString::fromUtf8(raw.data(), qsizetype(raw.size()));
}

/// The words of an answer whose status is no success.
void takeBodyError(std::string_view body, const Members &response, ResultLine &result)
{
    const Members members(body);
    const std::string_view error = members.set("error");
    if (saysSomething(error))
        takeError(error, result);
    for (const std::string_view raw :
         {members.set("message"), members.set("detail"), response.set("message")})
        if (result.errorMessage.isEmpty())
            result.errorMessage = scan::text(raw);
    if (result.errorMessage.isEmpty() && scan::isString(body))
        result.errorMessage = scan::unescaped(body);
    if (result.errorCode.isEmpty())
        result.errorCode = scan::text(members.set("code"));
}

Outcome outcomeOf(const QString &errorCode)
{
    if (errorCode == "batch_expired"_L1)
        return Outcome::Expired;
    if (errorCode == "batch_cancelled"_L1 || errorCode == "batch_canceled"_L1)
        return Outcome::Cancelled;
    return Outcome::Failed;
}

/// The body of an answer. One that is a JSON object in a string (llama-stack) is unwrapped.
class Body {
public:
    explicit Body(std::string_view raw) : m_view(raw)
    {
        if (!scan::isString(raw))
            return;
        auto inner = std::make_unique<PaddedBuffer>(scan::unescaped(raw).toUtf8());
        const std::string_view text = scan::trimmed(inner->line().bytes);
        if (!scan::isObject(text) || scan::validity(inner->line()) != scan::Validity::Valid)
            return;
        m_inner = std::move(inner);
        m_view = text;
    }
    [[nodiscard]] std::string_view view() const { return m_view; }

private:
    std::unique_ptr<PaddedBuffer> m_inner;
    std::string_view m_view;
};

void takeBody(const Body &body, ResultLine &result)
{
    result.body = copied(body.view());
    resultreader::readBody(body.view(), result);
}

ResultLine readResponse(std::string_view raw, std::string_view status, ResultLine result)
{
    const Members response(raw);
    const std::optional<qint64> code = scan::integer(response.set("status_code"));
    const bool isEnvelope = !response["status_code"].empty() || !response["body"].empty();
    // Without an envelope the response itself is the body.
    const Body body(isEnvelope ? response.set("body") : raw);
    result.httpStatus = int(std::clamp<qint64>(code.value_or(0), 0, 999));
    result.requestId = scan::text(response.set("request_id"));

    const bool isRefused = code && (*code < 200 || *code >= 300);
    const std::string_view error = Members(body.view()).set("error");
    const bool holdsError = scan::isObject(error) && saysSomething(error);
    if (isRefused || holdsError || status == "\"failed\"") {
        result.outcome = Outcome::Failed;
        result.body = copied(body.view());
        takeBodyError(body.view(), response, result);
        return result;
    }
    takeBody(body, result);
    return result;
}

ResultLine readLine(const Members &line, ResultLine result)
{
    const std::string_view response = line.set("response");
    if (const std::string_view error = line["error"]; saysSomething(error)) {
        takeError(error, result);
        result.outcome = outcomeOf(result.errorCode);
        const Members envelope(response);
        result.httpStatus = int(
            std::clamp<qint64>(scan::integer(envelope.set("status_code")).value_or(0), 0, 999));
        result.requestId = scan::text(envelope.set("request_id"));
        result.body = copied(envelope.set("body"));
    } else if (scan::isObject(response)) {
        result = readResponse(response, line.set("status"), std::move(result));
    } else if (!response.empty()) {
        takeBody(Body(response), result);
    } else if (const std::string_view body = line.set("response_body"); !body.empty()) {
        if (line.set("status") == "\"failed\"") {
            result.outcome = Outcome::Failed;
            result.body = copied(body);
            takeBodyError(body, Members({}), result);
        } else {
            takeBody(Body(body), result);
        }
    } else {
        result.outcome = Outcome::Failed;
        result.errorCode = u"empty_result"_s;
        result.errorMessage = QCoreApplication::translate(
            "Result", "The provider sent neither an answer nor an error");
    }
    if (result.requestId.isEmpty())
        result.requestId = scan::text(line.set("request_id"));
    return result;
}

} // namespace

ResultLine resultreader::read(PaddedLine padded)
{
    const PaddedLine line{scan::withoutBom(padded.bytes)};
    ResultLine result;
    switch (scan::validity(line)) {
    case scan::Validity::Valid: break;
    case scan::Validity::NotUtf8:
        result.customId = scan::salvage(line.bytes, "custom_id");
        return malformed(std::move(result),
                         QCoreApplication::translate("Result", "The result is not UTF-8 text"));
    case scan::Validity::NotJson:
        result.customId = scan::salvage(line.bytes, "custom_id");
        return malformed(
            std::move(result),
            QCoreApplication::translate("Result", "The result is cut short or is not JSON"));
    }
    const std::string_view text = scan::trimmed(line.bytes);
    if (!scan::isObject(text))
        return malformed(std::move(result),
                         QCoreApplication::translate("Result", "The result is not a JSON object"));
    const Members members(text);
    result.customId = idOf(members);
    return readLine(members, std::move(result));
}
