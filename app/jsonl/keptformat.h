// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonl/preflight.h"

#include <QByteArray>

#include <optional>

/// How a report lies in the cache (jsonl/keptreports.h): a key, the report without its sentences,
/// lines as the distances between them, and the SHA-256 of all that. Pure.
namespace keptformat {

[[nodiscard]] QByteArray write(const PreflightReport &report, const QByteArray &key);
/// None where the bytes are not whole, not ours, or of another key.
[[nodiscard]] std::optional<PreflightReport> read(const QByteArray &bytes, const QByteArray &key);

} // namespace keptformat
