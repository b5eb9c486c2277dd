// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tablelook.h"

#include "delegates/celldelegate.h"
#include "theme/calmstyle.h"

#include <QApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QProxyStyle>
#include <QTableView>

namespace {

/// A desktop's style with as much room around a title as CellDelegate leaves around a text.
class HeaderStyle final : public QProxyStyle {
public:
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override
    {
        const int usual = QProxyStyle::pixelMetric(metric, option, widget);
        return metric == PM_HeaderMargin ? qMax(usual, 7) : usual;
    }
};

} // namespace

void tablelook::apply(QHeaderView &header)
{
    if (!qobject_cast<const CalmStyle *>(QApplication::style())) {
        auto *style = new HeaderStyle;
        style->setParent(&header);
        header.setStyle(style);
    }
    header.setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header.setHighlightSections(false);
    header.setTextElideMode(Qt::ElideRight);
}

void tablelook::apply(QTableView &table, Rows rows)
{
    table.setItemDelegate(new CellDelegate(&table));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height()
                                                  + (rows == Rows::Roomy ? 20 : 10));
    // A header asks of every row whether its column is chosen as a whole, at each change of what is
    // chosen: 60 ms for a million rows. Here rows are chosen, so it gets a choice of its own.
    if (table.model())
        table.horizontalHeader()->setSelectionModel(new QItemSelectionModel(table.model(), &table));
    apply(*table.horizontalHeader());
}
