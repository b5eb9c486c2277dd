// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/exporter.h"
#include "results/runfixture.h"
#include "support/files.h"

#include <QThreadPool>

/// What the tests of exports share.
namespace ExportRig {

using namespace Qt::StringLiterals;

[[nodiscard]] inline Result<ExportReport> exported(RunFixture &run, ExportOptions options)
{
    const auto joined = run.join();
    if (!joined)
        return Failure(joined.error());
    QThreadPool pool;
    auto future = exportResults(pool, *joined, std::move(options));
    future.waitForFinished();
    return future.result();
}

/// The file that comes of it, or why none does.
[[nodiscard]] inline QByteArray csv(RunFixture &run, ExportOptions options = {},
                                    ExportReport *told = nullptr)
{
    options.path = run.path(u"out.csv"_s);
    const Result<ExportReport> report = exported(run, options);
    if (!report)
        return report.error().message.toUtf8();
    if (told)
        *told = *report;
    return bytesOf(options.path);
}

} // namespace ExportRig
