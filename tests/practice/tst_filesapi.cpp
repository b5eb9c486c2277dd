// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/filesapi.h"

#include "practicefixture.h"

using namespace Qt::StringLiterals;

class TestFilesApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_fixture.stop(); }

    void wrongUploads_data();
    void wrongUploads();
    void wrongCreates_data();
    void wrongCreates();
    void wrongLinesFailTheBatch_data();
    void wrongLinesFailTheBatch();
    void filesFromUploadToResults();
    void filesCanBeListedReadAndDeleted();
    void deletedInputDoesNotHurtItsBatch();
    void rangesOfAFile_data();
    void rangesOfAFile();

private:
    PracticeFixture m_fixture;
};

void TestFilesApi::wrongUploads_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("answer");
    const QByteArray form = "multipart/form-data; boundary=b";
    const auto field = [](const QByteArray &name, const QByteArray &value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
            + "\r\n";
    };
    const auto file = [](const QByteArray &name, const QByteArray &fileName) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
            + fileName + "\"\r\n\r\n{}\n\r\n";
    };
    const QByteArray purpose = field("purpose", "batch");
    const QByteArray whole = file("file", "a.jsonl");
    const QByteArray end = "--b--\r\n";
    QTest::newRow("whole") << purpose + whole + end << form << u"200"_s;
    QTest::newRow("with expiry") << purpose + field("expires_after[anchor]", "created_at")
            + field("expires_after[seconds]", "3600") + whole
            + end << form << u"200"_s;
    QTest::newRow("json") << QByteArray("{}") << QByteArray("application/json")
                          << u"400 invalid_content_type"_s;
    QTest::newRow("no boundary") << purpose + whole + end << QByteArray("multipart/form-data")
                                 << u"400 invalid_content_type"_s;
    QTest::newRow("cut") << purpose + whole << form << u"400 invalid_multipart"_s;
    QTest::newRow("no purpose") << whole + end << form
                                << u"400 missing_required_parameter purpose"_s;
    QTest::newRow("other purpose")
        << field("purpose", "fine-tune") + whole + end << form << u"400 invalid_value purpose"_s;
    QTest::newRow("no file") << purpose + end << form << u"400 missing_required_parameter file"_s;
    QTest::newRow("file first") << whole + purpose + end << form << u"400 invalid_value file"_s;
    QTest::newRow("two files") << purpose + whole + whole + end << form
                               << u"400 invalid_value file"_s;
    QTest::newRow("other suffix") << purpose + file("file", "a.json") + end << form
                                  << u"400 invalid_value file"_s;
    QTest::newRow("other field") << purpose + file("data", "a.jsonl") + end << form
                                 << u"400 invalid_value file"_s;
    QTest::newRow("unknown field")
        << purpose + field("x", "1") + whole + end << form << u"400 unknown_parameter x"_s;
    QTest::newRow("short expiry") << purpose + field("expires_after[seconds]", "60") + whole + end
                                  << form << u"400 invalid_value expires_after"_s;
}

void TestFilesApi::wrongUploads()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    m_fixture.start({});
    PracticeClient files = m_fixture.client(u"files"_s);
    QTEST(codeOf(files.call("POST", u"/v1/files"_s, body, {{"Content-Type", type}})), "answer");
}

