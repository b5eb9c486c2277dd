// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialectcases.h"
#include "support/files.h"
#include "support/jsoncompare.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestInline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replies_data() { addCaseRows(inlineDialect); }
    void replies() { runReplyCase(inlineDialect); }
    void next_data() { addCaseRows(inlineDialect); }
    void next() { runNextCase(inlineDialect); }
    void goldenBody();
    void defaultsAreLeftOut();
    void metadataOfAnyJsonGoesAsItIs();
    void metadataIsLeftOutWhereThereIsNone();
    void partialResultsAreAskedForWithTheStatus();

private:
    Run m_run;
    Batch m_batch;
    Profile m_profile = profileOf(u"meshapi"_s);
    BatchView view() const { return {.run = m_run, .batch = m_batch, .profile = m_profile}; }

private Q_SLOTS:
    void init()
    {
        m_run = {.metadata = {{u"project"_s, "\"Q2 \\u00e9/\""},
                              {u"tries"_s, "3"},
                              {u"tags"_s, "[1.0,{\"a\":null}]"}}};
        m_batch = {};
        m_batch.facts.intent = u"5f0c2f0e-8c5e-4a36-9c54-0f6a3a4a1c11"_s;
        m_profile = profileOf(u"meshapi"_s);
    }
};

void TestInline::goldenBody()
{
    const QString folder = QStringLiteral(SOURCE_DIR "/tests/dialects/data/bodies/");
    const QByteArray lines = bytesOf(folder + "requests.jsonl"_L1);
    COMPARE_BYTES(bodyOf(inlineDialect, view(), lines), folder + "inline.body"_L1);
}

void TestInline::defaultsAreLeftOut()
{
    const auto written = [this](const QByteArray &line) {
        const PaddedBuffer buffer(line);
        QByteArray out;
        inlineDialect.writeLine(*readRequest(buffer.line()), view(), out);
        return out;
    };
    const QByteArray bare = R"({"custom_id":"a","body":{}})";
    QCOMPARE(written(bare), bare);
    QCOMPARE(written(R"({"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{}})"),
             bare);
    QCOMPARE(written(R"({"custom_id":"a","method":"post","url":"/v1/embeddings","body":{}})"),
             R"({"custom_id":"a","method":"post","url":"/v1/embeddings","body":{}})");
    m_run.endpoint = u"/v1/embeddings"_s;
    QCOMPARE(written(bare), R"({"custom_id":"a","url":"/v1/embeddings","body":{}})");
}

void TestInline::metadataOfAnyJsonGoesAsItIs()
{
    const QByteArray expected
        = R"(],"completion_window":"24h","metadata":{"project":"Q2 \u00e9/","tries":3,"tags":[1.0,{"a":null}],)"
          R"("batchdesk_intent":"5f0c2f0e-8c5e-4a36-9c54-0f6a3a4a1c11"}})";
    QCOMPARE(inlineDialect.framing(view()).after, expected);
    // Elsewhere values are texts.
    m_profile.freeMetadata = false;
    const QByteArray texts = R"("tries":"3","tags":"[1.0,{\"a\":null}]")";
    QVERIFY(inlineDialect.framing(view()).after.contains(texts));
    // Nobody can say an intent that is not ours.
    m_run.metadata = {{u"batchdesk_intent"_s, "\"x\""}};
    QCOMPARE(inlineDialect.framing(view()).after.count("batchdesk_intent"), 1);
    QVERIFY(!inlineDialect.framing(view()).after.contains("\"x\""));
}

void TestInline::metadataIsLeftOutWhereThereIsNone()
{
    m_run.metadata = {{u"gone"_s, "null"}};
    m_batch.facts.intent.clear();
    const QByteArray bare = R"(],"completion_window":"24h"})";
    QCOMPARE(inlineDialect.framing(view()).after, bare);
    m_profile.windows.clear();
    QCOMPARE(inlineDialect.framing(view()).after, "]}");
    m_run.metadata = {{u"a"_s, "1"}};
    m_profile.hasMetadata = false;
    QCOMPARE(inlineDialect.framing(view()).after, "]}");
}

void TestInline::partialResultsAreAskedForWithTheStatus()
{
    QVERIFY(inlineDialect.sources(view()).empty());
    m_batch.facts.remoteId = u"b"_s;
    m_batch.facts.outputFileId = u"o"_s;
    const std::vector<Call> calls = inlineDialect.sources(view());
    QCOMPARE(calls.size(), 2U);
    QCOMPARE(calls.front().kind, StepKind::Status);
    QCOMPARE(calls.front().sink, SinkKind::SplitArray);
    QCOMPARE(calls.front().splitKey, "results");
    QCOMPARE(calls.back().kind, StepKind::FetchOutput);
}

QTEST_GUILESS_MAIN(TestInline)
#include "tst_inline.moc"
