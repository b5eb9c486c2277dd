// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/repairplan.h"

#include "jsonl/preflight.h"
#include "testfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// "line 2 [x] → [y]" with the marked places in brackets, and … where the line goes on.
QString printed(const RepairSample &sample)
{
    const auto side = [](const RepairSample::Side &one) {
        QByteArray text = one.bytes;
        text.insert(one.changedAt + one.changedSize, ']').insert(one.changedAt, '[');
        text.replace("\r", "<CR>").replace("\xEF\xBB\xBF", "<BOM>").replace("\xFF", "<FF>");
        return (one.hasMoreBefore ? u"…"_s : QString()) + QString::fromUtf8(text)
            + (one.hasMoreBehind ? u"…"_s : QString());
    };
    const QString after = sample.isGone ? u"gone"_s
        : sample.isMoved                ? u"moved, "_s + QString::fromUtf8(sample.group)
                                        : side(sample.after);
    return u"%1 %2 → %3"_s.arg(sample.line).arg(side(sample.before), after);
}

QString printed(const RepairPlan &plan)
{
    QStringList all;
    for (const RepairPlan::Kind &kind : plan.kinds) {
        QString text = kind.kind + u':';
        for (const RepairPlan::Change &change : kind.changes)
            text += u' ' + QString::number(change.line);
        all.append(text);
    }
    return all.join(u", "_s);
}

} // namespace

class RepairPlanTest : public QObject {
    Q_OBJECT

private:
    TestFiles m_files;
    QString m_path;
    RepairOptions m_options;
    std::shared_ptr<const RepairPlan> m_plan;

    void makePlan(const QByteArray &input)
    {
        m_path = m_files.write(u"in.jsonl"_s, input);
        const auto plan = planRepair(m_path, m_options);
        m_plan = plan ? *plan : nullptr;
        QVERIFY(m_plan);
    }
    QString sample(const QString &kind, std::size_t number = 0)
    {
        const Result<PreflightReport> report = checkFile(m_path, m_options.rules);
        const RepairPlan::Kind *known = m_plan->find(kind);
        if (!report || !known || number >= known->changes.size())
            return u"none"_s;
        const Result<RepairSample> one
            = sampleRepair(m_path, report->index, kind, known->changes[number], m_options);
        return one ? printed(*one) : one.error().message;
    }

private Q_SLOTS:
    void init() { m_options = {}; }

    void eachKindHasItsLinesAndTheirChange()
    {
        Profile profile;
        m_options.rules.profile = profile;
        m_options.maxTokens = 9;
        makePlan("\xEF\xBB\xBF{\"custom_id\":\"a\",\"body\":{\"model\":\"m\"}}\r\n"
                 " \n"
                 "{\"custom_id\":\"a\",\"body\":{\"stream\":true,\"t\":\"\\ud800.\"}}\n"
                 "{\"custom_id\":\"a\",\"body\":{\"model\":\"n\",\"messages\":[]}}\n"
                 "nonsense\n"
                 "{\"body\":{\"t\":\"\xFF\"}}\n"
                 "{\"custom_id\":\"b\",\"url\":\"/v1/x\",\"method\":\"GET\",\"body\":{}}\n"
                 "{\"custom_id\":7,\"url\":\"https://h/v1/x\",\"body\":{}}");
        QCOMPARE(printed(*m_plan),
                 "bom: 1, crlf: 1, blank_line: 2, not_utf8: 6, lone_surrogate: 3, stream_set: 3, "
                 "missing_max_tokens: 4, wrong_url: 8, bad_method: 7, missing_custom_id: 6, "
                 "bad_custom_id: 8, duplicate_custom_id: 3 4, mixed_urls: 7 8, mixed_models: 4, "
                 "unusable: 5"_L1);
        QCOMPARE(sample(u"bom"_s),
                 u"1 [<BOM>]{\"custom_id\":\"a\",\"body\":{\"model\":\"m\"}} → "
                 "[]{\"custom_id\":\"a\",\"body\":{\"model\":\"m\"}}"_s);
        QCOMPARE(sample(u"crlf"_s),
                 u"1 {\"custom_id\":\"a\",\"body\":{\"model\":\"m\"}}[<CR>] → "
                 "{\"custom_id\":\"a\",\"body\":{\"model\":\"m\"}}[]"_s);
        QCOMPARE(sample(u"blank_line"_s), u"2 [] → gone"_s);
        QCOMPARE(sample(u"not_utf8"_s),
                 u"6 {\"body\":{\"t\":\"[<FF>]\"}} → {\"body\":{\"t\":\"[\uFFFD]\"}}"_s);
        QVERIFY(sample(u"lone_surrogate"_s).endsWith(uR"("[\ufffd]."}})"_s));
        QVERIFY(sample(u"stream_set"_s).contains(u"\"stream\":[true]"_s));
        QVERIFY(sample(u"stream_set"_s).contains(u"\"stream\":[false]"_s));
        QVERIFY(sample(u"missing_max_tokens"_s).contains(u"{[\"max_tokens\":9,]\"model"_s));
        QVERIFY(sample(u"wrong_url"_s).contains(u"\"[https://h]/v1/x\""_s));
        QVERIFY(sample(u"bad_method"_s).endsWith(u"\"[POST]\",\"body\":{}}"_s));
        // The bytes that are no text are mended first, or it would be no line of JSON.
        QVERIFY(sample(u"missing_custom_id"_s)
                    .endsWith(u"{[\"custom_id\":\"line-6\",]\"body\":{\"t\":\"\uFFFD\"}}"_s));
        QVERIFY(sample(u"bad_custom_id"_s).contains(u"→ {\"custom_id\":[\"7\"],"_s));
        QVERIFY(sample(u"duplicate_custom_id"_s, 1).contains(u"→ {\"custom_id\":\"a[-3]\""_s));
        QCOMPARE(sample(u"mixed_models"_s),
                 u"4 {\"custom_id\":\"a\",\"body\":{\"model\":[\"n\"],\"messages\":[]}} → "
                 "moved, \"n\""_s);
        QVERIFY(sample(u"mixed_urls"_s).contains(u"\"url\":[\"/v1/x\"]"_s));
        QCOMPARE(sample(u"unusable"_s), u"5 [nonsense] → gone"_s);
        QCOMPARE(m_plan->fileCount({}), 3);
        QCOMPARE(m_plan->fileCount({u"mixed_urls"_s}), 2);
        QCOMPARE(m_plan->fileCount({u"mixed_urls"_s, u"mixed_models"_s}), 1);
    }

