// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QWidget;

/// The shapes that CalmStyle draws with. Each leaves the painter as it was.
namespace calmpaint {

enum class Kind { Plain, Primary, Flat };

/// The face of a button: flat ones are seen only under the pointer, while pressed and while on.
void button(QPainter &painter, const QStyleOption &option, Kind kind);
/// What can be typed into.
void field(QPainter &painter, const QStyleOption &option);
/// Around a list or an editor.
void frame(QPainter &painter, const QStyleOption &option, const QWidget *widget);
/// A small arrow in the middle of a place, in the colour of text that stands there.
void arrow(QPainter &painter, const QRect &place, Qt::ArrowType type, const QColor &ink);
/// A box to tick, or a round one of several.
void mark(QPainter &painter, const QStyleOption &option, bool isRound);
void tint(QPainter &painter, const QRect &place, const QStyleOption &option, double strength);
void focusRing(QPainter &painter, const QStyleOption &option);
void headerSection(QPainter &painter, const QStyleOption &option, bool isLast);
/// What parts are moved by, between them.
void grip(QPainter &painter, const QStyleOption &option);
void tab(QPainter &painter, const QStyleOptionTab &option);
/// The whole way of a bar of progress, and what is done of it: thin, but where a text stands in it.
void progressTrough(QPainter &painter, const QStyleOptionProgressBar &option);
void progressDone(QPainter &painter, const QStyleOptionProgressBar &option);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider,
               const QWidget *widget);
void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrowPlace);
void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up,
             const QRect &down);

} // namespace calmpaint
