// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QPromise>
#include <QtTypes>

#include <functional>

/// How a worker goes through a file: in blocks of which size (tests make them small), whether it is
/// to stop, and whom it tells how far it came. Both functions may be empty; both are called once a
/// block, on the worker.
struct Pass {
    qint64 blockBytes = qint64(2) << 20;
    /// A longer line is not loaded: it is passed over and marked.
    qint64 maxLineBytes = qint64(256) << 20;
    std::function<bool()> isCancelled;
    std::function<void(qint64 done, qint64 total)> progressed;

    [[nodiscard]] bool cancelled() const { return isCancelled && isCancelled(); }
    void tell(qint64 done, qint64 total) const
    {
        if (progressed)
            progressed(done, total);
    }
};

/// The first half of the way, or the other, of a pass that must outlive it. The two may count in
/// different totals: the packed bytes of a file, then those of its text.
[[nodiscard]] inline Pass firstHalf(const Pass &whole)
{
    Pass pass = whole;
    pass.progressed = [&whole](qint64 done, qint64 total) { whole.tell(done, total * 2); };
    return pass;
}
[[nodiscard]] inline Pass secondHalf(const Pass &whole)
{
    Pass pass = whole;
    pass.progressed = [&whole](qint64 done, qint64 total) { whole.tell(done + total, total * 2); };
    return pass;
}

/// A pass that follows a promise: stops when its future is cancelled; progress values are KiB.
template <class T>
[[nodiscard]] Pass passOf(QPromise<Result<T>> &promise)
{
    Pass pass;
    pass.isCancelled = [&promise] { return promise.isCanceled(); };
    pass.progressed = [&promise](qint64 done, qint64 total) {
        promise.setProgressRange(0, static_cast<int>(total >> 10));
        promise.setProgressValue(static_cast<int>(done >> 10));
    };
    return pass;
}

[[nodiscard]] inline Error cancelledError()
{
    return Error{.kind = ErrorKind::Cancelled};
}
