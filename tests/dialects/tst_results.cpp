// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casefile.h"
#include "support/files.h"
#include "support/jsoncompare.h"
#include "support/sharedfile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString folder = QStringLiteral(SOURCE_DIR "/tests/dialects/data/results/");

QList<QByteArray> linesOf(const QString &path)
{
    QList<QByteArray> lines = bytesOf(path).split('\n');
    lines.removeLast(); // behind the last line end
    return lines;
}

ResultLine read(const QByteArray &line)
{
    const PaddedBuffer buffer(line);
    return filesDialect.readResult(buffer.line());
}

} // namespace

/// What results are read as, for all dialects that share the reader.
class TestResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samples_data();
    void samples();
    void bodiesAreTheExactBytes();
    void hugeAnswersAreRead();
    void realFiles_data();
    void realFiles();
};

void TestResults::samples_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(folder).entryList({u"*.in.jsonl"_s}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QTest::newRow(qPrintable(file.chopped(9))) << file.chopped(9);
}

void TestResults::samples()
{
    QFETCH(const QString, name);
    QJsonArray all;
    for (const QByteArray &line : linesOf(folder + name + ".in.jsonl"_L1))
        all.append(toJson(read(line)));
    COMPARE_JSON(QJsonDocument(all), folder + name + ".out.json"_L1);
}

void TestResults::bodiesAreTheExactBytes()
{
    const QByteArray body
        = "{ \"z\":1.0 ,\"a\":123456789012345678901234567890,\"e\":\"\\u00e9\\/\", \"f\": 1e999 }";
    const ResultLine line
        = read("{\"custom_id\":\"a\",\"response\":{\"body\": " + body + " ,\"status_code\":200}}");
    QCOMPARE(line.body, body);
    QCOMPARE(line.outcome, Outcome::Answered);
}

void TestResults::hugeAnswersAreRead()
{
    const QByteArray words(5'000'000, 'w');
    const ResultLine line = read(
        R"({"custom_id":"a","response":{"status_code":200,"body":{"choices":[{"message":{"content":")"
        + words + R"("},"finish_reason":"stop"}]}}})");
    QCOMPARE(line.outcome, Outcome::Answered);
    QCOMPARE(line.content.size(), words.size());
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QCOMPARE(read("{\"custom_id\":\"a\",\"response\":{\"status_code\":200,\"body\":{\"x\":" + deep
                  + "}}}")
                 .outcome,
             Outcome::Answered);
    QCOMPARE(read("{\"custom_id\":\"a\",\"response\":" + deep + "}").outcome, Outcome::Answered);
}

void TestResults::realFiles_data()
{
    QTest::addColumn<int>("answered");
    QTest::addColumn<int>("failed");
    QTest::newRow("groq-out.jsonl") << -1 << 0;
    QTest::newRow("reasoning-out.jsonl") << -1 << 0;
    QTest::newRow("openai-errors-403.jsonl") << 0 << -1;
    QTest::newRow("openai-chat-out-mixed-errors.jsonl") << -1 << -1;
}

/// Real files of providers: every line is read as something sensible. -1 stands for "some".
void TestResults::realFiles()
{
    const QString path = sharedFile("data/"_L1 + QString::fromLatin1(QTest::currentDataTag()));
    if (path.isEmpty())
        QSKIP("the shared data are not here");
    QFETCH(const int, answered);
    QFETCH(const int, failed);
    int answers = 0;
    int failures = 0;
    for (const QByteArray &text : bytesOf(path).split('\n')) {
        if (text.trimmed().isEmpty())
            continue;
        const ResultLine line = read(text);
        QVERIFY(line.customId.has_value());
        QVERIFY(line.outcome != Outcome::Malformed && line.outcome != Outcome::Pending);
        if (line.outcome == Outcome::Failed) {
            ++failures;
            QVERIFY(!line.errorMessage.isEmpty());
            QVERIFY(line.httpStatus >= 400 || !line.errorCode.isEmpty());
        } else {
            ++answers;
            QVERIFY(!line.content.isEmpty());
            QVERIFY(!line.model.isEmpty());
            QVERIFY(line.totalTokens.value_or(0) > 0);
            QVERIFY(line.body.startsWith('{') && text.contains(line.body));
        }
    }
    QCOMPARE(answers > 0, answered != 0);
    QCOMPARE(failures > 0, failed != 0);
}

QTEST_GUILESS_MAIN(TestResults)
#include "tst_results.moc"
