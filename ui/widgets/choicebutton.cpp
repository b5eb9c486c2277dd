// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/choicebutton.h"

#include "theme/colours.h"
#include "theme/icons.h"

#include <QKeyEvent>
#include <QPainter>

namespace {
constexpr int padding = 14;
constexpr int pictureSize = 24;
constexpr int gap = 14;
} // namespace

ChoiceButton::ChoiceButton(const QString &title, const QString &description, const QString &icon,
                           QWidget *parent)
    : QAbstractButton(parent), m_description(description), m_icon(icon)
{
    setText(title);
    setAccessibleDescription(description);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont ChoiceButton::titleFont() const
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    return strong;
}

QRect ChoiceButton::textRect(int width) const
{
    return QRect(padding + pictureSize + gap, padding, width - 2 * padding - pictureSize - gap - 22,
                 10'000);
}

int ChoiceButton::heightForWidth(int width) const
{
    const int below
        = fontMetrics().boundingRect(textRect(width), Qt::TextWordWrap, m_description).height();
    return 2 * padding + QFontMetrics(titleFont()).height() + 3 + below;
}

QSize ChoiceButton::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 64;
    return {width, heightForWidth(width)};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette colours = palette();
    const bool strong = hasFocus() || underMouse();
    QColor edge = strong ? colours.color(QPalette::Accent) : colours.color(QPalette::WindowText);
    edge.setAlphaF(strong ? 1.0F : 0.22F);
    QColor ground = colours.color(QPalette::Base);
    if (isDown()) {
        QColor tint = colours.color(QPalette::Accent);
        tint.setAlphaF(0.16F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
        ground = tint;
    }
    painter.setPen(QPen(edge, hasFocus() ? 2 : 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);

    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const auto placed = [&](const QRect &logical) {
        return leftToRight ? logical
                           : QRect(width() - logical.right() - 1, logical.top(), logical.width(),
                                   logical.height());
    };
    const qreal ratio = devicePixelRatioF();
    const QColor ink = colours::text(colours::Tone::Active, colours);
    const QRect icon = placed({padding, (height() - pictureSize) / 2, pictureSize, pictureSize});
    painter.drawPixmap(icon, icons::tinted(m_icon, ink, pictureSize, ratio));
    const QRect arrow = placed({width() - padding - 12, (height() - 12) / 2, 12, 12});
    painter.drawPixmap(
        arrow,
        icons::tinted(leftToRight ? QStringLiteral("go-next") : QStringLiteral("go-previous"),
                      colours::text(colours::Tone::Subtle, colours), 12, ratio));

    QRect text = textRect(width());
    const int titleHeight = QFontMetrics(titleFont()).height();
    painter.setPen(colours.color(QPalette::Text));
    painter.setFont(titleFont());
    painter.drawText(placed({text.left(), text.top(), text.width(), titleHeight}),
                     Qt::AlignLeading | Qt::TextShowMnemonic, this->text());
    painter.setFont(font());
    painter.setPen(colours::text(colours::Tone::Subtle, colours));
    painter.drawText(placed({text.left(), text.top() + titleHeight + 3, text.width(), height()}),
                     static_cast<int>(Qt::AlignLeading) | Qt::TextWordWrap, m_description);
}

void ChoiceButton::enterEvent(QEnterEvent *)
{
    update();
}

void ChoiceButton::leaveEvent(QEvent *)
{
    update();
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

#include "moc_choicebutton.cpp"
