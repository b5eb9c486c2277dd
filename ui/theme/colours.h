// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/outcome.h"

#include <QColor>
#include <QPalette>
#include <QStringList>

/// The few colours with a meaning, made from the palette in use: the hue says the meaning, the
/// lightness is moved until the contrast with the background is that of readable text (4.5 to 1).
/// Colour never stands alone: an icon and a word say the same. No other file names a hue, but for the
/// palettes in appearance.cpp.
namespace colours {

enum class Tone { Plain, Subtle, Active, Good, Warning, Bad };

[[nodiscard]] Tone toneOf(BatchState state);
[[nodiscard]] Tone toneOf(Outcome outcome);
/// To paint text or a picture with, on the palette's background role.
[[nodiscard]] QColor text(Tone tone, const QPalette &palette,
                          QPalette::ColorRole background = QPalette::Base);
/// To fill a bar with: calmer than text, still 3 to 1 on the background.
[[nodiscard]] QColor fill(Tone tone, const QPalette &palette,
                          QPalette::ColorRole background = QPalette::Base);
/// Names of the colours that a person can give to a connection, in the order to offer them.
[[nodiscard]] const QStringList &swatchNames();
/// One of them, or of none of them (a name of a later version): 3 to 1 on the background. Invalid
/// for an empty name.
[[nodiscard]] QColor swatch(const QString &name, const QPalette &palette,
                            QPalette::ColorRole background = QPalette::Base);
[[nodiscard]] double contrast(const QColor &a, const QColor &b);
[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace colours
