// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "models/runsummary.h"
#include "widgets/messagearea.h"

#include <QFuture>
#include <QHash>
#include <QObject>

class Services;
struct TakenIn;

/// What a person can ask of runs, and why not just now. Errors and ways back go to the message area.
/// GUI thread; never waits.
class RunCommands final : public QObject {
    Q_OBJECT
public:
    RunCommands(Services &services, MessageArea &messages, QObject *parent = nullptr);

    // Why it cannot be done, translated; empty: it can.
    [[nodiscard]] QString whyNotCancel(const RunSummary &run) const;
    [[nodiscard]] QString whyNotCheck(const RunSummary &run) const;
    [[nodiscard]] QString whyNotFetchPartial(const RunSummary &run) const;
    [[nodiscard]] QString whyNotStart(const RunSummary &run) const;
    [[nodiscard]] QString whyNotAdd(const RunSummary &run) const;
    [[nodiscard]] QString whyNotSubmit(const RunSummary &run) const;
    [[nodiscard]] QString whyNotSubmitProblems(const RunSummary &run) const;
    [[nodiscard]] QString whyNotExport(const RunSummary &run) const;
    [[nodiscard]] QString whyNotDelete(const RunSummary &run) const;
    [[nodiscard]] QString whyNotCopyId(const RunSummary &run) const;

    void cancel(const RunSummary &run);
    void check(const RunSummary &run);
    void fetchPartial(const RunSummary &run);
    void start(const RunSummary &run);
    void addRequests(const RunSummary &run); ///< asks for the file
    void addFrom(RunId run, const QString &file);
    void submitAgain(const RunSummary &run);
    void moveToBin(const QList<RunId> &runs);
    void copyIds(const QStringList &ids);
    void markRead(RunId run);
    void editTags(const QList<RunId> &runs, const QStringList &known); ///< asks which

private:
    [[nodiscard]] QString whyNotStaged(const RunSummary &run) const;
    void add(RunId run, const TakenIn &more);
    void setTags(const QHash<RunId, QStringList> &tags);
    void setDeleted(const QList<RunId> &runs, bool deleted);
    void report(const QFuture<Result<>> &asked, const QString &name);
    void tell(const QString &name, const Error &error);

    Services &m_services;
    MessageArea &m_messages;
};
