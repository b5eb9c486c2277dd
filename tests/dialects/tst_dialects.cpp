// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casefile.h"
#include "support/files.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What every dialect must do, whichever there are: rows come from dialects().
class TestDialects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void registryFindsEach_data();
    void registryFindsEach();
    void errorAnswers_data();
    void errorAnswers();
    void brokenSuccesses_data();
    void brokenSuccesses();
    void createIsPaidAndSentOnce_data();
    void createIsPaidAndSentOnce();
    void readResultSurvivesCuts_data();
    void readResultSurvivesCuts();
    void readResultSurvivesFlips_data();
    void readResultSurvivesFlips();
    void controlRepliesSurviveCuts_data();
    void controlRepliesSurviveCuts();

private:
    static void addDialects();
    static const Dialect &dialect();
};

namespace {

/// Some profile that speaks it, and a batch that is to be created.
struct Setting {
    Run run;
    Batch batch;
    Profile profile;

    explicit Setting(const Dialect &dialect)
    {
        const Result<Profiles> profiles
            = Profiles::load(QStringLiteral(SOURCE_DIR "/resources/profiles"));
        for (const Profile &candidate : profiles->all())
            if (candidate.dialect == dialect.id && !candidate.isPractice)
                profile = candidate;
        batch.facts = {.state = BatchState::Uploading,
                       .intent = u"i"_s,
                       .inputFileId = u"f"_s,
                       .inputFileReady = true};
    }
    BatchView view() const { return {.run = run, .batch = batch, .profile = profile}; }
};

constexpr StepKind allKinds[]
    = {StepKind::Upload, StepKind::FileStatus,  StepKind::Create,     StepKind::Status,
       StepKind::Cancel, StepKind::FetchOutput, StepKind::FetchErrors};

QList<QByteArray> sampleLines()
{
    QList<QByteArray> lines;
    const QDir folder(QStringLiteral(SOURCE_DIR "/tests/dialects/data/results"));
    for (const QString &file : folder.entryList({u"*.in.jsonl"_s}, QDir::Files, QDir::Name))
        lines += bytesOf(folder.filePath(file)).split('\n');
    return lines;
}

/// Copies into exactly that much memory and its padding, so that a sanitizer sees every byte that
/// is read beyond.
ResultLine read(const Dialect &dialect, const QByteArray &line)
{
    const PaddedBuffer buffer(line);
    return dialect.readResult(buffer.line());
}

bool isSane(const ResultLine &line, const QByteArray &text)
{
    if (line.outcome == Outcome::Pending || line.outcome == Outcome::Missing)
        return false;
    if (line.outcome == Outcome::Malformed && line.errorMessage.isEmpty())
        return false;
    return line.body.size() <= text.size();
}

} // namespace

void TestDialects::addDialects()
{
    QTest::addColumn<QString>("dialect");
    for (const Dialect *dialect : dialects())
        QTest::newRow(dialect->id.data()) << QString(dialect->id);
}

const Dialect &TestDialects::dialect()
{
    QFETCH(const QString, dialect);
    return *findDialect(dialect);
}

void TestDialects::registryFindsEach_data()
{
    addDialects();
}

void TestDialects::registryFindsEach()
{
    QFETCH(const QString, dialect);
    const Dialect *found = findDialect(dialect);
    QVERIFY(found);
    QCOMPARE(found->id, dialect);
    QVERIFY(found->writeLine && found->framing && found->next && found->absorb && found->sources
            && found->cancel && found->list && found->readList && found->readResult
            && found->readError);
    QVERIFY(!findDialect(u"nobody"));
}

void TestDialects::errorAnswers_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");
    for (const Dialect *dialect : dialects()) {
        const auto row = [&](const char *name, int status, const char *body, const char *kind,
                             const char *message) {
            QTest::addRow("%s: %s", dialect->id.data(), name)
                << QString(dialect->id) << status << QByteArray(body) << QString::fromLatin1(kind)
                << QString::fromLatin1(message);
        };
        row("401", 401, R"({"error":{"message":"bad key"}})", "unauthorised", "bad key");
        row("429", 429, R"({"error":{"message":"slow down"}})", "rate_limited", "slow down");
        row("500 with a page", 500, "<html><h1>Oh no</h1></html>", "server_fault", "Oh no");
        row("500 with nothing", 500, "", "server_fault", "");
        row("503 with text", 503, "busy", "server_fault", "busy");
        row("501", 501, R"({"detail":"no batches here"})", "not_supported", "no batches here");
        row("404 with a list", 404, "[]", "not_found", "[]");
        row("422 with odd places", 422,
            R"({"detail":[{"loc":"x","msg":7},{"loc":[[1],null,{}]},3]})", "rejected",
            "7 (and 1 more)");
        row("200 that is cut", 200, R"({"id":"a)", "bad_reply",
            "The answer is cut short or is not JSON");
    }
}

void TestDialects::errorAnswers()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, kind);
    QFETCH(const QString, message);
    HttpReply reply = replyWith(status, body);
    reply.headers.emplaceBack("x-request-id", "req_1");
    const Error error = dialect().readError(reply);
    QCOMPARE(kindName(error.kind), kind);
    QCOMPARE(error.message, message);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.requestId, u"req_1"_s);
    QCOMPARE(error.detail, QString::fromUtf8(body));
}

