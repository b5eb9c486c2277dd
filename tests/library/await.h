// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QFuture>
#include <QTest>

/// Lets the event loop run until the future has finished, and gives its result.
template <class T>
Result<T> await(QFuture<Result<T>> future, int limit = 10'000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, limit))
        return Failure(Error{.kind = ErrorKind::Timeout,
                             .message = QStringLiteral("the future did not finish")});
    if (future.isCanceled() || future.resultCount() == 0)
        return Failure(Error{.kind = ErrorKind::Cancelled,
                             .message = QStringLiteral("the future was cancelled")});
    return future.result();
}

/// The error's text where there is one: for QVERIFY2, which takes no QByteArray.
struct Why {
    QByteArray text;
    operator const char *() const { return text.constData(); }
};
template <class T>
Why why(const Result<T> &result)
{
    return {result ? QByteArray("ok")
                   : (result.error().message + u' ' + result.error().detail + u' '
                      + result.error().code)
                         .toUtf8()};
}
