// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/rowfinder.h"

#include "results/newspace.h"
#include "results/roworder.h"
#include "results/runfixture.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

/// The answer of a row with odd letters, written with or without escapes.
QByteArray oddLine(const QString &id, const QString &content, bool isEscaped)
{
    QByteArray line = answerLine(id, content);
    if (!isEscaped)
        return line;
    QByteArray escaped;
    for (const QChar c : QString::fromUtf8(line))
        escaped += c.unicode() < 0x80
            ? QByteArray(1, char(c.unicode()))
            : "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return escaped;
}

/// An answer by this model that used so many tokens.
QByteArray used(const QByteArray &line, const QString &model, int input, int output)
{
    QJsonObject object = QJsonDocument::fromJson(line).object();
    QJsonObject response = object[u"response"_s].toObject();
    QJsonObject body = response[u"body"_s].toObject();
    body[u"model"_s] = model;
    body[u"usage"_s] = QJsonObject{{u"prompt_tokens"_s, input},
                                   {u"completion_tokens"_s, output},
                                   {u"total_tokens"_s, input + output}};
    response[u"body"_s] = body;
    object[u"response"_s] = response;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Rows that match, by reading all of them in full.
std::vector<qint64> slowly(const RunResults &results, const RowQuery &query)
{
    std::vector<qint64> found;
    const QRegularExpression pattern(
        query.isPattern ? query.text : QRegularExpression::escape(query.text),
        QRegularExpression::UseUnicodePropertiesOption
            | (query.matchesCase ? QRegularExpression::NoPatternOption
                                 : QRegularExpression::CaseInsensitiveOption));
    const auto rows = results.rows(0, results.count());
    for (const ResultRow &row : *rows) {
        if (!query.outcomes.empty() && !std::ranges::contains(query.outcomes, row.result.outcome))
            continue;
        const QString answer
            = row.result.content.isEmpty() ? row.result.errorMessage : row.result.content;
        const QJsonObject request
            = QJsonDocument::fromJson(*results.requestBytes(row.row)).object();
        // Decoded, as far as these requests go: their ids and models.
        const QString asked = QString::fromUtf8(QJsonDocument(request).toJson());
        const bool inAnswer = pattern.match(answer).hasMatch();
        const bool inRequest = pattern.match(asked).hasMatch();
        using Where = RowQuery::Where;
        const bool isThere = query.text.isEmpty()
            || (query.where == Where::Answers        ? inAnswer
                    : query.where == Where::Requests ? inRequest
                                                     : inAnswer || inRequest);
        if (isThere)
            found.push_back(row.row);
    }
    return found;
}

std::vector<qint64> find(const RunResults &results, const RowQuery &query)
{
    const Result<FoundRows> found = findRows(results, query);
    return found ? found->rows : std::vector<qint64>{-1};
}

} // namespace

class tst_RowFinder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatReadingAllFinds();
    void findsWhatIsWrittenWithEscapes_data();
    void findsWhatIsWrittenWithEscapes();
    void findsLettersBeyondAscii();
    void conditions_data();
    void conditions();
    void tokensAreKnownWithoutTheFiles();
    void tokensThatNobodyUses();
    void rowsWithoutResultToo();
    void newsComeWhileItLooks();
    void theFirstHitIsToldAtOnce();
    void cancelEndsIt();
};

