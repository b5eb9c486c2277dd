// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/roworder.h"

#include "results/runfixture.h"
#include "results/sortkey.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QThreadPool>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using Key = RowOrder::Key;

namespace {

/// A text so that a comparison of bytes gives the order that is promised: made otherwise than the
/// product does.
QByteArray plainly(const QString &text)
{
    QString out;
    static const QRegularExpression digits(u"[0-9]+"_s);
    qsizetype behind = 0;
    const QString simple = text.simplified();
    for (auto match = digits.globalMatch(simple); match.hasNext();) {
        const auto one = match.next();
        out += simple.mid(behind, one.capturedStart() - behind);
        out += one.captured().rightJustified(60, u'0');
        behind = one.capturedEnd();
    }
    QByteArray bytes = (out + simple.mid(behind)).toUtf8();
    for (char &c : bytes)
        if (c >= 'A' && c <= 'Z')
            c = char(c + 32);
    return bytes;
}

/// What a row is ordered by, read in full.
struct Value {
    bool isThere = false;
    QByteArray text;
    qint64 number = 0;
};

Value valueOf(const ResultRow &row, Key key)
{
    const QString answer
        = row.result.content.isEmpty() ? row.result.errorMessage : row.result.content;
    const auto text = [](const QString &of) {
        return Value{.isThere = !of.simplified().isEmpty(), .text = plainly(of)};
    };
    switch (key) {
    case Key::Number: return {.isThere = true, .number = row.row};
    case Key::CustomId: return text(row.customId);
    case Key::Outcome: return {.isThere = true, .number = qint64(row.result.outcome)};
    case Key::Answer: return text(answer);
    case Key::AnswerLength:
        return {.isThere = !answer.isEmpty(), .number = qint64(answer.toUcs4().size())};
    case Key::TotalTokens:
        return {.isThere = row.result.totalTokens.has_value(),
                .number = row.result.totalTokens.value_or(0)};
    case Key::FinishReason: return text(row.result.finishReason);
    }
    Q_UNREACHABLE_RETURN({});
}

RowList slowly(const RunResults &results, RowOrder order)
{
    const auto rows = results.rows(0, results.count());
    std::vector<Value> values;
    for (const ResultRow &row : *rows) {
        values.push_back(valueOf(row, order.key));
        if (order.key == Key::Outcome)
            values.back().number = qint64(results.outcome(row.row));
    }
    RowList list(values.size());
    std::iota(list.begin(), list.end(), 0U);
    std::ranges::stable_sort(list, [&](quint32 left, quint32 right) {
        const Value &a = values[left];
        const Value &b = values[right];
        if (!a.isThere || !b.isThere)
            return a.isThere && !b.isThere;
        const auto less = [](const Value &x, const Value &y) {
            return std::tie(x.text, x.number) < std::tie(y.text, y.number);
        };
        return order.direction == Qt::AscendingOrder ? less(a, b) : less(b, a);
    });
    return list;
}

QString mixedText(QRandomGenerator &random)
{
    static const QStringList words{u"alpha"_s,
                                   u"Alpha"_s,
                                   u"beta 2"_s,
                                   u"beta 10"_s,
                                   u"naïveté"_s,
                                   u"a\"b\\c"_s,
                                   u"\n\tx"_s,
                                   u"\U0001F600"_s,
                                   u"007"_s,
                                   u"7"_s,
                                   u"12345678901"_s,
                                   u"999999"_s,
                                   u"long "_s + QString(90, u'w'),
                                   u"Z"_s};
    QString text;
    for (int n = random.bounded(4); n > 0; --n)
        text += words[random.bounded(int(words.size()))] + QString(random.bounded(3), u' ');
    return text;
}

QByteArray escapedBeyondAscii(const QByteArray &line)
{
    QByteArray escaped;
    for (const QChar c : QString::fromUtf8(line))
        escaped += c.unicode() < 0x80
            ? QByteArray(1, char(c.unicode()))
            : "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return escaped;
}

/// Rows of all kinds: some without result, some answered twice, long texts that differ at their end.
std::shared_ptr<const RunResults> mixed(RunFixture &run, int count)
{
    QRandomGenerator random(23);
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids.append(u"a-name-that-all-of-them-begin-with-%1-%2"_s.arg(random.bounded(9)).arg(i));
    std::shuffle(ids.begin(), ids.end(), random);
    QByteArrayList all = mixedResults(ids);
    for (int i = 0; i < count; ++i) {
        const QString text
            = i % 5 == 0 ? QString(400, u'y') + QString::number(i % 50) : mixedText(random);
        QByteArray line = answerLine(ids[random.bounded(count)], text);
        line.replace("\"total_tokens\":14",
                     "\"total_tokens\":" + QByteArray::number(random.bounded(40) - 5));
        all.append(i % 2 == 0 ? line : escapedBeyondAscii(line));
    }
    std::shuffle(all.begin(), all.end(), random);
    run.setRequests(ids);
    run.addResults(lines(all.first(count)));
    run.addResults(lines(all.sliced(count)), 0, u"error"_s);
    return run.join().value();
}

} // namespace

