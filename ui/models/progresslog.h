// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/observation.h"
#include "core/progressline.h"

#include <QHash>
#include <QObject>

class Library;

/// How one run came along: what the library keeps of it, whichever program looked and however long
/// ago, and what comes while it is followed. When it was submitted and when it ended is known of
/// every run. GUI thread.
class ProgressLog final : public QObject {
    Q_OBJECT
public:
    explicit ProgressLog(const Library &library, QObject *parent = nullptr);

    void follow(RunId run); ///< this one from now on; asked for again it goes on
    [[nodiscard]] ProgressLine line() const;

Q_SIGNALS:
    void recalled(); ///< what the library keeps is here

private:
    void recall();
    void look();

    const Library &m_library;
    RunId m_run;
    QList<Observation> m_kept; ///< as the library had them when it was asked
    QList<Observation> m_new; ///< and what has come since
    QHash<BatchId, Observation> m_last; ///< looks
    bool m_isRecalling = false;
};
