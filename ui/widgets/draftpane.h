// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QWidget>

class Draft;
class FindingsPane;
class QLabel;
class QProgressBar;
class RequestsPane;
class Services;
class SubmitForm;
class ToldMessage;
struct RepairReport;
struct RepeatedRequests;

/// One draft on the new-run page: its requests beside the editor of one, what preflight found
/// below, and the form that sends it. Owns the draft.
class DraftPane final : public QWidget {
    Q_OBJECT
public:
    DraftPane(Services &services, QWidget *parent = nullptr);
    ~DraftPane() override;

    [[nodiscard]] Draft &draft() { return *m_draft; }
    void selectConnection(ConnectionId id);
    [[nodiscard]] ConnectionId connectionId() const;
    void focusSearch();
    /// Begins with requests that were sent before, and the settings that they were sent with.
    void repeat(const RepeatedRequests &requests);
    /// Goes on with a mended file, one of those in the report; file empty: with the lines that are in
    /// the draft's own scratch.
    void takeRepaired(const RepairReport &report, const QString &file);

Q_SIGNALS:
    void changed();
    void submitted(RunId run);
    void runWanted(RunId run); ///< look at an earlier one
    void newConnectionWanted();
    void repairWanted();

private:
    void followConnection();
    void goToLine(qint64 physicalLine);
    void step(int by);
    void stepOn();
    void tellRow(qint64 row);
    void showMended();
    void clearMessage();
    void update();
    [[nodiscard]] QString obstacle() const;
    void submit(bool again);
    void takeBackWish();
    void tellOther();
    void tellChecked();
    void refused(const QString &text, RunId earlier);

    Services &m_services;
    Draft *m_draft;
    ToldMessage *m_message;
    QProgressBar *m_progress;
    QLabel *m_state;
    RequestsPane *m_requests;
    FindingsPane *m_findings;
    SubmitForm *m_form;
    bool m_submitting = false;
    int m_step = 0; ///< to be made once the rows of the findings are known
    quint64 m_shownReport = 0;
    bool m_wantsRepair = false; ///< once it is copied
    bool m_isOtherTold = false; ///< that the file is not the one that was shown
    std::optional<bool> m_wantsToSubmit; ///< once it is checked; whether again
    QString m_mended; ///< what a repair did, until the check has said what is left
    QString m_mendedFile; ///< that it wrote; empty: none
    int m_mendedFiles = 0;
    QString m_told; ///< what a screen reader heard of the last check
};
