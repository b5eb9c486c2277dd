// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/runsummary.h"

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QToolButton;

/// The head of a run's page: the way back, name, state and what can be done with it.
class RunHeader final : public QWidget {
    Q_OBJECT
public:
    struct Actions {
        QAction *submitAgain;
        QAction *checkNow;
        QAction *fetchPartial;
        QAction *cancelRun;
        QAction *exportRun;
    };
    explicit RunHeader(const Actions &actions, QWidget *parent = nullptr);

    void showRun(const RunSummary &summary);

Q_SIGNALS:
    void backPressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();

    std::optional<RunSummary> m_shown;
    QLabel *m_name;
    QLabel *m_stateIcon;
    QLabel *m_state;
    QLabel *m_summary;
    QToolButton *m_again;
    QToolButton *m_check;
    QToolButton *m_partial;
    QToolButton *m_cancel;
};
