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
    void everyCutIsNoticed_data();
    void everyCutIsNoticed();
    void splitsWhileItArrives();
    void bigFilesStreamUp_data();
    void bigFilesStreamUp();
    void bigFilesStreamDown_data();
    void bigFilesStreamDown();
    void aMissingBodyFileIsSaid();
    void sinkTroubleEndsTheRequest();
    void manyAtOnceAllArrive();
    void transfersHoldUpNoShortCalls();

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

void TransfersTest::everyCutIsNoticed_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<bool>("split");
    QTest::addColumn<bool>("reset");
    const FaultReply lines = FaultReply::jsonl(QByteArray(R"({"custom_id":"q"})"
                                                          "\n")
                                                   .repeated(9));
    const FaultReply array
        = FaultReply::json(200,
                           R"({"id":"b","results":[)"
                               + QByteArray(R"({"custom_id":"q"},)").repeated(9) + R"({}],"n":1})");
    for (const bool reset : {false, true}) {
        const char *how = reset ? "reset" : "closed";
        QTest::addRow("file, length, %s", how) << lines << false << reset;
        QTest::addRow("array, length, %s", how) << array << true << reset;
        QTest::addRow("array, chunked, %s", how) << array.chunked(50) << true << reset;
        QTest::addRow("array, until close, %s", how) << array.untilClose() << true << reset;
    }
}

/// Cut anywhere, nothing of it is taken for whole. (The end of a chunked or close-framed file is
/// for those to check who know how much was to come: Qt says nothing there.)
void TransfersTest::everyCutIsNoticed()
{
    QFETCH(const FaultReply, reply);
    QFETCH(const bool, split);
    QFETCH(const bool, reset);
    FaultServer server;
    server.on("GET", "/*", [&reply, reset](const FaultRequest &request) {
        const FaultReply cut = reply.cutAt(request.path.sliced(1).toLongLong());
        return reset ? cut.thenReset() : cut;
    });
    QTemporaryDir dir;
    // The last bytes of the chunked framing carry nothing.
    const qsizetype whole
        = reply.bytes(false).size() - (reply.framing == FaultReply::Framing::Chunked ? 7 : 0);
    QList<QFuture<Result<HttpReply>>> futures;
    for (qsizetype cut = 0; cut < whole; ++cut) {
        const QString path = dir.filePath(QString::number(cut));
        std::unique_ptr<Sink> sink;
        if (split)
            sink = std::make_unique<SplitArraySink>(path, "results");
        else
            sink = std::make_unique<FileSink>(path);
        HttpRequest request = get(server.url(u"/%1"_s.arg(cut)));
        request.timeout = 1s;
        futures.append(send(request, std::move(sink)));
    }
    for (qsizetype cut = 0; cut < whole; ++cut) {
        const QString outcome = outcomeOf(futures.at(cut));
        // Qt says nothing at all of an end within the size of a chunk.
        QVERIFY2(outcome == "bad_reply"_L1 || outcome == "timeout"_L1,
                 qPrintable(u"%1: %2"_s.arg(cut).arg(outcome)));
    }
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList());
    const QString path = dir.filePath(u"whole"_s);
    std::unique_ptr<Sink> sink;
    if (split)
        sink = std::make_unique<SplitArraySink>(path, "results");
    else
        sink = std::make_unique<FileSink>(path);
    QVERIFY(outcomeOf(send(get(server.url(u"/1000000"_s)), std::move(sink))).startsWith("200 "_L1)
            || reset);
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

/// Ten files that do not come to an end, and a question all the same.
void TransfersTest::transfersHoldUpNoShortCalls()
{
    FaultServer server;
    server.on("GET", "/file", FaultReply::jsonl(QByteArray(1000, 'x')).cutBodyAt(10).thenStall());
    server.on("GET", "/short", FaultReply::json(200, batch));
    QTemporaryDir dir;
    QList<QFuture<Result<HttpReply>>> files;
    for (int i = 0; i < 10; ++i)
        files.append(send(get(server.url(u"/file"_s)),
                          std::make_unique<FileSink>(dir.filePath(QString::number(i)))));
    QVERIFY(QTest::qWaitFor([&] { return server.hits("GET /file") == 6; }));
    QCOMPARE(outcomeOf(send(get(server.url(u"/short"_s)))), u"200 "_s + QString::fromUtf8(batch));
    // Those that wait can be cancelled, and the next ones take the place of those that end.
    files[6].cancel();
    QVERIFY(QTest::qWaitFor([&] { return files.at(6).isFinished(); }));
    QCOMPARE(server.hits("GET /file"), 6);
    files[0].cancel();
    files[1].cancel();
    QVERIFY(QTest::qWaitFor([&] { return server.hits("GET /file") == 8; }));
    for (auto &file : files)
        file.cancel();
    for (const auto &file : std::as_const(files))
        QVERIFY(QTest::qWaitFor([&] { return file.isFinished(); }));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList());
    QCOMPARE_LE(server.hits("GET /file"), 9);
}

QTEST_GUILESS_MAIN(TransfersTest)

#include "tst_transfers.moc"
