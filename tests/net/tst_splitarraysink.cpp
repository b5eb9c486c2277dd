// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpreply.h"
#include "net/sink.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What came of a reply, as one value to compare.
struct Outcome {
    bool ok = false;
    QByteArray body;
    QByteArray file; ///< "none" where there is none
    qint64 lines = 0;

    bool operator==(const Outcome &) const = default;
};

QByteArray show(const Outcome &outcome)
{
    return (outcome.ok ? "ok" : "error") + QByteArray(" body=") + outcome.body
        + " file=" + outcome.file + " lines=" + QByteArray::number(outcome.lines);
}

Outcome split(const QString &path, const QList<QByteArray> &chunks,
              const QByteArray &key = "results")
{
    QFile::remove(path);
    Outcome outcome;
    HttpReply reply;
    {
        SplitArraySink sink(path, key);
        Result<> result = sink.begin();
        for (const QByteArray &chunk : chunks)
            if (result)
                result = sink.write(chunk);
        if (result)
            result = sink.commit(reply);
        outcome.ok = result.has_value();
    }
    outcome.body = reply.body;
    outcome.lines = reply.fileLines;
    QFile file(path);
    outcome.file = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    return outcome;
}

} // namespace

class SplitArraySinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
    void everyCutIsNoticed_data();
    void everyCutIsNoticed();
    void brokenListsAreRefused_data();
    void brokenListsAreRefused();
    void theRestHasACap();
    void bigElementsStream();
    void elementsAreTheSameJson();

private:
    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(u"lines.jsonl"_s);
};

void SplitArraySinkTest::splits_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("file");
    const auto row = [](const char *name, QByteArray input, QByteArray body, QByteArray file) {
        QTest::newRow(name) << input << body << file;
    };
    row("compact", R"({"id":"b","results":[{"a":1},{"a":2}],"n":2})",
        R"({"id":"b","results":[],"n":2})", "{\"a\":1}\n{\"a\":2}\n");
    row("pretty",
        "{\n  \"results\": [\n    {\n      \"a\": 1\n    },\n    {\"b\": [1,\r\n 2]}\n  ]\n}\n",
        "{\n  \"results\": []\n}\n", "{       \"a\": 1     }\n{\"b\": [1,   2]}\n");
    row("empty array", R"({"results":[ ]})", R"({"results":[]})", "");
    row("null", R"({"results":null,"a":[1]})", R"({"results":null,"a":[1]})", "none");
    row("an object instead", R"({"results":{"results":[1]}})", R"({"results":{"results":[1]}})",
        "none");
    row("a string instead", R"({"results":"[1,2]"})", R"({"results":"[1,2]"})", "none");
    row("not there", R"({"data":[1,2]})", R"({"data":[1,2]})", "none");
    row("deeper is another", R"({"x":{"results":[1]},"y":[{"results":[2]}]})",
        R"({"x":{"results":[1]},"y":[{"results":[2]}]})", "none");
    row("as a value it is no key", R"({"a":"results","b":[1]})", R"({"a":"results","b":[1]})",
        "none");
    row("a longer key is another", R"({"results2":[1],"result":[2]})",
        R"({"results2":[1],"result":[2]})", "none");
    row("escaped key", R"({"res\u0075lts":[1]})", R"({"res\u0075lts":[]})", "1\n");
    row("brackets in strings", R"({"results":[{"a":"]},{[\"\\"},"],["],"z":"]"})",
        R"({"results":[],"z":"]"})", "{\"a\":\"]},{[\\\"\\\\\"}\n\"],[\"\n");
    row("scalars", R"({"results":[1 , true,null ,-1.50e3,"s"]})", R"({"results":[]})",
        "1\ntrue\nnull\n-1.50e3\n\"s\"\n");
    row("nested arrays", R"({"results":[[1,[2]],[],{}]})", R"({"results":[]})",
        "[1,[2]]\n[]\n{}\n");
    row("numbers as they are", R"({"results":[{"n":12345678901234567890,"z":1.0,"n":-0}]})",
        R"({"results":[]})", "{\"n\":12345678901234567890,\"z\":1.0,\"n\":-0}\n");
    row("spaces about the colon", "{ \"results\" \n:\t [ 1 ] }", "{ \"results\" \n:\t [] }", "1\n");
    row("UTF-8 and separators", "{\"results\":[\"\xc3\xa4\xe2\x80\xa8\xf0\x9f\x98\x80\"]}",
        R"({"results":[]})", "\"\xc3\xa4\xe2\x80\xa8\xf0\x9f\x98\x80\"\n");
    row("tab and CR in a string stay", "{\"results\":[\"a\tb\rc\"]}", R"({"results":[]})",
        "\"a\tb\rc\"\n");
    row("a raw line end in a string cannot make two lines", "{\"results\":[\"a\nb\"]}",
        R"({"results":[]})", "\"a\\nb\"\n");
    row("not an object", "[1,[2],\"results\"]", "[1,[2],\"results\"]", "none");
    row("a page", "<html>\"results\":[1]</html>", "<html>\"results\":[1]</html>", "none");
    row("after the end all is kept", R"({"results":[1]} {"results":[2]})",
        R"({"results":[]} {"results":[2]})", "1\n");
}