void tst_RowFinder::findsWhatReadingAllFinds()
{
    QRandomGenerator random(17);
    const QStringList ids = manyIds(4000);
    QByteArrayList all = mixedResults(ids);
    static const QStringList words{u"alpha"_s,   u"Beta"_s,      u"naïveté"_s,    u"ÉTÉ"_s,
                                   u"a\"b\\c"_s, u"line\nend"_s, u"\U0001F600"_s, u"x/y"_s};
    for (int i = 0; i < 3000; ++i) {
        QString content;
        for (int n = random.bounded(5); n >= 0; --n)
            content += words[random.bounded(int(words.size()))] + u' ';
        all.append(oddLine(ids[random.bounded(int(ids.size()))], content, random.bounded(2) == 0));
    }
    std::shuffle(all.begin(), all.end(), random);
    RunFixture run;
    run.setRequests(ids);
    run.addResults(lines(all.first(2000)));
    run.addResults(lines(all.sliced(2000)), 0, u"error"_s);
    const auto joined = run.join();
    QVERIFY(joined);

    qsizetype hits = 0;
    QStringList texts = words;
    texts << u"ALPHA"_s << u"veté"_s << u"été"_s << u"beta naïveté"_s << u"row-39"_s
          << u"too many"_s << u"n"_s << u"\""_s << u"\\"_s << u"end alpha"_s << u"none of these"_s
          << u"u00e9"_s;
    for (const QString &text : std::as_const(texts)) {
        for (const auto where :
             {RowQuery::Where::Answers, RowQuery::Where::Requests, RowQuery::Where::Both}) {
            for (const bool matchesCase : {false, true}) {
                RowQuery query{.text = text, .matchesCase = matchesCase, .where = where};
                if (where != RowQuery::Where::Answers && text.contains(u'"'))
                    continue; // there are quotes in every request
                QVERIFY2(find(**joined, query) == slowly(**joined, query), qPrintable(text));
                query.outcomes = {Outcome::Answered, Outcome::Failed};
                QVERIFY2(find(**joined, query) == slowly(**joined, query), qPrintable(text));
                hits += std::ssize(find(**joined, query));
            }
        }
    }
    for (const QString &pattern :
         {u"al.ha"_s, u"^Beta"_s, u"\\bété\\b"_s, u"[0-9]{3}"_s, u"c alpha|end"_s}) {
        for (const bool matchesCase : {false, true}) {
            const RowQuery query{.text = pattern, .isPattern = true, .matchesCase = matchesCase};
            QVERIFY2(find(**joined, query) == slowly(**joined, query), qPrintable(pattern));
        }
    }
    QVERIFY(hits > 1000);
}

void tst_RowFinder::findsWhatIsWrittenWithEscapes_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << "xx zephyrine"_ba;
    QTest::newRow("one letter escaped") << "xx zep\\u0068yrine"_ba;
    QTest::newRow("first letter escaped") << "\\u007aephyrine"_ba;
    QTest::newRow("behind other escapes") << "\\n\\\\zephyrine"_ba;
    QTest::newRow("other case, escaped") << "ZEP\\u0048YRINE"_ba;
}

void tst_RowFinder::findsWhatIsWrittenWithEscapes()
{
    QFETCH(QByteArray, written);
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s, u"c"_s});
    run.addResults(
        lines({answerLine(u"a"_s, u"nothing"_s), answerLine(u"b"_s, u"@@"_s).replace("@@", written),
               answerLine(u"c"_s, u"@@"_s).replace("@@", "\\nzephyr\\tine")}));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(find(**joined, {.text = u"zephyrine"_s}), std::vector<qint64>{1});
    QCOMPARE(find(**joined, {.text = u"nzephyr"_s}), std::vector<qint64>{}); // the n of a line end
    for (const auto &[part, inRow] : {std::pair(u"7ae"_s, false), std::pair(u"68y"_s, false),
                                      std::pair(u"rine"_s, true)}) // of an escape, or behind it
        QCOMPARE(find(**joined, {.text = part}),
                 inRow ? std::vector<qint64>{1} : std::vector<qint64>{});
}

/// However they are written, and in either case: a part of the word is looked for first.
void tst_RowFinder::findsLettersBeyondAscii()
{
    const QByteArrayList written{
        "xx naïveté"_ba,
        "xx na\\u00efvet\\u00e9"_ba,
        "NA\\u00cfVET\\u00c9"_ba,
        "na\\u00efve\\u0074é"_ba,
        "vet na\\u00ef"_ba,
        "\xE2\x84\xAA"
        "elvin \\u00e9"_ba,
        "pa\xC5\xBFs é"_ba,
        "na\\u00efve\\nté"_ba,
        R"(he said \"vet\" loudly)"_ba,
    };
    RunFixture run;
    QStringList ids;
    QByteArrayList answers;
    for (const QByteArray &text : written) {
        ids.append(u"row-%1"_s.arg(ids.size()));
        answers.append(answerLine(ids.last(), u"@@"_s).replace("@@", text));
    }
    run.setRequests(ids);
    run.addResults(lines(answers));
    const auto joined = run.join();
    QVERIFY(joined);
    const auto rows = [&](const QString &text, bool matchesCase = false) {
        return find(**joined, {.text = text, .matchesCase = matchesCase});
    };
    using Rows = std::vector<qint64>;
    QCOMPARE(rows(u"naïveté"_s), (Rows{0, 1, 2, 3}));
    QCOMPARE(rows(u"NaÏVETÉ"_s), (Rows{0, 1, 2, 3}));
    QCOMPARE(rows(u"naïveté"_s, true), (Rows{0, 1, 3}));
    QCOMPARE(rows(u"NAÏVETÉ"_s, true), (Rows{2}));
    QCOMPARE(rows(u"kelvin é"_s), (Rows{5})); // its sign is a K
    QCOMPARE(rows(u"PASS É"_s), (Rows{6})); // the long s
    QCOMPARE(rows(u"e\nté"_s), (Rows{7}));
    QCOMPARE(rows(u"said \"VET\" l"_s), (Rows{8}));
    QCOMPARE(rows(u"é"_s), (Rows{0, 1, 2, 3, 5, 6, 7}));
}

