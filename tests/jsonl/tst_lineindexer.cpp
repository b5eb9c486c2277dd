// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/lineindexer.h"

#include "jsonl/testfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// "start/physical" of each line.
QString printed(const LineIndex &index)
{
    QStringList lines;
    for (qint64 i = 0; i < index.count(); ++i)
        lines.append(u"%1/%2"_s.arg(index.start({i}).value).arg(index.physicalLine({i})));
    return lines.join(u' ');
}

} // namespace

class TestLineIndexer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesAreFoundAtEveryBlockSize_data();
    void linesAreFoundAtEveryBlockSize();
    void rowsAndPhysicalLinesAnswerEachOther();
    void overlongLineIsOneLine();
    void digestTellsFilesApart();
    void cancelledPassGivesNoIndex();
    void progressEndsAtTheSizeOfTheFile();

private:
    TestFiles m_files;
};

void TestLineIndexer::linesAreFoundAtEveryBlockSize_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("lines");
    QTest::addColumn<qint64>("blanks");
    QTest::newRow("empty") << QByteArray() << u""_s << 0LL;
    QTest::newRow("one") << "{}\n"_ba << u"0/1"_s << 0LL;
    QTest::newRow("no final newline") << "{}\n{}"_ba << u"0/1 3/2"_s << 0LL;
    QTest::newRow("crlf") << "{}\r\n{}\r\n"_ba << u"0/1 4/2"_s << 0LL;
    QTest::newRow("crlf, no final newline") << "{}\r\n{}\r"_ba << u"0/1 4/2"_s << 0LL;
    QTest::newRow("cr alone ends no line") << "{}\r{}\n"_ba << u"0/1"_s << 0LL;
    QTest::newRow("mark") << "\xEF\xBB\xBF{}\n{}\n"_ba << u"3/1 6/2"_s << 0LL;
    QTest::newRow("mark alone") << "\xEF\xBB\xBF"_ba << u""_s << 0LL;
    QTest::newRow("mark and blank line") << "\xEF\xBB\xBF\n{}"_ba << u"4/2"_s << 1LL;
    QTest::newRow("mark in the middle is text") << "{}\n\xEF\xBB\xBF{}\n"_ba << u"0/1 3/2"_s << 0LL;
    QTest::newRow("blank lines") << "\n{}\n\n \t\r\n{}\n\n"_ba << u"1/2 9/5"_s << 4LL;
    QTest::newRow("only blank lines") << "\n\r\n  \n"_ba << u""_s << 3LL;
    QTest::newRow("blank end without newline") << "{}\n  "_ba << u"0/1"_s << 1LL;
    QTest::newRow("U+2028 and U+0085 end no line")
        << "\"\xE2\x80\xA8\xC2\x85\"\n1\n"_ba << u"0/1 8/2"_s << 0LL;
    QTest::newRow("vertical tab is not blank") << "\v\n1"_ba << u"0/1 2/2"_s << 0LL;
    QTest::newRow("longer than a block") << QByteArray(1000, 'x') + "\ny\n"
                                         << u"0/1 1001/2"_s << 0LL;
}

void TestLineIndexer::linesAreFoundAtEveryBlockSize()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_files.write(u"a.jsonl"_s, bytes);
    for (const qint64 block : {1, 2, 3, 4, 5, 7, 8, 64, 1001, 1002, 1 << 20}) {
        const auto index = buildLineIndex(path, Pass{.blockBytes = block});
        QVERIFY(index);
        QTEST(printed(**index), "lines");
        QTEST((*index)->blankLines(), "blanks");
        QCOMPARE((*index)->fileSize(), bytes.size());
    }
}

void TestLineIndexer::rowsAndPhysicalLinesAnswerEachOther()
{
    // Every pattern of eight lines, blank or not.
    for (int pattern = 0; pattern < 256; ++pattern) {
        QByteArray bytes;
        for (int i = 0; i < 8; ++i)
            bytes += (pattern >> i) & 1 ? "1\n" : "\n";
        const auto index = buildLineIndex(m_files.write(u"pattern"_s, bytes));
        QVERIFY(index);
        qint64 row = 0;
        for (int i = 0; i < 8; ++i) {
            const bool isLine = (pattern >> i) & 1;
            QCOMPARE((*index)->rowOfPhysicalLine(i + 1), isLine ? row : -1);
            if (isLine)
                QCOMPARE((*index)->physicalLine({row++}), i + 1);
        }
        QCOMPARE((*index)->count(), row);
        QCOMPARE((*index)->rowOfPhysicalLine(0), -1);
        QCOMPARE((*index)->rowOfPhysicalLine(9), -1);
    }
}

void TestLineIndexer::overlongLineIsOneLine()
{
    const QByteArray bytes = "1\n" + QByteArray(5000, 'x') + "\n2\n" + QByteArray(5000, 'y');
    const QString path = m_files.write(u"long"_s, bytes);
    for (const qint64 block : {16, 100, 4096}) {
        const auto index = buildLineIndex(path, Pass{.blockBytes = block, .maxLineBytes = 300});
        QVERIFY(index);
        QCOMPARE(printed(**index), u"0/1 2/2 5003/3 5005/4"_s);
    }
}

void TestLineIndexer::digestTellsFilesApart()
{
    const QByteArray big(300'000, 'a');
    QSet<QByteArray> digests;
    QByteArray head = big;
    head[0] = 'b';
    QByteArray tail = big;
    tail.back() = 'b';
    for (const QByteArray &bytes : {QByteArray(), big, big + "a", head, tail}) {
        const auto index = buildLineIndex(m_files.write(u"digest"_s, bytes));
        QVERIFY(index);
        digests.insert((*index)->headTailDigest());
    }
    QCOMPARE(digests.size(), 5);
}

void TestLineIndexer::cancelledPassGivesNoIndex()
{
    const QString path = m_files.write(u"cancel"_s, QByteArray(1000, '\n'));
    int blocks = 0;
    const auto index = buildLineIndex(
        path, Pass{.blockBytes = 100, .isCancelled = [&blocks] { return ++blocks > 3; }});
    QVERIFY(!index);
    QCOMPARE(index.error().kind, ErrorKind::Cancelled);
    QCOMPARE(blocks, 4);
}

void TestLineIndexer::progressEndsAtTheSizeOfTheFile()
{
    const QString path = m_files.write(u"progress"_s, QByteArray(1000, 'x'));
    QList<qint64> told;
    const auto index = buildLineIndex(
        path, Pass{.blockBytes = 400, .progressed = [&told](qint64 done, qint64 total) {
                       told.append({done, total});
                   }});
    QVERIFY(index);
    QCOMPARE(told.last(), 1000);
    QVERIFY(std::ranges::is_sorted(QList{told[0], told[2], told[4]}));
    QVERIFY(told[0] < 1000);
}

QTEST_GUILESS_MAIN(TestLineIndexer)
#include "tst_lineindexer.moc"
