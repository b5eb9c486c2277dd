// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/answers.h"

namespace practice {

inline constexpr qint64 defaultDimensions = 64;
inline constexpr qint64 maxDimensions = 4096;

/// Answers with one entry for each text of the input: vectors and judgements.
Tokens appendEmbeddings(QByteArray &out, const RequestLine &request);
Tokens appendModerations(QByteArray &out, const RequestLine &request);

} // namespace practice
