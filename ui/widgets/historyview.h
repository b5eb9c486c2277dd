// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"

#include <QTreeWidget>

#include <vector>

/// Each state that the batches of a run were in: when, how long, the provider's own word for it, and
/// who brought it about. As tall as what is in it, for a page that scrolls.
class HistoryView final : public QTreeWidget {
    Q_OBJECT
public:
    enum Column { StateColumn, CauseColumn, WordColumn, WhenColumn, LastedColumn };

    explicit HistoryView(QWidget *parent = nullptr);
    void showBatches(const std::vector<const Batch *> &batches);

private:
    void addBatch(const Batch &batch, QTreeWidgetItem *parent);
    void fitHeight();
};

/// Who or what brought a batch into a state, translated, with the words of an error. Where an
/// earlier program did not store it, it follows from the states themselves: before is the change
/// that came before, null: none.
[[nodiscard]] QString causeText(const StateChange &change, const StateChange *before);
