// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/requestfinder.h"

#include "jsonl/preflight.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

/// A draft: lines of a file, some of them changed, gone or moved, with others between.
struct Draft {
    QTemporaryDir folder;
    QList<QByteArray> all;
    std::shared_ptr<LineList> lines;

    explicit Draft(const QList<QByteArray> &inFile)
    {
        QFile file(folder.filePath(u"in.jsonl"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("The test cannot write its file");
        file.write(inFile.join('\n'));
        file.close();
        const Result<PreflightReport> report = checkFile(file.fileName(), {});
        if (!report || report->requests != inFile.size())
            qFatal("The file has not the lines of the test");
        lines = std::make_shared<LineList>(file.fileName(), report->index);
        m_inFile = inFile;
    }
    void takeRow(qsizetype row)
    {
        lines->addRow(row);
        all.append(m_inFile[row]);
    }
    void add(const QByteArray &line)
    {
        lines->addLine(line);
        all.append(line);
    }

private:
    QList<QByteArray> m_inFile;
};

RequestQuery query(const QString &text, bool isPattern = false)
{
    const Result<RowQuery> read = parseRequestQuery(text, isPattern);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return {.query = *read, .within = {}};
}

std::vector<qint64> found(const Draft &draft, const RequestQuery &query)
{
    const Result<FoundRows> rows = findRequests(*draft.lines, query);
    return rows ? rows->rows : std::vector<qint64>{-1};
}

/// Every text in a value, decoded, with names and numbers as they may be searched for.
bool naiveHas(const QByteArray &line, const QString &word, Qt::CaseSensitivity sensitivity)
{
    // What is escaped is decoded by another reader than the one that is tested.
    const QJsonDocument read = QJsonDocument::fromJson(line);
    if (read.isNull())
        return QString::fromUtf8(line).contains(word, sensitivity);
    const QString plain = QString::fromUtf8(read.toJson(QJsonDocument::Compact));
    return plain.contains(word, sensitivity);
}

} // namespace

class RequestFinderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void conditionsAndWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<qint64>>("rows");
        using Rows = std::vector<qint64>;
        QTest::newRow("a word") << u"hello"_s << Rows{0, 3};
        QTest::newRow("an escaped word") << u"Grüße"_s << Rows{1};
        QTest::newRow("an id") << u"id:b"_s << Rows{1};
        QTest::newRow("a model") << u"model:mini"_s << Rows{0, 1};
        QTest::newRow("a model, all of it") << u"model=mini"_s << Rows{};
        QTest::newRow("a pointer") << u"/body/temperature>0.5"_s << Rows{1};
        QTest::newRow("a pointer of requests") << u"request:/body/temperature=0.2"_s << Rows{0};
        QTest::newRow("word and condition") << u"hello model:mini"_s << Rows{0};
        QTest::newRow("what is no JSON") << u"nonsense"_s << Rows{2};
        QTest::newRow("a quoted condition") << u"\"id:b\""_s << Rows{};
    }
    void conditionsAndWords()
    {
        QFETCH(const QString, text);
        Draft draft(
            {R"({"custom_id":"a","body":{"model":"m-mini","temperature":0.2,"t":"Hello"}})",
             R"({"custom_id":"b","body":{"model":"m-mini","temperature":0.9,"t":"Gr\u00fc\u00dfe"}})",
             "nonsense {"});
        for (qsizetype i = 0; i < 3; ++i)
            draft.takeRow(i);
        draft.add(R"({"custom_id":"c","body":{"t":"say hello"}})");
        QTEST(found(draft, query(text)), "rows");
    }

    void whatRequestsHaveNotIsSaid()
    {
        for (const char *text : {"error:limit", "tokens>5", "status=429", "finish=stop",
                                 "outcome:failed", "a error:x b"}) {
            const Result<RowQuery> read = parseRequestQuery(QString::fromLatin1(text));
            QVERIFY2(!read, text);
            QCOMPARE(read.error().kind, ErrorKind::BadInput);
            QVERIFY(!read.error().message.isEmpty());
        }
        QVERIFY(!parseRequestQuery(u"("_s, true));
    }

    void caseAndPatterns()
    {
        Draft draft({"{\"t\":\"One\"}", "{\"t\":\"one\"}", "{\"t\":\"o\\u006ee\"}"});
        for (qsizetype i = 0; i < 3; ++i)
            draft.takeRow(i);
        RequestQuery one = query(u"One"_s);
        QCOMPARE(found(draft, one), std::vector<qint64>({0, 1, 2}));
        one.query.matchesCase = true;
        QCOMPARE(found(draft, one), std::vector<qint64>({0}));
        RequestQuery pattern = query(u"\"o.e\""_s, true);
        pattern.query.matchesCase = true;
        QCOMPARE(found(draft, pattern), std::vector<qint64>({1, 2}));
    }

    /// Whatever a draft is made of, it finds what a naive look at every line finds.
    void itFindsWhatANaiveLookFinds()
    {
        QRandomGenerator random(20260);
        const QStringList texts{u"apple"_s, u"Ünder"_s,     u"日本"_s,
                                u"a\"b"_s,  u"tab\there"_s, u"back\\slash"_s,
                                u"x/y"_s,   u"😀"_s,        u"Apple pie"_s};
        const auto newLine = [&](int i) {
            if (random.bounded(20) == 0)
                return QByteArray("no json ")
                    + texts[random.bounded(texts.size())].simplified().remove(u'\\').toUtf8();
            const QJsonObject body{{u"model"_s, u"m%1"_s.arg(random.bounded(3))},
                                   {u"t"_s, texts[random.bounded(texts.size())]},
                                   {u"n"_s, random.bounded(100)}};
            QByteArray line
                = QJsonDocument(QJsonObject{{u"body"_s, body}, {u"custom_id"_s, u"id-%1"_s.arg(i)}})
                      .toJson(QJsonDocument::Compact);
            if (random.bounded(2) == 0) // the same, escaped
                line.replace("apple", "\\u0061pple")
                    .replace("日", "\\u65e5")
                    .replace("Ü", "\\u00dc");
            return line;
        };
        QList<QByteArray> inFile;
        for (int i = 0; i < 5000; ++i)
            inFile.append(newLine(i));
        Draft draft(inFile);
        for (int i = 0; i < 5000; ++i) {
            const int dice = int(random.bounded(10));
            if (dice > 1)
                draft.takeRow(i);
            if (dice == 0)
                draft.add(newLine(10'000 + i));
        }
        for (int i = 0; i < 50; ++i)
            draft.takeRow(random.bounded(5000)); // out of order
        for (const QString &word :
             QStringList(texts) + QStringList{u"PLE"_s, u"m1"_s, u"id-49"_s}) {
            if (word.contains(u'"') || word.contains(u'\\') || word.contains(u'\t'))
                continue; // the naive look has them escaped
            for (const bool matchesCase : {false, true}) {
                RequestQuery wanted = query(word);
                wanted.query.matchesCase = matchesCase;
                std::vector<qint64> naive, inSome, some;
                for (qsizetype row = 0; row < draft.all.size(); ++row) {
                    const bool has
                        = naiveHas(draft.all[row], word,
                                   matchesCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
                    if (has)
                        naive.push_back(row);
                    if (row % 3 == 0 || row % 7 < 3) {
                        some.push_back(row);
                        if (has)
                            inSome.push_back(row);
                    }
                }
                QCOMPARE(found(draft, wanted), naive);
                wanted.within = some;
                QCOMPARE(found(draft, wanted), inSome);
            }
        }
        RequestQuery number = query(u"/body/n<10 model=m1"_s);
        std::vector<qint64> naive;
        for (qsizetype row = 0; row < draft.all.size(); ++row) {
            const QJsonObject body = QJsonDocument::fromJson(draft.all[row])[u"body"_s].toObject();
            if (body[u"model"_s] == u"m1"_s && body[u"n"_s].toInt(100) < 10)
                naive.push_back(row);
        }
        QVERIFY(naive.size() > 20);
        QCOMPARE(found(draft, number), naive);
    }

    void rowsAloneNeedNoFile()
    {
        Draft draft({"{}", "{}"});
        draft.takeRow(0);
        draft.takeRow(1);
        const std::vector<qint64> rows{0, 1};
        QCOMPARE(found(draft, {.query = {}, .within = rows}), rows);
    }

    void itStopsAndSaysThatTheFileChanged()
    {
        Draft draft(QList<QByteArray>(9000, "{\"t\":\"x\"}"));
        for (qsizetype i = 0; i < 9000; ++i)
            draft.takeRow(i);
        const Result<FoundRows> stopped
            = findRequests(*draft.lines, query(u"x"_s), [] { return true; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QFile file(draft.folder.filePath(u"in.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        const Result<FoundRows> changed = findRequests(*draft.lines, query(u"x"_s));
        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, ErrorKind::FileChanged);
    }

    void onThePoolTheAnswerIsTheSame()
    {
        Draft draft({"{\"t\":\"x\"}", "{\"t\":\"y\"}"});
        draft.takeRow(1);
        draft.takeRow(0);
        QThreadPool pool;
        QFuture<Result<FoundRows>> rows = findRequests(pool, draft.lines, query(u"\"x\""_s));
        rows.waitForFinished();
        QCOMPARE(rows.result()->rows, std::vector<qint64>({1}));
        QCOMPARE(rows.result()->looked, 2);
    }
};

QTEST_GUILESS_MAIN(RequestFinderTest)
#include "tst_requestfinder.moc"
