// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "practice/batchengine.h"
#include "practice/stageddrafts.h"

#include <QJsonObject>
#include <QString>

namespace practice {

/// What becomes of staged batches by and by: when they begin, how far they are, what is told of them.
/// Owns neither the engine nor the drafts. One thread.
class StagedLife {
public:
    StagedLife(BatchEngine &engine, StagedDrafts &drafts) : m_engine(engine), m_drafts(drafts) {}

    /// Hands over to the engine what was started, or starts by itself, and is not begun yet.
    void beginWhatIsDue();
    [[nodiscard]] const BatchRecord *recordOf(const StagedDraft &draft) const; ///< null: not begun
    [[nodiscard]] QString statusOf(const StagedDraft &draft) const;
    [[nodiscard]] qint64 resultsSoFar(const StagedDraft &draft) const;
    [[nodiscard]] QJsonObject batchJson(const StagedDraft &draft) const;

private:
    [[nodiscard]] Result<> begin(StagedDraft draft);
    [[nodiscard]] qint64 dueMs(const StagedDraft &draft) const; ///< 0: nothing is due

    BatchEngine &m_engine;
    StagedDrafts &m_drafts;
};

} // namespace practice
