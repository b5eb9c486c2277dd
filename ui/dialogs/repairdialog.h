// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "jsonl/repairplan.h"
#include "models/draft.h"

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>

class FaultNote;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTreeWidget;
class QTreeWidgetItem;
class SampleView;

/// What can be mended in a draft: each kind of repair with its lines, to be switched, and lines before
/// and after it. Writes the mended copy where a person says, or, for a draft that was composed by hand,
/// where the draft takes it from. The file it reads is never changed. Window-modal; GUI thread.
class RepairDialog final : public QDialog {
    Q_OBJECT
public:
    RepairDialog(QThreadPool &pool, RepairSource source, QWidget *parent = nullptr);
    ~RepairDialog() override;

Q_SIGNALS:
    /// Written; the dialog goes. isOwn: the file is the draft's own scratch.
    void repaired(const RepairReport &report, bool isOwn);

public Q_SLOTS:
    void reject() override; ///< while it writes: stops that, and stays

private:
    void build();
    [[nodiscard]] QWidget *limitRow();
    void plan();
    void planned(const Result<std::shared_ptr<const RepairPlan>> &plan);
    void addKind(const RepairPlan::Kind &kind);
    void update();
    void start();
    void askForFile();
    void write(const QString &target);
    void written(const Result<RepairReport> &report, bool isOwn);
    void showProgress();
    [[nodiscard]] QStringList skipped() const;
    [[nodiscard]] qsizetype chosenCount() const;
    [[nodiscard]] qsizetype fileCount() const;
    [[nodiscard]] bool repairsDraft() const;

    QThreadPool &m_pool;
    RepairSource m_source;
    std::shared_ptr<const RepairPlan> m_plan;
    QLabel *m_words;
    QProgressBar *m_busy;
    QWidget *m_lists = nullptr; ///< the repairs and their samples
    QTreeWidget *m_kinds;
    QSpinBox *m_limit;
    QWidget *m_limitRow;
    SampleView *m_sample;
    QLabel *m_outcome; ///< what will be written
    FaultNote *m_fault;
    QPushButton *m_repair;
    QPushButton *m_cancel;
    TaskHandle<Result<std::shared_ptr<const RepairPlan>>> m_planning;
    TaskHandle<Result<RepairReport>> m_writing;
    std::shared_ptr<std::atomic_bool> m_stop; ///< asks the worker that writes to stop
    bool m_isPlanned = false; ///< or failed to be
    QTimer m_tick;
};