class tst_RowOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isThatOfAStableSort_data();
    void isThatOfAStableSort();
    void manyPartsToo();
    void sortKeys_data();
    void sortKeys();
    void rowsThatAreFoundStandInIt();
    void aFileThatWasChangedIsSaid();
    void cancelEndsIt();
};

void tst_RowOrder::isThatOfAStableSort_data()
{
    QTest::addColumn<Key>("key");
    QTest::newRow("number") << Key::Number;
    QTest::newRow("custom_id") << Key::CustomId;
    QTest::newRow("outcome") << Key::Outcome;
    QTest::newRow("answer") << Key::Answer;
    QTest::newRow("length") << Key::AnswerLength;
    QTest::newRow("tokens") << Key::TotalTokens;
    QTest::newRow("finish") << Key::FinishReason;
}

void tst_RowOrder::isThatOfAStableSort()
{
    QFETCH(Key, key);
    RunFixture run;
    const auto results = mixed(run, 3000);
    for (const auto direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        const RowOrder order{.key = key, .direction = direction};
        int last = -1;
        const Result<RowList> rows
            = orderRows(*results, order, {.progressed = [&last](int permille) {
                  QVERIFY(permille > last && permille <= 1000);
                  last = permille;
              }});
        QVERIFY(rows);
        QCOMPARE(*rows, slowly(*results, order));
    }
}

void tst_RowOrder::manyPartsToo()
{
    // More rows than are sorted in one piece, with few values, so that rows that are alike are many.
    RunFixture run;
    constexpr int count = 150'000;
    QByteArray all;
    const QByteArray line = answerLine(u"@@"_s, u"answer"_s);
    const QStringList ids = manyIds(count);
    for (int i = 0; i < count; ++i) {
        QByteArray one = line;
        all += one.replace("@@", ids[i].toUtf8())
                   .replace("_tokens\":14", "_tokens\":" + QByteArray::number(i * 7919 % 13))
            + '\n';
    }
    run.setRequests(ids);
    run.addResults(all);
    const auto results = run.join().value();
    RowList wanted(count);
    std::iota(wanted.begin(), wanted.end(), 0U);
    // Numbers in the ids by their value, also where nothing but them differs.
    const Result<RowList> byId = orderRows(*results, {.key = Key::CustomId});
    QVERIFY(byId);
    QVERIFY(*byId == wanted);
    std::ranges::stable_sort(wanted, std::greater(), [](quint32 row) { return row * 7919 % 13; });
    const Result<RowList> byTokens
        = orderRows(*results, {.key = Key::TotalTokens, .direction = Qt::DescendingOrder});
    QVERIFY(byTokens);
    QVERIFY(*byTokens == wanted);
}

void tst_RowOrder::sortKeys_data()
{
    QTest::addColumn<QString>("less");
    QTest::addColumn<QString>("more");
    QTest::newRow("numbers") << u"row-2"_s << u"row-10"_s;
    QTest::newRow("long numbers") << u"99999999999"_s << u"100000000000"_s;
    QTest::newRow("nine and ten digits") << u"999999999"_s << u"1000000000"_s;
    QTest::newRow("zeros in front") << u"007"_s << u"8"_s;
    QTest::newRow("zero") << u"000"_s << u"1"_s;
    QTest::newRow("number and letter") << u"9z"_s << u"a"_s;
    QTest::newRow("case") << u"a"_s << u"B"_s;
    QTest::newRow("blanks in front") << u" \n a"_s << u"b"_s;
    QTest::newRow("shorter first") << u"ab"_s << u"ab c"_s;
    QTest::newRow("beyond ASCII last") << u"z"_s << u"é"_s;
}

void tst_RowOrder::sortKeys()
{
    QFETCH(QString, less);
    QFETCH(QString, more);
    const std::string a = sortKey(less.toStdString(), 512);
    const std::string b = sortKey(more.toStdString(), 512);
    QVERIFY(a < b);
    for (std::size_t most = 1; most < b.size(); ++most) {
        const std::string begin = sortKey(more.toStdString(), most);
        QVERIFY(begin.size() >= most && b.starts_with(begin));
    }
}

void tst_RowOrder::rowsThatAreFoundStandInIt()
{
    QCOMPARE(inOrder({4, 2, 0, 3, 1}, {0, 1, 2}), (std::vector<qint64>{2, 0, 1}));
    QCOMPARE(inOrder({1, 0}, {}), std::vector<qint64>{});
}

void tst_RowOrder::aFileThatWasChangedIsSaid()
{
    RunFixture run;
    const auto results = mixed(run, 50);
    QVERIFY(QFile::resize(run.path(run.files().batches.front().resultFiles.front().path), 10));
    const Result<RowList> rows = orderRows(*results, {.key = Key::Answer});
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::FileChanged);
}

void tst_RowOrder::cancelEndsIt()
{
    RunFixture run;
    const auto results = mixed(run, 50);
    int asked = 0;
    const Result<RowList> rows = orderRows(*results, {.key = Key::Answer},
                                           {.isCancelled = [&asked] { return ++asked > 2; }});
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(tst_RowOrder)
#include "tst_roworder.moc"