void tst_RowFinder::conditions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    const auto row = [](const QString &text, const QString &rows) {
        QTest::newRow(qPrintable(text)) << text << rows;
    };
    row(u""_s, u"0 1 2 3 4"_s);
    row(u"  "_s, u"0 1 2 3 4"_s);
    row(u"hello"_s, u"0 1"_s);
    row(u"hello world"_s, u"1"_s);
    row(u"finish:length"_s, u"1"_s);
    row(u"finish=stop hello"_s, u"0"_s);
    row(u"hello finish=stop"_s, u"0"_s);
    row(u"id:row-b"_s, u"1"_s);
    row(u"id=row"_s, u""_s);
    row(u"ID:row"_s, u""_s); // no condition: a text that is not there
    row(u"error:rate"_s, u"2"_s);
    row(u"error:\"slow down\""_s, u"2"_s);
    row(u"status=429"_s, u"2"_s);
    row(u"status:429"_s, u"2"_s);
    row(u"status<300"_s, u"0 1 3"_s);
    row(u"outcome:failed"_s, u"2"_s);
    row(u"outcome:failed,missing"_s, u"2 4"_s);
    row(u"tokens>10"_s, u"3"_s);
    row(u"tokens<10"_s, u"0 1"_s);
    row(u"input_tokens=20 output_tokens<3"_s, u"3"_s);
    row(u"model:MINI"_s, u"3"_s);
    row(u"/response/body/model=big-mini"_s, u"3"_s);
    row(u"/response/body/usage/total_tokens>20"_s, u"3"_s);
    row(u"/response/nothing:x"_s, u""_s);
    row(u"request:/body/model:m"_s, u"0 1 2 3 4"_s);
    row(u"request:/custom_id=row-e"_s, u"4"_s);
    row(u"id:row-e outcome:missing"_s, u"4"_s);
    row(u"\"finish:length\""_s, u"3"_s);
    row(u"\"hello world\""_s, u"1"_s);
}

void tst_RowFinder::conditions()
{
    QFETCH(QString, text);
    QFETCH(QString, rows);
    RunFixture run;
    run.setRequests({u"row-a"_s, u"row-b"_s, u"row-c"_s, u"row-d"_s, u"row-e"_s});
    run.addResults(
        lines({used(answerLine(u"row-a"_s, u"Hello"_s), u"m"_s, 2, 3),
               used(answerLine(u"row-b"_s, u"hello world"_s, u"length"_s), u"m"_s, 2, 3),
               errorLine(u"row-c"_s, 429, u"rate_limit"_s, u"Slow down, please"_s),
               used(answerLine(u"row-d"_s, u"it says finish:length"_s), u"big-mini"_s, 20, 2)}));
    const auto joined = run.join();
    QVERIFY(joined);
    const Result<RowQuery> query = parseRowQuery(text);
    QVERIFY2(query, query ? "" : qPrintable(query.error().message));
    QStringList found;
    for (const qint64 one : find(**joined, *query))
        found.append(QString::number(one));
    QCOMPARE(found.join(u' '), rows);
}

