// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialectcases.h"
#include "support/files.h"
#include "support/jsoncompare.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replies_data() { addCaseRows(filesDialect); }
    void replies() { runReplyCase(filesDialect); }
    void next_data() { addCaseRows(filesDialect); }
    void next() { runNextCase(filesDialect); }
    void goldenBody();
    void wholeLife();
    void framingIsThatOfTheUpload();
    void purposeComesBeforeTheFile();
    void endpointOfTheRunFillsTheLines();
    void uploadOfTheRightSizeIsTaken();
    void wholeObjectIsKeptUpToItsCap();
    void answersThatAreMissingAreGoneOnWithout();
    void partialSourcesAreThoseWithIds();
    void adoptedBatchGoesOn();
};

namespace {

struct Life {
    Run run{.endpoint = u"/v1/chat/completions"_s};
    Batch batch;
    Profile profile = profileOf(u"openai"_s);

    Life()
    {
        batch.facts.state = BatchState::Uploading;
        batch.facts.intent = u"5f0c2f0e-8c5e-4a36-9c54-0f6a3a4a1c11"_s;
    }
    BatchView view() const { return {.run = run, .batch = batch, .profile = profile}; }
    /// The kind of the next call, or nothing.
    std::optional<StepKind> nextKind() const
    {
        const Step step = filesDialect.next(view());
        const Call *call = std::get_if<Call>(&step);
        return call ? std::optional(call->kind) : std::nullopt;
    }
    bool take(StepKind kind, const QByteArray &body, const QByteArray &type = "application/json")
    {
        const Result<BatchFacts> facts
            = filesDialect.absorb(view(), kind, replyWith(200, body, type));
        if (facts)
            batch.facts = *facts;
        return facts.has_value();
    }
};

} // namespace

void TestFiles::goldenBody()
{
    const QString folder = QStringLiteral(SOURCE_DIR "/tests/dialects/data/bodies/");
    const Life life;
    const QByteArray lines = bytesOf(folder + "requests.jsonl"_L1);
    COMPARE_BYTES(bodyOf(filesDialect, life.view(), lines), folder + "files.body"_L1);
}

void TestFiles::wholeLife()
{
    Life life;
    QCOMPARE(life.nextKind(), StepKind::Upload);
    QVERIFY(life.take(StepKind::Upload, R"({"id":"file-in","status":"pending"})"));
    QCOMPARE(life.nextKind(), StepKind::FileStatus);
    QVERIFY(life.take(StepKind::FileStatus, R"({"id":"file-in","status":"processed"})"));
    QCOMPARE(life.nextKind(), StepKind::Create);
    // The runner moves there before it sends; from now on nothing asks to create again.
    life.batch.facts.state = BatchState::Creating;
    QCOMPARE(life.nextKind(), std::nullopt);
    QVERIFY(life.take(StepKind::Create, R"({"id":"batch_1","status":"validating"})"));
    QCOMPARE(life.nextKind(), StepKind::Status);
    QVERIFY(life.take(StepKind::Status, R"({"id":"batch_1","status":"in_progress"})"));
    QCOMPARE(life.nextKind(), StepKind::Status);
    QVERIFY(life.take(
        StepKind::Status,
        R"({"id":"batch_1","status":"expired","output_file_id":"o","error_file_id":"e"})"));
    QCOMPARE(life.nextKind(), StepKind::FetchOutput);
    QVERIFY(life.take(StepKind::FetchOutput, {}, "application/jsonl"));
    QCOMPARE(life.nextKind(), StepKind::FetchErrors);
    QVERIFY(life.take(StepKind::FetchErrors, {}, "application/jsonl"));
    QVERIFY(std::holds_alternative<Done>(filesDialect.next(life.view())));
    QCOMPARE(life.batch.facts.state, BatchState::Expired);
}

void TestFiles::framingIsThatOfTheUpload()
{
    const Life life;
    const Framing framing = filesDialect.framing(life.view());
    const Step step = filesDialect.next(life.view());
    QCOMPARE(std::get<Call>(step).request.contentType, framing.contentType);
    const QByteArray boundary = framing.contentType.split('=').last();
    QVERIFY(boundary.size() <= 70);
    QVERIFY(framing.before.startsWith("--" + boundary + "\r\n"));
    QVERIFY(framing.after.endsWith("\r\n--" + boundary + "--\r\n"));
    QVERIFY(framing.before.contains(".jsonl\""));
    // Another intent, another boundary.
    Life other;
    other.batch.facts.intent = u"0"_s;
    QVERIFY(filesDialect.framing(other.view()).contentType != framing.contentType);
}

void TestFiles::purposeComesBeforeTheFile()
{
    Life life;
    life.profile.uploadPurpose = u"batch-api"_s;
    const QByteArray before = filesDialect.framing(life.view()).before;
    QVERIFY(before.indexOf("name=\"purpose\"\r\n\r\nbatch-api\r\n") > 0);
    QVERIFY(before.indexOf("name=\"purpose\"") < before.indexOf("name=\"file\""));
    life.profile.uploadPurpose.clear();
    QVERIFY(!filesDialect.framing(life.view()).before.contains("purpose"));
}

