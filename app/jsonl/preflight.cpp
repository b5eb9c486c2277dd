// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/preflight.h"

#include "core/orderedwork.h"
#include "jsonl/blockscan.h"
#include "jsonl/keptreports.h"
#include "jsonl/preflightpass.h"
#include "jsonl/requesttext.h"
#include "jsonl/unpack.h"

#include <algorithm>

bool PreflightReport::hasErrors() const
{
    return std::ranges::any_of(
        findings, [](const Finding &finding) { return finding.severity == Severity::Error; });
}

Result<PreflightReport> checkText(const InputFile &file, const PreflightRules &rules,
                                  const Pass &pass)
{
    PreflightPass whole(file, rules);
    std::vector<std::unique_ptr<BlockWorker>> workers;
    for (int left = workersFor(blocksOf(file.size(), pass)); left > 0; --left)
        workers.push_back(std::make_unique<PreflightWorker>(rules, whole));
    if (const Result<> done = scanBlocks(file, pass, workers); !done)
        return Failure(done.error());
    return whole.finish();
}

Result<PreflightReport> checkFile(const QString &path, const PreflightRules &rules,
                                  const Pass &pass)
{
    const Result<InputFile> file = InputFile::open(path);
    if (!file)
        return Failure(file.error());
    const KeptReports kept(rules.cache);
    if (std::optional<PreflightReport> known = kept.find(*file, rules))
        return *std::move(known);
    const Result<Packing> packing = packingOf(*file);
    if (!packing)
        return Failure(packing.error());
    Result<PreflightReport> report;
    if (*packing == Packing::None) {
        report = checkText(*file, rules, pass);
    } else {
        const Result<InputFile> text = openText(path, rules.cache, firstHalf(pass));
        report = text ? checkText(*text, rules, secondHalf(pass))
                      : Result<PreflightReport>(Failure(text.error()));
    }
    if (report)
        kept.keep(*file, rules, *report);
    return report;
}

QFuture<Result<PreflightReport>> preflight(QThreadPool &pool, QString path, PreflightRules rules)
{
    return runOnPool<PreflightReport>(
        pool,
        [path = std::move(path),
         rules = std::move(rules)](QPromise<Result<PreflightReport>> &promise) {
            promise.addResult(checkFile(path, rules, passOf(promise)));
        });
}
