// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/findingrows.h"

#include "testfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString printed(const FindingRows &found)
{
    QStringList all;
    for (const FindingRows::Kind &kind : found.kinds) {
        QString text = kind.kind + u':';
        for (const qint64 row : kind.rows)
            text += u' ' + QString::number(row);
        all.append(text);
    }
    return all.join(u", "_s);
}

} // namespace

class FindingRowsTest : public QObject {
    Q_OBJECT

private:
    TestFiles m_files;

private Q_SLOTS:
    void rowsAreThoseOfTheTable()
    {
        const QString path
            = m_files.write(u"in.jsonl"_s,
                            "\n{\"custom_id\":\"a\",\"body\":{\"model\":\"m\"}}\n\nnonsense\n"
                            "{\"custom_id\":\"a\",\"x\":1,\"body\":{\"model\":\"m\"}}\r\n");
        const Result<PreflightReport> report = checkFile(path, {});
        QVERIFY(report);
        const auto found = findingRows(path, {}, *report);
        QVERIFY(found);
        // Blank lines are no rows; findings keep the order of the report.
        QCOMPARE(printed(**found),
                 "not_json: 1, duplicate_custom_id: 2, blank_line:, crlf: 2, unknown_field: 2"_L1);
        using Which = FindingRows::Which;
        QCOMPARE((*found)->rows(Which::Any), std::vector<qint64>({1, 2}));
        QCOMPARE((*found)->rows(Which::Errors), std::vector<qint64>({1, 2}));
        QCOMPARE((*found)->rows(Which::Warnings), std::vector<qint64>({2}));
        QCOMPARE((*found)->rows(Which::Any, u"not_json"), std::vector<qint64>({1}));
        QCOMPARE((*found)->rows(Which::Warnings, u"not_json"), std::vector<qint64>());
    }

    /// Beyond the hundred lines that a report names.
    void allLinesAreThere()
    {
        QByteArray input;
        std::vector<qint64> broken;
        for (int i = 0; i < 20'000; ++i) {
            if (i % 3 == 0)
                broken.push_back(i);
            input += i % 3 == 0
                ? QByteArray("[]\n")
                : "{\"custom_id\":\"" + QByteArray::number(i) + "\",\"body\":{\"model\":\"m\"}}\n";
        }
        const QString path = m_files.write(u"many.jsonl"_s, input);
        const Result<PreflightReport> report = checkFile(path, {});
        QVERIFY(report);
        QCOMPARE(report->findings.first().lines.size(), maxFindingLines);
        for (const qint64 block : {qint64(700), qint64(2) << 20}) {
            const auto found = findingRows(path, {}, *report, Pass{.blockBytes = block});
            QVERIFY(found);
            QCOMPARE((*found)->rows(FindingRows::Which::Any), broken);
        }
    }

    void itCanBeStopped()
    {
        const QString path = m_files.write(u"long.jsonl"_s, QByteArray("[]\n").repeated(10'000));
        const Result<PreflightReport> report = checkFile(path, {});
        QVERIFY(report);
        const Pass pass{.blockBytes = 64, .isCancelled = [] { return true; }};
        const auto found = findingRows(path, {}, *report, pass);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(FindingRowsTest)
#include "tst_findingrows.moc"
