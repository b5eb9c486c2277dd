// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialectcases.h"
#include "dialects/scan.h"
#include "support/files.h"
#include "support/sharedfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString payloadFolder()
{
    return sharedFile(u"reference/payloads/"_s);
}

/// The dialect that reads the samples of a provider; nothing where we have none yet.
const Dialect *dialectOf(const QString &provider)
{
    static constexpr QLatin1StringView inlineOnes[] = {"meshapi"_L1, "openrouter"_L1};
    static constexpr QLatin1StringView filesOnes[]
        = {"openai"_L1,  "openai_compat"_L1, "azure"_L1,      "groq"_L1,
           "litellm"_L1, "llamastack"_L1,    "doubleword"_L1, "siliconflow"_L1,
           "novita"_L1,  "cerebras"_L1,      "edge"_L1};
    if (provider == "staged"_L1)
        return &stagedDialect;
    if (provider == "scaledown"_L1)
        return &rawjsonlDialect;
    for (const QLatin1StringView name : inlineOnes)
        if (provider == name)
            return &inlineDialect;
    for (const QLatin1StringView name : filesOnes)
        if (provider == name)
            return &filesDialect;
    return nullptr;
}

QList<QByteArray> linesOf(const QByteArray &content)
{
    QList<QByteArray> lines;
    for (const QByteArray &line : content.split('\n'))
        if (!line.trimmed().isEmpty())
            lines.append(line);
    return lines;
}

/// The coarser outcome of the manifest.
QString coarse(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Answered:
    case Outcome::Truncated:
    case Outcome::Refused:
    case Outcome::Empty: return u"succeeded"_s;
    default: return outcomeName(outcome);
    }
}

Batch beingCreated()
{
    Batch batch;
    batch.facts.state = BatchState::Creating;
    return batch;
}

} // namespace

/// Every sample of the shared manifest that belongs to our dialects reads as the manifest says.
class TestPayloads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void samples_data();
    void samples();
    void rawBodyIsTheSample();
    void createBodies_data();
    void createBodies();

private:
    void checkBatch(const Dialect &dialect, const HttpReply &reply, const QJsonObject &expected);
    void checkFile(const Dialect &dialect, const HttpReply &reply, const QJsonObject &expected);
    void checkList(const Dialect &dialect, const HttpReply &reply, const QJsonObject &expected);
    void checkError(const Dialect &dialect, const HttpReply &reply, const QJsonObject &expected);
    void checkResults(const Dialect &dialect, const QByteArray &content,
                      const QJsonObject &expected);
    void checkRequests(const QByteArray &content, const QJsonObject &expected);
    void checkRequestsPage(const Dialect &dialect, const HttpReply &reply,
                           const QJsonObject &expected);
    void checkResultsPage(const Dialect &dialect, const HttpReply &reply,
                          const QJsonObject &expected);
};

void TestPayloads::initTestCase()
{
    if (sharedFile(u"reference/payloads/MANIFEST.json"_s).isEmpty())
        QSKIP("the shared samples are not here (../shared/reference/payloads)");
}

void TestPayloads::samples_data()
{
    QTest::addColumn<QJsonObject>("entry");
    const QJsonArray files = QJsonDocument::fromJson(bytesOf(payloadFolder() + "MANIFEST.json"_L1))
                                 .object()
                                 .value("files"_L1)
                                 .toArray();
    static const QStringList kinds
        = {u"batch"_s,         u"batch_partial"_s, u"file_object"_s, u"list_page"_s,
           u"error"_s,         u"output_lines"_s,  u"error_lines"_s, u"input_lines"_s,
           u"requests_page"_s, u"results_page"_s};
    for (const QJsonValue &file : files) {
        const QJsonObject entry = file.toObject();
        if (dialectOf(entry.value("dialect"_L1).toString())
            && kinds.contains(entry.value("kind"_L1).toString()))
            QTest::newRow(qPrintable(entry.value("file"_L1).toString())) << entry;
    }
}

