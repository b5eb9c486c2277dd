// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>
#include <vector>

namespace practice {

/// Pieces of a text that look like what a label means by its name, or else by its description:
/// sums, shares, dates, addresses, codes, numbers, people, places, companies, or any names. In the
/// order of the text, each once, at most five. Views into text.
[[nodiscard]] std::vector<std::string_view> findEntities(std::string_view text,
                                                         std::string_view label,
                                                         std::string_view meaning);

} // namespace practice
