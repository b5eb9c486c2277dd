// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/calmpaint.h"

#include "theme/grounds.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

#include <algorithm>

namespace {

constexpr double radius = 6;

bool is(const QStyleOption &option, QStyle::StateFlag flag)
{
    return (option.state & flag) != 0;
}

class Saved {
public:
    explicit Saved(QPainter &painter) : m_painter(painter)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Saved(const Saved &) = delete;
    Saved &operator=(const Saved &) = delete;

private:
    QPainter &m_painter;
};

struct Pen {
    QColor colour;
    double width = 1;
};

void box(QPainter &painter, const QRect &place, const QColor &ground, const Pen &edge,
         double corner = radius)
{
    const Saved saved(painter);
    painter.setPen(edge.colour.isValid() ? QPen(edge.colour, edge.width) : QPen(Qt::NoPen));
    painter.setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    const double in = edge.colour.isValid() ? edge.width / 2 : 0;
    painter.drawRoundedRect(QRectF(place).adjusted(in, in, -in, -in), corner, corner);
}

QColor faint(const QStyleOption &option, double strength)
{
    QColor ink = option.palette.color(QPalette::Active, QPalette::WindowText);
    ink.setAlphaF(static_cast<float>(strength));
    return ink;
}

QColor ring(const QStyleOption &option)
{
    return colours::fill(colours::Tone::Active, option.palette, QPalette::Window);
}

Pen edgeOf(const QStyleOption &option, bool isFocused)
{
    if (isFocused)
        return {ring(option), 1.6};
    QColor edge = colours::line(colours::Line::Edge, option.palette);
    if (!is(option, QStyle::State_Enabled))
        edge.setAlphaF(edge.alphaF() * 0.5F);
    else if (is(option, QStyle::State_MouseOver))
        edge.setAlphaF(std::min(1.0F, edge.alphaF() * 1.6F));
    return {edge};
}

QColor shade(const QColor &ground, const QColor &ink, float share)
{
    const auto mix = [share](float a, float b) { return a + (b - a) * share; };
    return QColor::fromRgbF(mix(ground.redF(), ink.redF()), mix(ground.greenF(), ink.greenF()),
                            mix(ground.blueF(), ink.blueF()));
}

QRect progressPlace(const QStyleOptionProgressBar &option)
{
    constexpr int thin = 6;
    if (option.textVisible || option.rect.height() <= thin)
        return option.rect;
    const int top = option.rect.top() + (option.rect.height() - thin) / 2;
    return {option.rect.left(), top, option.rect.width(), thin};
}

double progressCorner(const QRect &place)
{
    return std::min(4.0, place.height() / 2.0);
}

} // namespace

void calmpaint::button(QPainter &painter, const QStyleOption &option, Kind kind)
{
    const bool isEnabled = is(option, QStyle::State_Enabled);
    const bool isDown = is(option, QStyle::State_Sunken);
    const bool isOn = is(option, QStyle::State_On);
    const bool isOver = isEnabled && is(option, QStyle::State_MouseOver);
    const bool isFocused
        = is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange);
    if (kind == Kind::Flat) {
        if (isDown || isOn || isOver)
            box(painter, option.rect, faint(option, isDown ? 0.16 : isOn ? 0.12 : 0.07), {});
        if (isFocused)
            box(painter, option.rect, {}, edgeOf(option, true));
        return;
    }
    if (kind == Kind::Primary && isEnabled) {
        const QColor ground = colours::accent(option.palette);
        const QColor away = option.palette.color(QPalette::Active, QPalette::HighlightedText);
        // Away from the text's colour, so that it stays as readable.
        const QColor dark = colours::contrast(away, Qt::black) > 7 ? Qt::black : Qt::white;
        box(painter, option.rect,
            shade(ground, dark,
                  isDown       ? 0.2F
                      : isOver ? 0.08F
                               : 0.0F),
            isFocused ? Pen{option.palette.color(QPalette::WindowText), 2} : Pen{});
        return;
    }
    QColor ground = colours::face(option.palette);
    if (!isEnabled)
        ground.setAlphaF(0.5F);
    box(painter, option.rect, ground, edgeOf(option, isFocused));
    if (isDown || isOn || isOver)
        box(painter, option.rect, faint(option, isDown ? 0.14 : isOn ? 0.10 : 0.04), {});
}