void TestFilesApi::wrongCreates_data()
{
    QTest::addColumn<QByteArray>("change"); ///< JSON laid over a right create; null takes out
    QTest::addColumn<QString>("answer");
    QTest::newRow("right") << QByteArray("{}") << u"200"_s;
    QTest::newRow("no window") << QByteArray(R"({"completion_window":null})")
                               << u"400 missing_required_parameter completion_window"_s;
    QTest::newRow("other window") << QByteArray(R"({"completion_window":"1h"})")
                                  << u"400 invalid_value completion_window"_s;
    QTest::newRow("no file") << QByteArray(R"({"input_file_id":null})")
                             << u"400 missing_required_parameter input_file_id"_s;
    QTest::newRow("unknown file") << QByteArray(R"({"input_file_id":"file-none"})")
                                  << u"400 invalid_value input_file_id"_s;
    QTest::newRow("file is a number")
        << QByteArray(R"({"input_file_id":7})") << u"400 invalid_type input_file_id"_s;
    QTest::newRow("unknown endpoint")
        << QByteArray(R"({"endpoint":"/v1/dances"})") << u"400 invalid_value endpoint"_s;
    QTest::newRow("unknown key") << QByteArray(R"({"x":1})") << u"400 unknown_parameter x"_s;
    QTest::newRow("metadata is a list")
        << QByteArray(R"({"metadata":[1]})") << u"400 invalid_type metadata"_s;
    QTest::newRow("metadata of a number")
        << QByteArray(R"({"metadata":{"a":1}})") << u"400 invalid_type metadata.a"_s;
    QTest::newRow("long value") << R"({"metadata":{"a":")" + QByteArray(513, 'v') + "\"}}"
                                << u"400 string_above_max_length metadata.a"_s;
    QTest::newRow("long key") << R"({"metadata":{")" + QByteArray(65, 'k') + "\":\"\"}}"
                              << u"400 string_above_max_length metadata."_s + QString(65, u'k');
    QByteArray pairs;
    for (int i = 0; i < 17; ++i)
        pairs += (i == 0 ? "\"k" : ",\"k") + QByteArray::number(i) + "\":\"v\"";
    QTest::newRow("17 pairs") << R"({"metadata":{)" + pairs + "}}"
                              << u"400 object_above_max_properties metadata"_s;
    QTest::newRow("expiry") << QByteArray(
        R"({"output_expires_after":{"anchor":"created_at","seconds":3600}})")
                            << u"200"_s;
    QTest::newRow("wrong expiry") << QByteArray(
        R"({"output_expires_after":{"anchor":"x","seconds":3600}})")
                                  << u"400 invalid_value output_expires_after"_s;
}

void TestFilesApi::wrongCreates()
{
    QFETCH(QByteArray, change);
    m_fixture.start({.life = longLife});
    PracticeClient files = m_fixture.client(u"files"_s);
    QJsonObject body{{u"input_file_id"_s, files.upload(chatLines(1)).json()["id"_L1]},
                     {u"endpoint"_s, u"/v1/chat/completions"_s},
                     {u"completion_window"_s, u"24h"_s}};
    const QJsonObject laidOver = QJsonDocument::fromJson(change).object();
    for (auto one = laidOver.begin(); one != laidOver.end(); ++one) {
        if (one.value().isNull())
            body.remove(one.key());
        else
            body.insert(one.key(), one.value());
    }
    QTEST(codeOf(files.post(u"/v1/batches"_s, body)), "answer");
    const PracticeClient::Answer asText = files.call(
        "POST", u"/v1/batches"_s, QJsonDocument(body).toJson(), {{"Content-Type", "text/plain"}});
    QCOMPARE(codeOf(asText), u"400 invalid_content_type"_s);
    const PracticeClient::Answer broken
        = files.call("POST", u"/v1/batches"_s, "{", {{"Content-Type", "application/json"}});
    QCOMPARE(codeOf(broken), u"400 invalid_json"_s);
}

void TestFilesApi::wrongLinesFailTheBatch_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("faults"); ///< code:line:param each
    const QByteArray good = chatLines(1);
    QTest::newRow("not JSON") << good + "{x\n" << u"invalid_json_line:2:"_s;
    QTest::newRow("blank line") << good + "\n" << u"invalid_json_line:2:"_s;
    QTest::newRow("duplicate") << good + good << u"duplicate_custom_id:2:custom_id"_s;
    QTest::newRow("several")
        << "[]\n" + good + "\n" + good
        << u"invalid_json_line:1: invalid_json_line:3: duplicate_custom_id:4:custom_id"_s;
    QTest::newRow("other url") << QByteArray(
        R"({"custom_id":"a","method":"POST","url":"/v1/embeddings","body":{"model":"m"}})")
                               << u"url_mismatch:1:url"_s;
    QTest::newRow("other model") << good
            + R"({"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"n"}})"
              "\n" << u"model_mismatch:2:body.model"_s;
    QTest::newRow("no batch for the model") << QByteArray(
        R"({"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"no-batch/m"}})")
                                            << u"model_not_found:1:body.model"_s;
    QTest::newRow("no method") << QByteArray(
        R"({"custom_id":"a","url":"/v1/chat/completions","body":{"model":"m"}})")
                               << u"missing_required_parameter:1:method"_s;
    QTest::newRow("empty") << QByteArray() << u"empty_file:0:"_s;
}

