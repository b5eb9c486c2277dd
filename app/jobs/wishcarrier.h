// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/driver.h"
#include "jobs/stepcontext.h"
#include "library/library.h"

#include <functional>

/// Carries wishes out by changing what is stored of the run's batches; only in the process that
/// drives their connection. Carrying the same wish out twice does nothing more.
class WishCarrier {
public:
    struct Hooks {
        std::function<void(BatchId)> abort; ///< ends the step under way, which is not a paid one
        std::function<void(BatchId)> hurry; ///< its next step is due now
        std::function<StepMemory &(BatchId)> memory;
    };
    WishCarrier(const Driver::Needs &needs, Hooks hooks);

    void carryOut(const Wish &wish);

private:
    void store(const Batch &batch); ///< a change that a person asked for
    void submit(RunId run);
    void putRefusedAside(RunId run);
    void cancel(Batch batch);
    void fetch(Batch batch);
    void checkNow(Batch batch);
    void resubmit(Batch batch);
    void addAgain(Batch batch);
    void holdWhereNeverStarted(RunId run);
    void start(RunId run);
    void grow(Batch batch);
    [[nodiscard]] QList<Batch> batches(RunId run) const;

    Driver::Needs m_needs;
    Hooks m_hooks;
    QString m_program; ///< in which the wish was had that is being carried out
};
