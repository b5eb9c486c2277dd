// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compose/requestform.h"

#include <string_view>

/// Where the fields of a form are in a body.
namespace formkeys {

struct Keys {
    RequestKind kind;
    std::string_view model; ///< the model that tells the kind; empty: any other
    std::string_view text; ///< empty: in messages
    std::string_view instruction;
    std::string_view list;
};

[[nodiscard]] const Keys &of(RequestKind kind);
[[nodiscard]] RequestKind kindOf(const QString &model);

/// A JSON number and nothing else.
[[nodiscard]] bool isNumber(std::string_view text);

} // namespace formkeys
