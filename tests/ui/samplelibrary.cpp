// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/samplelibrary.h"

#include "compose/rawedit.h"
#include "services.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

Run runOf(Services &services, const samplelibrary::Sample &sample)
{
    Run run;
    run.name = QString::fromUtf8(sample.name);
    if (const Connection *connection
        = services.library().connectionByName(QString::fromLatin1(sample.connection)))
        run.connection = connection->id;
    run.endpoint = u"/v1/chat/completions"_s;
    run.window = u"24h"_s;
    run.requests = sample.requests;
    run.bytes = sample.requests * 812;
    run.models = {QString::fromLatin1(sample.model)};
    run.originPath = u"/home/ada/surveys/%1.jsonl"_s.arg(run.name);
    run.metadata = {{u"project"_s, "\"spring survey\""}, {u"wave"_s, "3"}};
    run.unread = sample.unread;
    if (sample.windowMinutes != 0)
        run.warned = {u"window"_s}; // a message would stand above every page
    run.tags = QString::fromUtf8(sample.tags).split(u',', Qt::SkipEmptyParts);
    run.createdAt = services.clock().now().addSecs(-60 * sample.minutesAgo);
    return run;
}

Batch batchOf(const Run &run, RunId id, const samplelibrary::Sample &sample)
{
    Batch batch;
    batch.run = id;
    batch.connection = run.connection;
    batch.requests = run.requests;
    BatchFacts &facts = batch.facts;
    facts.state = sample.state;
    facts.rawStatus = QString::fromLatin1(sample.rawStatus);
    facts.unknownStatus = sample.unknownStatus;
    facts.reason = QString::fromUtf8(sample.reason);
    if (*sample.error)
        facts.error = Error{.kind = ErrorKind::Rejected,
                            .message = QString::fromUtf8(sample.error),
                            .detail = u"{\"error\":{\"message\":\"…\"}}"_s,
                            .requestId = u"req_7f3a91"_s,
                            .httpStatus = 400};
    batch.history = {{.at = run.createdAt,
                      .state = BatchState::Draft,
                      .cause = StateCause::Person,
                      .program = u"window"_s}};
    if (isLive(sample.state) || isTerminal(sample.state)) {
        if (!*sample.error)
            facts.remoteId = u"batch_67f3c0de%1"_s.arg(id.value, 4, 16, QLatin1Char('0'));
        facts.inputFileId = u"file-9kQ2"_s;
        facts.counts.total = sample.requests;
        batch.submittedAt = run.createdAt.addSecs(5);
        // What is over is not asked for any more.
        batch.checkedAt = isTerminal(sample.state)
            ? run.createdAt.addSecs(45 * sample.minutesAgo)
            : run.createdAt.addSecs(60 * sample.minutesAgo - 20);
        batch.history += {.at = batch.submittedAt,
                          .state = BatchState::Validating,
                          .rawStatus = u"validating"_s,
                          .cause = StateCause::Answer,
                          .program = u"window"_s};
        batch.history += {.at = batch.submittedAt.addSecs(40),
                          .state = sample.state,
                          .rawStatus = facts.rawStatus,
                          .cause = StateCause::Poll,
                          .program = u"batchctl"_s};
        if (isTerminal(sample.state))
            facts.endedAt = batch.checkedAt;
        else
            batch.nextCheckAt = batch.checkedAt.addSecs(60);
    }
    if (sample.succeeded >= 0)
        facts.counts.succeeded = sample.succeeded;
    if (sample.failed >= 0)
        facts.counts.failed = sample.failed;
    facts.resultsComplete = isTerminal(sample.state);
    if (sample.windowMinutes != 0) {
        const qint64 untilNow = 60LL * sample.minutesAgo;
        facts.createdAt = batch.submittedAt;
        facts.expiresAt = run.createdAt.addSecs(untilNow + 60LL * sample.windowMinutes);
    }
    if (!facts.remoteId.isEmpty()) {
        const auto number = [](qint64 n) { return QByteArray::number(std::max<qint64>(0, n)); };
        facts.remoteJson = R"({"id":")" + facts.remoteId.toUtf8()
            + R"(","object":"batch","endpoint":"/v1/chat/completions","input_file_id":"file-9kQ2","completion_window":"24h","status":")"
            + sample.rawStatus + R"(","request_counts":{"total":)" + number(sample.requests)
            + R"(,"completed":)" + number(sample.succeeded) + R"(,"failed":)"
            + number(sample.failed) + "}}";
        facts.lastRequestId = u"req_51d0c2"_s;
    }
    return batch;
}

QByteArray requestLine(int n)
{
    return R"({"custom_id":"answer-)" + QByteArray::number(n)
        + R"(","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4o-mini","messages":[{"role":"system","content":"Sort the answer into one of: price, service, range, staff, other."},{"role":"user","content":"The shop is friendly, but )"
        + QByteArray::number(n)
        + R"( minutes at the till are too long. Größe M fehlt oft."}],"max_tokens":64}})";
}

