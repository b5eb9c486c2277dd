// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/runsummary.h"

#include <QList>
#include <QWidget>

#include <optional>

class QAction;
class KSqueezedTextLabel;
class QLabel;
class QToolButton;

/// The head of a run's page: the way back, name, state and what can be done with it.
class RunHeader final : public QWidget {
    Q_OBJECT
public:
    struct Actions {
        QAction *submitAgain;
        QAction *addRequests;
        QAction *startRun;
        QAction *checkNow;
        QAction *fetchPartial;
        QAction *cancelRun;
        QAction *exportRun;
        QList<QAction *> more; ///< in a menu
    };
    explicit RunHeader(const Actions &actions, QWidget *parent = nullptr);

    /// warning: what of it is lost soon; empty: nothing.
    void showRun(const RunSummary &summary, const QString &warning);

Q_SIGNALS:
    void backPressed();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showState();
    void paintWarning();
    /// Pictures alone where the words would push the name aside.
    void fitButtons();

    std::optional<RunSummary> m_shown;
    QLabel *m_name;
    QLabel *m_stateIcon;
    QLabel *m_state;
    KSqueezedTextLabel *m_summary;
    QLabel *m_warningIcon;
    QLabel *m_warning;
    QToolButton *m_again;
    QToolButton *m_add;
    QToolButton *m_start;
    QToolButton *m_check;
    QToolButton *m_partial;
    QToolButton *m_cancel;
    QList<QToolButton *> m_buttons;
};
