// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "models/runoutlook.h"
#include "models/runsummary.h"
#include "models/tablemodel.h"

#include <QHash>

#include <chrono>
#include <optional>
#include <vector>

class Clock;
class Driver;
class Library;
class Profiles;

/// The time that the words of a row are about.
struct RunModelNow {
    QDateTime now;
};

/// The runs of a library, followed live: rows come, go and change by id, never by a reset. What is
/// told of the passing of time ("20 s ago") is said anew at each tick(). GUI thread.
class RunModel final : public TableModel<RunSummary, RunModelNow> {
    Q_OBJECT
public:
    enum Columns {
        Name,
        State,
        WhatNow,
        Progress,
        Requests,
        Answered,
        ConnectionName,
        ModelName,
        Tags,
        Submitted,
        Checked,
        ColumnsEnd
    };

    /// Without profiles nothing is said of results that a provider deletes.
    RunModel(const Library &library, const Clock &clock, const Driver *driver,
             QObject *parent = nullptr, const Profiles *profiles = nullptr);

    [[nodiscard]] const RunSummary *summary(RunId id) const;
    [[nodiscard]] const RunSummary *summaryAt(int row) const;
    [[nodiscard]] int rowOf(RunId id) const; ///< -1: not there
    [[nodiscard]] RunId idAt(int row) const;
    [[nodiscard]] int underWay() const;
    [[nodiscard]] QDateTime nextCheckAt() const; ///< the earliest of all; invalid: none is planned
    [[nodiscard]] QStringList tags() const; ///< of all runs, sorted, each once
    [[nodiscard]] QDateTime now() const { return m_now.now; } ///< what the words are about
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// Time has passed.
    void tick();
    /// How long the words of times stay true: a second where one is told in seconds, else a minute.
    [[nodiscard]] std::chrono::seconds timesHoldFor() const;

Q_SIGNALS:
    void tagsChanged();

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const RunSummary *rowAt(int row) const override
    {
        return &m_rows[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] const RunModelNow &context() const override { return m_now; }
    [[nodiscard]] QVariant extra(const RunSummary &run, int column, int role) const override;

private:
    void load();
    [[nodiscard]] RunSummary summed(const Run &run);
    void judgeAgain();
    void countTags(const QStringList &tags, int change);
    void follow(const QList<RunId> &ids);
    void followBatches(const QList<BatchId> &ids);
    void update(RunId id);
    void remove(int row);

    const Library &m_library;
    const Clock &m_clock;
    const Driver *m_driver;
    RunOutlook m_outlook;
    RunModelNow m_now;
    QDateTime m_judgedAt;
    QHash<QString, int> m_tags; ///< how many runs have it
    std::vector<RunSummary> m_rows;
    QHash<RunId, int> m_rowOf;
};
