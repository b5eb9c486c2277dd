// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "core/task.h"
#include "jobs/intake.h"

#include <QDialog>

#include <optional>

class FindingsView;
class QLabel;
class QProgressBar;
class QPushButton;
class Services;

/// Checks a file of more requests for a run, shows what was found, and asks whether to add them.
/// The copy goes with the dialog unless it was handed over. Window-modal; GUI thread.
class AddRequestsDialog final : public QDialog {
    Q_OBJECT
public:
    AddRequestsDialog(Services &services, RunId run, const QString &file,
                      QWidget *parent = nullptr);
    ~AddRequestsDialog() override;

Q_SIGNALS:
    /// Add these; the copy is the receiver's now.
    void addWanted(const TakenIn &more);

private:
    void taken(const Result<TakenIn> &result);
    void handOver();

    Services &m_services;
    QLabel *m_words;
    QProgressBar *m_busy;
    FindingsView *m_findings;
    QPushButton *m_add;
    TaskHandle<Result<TakenIn>> m_taking;
    std::optional<TakenIn> m_taken;
};
