// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/driver.h"
#include "jobs/intake.h"
#include "jobs/stepcontext.h"

#include <QFuture>
#include <QObject>

/// Makes a run longer that has not begun: writes and checks the longer input, looks whether the
/// batch has begun meanwhile, changes the run, and tells whoever drives it. Part of Driver.
class RequestAdder : public QObject {
    Q_OBJECT
public:
    explicit RequestAdder(const Driver::Needs &needs, QObject *parent = nullptr);

    /// See Driver::add.
    [[nodiscard]] QFuture<Result<>> add(RunId run, TakenIn more);

private:
    [[nodiscard]] QFuture<Result<>> join(const Run &run, const TakenIn &more);
    [[nodiscard]] QFuture<Result<>> look(const Run &run, const TakenIn &longer);
    [[nodiscard]] QFuture<Result<>> keep(const Run &before, const TakenIn &longer);
    [[nodiscard]] Result<StepContext> contextFor(const Run &run) const;

    Driver::Needs m_needs;
};