void TestPayloads::samples()
{
    QFETCH(const QJsonObject, entry);
    const Dialect &dialect = *dialectOf(entry.value("dialect"_L1).toString());
    const QString kind = entry.value("kind"_L1).toString();
    const QJsonObject expected = entry.value("expect"_L1).toObject();
    const QString path = payloadFolder() + entry.value("file"_L1).toString();
    QVERIFY2(QFile::exists(path), qPrintable(path));
    const QByteArray content = bytesOf(path);
    HttpReply reply = replyWith(entry.value("http_status"_L1).toInt(200), content);
    const QJsonObject headers = entry.value("http_headers"_L1).toObject();
    if (!headers.isEmpty())
        reply.headers.clear();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        reply.headers.emplaceBack(header.key().toUtf8(), header.value().toString().toUtf8());

    if (kind.startsWith("batch"_L1))
        checkBatch(dialect, reply, expected);
    else if (kind == "file_object"_L1)
        checkFile(dialect, reply, expected);
    else if (kind == "list_page"_L1)
        checkList(dialect, reply, expected);
    else if (kind == "requests_page"_L1)
        checkRequestsPage(dialect, reply, expected);
    else if (kind == "results_page"_L1)
        checkResultsPage(dialect, reply, expected);
    else if (kind == "error"_L1)
        checkError(dialect, reply, expected);
    else if (kind == "input_lines"_L1)
        checkRequests(content, expected);
    else
        checkResults(dialect, content, expected);
}

void TestPayloads::checkBatch(const Dialect &dialect, const HttpReply &reply,
                              const QJsonObject &expected)
{
    const Run run;
    const Profile profile = profileOf(dialect.id == "inline"_L1         ? u"meshapi"_s
                                          : dialect.id == "rawjsonl"_L1 ? u"scaledown"_s
                                          : dialect.isStaged            ? u"staged"_s
                                                                        : u"openai"_s);
    Batch batch = beingCreated();
    const Result<BatchFacts> facts
        = dialect.absorb({.run = run, .batch = batch, .profile = profile}, StepKind::Create, reply);
    QVERIFY(facts);
    // What is there and not begun is queued here: creating and submitting are one.
    const QString state = expected.value("state"_L1).toString();
    QCOMPARE(stateName(facts->state), state == "draft"_L1 ? u"queued"_s : state);
    QCOMPARE(isTerminal(facts->state), expected.value("terminal"_L1).toBool());
    QCOMPARE(facts->unknownStatus, expected.value("unknown"_L1).toBool());
    if (expected.contains("raw_status"_L1))
        QCOMPARE(facts->rawStatus, expected.value("raw_status"_L1).toString());
    const BatchFacts counted = factsFrom({{u"counts"_s, expected.value("counts"_L1)}});
    QCOMPARE(facts->counts, counted.counts);
    for (const auto &[key, id] : {std::pair("output_file"_L1, facts->outputFileId),
                                  std::pair("error_file"_L1, facts->errorFileId)})
        if (expected.contains(key))
            QCOMPARE(id, expected.value(key).toString());
    const QJsonArray errors = expected.value("errors"_L1).toArray();
    if (!errors.isEmpty())
        QCOMPARE(facts->faults.size(), errors.size());
    for (qsizetype i = 0; i < errors.size(); ++i) {
        QCOMPARE(facts->faults[i].code, errors[i][0].toString());
        QCOMPARE(facts->faults[i].line, errors[i][1].toInteger());
    }
    if (expected.contains("message"_L1))
        QCOMPARE(facts->error.value_or(Error()).message, expected.value("message"_L1).toString());
    batch.facts = *facts;
    const std::size_t sources
        = dialect.sources({.run = run, .batch = batch, .profile = profile}).size();
    if (expected.value("partial_readable"_L1).toBool())
        QVERIFY(sources > 0);
}

void TestPayloads::checkFile(const Dialect &dialect, const HttpReply &reply,
                             const QJsonObject &expected)
{
    const Run run;
    const Batch batch;
    const Profile profile = profileOf(u"openai"_s);
    const Result<BatchFacts> facts
        = dialect.absorb({.run = run, .batch = batch, .profile = profile}, StepKind::Upload, reply);
    QVERIFY(facts);
    QCOMPARE(facts->inputFileId, expected.value("id"_L1).toString());
    QCOMPARE(facts->inputFileReady, expected.value("ready"_L1).toBool());
}

void TestPayloads::checkList(const Dialect &dialect, const HttpReply &reply,
                             const QJsonObject &expected)
{
    const Result<ListPage> page = dialect.readList(reply, {});
    QVERIFY(page);
    QCOMPARE(page->batches.size(), expected.value("count"_L1).toInteger());
    QCOMPARE(page->nextCursor, expected.value("next_cursor"_L1).toString());
}

