// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/blockscan.h"

#include "jsonl/testfiles.h"

#include <QRandomGenerator>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

/// A line in words, so that lists of them can be compared.
QByteArray told(const ScannedLine &line, qint64 physical)
{
    QByteArray text = QByteArray::number(physical) + '@' + QByteArray::number(line.start);
    if (line.hasCr)
        text += 'r';
    if (line.isBlank)
        text += 'b';
    if (line.isOverlong)
        text += 'o';
    return text + ':' + QByteArray(line.line.bytes.data(), qsizetype(line.line.bytes.size()));
}

/// What all workers put together.
struct Gathered {
    QByteArrayList lines;
    QByteArray bytes;
    qint64 failAt = -1; ///< the merge, counted from 0, that fails
    qint64 merges = 0;
};

class Gatherer final : public BlockWorker {
public:
    explicit Gatherer(Gathered &all) : m_all(all) {}
    void begin() override { m_lines.clear(); }
    void take(const ScannedLine &line) override
    {
        // Padding behind each line may be read.
        for (std::size_t i = 0; i < linePadding && !line.isOverlong; ++i)
            m_sum = m_sum + line.line.bytes.data()[line.line.bytes.size() + i];
        m_lines.append({line.physical, told(line, 0)});
    }
    Result<> merge(std::string_view bytes, qint64 linesBefore) override
    {
        if (m_all.merges++ == m_all.failAt)
            return Failure(Error{.kind = ErrorKind::BadInput, .message = u"no"_s});
        m_all.bytes.append(bytes.data(), qsizetype(bytes.size()));
        for (const auto &[physical, text] : m_lines)
            m_all.lines.append(QByteArray::number(physical + linesBefore) + text.mid(1));
        return {};
    }

private:
    Gathered &m_all;
    QList<std::pair<qint64, QByteArray>> m_lines;
    volatile int m_sum = 0;
};

Result<> scan(const QString &path, const Pass &pass, int workers, Gathered &all)
{
    Result<InputFile> file = InputFile::open(path);
    if (!file)
        return Failure(file.error());
    std::vector<std::unique_ptr<BlockWorker>> list;
    for (int i = 0; i < workers; ++i)
        list.push_back(std::make_unique<Gatherer>(all));
    return scanBlocks(*file, pass, list);
}

QByteArrayList inOneGo(const QString &path)
{
    const Pass pass;
    LineScanner scanner(*InputFile::open(path), pass);
    QByteArrayList lines;
    ScannedLine line;
    while (*scanner.fill())
        while (scanner.next(line))
            lines.append(told(line, line.physical));
    return lines;
}

} // namespace

class TestBlockScan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheLinesOfTheScanner_data();
    void findsTheLinesOfTheScanner();
    void anyFileAnyBlockAnyWorkers();
    void overlongLinesArePassedOver();
    void theFirstErrorEndsIt();
    void cancelEndsIt();
    void progressGoesUpToTheSize();
    void aFileThatGrowsIsSaid();
};

void TestBlockScan::findsTheLinesOfTheScanner_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("mark alone") << "\xEF\xBB\xBF"_ba;
    QTest::newRow("mark and end") << "\xEF\xBB\xBF\n"_ba;
    QTest::newRow("part of a mark") << "\xEF\xBB"_ba;
    QTest::newRow("mark and lines") << "\xEF\xBB\xBF"
                                       "a\nb"_ba;
    QTest::newRow("one line") << "abc"_ba;
    QTest::newRow("one line that ends") << "abc\n"_ba;
    QTest::newRow("ends alone") << "\n\n\n"_ba;
    QTest::newRow("CR") << "a\r\n\r\nb\r"_ba;
    QTest::newRow("blanks") << " \n\t\nx\n \t"_ba;
    QTest::newRow("NUL") << "a\0b\nc"_ba;
}

void TestBlockScan::findsTheLinesOfTheScanner()
{
    QFETCH(QByteArray, bytes);
    const TestFiles files;
    const QString path = files.write(u"input"_s, bytes);
    for (qint64 block = 1; block < 9; ++block) {
        for (int workers = 1; workers < 4; ++workers) {
            Gathered all;
            QVERIFY(scan(path, Pass{.blockBytes = block}, workers, all));
            QCOMPARE(all.lines, inOneGo(path));
            QCOMPARE(all.bytes, bytes);
        }
    }
}