/// A result of each kind in turn, mostly answers; empty: none came back.
QByteArray resultLine(int n)
{
    const QByteArray id = QByteArray::number(n);
    // Most near each other, some far: as they are.
    const int input = 40 + n * 37 % 29 + n * 11 % 23 + n * 5 % 31;
    const int output = 3 + n * 7 % 11 + n * 13 % 17 * (n % 3);
    const auto answered = [&](const char *content, const char *reason) {
        return R"({"id":"batch_req_)" + id + R"(","custom_id":"answer-)" + id
            + R"(","response":{"status_code":200,"request_id":"req_)" + id
            + R"(","body":{"id":"chatcmpl-)" + id
            + R"(","object":"chat.completion","model":"gpt-4o-mini-2024-07-18","choices":[{"index":0,"message":{"role":"assistant","content":)"
            + content + R"(,"refusal":null},"finish_reason":")" + reason
            + R"("}],"usage":{"prompt_tokens":)" + QByteArray::number(input)
            + R"(,"completion_tokens":)" + QByteArray::number(output) + R"(,"total_tokens":)"
            + QByteArray::number(input + output) + R"(}}},"error":null})";
    };
    switch (n % 26) {
    case 5: return answered(R"("service, because the waiting time at the till and the")", "length");
    case 9: return answered(R"("")", "stop");
    case 14: return {};
    case 19:
        return R"({"id":"batch_req_)" + id + R"(","custom_id":"answer-)" + id
            + R"(","response":{"status_code":429,"request_id":"req_x","body":{"error":{"message":"Rate limit reached for gpt-4o-mini","type":"requests","code":"rate_limit_exceeded"}}},"error":null})";
    case 23: return answered(R"("I'm sorry, I can't help with that.")", "content_filter");
    default:
        return answered(n % 2 ? R"("service: waiting time at the till")"
                              : R"("range: sizes are missing")",
                        "stop");
    }
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// What a run was made of and what came of it.
struct Files {
    QByteArray input;
    QByteArray output;
    qint64 lines = 0; ///< of output
};

RunId addFiles(Services &services, const samplelibrary::Sample &sample, const Files &files)
{
    Library &library = services.library();
    Run run = runOf(services, sample);
    run.inputFile = library.newPath(u"inputs"_s, u".jsonl"_s);
    const QString results = library.newPath(u"results"_s, u".jsonl"_s);
    if (!write(library.absolute(run.inputFile), files.input)
        || !write(library.absolute(results), files.output))
        return {};
    run.bytes = files.input.size();
    const RunId id = library.add(run);
    Batch batch = batchOf(run, id, sample);
    batch.facts.outputFetched = batch.facts.errorsFetched = true;
    batch.facts.outputFileId = u"file-7mTz"_s;
    batch.resultFiles
        = {{.source = u"output"_s,
            .path = results,
            .bytes = files.output.size(),
            .lines = files.lines,
            .sha256 = QCryptographicHash::hash(files.output, QCryptographicHash::Sha256)}};
    static_cast<void>(library.add(batch));
    return id;
}

QByteArray textRequest(const char *model, const char *more)
{
    return QByteArray("{\"model\":\"") + model
        + "\",\"text\":\"Anna Berg moved from Turku to Kiel in 2021.\"," + more + '}';
}

/// The model of a body that textRequest() made, with its quotes.
QByteArray modelOf(const QByteArray &body)
{
    return body.sliced(9, body.indexOf(',') - 9);
}

} // namespace

RunId samplelibrary::add(Services &services, const Sample &sample)
{
    const Run run = runOf(services, sample);
    const RunId id = services.library().add(run);
    if (sample.state != BatchState::Draft)
        static_cast<void>(services.library().add(batchOf(run, id, sample)));
    return id;
}

RunId samplelibrary::addWithResults(Services &services, const char *name, int requests)
{
    Files files;
    qint64 failed = 0;
    for (int n = 1; n <= requests; ++n) {
        files.input += requestLine(n) + '\n';
        const QByteArray line = resultLine(n);
        if (!line.isEmpty()) {
            files.output += line + '\n';
            ++files.lines;
            failed += n % 26 == 19;
        }
    }
    return addFiles(services,
                    {.name = name,
                     .state = BatchState::Completed,
                     .rawStatus = "completed",
                     .requests = requests,
                     .succeeded = requests - failed,
                     .failed = failed,
                     .minutesAgo = 95,
                     .unread = true},
                    files);
}

