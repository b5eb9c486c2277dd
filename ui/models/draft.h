// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/run.h"
#include "core/task.h"
#include "jobs/intake.h"
#include "jsonl/findingrows.h"
#include "models/draftmodel.h"

#include <QObject>
#include <QTimer>

#include <optional>

class Services;

/// What a repair of a draft works on: the file as it would be sent, which stays as it is.
struct RepairSource {
    QString file;
    std::shared_ptr<const LineIndex> index;
    PreflightRules rules;
    QString title;
    QString origin; ///< the person's own file, which is no place for the copy; or empty
    QString suggested; ///< where to save the mended copy
    QString scratch; ///< for a draft that was composed by hand, and is mended itself; else empty
};

/// One run before it is submitted: where its requests come from, what preflight says of them, and
/// what stands in the way of sending it. Everything slow runs on the pool. A file of which all is
/// known from before is shown at once, from where it is, while it is copied; what is sent is the copy,
/// once that has been compared or checked whole. GUI thread.
class Draft final : public QObject {
    Q_OBJECT
public:
    explicit Draft(Services &services, QObject *parent = nullptr);
    ~Draft() override;

    void import(const QString &path);
    /// Takes in a file that was made for this draft, as a work of one's own without an origin; it is
    /// removed once it is taken in, or not wanted any more.
    void importMade(const QString &path, const QString &title);
    void startEmpty();
    /// Nothing while the draft is not checked.
    [[nodiscard]] std::optional<RepairSource> repairSource() const;
    /// Goes on with another file in place of all that is there.
    void replaceBy(const QString &path);
    /// Takes the lines of a file in place of its own, as one change that can be undone.
    void takeLines(const QString &path);
    /// Checks again, against the rules of this connection.
    void setConnection(ConnectionId connection);

    [[nodiscard]] DraftModel &model() { return m_model; }
    [[nodiscard]] const DraftModel &model() const { return m_model; }
    [[nodiscard]] QString title() const;
    /// Where a line of the checked file stands in the model, -1: nowhere.
    [[nodiscard]] int rowOfLine(qint64 physicalLine) const;
    [[nodiscard]] QString originPath() const { return m_originPath; }
    /// The report of what is there now, or nothing while it is being checked.
    [[nodiscard]] const std::optional<PreflightReport> &report() const { return m_report; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] bool isBusy() const
    {
        // Also what has ended, while its end is still on its way here.
        return isTakingIn() || m_check.future().isValid() || m_writing.future().isValid()
            || m_lines.future().isValid() || m_recheck.isActive();
    }
    /// What is shown is known from before, and its copy is not there yet.
    [[nodiscard]] bool isComparing() const { return isTakingIn() && !m_shownDigest.isEmpty(); }
    /// The file was another one when it was copied than the one that was shown before.
    [[nodiscard]] bool isOtherThanShown() const { return m_isOtherThanShown; }
    /// Another one for each report.
    [[nodiscard]] quint64 reportNumber() const { return m_reports; }
    /// All rows of each finding, once they are known; they are looked for when somebody wants them.
    [[nodiscard]] const std::shared_ptr<const FindingRows> &findingRows() const { return m_rows; }
    void wantFindingRows();
    /// 0 to 100, or -1 where it is not known.
    [[nodiscard]] int progress() const;
    /// A person's work that is nowhere else would be lost.
    [[nodiscard]] bool isDirty() const { return m_model.isChanged() && !m_submitted; }

    /// Makes a run of it and asks for its submission. settings holds what the form says (name,
    /// connection, endpoint, window, metadata ...). Rejected with code same_run as Driver::submit;
    /// BadInput for metadata that the provider surely does not take.
    [[nodiscard]] QFuture<Result<>> submit(Run settings);
    [[nodiscard]] RunId runId() const { return m_run; }

Q_SIGNALS:
    void changed();
    void findingRowsChanged();

private:
    [[nodiscard]] bool isTakingIn() const
    {
        return m_known.future().isValid() || m_intake.future().isValid();
    }
    void takeIn();
    void showKnown(const PreflightReport &report);
    void takeCopy(const TakenIn &taken);
    void leaveOriginal();
    void takenIn(const Result<TakenIn> &taken);
    void contentEdited();
    void check();
    void setReport(std::optional<PreflightReport> report);
    void checked(const Result<PreflightReport> &report);
    void writeOut();
    void setInput(const QString &relative);
    void removeFiles();
    void removeMade();

    Services &m_services;
    DraftModel m_model;
    ConnectionId m_connection;
    QString m_originPath;
    QString m_made; ///< the file that was made for it, until it is taken in
    QString m_title; ///< where it has no origin; empty: the usual one
    QString m_importedFile; ///< the copy of the user's file that the model reads from
    QString m_input; ///< what would be sent; the imported file, or a written-out one
    std::optional<PreflightReport> m_report;
    std::shared_ptr<const FindingRows> m_rows; ///< of m_report; null: not known
    std::optional<Error> m_error;
    TaskHandle<Result<std::shared_ptr<const FindingRows>>> m_findingRows;
    TaskHandle<Result<std::optional<PreflightReport>>> m_known;
    QByteArray m_shownDigest; ///< of the person's file while its lines are read from there
    TaskHandle<Result<TakenIn>> m_intake;
    TaskHandle<Result<PreflightReport>> m_check;
    TaskHandle<Result<>> m_writing;
    TaskHandle<Result<QList<QByteArray>>> m_lines; ///< that are taken
    QTimer m_recheck;
    QTimer m_progressTick;
    quint64 m_generation = 0;
    quint64 m_reports = 0; ///< so many there were
    quint64 m_imports = 0; ///< number of the newest
    RunId m_run;
    bool m_isOtherThanShown = false;
    bool m_isOvertaken = false; ///< a file was changed behind what a person changed here
    bool m_submitted = false;
};
