// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/rowcopy.h"

#include "results/exportrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsAtOnce = 256;

Result<ExportPlan> planOf(std::shared_ptr<const RunResults> results, CopyAs as)
{
    ExportPlan plan{.results = std::move(results), .options = {}, .columns = {}};
    plan.options.format = as == CopyAs::Table ? ExportFormat::Csv : ExportFormat::Jsonl;
    plan.options.delimiter = u'\t';
    if (as == CopyAs::Lines)
        return plan;
    for (const QString &name : {u"row"_s, u"custom_id"_s, u"outcome"_s, u"content"_s,
                                u"error_message"_s, u"total_tokens"_s, u"finish_reason"_s}) {
        Result<ExportColumn> column = ExportColumn::named(name);
        if (!column)
            return Failure(column.error());
        plan.columns.push_back(std::move(*column));
    }
    return plan;
}

QByteArray header(const ExportPlan &plan)
{
    QStringList names;
    for (const ExportColumn &column : plan.columns)
        names.append(column.name);
    return names.isEmpty() ? QByteArray() : (names.join(u'\t') + "\r\n"_L1).toUtf8();
}

Result<CopiedRows> copied(QPromise<Result<CopiedRows>> &promise, const ExportPlan &plan,
                          const std::vector<qint64> &rows, qsizetype most)
{
    ExportRows writer(plan);
    QByteArray text = header(plan);
    qint64 done = 0;
    promise.setProgressRange(0, static_cast<int>(rows.size()));
    while (done < std::ssize(rows) && text.size() < most) {
        if (promise.isCanceled())
            return Failure(Error{.kind = ErrorKind::Cancelled});
        const auto begin = rows.begin() + done;
        const qint64 count = std::min(rowsAtOnce, std::ssize(rows) - done);
        const Result<QByteArray> written = writer.write({begin, begin + count});
        if (!written)
            return Failure(written.error());
        text += *written;
        done += count;
        promise.setProgressValue(static_cast<int>(done));
    }
    return CopiedRows{.text = QString::fromUtf8(text), .rows = done};
}

} // namespace

QFuture<Result<CopiedRows>> copyRows(QThreadPool &pool, std::shared_ptr<const RunResults> results,
                                     std::vector<qint64> rows, CopyAs as, qsizetype most)
{
    return runOnPool<CopiedRows>(pool,
                                 [results = std::move(results), rows = std::move(rows), as,
                                  most](QPromise<Result<CopiedRows>> &promise) {
                                     const Result<ExportPlan> plan = planOf(results, as);
                                     promise.addResult(plan ? copied(promise, *plan, rows, most)
                                                            : Failure(plan.error()));
                                 });
}
