// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

/// Finds or starts the practice provider of a library: one process a library, whichever program
/// needs it starts it. Its port is in <library>/practice/port.json beside a lock; the program is
/// batchctl beside the running program, else in PATH (BATCHDESK_BATCHCTL names another). The process
/// ends a minute after its last client. BATCHDESK_PRACTICE_SECONDS and BATCHDESK_PRACTICE_IDLE set
/// the life of a batch and that minute, in seconds. GUI thread; never blocks.
class PracticeLauncher : public QObject {
    Q_OBJECT
public:
    explicit PracticeLauncher(QString libraryFolder, QObject *parent = nullptr);
    ~PracticeLauncher() override;

    /// http://127.0.0.1:PORT/DIALECT of a provider that answers. Called before each step of a
    /// practice connection: cheap while the process is alive (kept for a second).
    [[nodiscard]] QFuture<Result<QUrl>> url(const QString &dialect);

private:
    void look();
    void probed(bool isAlive);
    void missed();
    [[nodiscard]] Result<> startProcess();
    void settle(const Result<> &outcome);

    struct Data;
    std::unique_ptr<Data> m_data;
};
