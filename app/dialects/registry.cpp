// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/dialect.h"

#include <array>

namespace {

/// The one list. Whatever is tested for "every dialect" follows it.
constexpr std::array all = {&filesDialect, &inlineDialect, &rawjsonlDialect, &stagedDialect};

} // namespace

std::span<const Dialect *const> dialects()
{
    return all;
}

const Dialect *findDialect(QStringView id)
{
    for (const Dialect *dialect : all)
        if (dialect->id == id)
            return dialect;
    return nullptr;
}
