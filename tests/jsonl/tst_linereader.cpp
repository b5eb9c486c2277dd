// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/linereader.h"

#include "jsonl/lineindexer.h"
#include "jsonl/readbuffer.h"
#include "jsonl/testfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArrayList printed(const LineBlock &block)
{
    QByteArrayList lines;
    for (qsizetype i = 0; i < block.size(); ++i)
        lines.append(
            QByteArray(block[i].bytes.data(), static_cast<qsizetype>(block[i].bytes.size())));
    return lines;
}

} // namespace

class TestLineReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesComeWithoutWhatIsNotPartOfThem();
    void rangesEndWithTheFile_data();
    void rangesEndWithTheFile();
    void linesArePadded();
    void roomForNothingIsPaddedToo();
    void changedFileIsNoticedOnOpen_data();
    void changedFileIsNoticedOnOpen();
    void changeAfterOpenIsNoticed_data();
    void changeAfterOpenIsNoticed();
    void replacedFileIsReadAsItWas();

private:
    Result<LineReader> open(const QString &path) const
    {
        const auto index = buildLineIndex(path);
        return index ? LineReader::open(path, *index) : Result<LineReader>(Failure(index.error()));
    }
    TestFiles m_files;
};

void TestLineReader::roomForNothingIsPaddedToo()
{
    ReadBuffer buffer;
    for (const std::size_t size : {std::size_t(0), std::size_t(100), std::size_t(0)}) {
        const char *const bytes = buffer.room(size);
        QVERIFY(bytes);
        QCOMPARE(QByteArray(bytes + size, linePadding), QByteArray(linePadding, '\0'));
    }
}

void TestLineReader::linesComeWithoutWhatIsNotPartOfThem()
{
    const QString path = m_files.write(
        u"a"_s, "\xEF\xBB\xBF{\"a\":1}\r\n\r\n  \n{\"b\":\"\xE2\x80\xA8\"}\n\n[3]\r"_ba);
    const Result<LineReader> reader = open(path);
    QVERIFY(reader);
    const Result<LineBlock> block = reader->read({0}, 10);
    QVERIFY(block);
    QCOMPARE(printed(*block), QByteArrayList({"{\"a\":1}", "{\"b\":\"\xE2\x80\xA8\"}", "[3]"}));
}

void TestLineReader::rangesEndWithTheFile_data()
{
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("all") << 0LL << 4LL << QByteArrayList({"0", "1", "2", "3"});
    QTest::newRow("middle") << 1LL << 2LL << QByteArrayList({"1", "2"});
    QTest::newRow("last") << 3LL << 1LL << QByteArrayList({"3"});
    QTest::newRow("over the end") << 2LL << 100LL << QByteArrayList({"2", "3"});
    QTest::newRow("behind the end") << 4LL << 1LL << QByteArrayList();
    QTest::newRow("none") << 1LL << 0LL << QByteArrayList();
    QTest::newRow("huge count") << 1LL << std::numeric_limits<qint64>::max()
                                << QByteArrayList({"1", "2", "3"});
}

void TestLineReader::rangesEndWithTheFile()
{
    QFETCH(qint64, first);
    QFETCH(qint64, count);
    const Result<LineReader> reader = open(m_files.write(u"range"_s, "0\n1\n\n2\n3"));
    QVERIFY(reader);
    const Result<LineBlock> block = reader->read({first}, count);
    QVERIFY(block);
    QTEST(printed(*block), "lines");
}

void TestLineReader::linesArePadded()
{
    const Result<LineReader> reader = open(m_files.write(u"pad"_s, "\"x\""));
    QVERIFY(reader);
    const Result<LineBlock> block = reader->read({0}, 1);
    QVERIFY(block);
    const std::string_view bytes = (*block)[0].bytes;
    const QByteArray behind(bytes.data() + bytes.size(), static_cast<qsizetype>(linePadding));
    QCOMPARE(behind, QByteArray(static_cast<qsizetype>(linePadding), '\0'));
}

void TestLineReader::changedFileIsNoticedOnOpen_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::newRow("longer") << "1\n2\n3\n"_ba;
    QTest::newRow("shorter") << "1\n"_ba;
    QTest::newRow("as long") << "1\n3\n"_ba;
}

void TestLineReader::changedFileIsNoticedOnOpen()
{
    QFETCH(QByteArray, now);
    const QString path = m_files.write(u"changing"_s, "1\n2\n");
    const auto index = buildLineIndex(path);
    QVERIFY(index);
    QVERIFY(LineReader::open(path, *index));
    m_files.write(u"changing"_s, now);
    const Result<LineReader> reader = LineReader::open(path, *index);
    QVERIFY(!reader);
    QCOMPARE(reader.error().kind, ErrorKind::FileChanged);
    QVERIFY(QFile::remove(path));
    const Result<LineReader> gone = LineReader::open(path, *index);
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::FileChanged);
    QVERIFY(gone.error().message.contains(path));
}

void TestLineReader::changeAfterOpenIsNoticed_data()
{
    changedFileIsNoticedOnOpen_data();
}

void TestLineReader::changeAfterOpenIsNoticed()
{
    QFETCH(QByteArray, now);
    const QString path = m_files.write(u"open"_s, "1\n2\n");
    const Result<LineReader> reader = open(path);
    QVERIFY(reader);
    QVERIFY(reader->read({0}, 2));
    m_files.write(u"open"_s, now);
    // As long, and written within the clock's tick: the time of change is set apart by hand.
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1'000'000'000),
                             QFileDevice::FileModificationTime));
    const Result<LineBlock> block = reader->read({0}, 1);
    QVERIFY(!block);
    QCOMPARE(block.error().kind, ErrorKind::FileChanged);
}

void TestLineReader::replacedFileIsReadAsItWas()
{
    const QString path = m_files.write(u"replaced"_s, "1\n2\n");
    const Result<LineReader> reader = open(path);
    QVERIFY(reader);
    QVERIFY(QFile::remove(path));
    m_files.write(u"replaced"_s, "other\n");
    const Result<LineBlock> block = reader->read({0}, 2);
    QVERIFY(block);
    QCOMPARE(printed(*block), QByteArrayList({"1", "2"}));
}

QTEST_GUILESS_MAIN(TestLineReader)
#include "tst_linereader.moc"