void TestDialects::brokenSuccesses_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QByteArray>("body");
    for (const Dialect *dialect : dialects()) {
        const auto row = [&](const char *name, const QByteArray &body) {
            QTest::addRow("%s: %s", dialect->id.data(), name) << QString(dialect->id) << body;
        };
        row("empty", "");
        row("page", "<!doctype html><html></html>");
        row("cut", R"({"id":"batch_1","status":"comp)");
        row("text", "true");
        row("number", "17");
        row("list", "[{}]");
        row("binary", QByteArray("\0\1\2\xff", 4));
        row("no id", R"({"ok":true})");
        row("odd id", R"({"id":{},"status":[]})");
    }
}

/// A paid call that is answered so is in doubt; a status tells nothing and changes nothing.
void TestDialects::brokenSuccesses()
{
    QFETCH(const QByteArray, body);
    const Setting setting(dialect());
    for (const StepKind kind : {StepKind::Create, StepKind::Status}) {
        const Result<BatchFacts> facts
            = dialect().absorb(setting.view(), kind, replyWith(200, body));
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, ErrorKind::BadReply);
        QVERIFY(!facts.error().message.isEmpty());
    }
}

void TestDialects::createIsPaidAndSentOnce_data()
{
    addDialects();
}

void TestDialects::createIsPaidAndSentOnce()
{
    Setting setting(dialect());
    const Step step = dialect().next(setting.view());
    const Call *create = std::get_if<Call>(&step);
    QVERIFY(create);
    QCOMPARE(create->kind, StepKind::Create);
    QVERIFY(create->paid);
    QVERIFY(create->request.oneShot);
    QCOMPARE(create->request.auth, setting.profile.auth);
    // Whatever else happens, no state but this one leads to it.
    for (int state = 0; state <= int(BatchState::Cancelled); ++state) {
        setting.batch.facts.state = BatchState(state);
        const Step other = dialect().next(setting.view());
        const Call *call = std::get_if<Call>(&other);
        QCOMPARE(call && call->paid, BatchState(state) == BatchState::Uploading);
    }
    for (const Call &call : {dialect().cancel(setting.view()), dialect().list({}, setting.profile)})
        QVERIFY(!call.paid && !call.request.oneShot);
}

void TestDialects::readResultSurvivesCuts_data()
{
    addDialects();
}

void TestDialects::readResultSurvivesCuts()
{
    const QList<QByteArray> lines = sampleLines();
    QVERIFY(lines.size() > 80);
    for (const QByteArray &line : lines) {
        for (qsizetype cut = 0; cut < line.size(); ++cut) {
            const QByteArray text = line.first(cut);
            const ResultLine result = read(dialect(), text);
            QVERIFY2(isSane(result, text), text.constData());
            // A part of an object is never an answer.
            if (text.trimmed().startsWith('{') && !line.trimmed().startsWith(text.trimmed() + '{')
                && text.trimmed() != line.trimmed() && !text.endsWith('}'))
                QVERIFY2(result.outcome == Outcome::Malformed, text.constData());
        }
    }
}

void TestDialects::readResultSurvivesFlips_data()
{
    addDialects();
}

void TestDialects::readResultSurvivesFlips()
{
    for (const QByteArray &line : sampleLines()) {
        for (qsizetype at = 0; at < line.size(); ++at) {
            for (const char c :
                 {'\0', '"', '\\', '{', '}', '[', ']', ',', ':', '1', '\xff', '\xf0'}) {
                QByteArray flipped = line;
                flipped[at] = c;
                QVERIFY2(isSane(read(dialect(), flipped), flipped), flipped.constData());
            }
        }
    }
}

void TestDialects::controlRepliesSurviveCuts_data()
{
    addDialects();
}

void TestDialects::controlRepliesSurviveCuts()
{
    const Setting setting(dialect());
    const QByteArray object
        = R"({"id":"b","status":"failed","errors":{"data":[{"code":"c","message":"m","line":3}]},)"
          R"("error":{"details":[{"loc":["body","requests",0],"msg":"m"}]},"data":[{"id":"x"}],)"
          R"("created_at":"2025-10-09T08:53:20.12Z","request_counts":{"total":"7"},"has_more":true})";
    int good = 0;
    for (qsizetype cut = 0; cut <= object.size(); ++cut) {
        const HttpReply reply = replyWith(200, object.first(cut));
        good += dialect().absorb(setting.view(), StepKind::Status, reply).has_value();
        QVERIFY(dialect().readList(reply, {}).has_value() == (cut == object.size()));
        QCOMPARE(dialect().readError(reply).kind, ErrorKind::BadReply);
    }
    QCOMPARE(good, 1);
    for (qsizetype at = 0; at < object.size(); ++at) {
        for (const char c : {'\0', '"', '\\', '{', '}', '[', '9', '-', '\xff'}) {
            QByteArray flipped = object;
            flipped[at] = c;
            const HttpReply reply = replyWith(200, flipped);
            for (const StepKind kind : allKinds) {
                const Result<BatchFacts> facts = dialect().absorb(setting.view(), kind, reply);
                // Whatever comes, what is known stays.
                if (facts)
                    QCOMPARE(facts->intent, u"i"_s);
            }
            const Result<ListPage> page = dialect().readList(reply, {});
            QVERIFY(!page || page->batches.size() <= 1);
        }
    }
}

QTEST_GUILESS_MAIN(TestDialects)
#include "tst_dialects.moc"
