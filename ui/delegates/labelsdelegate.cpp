// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/labelsdelegate.h"

#include "models/columns.h"
#include "models/visibletext.h"
#include "theme/colours.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int padding = 6; // left and right of a word
constexpr int gap = 4;
} // namespace

void LabelsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    paintPanel(painter, option);
    const QStringList labels = index.data(LabelsRole).toStringList();
    if (labels.isEmpty())
        return;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    const QFontMetrics metrics(option.font);
    const QColor ink = colours::text(colours::Tone::Plain, option.palette);
    QColor label = ink;
    label.setAlphaF(0.10F);
    const QRect room = option.rect.adjusted(margin(option), 0, -margin(option), 0);
    const int height = metrics.height() + 4;
    const bool leftToRight = option.direction == Qt::LeftToRight;
    int used = 0;
    const auto draw = [&](const QString &text, int width) {
        QRect box(room.left() + used, room.center().y() - height / 2 + 1, width, height);
        if (!leftToRight)
            box.moveRight(room.right() - used);
        painter->setPen(Qt::NoPen);
        painter->setBrush(label);
        painter->drawRoundedRect(box, height / 2.0, height / 2.0);
        painter->setPen(ink);
        painter->drawText(box, Qt::AlignCenter | Qt::TextSingleLine, text);
        used += width + gap;
    };
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const QString rest = u"+%1"_s.arg(option.locale.toString(labels.size() - i));
        const int left = room.width() - used;
        const int forRest
            = i + 1 < labels.size() ? metrics.horizontalAdvance(rest) + 2 * padding + gap : 0;
        const QString word = visibletext::brief(labels[i]);
        const int wanted = metrics.horizontalAdvance(word) + 2 * padding;
        if (wanted + forRest <= left) {
            draw(word, wanted);
        } else if (i == 0) {
            const int width = std::max(left - forRest, 0);
            draw(metrics.elidedText(word, Qt::ElideRight, width - 2 * padding), width);
        } else {
            draw(rest, metrics.horizontalAdvance(rest) + 2 * padding);
            break;
        }
    }
    painter->restore();
}

#include "moc_labelsdelegate.cpp"
