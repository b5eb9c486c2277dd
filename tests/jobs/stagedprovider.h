// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/faultserver.h"

#include <QJsonObject>
#include <QMutex>

/// The ids of the first requests of a run that JobRig makes, as StagedProvider::added() has them.
[[nodiscard]] QByteArrayList idsUpTo(int count);

/// A small provider of the staged dialect on a FaultServer. It takes whatever is added, also twice,
/// and counts it; so that what must not be sent twice is seen. Faults are scripted on server() and
/// come before it: its batches are batch_1 to batch_3, each path has a route of its own.
class StagedProvider {
public:
    StagedProvider();

    [[nodiscard]] FaultServer &server() { return m_server; }
    [[nodiscard]] QUrl url() const { return m_server.url(); }
    /// "METHOD /v1/batches/batch_1/..."
    [[nodiscard]] int hits(const QByteArray &call) const { return m_server.hits(call); }

    void withoutStart(int status = 404); ///< it begins by itself, soon after there are requests
    void withoutRequestList(int status = 404);
    void withoutCount(); ///< request_count is not told
    void ignoreCursors();
    void hideHasMore();
    /// The nth call that adds (from 1) has its effect, and its answer never comes.
    void loseAddAnswer(int nth);
    /// The nth call that adds is dropped without effect, and without an answer.
    void dropAdd(int nth);
    /// The nth call that adds takes only the first so many of its requests and gives no answer.
    void takePart(int nth, int requests);
    void loseCreateAnswer();
    /// What is added is listed and counted only from this look on.
    void lagList(int looks);
    void setPageSize(int rows); ///< at most, whatever is asked for
    /// These requests fail: with a row of results, or without one.
    void setFailing(const QList<int> &rows, bool hasRow);
    void repeatRows(); ///< each page begins with the last row of the one before
    void hold(); ///< what is started goes on only after finish()
    void finish();

    [[nodiscard]] QByteArrayList added(int batch = 1) const; ///< custom ids, in the order they came
    [[nodiscard]] QList<int> addSizes() const; ///< requests of each call that added something
    [[nodiscard]] int created() const;
    [[nodiscard]] bool isStarted(int batch = 1) const;
    [[nodiscard]] QJsonObject createBody() const;

private:
    struct Remote {
        QByteArray id;
        QJsonObject body;
        QByteArrayList customIds;
        bool started = false;
        bool cancelled = false;
        int looks = 0;
    };

    void serve(const QByteArray &method, const QByteArray &path,
               FaultReply (StagedProvider::*answer)(const FaultRequest &));
    [[nodiscard]] FaultReply create(const FaultRequest &request);
    [[nodiscard]] FaultReply list(const FaultRequest &request);
    [[nodiscard]] FaultReply get(const FaultRequest &request);
    [[nodiscard]] FaultReply add(const FaultRequest &request);
    [[nodiscard]] FaultReply start(const FaultRequest &request);
    [[nodiscard]] FaultReply requests(const FaultRequest &request);
    [[nodiscard]] FaultReply results(const FaultRequest &request);
    [[nodiscard]] FaultReply cancel(const FaultRequest &request);
    [[nodiscard]] FaultReply page(const FaultRequest &request, const QList<QByteArray> &rows) const;
    [[nodiscard]] QByteArray word(const Remote &remote) const;
    [[nodiscard]] QJsonObject describe(const Remote &remote, bool isCurrent) const;
    [[nodiscard]] Remote *find(const FaultRequest &request);

    mutable QMutex m_mutex; ///< guards all below
    QList<Remote> m_remotes;
    QList<int> m_addSizes;
    int m_adds = 0;
    int m_lostAdd = 0;
    int m_droppedAdd = 0;
    std::pair<int, int> m_partAdd{0, 0};
    bool m_losesCreate = false;
    int m_startStatus = 200;
    int m_listStatus = 200;
    int m_lag = 0;
    bool m_tellsCount = true;
    bool m_ignoresCursor = false;
    bool m_tellsMore = true;
    bool m_repeats = false;
    bool m_holds = false;
    bool m_failedHaveRows = true;
    int m_pageSize = 1'000;
    QList<int> m_failing;
    FaultServer m_server; ///< last: goes first, so that no handler runs into what is gone
};
