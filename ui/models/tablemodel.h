// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/columns.h"

#include <QAbstractTableModel>
#include <QCoreApplication>

#include <span>

/// A table whose meaning stands in an array of columns. Bounds are checked here, once and for all;
/// a concrete model says how many rows there are, gives one, and answers roles of its own.
template <class Row, class Context>
class TableModel : public QAbstractTableModel {
public:
    using ColumnType = Column<Row, Context>;

    TableModel(const char *trContext, std::span<const ColumnType> columns, QObject *parent)
        : QAbstractTableModel(parent), m_trContext(trContext), m_columns(columns)
    {}

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : rows();
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const ColumnType &column = m_columns[static_cast<std::size_t>(index.column())];
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(column.alignment);
        const Row *row = rowAt(index.row());
        return row ? cell(*row, column, index.column(), role)
                   : missing(index.row(), index.column(), role);
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const final
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const ColumnType &column = m_columns[static_cast<std::size_t>(section)];
        if (role == Qt::DisplayRole)
            return QCoreApplication::translate(m_trContext, column.title);
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(column.alignment);
        return {};
    }
    [[nodiscard]] int widthHint(int column) const
    {
        return m_columns[static_cast<std::size_t>(column)].width;
    }

protected:
    [[nodiscard]] virtual int rows() const = 0;
    /// Null where the row is not at hand yet; asking for it may fetch it. Never waits.
    [[nodiscard]] virtual const Row *rowAt(int row) const = 0;
    [[nodiscard]] virtual const Context &context() const = 0;
    /// Roles that are not about one column.
    [[nodiscard]] virtual QVariant extra(const Row &, int /*column*/, int /*role*/) const
    {
        return {};
    }
    /// A cell of a row that is not at hand.
    [[nodiscard]] virtual QVariant missing(int /*row*/, int /*column*/, int /*role*/) const
    {
        return {};
    }

private:
    [[nodiscard]] QVariant cell(const Row &row, const ColumnType &column, int number,
                                int role) const
    {
        switch (role) {
        case Qt::DisplayRole: return column.display ? column.display(row, context()) : QString();
        case Qt::ToolTipRole: return column.toolTip ? column.toolTip(row, context()) : QString();
        case SortRole: return column.sort ? column.sort(row) : QVariant();
        case IconRole: return column.icon ? column.icon(row) : QString();
        case ToneRole: return column.tone ? column.tone(row) : 0;
        default: return extra(row, number, role);
        }
    }

    const char *m_trContext;
    std::span<const ColumnType> m_columns;
};
