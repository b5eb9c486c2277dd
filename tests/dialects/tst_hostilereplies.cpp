// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casefile.h"
#include "dialectcases.h"
#include "dialects/resultglance.h"
#include "fuzz/hostile.h"
#include "support/files.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

/// What a dialect makes of answers that are wrong in every field: words or facts, and what is known
/// of a batch stays.
class TestHostileReplies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldOfEveryAnswer_data();
    void everyFieldOfEveryAnswer();
    void otherThingsThanAnswers_data();
    void otherThingsThanAnswers();
    void everyFieldOfEveryResult_data();
    void everyFieldOfEveryResult();
    void hostileLines_data();
    void hostileLines();

private:
    static void addDialects();
    static const Dialect &dialect();
};

namespace {

constexpr qint64 patience = 20'000; // milliseconds for one answer, on a busy machine

/// Gives the answer to all that reads answers. Empty, or the promise that was broken.
QByteArray brokenPromise(const Dialect &dialect, const CaseFile &file, const HttpReply &reply)
{
    const Error error = dialect.readError(reply);
    if (!reply.isSuccess() && error.httpStatus != reply.status)
        return "an error has its status";
    if (!reply.isSuccess())
        return {};
    if (file.stepKind() == StepKind::List) {
        const Result<ListPage> page = dialect.readList(reply, {.after = file.after});
        if (!page && page.error().message.isEmpty())
            return "a list is refused in words";
        if (dialect.readRequests)
            static_cast<void>(dialect.readRequests(reply, {}));
        return {};
    }
    const BatchFacts &known = file.batch.facts;
    const Result<BatchFacts> facts = dialect.absorb(file.view(), file.stepKind(), reply);
    if (!facts)
        return facts.error().message.isEmpty() ? "an answer is refused in words" : "";
    if (facts->intent != known.intent)
        return "the intent stays";
    if (!known.remoteId.isEmpty() && facts->remoteId != known.remoteId)
        return "the id of a batch stays";
    if (file.stepKind() == StepKind::Create && facts->remoteId.isEmpty())
        return "a created batch has an id";
    if (isTerminal(known.state) && facts->state != known.state)
        return "an end stays";
    return {};
}

bool isSane(const ResultLine &line, const QByteArray &text)
{
    return line.outcome != Outcome::Pending && line.outcome != Outcome::Missing
        && (line.outcome != Outcome::Malformed || !line.errorMessage.isEmpty())
        && line.body.size() <= text.size();
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// A quick look at a line says what the full reading says, or nothing.
bool glanceAgrees(const PaddedBuffer &buffer, const ResultLine &line)
{
    static ResultGlancer glancer;
    const ResultGlance *const seen = glancer.read(buffer.line());
    return !seen
        || (line.customId && textOf(seen->customId) == *line.customId
            && textOf(seen->content) == line.content && seen->outcome == line.outcome
            && seen->httpStatus == line.httpStatus && seen->inputTokens == line.inputTokens
            && seen->outputTokens == line.outputTokens && seen->totalTokens == line.totalTokens
            && textOf(seen->model) == line.model
            && textOf(seen->finishReason) == line.finishReason);
}

void readLine(const Dialect &dialect, const hostile::Named &line)
{
    const PaddedBuffer buffer(line.bytes);
    QElapsedTimer timer;
    timer.start();
    const ResultLine result = dialect.readResult(buffer.line());
    QVERIFY2(timer.elapsed() < patience, line.name.constData());
    QVERIFY2(isSane(result, line.bytes), line.name.constData());
    if (dialect.hasUsualResults)
        QVERIFY2(glanceAgrees(buffer, result), line.name.constData());
}

QStringList answeredCases(const Dialect &dialect)
{
    QStringList paths;
    const QString folder = QStringLiteral(SOURCE_DIR "/tests/dialects/data/") + dialect.id;
    for (const QString &name : caseNames(folder))
        paths.append(folder + u'/' + name + ".in.json"_L1);
    return paths;
}

} // namespace

void TestHostileReplies::addDialects()
{
    QTest::addColumn<QString>("dialect");
    for (const Dialect *dialect : dialects())
        QTest::newRow(dialect->id.data()) << QString(dialect->id);
}

const Dialect &TestHostileReplies::dialect()
{
    QFETCH(const QString, dialect);
    return *findDialect(dialect);
}

void TestHostileReplies::everyFieldOfEveryAnswer_data()
{
    addDialects();
}

void TestHostileReplies::everyFieldOfEveryAnswer()
{
    qint64 count = 0;
    for (const QString &path : answeredCases(dialect())) {
        const CaseFile file = CaseFile::read(path);
        for (const hostile::Named &variant : hostile::variants(file.reply.body)) {
            ++count;
            HttpReply reply = file.reply;
            reply.body = variant.bytes;
            const QByteArray broken = brokenPromise(dialect(), file, reply);
            QVERIFY2(broken.isEmpty(),
                     (broken + ": " + path.toUtf8() + ' ' + variant.name).constData());
        }
    }
    qInfo("%lld answers", count);
    QVERIFY(count > 900);
}

void TestHostileReplies::otherThingsThanAnswers_data()
{
    addDialects();
}

void TestHostileReplies::otherThingsThanAnswers()
{
    QStringList kinds;
    for (const QString &path : answeredCases(dialect())) {
        const CaseFile file = CaseFile::read(path);
        if (kinds.contains(file.kind))
            continue;
        kinds.append(file.kind);
        for (const hostile::Named &page : hostile::pages()) {
            for (const int status : {200, 202, 299, 400, 404, 500}) {
                HttpReply reply = replyWith(status, page.bytes, "text/html");
                QElapsedTimer timer;
                timer.start();
                const QByteArray broken = brokenPromise(dialect(), file, reply);
                QVERIFY2(broken.isEmpty(),
                         (broken + ": " + file.kind.toUtf8() + ' ' + page.name).constData());
                QVERIFY2(timer.elapsed() < patience, page.name.constData());
            }
        }
    }
    QVERIFY(kinds.size() >= 3);
}

void TestHostileReplies::everyFieldOfEveryResult_data()
{
    addDialects();
}

void TestHostileReplies::everyFieldOfEveryResult()
{
    qint64 count = 0;
    const QDir folder(QStringLiteral(SOURCE_DIR "/tests/dialects/data/results"));
    for (const QString &name : folder.entryList({u"*.in.jsonl"_s}, QDir::Files, QDir::Name)) {
        for (const QByteArray &line : bytesOf(folder.filePath(name)).split('\n')) {
            for (const hostile::Named &variant : hostile::variants(line)) {
                ++count;
                readLine(dialect(), {name.toUtf8() + ' ' + variant.name, variant.bytes});
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
    qInfo("%lld lines", count);
    QVERIFY(count > 10'000);
}

void TestHostileReplies::hostileLines_data()
{
    addDialects();
}

void TestHostileReplies::hostileLines()
{
    for (const hostile::Named &line : hostile::lines()) {
        readLine(dialect(), line);
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_GUILESS_MAIN(TestHostileReplies)
#include "tst_hostilereplies.moc"