void TestPayloads::checkError(const Dialect &dialect, const HttpReply &reply,
                              const QJsonObject &expected)
{
    const Error error = dialect.readError(reply);
    QVERIFY(!error.message.isEmpty());
    QCOMPARE(error.httpStatus, reply.status);
    for (const auto &[key, text] :
         {std::pair("message"_L1, error.message), std::pair("code"_L1, error.code),
          std::pair("request_id"_L1, error.requestId)})
        if (expected.contains(key))
            QCOMPARE(text, expected.value(key).toString());
    QCOMPARE(isTransient(error.kind), expected.value("retryable"_L1).toBool());
    QCOMPARE(error.kind == ErrorKind::QuotaExceeded, expected.value("hold_until_slot"_L1).toBool());
}

void TestPayloads::checkResults(const Dialect &dialect, const QByteArray &content,
                                const QJsonObject &expected)
{
    QList<ResultLine> results;
    for (const QByteArray &line : linesOf(content)) {
        const PaddedBuffer buffer(line);
        results.append(dialect.readResult(buffer.line()));
    }
    if (expected.contains("bad"_L1)) {
        const auto bad = std::ranges::count(results, Outcome::Malformed, &ResultLine::outcome);
        QCOMPARE(bad, expected.value("bad"_L1).toInteger());
        QCOMPARE(results.size() - bad, expected.value("good"_L1).toInteger());
        return;
    }
    const QJsonArray records = expected.value("records"_L1).toArray();
    QCOMPARE(results.size(), records.size());
    for (qsizetype i = 0; i < records.size(); ++i) {
        const QJsonObject record = records[i].toObject();
        QCOMPARE(results[i].customId.value_or(u"-"_s), record.value("custom_id"_L1).toString());
        QCOMPARE(coarse(results[i].outcome), record.value("outcome"_L1).toString());
        QCOMPARE(results[i].httpStatus, record.value("http_status"_L1).toInt());
        QCOMPARE(results[i].errorCode, record.value("error_code"_L1).toString());
    }
}

void TestPayloads::checkRequestsPage(const Dialect &dialect, const HttpReply &reply,
                                     const QJsonObject &expected)
{
    const Result<RequestPage> page = dialect.readRequests(reply, {});
    QVERIFY(page);
    QCOMPARE(page->requests.size(), expected.value("count"_L1).toInteger());
    QCOMPARE(page->nextCursor, expected.value("next_cursor"_L1).toString());
    for (const RemoteRequest &request : page->requests)
        QVERIFY(!request.remoteId.isEmpty() && !request.customId.isEmpty()
                && !request.status.isEmpty());
}

void TestPayloads::checkResultsPage(const Dialect &dialect, const HttpReply &reply,
                                    const QJsonObject &expected)
{
    QByteArray lines;
    PageRows rows;
    const QJsonArray data = QJsonDocument::fromJson(reply.body).object()["data"_L1].toArray();
    for (const QJsonValue &row : data) {
        const QByteArray line = QJsonDocument(row.toObject()).toJson(QJsonDocument::Compact);
        lines += line + '\n';
        const PaddedBuffer buffer(line);
        rows.lastId = dialect.readRow(buffer.line()).id;
    }
    checkResults(dialect, lines, expected);
    rows.count = rows.fresh = data.size();
    const Result<std::optional<Call>> next = dialect.nextPage({.splitKey = "data"}, reply, rows);
    QVERIFY(next);
    QList<std::pair<QString, QString>> query;
    if (!expected.value("next_cursor"_L1).isNull())
        query = {{u"after"_s, expected.value("next_cursor"_L1).toString()}};
    QCOMPARE(*next ? (*next)->request.query : decltype(query)(), query);
}

void TestPayloads::checkRequests(const QByteArray &content, const QJsonObject &expected)
{
    QStringList ids;
    QByteArray body;
    for (const QByteArray &line : linesOf(content)) {
        const PaddedBuffer buffer(line);
        const PaddedLine padded{scan::withoutBom(buffer.line().bytes)};
        const Result<Request> request = readRequest(padded);
        QVERIFY2(request, line.constData());
        ids.append(request->customId);
        body = QByteArray(request->body.data(), qsizetype(request->body.size()));
    }
    if (expected.contains("count"_L1))
        QCOMPARE(ids.size(), expected.value("count"_L1).toInteger());
    if (expected.contains("ids"_L1))
        QCOMPARE(QJsonArray::fromStringList(ids), expected.value("ids"_L1).toArray());
    if (expected.contains("body_verbatim"_L1))
        QCOMPARE(body, expected.value("body_verbatim"_L1).toString().toUtf8());
}

