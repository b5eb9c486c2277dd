// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httptest.h"
#include "support/faultserver.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>

using namespace HttpTest;

class TransfersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void truncatedFilesNeverAppear_data();
    void truncatedFilesNeverAppear();
    void splitsWhileItArrives();
    void bigFilesStreamUp_data();
    void bigFilesStreamUp();
    void bigFilesStreamDown_data();
    void bigFilesStreamDown();
    void aMissingBodyFileIsSaid();
    void sinkTroubleEndsTheRequest();
    void manyAtOnceAllArrive();

private:
    QFuture<Result<HttpReply>> send(HttpRequest request, std::unique_ptr<Sink> sink = memory())
    {
        return m_client.send(std::move(request), SecretBytes(canary), std::move(sink));
    }

    QTemporaryDir m_dir;
    HttpClient m_client;
};

void TransfersTest::truncatedFilesNeverAppear_data()
{
    QTest::addColumn<FaultReply>("reply");
    const FaultReply good = FaultReply::jsonl(QByteArray("line of results\n").repeated(20'000));
    QTest::newRow("after the header") << good.cutBodyAt(0);
    QTest::newRow("one byte") << good.cutBodyAt(1);
    QTest::newRow("half") << good.cutBodyAt(160'000);
    QTest::newRow("half, reset") << good.cutBodyAt(160'000).thenReset();
    QTest::newRow("all but a line") << good.cutBodyAt(319'984);
    QTest::newRow("all but a byte") << good.cutBodyAt(319'999);
    QTest::newRow("stalls") << good.cutBodyAt(160'000).thenStall();
    QTest::newRow("refused") << FaultReply::json(403, batch);
    QTest::newRow("gone") << FaultReply::html(404, "<html>");
    QTest::newRow("compressed") << good.with("Content-Encoding", "gzip");
}

void TransfersTest::truncatedFilesNeverAppear()
{
    QFETCH(const FaultReply, reply);
    FaultServer server;
    server.on("GET", "/", reply);
    QTemporaryDir dir;
    HttpRequest request = get(server.url(u"/"_s));
    request.timeout = 500ms;
    const auto future = send(request, std::make_unique<FileSink>(dir.filePath(u"x"_s)));
    const QString outcome = outcomeOf(future);
    QVERIFY2(!outcome.startsWith(u'2'), qPrintable(outcome));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList());
    if (future.result())
        QVERIFY(future.result()->file.isEmpty());
}

void TransfersTest::splitsWhileItArrives()
{
    FaultServer server;
    QByteArray results;
    for (int i = 0; i < 2000; ++i)
        results += R"({"custom_id":"q-)" + QByteArray::number(i) + "\",\n\"text\":\""
            + QByteArray(i % 300, 'x') + "\"},";
    results.chop(1);
    const FaultReply good
        = FaultReply::json(200, R"({"id":"b","results":[)" + results + R"(],"n":2000})");
    server.on("GET", "/", good.chunked(777));
    const QString path = m_dir.filePath(u"split"_s);
    const auto future
        = send(get(server.url(u"/"_s)), std::make_unique<SplitArraySink>(path, "results"));
    QCOMPARE(outcomeOf(future), uR"(200 {"id":"b","results":[],"n":2000})"_s);
    QCOMPARE(future.result()->fileLines, 2000);
    QCOMPARE(future.result()->file, path);
    // Qt takes a chunked body without its end for whole (measured): the splitter does not.
    QFile::remove(path);
    server.on("GET", "/", good.chunked(777).cutBodyAt(100'000));
    QCOMPARE(
        outcomeOf(send(get(server.url(u"/"_s)), std::make_unique<SplitArraySink>(path, "results"))),
        u"bad_reply"_s);
    QVERIFY(!QFile::exists(path));
}

void TransfersTest::bigFilesStreamUp_data()
{
    QTest::addColumn<bool>("oneShot");
    QTest::newRow("repeatable") << false;
    QTest::newRow("one-shot") << true;
}

void TransfersTest::bigFilesStreamUp()
{
    QFETCH(const bool, oneShot);
    constexpr qint64 size = 48 * 1024 * 1024;
    const QString path = m_dir.filePath(u"upload"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int i = 0; i < size / 65536; ++i) {
        const QByteArray block(65536, static_cast<char>(i));
        file.write(block);
        hash.addData(block);
    }
    file.close();
    FaultServer server;
    server.on("POST", "/", FaultReply::json(200, batch));
    HttpRequest request = paid(server.url(u"/"_s));
    request.oneShot = oneShot;
    request.bodyFile = path;
    QList<qint64> seen;
    QElapsedTimer timer;
    timer.start();
    const auto future = m_client.send(request, {}, memory(), [&](qint64 sent, qint64 total) {
        QVERIFY(QThread::isMainThread());
        QCOMPARE(total, size);
        seen.append(sent);
    });
    QCOMPARE(outcomeOf(future), u"200 "_s + QString::fromUtf8(batch));
    QCOMPARE(server.hits(), 1);
    QVERIFY(QCryptographicHash::hash(server.requests().value(0).body, QCryptographicHash::Sha256)
            == hash.result());
    QVERIFY(!seen.isEmpty());
    QVERIFY(std::ranges::is_sorted(seen));
    QCOMPARE_LE(seen.size(), timer.elapsed() / 50 + 1);
    QVERIFY(QFile::remove(path)); // no handle is left on it
}

void TransfersTest::bigFilesStreamDown_data()
{
    QTest::addColumn<FaultReply>("reply");
    QByteArray lines;
    for (int i = 0; lines.size() < 32 * 1024 * 1024; ++i)
        lines += "line " + QByteArray::number(i) + QByteArray(i % 2000, 'x') + '\n';
    const FaultReply good = FaultReply::jsonl(lines);
    QTest::newRow("length") << good;
    QTest::newRow("chunked") << good.chunked(10'000);
    QTest::newRow("until close") << good.untilClose();
}

void TransfersTest::bigFilesStreamDown()
{
    QFETCH(const FaultReply, reply);
    FaultServer server;
    server.on("GET", "/", reply);
    const QString path = m_dir.filePath(u"download"_s);
    QList<std::pair<qint64, qint64>> seen;
    const auto future
        = m_client.send(get(server.url(u"/"_s)), {}, std::make_unique<FileSink>(path),
                        [&](qint64 bytes, qint64 total) { seen.append({bytes, total}); });
    QCOMPARE(outcomeOf(future), u"200 "_s);
    const HttpReply result = future.result().value();
    QCOMPARE(result.fileBytes, reply.body.size());
    QCOMPARE(result.fileLines, reply.body.count('\n'));
    QVERIFY(result.fileSha256 == QCryptographicHash::hash(reply.body, QCryptographicHash::Sha256));
    QCOMPARE(QFileInfo(path).size(), reply.body.size());
    QVERIFY(!seen.isEmpty());
    const auto [bytes, total] = seen.first();
    QCOMPARE_LT(bytes, reply.body.size());
    QCOMPARE(total, reply.framing == FaultReply::Framing::Length ? reply.body.size() : -1);
}

void TransfersTest::aMissingBodyFileIsSaid()
{
    FaultServer server;
    HttpRequest request = paid(server.url(u"/"_s));
    request.bodyFile = m_dir.filePath(u"gone"_s);
    for (const bool oneShot : {true, false}) {
        request.oneShot = oneShot;
        QCOMPARE(outcomeOf(send(request)), u"file_changed"_s);
    }
    QCOMPARE(server.connections(), 0);
}

void TransfersTest::sinkTroubleEndsTheRequest()
{
    FaultServer server;
    server.on("GET", "/", FaultReply::jsonl(QByteArray(1'000'000, 'x')));
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)),
                            std::make_unique<FileSink>(m_dir.filePath(u"no/folder/x"_s)))),
             u"disk"_s);
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)), std::make_unique<MemorySink>(1000))),
             u"bad_reply"_s);
}

void TransfersTest::manyAtOnceAllArrive()
{
    FaultServer server;
    server.on("GET", "/*", [](const FaultRequest &request) {
        return FaultReply::jsonl(request.path.repeated(5000));
    });
    QList<QFuture<Result<HttpReply>>> futures;
    for (int i = 0; i < 30; ++i)
        futures.append(send(get(server.url(u"/%1"_s.arg(i))),
                            std::make_unique<FileSink>(m_dir.filePath(QString::number(i)))));
    for (int i = 0; i < futures.size(); ++i) {
        QCOMPARE(outcomeOf(futures.at(i)), u"200 "_s);
        const QByteArray expected = QByteArray("/" + QByteArray::number(i)).repeated(5000);
        QCOMPARE(futures.at(i).result()->fileSha256,
                 QCryptographicHash::hash(expected, QCryptographicHash::Sha256));
    }
}

QTEST_GUILESS_MAIN(TransfersTest)

#include "tst_transfers.moc"
