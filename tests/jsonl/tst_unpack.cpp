// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/unpack.h"

#include "jsonl/packed.h"
#include "jsonl/testfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr Packing all[] = {Packing::Gzip, Packing::Zstd};

/// Lines that do not pack into a few bytes, so that there are many places to cut at.
QByteArray manyLines(int count)
{
    QByteArray text;
    quint32 random = 1;
    for (int i = 0; i < count; ++i) {
        random = random * 1664525 + 1013904223;
        text += "{\"custom_id\":\"" + QByteArray::number(random, 36) + "\"}\n";
    }
    return text;
}

} // namespace

class TestUnpack : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void packingIsToldByTheFirstBytes_data();
    void packingIsToldByTheFirstBytes();
    void everyMemberIsRead_data();
    void everyMemberIsRead();
    void buffersThatAreFullLoseNothing();
    void aCutAnywhereIsSaid();
    void aChangedByteIsSaid();
    void badContentIsNamed_data();
    void badContentIsNamed();
    void moreThanRequestsWouldBeIsStopped();
    void aFullDiskIsSaidBeforeItIsFull();
    void whatWriteSaysEndsIt();
    void cancelEndsIt();
    void progressGoesUpToTheSize();
    void aFileThatGrowsIsSaid();

private:
    struct Outcome {
        QByteArray text;
        Result<> result;
        [[nodiscard]] QString message() const
        {
            return result ? QString() : result.error().message;
        }
    };
    /// free and the limits are those of `to`.
    Outcome unpacked(const QByteArray &bytes, Unpacking to = {}, const Pass &pass = {})
    {
        const Result<InputFile> file = InputFile::open(m_files.write(u"in.jsonl.gz"_s, bytes));
        const Packing packing = packingOf(*file).value();
        Outcome outcome;
        if (!to.write)
            to.write = [&outcome](std::string_view part) {
                outcome.text.append(part.data(), qsizetype(part.size()));
                return Result<>();
            };
        outcome.result = unpack(*file, packing, to, pass);
        return outcome;
    }
    static Pass blocksOf(qint64 bytes)
    {
        Pass pass;
        pass.blockBytes = bytes;
        return pass;
    }
    TestFiles m_files;
};

void TestUnpack::packingIsToldByTheFirstBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Packing>("packing");
    QTest::newRow("empty") << QByteArray() << Packing::None;
    QTest::newRow("text") << "{}\n"_ba << Packing::None;
    QTest::newRow("a single byte of gzip") << "\x1f"_ba << Packing::None;
    QTest::newRow("gzip") << packed("{}", Packing::Gzip) << Packing::Gzip;
    QTest::newRow("zstd") << packed("{}", Packing::Zstd) << Packing::Zstd;
    QTest::newRow("frame to be skipped") << skippedFrame() << Packing::Zstd;
}

void TestUnpack::packingIsToldByTheFirstBytes()
{
    QFETCH(QByteArray, bytes);
    const Result<InputFile> file = InputFile::open(m_files.write(u"any-name"_s, bytes));
    QTEST(packingOf(*file).value(), "packing");
}

void TestUnpack::everyMemberIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    const QByteArray a = manyLines(300);
    const QByteArray b = "{\"custom_id\":\"last\"}"_ba;
    for (const Packing packing : all) {
        const char *const name = packing == Packing::Gzip ? "gzip" : "zstd";
        const auto row = [name](const char *what) -> QTestData & {
            return QTest::addRow("%s %s", name, what);
        };
        row("one") << packed(a, packing) << a;
        row("two") << packed(a, packing) + packed(b, packing) << a + b;
        row("nothing in it") << packed({}, packing) << QByteArray();
        row("empty ones between") << packed({}, packing) + packed(a, packing) + packed({}, packing)
                + packed(b, packing) + packed({}, packing)
                                  << a + b;
    }
    const QByteArray frame = packed(a, Packing::Zstd);
    QTest::newRow("frames to be skipped")
        << skippedFrame() + frame + skippedFrame() + frame + skippedFrame() << a + a;
    QTest::newRow("checksum") << frameWithChecksum() << "{\"custom_id\":\"a\"}\n"_ba;
}