/// The sample of a body that is JSONL is what we send for the same requests.
void TestPayloads::rawBodyIsTheSample()
{
    const QByteArray sample = bytesOf(payloadFolder() + "scaledown/input.jsonl"_L1);
    QVERIFY(!sample.isEmpty());
    const Run run;
    const Batch batch;
    const Profile profile = profileOf(u"scaledown"_s);
    const BatchView view{.run = run, .batch = batch, .profile = profile};
    QCOMPARE(bodyOf(rawjsonlDialect, view, sample), sample);
    for (const QByteArray &line : linesOf(sample)) {
        const PaddedBuffer buffer(line);
        std::vector<LineFault> faults;
        rawjsonlDialect.checkLine(*readRequest(buffer.line()), profile, faults);
        QVERIFY2(faults.empty(), line.constData());
    }
}

void TestPayloads::createBodies_data()
{
    QTest::addColumn<QString>("profile");
    QTest::newRow("openai/create_request.json") << u"openai"_s;
    QTest::newRow("openai_compat/create_request.json") << u"openai-compatible"_s;
    QTest::newRow("meshapi/create_request.json") << u"meshapi"_s;
    QTest::newRow("staged/create_request.json") << u"staged"_s;
}

/// What we send for the same run is the sample, but for our own mark in the metadata and for
/// defaults that are written out there.
void TestPayloads::createBodies()
{
    QFETCH(const QString, profile);
    const QJsonObject sample
        = QJsonDocument::fromJson(
              bytesOf(payloadFolder() + QString::fromLatin1(QTest::currentDataTag())))
              .object();
    QVERIFY(!sample.isEmpty());
    Run run{.name = sample.value("name"_L1).toString(),
            .description = sample.value("description"_L1).toString(),
            .endpoint = sample.value("endpoint"_L1).toString()};
    if (sample.contains("model"_L1))
        run.models = {sample.value("model"_L1).toString()};
    if (sample.contains("metadata"_L1))
        run.metadata = {{u"client_tag"_s, "\"job-7\""}};
    Batch batch;
    batch.facts = {.state = BatchState::Uploading,
                   .intent = u"i"_s,
                   .inputFileId = sample.value("input_file_id"_L1).toString(),
                   .inputFileReady = true};
    Profile known = profileOf(profile);
    known.outputExpiresAfter = sample.value("output_expires_after"_L1)["seconds"_L1].toInteger();
    const BatchView view{.run = run, .batch = batch, .profile = known};
    const Dialect &dialect = *findDialect(known.dialect);

    QByteArray lines;
    const QJsonArray requests = sample.value("requests"_L1).toArray();
    for (const QJsonValue &request : requests)
        lines += QJsonDocument(request.toObject()).toJson(QJsonDocument::Compact) + '\n';
    const Step step = dialect.next(view);
    const Call &call = std::get<Call>(step);
    QJsonObject sent
        = QJsonDocument::fromJson(call.body == BodySource::SpoolFile ? bodyOf(dialect, view, lines)
                                                                     : call.request.body)
              .object();
    QJsonObject metadata = sent.take("metadata"_L1).toObject();
    if (dialect.isStaged) // its mark is in the name
        sent.insert("name"_L1, sent.value("name"_L1).toString().remove(u" [i]"_s));
    else
        QCOMPARE(metadata.take("batchdesk_intent"_L1).toString(), u"i"_s);
    if (!metadata.isEmpty())
        sent.insert("metadata"_L1, metadata);
    QJsonObject expected = sample;
    QJsonArray bare;
    for (const QJsonValue &request : requests) {
        QJsonObject object = request.toObject();
        object.remove("method"_L1);
        object.remove("url"_L1);
        bare.append(object);
    }
    if (!bare.isEmpty())
        expected.insert("requests"_L1, bare);
    QCOMPARE(QJsonDocument(sent).toJson(), QJsonDocument(expected).toJson());
}

QTEST_GUILESS_MAIN(TestPayloads)
#include "tst_payloads.moc"
