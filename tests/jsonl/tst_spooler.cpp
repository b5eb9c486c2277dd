// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/spooler.h"

#include "jsonl/testfiles.h"
#include "support/sharedfile.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

void append(QByteArray &out, std::string_view text)
{
    out.append(text.data(), static_cast<qsizetype>(text.size()));
}

/// A format that shows what it was given.
const Dialect plain{.id = "plain"_L1,
                    .writeLine =
                        [](const Request &request, const BatchView &, QByteArray &out) {
                            append(out, request.customIdJson);
                            out += '=';
                            append(out, request.body);
                        },
                    .framing =
                        [](const BatchView &view) {
                            return Framing{.before = "<" + view.run.name.toUtf8() + ' ',
                                           .between = " | ",
                                           .after = " >"};
                        }};

const QByteArray rawBody = R"({"z":1,"a":2,"temperature":1.0,"seed":9223372036854775807,)"
                           R"("big":123456789012345678901234567890,"esc":"\u00e9\/"})"_ba;

QByteArray request(const QByteArray &id, const QByteArray &body = "{}")
{
    return "{\"custom_id\":\"" + id + "\",\"body\":" + body + '}';
}

} // namespace

class TestSpooler : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bodiesAreFramedAndKeepTheirBytes_data();
    void bodiesAreFramedAndKeepTheirBytes();
    void everyBlockSizeGivesTheSame();
    void partOfAFileIsSpooled_data();
    void partOfAFileIsSpooled();
    void digestIsOfAllBlocks();
    void filesBodyIsGolden();
    void inlineBodyIsGolden();
    void sharedNumbersStayAsTheyAre();
    void troubleKeepsWhatWasThere_data();
    void troubleKeepsWhatWasThere();
    void cancelLeavesNothingBehind();
    void poolSpoolsWithItsOwnCopies();

private:
    Result<SpooledBody> spoolAll(const QByteArray &input, qint64 first, qint64 count,
                                 const Dialect &dialect = plain, const Pass &pass = {})
    {
        m_run.name = u"run"_s;
        m_batch.firstRequest = first;
        m_batch.requests = count;
        const BatchView view{.run = m_run, .batch = m_batch, .profile = m_profile};
        return spoolBody(dialect, view, m_files.write(u"input"_s, input), m_files.path(u"body"_s),
                         pass);
    }
    QByteArray body() const { return bytesOf(m_files.path(u"body"_s)); }

    TestFiles m_files;
    Run m_run;
    Batch m_batch;
    Profile m_profile;
};

void TestSpooler::bodiesAreFramedAndKeepTheirBytes_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &input, qint64 count,
                        const QByteArray &body) { QTest::newRow(name) << input << count << body; };
    row("one", request("a") + '\n', 1, R"(<run "a"={} >)"_ba);
    row("two, no final newline", request("a") + '\n' + request("b"), 2,
        R"(<run "a"={} | "b"={} >)"_ba);
    row("mark, CRLF, blank lines",
        "\xEF\xBB\xBF" + request("a") + "\r\n\r\n \t\n" + request("b") + "\r\n", 2,
        R"(<run "a"={} | "b"={} >)"_ba);
    row("numbers and escapes", request("a\\u00e9\\/", rawBody) + '\n', 1,
        R"(<run "a\u00e9\/"=)"_ba + rawBody + " >");
    row("blanks within", request("a", "{ \"b\" :\t[ 1 , 2.50 ] }"), 1,
        "<run \"a\"={ \"b\" :\t[ 1 , 2.50 ] } >"_ba);
    row("line separators in a text", request("a", "{\"t\":\"x\xE2\x80\xA8y\xC2\x85z\"}"), 1,
        "<run \"a\"={\"t\":\"x\xE2\x80\xA8y\xC2\x85z\"} >"_ba);
    row("half a character", request("a", R"({"t":"\ud83d"})"), 1,
        R"(<run "a"={"t":"\ud83d"} >)"_ba);
    row("fields in another order", R"({"body":{"custom_id":"x"},"more":1,"custom_id":"a"})"_ba, 1,
        R"(<run "a"={"custom_id":"x"} >)"_ba);
}

void TestSpooler::bodiesAreFramedAndKeepTheirBytes()
{
    QFETCH(QByteArray, input);
    QFETCH(qint64, count);
    const Result<SpooledBody> spooled = spoolAll(input, 0, count);
    QVERIFY(spooled);
    QTEST(body(), "body");
    QCOMPARE(spooled->bytes, body().size());
    QCOMPARE(spooled->requests, count);
    QCOMPARE(spooled->sha256, QCryptographicHash::hash(body(), QCryptographicHash::Sha256));
    QCOMPARE(bytesOf(m_files.path(u"input"_s)), input);
}

void TestSpooler::everyBlockSizeGivesTheSame()
{
    const QByteArray input = "\xEF\xBB\xBF" + request("a", rawBody) + "\r\n\n" + request("b") + '\n'
        + request("c", rawBody);
    const QByteArray golden = R"(<run "a"=)" + rawBody + R"( | "b"={} | "c"=)" + rawBody + " >";
    for (const qint64 block : {1, 5, 64, 100, 4096}) {
        QVERIFY(spoolAll(input, 0, 3, plain, Pass{.blockBytes = block}));
        QCOMPARE(body(), golden);
    }
}

void TestSpooler::partOfAFileIsSpooled_data()
{
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("first two") << 0LL << 2LL << R"(<run "a"={} | "b"={} >)"_ba;
    QTest::newRow("middle") << 1LL << 2LL << R"(<run "b"={} | "c"={} >)"_ba;
    QTest::newRow("last") << 3LL << 1LL << R"(<run "d"={} >)"_ba;
    QTest::newRow("none") << 0LL << 0LL << "<run  >"_ba;
}