void TestFiles::endpointOfTheRunFillsTheLines()
{
    Life life;
    life.run.endpoint = u"/v1/embeddings"_s;
    const QByteArray body = bodyOf(filesDialect, life.view(), R"({"custom_id":"a","body":{}}
{"custom_id":"b","url":"/v1/own","body":{}})");
    QVERIFY(body.contains(R"({"custom_id":"a","method":"POST","url":"/v1/embeddings","body":{}})"));
    QVERIFY(body.contains(R"({"custom_id":"b","method":"POST","url":"/v1/own","body":{}})"));
}

void TestFiles::uploadOfTheRightSizeIsTaken()
{
    Life life;
    const QByteArray line = R"({"custom_id":"a","body":{}})";
    life.batch.bodyBytes = bodyOf(filesDialect, life.view(), line).size();
    // As the server counts it: the line as sent, with its line end.
    const qsizetype size
        = QByteArray(R"({"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{}})")
              .size()
        + 1;
    QVERIFY(
        life.take(StepKind::Upload, "{\"id\":\"f\",\"bytes\":" + QByteArray::number(size) + '}'));
    QVERIFY(!life.take(StepKind::Upload,
                       "{\"id\":\"f\",\"bytes\":" + QByteArray::number(size - 1) + '}'));
}

void TestFiles::wholeObjectIsKeptUpToItsCap()
{
    Life life;
    life.batch.facts.state = BatchState::Running;
    const QByteArray object = R"({"id":"b", "status":"in_progress","x":1.0})";
    QVERIFY(life.take(StepKind::Status, object));
    QCOMPARE(life.batch.facts.remoteJson, object);
    QVERIFY(life.take(StepKind::Status,
                      R"({"id":"b","status":"completed","x":")" + QByteArray(70'000, 'x') + "\"}"));
    QCOMPARE(life.batch.facts.remoteJson, object);
    QCOMPARE(life.batch.facts.state, BatchState::Completed);
    // A part of the object does not take its place.
    QVERIFY(life.take(StepKind::Cancel, R"({"id":"b","status":"cancelling"})"));
    QCOMPARE(life.batch.facts.remoteJson, object);
}

void TestFiles::answersThatAreMissingAreGoneOnWithout()
{
    const auto known = [](StepKind kind, int status) { return withoutAnswer({}, kind, status); };
    QVERIFY(known(StepKind::FetchOutput, 404)->outputFetched);
    QVERIFY(!known(StepKind::FetchOutput, 404)->errorsFetched);
    QVERIFY(known(StepKind::FetchErrors, 410)->errorsFetched);
    QVERIFY(known(StepKind::FileStatus, 405)->inputFileReady);
    QVERIFY(known(StepKind::FileStatus, 501)->inputFileReady);
    for (const int status : {401, 403, 429, 500})
        for (const StepKind kind :
             {StepKind::FetchOutput, StepKind::FetchErrors, StepKind::FileStatus})
            QVERIFY(!known(kind, status));
    for (const StepKind kind :
         {StepKind::Upload, StepKind::Create, StepKind::Status, StepKind::Cancel, StepKind::List})
        QVERIFY(!known(kind, 404));
}

void TestFiles::partialSourcesAreThoseWithIds()
{
    Life life;
    life.batch.facts.state = BatchState::Running;
    QVERIFY(filesDialect.sources(life.view()).empty());
    life.batch.facts.errorFileId = u"e"_s;
    QCOMPARE(filesDialect.sources(life.view()).size(), 1U);
    QCOMPARE(filesDialect.sources(life.view()).front().kind, StepKind::FetchErrors);
    life.batch.facts.outputFileId = u"o"_s;
    QCOMPARE(filesDialect.sources(life.view()).size(), 2U);
}

void TestFiles::adoptedBatchGoesOn()
{
    Life life;
    life.batch.facts.state = BatchState::Unknown;
    life.batch.facts.inputFileId = u"file-in"_s;
    life.batch.facts.inputFileReady = true;
    life.batch.facts.reason = u"no answer"_s;
    life.batch.facts.error = Error{.kind = ErrorKind::OutcomeUnknown};
    const QByteArray list
        = R"({"data":[{"id":"batch_1","status":"completed","output_file_id":"o",)"
          R"("metadata":{"batchdesk_intent":"5f0c2f0e-8c5e-4a36-9c54-0f6a3a4a1c11"}}]})";
    const Result<ListPage> page = filesDialect.readList(replyWith(200, list), {});
    QVERIFY(page);
    QCOMPARE(page->batches.first().intent, life.batch.facts.intent);
    life.batch.facts = adopted(life.batch.facts, page->batches.first());
    QCOMPARE(life.batch.facts.state, BatchState::Completed);
    QCOMPARE(life.batch.facts.remoteId, u"batch_1"_s);
    QCOMPARE(life.batch.facts.inputFileId, u"file-in"_s);
    QVERIFY(life.batch.facts.inputFileReady);
    QVERIFY(life.batch.facts.reason.isEmpty());
    QVERIFY(!life.batch.facts.error);
    QVERIFY(!life.batch.facts.intent.isEmpty());
    // A row of a list need not hold all: the batch itself is asked before its files are fetched.
    QCOMPARE(life.nextKind(), StepKind::Status);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
