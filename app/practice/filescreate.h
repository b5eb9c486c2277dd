// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/batchrecord.h"
#include "practice/reply.h"

#include <expected>

namespace practice {

/// Reads the body of POST /v1/batches: known keys only, known endpoint, window 24h, metadata of
/// string pairs. Whether the file is there is not looked at.
[[nodiscard]] std::expected<BatchRecord, OpenAiFault> readCreate(const ApiRequest &request);

} // namespace practice
