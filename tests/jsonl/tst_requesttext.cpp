// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/requesttext.h"

#include "jobs/intake.h"
#include "jsonl/packed.h"
#include "jsonl/preflight.h"
#include "jsonl/repair.h"
#include "jsonl/testfiles.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// With a mark, a blank line, an id that repeats in the next block, and a line that is no JSON.
QByteArray sample()
{
    QByteArray text = "\xEF\xBB\xBF"_ba;
    for (int i = 0; i < 3000; ++i)
        text += "{\"custom_id\":\"" + QByteArray::number(i % 2900)
            + "\",\"body\":{\"model\":\"m\",\"messages\":[]}}\n";
    return text + "\r\n{oops\n{\"custom_id\":\"last\",\"body\":{\"model\":\"m\"}}";
}

QString shown(const PreflightReport &report)
{
    QString lines;
    for (const qint64 start : report.index->starts())
        lines += QString::number(start) + u' ';
    return u"%1 %2 %3 %4 %5 %6\n%7\n%8"_s.arg(report.requests)
        .arg(report.bytes)
        .arg(report.blankLines)
        .arg(report.faultyLines)
        .arg(report.repeatedIds)
        .arg(QString::fromLatin1(report.sha256.toHex()), printed(report.findings), lines);
}

} // namespace

Q_DECLARE_METATYPE(Packing)

class TestRequestText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingIsThatOfTheText_data() { packings(); }
    void everythingIsThatOfTheText();
    void theLibraryGetsTheText_data() { packings(); }
    void theLibraryGetsTheText();
    void aCutFileLeavesNothingInTheLibrary_data() { packings(); }
    void aCutFileLeavesNothingInTheLibrary();
    void aMendedCopyIsPlain_data() { packings(); }
    void aMendedCopyIsPlain();
    void theFrontIsThatOfTheText_data() { packings(); }
    void theFrontIsThatOfTheText();
    void aFolderThatCannotBeIsSaid();
    void namesAreRead();

private:
    static void packings()
    {
        QTest::addColumn<Packing>("packing");
        QTest::newRow("none, whatever its name") << Packing::None;
        QTest::newRow("gzip") << Packing::Gzip;
        QTest::newRow("zstd") << Packing::Zstd;
    }
    QString written(Packing packing, const QByteArray &text = sample())
    {
        return m_files.write(u"in.jsonl.gz"_s, packed(text, packing));
    }
    TestFiles m_files;
    QThreadPool m_pool;
};

void TestRequestText::everythingIsThatOfTheText()
{
    QFETCH(Packing, packing);
    const QString path = written(packing);
    const QByteArray before = bytesOf(path);
    const QString cache = m_files.path(u"cache/of/ours"_s);
    QList<int> shares;
    Pass pass;
    pass.blockBytes = 4096;
    pass.progressed = [&](qint64 done, qint64 total) { shares.append(int(100 * done / total)); };
    const Result<PreflightReport> report = checkFile(path, {.cache = cache}, pass);
    QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
    const Result<PreflightReport> plain = checkFile(m_files.write(u"plain.jsonl"_s, sample()), {});
    QCOMPARE(shown(*report), shown(*plain));
    QCOMPARE(bytesOf(path), before);
    QVERIFY(std::ranges::is_sorted(shares));
    QCOMPARE(shares.last(), 100);
    if (packing == Packing::None)
        return;
    QCOMPARE(QDir(cache).entryList(QDir::Files | QDir::Hidden), QStringList());
    QCOMPARE(QFile::permissions(cache) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestRequestText::theLibraryGetsTheText()
{
    QFETCH(Packing, packing);
    QFuture<Result<TakenIn>> future
        = takeIn(m_pool, written(packing), m_files.path(u"library"_s), u"inputs/1.jsonl"_s, {});
    future.waitForFinished();
    const Result<TakenIn> taken = future.result();
    QVERIFY(taken);
    QCOMPARE(bytesOf(m_files.path(u"library/inputs/1.jsonl"_s)), sample());
    QCOMPARE(taken->report.bytes, sample().size());
    QCOMPARE(taken->report.sha256, QCryptographicHash::hash(sample(), QCryptographicHash::Sha256));
    QFile::remove(m_files.path(u"library/inputs/1.jsonl"_s));
}

void TestRequestText::aCutFileLeavesNothingInTheLibrary()
{
    QFETCH(Packing, packing);
    if (packing == Packing::None)
        return;
    const QByteArray whole = packed(sample(), packing);
    m_files.write(u"cut.jsonl"_s, whole.first(whole.size() - 1));
    QFuture<Result<TakenIn>> future = takeIn(m_pool, m_files.path(u"cut.jsonl"_s),
                                             m_files.path(u"library"_s), u"inputs/2.jsonl"_s, {});
    future.waitForFinished();
    QVERIFY(!future.result());
    QVERIFY(future.result().error().message.contains("cut.jsonl ends"_L1));
    QCOMPARE(QDir(m_files.path(u"library/inputs"_s))
                 .entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList());
}

void TestRequestText::aMendedCopyIsPlain()
{
    QFETCH(Packing, packing);
    const QString path = written(packing);
    const QByteArray before = bytesOf(path); // gzip writes down the time, too
    RepairOptions options{.target = m_files.path(u"mended.jsonl"_s),
                          .rules = {.cache = m_files.path(u"cache"_s)}};
    const Result<RepairReport> report = repairFile(path, options);
    QVERIFY(report);
    const QByteArray mended = bytesOf(options.target);
    options.target = m_files.path(u"expected.jsonl"_s);
    QVERIFY(repairFile(m_files.write(u"plain.jsonl"_s, sample()), options));
    QCOMPARE(mended, bytesOf(options.target));
    QCOMPARE(report->dropped, 1);
    QCOMPARE(bytesOf(path), before);
}

void TestRequestText::theFrontIsThatOfTheText()
{
    QFETCH(Packing, packing);
    const QByteArray text(3 << 20, '{');
    for (const qsizetype most : {1, 100, 4096, 100'000})
        QCOMPARE(frontOfText(written(packing, text), most).value(), text.first(most));
    QCOMPARE(frontOfText(written(packing, "{}"_ba), 4096).value(), "{}"_ba);
    QCOMPARE(frontOfText(written(packing, {}), 4096).value(), QByteArray());
}

void TestRequestText::aFolderThatCannotBeIsSaid()
{
    const QString path = written(Packing::Gzip);
    const Result<InputFile> text = openText(path, path + u"/below-a-file"_s, {});
    QVERIFY(!text);
    QCOMPARE(text.error().kind, ErrorKind::Disk);
}

void TestRequestText::namesAreRead()
{
    QCOMPARE(titleOf(u"/a/my.tasks.jsonl.gz"_s), u"my.tasks"_s);
    QCOMPARE(titleOf(u"/a/my.tasks.jsonl.ZST"_s), u"my.tasks"_s);
    QCOMPARE(titleOf(u"/a/my.tasks.jsonl"_s), u"my.tasks"_s);
    QVERIFY(isNamedAsRequests(u"a.jsonl"_s) && isNamedAsRequests(u"/x/a.NDJSON.gz"_s)
            && isNamedAsRequests(u"a.jsonl.zst"_s));
    QVERIFY(!isNamedAsRequests(u"a.gz"_s) && !isNamedAsRequests(u"a.csv.gz"_s)
            && !isNamedAsRequests(u"a.jsonl.xz"_s));
}

QTEST_GUILESS_MAIN(TestRequestText)
#include "tst_requesttext.moc"
