// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/resultglance.h"

#include "core/resultline.h"
#include "dialects/dialect.h"
#include "dialects/scan.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray usual
    = R"({"id":"b","custom_id":"a-\u00e9","response":{"status_code":200,"request_id":"r1","body":{"id":"c","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"one \"two\"\n\u00fc","refusal":null},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7}}},"error":null})"_ba;

const QByteArray rawContent = R"(one \"two\"\n\u00fc)"_ba;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// Nothing where both readings say the same; else in what they differ.
QString difference(const ResultGlance &glance, const ResultLine &full)
{
    if (text(glance.customId) != full.customId)
        return u"custom_id"_s;
    if (glance.outcome != full.outcome)
        return u"outcome"_s;
    if (text(glance.content) != full.content)
        return u"content"_s;
    if (text(glance.model) != full.model || text(glance.finishReason) != full.finishReason
        || text(glance.requestId) != full.requestId)
        return u"texts"_s;
    if (glance.httpStatus != full.httpStatus || glance.inputTokens != full.inputTokens
        || glance.outputTokens != full.outputTokens || glance.totalTokens != full.totalTokens)
        return u"numbers"_s;
    return full.errorCode.isEmpty() && full.errorMessage.isEmpty() ? QString() : u"error"_s;
}

} // namespace

class TestResultGlance : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheUsualLine();
    void noSumIsWrong();
    void leavesTheOthers_data();
    void leavesTheOthers();
    void neverSaysSomethingElse();
    void locatesEveryText_data();
    void locatesEveryText();
    void samplesToo();
};

void TestResultGlance::readsTheUsualLine()
{
    ResultGlancer glancer;
    const PaddedBuffer line(usual);
    const ResultGlance *const glance = glancer.read(line.line());
    QVERIFY(glance);
    QCOMPARE(text(glance->customId), u"a-é"_s);
    QCOMPARE(text(glance->content), u"one \"two\"\nü"_s);
    QCOMPARE(glance->outcome, Outcome::Answered);
    QCOMPARE(glance->totalTokens, 7);
    QCOMPARE(difference(*glance, filesDialect.readResult(line.line())), QString());
    const std::optional<ContentSpan> span = glancer.locateContent(line.line());
    QVERIFY(span);
    QCOMPARE(usual.mid(span->offset, span->length), rawContent);
    QVERIFY(span->hasEscapes);
}

void TestResultGlance::noSumIsWrong()
{
    QByteArray bytes = usual;
    bytes.replace(R"("prompt_tokens":3)", R"("prompt_tokens":9223372036854775807)")
        .replace(R"(,"total_tokens":7)", "");
    ResultGlancer glancer;
    const PaddedBuffer line(bytes);
    const ResultGlance *const glance = glancer.read(line.line());
    QVERIFY(glance);
    QCOMPARE(glance->outputTokens, 4);
    QVERIFY(!glance->totalTokens);
    QCOMPARE(difference(*glance, filesDialect.readResult(line.line())), QString());
}

void TestResultGlance::leavesTheOthers_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to) {
        QVERIFY2(usual.contains(from), name);
        QTest::newRow(name) << from << to;
    };
    row("error", R"("error":null)", R"("error":{"code":"x"})");
    row("refused", R"("status_code":200)", R"("status_code":429)");
    row("status as text", R"("status_code":200)", R"("status_code":"200")");
    row("id a number", R"("custom_id":"a-\u00e9")", R"("custom_id":5)");
    row("id twice", R"("id":"b")", R"("custom_id":"b")");
    row("no id", R"("custom_id")", R"("other")");
    row("error in the body", R"("id":"c")", R"("error":{"message":"x"})");
    row("no choices", R"("choices":[{)", R"("choices":[],"x":[{)");
    row("content in parts", R"("content":"one)", R"("content":["x"],"y":"one)");
    row("content twice", R"("role":"assistant")", R"("content":"x")");
    row("refusal", R"("refusal":null)", R"("refusal":"no")");
    row("tool calls", R"("refusal":null)", R"("tool_calls":[{}])");
    row("tokens as text", R"("prompt_tokens":3)", R"("prompt_tokens":"3")");
    row("cut", R"("error":null})", R"("error":null)");
    row("lone surrogate", R"("id":"c")", R"("id":"\ud800")");
    row("nothing but spaces", R"(one \"two\"\n\u00fc)", R"( \n\u00a0)");
}

void TestResultGlance::leavesTheOthers()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    ResultGlancer glancer;
    const PaddedBuffer line(QByteArray(usual).replace(from, to));
    QVERIFY(!glancer.read(line.line()));
}

