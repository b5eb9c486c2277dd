// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/textanswer.h"

#include <QAbstractTableModel>

/// What a text operation found, as a table: the entities of extract in the order of the answer
/// (type, text, confidence), or the labels of classify with their scores, the highest first. A
/// summary has no rows.
class AnswerModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setAnswer(const TextAnswer &answer);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Row {
        QString type; ///< of an entity
        QString text; ///< of an entity, or the label
        std::optional<double> number; ///< confidence or score
        bool isTop = false; ///< the label that was chosen
    };
    [[nodiscard]] bool hasTypes() const { return m_kind == TextAnswer::Kind::Extract; }

    TextAnswer::Kind m_kind = TextAnswer::Kind::Summarize;
    QList<Row> m_rows;
};
