// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "theme/colours.h"

/// What stands behind texts and between parts, made from the palette in use like the colours with a
/// meaning.
namespace colours {

/// Text of a tone that can be read on a ground of one's own.
[[nodiscard]] QColor textOn(const QColor &ground, Tone tone, const QPalette &palette);
/// The ground of what is chosen: the desktop's colour for it, so faint that all text on it keeps its
/// own.
[[nodiscard]] QColor chosen(const QPalette &palette, QPalette::ColorGroup group);
/// To fill the one button of a page that goes on with; HighlightedText on it can be read.
[[nodiscard]] QColor accent(const QPalette &palette);
/// Of a button that can be pressed; ButtonText on it can be read.
[[nodiscard]] QColor face(const QPalette &palette);
enum class Line { Hair, Edge };
/// Between parts, and around what can be typed into or pressed: faint, but plain in high contrast.
[[nodiscard]] QColor line(Line line, const QPalette &palette);

} // namespace colours