void TestUnpack::everyMemberIsRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    for (const qint64 block : {qint64(1), qint64(7), qint64(64), qint64(1000), Pass().blockBytes}) {
        const Outcome outcome = unpacked(bytes, {}, blocksOf(block));
        QVERIFY2(outcome.result, qPrintable(outcome.message()));
        QCOMPARE(outcome.text, text);
    }
}

void TestUnpack::buffersThatAreFullLoseNothing()
{
    // A byte of such a file is a thousand of its text: buffers are full at all places.
    for (const Packing packing : all) {
        for (const int more : {-1, 0, 1, 5000}) {
            const QByteArray text((4 << 20) + more, ' ');
            for (const qint64 block : {1, 3, 512, 1 << 20}) {
                const Outcome outcome = unpacked(packed(text, packing), {}, blocksOf(block));
                QVERIFY2(outcome.result, qPrintable(outcome.message()));
                QVERIFY(outcome.text == text);
            }
        }
    }
}

void TestUnpack::aCutAnywhereIsSaid()
{
    for (const Packing packing : all) {
        const QByteArray whole = packed(manyLines(2000), packing);
        QVERIFY(whole.size() > 10'000);
        for (qsizetype size = 4; size < whole.size();
             size += whole.size() - size <= 40 || size < 40 ? 1 : 64) {
            const Outcome outcome = unpacked(whole.first(size));
            QVERIFY2(!outcome.result, qPrintable(QString::number(size)));
            QCOMPARE(outcome.result.error().kind, ErrorKind::BadInput);
            QVERIFY2(outcome.message().contains("in.jsonl.gz ends in the middle"_L1),
                     qPrintable(outcome.message()));
        }
    }
}

void TestUnpack::aChangedByteIsSaid()
{
    // gzip's own header holds a time and a system that nothing hangs on.
    const QByteArray gzip = packed(manyLines(100), Packing::Gzip);
    for (const QByteArray &whole : {gzip, frameWithChecksum()}) {
        const QByteArray text = unpacked(whole).text;
        int said = 0;
        for (qsizetype at = 4; at < whole.size(); ++at) {
            QByteArray bytes = whole;
            bytes[at] = char(bytes[at] ^ 0x10);
            const Outcome outcome = unpacked(bytes);
            QVERIFY2(!outcome.result || outcome.text == text, qPrintable(QString::number(at)));
            said += outcome.result ? 0 : 1;
        }
        QVERIFY2(said >= whole.size() - 14, qPrintable(QString::number(said)));
    }
}

void TestUnpack::badContentIsNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QByteArray tar = QByteArray(257, 'x') + "ustar" + QByteArray(250, '\0') + "{}";
    // The beginning of what zstd --long=31 makes.
    QTest::newRow("a large window") << QByteArray::fromHex("28b52ffd04a80000") << u"zstd --long"_s;
    for (const Packing packing : all) {
        const char *const name = packing == Packing::Gzip ? "gzip" : "zstd";
        const QByteArray good = packed(manyLines(100), packing);
        QTest::addRow("%s and something behind it", name) << good + "garbage" << u"is damaged"_s;
        QTest::addRow("%s and zeros behind it", name)
            << good + QByteArray(512, '\0') << u"is damaged"_s;
        for (const Packing inner : all)
            QTest::addRow("%s of %d", name, int(inner))
                << packed(packed("{}", inner), packing) << u"packed more than once"_s;
        QTest::addRow("%s of a tar", name) << packed(tar, packing) << u"an archive of files"_s;
        QTest::addRow("%s of zeros", name)
            << packed(QByteArray(50 << 20, '\0'), packing) << u"binary data"_s;
    }
}

void TestUnpack::badContentIsNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const Outcome outcome = unpacked(bytes);
    QVERIFY(!outcome.result);
    QCOMPARE(outcome.result.error().kind, ErrorKind::BadInput);
    QVERIFY2(outcome.message().contains(words), qPrintable(outcome.message()));
    QVERIFY(outcome.message().contains("in.jsonl.gz"_L1));
    QVERIFY2(outcome.text.size() < (2 << 20), "most of it was unpacked first");
}

