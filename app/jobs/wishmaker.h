// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/driver.h"

#include <QFuture>

/// Turns what a person asks of a run into a wish in the library, once it is clear that it can be
/// had. Any process may; the one that drives the connection carries it out.
class WishMaker {
public:
    explicit WishMaker(const Driver::Needs &needs) : m_needs(needs) {}

    [[nodiscard]] QFuture<Result<>> submit(RunId run);
    [[nodiscard]] QFuture<Result<>> submitAgain(RunId run);
    [[nodiscard]] QFuture<Result<>> cancel(RunId run);
    [[nodiscard]] QFuture<Result<>> fetch(RunId run);
    [[nodiscard]] QFuture<Result<>> checkNow(RunId run);
    [[nodiscard]] QFuture<Result<>> startHeld(RunId run);

private:
    void cancelDrafts(RunId run);
    [[nodiscard]] Result<> checkSubmit(const Run &run) const;
    Driver::Needs m_needs;
};

/// A new batch for all requests of a run, in state draft; program: where a person asked for it.
[[nodiscard]] Batch makeBatch(const Run &run, const QDateTime &now, const QString &program);
/// Over without ever having been at the provider: another one may take its place.
[[nodiscard]] bool wasNeverCreated(const Batch &batch);
