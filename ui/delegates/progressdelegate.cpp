// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/progressdelegate.h"

#include "models/columns.h"
#include "theme/grounds.h"

#include <QPainter>

#include <algorithm>

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    paintPanel(painter, option);

    painter->save();
    const QVariant progress = index.data(ProgressRole);
    const QRect rect = option.rect.adjusted(margin(option), 0, -margin(option), 0);
    const auto tone = static_cast<colours::Tone>(index.data(ToneRole).toInt());
    painter->setPen(colours::textOn(
        ground(option), progress.isValid() ? colours::Tone::Plain : colours::Tone::Subtle,
        option.palette));
    if (!progress.isValid()) {
        paintText(painter, option, rect);
        painter->restore();
        return;
    }
    const int textHeight = QFontMetrics(option.font).height();
    constexpr int barHeight = 4;
    const int top = rect.top() + (rect.height() - textHeight - barHeight - 3) / 2;
    paintText(painter, option, QRect(rect.left(), top, rect.width(), textHeight));

    const QRectF trough(rect.left(), top + textHeight + 3, rect.width(), barHeight);
    QColor back = painter->pen().color();
    back.setAlphaF(0.18F);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(back);
    painter->drawRoundedRect(trough, 2, 2);
    const double share = std::clamp(progress.toDouble(), 0.0, 1.0);
    if (share > 0) {
        QRectF done = trough;
        done.setWidth(std::max(trough.width() * share, double(barHeight)));
        if (option.direction == Qt::RightToLeft)
            done.moveRight(trough.right());
        painter->setBrush(colours::fill(tone, option.palette));
        painter->drawRoundedRect(done, 2, 2);
    }
    painter->restore();
}

#include "moc_progressdelegate.cpp"
