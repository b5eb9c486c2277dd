// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "results/exporter.h"
#include "results/runresults.h"

#include <QProgressBar>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// Saves the results of a run: asks where to, and shows how far it is while it goes on; hidden else.
/// GUI thread.
class ExportBar final : public QProgressBar {
    Q_OBJECT
public:
    /// What is to be saved; of rows those, or all.
    struct What {
        std::shared_ptr<const RunResults> results;
        std::optional<std::vector<qint64>> rows;
    };
    explicit ExportBar(QThreadPool &pool, QWidget *parent = nullptr);

    [[nodiscard]] bool isRunning() const { return m_exporting.isRunning(); }
    /// name: of the run, which the file is called after unless a person calls it otherwise; what is
    /// asked for once they have chosen a file.
    void ask(const QString &title, const QString &name, const std::function<What()> &what);
    /// .csv, .xlsx or .jsonl by its suffix.
    void exportTo(const What &what, const QString &path, bool withRequests);

Q_SIGNALS:
    void stateChanged(); ///< one has begun or is over
    void told(const QString &text, const QString &file); ///< it is written
    void failed(const Error &error);

private:
    void ended(const Result<ExportReport> &report);

    QThreadPool &m_pool;
    TaskHandle<Result<ExportReport>> m_exporting;
    QTimer m_tick;
};
