// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/paddedline.h"
#include "core/result.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// A path into a line of JSON, after RFC 6901.
struct JsonPointer {
    std::vector<std::string> tokens; ///< unescaped; none: the whole line

    /// BadInput where text is not a JSON Pointer.
    [[nodiscard]] static Result<JsonPointer> parse(const QString &text);
};

/// What stands at a pointer: the text of a string, the JSON text of anything else.
struct JsonCell {
    QString text;
    bool isNumber = false;
};

/// Picks single fields out of lines without reading the rest. One thread; keep and reuse it.
class LineFields {
public:
    LineFields();
    ~LineFields();
    Q_DISABLE_COPY_MOVE(LineFields)

    /// The decoded member custom_id; nothing where there is none or the line cannot be read.
    [[nodiscard]] std::optional<QString> customId(PaddedLine line);
    /// The same as it stands in the line, between its quotes; a view of the line. Nothing, too, where
    /// its name is written with escapes.
    [[nodiscard]] std::optional<std::string_view> rawCustomId(PaddedLine line);
    [[nodiscard]] std::optional<JsonCell> at(PaddedLine line, const JsonPointer &pointer);
    /// Parts of a request or result line as they stand there; views of the line.
    struct RawRequest {
        std::string_view customId; ///< with its quotes
        std::string_view body;
    };
    struct RawResponse {
        std::string_view body; ///< of the response; "null" where there is none
        std::string_view error;
    };
    /// Nothing where the line has not the members, or writes their names with escapes.
    [[nodiscard]] std::optional<RawRequest> rawRequest(PaddedLine line);
    /// Nothing where the line is no whole JSON of that shape.
    [[nodiscard]] std::optional<RawResponse> rawResponse(PaddedLine line);
    /// The same of a line that is known to be whole JSON.
    [[nodiscard]] std::optional<RawResponse> rawResponseOfWhole(PaddedLine line);
    /// Whether the line is one whole JSON value.
    [[nodiscard]] bool isWhole(PaddedLine line);

private:
    struct Parsers;
    std::unique_ptr<Parsers> m_parsers;
};
