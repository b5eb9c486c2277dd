// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dropoverlay.h"

#include "theme/icons.h"

#include <QPainter>

DropOverlay::DropOverlay(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void DropOverlay::appear(const QString &text)
{
    m_text = text;
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.86F);
    painter.fillRect(rect(), veil);
    const QColor accent = palette().color(QPalette::Accent);
    painter.setPen(QPen(accent, 3, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(16, 16, -16, -16), 12, 12);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::WindowText));
    const QPoint middle = rect().center();
    painter.drawPixmap(middle.x() - 24, middle.y() - 60,
                       icons::tinted(QStringLiteral("document-open"),
                                     palette().color(QPalette::WindowText), 48,
                                     devicePixelRatioF()));
    painter.drawText(QRect(0, middle.y() + 4, width(), 60), Qt::AlignHCenter | Qt::AlignTop,
                     m_text);
}

#include "moc_dropoverlay.cpp"
