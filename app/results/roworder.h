// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/task.h"
#include "results/runresults.h"

#include <Qt>

#include <functional>
#include <memory>
#include <vector>

/// In which order rows are wanted.
struct RowOrder {
    enum class Key : quint8 {
        Number, ///< of the row
        CustomId,
        Outcome, ///< in the order of allOutcomes
        Answer, ///< its text, or that of the error where there is none
        AnswerLength, ///< characters of the same
        TotalTokens,
        FinishReason
    };
    Key key = Key::Number;
    Qt::SortOrder direction = Qt::AscendingOrder;

    [[nodiscard]] bool isOriginal() const
    {
        return key == Key::Number && direction == Qt::AscendingOrder;
    }
    bool operator==(const RowOrder &) const = default;
};

/// Rows of a run, which has at most 2^32 of them.
using RowList = std::vector<quint32>;

/// All rows of a run in an order, made on all cores, from the pool. Texts are compared as sortkey.h
/// says, by their first 512 bytes; rows that are alike stay in the order of the run in both
/// directions, and those that have no such value stand last in both. Holds 12 bytes a row and half as
/// much again while it sorts, and about as much in further passes over rows whose first letters are
/// alike. Progress values are permille. Cancelled within a block of rows, Disk, FileChanged.
[[nodiscard]] QFuture<Result<std::shared_ptr<const RowList>>> orderRows(
    QThreadPool &pool, std::shared_ptr<const RunResults> results, RowOrder order);

/// What a caller on a worker wants to be asked and told.
struct OrderCalls {
    std::function<bool()> isCancelled = {};
    std::function<void(int permille)> progressed = {};
};
[[nodiscard]] Result<RowList> orderRows(const RunResults &results, RowOrder order,
                                        const OrderCalls &calls = {});

/// Those of the rows (ascending) in the order of all.
[[nodiscard]] std::vector<qint64> inOrder(const RowList &all, const std::vector<qint64> &rows);
