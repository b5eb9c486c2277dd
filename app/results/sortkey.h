// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// The beginning of the bytes by whose order (that of memcmp) people expect texts to stand: A as a,
/// numbers by their value ("row-2" before "row-10"), white space in and around a text as one blank
/// or none, all else by code points. At least most bytes where the text has as many; no byte is 0
/// or 255. Empty: nothing of the text can be seen. Texts that differ in case, in white space or in leading
/// zeros alone have one key.
[[nodiscard]] std::string sortKey(std::string_view utf8, std::size_t most);
