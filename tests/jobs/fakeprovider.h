// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/faultserver.h"

#include <QHash>
#include <QJsonObject>
#include <QMutex>

/// A refusal in a provider's usual words: a message, a code and the id of the request.
[[nodiscard]] FaultReply refusal(int status, const QByteArray &message = "the provider's words");

/// A small provider of both dialects on a FaultServer: takes files and batches, moves each batch on
/// a little whenever it is asked for, gives results. Faults are scripted on server() and come
/// before it.
class FakeProvider {
public:
    enum class Wire { Files, Inline };
    explicit FakeProvider(Wire wire);

    [[nodiscard]] Wire wire() const { return m_wire; }
    [[nodiscard]] FaultServer &server() { return m_server; }
    [[nodiscard]] QUrl url() const { return m_server.url(); }

    /// The status words a batch goes through, one a look; the last stays.
    void setPhases(const QList<QByteArray> &phases);
    /// Request n of each batch fails (from 0), into the file of errors.
    void setFailing(const QList<int> &rows);
    /// Metadata is not given back.
    void hideMetadata();
    /// The list shows a batch only from this look on.
    void lagList(int looks);
    /// So many creations have their effect, but their answers never come.
    void loseAnswers(int count);
    /// The first such call ("GET /v1/files/out*") is answered as ever, but so much later.
    void delayOnce(const QByteArray &call, std::chrono::milliseconds delay);
    /// Batches of other programs, alive until finishOthers().
    void addOthers(int count);
    void finishOthers(int count = 100);
    /// So many results of each batch are given while it runs; -1: none.
    void showPartial(int rows);
    /// Ends every batch at the next look.
    void finishAll();

    [[nodiscard]] int created() const; ///< batches made here, without others
    [[nodiscard]] int mostLive() const; ///< at once, with others
    [[nodiscard]] int createCalls() const { return m_server.hits("POST /v1/batches"); }

    /// The good answer to a look at a batch.
    [[nodiscard]] FaultReply get(const FaultRequest &request);
    /// One good result line.
    [[nodiscard]] static QByteArray resultLine(const QByteArray &customId);

private:
    struct Remote {
        QByteArray id;
        QByteArray fileId;
        QList<QByteArray> customIds;
        QJsonObject metadata;
        int looks = 0;
        bool isOther = false;
        bool cancelled = false;
        bool finished = false;
        qint64 createdAt = 0;
    };

    void serve(const QByteArray &method, const QByteArray &path,
               FaultReply (FakeProvider::*answer)(const FaultRequest &));
    [[nodiscard]] FaultReply upload(const FaultRequest &request);
    [[nodiscard]] FaultReply file(const FaultRequest &request);
    [[nodiscard]] FaultReply create(const FaultRequest &request);
    [[nodiscard]] FaultReply list(const FaultRequest &request);
    [[nodiscard]] FaultReply cancel(const FaultRequest &request);
    [[nodiscard]] QByteArray word(const Remote &remote) const;
    [[nodiscard]] bool isOver(const Remote &remote) const;
    [[nodiscard]] QJsonObject describe(const Remote &remote, bool inFull) const;
    [[nodiscard]] QByteArray lines(const Remote &remote, bool failing) const;
    [[nodiscard]] Remote *find(const QByteArray &id);

    const Wire m_wire;
    mutable QMutex m_mutex; ///< guards all below
    QList<QByteArray> m_phases = {"validating", "in_progress", "completed"};
    QList<int> m_failing;
    bool m_hidesMetadata = false;
    int m_listLag = 0;
    int m_losses = 0;
    int m_mostLive = 0;
    int m_partial = -1;
    QByteArray m_delayed;
    std::chrono::milliseconds m_delay{0};
    QHash<QByteArray, QList<QByteArray>> m_files; ///< id to custom ids
    QList<Remote> m_remotes;
    FaultServer m_server; ///< last: goes first, so that no handler runs into what is gone
};
