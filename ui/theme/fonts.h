// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFontMetrics>

/// Sizes that follow the letters: who sets these large needs the rest as large.
namespace fonts {

/// The side of a picture beside such letters, in the sizes that pictures are drawn for.
[[nodiscard]] inline int pictureBeside(const QFontMetrics &letters)
{
    const int height = letters.height();
    return height < 24 ? 16 : height < 33 ? 22 : height < 52 ? 32 : 48;
}

} // namespace fonts
