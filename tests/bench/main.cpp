// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// batchdesk-bench t1|t2|t3|t4|t4u|t5 REQUESTS RESULTS OUT ARG
//
// The product's own functions on bare files, one task a call, printing what came of it:
//   t1  check every request line: lines, faulty lines, repeated ids, models
//   t2  results to CSV, into OUT
//   t3  requests joined to their results, in the order of the requests, as JSONL into OUT
//   t4  how many answers hold the text ARG; t4u the same for text beyond ASCII
//   t5  the custom_id of result line ARG, from 1
// With BATCHDESK_BENCH_REPEAT=n the search of t4 is done n times and the time of each in ms goes to
// stderr, so that the first (reading and indexing included) can be told from the next.

#include "dialects/dialect.h"
#include "jsonl/lineindexer.h"
#include "jsonl/linereader.h"
#include "jsonl/preflight.h"
#include "results/exporter.h"
#include "results/linefields.h"
#include "results/rowfinder.h"
#include "results/runresults.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QThreadPool>

#include <cstdio>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

int fail(const Error &error)
{
    std::fprintf(stderr, "batchdesk-bench: %s\n", qPrintable(error.message));
    return 1;
}

void print(const QString &text)
{
    std::printf("%s\n", text.toUtf8().constData());
}

struct Arguments {
    QString requests;
    QString results;
    QString out;
    QString argument;
};

/// A run whose files lie anywhere.
RunFiles filesOf(const Arguments &arguments, bool withRequests)
{
    RunFiles files;
    files.dialect = findDialect(u"files");
    if (withRequests)
        files.run.inputFile = arguments.requests;
    Batch batch;
    batch.facts.state = BatchState::Completed;
    batch.requests = std::numeric_limits<qint64>::max();
    batch.resultFiles.append({.source = u"output"_s, .path = arguments.results});
    files.batches.push_back(batch);
    return files;
}

Result<std::shared_ptr<const RunResults>> joined(QThreadPool &pool, const Arguments &arguments,
                                                 bool withRequests)
{
    return join(pool, filesOf(arguments, withRequests)).result();
}

int check(const Arguments &arguments)
{
    PreflightRules rules;
    rules.withDigest = false;
    const Result<PreflightReport> report = checkFile(arguments.requests, rules);
    if (!report)
        return fail(report.error());
    print(u"%1 %2 %3 %4"_s.arg(report->requests + report->blankLines)
              .arg(report->faultyLines)
              .arg(report->repeatedIds)
              .arg(report->models.size()));
    return 0;
}

int writeOut(QThreadPool &pool, const Arguments &arguments, ExportOptions options,
             bool withRequests)
{
    const auto results = joined(pool, arguments, withRequests);
    if (!results)
        return fail(results.error());
    options.path = QFileInfo(arguments.out).absoluteFilePath();
    const Result<ExportReport> report = exportResults(pool, *results, std::move(options)).result();
    return report ? 0 : fail(report.error());
}

int search(QThreadPool &pool, const Arguments &arguments)
{
    QElapsedTimer timer;
    timer.start();
    const auto results = joined(pool, arguments, false);
    if (!results)
        return fail(results.error());
    const int times = std::max(1, qEnvironmentVariableIntValue("BATCHDESK_BENCH_REPEAT"));
    qsizetype found = 0;
    for (int i = 0; i < times; ++i) {
        const Result<FoundRows> rows
            = findRows(**results, {.text = arguments.argument, .matchesCase = true});
        if (!rows)
            return fail(rows.error());
        found = std::ssize(rows->rows);
        if (times > 1)
            std::fprintf(stderr, "%.1f\n", static_cast<double>(timer.nsecsElapsed()) / 1e6);
        timer.restart();
    }
    print(QString::number(found));
    return 0;
}

int readLine(const Arguments &arguments)
{
    const auto index = buildLineIndex(arguments.results);
    if (!index)
        return fail(index.error());
    const Result<LineReader> reader = LineReader::open(arguments.results, *index);
    if (!reader)
        return fail(reader.error());
    const Result<LineBlock> block = reader->read({arguments.argument.toLongLong() - 1}, 1);
    if (!block)
        return fail(block.error());
    if (block->size() > 0)
        print(LineFields().customId((*block)[0]).value_or(QString()));
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 6) {
        std::fputs("batchdesk-bench t1|t2|t3|t4|t4u|t5 REQUESTS RESULTS OUT ARG\n", stderr);
        return 2;
    }
    const Arguments arguments{.requests = QFileInfo(words[2]).absoluteFilePath(),
                              .results = QFileInfo(words[3]).absoluteFilePath(),
                              .out = words[4],
                              .argument = words[5]};
    QThreadPool pool;
    const QString &task = words[1];
    if (task == "t1"_L1)
        return check(arguments);
    if (task == "t2"_L1) {
        ExportOptions options;
        options.columns = {u"custom_id"_s, u"http_status"_s, u"content"_s, u"total_tokens"_s};
        options.headers = {u"custom_id"_s, u"status"_s, u"content"_s, u"total_tokens"_s};
        options.rawFormulas = true;
        return writeOut(pool, arguments, options, false);
    }
    if (task == "t3"_L1) {
        ExportOptions options;
        options.format = ExportFormat::Jsonl;
        options.withRequests = true;
        return writeOut(pool, arguments, options, true);
    }
    if (task == "t4"_L1 || task == "t4u"_L1)
        return search(pool, arguments);
    if (task == "t5"_L1)
        return readLine(arguments);
    std::fprintf(stderr, "batchdesk-bench: there is no task %s\n", qPrintable(task));
    return 2;
}
