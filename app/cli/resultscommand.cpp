// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/await.h"
#include "cli/commands.h"
#include "cli/describe.h"
#include "results/rowfinder.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace {

struct Opened {
    Services *services = nullptr;
    RunId run;
    std::shared_ptr<const RunResults> results;
};

Result<Opened> open(Context &context)
{
    const Result<Services *> services = context.services();
    if (!services)
        return Failure(services.error());
    const Result<RunId> run = (*services)->library().findRun(context.arguments.first());
    if (!run)
        return Failure(run.error());
    Result<std::shared_ptr<const RunResults>> results = await((*services)->results(*run));
    if (!results)
        return Failure(results.error());
    return Opened{*services, *run, *std::move(results)};
}

Result<std::vector<Outcome>> readOutcomes(const QString &text)
{
    std::vector<Outcome> outcomes;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        const std::optional<Outcome> outcome = outcomeFromName(name.trimmed());
        if (!outcome)
            return Failure(
                badUse(QCoreApplication::translate("batchctl", "\"%1\" is no outcome").arg(name),
                       u"--outcome"_s));
        outcomes.push_back(*outcome);
    }
    return outcomes;
}

Result<qint64> readNumber(const QCommandLineParser &parser, const QString &option, qint64 otherwise)
{
    if (!parser.isSet(option))
        return otherwise;
    bool ok = false;
    const qint64 number = parser.value(option).toLongLong(&ok);
    if (!ok || number < 0)
        return Failure(badUse(Batchctl::tr("This is no number"), "--"_L1 + option));
    return number;
}

/// Which rows to print.
struct Wanted {
    RowQuery query;
    qint64 offset = 0;
    qint64 limit = std::numeric_limits<qint64>::max();
};

void addFindOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {u"outcome"_s, Batchctl::tr("Only rows with one of these outcomes."), u"A,B"_s});
    parser.addOption({u"match"_s,
                      Batchctl::tr("Only rows whose content has this text, in any case."),
                      u"TEXT"_s});
    parser.addOption({u"regex"_s,
                      Batchctl::tr("Only rows whose content fits this regular expression."),
                      u"RE"_s});
    parser.addOption(
        {u"find"_s,
         Batchctl::tr("Only rows that fit this search, with conditions such as error:rate_limit, "
                      "finish=length, tokens>500, id:row-7 or /response/body/id:abc."),
         u"QUERY"_s});
    parser.addOption(
        {u"in"_s, Batchctl::tr("Where to look for the text: answers (default), requests or both."),
         u"PLACE"_s});
}

/// Answers where the option is not given.
Result<RowQuery::Where> readPlace(const QString &place)
{
    if (place.isEmpty() || place == "answers"_L1)
        return RowQuery::Where::Answers;
    if (place == "requests"_L1)
        return RowQuery::Where::Requests;
    if (place == "both"_L1)
        return RowQuery::Where::Both;
    return Failure(badUse(Batchctl::tr("The place is answers, requests or both"), u"--in"_s));
}

/// The rows that the options of addFindOptions() name.
Result<RowQuery> readQuery(const QCommandLineParser &parser)
{
    QStringList given;
    for (const QString &option : {u"match"_s, u"regex"_s, u"find"_s})
        if (parser.isSet(option))
            given.append(option);
    if (given.size() > 1)
        return Failure(badUse(Batchctl::tr("Give one of --match, --regex and --find alone"),
                              "--"_L1 + given.last()));
    const bool isPattern = parser.isSet(u"regex"_s);
    Result<RowQuery> query = parser.isSet(u"match"_s)
        ? Result<RowQuery>(RowQuery{.text = parser.value(u"match"_s)})
        : parseRowQuery(parser.value(isPattern ? u"regex"_s : u"find"_s), isPattern);
    if (!query)
        return Failure(badUse(query.error().message, "--"_L1 + given.value(0)));
    query->matchesCase = isPattern;
    query->withErrors = parser.isSet(u"find"_s);
    const Result<std::vector<Outcome>> outcomes = readOutcomes(parser.value(u"outcome"_s));
    const Result<RowQuery::Where> where = readPlace(parser.value(u"in"_s));
    if (!outcomes || !where)
        return Failure(!outcomes ? outcomes.error() : where.error());
    query->where = *where;
    if (!outcomes->empty() && !query->outcomes.empty())
        return Failure(
            badUse(Batchctl::tr("Give outcomes once: by --outcome or in --find"), u"--outcome"_s));
    if (!outcomes->empty())
        query->outcomes = *outcomes;
    return query;
}