void calmpaint::field(QPainter &painter, const QStyleOption &option)
{
    const bool isEnabled = is(option, QStyle::State_Enabled);
    box(painter, option.rect, option.palette.color(isEnabled ? QPalette::Base : QPalette::Window),
        edgeOf(option, isEnabled && is(option, QStyle::State_HasFocus)));
}

void calmpaint::frame(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const bool isEditor
        = qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
    const bool isFocused = isEditor && is(option, QStyle::State_HasFocus);
    QColor edge = isFocused ? ring(option) : colours::line(colours::Line::Edge, option.palette);
    if (!isFocused)
        edge.setAlphaF(edge.alphaF() * 0.8F);
    // The contents are square: a wide corner would be painted over.
    box(painter, option.rect, {}, {edge}, 2);
}

void calmpaint::arrow(QPainter &painter, const QRect &place, Qt::ArrowType type, const QColor &ink)
{
    const double side = std::clamp(std::min(place.width(), place.height()) * 0.22, 2.5, 5.0);
    QPainterPath path(QPointF(-side, -side / 2));
    path.lineTo(0, side / 2);
    path.lineTo(side, -side / 2);
    const Saved saved(painter);
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.translate(QRectF(place).center());
    painter.rotate(type == Qt::UpArrow          ? 180
                       : type == Qt::LeftArrow  ? 90
                       : type == Qt::RightArrow ? -90
                                                : 0);
    painter.drawPath(path);
}

void calmpaint::mark(QPainter &painter, const QStyleOption &option, bool isRound)
{
    const int side = std::min(option.rect.width(), option.rect.height());
    QRect place(0, 0, side, side);
    place.moveCenter(option.rect.center());
    const double corner = isRound ? side / 2.0 : 4;
    const bool isEnabled = is(option, QStyle::State_Enabled);
    const bool isSet = is(option, QStyle::State_On) || is(option, QStyle::State_NoChange);
    const QColor ground = !isEnabled ? option.palette.color(QPalette::Window)
        : isSet                      ? colours::accent(option.palette)
                                     : option.palette.color(QPalette::Base);
    box(painter, place, ground, isSet && isEnabled ? Pen{} : edgeOf(option, false), corner);
    if (!isSet)
        return;
    const Saved saved(painter);
    const QColor ink = option.palette.color(isEnabled ? QPalette::HighlightedText : QPalette::Text);
    painter.translate(place.topLeft());
    painter.scale(side, side);
    if (isRound) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(QPointF(0.5, 0.5), 0.2, 0.2);
        return;
    }
    QPainterPath path(QPointF(0.25, 0.52));
    if (is(option, QStyle::State_On))
        path.lineTo(0.43, 0.7);
    path.lineTo(0.76, is(option, QStyle::State_On) ? 0.32 : 0.52);
    painter.setPen(QPen(ink, 0.12, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void calmpaint::tint(QPainter &painter, const QRect &place, const QStyleOption &option,
                     double strength)
{
    box(painter, place, faint(option, strength), {});
}

void calmpaint::focusRing(QPainter &painter, const QStyleOption &option)
{
    if (is(option, QStyle::State_KeyboardFocusChange))
        box(painter, option.rect, {}, {ring(option)}, 4);
}

void calmpaint::headerSection(QPainter &painter, const QStyleOption &option, bool isLast)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Base));
    if (is(option, QStyle::State_MouseOver) && is(option, QStyle::State_Enabled))
        painter.fillRect(option.rect, faint(option, 0.05));
    const QColor hair = colours::line(colours::Line::Hair, option.palette);
    const QRect &place = option.rect;
    painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), hair);
    if (isLast)
        return;
    const int inset = place.height() / 4;
    const int x = option.direction == Qt::LeftToRight ? place.right() : place.left();
    painter.fillRect(QRect(x, place.top() + inset, 1, place.height() - 2 * inset), hair);
}

void calmpaint::grip(QPainter &painter, const QStyleOption &option)
{
    const bool isUpright = is(option, QStyle::State_Horizontal); // between parts side by side
    QRect place(0, 0, isUpright ? 3 : 28, isUpright ? 28 : 3);
    place.moveCenter(option.rect.center());
    box(painter, place, faint(option, is(option, QStyle::State_MouseOver) ? 0.45 : 0.16), {}, 1.5);
}