    void whatIsGoodHasNoPlan()
    {
        makePlan("{\"custom_id\":\"a\",\"body\":{\"model\":\"m\"}}\n");
        QVERIFY(m_plan->kinds.empty());
        QCOMPARE(m_plan->fileCount({}), 1);
    }

    void longLinesAreCutToThePlaceAndCharactersStayWhole()
    {
        QByteArray text;
        while (text.size() < 100'000)
            text += "ä漢😀x";
        makePlan("{\"custom_id\":\"a\",\"body\":{\"t\":\"" + text + "\",\"stream\":true,\"u\":\""
                 + text + "\"}}\n");
        const QString shown = sample(u"stream_set"_s);
        QVERIFY(shown.size() < 1'200);
        QVERIFY(shown.contains(u"\"stream\":[true]"_s));
        QVERIFY(shown.startsWith(u"1 …"_s) && shown.endsWith(u'…'));
        QVERIFY(!shown.contains(QChar::ReplacementCharacter));
    }

    /// The plan says of every line what the repair then does.
    void theRepairDoesWhatThePlanSays()
    {
        QByteArray input;
        for (int i = 0; i < 3000; ++i) {
            QByteArray line = "{\"custom_id\":\"q" + QByteArray::number(i % 700)
                + "\",\"body\":{\"model\":\"m\",\"stream\":" + (i % 7 == 0 ? "true" : "false")
                + "}}";
            if (i % 11 == 0)
                line.replace("\"custom_id\":", "\"id\":");
            if (i % 13 == 0)
                line.chop(3);
            input += line + (i % 3 == 0 ? "\r\n" : "\n") + (i % 17 == 0 ? "\n" : "");
        }
        makePlan(input);
        const Result<RepairReport> report
            = repairFile(m_path, {.target = m_files.path(u"out.jsonl"_s)});
        QVERIFY(report);
        qsizetype changed = 0;
        for (const auto &[kind, count] : report->changed) {
            const RepairPlan::Kind *planned = m_plan->find(kind);
            QVERIFY(planned);
            QCOMPARE(std::ssize(planned->changes), count);
            ++changed;
        }
        QCOMPARE(std::ssize(m_plan->kinds), changed + 1);
        QCOMPARE(std::ssize(m_plan->find(u"unusable")->changes), report->dropped);
        QVERIFY(report->dropped > 100);
        // A repeated id is shown with the number that it gets.
        const QByteArray written = bytesOf(m_files.path(u"out.jsonl"_s));
        const QString shown = sample(u"duplicate_custom_id"_s, 1500);
        const qsizetype at = shown.indexOf(u"→ {\"custom_id\":\""_s) + 16;
        const QString id = shown.sliced(at, shown.indexOf(u'"', at) - at).remove(u'[').remove(u']');
        QVERIFY2(written.count("\"custom_id\":\"" + id.toUtf8() + "\"") == 1, qPrintable(shown));
    }

    void aFileThatIsGoneIsAnError()
    {
        QVERIFY(!planRepair(m_files.path(u"gone.jsonl"_s), {}));
        makePlan("{\"custom_id\":\"a\",\"body\":{}}\r\n");
        const Result<PreflightReport> report = checkFile(m_path, {});
        m_files.write(u"in.jsonl"_s, "other\n");
        const Result<RepairSample> sample = sampleRepair(
            m_path, report->index, u"crlf"_s, m_plan->find(u"crlf")->changes.front(), {});
        QVERIFY(!sample);
        QCOMPARE(sample.error().kind, ErrorKind::FileChanged);
    }
};

QTEST_GUILESS_MAIN(RepairPlanTest)
#include "tst_repairplan.moc"
