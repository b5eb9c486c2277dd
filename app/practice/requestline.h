// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <simdjson.h>

#include <expected>
#include <string>
#include <string_view>

namespace practice {

/// What is wrong with one line of a request file, in the words of the OpenAI API.
struct LineFault {
    QByteArray code; ///< invalid_json_line ...
    QByteArray message;
    QByteArray param; ///< such as body.model
    QByteArray type; ///< the same in the words of FastAPI: missing, string_type ...

    bool operator==(const LineFault &) const = default;
};

/// One request of a batch. Views into its LineParser, until that parses again.
struct RequestLine {
    std::string_view raw;
    std::string_view customId;
    std::string_view url;
    std::string_view model;
    simdjson::dom::object body;
};

/// How strict a dialect is with a line.
struct LineRules {
    bool wantsMethodAndUrl = true; ///< files: both are there; else they have defaults
    bool refusesUnknownKeys = false;
    bool mixesModels = false; ///< the lines of a batch may name different ones
};

/// Reads lines of requests one after the other. One thread at a time.
class LineParser {
public:
    [[nodiscard]] std::expected<RequestLine, LineFault> parse(std::string_view line,
                                                              LineRules rules);

private:
    [[nodiscard]] simdjson::error_code read(std::string_view line, simdjson::dom::element &root);

    simdjson::dom::parser m_parser;
    std::string m_tamed;
};

inline constexpr std::string_view chatEndpoint = "/v1/chat/completions";

/// True for the endpoints that the practice provider answers.
[[nodiscard]] bool isKnownEndpoint(std::string_view endpoint);

} // namespace practice
