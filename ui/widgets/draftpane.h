// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QWidget>

class Draft;
class FindingsView;
class KMessageWidget;
class QLabel;
class QProgressBar;
class RequestsPane;
class Services;
class SubmitForm;

/// One draft on the new-run page: its requests beside the editor of one, what preflight found
/// below, and the form that sends it. Owns the draft.
class DraftPane final : public QWidget {
    Q_OBJECT
public:
    DraftPane(Services &services, QWidget *parent = nullptr);
    ~DraftPane() override;

    [[nodiscard]] Draft &draft() { return *m_draft; }
    void selectConnection(ConnectionId id);

Q_SIGNALS:
    void changed();
    void submitted(RunId run);
    void runWanted(RunId run); ///< look at an earlier one
    void newConnectionWanted();

private:
    void followConnection();
    void goToLine(qint64 physicalLine);
    void update();
    [[nodiscard]] QString obstacle() const;
    void submit(bool again);
    void refused(const QString &text, RunId earlier);

    Services &m_services;
    Draft *m_draft;
    KMessageWidget *m_message;
    QProgressBar *m_progress;
    QLabel *m_state;
    RequestsPane *m_requests;
    FindingsView *m_findings;
    SubmitForm *m_form;
    bool m_submitting = false;
};
