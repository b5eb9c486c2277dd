// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

/// Paints a cell of any table: the picture of IconRole (or the colour of SwatchRole) and the text, both in the colour of ToneRole,
/// strong where EmphasisRole says so, underlined where LinkRole does. The ground of a chosen row is tinted, so that
/// its colours still say what they say in every other. Of a long text it lays out the beginning alone, and what cannot be
/// seen it shows by signs (visibletext.h).
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    [[nodiscard]] QString displayText(const QVariant &value, const QLocale &locale) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    /// The background as the style draws it, or that of a chosen row, without text and picture.
    static void paintPanel(QPainter *painter, const QStyleOptionViewItem &option);
    static void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect);
    [[nodiscard]] static QColor ground(const QStyleOptionViewItem &option);
    [[nodiscard]] static QColor colour(const QStyleOptionViewItem &option,
                                       const QModelIndex &index);
    [[nodiscard]] static int margin(const QStyleOptionViewItem &option);
};
