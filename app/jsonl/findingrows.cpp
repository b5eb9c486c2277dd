// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/findingrows.h"

#include "core/orderedwork.h"
#include "core/task.h"
#include "jsonl/preflightpass.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace {

bool namesAllLines(const PreflightReport &report)
{
    return std::ranges::all_of(report.findings, [](const Finding &finding) {
        return finding.lines.isEmpty() || finding.lines.size() == finding.count;
    });
}

Result<PreflightReport> checkWhole(const QString &path, PreflightRules rules, const Pass &pass)
{
    rules.withDigest = false;
    Result<InputFile> file = InputFile::open(path);
    if (!file)
        return Failure(file.error());
    PreflightPass whole(*file, rules, std::numeric_limits<qsizetype>::max());
    std::vector<std::unique_ptr<BlockWorker>> workers;
    for (int left = workersFor(blocksOf(file->size(), pass)); left > 0; --left)
        workers.push_back(std::make_unique<PreflightWorker>(rules, whole));
    if (const Result<> done = scanBlocks(*file, pass, workers); !done)
        return Failure(done.error());
    return whole.finish();
}

} // namespace

std::vector<qint64> FindingRows::rows(Which which, QStringView kind) const
{
    std::vector<qint64> all;
    for (const Kind &one : kinds) {
        const bool isWanted = (kind.isEmpty() || one.kind == kind)
            && (which == Which::Any
                || (which == Which::Errors) == (one.severity == Severity::Error));
        if (!isWanted)
            continue;
        std::vector<qint64> both;
        std::ranges::set_union(all, one.rows, std::back_inserter(both));
        all.swap(both);
    }
    return all;
}

Result<std::shared_ptr<const FindingRows>> findingRows(const QString &path,
                                                       const PreflightRules &rules,
                                                       const PreflightReport &report,
                                                       const Pass &pass)
{
    PreflightReport whole = report;
    if (!namesAllLines(report) || !report.index) {
        Result<PreflightReport> checked = checkWhole(path, rules, pass);
        if (!checked)
            return Failure(checked.error());
        whole = *std::move(checked);
    }
    auto found = std::make_shared<FindingRows>();
    for (const Finding &finding : std::as_const(whole.findings)) {
        FindingRows::Kind kind{.kind = finding.kind, .severity = finding.severity, .rows = {}};
        for (const qint64 line : finding.lines)
            if (const qint64 row = whole.index->rowOfPhysicalLine(line); row >= 0)
                kind.rows.push_back(row);
        found->kinds.push_back(std::move(kind));
    }
    return std::shared_ptr<const FindingRows>(std::move(found));
}

QFuture<Result<std::shared_ptr<const FindingRows>>> findingRows(QThreadPool &pool, QString path,
                                                                PreflightRules rules,
                                                                PreflightReport report)
{
    using Rows = std::shared_ptr<const FindingRows>;
    return runOnPool<Rows>(pool,
                           [path = std::move(path), rules = std::move(rules),
                            report = std::move(report)](QPromise<Result<Rows>> &promise) {
                               promise.addResult(findingRows(path, rules, report, passOf(promise)));
                           });
}
