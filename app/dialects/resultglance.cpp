// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/resultglance.h"

#include "core/resultline.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <span>

namespace dom = simdjson::dom;

namespace {

/// A member that is looked for.
struct Wanted {
    std::string_view key;
    std::optional<dom::element> value = {};

    [[nodiscard]] bool isSet() const { return value && !value->is_null(); }
};

/// Finds the members of these names. False where one of them comes twice: which one counts is told
/// by the full reading.
bool pick(dom::object object, std::span<Wanted> wanted)
{
    for (const dom::key_value_pair member : object) {
        for (Wanted &one : wanted) {
            if (one.key != member.key)
                continue;
            if (one.value)
                return false;
            one.value = member.value;
            break;
        }
    }
    return true;
}

bool takeObject(const Wanted &wanted, dom::object &object)
{
    return wanted.value && wanted.value->get_object().get(object) == simdjson::SUCCESS;
}

/// A text, or nothing where there is none. False for what is something else.
bool takeText(const Wanted &wanted, std::string_view &text)
{
    text = {};
    return !wanted.isSet() || wanted.value->get_string().get(text) == simdjson::SUCCESS;
}

bool takeNumber(const Wanted &wanted, std::optional<qint64> &number)
{
    number.reset();
    if (!wanted.isSet())
        return true;
    int64_t value = 0;
    if (!wanted.value->is_int64() || wanted.value->get_int64().get(value) != simdjson::SUCCESS)
        return false;
    number = value;
    return true;
}

bool takeUsage(const Wanted &usage, ResultGlance &glance)
{
    glance.inputTokens = glance.outputTokens = glance.totalTokens = std::nullopt;
    if (!usage.isSet())
        return true;
    dom::object object;
    std::array wanted
        = {Wanted{"prompt_tokens"}, Wanted{"input_tokens"}, Wanted{"completion_tokens"},
           Wanted{"output_tokens"}, Wanted{"total_tokens"}};
    std::optional<qint64> otherInput;
    std::optional<qint64> otherOutput;
    if (!takeObject(usage, object) || !pick(object, wanted)
        || !takeNumber(wanted[0], glance.inputTokens) || !takeNumber(wanted[1], otherInput)
        || !takeNumber(wanted[2], glance.outputTokens) || !takeNumber(wanted[3], otherOutput)
        || !takeNumber(wanted[4], glance.totalTokens))
        return false;
    if (!glance.inputTokens)
        glance.inputTokens = otherInput;
    if (!glance.outputTokens)
        glance.outputTokens = otherOutput;
    if (!glance.totalTokens)
        glance.totalTokens = sumOfTokens(glance.inputTokens, glance.outputTokens);
    return true;
}

bool takeOutcome(ResultGlance &glance)
{
    // White space beyond ASCII is for the full reading to tell.
    const bool hasText
        = std::ranges::any_of(glance.content, [](char c) { return c > ' ' && c < '\x7F'; });
    if (!hasText)
        return false;
    const std::string_view reason = glance.finishReason;
    if (reason == "content_filter" || reason == "refusal")
        glance.outcome = Outcome::Refused;
    else if (reason == "length" || reason == "max_tokens" || reason == "max_output_tokens")
        glance.outcome = Outcome::Truncated;
    else
        glance.outcome = Outcome::Answered;
    return true;
}

bool takeChoices(const Wanted &choices, ResultGlance &glance)
{
    dom::array array;
    if (!choices.value || choices.value->get_array().get(array) != simdjson::SUCCESS
        || array.begin() == array.end())
        return false;
    dom::object choice;
    dom::object message;
    std::array ofChoice = {Wanted{"finish_reason"}, Wanted{"message"}, Wanted{"text"}};
    std::array ofMessage
        = {Wanted{"content"}, Wanted{"refusal"}, Wanted{"tool_calls"}, Wanted{"function_call"}};
    return (*array.begin()).get_object().get(choice) == simdjson::SUCCESS && pick(choice, ofChoice)
        && takeText(ofChoice[0], glance.finishReason) && takeObject(ofChoice[1], message)
        && !ofChoice[2].isSet() && pick(message, ofMessage) && ofMessage[0].isSet()
        && takeText(ofMessage[0], glance.content) && !ofMessage[1].isSet() && !ofMessage[2].isSet()
        && !ofMessage[3].isSet() && takeOutcome(glance);
}

bool takeBody(const Wanted &body, ResultGlance &glance)
{
    dom::object object;
    std::array wanted = {Wanted{"error"}, Wanted{"model"}, Wanted{"usage"}, Wanted{"choices"}};
    return takeObject(body, object) && pick(object, wanted) && !wanted[0].isSet()
        && takeText(wanted[1], glance.model) && takeUsage(wanted[2], glance)
        && takeChoices(wanted[3], glance);
}

bool takeResponse(const Wanted &response, ResultGlance &glance)
{
    constexpr qint64 firstGood = 200;
    constexpr qint64 lastGood = 299;
    dom::object object;
    std::array wanted = {Wanted{"status_code"}, Wanted{"request_id"}, Wanted{"body"}};
    std::optional<qint64> status;
    if (!takeObject(response, object) || !pick(object, wanted) || !takeNumber(wanted[0], status)
        || !status || *status < firstGood || *status > lastGood)
        return false;
    glance.httpStatus = static_cast<int>(*status);
    return takeText(wanted[1], glance.requestId) && takeBody(wanted[2], glance);
}

} // namespace

struct ResultGlancer::Parsers {
    dom::parser reading;
    simdjson::ondemand::parser locating;
};

ResultGlancer::ResultGlancer() : m_parsers(std::make_unique<Parsers>()) {}

ResultGlancer::~ResultGlancer() = default;

const ResultGlance *ResultGlancer::read(PaddedLine line)
{
    dom::element element;
    dom::object object;
    std::array wanted = {Wanted{"custom_id"}, Wanted{"response"}, Wanted{"error"}, Wanted{"status"},
                         Wanted{"request_id"}};
    if (m_parsers->reading.parse(line.bytes.data(), line.bytes.size(), false).get(element)
            != simdjson::SUCCESS
        || element.get_object().get(object) != simdjson::SUCCESS || !pick(object, wanted)
        || !wanted[0].isSet() || !takeText(wanted[0], m_glance.customId) || wanted[2].isSet()
        || wanted[3].isSet() || !takeResponse(wanted[1], m_glance))
        return nullptr;
    if (m_glance.requestId.empty() && !takeText(wanted[4], m_glance.requestId))
        return nullptr;
    return &m_glance;
}

std::optional<ContentSpan> ResultGlancer::locateContent(PaddedLine line)
{
    if (const std::optional<ContentSpan> found = followContent(line.bytes, m_glance.content))
        return found;
    namespace ondemand = simdjson::ondemand;
    const simdjson::padded_string_view bytes(line.bytes.data(), line.bytes.size(),
                                             line.bytes.size() + linePadding);
    ondemand::document document;
    if (m_parsers->locating.iterate(bytes).get(document) != simdjson::SUCCESS)
        return std::nullopt;
    ondemand::value choice;
    if (document["response"]["body"]["choices"].at(0).get(choice) != simdjson::SUCCESS)
        return std::nullopt;
    std::string_view raw;
    if (choice["message"]["content"].raw_json().get(raw) != simdjson::SUCCESS
        || !raw.starts_with('"'))
        return std::nullopt;
    raw = raw.substr(1, raw.rfind('"') - 1);
    return ContentSpan::of(raw, static_cast<std::size_t>(raw.data() - line.bytes.data()));
}
