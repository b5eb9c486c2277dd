// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/outcome.h"

#include <QIcon>
#include <QStringList>

class QPainter;

/// The pictures of the window. A freedesktop name comes from the desktop's icon theme where that
/// has every one of them, else all come from our own set, so that two hands are never mixed. Ours
/// are drawn in the palette's text colour at the time of painting and follow a change of it.
namespace icons {

[[nodiscard]] QIcon named(const QString &name);
[[nodiscard]] QIcon forState(BatchState state); ///< always ours
[[nodiscard]] QIcon forOutcome(Outcome outcome); ///< always ours
[[nodiscard]] QString stateIconName(BatchState state);
[[nodiscard]] QString outcomeIconName(Outcome outcome);
/// One of ours, in this colour instead of the palette's.
[[nodiscard]] QPixmap tinted(const QString &name, const QColor &colour, int size,
                             qreal devicePixelRatio);
/// A small square in a colour of colours.h, drawn anew in the palette of the time; empty name: none.
[[nodiscard]] QIcon swatch(const QString &colourName);
/// The same where one paints oneself.
void paintSwatch(QPainter &painter, const QRect &place, const QColor &colour);
[[nodiscard]] QStringList allNames(); ///< of our own set
[[nodiscard]] QIcon application();

} // namespace icons
