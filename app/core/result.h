// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <expected>

/// What every function that can fail returns. A row of a result file is a ResultLine, not this.
/// Never drop one: the type is [[nodiscard]] through std::expected's use sites.
template <class T = void>
using Result = std::expected<T, Error>;

/// Shorthand to return an error from a function with a Result.
using Failure = std::unexpected<Error>;
