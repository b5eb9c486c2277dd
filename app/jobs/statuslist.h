// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/listwalk.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

/// Asks how many batches are with as few calls as the provider's list needs. Ends early where all
/// are found, and where asking each of the rest would be cheaper. GUI thread; once.
class StatusList : public QObject {
    Q_OBJECT
public:
    struct Answer {
        QHash<QString, BatchFacts> found; ///< by remote id; of those asked for
        int pages = 0;
        bool isCut = false; ///< given up: what is not found may be further down
    };
    using Done = std::function<void(const Result<Answer> &)>;

    StatusList(StepContext context, QSet<QString> remoteIds, QObject *parent = nullptr);
    /// done may delete this object.
    void start(Done done);

private:
    [[nodiscard]] bool takePage(const ListPage &page);

    const StepContext m_context;
    QSet<QString> m_missing;
    Answer m_answer;
    ListWalk m_walk;
};