/// Lines with a few bytes changed: what is read at a glance is what is read in full.
void TestResultGlance::neverSaysSomethingElse()
{
    QRandomGenerator random(3);
    ResultGlancer glancer;
    int glances = 0;
    int spans = 0;
    for (int i = 0; i < 30'000; ++i) {
        QByteArray bytes = usual;
        for (int change = random.bounded(3); change > 0; --change) {
            const qsizetype at = random.bounded(int(bytes.size()));
            switch (random.bounded(4)) {
            case 0: bytes[at] = "\"\\{}[]:, 0eE+-.tn\xC3"[random.bounded(18)]; break;
            case 1: bytes.remove(at, 1 + random.bounded(5)); break;
            case 2: bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), 12)); break;
            default: bytes[at] = char(bytes[at] ^ (1 << random.bounded(7)));
            }
        }
        const PaddedBuffer line(bytes);
        const ResultGlance *const glance = glancer.read(line.line());
        if (!glance)
            continue;
        ++glances;
        const QString differs = difference(*glance, filesDialect.readResult(line.line()));
        QVERIFY2(differs.isEmpty(), qPrintable(differs + u": "_s + QString::fromUtf8(bytes)));
        const QString content = text(glance->content);
        if (const std::optional<ContentSpan> span = glancer.locateContent(line.line())) {
            ++spans;
            const QByteArray raw = '"' + bytes.mid(span->offset, span->length) + '"';
            QCOMPARE(scan::unescaped({raw.constData(), size_t(raw.size())}), content);
            QCOMPARE(span->hasEscapes, raw.contains('\\'));
            QCOMPARE(span->hasUnicode, raw.contains("\\u"));
            static const QRegularExpression ascii(uR"(\\u00[0-7])"_s);
            QCOMPARE(span->hasAsciiUnicode, ascii.match(QString::fromLatin1(raw)).hasMatch());
        }
    }
    QVERIFY(glances > 10'000 && glances < 29'000);
    QVERIFY(spans > glances - 100); // all but where a name got an escape
}

void TestResultGlance::locatesEveryText_data()
{
    QTest::addColumn<QByteArray>("content"); // as it is written
    QTest::addColumn<QByteArray>("before"); // in the body
    QTest::newRow("plain") << "a word or two, longer than sixteen bytes"_ba << ""_ba;
    QTest::newRow("one letter") << "x"_ba << ""_ba;
    QTest::newRow("escapes") << R"(a \"b\" \/ c\n\t\r\b\f end)"_ba << ""_ba;
    QTest::newRow("letters") << R"(na\u00efvet\u00e9, \u6771\u4eac, \ud83d\ude00 and \u0041)"_ba
                             << ""_ba;
    QTest::newRow("as they are") << "naïveté, 東京, 😀"_ba << ""_ba;
    QTest::newRow("backslashes") << R"(c:\\new\\u0041 \\)"_ba << ""_ba;
    QTest::newRow("many escapes") << R"(x)" + QByteArray(R"(\u00e9)").repeated(500) << ""_ba;
    QTest::newRow("spaces around") << "@ x"_ba << ""_ba;
    QTest::newRow("another before")
        << "the answer"_ba << R"("note":{"content":"the question"},)"_ba;
    QTest::newRow("a longer one before") << "the"_ba << R"("note":{"content":"the answer"},)"_ba;
    QTest::newRow("not a text before")
        << "the answer"_ba << R"("note":{"content":["the answer"]},)"_ba;
    QTest::newRow("a text of that name before") << "the answer"_ba << R"("note":"content",)"_ba;
    QTest::newRow("the same before")
        << "the answer"_ba << R"("note":{"content":"the \u0061nswer"},)"_ba;
}

void TestResultGlance::locatesEveryText()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, before);
    QByteArray bytes = usual;
    bytes.replace(rawContent, content).replace(R"("id":"c",)", before + R"("id":"c",)");
    if (content.startsWith('@'))
        bytes.replace(R"("content":")", "\"content\" : \t\"");
    ResultGlancer glancer;
    const PaddedBuffer line(bytes);
    const ResultGlance *const glance = glancer.read(line.line());
    QVERIFY(glance);
    const QString meant = text(glance->content);
    const std::optional<ContentSpan> span = glancer.locateContent(line.line());
    QVERIFY(span);
    const QByteArray raw = '"' + bytes.mid(span->offset, span->length) + '"';
    QCOMPARE(bytes.mid(span->offset - 1, span->length + 2), raw);
    QCOMPARE(scan::unescaped({raw.constData(), size_t(raw.size())}), meant);
    QCOMPARE(
        *span,
        ContentSpan::of(std::string_view(bytes).substr(span->offset, span->length), span->offset));
}

void TestResultGlance::samplesToo()
{
    const QDir folder(QStringLiteral(SOURCE_DIR "/tests/dialects/data/results"));
    ResultGlancer glancer;
    int lines = 0;
    int glances = 0;
    for (const QString &name : folder.entryList({u"*.in.jsonl"_s})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray &bytes : file.readAll().split('\n')) {
            ++lines;
            const PaddedBuffer line(bytes);
            const ResultGlance *const glance = glancer.read(line.line());
            if (!glance)
                continue;
            ++glances;
            QCOMPARE(difference(*glance, filesDialect.readResult(line.line())), QString());
        }
    }
    QVERIFY(lines > 50 && glances > 3);
}

QTEST_GUILESS_MAIN(TestResultGlance)
#include "tst_resultglance.moc"