void calmpaint::tab(QPainter &painter, const QStyleOptionTab &option)
{
    const bool isSelected = is(option, QStyle::State_Selected);
    const QRect &place = option.rect;
    if (!isSelected && is(option, QStyle::State_MouseOver) && is(option, QStyle::State_Enabled))
        box(painter, place.adjusted(2, 3, -2, -4), faint(option, 0.06), {});
    if (isSelected) {
        const bool isBelow = option.shape == QTabBar::RoundedSouth;
        const QRect line(place.left() + 6, isBelow ? place.top() : place.bottom() - 2,
                         place.width() - 12, 3);
        box(painter, line, colours::fill(colours::Tone::Active, option.palette, QPalette::Window),
            {}, 1.5);
    }
    if (is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange))
        box(painter, place.adjusted(2, 3, -2, -4), {}, {ring(option)});
}

void calmpaint::scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider,
                          const QWidget *widget)
{
    const QWidget *place = widget && widget->parentWidget() ? widget->parentWidget() : widget;
    const auto *area = place ? qobject_cast<const QAbstractScrollArea *>(
                                   place->parentWidget() ? place->parentWidget() : place)
                             : nullptr;
    const QWidget *viewport = area ? area->viewport() : nullptr;
    const QColor ground = viewport && viewport->autoFillBackground()
        ? viewport->palette().color(viewport->backgroundRole())
        : option.palette.color(QPalette::Window);
    painter.fillRect(option.rect, ground);
    if (option.maximum <= option.minimum || !is(option, QStyle::State_Enabled))
        return;
    const bool isHeld = is(option, QStyle::State_Sunken)
        && (option.activeSubControls & QStyle::SC_ScrollBarSlider);
    const QRect handle = option.orientation == Qt::Vertical ? slider.adjusted(3, 2, -3, -2)
                                                            : slider.adjusted(2, 3, -2, -3);
    const double corner = std::min(handle.width(), handle.height()) / 2.0;
    box(painter, handle,
        faint(option,
              isHeld                                    ? 0.6
                  : is(option, QStyle::State_MouseOver) ? 0.45
                                                        : 0.3),
        {}, corner);
}

void calmpaint::comboBox(QPainter &painter, const QStyleOptionComboBox &option,
                         const QRect &arrowPlace)
{
    QStyleOption face(option);
    if (option.editable) {
        field(painter, face);
    } else {
        const bool isFocused
            = is(option, QStyle::State_HasFocus) && is(option, QStyle::State_Enabled);
        box(painter, option.rect, colours::face(option.palette), edgeOf(option, isFocused));
        if (is(option, QStyle::State_MouseOver) && is(option, QStyle::State_Enabled))
            box(painter, option.rect, faint(option, 0.04), {});
    }
    arrow(painter, arrowPlace, Qt::DownArrow,
          is(option, QStyle::State_Enabled)
              ? colours::text(colours::Tone::Subtle, option.palette)
              : option.palette.color(QPalette::Disabled, QPalette::Text));
}

void calmpaint::spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up,
                        const QRect &down)
{
    field(painter, option);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    for (const auto &[place, type, can] :
         {std::tuple(up, Qt::UpArrow, QAbstractSpinBox::StepUpEnabled),
          {down, Qt::DownArrow, QAbstractSpinBox::StepDownEnabled}}) {
        const bool isUsable = is(option, QStyle::State_Enabled) && (option.stepEnabled & can);
        const bool isHeld = is(option, QStyle::State_Sunken)
            && option.activeSubControls
                == (type == Qt::UpArrow ? QStyle::SC_SpinBoxUp : QStyle::SC_SpinBoxDown);
        if (isHeld && isUsable)
            box(painter, place.adjusted(1, 1, -2, -1), faint(option, 0.12), {}, 3);
        arrow(
            painter, place, type,
            option.palette.color(isUsable ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    }
}

void calmpaint::progressTrough(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const QRect place = progressPlace(option);
    box(painter, place, faint(option, 0.14), {}, progressCorner(place));
}

void calmpaint::progressDone(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const QRect whole = progressPlace(option);
    const double share = double(option.progress - option.minimum)
        / double(std::max(1, option.maximum - option.minimum));
    QRect done = whole;
    done.setWidth(int(std::clamp(share, 0.0, 1.0) * whole.width()));
    if (done.isEmpty())
        return;
    if ((option.direction == Qt::RightToLeft) != option.invertedAppearance)
        done.moveRight(whole.right());
    box(painter, done, ring(option), {}, progressCorner(whole));
}
