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
/// batchctl beside the running program. The process ends a minute after its last client.
/// GUI thread; never blocks.
class PracticeLauncher : public QObject {
    Q_OBJECT
public:
    explicit PracticeLauncher(QString libraryFolder, QObject *parent = nullptr);
    ~PracticeLauncher() override;

    /// http://127.0.0.1:PORT/DIALECT of a provider that answers. Called before each step of a
    /// practice connection: cheap while the process is alive (kept for a second).
    [[nodiscard]] QFuture<Result<QUrl>> url(const QString &dialect);

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};