Result<Wanted> readWanted(const QCommandLineParser &parser)
{
    Wanted wanted;
    Result<RowQuery> query = readQuery(parser);
    const Result<qint64> offset = readNumber(parser, u"offset"_s, wanted.offset);
    const Result<qint64> limit = readNumber(parser, u"limit"_s, wanted.limit);
    if (!query || !offset || !limit)
        return Failure(!query ? query.error() : !offset ? offset.error() : limit.error());
    wanted.query = std::move(*query);
    wanted.offset = *offset;
    wanted.limit = *limit;
    return wanted;
}

/// One line of a table cell: long answers are cut, line ends become spaces.
QString shortened(QString text)
{
    constexpr qsizetype most = 100;
    text.replace(u'\n', u' ');
    return text.size() > most ? text.first(most - 1) + u'…' : text;
}

void printRow(const Output &out, const ResultRow &row)
{
    out.object(describe::row(row));
    const bool hasAnswer
        = row.result.outcome == Outcome::Answered || row.result.errorMessage.isEmpty();
    out.text(u"%1\t%2\t%3\t%4"_s.arg(
        QString::number(row.row + 1), row.customId, outcomeName(row.result.outcome),
        shortened(hasAnswer ? row.result.content : row.result.errorMessage)));
}

/// The lines that answer no request: as they are, or each as one text of an object.
int printExtras(const Context &context, const RunResults &results, const Wanted &wanted)
{
    if (!wanted.query.isAll())
        return fail(context,
                    badUse(Batchctl::tr("--unknown shows all of them; leave out the search"),
                           u"--unknown"_s));
    const qint64 count = results.extraCount();
    const qint64 begin = std::min(wanted.offset, count);
    const qint64 end = begin + std::min(wanted.limit, count - begin);
    for (qint64 n = begin; n < end; ++n) {
        const Result<QByteArray> line = results.extraBytes(n);
        if (!line)
            return fail(context, line.error());
        const QString text = QString::fromUtf8(*line);
        context.out.object({{u"unknown"_s, n + 1}, {u"result"_s, text}});
        context.out.text(text);
    }
    return ExitGood;
}

/// What the options ask for, but for the choice of rows.
Result<ExportOptions> readExportOptions(const QCommandLineParser &parser)
{
    ExportOptions options;
    options.path = parser.value(u"output"_s);
    if (options.path.isEmpty())
        return Failure(badUse(Batchctl::tr("Say where to write"), u"-o"_s));
    const std::optional<ExportFormat> known = parser.isSet(u"format"_s)
        ? exportFormatFromName(parser.value(u"format"_s))
        : std::optional(exportFormatOf(options.path).value_or(ExportFormat::Csv));
    if (!known)
        return Failure(badUse(Batchctl::tr("The format is csv, xlsx or jsonl"), u"--format"_s));
    options.format = *known;
    options.columns = parser.value(u"columns"_s).split(u',', Qt::SkipEmptyParts);
    options.withRequests = parser.isSet(u"with-requests"_s);
    if (options.withRequests && options.format != ExportFormat::Jsonl)
        return Failure(badUse(Batchctl::tr("Only JSONL holds requests beside results; in CSV "
                                           "name them as columns such as request:/body"),
                              u"--with-requests"_s));
    if (parser.isSet(u"delimiter"_s)) {
        const QString delimiter
            = parser.value(u"delimiter"_s) == "\\t"_L1 ? u"\t"_s : parser.value(u"delimiter"_s);
        if (delimiter.size() != 1 || delimiter == "\""_L1)
            return Failure(badUse(Batchctl::tr("The delimiter is one character and no quote"),
                                  u"--delimiter"_s));
        options.delimiter = delimiter.front();
    }
    options.byteOrderMark = parser.isSet(u"bom"_s);
    options.rawFormulas = parser.isSet(u"raw-formulas"_s);
    return options;
}

void tellExport(const Output &out, const ExportReport &report)
{
    QJsonObject done{{u"written"_s, report.written},
                     {u"rows"_s, report.rows},
                     {u"guarded_cells"_s, report.guardedCells}};
    if (report.cutCells > 0)
        done.insert(u"cut_cells"_s, report.cutCells);
    out.object(done);
    out.text(
        QCoreApplication::translate("batchctl", "Wrote %n row(s) to %1", nullptr, int(report.rows))
            .arg(report.written));
    if (report.cutCells > 0)
        out.message(QCoreApplication::translate(
            "batchctl",
            "%n text(s) were longer than a cell may be and were cut; CSV and JSONL keep "
            "them whole",
            nullptr, int(report.cutCells)));
    if (report.guardedCells > 0)
        out.message(QCoreApplication::translate(
            "batchctl", "%n cell(s) would have run as a formula and got an apostrophe", nullptr,
            int(report.guardedCells)));
}

} // namespace

