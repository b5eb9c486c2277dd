// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QList>
#include <QSet>

class Library;

/// Notices that runs have ended with their results here, each once, whichever program drives them.
class EndWatch {
public:
    explicit EndWatch(Library &library) : m_library(library) {}

    /// What has ended already is no news.
    void start();
    /// Those of these that have ended since, in this order.
    [[nodiscard]] QList<RunId> take(const QList<RunId> &runs);
    [[nodiscard]] bool isKnown(RunId run) const { return m_ended.contains(run); }

private:
    Library &m_library;
    QSet<RunId> m_ended;
};

/// All batches of the run are over and their results are here.
[[nodiscard]] bool hasEnded(const Library &library, RunId run);