void TestFilesApi::wrongLinesFailTheBatch()
{
    QFETCH(QByteArray, lines);
    m_fixture.start({.life = std::chrono::milliseconds(50)});
    PracticeClient files = m_fixture.client(u"files"_s);
    const QString id = files.submitFile(lines);
    QVERIFY(!id.isEmpty());
    QTRY_COMPARE(files.status(id), u"failed"_s);
    const QJsonObject batch = files.batch(id);
    QStringList faults;
    for (const QJsonValue fault : batch["errors"_L1]["data"_L1].toArray())
        faults.append(u"%1:%2:%3"_s.arg(fault["code"_L1].toString())
                          .arg(fault["line"_L1].toInt())
                          .arg(fault["param"_L1].toString()));
    QTEST(faults.join(u' '), "faults");
    QCOMPARE(batch["request_counts"_L1]["total"_L1].toInt(), 0);
    QVERIFY(!batch["failed_at"_L1].isNull());
    QVERIFY(batch["output_file_id"_L1].isNull());
}

void TestFilesApi::filesFromUploadToResults()
{
    m_fixture.start({.life = std::chrono::milliseconds(1500), .failShare = 0.2});
    PracticeClient files = m_fixture.client(u"files"_s);
    const QByteArray lines = chatLines(50);
    const PracticeClient::Answer uploaded = files.upload(lines, "job 7.jsonl");
    QCOMPARE(uploaded.status, 200);
    QCOMPARE(uploaded.json()["bytes"_L1].toInteger(), lines.size());
    QCOMPARE(uploaded.json()["filename"_L1].toString(), u"job 7.jsonl"_s);
    QCOMPARE(uploaded.json()["purpose"_L1].toString(), u"batch"_s);
    QVERIFY(uploaded.json()["expires_at"_L1].toInteger()
            > uploaded.json()["created_at"_L1].toInteger());

    const QJsonObject metadata{{u"batchdesk_intent"_s, u"42"_s}};
    const QJsonObject created = files
                                    .post(u"/v1/batches"_s,
                                          {{u"input_file_id"_s, uploaded.json()["id"_L1]},
                                           {u"endpoint"_s, u"/v1/chat/completions"_s},
                                           {u"completion_window"_s, u"24h"_s},
                                           {u"metadata"_s, metadata}})
                                    .json();
    QCOMPARE(created["status"_L1].toString(), u"validating"_s);
    QCOMPARE(created["metadata"_L1].toObject(), metadata);
    QVERIFY(created["output_file_id"_L1].isNull());
    const QString id = created["id"_L1].toString();

    QStringList seen;
    QJsonObject batch;
    qint64 done = 0;
    QTRY_VERIFY(([&] {
        batch = files.batch(id);
        const QString status = batch["status"_L1].toString();
        if (seen.isEmpty() || seen.last() != status)
            seen.append(status);
        const QJsonValue counts = batch["request_counts"_L1];
        const qint64 now = counts["completed"_L1].toInteger() + counts["failed"_L1].toInteger();
        if (now < done)
            return false;
        done = now;
        return status == "completed"_L1;
    }()));
    QCOMPARE(seen.first(), u"validating"_s);
    QVERIFY2(seen.contains(u"in_progress"_s), qPrintable(seen.join(u' ')));
    QCOMPARE(batch["request_counts"_L1].toObject(),
             (QJsonObject{{u"total"_s, 50}, {u"completed"_s, 40}, {u"failed"_s, 10}}));
    QCOMPARE(batch["model"_L1].toString(), u"m"_s);
    QVERIFY(batch["errors"_L1].isNull());

    const QList<QJsonObject> output = files.lines(batch["output_file_id"_L1].toString());
    const QList<QJsonObject> errors = files.lines(batch["error_file_id"_L1].toString());
    QCOMPARE(output.size(), 40);
    QCOMPARE(errors.size(), 10);
    QCOMPARE((idsOf(output) + idsOf(errors)).size(), 50);
    qint64 tokens = 0;
    for (const QJsonObject &line : output) {
        QCOMPARE(line["response"_L1]["status_code"_L1].toInt(), 200);
        QVERIFY(line["error"_L1].isNull());
        QVERIFY(!line["response"_L1]["request_id"_L1].toString().isEmpty());
        tokens += line["response"_L1]["body"_L1]["usage"_L1]["total_tokens"_L1].toInteger();
    }
    QCOMPARE(batch["usage"_L1]["total_tokens"_L1].toInteger(), tokens);
    for (const QJsonObject &line : errors) {
        QVERIFY(line["response"_L1]["status_code"_L1].toInt() >= 400);
        QVERIFY(!line["response"_L1]["body"_L1]["error"_L1]["message"_L1].toString().isEmpty());
        QVERIFY(line["error"_L1].isNull());
    }
}

