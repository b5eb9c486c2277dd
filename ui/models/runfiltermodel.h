// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QSortFilterProxyModel>

/// Which runs a person wants to see; all parts must fit. A value.
struct RunFilter {
    enum class Group : quint8 { All, NeedsYou, UnderWay, News, Uncertain, Ended, NotSent };
    /// All of its words must be found in name, id, connection, model, the provider's ids, the name
    /// of the file, or the tags.
    QString text;
    Group group = Group::All;
    ConnectionId connection; ///< null: of any
    QString tag; ///< empty: with any or none

    [[nodiscard]] bool isEmpty() const { return *this == RunFilter(); }
    bool operator==(const RunFilter &) const = default;
};

/// The runs that a person wants to see, in the order they asked for. For some thousand rows.
class RunFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RunFilterModel(QObject *parent = nullptr);

    void setFilter(const RunFilter &filter);
    [[nodiscard]] const RunFilter &filter() const { return m_filter; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    RunFilter m_filter;
    QStringList m_words; ///< of its text, case folded
};
