// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "library/await.h"
#include "library/library.h"

#include <memory>

/// The library of a folder, opened; nothing, and a warning, where it cannot be.
[[nodiscard]] inline std::unique_ptr<Library> openedAt(const QString &folder, const Clock &clock)
{
    auto library = std::make_unique<Library>(folder, clock);
    const Result<> result = library->open();
    if (!result)
        qWarning("%s", why(result).text.constData());
    return result ? std::move(library) : nullptr;
}