void tst_RowFinder::tokensAreKnownWithoutTheFiles()
{
    RunFixture run;
    const QStringList ids = manyIds(5000);
    run.setRequests(ids);
    QByteArrayList all;
    for (int i = 0; i < 4000; ++i)
        all.append(used(answerLine(ids[i], u"x"_s), u"m"_s, i, 1));
    all.append(errorLine(ids[4000], 500, u"broken"_s, u"words"_s));
    run.addResults(lines(all));
    const auto joined = run.join();
    QVERIFY(joined);
    // Whoever reads a line from now on fails.
    const ResultFile &file = run.files().batches.front().resultFiles.front();
    QVERIFY(QFile::resize(QDir(run.files().libraryFolder).filePath(file.path), 10));
    const std::vector<qint64> found = find(**joined, *parseRowQuery(u"tokens>3990 tokens<3999"_s));
    QCOMPARE(found, (std::vector<qint64>{3990, 3991, 3992, 3993, 3994, 3995, 3996, 3997}));
    QCOMPARE(find(**joined, *parseRowQuery(u"tokens=12 outcome:failed"_s)), std::vector<qint64>());
    QVERIFY(!findRows(**joined, *parseRowQuery(u"input_tokens>10"_s)));
}

void tst_RowFinder::tokensThatNobodyUses()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    const auto with = [](const QString &id, const QByteArray &tokens) {
        QByteArray line = used(answerLine(id, u"x"_s), u"m"_s, 3, 4);
        return line.replace("\"total_tokens\":7", "\"total_tokens\":" + tokens);
    };
    run.addResults(lines({with(u"a"_s, "4294967294"), with(u"b"_s, "4294967295"),
                          with(u"c"_s, "-3"), with(u"d"_s, "4294967293")}));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(find(**joined, *parseRowQuery(u"tokens=4294967294"_s)), std::vector<qint64>{0});
    QCOMPARE(find(**joined, *parseRowQuery(u"tokens>4294967293"_s)), (std::vector<qint64>{0, 1}));
    QCOMPARE(find(**joined, *parseRowQuery(u"tokens<0"_s)), std::vector<qint64>{2});
    const Result<RowList> order = orderRows(
        **joined, {.key = RowOrder::Key::TotalTokens, .direction = Qt::DescendingOrder});
    QVERIFY(order);
    QCOMPARE(*order, (RowList{1, 0, 3, 2}));
}

void tst_RowFinder::rowsWithoutResultToo()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s});
    Batch &batch = run.addBatch(BatchState::Failed);
    batch.facts.error = Error{
        .kind = ErrorKind::Rejected, .message = u"The file is broken"_s, .code = u"bad_file"_s};
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(find(**joined, {.text = u"file is"_s}), (std::vector<qint64>{0, 1}));
    QCOMPARE(find(**joined, *parseRowQuery(u"error:bad_file id:b"_s)), std::vector<qint64>{1});
}

void tst_RowFinder::newsComeWhileItLooks()
{
    RunFixture run;
    const QStringList ids = manyIds(20'000);
    run.setRequests(ids);
    QByteArrayList all;
    for (const QString &id : ids)
        all.append(answerLine(id, u"same "_s.repeated(40)));
    run.addResults(lines(all));
    const auto joined = run.join();
    QVERIFY(joined);
    QThreadPool pool;
    QList<qint64> looked;
    // A pattern that takes its time.
    auto future = findRows(pool, *joined, {.text = u"(?:s|a|m|e| )*x|same"_s, .isPattern = true},
                           [&looked](const FoundRows &found) {
                               looked.append(found.looked);
                               QCOMPARE(std::ssize(found.rows), found.looked);
                           });
    future.waitForFinished();
    QVERIFY(future.result());
    QCOMPARE(std::ssize(future.result()->rows), 20'000);
    QVERIFY(std::ranges::is_sorted(looked));
}

void tst_RowFinder::theFirstHitIsToldAtOnce()
{
    using namespace std::chrono_literals;
    NewsPace pace;
    QVERIFY(!pace.isDueAt(1ms, true)); // many come with the first
    QVERIFY(!pace.isDueAt(50ms, false)); // how far it is can wait
    QVERIFY(pace.isDueAt(100ms, false));
    QVERIFY(pace.isDueAt(110ms, true));
    QVERIFY(!pace.isDueAt(200ms, true));
    QVERIFY(pace.isDueAt(210ms, true));
}

void tst_RowFinder::cancelEndsIt()
{
    RunFixture run;
    run.setRequests({u"a"_s});
    run.addResults(lines({answerLine(u"a"_s, u"x"_s)}));
    const auto joined = run.join();
    QVERIFY(joined);
    const Result<FoundRows> found = findRows(**joined, {.text = u"x"_s}, [] { return true; });
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(tst_RowFinder)
#include "tst_rowfinder.moc"
