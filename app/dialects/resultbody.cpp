// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of resultreader.h that reads the answers of models: one function for each shape.
#include "dialects/resultreader.h"
#include "dialects/scan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using scan::Members;

namespace {

QString rawText(std::string_view raw)
{
    return scan::decoded(raw);
}

void takeUsage(std::string_view raw, ResultLine &result)
{
    const Members usage(raw);
    const auto first = [&usage](std::string_view one, std::string_view other) {
        const std::optional<qint64> value = scan::integer(usage.set(one));
        return value ? value : scan::integer(usage.set(other));
    };
    result.inputTokens = first("prompt_tokens", "input_tokens");
    result.outputTokens = first("completion_tokens", "output_tokens");
    result.totalTokens = scan::integer(usage.set("total_tokens"));
    if (!result.totalTokens)
        result.totalTokens = sumOfTokens(result.inputTokens, result.outputTokens);
}

/// What was read of one message, whatever its shape.
struct Message {
    QString content;
    QString refusal;
    QString calls; ///< JSON of tool calls
};

void append(QString &text, const QString &more)
{
    if (!text.isEmpty() && !more.isEmpty())
        text += u'\n';
    text += more;
}

/// A string, or parts: {type: text | output_text | refusal | tool_use, ...}.
void takeContent(std::string_view raw, Message &message)
{
    if (scan::isString(raw)) {
        append(message.content, scan::unescaped(raw));
        return;
    }
    for (const std::string_view part : scan::elements(raw)) {
        if (scan::isString(part)) {
            append(message.content, scan::unescaped(part));
            continue;
        }
        const Members members(part);
        if (members.set("type") == "\"tool_use\"")
            append(message.calls, rawText(part));
        append(message.content, scan::unescaped(members.set("text")));
        append(message.refusal, scan::unescaped(members.set("refusal")));
    }
}

Outcome outcomeOf(const Message &message, const QString &finishReason)
{
    if (!message.refusal.isEmpty() || finishReason == "content_filter"_L1
        || finishReason == "refusal"_L1)
        return Outcome::Refused;
    if (finishReason == "length"_L1 || finishReason == "max_tokens"_L1
        || finishReason == "max_output_tokens"_L1)
        return Outcome::Truncated;
    return message.content.trimmed().isEmpty() && message.calls.isEmpty() ? Outcome::Empty
                                                                          : Outcome::Answered;
}

void settle(const Message &message, ResultLine &result)
{
    result.outcome = outcomeOf(message, result.finishReason);
    result.content = message.content;
    append(result.content, message.calls);
    if (result.content.isEmpty())
        result.content = message.refusal;
}

/// Chat completions (message) and completions (text).
void readChoices(std::string_view raw, ResultLine &result)
{
    const std::vector<std::string_view> choices = scan::elements(raw, 1);
    if (!scan::isArray(raw) || (!choices.empty() && !scan::isObject(choices.front()))) {
        result.outcome = Outcome::Malformed;
        result.errorMessage
            = QCoreApplication::translate("Result", "The answer's choices cannot be read");
        return;
    }
    Message message;
    if (!choices.empty()) {
        const Members choice(choices.front());
        result.finishReason = scan::text(choice.set("finish_reason"));
        const Members inner(choice.set("message"));
        takeContent(inner.set("content"), message);
        takeContent(choice.set("text"), message);
        message.refusal += scan::unescaped(inner.set("refusal"));
        for (const std::string_view key : {"tool_calls", "function_call"})
            if (const std::string_view calls = inner.set(key); calls.size() > 2)
                append(message.calls, rawText(calls));
    }
    settle(message, result);
}

/// The responses API: items of output, of which messages hold parts and function calls are calls.
void readOutput(const Members &body, ResultLine &result)
{
    const QString status = scan::text(body.set("status"));
    const QString reason = scan::text(Members(body.set("incomplete_details")).set("reason"));
    result.finishReason = reason.isEmpty() ? status : reason;
    Message message;
    for (const std::string_view item : scan::elements(body.set("output"))) {
        const Members members(item);
        const QString type = scan::text(members.set("type"));
        if (type == "message"_L1 || type.isEmpty())
            takeContent(members.set("content"), message);
        else if (type.endsWith("_call"_L1))
            append(message.calls, rawText(item));
    }
    if (message.content.isEmpty())
        takeContent(body.set("output_text"), message);
    settle(message, result);
    if (status == "failed"_L1 || status == "cancelled"_L1)
        result.outcome = status == "failed"_L1 ? Outcome::Failed : Outcome::Cancelled;
}

/// Embeddings and images: what is there in a few words, the numbers are in the body.
void readData(std::string_view raw, ResultLine &result)
{
    const std::vector<std::string_view> rows = scan::elements(raw);
    result.outcome = rows.empty() ? Outcome::Empty : Outcome::Answered;
    if (rows.empty())
        return;
    const Members first(rows.front());
    if (const std::string_view vector = first.set("embedding"); scan::isArray(vector)) {
        const bool isEmpty = scan::trimmed(vector.substr(1, vector.size() - 2)).empty();
        const int numbers = isEmpty ? 0 : int(std::ranges::count(vector, ',')) + 1;
        // Not translated: it goes into exports, which read the same everywhere.
        const QString each = u"%1 numbers"_s.arg(numbers);
        result.content = rows.size() == 1 ? each : u"%1 vectors of %2"_s.arg(rows.size()).arg(each);
        return;
    }
    if (!first.set("embedding").empty()) {
        result.content = u"%1 encoded vectors"_s.arg(rows.size());
        return;
    }
    for (const std::string_view row : rows)
        append(result.content, scan::text(Members(row).set("url")));
    if (result.content.isEmpty() && !first.set("b64_json").empty())
        result.content = u"%1 images"_s.arg(rows.size());
    else if (result.content.isEmpty())
        result.content = rawText(raw);
}

} // namespace

void resultreader::readBody(std::string_view raw, ResultLine &result)
{
    const Members body(raw);
    if (body.isEmpty()) {
        // Missing, null, {} or [] hold no answer; a bare text or list is one.
        const bool isBare = !raw.empty() && raw != "null" && !scan::isObject(raw);
        result.content = scan::isString(raw) ? scan::unescaped(raw)
            : isBare                         ? rawText(raw)
                                             : QString();
        const bool isNothing = result.content.trimmed().isEmpty()
            || (scan::isArray(raw) && scan::elements(raw, 1).empty());
        result.outcome = isNothing ? Outcome::Empty : Outcome::Answered;
        return;
    }
    result.model = scan::text(body.set("model"));
    takeUsage(body.set("usage"), result);
    if (const std::string_view choices = body.set("choices"); !choices.empty())
        return readChoices(choices, result);
    if (scan::isArray(body.set("output")) || scan::isString(body.set("output_text")))
        return readOutput(body, result);
    if (scan::isArray(body.set("content"))) {
        // The messages API of some gateways.
        Message message;
        takeContent(body.set("content"), message);
        result.finishReason = scan::text(body.set("stop_reason"));
        return settle(message, result);
    }
    if (const std::string_view data = body.set("data"); scan::isArray(data))
        return readData(data, result);
    if (scan::isString(body.set("text"))) {
        Message message;
        takeContent(body.set("text"), message);
        return settle(message, result);
    }
    // Moderations have results; of other shapes the whole body is the answer.
    const std::string_view results = body.set("results");
    result.content = rawText(scan::isArray(results) ? results : raw);
    result.outcome = Outcome::Answered;
}