void TestFilesApi::filesCanBeListedReadAndDeleted()
{
    m_fixture.start({});
    PracticeClient files = m_fixture.client(u"files"_s);
    const QJsonObject first = files.upload("{}\n").json();
    const QJsonObject second = files.upload("[]\n").json();
    const QJsonArray listed = files.get(u"/v1/files"_s).json()["data"_L1].toArray();
    QCOMPARE(listed, (QJsonArray{second, first}));
    const QString path = "/v1/files/"_L1 + first["id"_L1].toString();
    QCOMPARE(files.get(path).json(), first);
    QCOMPARE(files.get(path + "/content"_L1).body, QByteArray("{}\n"));
    QCOMPARE(files.call("DELETE", path).json()["deleted"_L1].toBool(), true);
    QCOMPARE(files.get(path).status, 404);
    QCOMPARE(files.get(path + "/content"_L1).status, 404);
    QCOMPARE(files.call("DELETE", path).status, 404);
}

void TestFilesApi::deletedInputDoesNotHurtItsBatch()
{
    m_fixture.start({.life = std::chrono::milliseconds(300)});
    PracticeClient files = m_fixture.client(u"files"_s);
    const QString id = files.submitFile(chatLines(5));
    QCOMPARE(files.call("DELETE", "/v1/files/"_L1 + files.batch(id)["input_file_id"_L1].toString())
                 .status,
             200);
    QTRY_COMPARE(files.status(id), u"completed"_s);
    QCOMPARE(files.lines(files.batch(id)["output_file_id"_L1].toString()).size(), 5);
}

void TestFilesApi::rangesOfAFile_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("where");
    QTest::newRow("none") << QByteArray() << 200 << QByteArray("0123456789") << QByteArray();
    QTest::newRow("first") << QByteArray("bytes=0-3") << 206 << QByteArray("0123")
                           << QByteArray("bytes 0-3/10");
    QTest::newRow("rest") << QByteArray("bytes=7-") << 206 << QByteArray("789")
                          << QByteArray("bytes 7-9/10");
    QTest::newRow("last") << QByteArray("bytes=-2") << 206 << QByteArray("89")
                          << QByteArray("bytes 8-9/10");
    QTest::newRow("more than there is")
        << QByteArray("bytes=8-99") << 206 << QByteArray("89") << QByteArray("bytes 8-9/10");
    QTest::newRow("behind the end")
        << QByteArray("bytes=10-") << 416 << QByteArray() << QByteArray("bytes */10");
    QTest::newRow("two ranges") << QByteArray("bytes=0-1,3-4") << 200 << QByteArray("0123456789")
                                << QByteArray();
    QTest::newRow("other unit") << QByteArray("rows=0-1") << 200 << QByteArray("0123456789")
                                << QByteArray();
    QTest::newRow("backwards") << QByteArray("bytes=3-1") << 200 << QByteArray("0123456789")
                               << QByteArray();
}

void TestFilesApi::rangesOfAFile()
{
    QFETCH(QByteArray, range);
    m_fixture.start({});
    PracticeClient files = m_fixture.client(u"files"_s);
    const QString path
        = u"/v1/files/%1/content"_s.arg(files.upload("0123456789").json()["id"_L1].toString());
    const PracticeClient::Answer whole = files.get(path);
    const PracticeClient::Answer answer = files.get(path, {{"Range", range}});
    QTEST(answer.status, "status");
    QTEST(answer.body, "body");
    QTEST(answer.header("Content-Range"), "where");
    const PracticeClient::Answer same
        = files.get(path, {{"Range", range}, {"If-Range", whole.header("ETag")}});
    QCOMPARE(same.status, answer.status);
    const PracticeClient::Answer changed
        = files.get(path, {{"Range", range}, {"If-Range", "\"other\""}});
    QCOMPARE(changed.body, whole.body);
}

QTEST_GUILESS_MAIN(TestFilesApi)
#include "tst_filesapi.moc"