void TestSpooler::partOfAFileIsSpooled()
{
    QFETCH(qint64, first);
    QFETCH(qint64, count);
    const QByteArray input
        = request("a") + "\n\n" + request("b") + '\n' + request("c") + "\n \n" + request("d");
    const Result<SpooledBody> spooled = spoolAll(input, first, count);
    QVERIFY(spooled);
    QTEST(body(), "body");
    QCOMPARE(spooled->requests, count);
}

void TestSpooler::digestIsOfAllBlocks()
{
    // More than two of the writer's blocks, one line larger than one.
    QByteArray input;
    for (int i = 0; i < 6; ++i) {
        const QByteArray text(i == 3 ? 3'000'000 : 1'000'000, static_cast<char>('a' + i));
        input += request(QByteArray::number(i), "{\"t\":\"" + text + "\"}") + '\n';
    }
    const Result<SpooledBody> spooled = spoolAll(input, 0, 6);
    QVERIFY(spooled);
    QCOMPARE(spooled->bytes, body().size());
    QVERIFY(spooled->bytes > 8'000'000);
    QCOMPARE(spooled->sha256, QCryptographicHash::hash(body(), QCryptographicHash::Sha256));
}

void TestSpooler::filesBodyIsGolden()
{
    m_batch.facts.intent = u"11111111-2222-3333-4444-555555555555"_s;
    const auto guard = qScopeGuard([this] { m_batch.facts.intent.clear(); });
    QVERIFY(spoolAll(request("a", rawBody) + "\r\n\r\n"
                         + R"({"custom_id":"b","method":"POST","url":"/v1/embeddings","body":{ }})",
                     0, 2, filesDialect));
    // The form around the lines is the dialect's and tested there.
    const QByteArray lines
        = R"({"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":)" + rawBody
        + "}\n" + R"({"custom_id":"b","method":"POST","url":"/v1/embeddings","body":{ }})"
        + "\n\r\n--";
    QVERIFY2(body().contains("\r\n\r\n" + lines), body().constData());
}

void TestSpooler::inlineBodyIsGolden()
{
    m_run.window = u"24h"_s;
    m_profile.windows = {u"24h"_s};
    QVERIFY(spoolAll(request("a", rawBody) + '\n'
                         + R"({"custom_id":"b","method":"POST","url":"/v1/embeddings","body":{ }})",
                     0, 2, inlineDialect));
    const QByteArray start = R"({"requests":[{"custom_id":"a","body":)" + rawBody
        + R"(},{"custom_id":"b","url":"/v1/embeddings","body":{ }}])";
    QVERIFY2(body().startsWith(start), body().constData());
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(body(), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(object.value("requests"_L1).toArray().size(), 2);
    QCOMPARE(object.value("completion_window"_L1).toString(), u"24h"_s);
}

void TestSpooler::sharedNumbersStayAsTheyAre()
{
    const QString path = sharedFile(u"reference/payloads/edge/raw_numbers.jsonl"_s);
    if (path.isEmpty())
        QSKIP("The shared material is not here");
    QVERIFY(spoolAll(bytesOf(path), 0, 1));
    QCOMPARE(body(), R"(<run "a"=)" + rawBody + " >");
}

void TestSpooler::troubleKeepsWhatWasThere_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("error");
    QTest::newRow("bad line") << request("a") + "\n\n{\"custom_id\":\"b\"}\n"
                              << u"bad_input 3 missing_body"_s;
    QTest::newRow("not JSON") << "{\n" + request("a") << u"bad_input 1 not_json"_s;
    QTest::newRow("fewer requests") << request("a") + "\n\n" << u"file_changed 0 "_s;
    QTest::newRow("empty") << QByteArray() << u"file_changed 0 "_s;
}

void TestSpooler::troubleKeepsWhatWasThere()
{
    QFETCH(QByteArray, input);
    m_files.write(u"body"_s, "older");
    const Result<SpooledBody> spooled = spoolAll(input, 0, 2);
    QVERIFY(!spooled);
    const Error &error = spooled.error();
    QTEST(u"%1 %2 %3"_s.arg(kindName(error.kind), QString::number(error.line), error.code),
          "error");
    QCOMPARE(body(), "older"_ba);
    QCOMPARE(m_files.names(), QStringList({u"body"_s, u"input"_s}));
}

void TestSpooler::cancelLeavesNothingBehind()
{
    QFile::remove(m_files.path(u"body"_s));
    const QByteArray input = (request("a") + '\n').repeated(10);
    int asked = 0;
    const Pass pass{.blockBytes = input.size() / 10,
                    .isCancelled = [&asked] { return ++asked > 5; }};
    const Result<SpooledBody> spooled = spoolAll(input, 0, 10, plain, pass);
    QVERIFY(!spooled);
    QCOMPARE(spooled.error().kind, ErrorKind::Cancelled);
    QCOMPARE(m_files.names(), QStringList(u"input"_s));
}

void TestSpooler::poolSpoolsWithItsOwnCopies()
{
    QThreadPool pool;
    const QString input = m_files.write(u"input"_s, request("a") + '\n' + request("b"));
    QFuture<Result<SpooledBody>> future;
    {
        const Run run{.name = u"copied"_s};
        const Batch batch{.requests = 2};
        future = spool(pool, plain, run, batch, Profile(), input, m_files.path(u"body"_s));
    }
    future.waitForFinished();
    QVERIFY(future.result());
    QCOMPARE(body(), R"(<copied "a"={} | "b"={} >)"_ba);
}

QTEST_GUILESS_MAIN(TestSpooler)
#include "tst_spooler.moc"
