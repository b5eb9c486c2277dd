// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSortFilterProxyModel>

/// The runs that a person wants to see, in the order they asked for. For some thousand rows.
class RunFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Group : quint8 { All, UnderWay, NeedsAttention, Uncertain, Ended, NotSent };

    explicit RunFilterModel(QObject *parent = nullptr);

    void setText(
        const QString
            &text); ///< all of its words must be found in name, id, connection, model or ids
    void setGroup(Group group);
    [[nodiscard]] bool isFiltering() const { return !m_words.isEmpty() || m_group != Group::All; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    Group m_group = Group::All;
};
