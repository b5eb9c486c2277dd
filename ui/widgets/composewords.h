// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compose/formfaults.h"
#include "compose/requestform.h"

#include <QString>

/// What the window says of a request's kind and of what is wrong with it.
namespace composewords {

[[nodiscard]] QString kind(RequestKind kind);
/// Why there is no form, as a short sentence.
[[nodiscard]] QString noForm(const FormReading &reading);
[[nodiscard]] QString fault(const FieldFault &fault, RequestKind kind);

} // namespace composewords