void TestBlockScan::anyFileAnyBlockAnyWorkers()
{
    QRandomGenerator random(11);
    const TestFiles files;
    for (int round = 0; round < 150; ++round) {
        QByteArray bytes = random.bounded(4) == 0 ? "\xEF\xBB\xBF"_ba : QByteArray();
        for (int lines = random.bounded(40); lines > 0; --lines) {
            // Some of them longer than what is read beyond a block in one go.
            const int size = random.bounded(30) == 0 ? 70'000 : random.bounded(60);
            bytes += QByteArray(random.bounded(size + 1), "ab \r"[random.bounded(4)]) + '\n';
        }
        if (random.bounded(2) == 0)
            bytes.chop(1);
        const QString path = files.write(u"input"_s, bytes);
        const qint64 block
            = bytes.size() > 5000 ? 1000 + random.bounded(30'000) : 1 + random.bounded(200);
        Gathered all;
        QVERIFY(scan(path, Pass{.blockBytes = block}, 1 + random.bounded(4), all));
        QCOMPARE(all.lines, inOneGo(path));
        QCOMPARE(all.bytes, bytes);
    }
}

void TestBlockScan::overlongLinesArePassedOver()
{
    const TestFiles files;
    const QString path = files.write(
        u"input"_s, "a\n" + QByteArray(100'000, 'x') + "\nb\n" + QByteArray(20, 'y') + "\nc");
    for (const qint64 block : {qint64(7), qint64(1000), qint64(2) << 20}) {
        Gathered all;
        QVERIFY(scan(path, Pass{.blockBytes = block, .maxLineBytes = 19}, 3, all));
        QCOMPARE(all.lines,
                 (QByteArrayList{"1@0:a", "2@2o:", "3@100003:b", "4@100005o:", "5@100026:c"}));
    }
}

void TestBlockScan::theFirstErrorEndsIt()
{
    const TestFiles files;
    const QString path = files.write(u"input"_s, QByteArray("line\n").repeated(1000));
    Gathered all{.failAt = 3};
    const Result<> done = scan(path, Pass{.blockBytes = 50}, 3, all);
    QVERIFY(!done);
    QCOMPARE(done.error().message, u"no"_s);
    QCOMPARE(all.lines.size(), 30); // what came before is whole, and nothing came behind
}

void TestBlockScan::cancelEndsIt()
{
    const TestFiles files;
    const QString path = files.write(u"input"_s, QByteArray("line\n").repeated(1000));
    std::atomic<int> asked = 0;
    Pass pass{.blockBytes = 50};
    pass.isCancelled = [&asked] { return ++asked > 5; };
    Gathered all;
    const Result<> done = scan(path, pass, 2, all);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    QVERIFY(all.lines.size() < 1000);
}

void TestBlockScan::progressGoesUpToTheSize()
{
    const TestFiles files;
    const QString path = files.write(u"input"_s, QByteArray("line\n").repeated(1000));
    QList<qint64> told;
    Pass pass{.blockBytes = 999};
    pass.progressed = [&told](qint64 done, qint64 total) {
        QCOMPARE(total, 5000);
        told.append(done);
    };
    Gathered all;
    QVERIFY(scan(path, pass, 4, all));
    QCOMPARE(told, (QList<qint64>{999, 1998, 2997, 3996, 4995, 5000}));
}

void TestBlockScan::aFileThatGrowsIsSaid()
{
    const TestFiles files;
    const QString path = files.write(u"input"_s, QByteArray("line\n").repeated(1000));
    Pass pass{.blockBytes = 999};
    pass.progressed = [&path](qint64 done, qint64) {
        if (done != 1998)
            return;
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append) && file.write("more\n") == 5);
    };
    Gathered all;
    const Result<> done = scan(path, pass, 2, all);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::FileChanged);
}

QTEST_GUILESS_MAIN(TestBlockScan)
#include "tst_blockscan.moc"
