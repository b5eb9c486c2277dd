// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/answers.h"

#include "practice/answerlists.h"
#include "practice/answertext.h"
#include "practice/domread.h"
#include "practice/jsontext.h"
#include "practice/prompt.h"
#include "practice/textwork.h"

#include <algorithm>
#include <format>

namespace practice {

namespace {

constexpr qint64 maxChoices = 16;
constexpr qint64 fewTokens = 16;
constexpr qint64 truncatedTokens = 6;

void append(QByteArray &out, std::string_view text)
{
    out.append(text.data(), static_cast<qsizetype>(text.size()));
}

RowFault missing(const QByteArray &param)
{
    return {.code = "missing_required_parameter",
            .message = "Missing required parameter: '" + param + "'.",
            .param = param};
}

RowFault wrongValue(const QByteArray &param, const QByteArray &message)
{
    return {.code = "invalid_value", .message = message, .param = param};
}

/// A text, and whether it stopped before its end.
struct Said {
    std::string text;
    bool isCut = false;
    Asked asked = Asked::Answer;
};

qint64 tokenLimit(simdjson::dom::object body)
{
    for (const std::string_view key :
         {"max_completion_tokens", "max_tokens", "max_output_tokens"}) {
        if (const qint64 limit = integerOr(body[key], 0); limit > 0)
            return limit;
    }
    return 0;
}

/// The schema that an answer must fit, where one is given (chat: response_format, responses: text).
std::optional<simdjson::dom::element> answerSchema(simdjson::dom::object body,
                                                   std::string_view &format)
{
    simdjson::dom::element found;
    if (!body["response_format"]["type"].get(format)) {
        if (!body["response_format"]["json_schema"]["schema"].get(found))
            return found;
    } else if (!body["text"]["format"]["type"].get(format)) {
        if (!body["text"]["format"]["schema"].get(found))
            return found;
    }
    return std::nullopt;
}

/// What the request is about: a prompt, the first input, the text to work on.
std::string askingText(const RequestLine &request)
{
    if (textWorkOf(request))
        return std::string(workedText(request));
    if (auto prompt = promptOf(request.body); prompt && !prompt->empty())
        return *prompt;
    const auto inputs = inputsOf(request.body);
    return inputs ? inputs->front() : std::string();
}

/// The answer of an operation on a text: its own limits are in the request.
Said workOn(const RequestLine &request, TextWork work, quint64 hash)
{
    Said said{.asked = askedFor(workedText(request))};
    if (said.asked == Asked::Refuse)
        said.text = "I'm sorry, but I can't help with that.";
    else if (said.asked == Asked::Malformed)
        said.text = "Here is what you asked for: nothing that a program could read.";
    else if (said.asked != Asked::Empty)
        said.text = textWorkResult(request, work, hash);
    said.isCut = said.asked == Asked::Truncate;
    if (said.isCut)
        said.text = cutUtf8(said.text, static_cast<std::size_t>(truncatedTokens) * 4);
    return said;
}

Said say(const RequestLine &request, quint64 hash)
{
    if (const auto work = textWorkOf(request))
        return workOn(request, *work, hash);
    const std::string prompt = promptOf(request.body).value_or(std::string());
    const qint64 limit = tokenLimit(request.body);
    Said said{.asked = askedFor(prompt)};
    if (said.asked == Asked::Refuse) {
        said.text = "I'm sorry, but I can't help with that.";
        return said;
    }
    if (said.asked == Asked::Empty)
        return said;
    const std::string system = instructionsOf(request.body);
    const TextWish wish{.prompt = prompt,
                        .system = system,
                        .hash = hash,
                        .isShort = limit > 0 && limit <= fewTokens};
    std::string_view format;
    const auto schema = answerSchema(request.body, format);
    if (schema)
        said.text = sampleOf(*schema, hash);
    else
        said.text = format == "json_object" ? answerObject(wish) : answerText(wish);
    const qint64 allowed = said.asked == Asked::Truncate ? truncatedTokens : limit;
    if (allowed > 0 && tokensOf(said.text) > allowed) {
        said.text = cutUtf8(said.text, static_cast<std::size_t>(allowed) * 4);
        said.isCut = true;
    }
    said.isCut = said.isCut || said.asked == Asked::Truncate;
    return said;
}

std::string idOf(std::string_view prefix, const RequestLine &request)
{
    return std::format("{}{:016x}", prefix, stableHash(request.raw, 1));
}

/// {"id":..,"object":..,"created":..,"model":..  without the closing brace.
void appendHead(QByteArray &out, const RequestLine &request, std::string_view id,
                std::string_view object)
{
    append(out, R"({"id":")");
    append(out, idOf(id, request));
    append(out, R"(","object":")");
    append(out, object);
    append(out, R"(","model":)");
    appendJsonString(out, request.model);
}

/// A call of the first tool where the request insists on one.
std::optional<std::string> forcedCall(simdjson::dom::object body, quint64 hash)
{
    std::string_view choice;
    simdjson::dom::object chosen;
    simdjson::dom::array tools;
    const bool isForced = (!body["tool_choice"].get(choice) && choice == "required")
        || !body["tool_choice"].get(chosen);
    if (!isForced || body["tools"].get(tools))
        return std::nullopt;
    const std::string_view wanted = textOr(body["tool_choice"]["function"]["name"], {});
    for (const auto tool : tools) {
        std::string_view name;
        simdjson::dom::element schema;
        if (tool["function"]["name"].get(name) || (!wanted.empty() && name != wanted))
            continue;
        QByteArray call(
            R"({"role":"assistant","content":null,"refusal":null,"tool_calls":[{"id":"call_)");
        append(call, std::format("{:016x}", hash));
        append(call, R"(","type":"function","function":{"name":)");
        appendJsonString(call, name);
        append(call, R"(,"arguments":)");
        appendJsonString(call,
                         tool["function"]["parameters"].get(schema) ? std::string("{}")
                                                                    : sampleOf(schema, hash));
        append(call, "}}]}");
        return call.toStdString();
    }
    return std::nullopt;
}

void appendUsage(QByteArray &out, Tokens tokens)
{
    append(out,
           std::format(R"("usage":{{"prompt_tokens":{},"completion_tokens":{},"total_tokens":{}}})",
                       tokens.input, tokens.output, tokens.input + tokens.output));
}

void appendMessage(QByteArray &out, const Said &said)
{
    append(out, R"({"role":"assistant","content":)");
    if (said.asked == Asked::Refuse)
        append(out, "null");
    else
        appendJsonString(out, said.text);
    append(out, R"(,"refusal":)");
    if (said.asked == Asked::Refuse)
        appendJsonString(out, said.text);
    else
        append(out, "null");
    out.append('}');
}

qint64 choiceCount(simdjson::dom::object body)
{
    return std::clamp<qint64>(integerOr(body["n"], 1), 1, maxChoices);
}

Tokens appendChat(QByteArray &out, const RequestLine &request, qint64 created)
{
    Tokens tokens{.input
                  = textWorkOf(request) ? tokensOf(workedText(request)) : tokensIn(request.body)};
    appendHead(out, request, "chatcmpl-", "chat.completion");
    append(out, std::format(R"(,"created":{},"choices":[)", created));
    for (qint64 i = 0; i < choiceCount(request.body); ++i) {
        const quint64 hash = stableHash(request.raw, static_cast<quint64>(i) + 2);
        append(out, std::format(R"({}{{"index":{},"message":)", i == 0 ? "" : ",", i));
        if (const auto call = forcedCall(request.body, hash)) {
            append(out, *call);
            append(out, R"(,"logprobs":null,"finish_reason":"tool_calls"})");
            tokens.output += tokensOf(*call) / 2;
            continue;
        }
        const Said said = say(request, hash);
        appendMessage(out, said);
        append(out,
               std::format(R"(,"logprobs":null,"finish_reason":"{}"}})",
                           said.isCut ? "length" : "stop"));
        tokens.output += tokensOf(said.text);
    }
    append(out, "],");
    appendUsage(out, tokens);
    out.append('}');
    return tokens;
}

Tokens appendCompletion(QByteArray &out, const RequestLine &request, qint64 created)
{
    Tokens tokens{.input = tokensIn(request.body)};
    appendHead(out, request, "cmpl-", "text_completion");
    append(out, std::format(R"(,"created":{},"choices":[)", created));
    for (qint64 i = 0; i < choiceCount(request.body); ++i) {
        const Said said = say(request, stableHash(request.raw, static_cast<quint64>(i) + 2));
        append(out, std::format(R"({}{{"index":{},"text":)", i == 0 ? "" : ",", i));
        appendJsonString(out, said.text);
        append(out,
               std::format(R"(,"logprobs":null,"finish_reason":"{}"}})",
                           said.asked == Asked::Refuse ? "content_filter"
                               : said.isCut            ? "length"
                                                       : "stop"));
        tokens.output += tokensOf(said.text);
    }
    append(out, "],");
    appendUsage(out, tokens);
    out.append('}');
    return tokens;
}

Tokens appendResponse(QByteArray &out, const RequestLine &request, qint64 created)
{
    const Said said = say(request, stableHash(request.raw, 2));
    const Tokens tokens{.input = tokensIn(request.body), .output = tokensOf(said.text)};
    appendHead(out, request, "resp_", "response");
    append(out,
           std::format(R"(,"created_at":{},"status":"{}","error":null,"incomplete_details":{},)",
                       created, said.isCut ? "incomplete" : "completed",
                       said.isCut ? R"({"reason":"max_output_tokens"})" : "null"));
    append(out, R"("output":[{"type":"message","id":")");
    append(out, idOf("msg_", request));
    append(out, R"(","status":"completed","role":"assistant","content":[)");
    if (said.asked == Asked::Refuse)
        append(out, R"({"type":"refusal","refusal":)");
    else
        append(out, R"({"type":"output_text","annotations":[],"text":)");
    appendJsonString(out, said.text);
    append(out,
           std::format(
               R"(}}]}}],"usage":{{"input_tokens":{},"input_tokens_details":{{"cached_tokens":0}},)"
               R"("output_tokens":{},"output_tokens_details":{{"reasoning_tokens":0}},)"
               R"("total_tokens":{}}}}})",
               tokens.input, tokens.output, tokens.input + tokens.output));
    return tokens;
}

/// What an endpoint needs in the body, by its own name.
std::optional<RowFault> missingInput(const RequestLine &request)
{
    if (const auto work = textWorkOf(request))
        return textWorkFault(request, *work);
    const bool isList = request.url == "/v1/embeddings" || request.url == "/v1/moderations";
    if (isList)
        return inputsOf(request.body) ? std::nullopt : std::optional(missing("input"));
    if (request.url == "/v1/responses")
        return request.body["input"].error() ? std::optional(missing("input")) : std::nullopt;
    const QByteArray wanted = request.url == chatEndpoint ? "messages" : "prompt";
    if (request.body[std::string_view(wanted)].error())
        return missing(wanted);
    simdjson::dom::array messages;
    if (request.url == chatEndpoint
        && (request.body["messages"].get(messages) || messages.size() == 0))
        return wrongValue("messages", "'messages' must be a list that is not empty.");
    return std::nullopt;
}

std::optional<RowFault> wrongNumber(simdjson::dom::object body)
{
    double temperature = 0;
    if (!body["temperature"].get(temperature) && (temperature < 0 || temperature > 2))
        return wrongValue("temperature", "'temperature' must be between 0 and 2.");
    for (const std::string_view key :
         {"max_tokens", "max_completion_tokens", "max_output_tokens"}) {
        if (integerOr(body[key], 1) < 1) {
            const QByteArray param(key.data(), static_cast<qsizetype>(key.size()));
            return wrongValue(param, '\'' + param + "' must be at least 1.");
        }
    }
    const qint64 dimensions = integerOr(body["dimensions"], defaultDimensions);
    if (dimensions < 1 || dimensions > maxDimensions)
        return wrongValue("dimensions", "'dimensions' must be between 1 and 4096.");
    return std::nullopt;
}

} // namespace

std::optional<RowFault> faultOf(const RequestLine &request)
{
    if (auto fault = missingInput(request))
        return fault;
    if (auto fault = wrongNumber(request.body))
        return fault;
    // Nearly no request holds the mark: look at the raw bytes first.
    if (request.raw.contains("practice:fail") && askedFor(askingText(request)) == Asked::Fail)
        return RowFault{.code = "practice_failure", .message = "The prompt asked for a failure."};
    return std::nullopt;
}

RowFault chanceFault(quint64 hash)
{
    switch (hash % 4) {
    case 0:
        return {.status = 429,
                .code = "rate_limit_exceeded",
                .message = "Rate limit reached for requests.",
                .type = "requests"};
    case 1: return {.status = 500, .message = "The server had an error.", .type = "server_error"};
    default:
        return {.status = 400,
                .code = "context_length_exceeded",
                .message = "The messages are longer than the model's context.",
                .param = "messages"};
    }
}

Tokens appendAnswer(QByteArray &out, const RequestLine &request, qint64 created)
{
    if (request.raw.contains("practice:malformed") && !textWorkOf(request)
        && askedFor(askingText(request)) == Asked::Malformed) {
        append(out, R"({"object":"chat.completion","choices":"practice:malformed"})");
        return {.input = tokensIn(request.body)};
    }
    if (request.url == "/v1/embeddings")
        return appendEmbeddings(out, request);
    if (request.url == "/v1/moderations")
        return appendModerations(out, request);
    if (request.url == "/v1/responses")
        return appendResponse(out, request, created);
    return request.url == chatEndpoint ? appendChat(out, request, created)
                                       : appendCompletion(out, request, created);
}

void appendFault(QByteArray &out, const RowFault &fault)
{
    const auto appendOrNull = [&out](const QByteArray &text) {
        if (text.isEmpty())
            append(out, "null");
        else
            appendJsonString(out, std::string_view(text));
    };
    append(out, R"({"error":{"message":)");
    appendJsonString(out, std::string_view(fault.message));
    append(out, R"(,"type":)");
    appendJsonString(out, std::string_view(fault.type));
    append(out, R"(,"param":)");
    appendOrNull(fault.param);
    append(out, R"(,"code":)");
    appendOrNull(fault.code);
    append(out, "}}");
}

} // namespace practice
