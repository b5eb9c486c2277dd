// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "models/repeatedrequests.h"
#include "results/runresults.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

class Services;

/// Takes requests of a run together for a new one, on the pool. GUI thread.
class RequestRepeater final : public QObject {
    Q_OBJECT
public:
    explicit RequestRepeater(Services &services, QObject *parent = nullptr);

    /// These rows; without rows: all that have no good answer.
    void repeat(const std::shared_ptr<const RunResults> &results,
                std::optional<std::vector<quint32>> rows);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_copying.isRunning(); }
    /// Why it cannot be done now; empty: it can. results null: they are not read yet.
    [[nodiscard]] QString obstacle(RunId run, const RunResults *results) const;

Q_SIGNALS:
    void stateChanged(); ///< it has begun or is over
    void ready(const RepeatedRequests &requests);
    void failed(const Error &error);

private:
    Services &m_services;
    TaskHandle<Result<qint64>> m_copying;
    quint64 m_wish = 0; ///< the number of the newest
};