RunId samplelibrary::addTextAnswers(Services &services, const char *name)
{
    const struct {
        QByteArray id, request, answer;
    } rows[] = {
        {"cities", textRequest("extract", "\"entities\":{\"person\":\"\",\"place\":\"\"}"),
         R"({"entities":[{"type":"person","text":"Anna Berg","confidence":0.98},{"type":"place","text":"Turku","confidence":0.913},{"type":"place","text":"Kiel"}]})"},
        {"short", textRequest("summarize", "\"max_tokens\":64"),
         R"({"summary":"Anna moved from Turku to Kiel.","input_chars":1204,"output_chars":30})"},
        {"label", textRequest("classify", "\"labels\":[]"),
         R"({"top_label":"moving","scores":{"work":0.07,"moving":0.8901,"other":0.04},"reasoning":"The text tells of a move from one town to another."})"},
        {"broken", textRequest("extract", "\"entities\":{\"person\":\"\"}"), "Anna Berg, Turku"},
        {"chat", textRequest("practice-chat", "\"messages\":[]"), "Just a sentence."},
    };
    Files files;
    for (const auto &row : rows) {
        files.input += R"({"custom_id":")" + row.id + R"(","body":)" + row.request + "}\n";
        files.output += R"({"custom_id":")" + row.id
            + R"(","response":{"status_code":200,"body":{"model":)" + modelOf(row.request)
            + R"(,"choices":[{"message":{"role":"assistant","content":)"
            + rawedit::quoted(QString::fromUtf8(row.answer))
            + R"(},"finish_reason":"stop"}]}},"error":null})" + '\n';
        ++files.lines;
    }
    return addFiles(services,
                    {.name = name,
                     .state = BatchState::Completed,
                     .rawStatus = "completed",
                     .requests = files.lines,
                     .succeeded = files.lines,
                     .failed = 0,
                     .minutesAgo = 12,
                     .connection = "practice-rawjsonl",
                     .model = "extract"},
                    files);
}

RunId samplelibrary::fill(Services &services)
{
    using enum BatchState;
    const Sample samples[] = {
        {.name = "Old draft", .state = Draft, .minutesAgo = 60 * 24 * 9},
        {.name = "Catalogue FR",
         .state = Cancelled,
         .rawStatus = "cancelled",
         .requests = 9'000,
         .succeeded = 4'120,
         .failed = 0,
         .minutesAgo = 60 * 24 * 3,
         .tags = "shop,weekly,translations"},
        {.name = "Night evals",
         .state = Expired,
         .rawStatus = "expired",
         .requests = 5'000,
         .succeeded = 4'688,
         .failed = 0,
         .minutesAgo = 60 * 26},
        {.name = "Letters, wave 2",
         .state = Failed,
         .rawStatus = "failed",
         .requests = 4'000,
         .succeeded = 0,
         .failed = 4'000,
         .minutesAgo = 60 * 5,
         .error = "Line 17 of the file names a model that does not exist: gpt-4o-minni"},
        {.name = "Reviews to labels",
         .state = Unknown,
         .requests = 1'200,
         .minutesAgo = 50,
         .connection = "practice-inline",
         .reason = "The connection was lost while the batch was handed over"},
        {.name = "Translations IT",
         .state = Held,
         .requests = 9'000,
         .minutesAgo = 44,
         .connection = "practice-inline",
         .reason = "Waits: 10 of 10 live"},
        {.name = "Embeddings 2026-11",
         .state = Uploading,
         .requests = 250'000,
         .minutesAgo = 1,
         .model = "text-embedding-3-small"},
        {.name = "Just sent", .state = Creating, .requests = 60, .minutesAgo = 1},
        {.name = "Codes for open answers",
         .state = Validating,
         .rawStatus = "validating",
         .requests = 38'000,
         .minutesAgo = 3},
        {.name = "Product texts DE",
         .state = Queued,
         .rawStatus = "queued",
         .requests = 9'000,
         .minutesAgo = 12,
         .connection = "practice-inline",
         .model = "llama-3.3-70b"},
        {.name = "Product texts EN",
         .state = Running,
         .rawStatus = "in_progress",
         .requests = 9'000,
         .succeeded = 5'731,
         .failed = 12,
         .minutesAgo = 60 * 22,
         .tags = "shop,weekly",
         .windowMinutes = 125},
        {.name = "A gateway with words of its own",
         .state = Running,
         .rawStatus = "warming_up",
         .requests = 300,
         .minutesAgo = 8,
         .connection = "practice-inline",
         .unknownStatus = true},
        {.name = "Summaries",
         .state = Finalizing,
         .rawStatus = "finalizing",
         .requests = 104,
         .succeeded = 104,
         .failed = 0,
         .minutesAgo = 70},
        {.name = "Stop this one",
         .state = Cancelling,
         .rawStatus = "cancelling",
         .requests = 2'000,
         .succeeded = 320,
         .failed = 0,
         .minutesAgo = 20},
        {.name = "Survey, wave 1",
         .state = Completed,
         .rawStatus = "completed",
         .requests = 38'000,
         .succeeded = 38'000,
         .failed = 0,
         .minutesAgo = 60 * 8,
         .tags = "survey"},
    };
    for (const Sample &sample : samples)
        add(services, sample);
    return addWithResults(services, "Survey, wave 3", 104);
}
