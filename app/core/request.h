// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

/// One line of a run's input, as views into that line: nothing is copied and body stays the exact
/// bytes the user gave. Valid only as long as the line's bytes and this value, or a copy of it, are.
struct Request {
    QString customId; ///< decoded
    std::string_view customIdJson; ///< as written, with quotes
    std::string_view method; ///< decoded text; empty: not given (POST)
    std::string_view url; ///< decoded text; empty: not given (/v1/chat/completions)
    std::string_view body; ///< raw JSON object
    std::string_view model; ///< decoded body.model; empty: none, or not a string
    QByteArray unescaped; ///< backs method, url and model where they were written with escapes
};

inline constexpr std::string_view defaultMethod = "POST";
inline constexpr std::string_view defaultUrl = "/v1/chat/completions";
