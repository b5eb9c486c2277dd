// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/progressline.h"

#include <QHash>
#include <QObject>

class Library;

/// How runs come along while the program looks: what the provider counts, each time it is asked.
/// When a run was submitted and when it ended is known of every run. GUI thread.
class ProgressLog final : public QObject {
    Q_OBJECT
public:
    explicit ProgressLog(const Library &library, QObject *parent = nullptr);

    [[nodiscard]] ProgressLine line(RunId run) const;

private:
    void look(RunId run);

    const Library &m_library;
    QHash<RunId, ProgressLine> m_seen;
};
