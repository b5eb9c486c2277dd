// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/paddedline.h"
#include "core/resultline.h"

#include <string_view>

/// One line of results, in the shapes that the OpenAI family and the gateways around it send.
namespace resultreader {

/// Never fails: what cannot be read is Outcome::Malformed, with the id where one can be made out.
[[nodiscard]] ResultLine read(PaddedLine line);

/// What an answer's body says: model, usage, finish reason, content, and whether it is an answer,
/// cut short, a refusal or empty. body is a view into valid JSON with linePadding bytes behind.
void readBody(std::string_view body, ResultLine &result);

} // namespace resultreader
