// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file of results that is cut anywhere on its way is never taken for whole. Judged by all that a
// download goes through: the client and its sink, the check of the file, and the count of its lines
// against that of the provider. With BATCHDESK_EVERY_BYTE set, at every byte of all framings.
#include "net/httptest.h"
#include "support/faultserver.h"

#include "jobs/finishstep.h"
#include "net/resumingsink.h"
#include "results/resultindexer.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>

using namespace HttpTest;

namespace {

constexpr qsizetype bodySize = 64 * 1024;
constexpr qsizetype chunk = 1000;

/// Whole lines, exactly so many bytes.
QByteArray resultLines()
{
    QByteArray lines;
    for (int n = 0; lines.size() < bodySize; ++n) {
        const QByteArray start = R"({"id":"r","custom_id":"q-)" + QByteArray::number(n)
            + R"(","response":{"status_code":200,"body":{"choices":[{"message":{"content":")";
        const QByteArray end = "\"}}]}},\"error\":null}\n";
        const qsizetype least = start.size() + end.size();
        const qsizetype left = bodySize - lines.size() - least;
        const qsizetype usual = 20 + n % 400;
        // What would be left after this line has to be room for one more.
        const qsizetype fill = left - usual < least + 420 ? left : usual;
        lines += start + QByteArray(fill, 'x') + end;
    }
    return lines;
}

enum class Verdict { Refused, Whole, WithoutNewline, Cut };

} // namespace

class CutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_body = resultLines();
        QCOMPARE(m_body.size(), bodySize);
        const qint64 lines = m_body.count('\n');
        m_batch.requests = lines;
        m_batch.facts.state = BatchState::Completed;
    }

    void noCutIsTakenForWhole_data();
    void noCutIsTakenForWhole();
    void ofAnEndedBatchEither_data() { noCutIsTakenForWhole_data(); }
    void ofAnEndedBatchEither();

private:
    [[nodiscard]] FaultReply reply(FaultReply::Framing framing) const
    {
        const FaultReply lines = FaultReply::jsonl(m_body);
        switch (framing) {
        case FaultReply::Framing::Length: return lines;
        case FaultReply::Framing::Chunked: return lines.chunked(chunk);
        case FaultReply::Framing::UntilClose: return lines.untilClose();
        }
        Q_UNREACHABLE_RETURN(lines);
    }
    [[nodiscard]] Verdict judge(const Result<HttpReply> &reply, const Batch &batch);
    void cutAll(FaultReply::Framing framing, qsizetype step, const Batch &batch);

    // In memory where there is such a place: thousands of files are synced.
    QTemporaryDir m_dir{QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/batchdesk-cuts-XXXXXX"_s
                                                     : QDir::tempPath() + u"/cuts-XXXXXX"_s};
    QThreadPool m_pool;
    HttpClient m_client;
    QByteArray m_body;
    Batch m_batch;
};

void CutsTest::noCutIsTakenForWhole_data()
{
    QTest::addColumn<FaultReply::Framing>("framing");
    QTest::addColumn<qsizetype>("step");
    const bool all = qEnvironmentVariableIsSet("BATCHDESK_EVERY_BYTE");
    const qsizetype step = all ? 1 : 16;
    QTest::newRow("length") << FaultReply::Framing::Length << step;
    QTest::newRow("chunked") << FaultReply::Framing::Chunked << step;
    QTest::addRow("until close, every %d", int(all ? 1 : 64))
        << FaultReply::Framing::UntilClose << (all ? 1 : qsizetype(64));
}

/// What FetchStep and FinishStep make of it.
Verdict CutsTest::judge(const Result<HttpReply> &reply, const Batch &batch)
{
    if (!reply || !reply->isSuccess() || reply->file.isEmpty())
        return Verdict::Refused;
    const Result<FileCheck> check = checkResultFile(m_pool, reply->file).result();
    QFile file(reply->file);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    file.remove();
    if (!check || !check->lastLineWhole)
        return Verdict::Refused;
    Batch fetched = batch;
    fetched.resultFiles = {{.source = u"output"_s, .bytes = bytes.size(), .lines = check->lines}};
    if (isShort(fetched))
        return Verdict::Refused;
    if (bytes == m_body)
        return Verdict::Whole;
    return bytes == m_body.chopped(1) ? Verdict::WithoutNewline : Verdict::Cut;
}

void CutsTest::cutAll(FaultReply::Framing framing, qsizetype step, const Batch &batch)
{
    constexpr qsizetype atOnce = 64;
    const FaultReply good = reply(framing);
    const qsizetype size
        = good.bytes(false).size() - good.bytes(true).size(); // of the body as it is framed
    FaultServer server;
    server.on("GET", "/*", [&good](const FaultRequest &request) {
        return good.cutBodyAt(request.path.sliced(1).toLongLong());
    });
    QMap<Verdict, int> verdicts;
    QList<qsizetype> wrong;
    for (qsizetype first = 0; first < size; first += step * atOnce) {
        QList<std::pair<qsizetype, QFuture<Result<HttpReply>>>> futures;
        for (qsizetype cut = first; cut < std::min(size, first + step * atOnce); cut += step) {
            const QString path = m_dir.filePath(u"%1.jsonl"_s.arg(cut));
            futures.append({cut,
                            m_client.send(get(server.url(u"/%1"_s.arg(cut))), {},
                                          std::make_unique<ResumingSink>(path, "file"))});
        }
        for (const auto &[cut, future] : std::as_const(futures)) {
            QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }, 60'000));
            const Verdict verdict = judge(future.result(), batch);
            ++verdicts[verdict];
            if (verdict == Verdict::Cut)
                wrong.append(cut);
        }
    }
    const int cuts = int((size + step - 1) / step);
    qInfo("%d cuts: %d refused, %d taken that lack bytes, %d that lack the last newline only, %d "
          "cut behind the last byte",
          cuts, verdicts[Verdict::Refused], verdicts[Verdict::Cut],
          verdicts[Verdict::WithoutNewline], verdicts[Verdict::Whole]);
    QCOMPARE(wrong, QList<qsizetype>());
    QVERIFY(verdicts[Verdict::WithoutNewline] <= 3); // and its own framing
    QVERIFY(verdicts[Verdict::Whole] <= 7);
    QCOMPARE(verdicts[Verdict::Refused] + verdicts[Verdict::WithoutNewline]
                 + verdicts[Verdict::Whole],
             cuts);
    // The whole is taken, or all this would prove nothing.
    server.on("GET", "/whole", good);
    const auto whole = m_client.send(get(server.url(u"/whole"_s)), {},
                                     std::make_unique<ResumingSink>(m_dir.filePath(u"w"_s), "f"));
    QVERIFY(QTest::qWaitFor([&] { return whole.isFinished(); }, 60'000));
    QCOMPARE(judge(whole.result(), batch), Verdict::Whole);
    QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files), QStringList());
}

void CutsTest::noCutIsTakenForWhole()
{
    QFETCH(const FaultReply::Framing, framing);
    QFETCH(const qsizetype, step);
    cutAll(framing, step, m_batch);
}

/// A batch that expired or was cancelled may lack rows, but not those that were counted.
void CutsTest::ofAnEndedBatchEither()
{
    QFETCH(const FaultReply::Framing, framing);
    QFETCH(const qsizetype, step);
    if (framing == FaultReply::Framing::Length)
        return; // nothing there depends on the count
    Batch batch = m_batch;
    batch.facts.state = BatchState::Expired;
    batch.facts.counts
        = {.total = m_batch.requests + 50, .succeeded = m_batch.requests - 5, .failed = 5};
    batch.requests += 50;
    cutAll(framing, step == 1 ? 16 : 256, batch);
}

QTEST_GUILESS_MAIN(CutsTest)
#include "tst_cuts.moc"
