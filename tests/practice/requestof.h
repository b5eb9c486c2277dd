// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/requestline.h"

#include <QByteArray>

#include <memory>

/// A request and the parser and bytes that it is a view of.
struct ParsedRequest {
    QByteArray line;
    std::unique_ptr<practice::LineParser> parser = std::make_unique<practice::LineParser>();
    practice::RequestLine request;
};

/// One that must be well-formed.
[[nodiscard]] inline ParsedRequest requestOf(const QByteArray &body,
                                             const QByteArray &url = "/v1/chat/completions")
{
    ParsedRequest parsed;
    parsed.line = R"({"custom_id":"a","method":"POST","url":")" + url + R"(","body":)" + body + '}';
    const auto request = parsed.parser->parse(
        {parsed.line.constData(), static_cast<std::size_t>(parsed.line.size())}, {});
    Q_ASSERT_X(request.has_value(), "requestOf", body.constData());
    parsed.request = *request;
    return parsed;
}