void TestUnpack::moreThanRequestsWouldBeIsStopped()
{
    const QByteArray bomb = packed(QByteArray(100 << 20, '\n'), Packing::Gzip);
    const Outcome outcome = unpacked(bomb, {.usualMost = 20 << 20});
    QVERIFY(!outcome.result);
    QCOMPARE(outcome.result.error().kind, ErrorKind::BadInput);
    QVERIFY2(outcome.message().contains("unpacks to more than 20"_L1),
             qPrintable(outcome.message()));
    QVERIFY(outcome.text.size() < (60 << 20));
    QVERIFY2(unpacked(bomb).result, "below 4 GiB any factor will do");
}

void TestUnpack::aFullDiskIsSaidBeforeItIsFull()
{
    qint64 free = 100 << 20;
    const Unpacking to{.write =
                           [&free](std::string_view part) {
                               free -= qint64(part.size());
                               return Result<>();
                           },
                       .free = [&free] { return free; }};
    const Outcome outcome = unpacked(packed(QByteArray(200 << 20, ' '), Packing::Zstd), to);
    QVERIFY(!outcome.result);
    QCOMPARE(outcome.result.error().kind, ErrorKind::Disk);
    QCOMPARE(outcome.result.error().code, u"no_space"_s);
    QVERIFY2(outcome.message().contains("does not fit on the disk"_L1),
             qPrintable(outcome.message()));
    QVERIFY(free > (40 << 20));
}

void TestUnpack::whatWriteSaysEndsIt()
{
    const Error said{.kind = ErrorKind::Disk, .message = u"said"_s};
    int calls = 0;
    const Unpacking to{.write = [&](std::string_view) -> Result<> {
        ++calls;
        return Failure(said);
    }};
    const Outcome outcome = unpacked(packed(QByteArray(10 << 20, ' '), Packing::Gzip), to);
    QCOMPARE(outcome.message(), u"said"_s);
    QCOMPARE(calls, 1);
}

void TestUnpack::cancelEndsIt()
{
    // The whole file is one block: it ends within.
    int asked = 0;
    Pass pass;
    pass.isCancelled = [&asked] { return ++asked > 5; };
    const Outcome outcome = unpacked(packed(QByteArray(100 << 20, ' '), Packing::Gzip), {}, pass);
    QVERIFY(!outcome.result);
    QCOMPARE(outcome.result.error().kind, ErrorKind::Cancelled);
    QVERIFY(outcome.text.size() < (10 << 20));
}

void TestUnpack::progressGoesUpToTheSize()
{
    const QByteArray bytes = packed(manyLines(500), Packing::Gzip);
    QList<qint64> told;
    Pass pass = blocksOf(1000);
    pass.progressed = [&](qint64 done, qint64 total) {
        QCOMPARE(total, bytes.size());
        told.append(done);
    };
    QVERIFY(unpacked(bytes, {}, pass).result);
    QVERIFY(told.size() > 2);
    QVERIFY(std::ranges::is_sorted(told));
    QCOMPARE(told.last(), bytes.size());
}

void TestUnpack::aFileThatGrowsIsSaid()
{
    // Half a file, and the rest comes while the first half is read.
    const QByteArray bytes = packed(manyLines(3000), Packing::Gzip);
    const QString path = m_files.write(u"growing.gz"_s, bytes.first(bytes.size() / 2));
    const Result<InputFile> file = InputFile::open(path);
    bool isWritten = false;
    const Unpacking to{.write = [&](std::string_view) {
        if (!std::exchange(isWritten, true))
            m_files.write(u"growing.gz"_s, bytes);
        return Result<>();
    }};
    const Result<> result = unpack(*file, Packing::Gzip, to, blocksOf(1000));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::FileChanged);
}

QTEST_GUILESS_MAIN(TestUnpack)
#include "tst_unpack.moc"
