// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

/// Is a valid JSON number beyond what most programs hold: an integer (written without fraction and
/// exponent) beyond 64 bits, another number beyond a double? Too close to nothing is not beyond.
[[nodiscard]] bool isOutOfRange(std::string_view number, bool isInteger);
