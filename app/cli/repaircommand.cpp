// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/await.h"
#include "cli/commands.h"
#include "cli/rules.h"
#include "jsonl/repair.h"
#include "jsonl/requesttext.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

QJsonObject describeReport(const RepairReport &report)
{
    QJsonArray changed;
    for (const auto &[kind, count] : report.changed)
        changed.append(QJsonObject{{u"kind"_s, kind}, {u"count"_s, count}});
    QJsonArray lines;
    for (const qint64 line : report.droppedLines)
        lines.append(line);
    return {{u"written"_s, report.written},
            {u"dropped"_s, report.dropped},
            {u"dropped_lines"_s, lines},
            {u"changed"_s, changed},
            {u"files"_s, QJsonArray::fromStringList(report.files)}};
}

void printReport(const Output &out, const RepairReport &report, bool dryRun)
{
    const int written = int(report.written);
    for (const auto &[kind, count] : report.changed)
        out.text(u"  %1: %2"_s.arg(kind).arg(count));
    if (report.changed.isEmpty())
        out.text(Batchctl::tr("There is nothing to mend"));
    out.text(dryRun ? Batchctl::tr("%n line(s) would be written", nullptr, written)
                    : Batchctl::tr("%n line(s) written", nullptr, written));
    for (const QString &file : report.files)
        out.text(u"  "_s + QDir::toNativeSeparators(file));
    if (report.dropped == 0)
        return;
    const int dropped = int(report.dropped);
    QStringList lines;
    for (const qint64 line : report.droppedLines.first(qMin(report.droppedLines.size(), 10)))
        lines.append(QString::number(line));
    out.message(Batchctl::tr("%n line(s) left out, no request can be made of them: line %1",
                             nullptr, dropped)
                    .arg(lines.join(", "_L1)));
}

} // namespace

void addRepairOptions(QCommandLineParser &parser)
{
    addRulesOptions(parser);
    parser.addOption({{u"o"_s, u"output"_s},
                      Batchctl::tr("The mended copy to write, never compressed."),
                      u"FILE"_s});
    parser.addOption({u"dry-run"_s, Batchctl::tr("Say what would be done, and write nothing.")});
    parser.addOption({u"only"_s, Batchctl::tr("Mend these kinds alone."), u"A,B"_s});
    parser.addOption({u"skip"_s, Batchctl::tr("Leave these kinds as they are."), u"A,B"_s});
    parser.addOption(
        {u"max-tokens"_s,
         Batchctl::tr("Put this limit into requests that have messages and name none, which the "
                      "provider may demand (finding missing_max_tokens)."),
         u"N"_s});
}

int repairCommand(Context &context, const QCommandLineParser &parser)
{
    RepairOptions options;
    options.dryRun = parser.isSet(u"dry-run"_s);
    if (!parser.isSet(u"output"_s) && !options.dryRun)
        return fail(context, badUse(Batchctl::tr("Say where to write"), u"-o"_s));
    if (parser.isSet(u"output"_s))
        options.target = QFileInfo(parser.value(u"output"_s)).absoluteFilePath();
    else
        options.target = QFileInfo(context.arguments.first()).absoluteFilePath() + u".repaired"_s;
    if (isNamedAsPacked(options.target) && !options.dryRun)
        return fail(context,
                    badUse(Batchctl::tr("What is written is not compressed: choose a name "
                                        "that ends in .jsonl"),
                           u"-o"_s));
    options.only = parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts);
    options.skip = parser.value(u"skip"_s).split(u',', Qt::SkipEmptyParts);
    if (parser.isSet(u"max-tokens"_s)) {
        bool isNumber = false;
        options.maxTokens = parser.value(u"max-tokens"_s).toLongLong(&isNumber);
        if (!isNumber || options.maxTokens < 1)
            return fail(context, badUse(Batchctl::tr("Give a number from 1"), u"--max-tokens"_s));
    }
    Result<PreflightRules> rules = rulesFor(context, parser);
    if (!rules)
        return fail(context, rules.error());
    options.rules = *std::move(rules);
    QThreadPool pool;
    const Result<RepairReport> report
        = awaitWorker(repair(pool, context.arguments.first(), options));
    if (!report)
        return fail(context, report.error());
    context.out.object(describeReport(*report));
    printReport(context.out, *report, options.dryRun);
    return report->dropped > 0 ? ExitLook : ExitGood;
}
