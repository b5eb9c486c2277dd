// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "practice/dialectapi.h"

#include <QAbstractHttpServer>
#include <QThreadPool>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <map>
#include <memory>
#include <utility>

struct PracticeOptions {
    quint16 port = 0; ///< 0: any that is free
    QByteArray key; ///< empty: every key is taken, and none too
    std::chrono::milliseconds life{3000}; ///< of a batch
    double failShare = 0; ///< of the rows of a batch, 0 to 1
    QString stateFolder;
    QByteArray token; ///< who knows it may ask /healthz whether this is the right process
    std::chrono::milliseconds idleExit{0}; ///< 0: never
};

/// The practice provider: every dialect under http://127.0.0.1:PORT/DIALECT. Loopback only; made
/// for a process of its own, for it holds the bodies it receives in memory. One thread.
class PracticeServer final : public QAbstractHttpServer {
    Q_OBJECT
public:
    [[nodiscard]] static Result<std::unique_ptr<PracticeServer>> start(
        const PracticeOptions &options, const Clock &clock);
    ~PracticeServer() override;

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QList<std::pair<QString, QUrl>> dialects() const; ///< name and base URL

Q_SIGNALS:
    /// No client has asked for anything for the time of idleExit, and no answer is under way.
    void becameIdle();

protected:
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request,
                        QHttpServerResponder &responder) override;

private:
    explicit PracticeServer(const PracticeOptions &options);
    [[nodiscard]] Result<> addDialects(const Clock &clock);
    [[nodiscard]] Result<> listen();
    [[nodiscard]] bool isAllowed(const QHttpServerRequest &request,
                                 const practice::DialectApi &dialect) const;
    [[nodiscard]] practice::ApiReply health(const QHttpServerRequest &request) const;
    void answer(QHttpServerResponder &responder, const practice::ApiReply &reply,
                const QByteArray &requestId);
    void beginWork();
    void endWork();

    PracticeOptions m_options;
    QThreadPool m_pool;
    QTimer m_idleTimer;
    int m_working = 0; ///< answers that are being made or sent
    std::map<QString, std::unique_ptr<practice::DialectApi>> m_dialects;
};