int certificateCommand(Context &context, const QCommandLineParser &)
{
    const Result<Opened> opened = open(context);
    if (!opened)
        return fail(context, opened.error());
    const Certificate &certificate = opened->results->certificate();
    context.out.object(describe::certificate(opened->run, certificate));
    QList<QStringList> rows;
    for (const Outcome outcome : allOutcomes)
        if (certificate.count(outcome) > 0)
            rows.append({outcomeName(outcome), QString::number(certificate.count(outcome))});
    rows.append({Batchctl::tr("requests"), QString::number(certificate.requests)});
    context.out.table({u"OUTCOME"_s, u"ROWS"_s}, rows);
    if (certificate.duplicateResults > 0)
        context.out.text(QCoreApplication::translate("batchctl",
                                                     "%n result(s) for an id that had one already",
                                                     nullptr, int(certificate.duplicateResults)));
    if (certificate.unknownIds > 0)
        context.out.text(QCoreApplication::translate(
            "batchctl", "%n result(s) with an id that was not asked for", nullptr,
            int(certificate.unknownIds)));
    if (!certificate.agrees)
        context.out.text(Batchctl::tr("The provider counts otherwise; see batchctl show"));
    return certificate.isAllAnswered() ? ExitGood : ExitLook;
}

void addResultsOptions(QCommandLineParser &parser)
{
    addFindOptions(parser);
    parser.addOption({u"offset"_s, Batchctl::tr("Leave out that many rows first."), u"N"_s});
    parser.addOption({u"limit"_s, Batchctl::tr("Print at most that many rows."), u"N"_s});
    parser.addOption({u"unknown"_s,
                      Batchctl::tr("In place of rows: the provider's lines that answer no request "
                                   "of the run.")});
}

int resultsCommand(Context &context, const QCommandLineParser &parser)
{
    const Result<Wanted> wanted = readWanted(parser);
    if (!wanted)
        return fail(context, wanted.error());
    const Result<Opened> opened = open(context);
    if (!opened)
        return fail(context, opened.error());
    const RunResults &results = *opened->results;
    if (parser.isSet(u"unknown"_s))
        return printExtras(context, results, *wanted);
    if (!context.out.json)
        context.out.text(u"ROW\tCUSTOM_ID\tOUTCOME\tCONTENT"_s);

    const Result<FoundRows> found = findRows(results, wanted->query);
    if (!found)
        return fail(context, found.error());
    constexpr qint64 window = 256;
    const qint64 count = std::ssize(found->rows);
    const qint64 begin = std::min(wanted->offset, count);
    const qint64 end = begin + std::min(wanted->limit, count - begin);
    for (qint64 first = begin; first < end; first += window) {
        const std::vector<qint64> numbers(found->rows.begin() + first,
                                          found->rows.begin() + std::min(first + window, end));
        const Result<std::vector<ResultRow>> rows = results.rowsAt(numbers);
        if (!rows)
            return fail(context, rows.error());
        for (const ResultRow &row : *rows)
            printRow(context.out, row);
    }
    return ExitGood;
}

void addExportOptions(QCommandLineParser &parser)
{
    parser.addOption({{u"o"_s, u"output"_s}, Batchctl::tr("The file to write."), u"FILE"_s});
    parser.addOption({u"format"_s, Batchctl::tr("csv, xlsx or jsonl; default: by the file's name."),
                      u"FORMAT"_s});
    parser.addOption(
        {u"columns"_s,
         Batchctl::tr("CSV: fields of results, or JSON Pointers such as /response/body/id or "
                      "request:/body/model."),
         u"A,B"_s});
    addFindOptions(parser);
    parser.addOption({u"with-requests"_s,
                      Batchctl::tr("JSONL: each request beside its result, for every row.")});
    parser.addOption(
        {u"delimiter"_s, Batchctl::tr("CSV: between cells, default a comma."), u"C"_s});
    parser.addOption(
        {u"bom"_s, Batchctl::tr("CSV: begin with a byte order mark, as some spreadsheets want.")});
    parser.addOption(
        {u"raw-formulas"_s,
         Batchctl::tr("CSV: do not guard cells that a spreadsheet would run as formulas.")});
}

int exportCommand(Context &context, const QCommandLineParser &parser)
{
    Result<ExportOptions> options = readExportOptions(parser);
    if (!options)
        return fail(context, options.error());
    const Result<RowQuery> query = readQuery(parser);
    if (!query)
        return fail(context, query.error());
    const Result<Opened> opened = open(context);
    if (!opened)
        return fail(context, opened.error());
    if (!query->isAll()) {
        Result<FoundRows> found = findRows(*opened->results, *query);
        if (!found)
            return fail(context, found.error());
        options->rows = std::move(found->rows);
    }
    const Result<ExportReport> report
        = await(exportResults(opened->services->pool(), opened->results, *options));
    if (!report)
        return fail(context, report.error());
    tellExport(context.out, *report);
    return ExitGood;
}