/// Whole, byte by byte, and in two pieces cut at every place: always the same.
void SplitArraySinkTest::splits()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, file);
    const Outcome expected{
        .ok = true, .body = body, .file = file, .lines = file == "none" ? 0 : file.count('\n')};
    QCOMPARE(show(split(m_path, {input})), show(expected));
    QList<QByteArray> bytes;
    for (const char c : input)
        bytes.append(QByteArray(1, c));
    QCOMPARE(show(split(m_path, bytes)), show(expected));
    for (qsizetype at = 1; at < input.size(); ++at)
        QCOMPARE(show(split(m_path, {input.first(at), input.sliced(at)})), show(expected));
}

void SplitArraySinkTest::everyCutIsNoticed_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("results last") << QByteArray(R"({"id":"b","results":[{"a":"x\"y"},[2],3]})");
    QTest::newRow("results first")
        << QByteArray(R"({"results":[{"a":1},{"a":2}],"id":"b","m":{"k":[1]}})");
}

void SplitArraySinkTest::everyCutIsNoticed()
{
    QFETCH(const QByteArray, input);
    QVERIFY(split(m_path, {input}).ok);
    for (qsizetype at = 0; at < input.size(); ++at) {
        const Outcome outcome = split(m_path, {input.first(at)});
        QVERIFY2(!outcome.ok, input.first(at).constData());
        QCOMPARE(outcome.file, "none");
    }
}

void SplitArraySinkTest::brokenListsAreRefused_data()
{
    QTest::addColumn<QByteArray>("input");
    for (const char *input :
         {R"({"results":[1,]})", R"({"results":[,1]})", R"({"results":[1 2]})", R"({"results":[}})",
          R"({"results":[1}})", R"({"results":[{}}})", R"({"results":[{}{}]})",
          R"({"results":[1],"results":[2]})", R"({"results":[:]})"})
        QTest::newRow(input) << QByteArray(input);
}

void SplitArraySinkTest::brokenListsAreRefused()
{
    QFETCH(const QByteArray, input);
    const Outcome outcome = split(m_path, {input});
    QVERIFY2(!outcome.ok, show(outcome).constData());
    QCOMPARE(outcome.file, "none");
}

void SplitArraySinkTest::theRestHasACap()
{
    SplitArraySink sink(m_path, "results", 100);
    QVERIFY(sink.begin());
    QVERIFY(sink.write(R"({"results":[")" + QByteArray(1000, 'x') + R"("],"rest":")"));
    const Result<> written = sink.write(QByteArray(100, 'y'));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::BadReply);
}

/// An element far larger than any buffer, with escapes and line ends at every place of a chunk.
void SplitArraySinkTest::bigElementsStream()
{
    QByteArray element = "{\"text\":\"";
    for (int i = 0; i < 200'000; ++i)
        element += "abc\\\"]}" + QByteArray::number(i);
    element += "\"}";
    const QByteArray input = "{\"results\":[" + element + ",\n" + element + "]}";
    QList<QByteArray> chunks;
    for (qsizetype at = 0; at < input.size(); at += 9'973)
        chunks.append(input.sliced(at, std::min<qsizetype>(9'973, input.size() - at)));
    const Outcome outcome = split(m_path, chunks);
    QVERIFY(outcome.ok);
    QCOMPARE(outcome.body, "{\"results\":[]}");
    QVERIFY(outcome.file == element + '\n' + element + '\n');
    QCOMPARE(outcome.lines, 2);
}

/// The lines mean the same as the elements, whatever the layout.
void SplitArraySinkTest::elementsAreTheSameJson()
{
    QJsonArray elements;
    for (int i = 0; i < 200; ++i)
        elements.append(
            QJsonObject{{u"id"_s, u"q-%1\n\t\"{[,]}\\"_s.arg(i)},
                        {u"list"_s, QJsonArray{i, u"x"_s.repeated(i), QJsonValue::Null}},
                        {u"nested"_s, QJsonObject{{u"results"_s, QJsonArray{1, 2}}}}});
    const QJsonObject root{
        {u"after"_s, u"z"_s}, {u"results"_s, elements}, {u"object"_s, u"batch"_s}};
    for (const auto format : {QJsonDocument::Compact, QJsonDocument::Indented}) {
        const Outcome outcome = split(m_path, {QJsonDocument(root).toJson(format)});
        QVERIFY(outcome.ok);
        QCOMPARE(outcome.lines, elements.size());
        const QList<QByteArray> lines = outcome.file.split('\n');
        for (qsizetype i = 0; i < elements.size(); ++i)
            QCOMPARE(QJsonDocument::fromJson(lines.at(i)).object(), elements.at(i).toObject());
        QJsonObject rest = root;
        rest.insert(u"results"_s, QJsonArray());
        QCOMPARE(QJsonDocument::fromJson(outcome.body).object(), rest);
    }
}

QTEST_GUILESS_MAIN(SplitArraySinkTest)

#include "tst_splitarraysink.moc"
