// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

/// Which batches may move now: first come, first served within a connection, turn and turn about
/// between connections, and only so many at once of each sort for one connection.
class JobQueue {
public:
    enum class Sort : quint8 { Call, Transfer };
    static constexpr int maxCalls = 4;
    static constexpr int maxTransfers = 2;

    /// Lines a batch up, or does nothing where it waits or moves already.
    void want(BatchId batch, ConnectionId connection, Sort sort);
    /// The next one that may move; it holds its place until leave().
    [[nodiscard]] std::optional<BatchId> take();
    /// Waits and moves no more.
    void leave(BatchId batch);

    [[nodiscard]] bool contains(BatchId batch) const { return m_places.contains(batch); }
    [[nodiscard]] bool isMoving(BatchId batch) const;

private:
    struct Place {
        ConnectionId connection;
        Sort sort = Sort::Call;
        bool moving = false;
    };
    struct Line {
        QList<BatchId> waiting[2];
        int moving[2] = {0, 0};
    };
    [[nodiscard]] std::optional<BatchId> takeFrom(ConnectionId connection);

    QHash<BatchId, Place> m_places;
    QHash<ConnectionId, Line> m_lines;
    QList<ConnectionId> m_turns;
};
