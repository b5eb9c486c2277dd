// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/draftrig.h"
#include "ui/hands.h"
#include "ui/unnamed.h"
#include "widgets/findingspane.h"
#include "widgets/findingsview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>

using namespace Qt::StringLiterals;

/// From what preflight found to the lines that it was found in.
class TstDraftFindings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void goesFromFindingToFinding()
    {
        DraftRig rig;
        QByteArray bytes;
        for (int i = 0; i < 1000; ++i)
            bytes
                += i % 3 == 1 ? QByteArray("[]\n") : draftrig::good(QByteArray::number(i)) + "\r\n";
        QVERIFY(rig.open(rig.write(u"faulty.jsonl"_s, bytes)));
        auto *requests = rig.pane()->findChild<RequestsPane *>();
        rig.table()->setFocus();
        QCOMPARE(requests->currentRow(), 0);
        // Errors alone, though most lines have a warning.
        for (const int row : {1, 4, 7}) {
            QTest::keyClick(rig.table(), Qt::Key_F8);
            QTRY_COMPARE(requests->currentRow(), row);
        }
        QVERIFY(
            hands::texts(*rig.pane()).contains(u"Request 8: The line is JSON, but no object"_s));
        QTest::keyClick(rig.table(), Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(requests->currentRow(), 4);
        requests->goToRow(0);
        QTest::keyClick(rig.table(), Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(requests->currentRow(), 997); // round, and beyond the hundred lines of a report
    }

    void linesOfOneKindAreShownAlone()
    {
        DraftRig rig;
        QByteArray bytes;
        for (int i = 0; i < 1000; ++i)
            bytes += i % 3 == 1 ? QByteArray("[]\n") : draftrig::good(QByteArray::number(i)) + "\n";
        QVERIFY(rig.open(rig.write(u"faulty.jsonl"_s, bytes)));
        auto *findings = rig.pane()->findChild<FindingsView *>();
        auto *pane = rig.pane()->findChild<FindingsPane *>();
        findings->setFocus();
        QTest::keyClick(findings, Qt::Key_Down);
        QCOMPARE(findings->currentKind(), u"not_object"_s);
        QVERIFY(hands::click(hands::button(*pane, u"Show Only These"_s)));
        QTRY_COMPARE(rig.table()->model()->rowCount(), 333);
        QVERIFY(hands::texts(*rig.pane()).contains(u"333 of "_s));
        auto *sorts = rig.pane()->findChild<QComboBox *>(u"sortOfRequests"_s);
        QCOMPARE(sorts->currentText(), u"not_object (333)"_s);
        // Whoever mends one goes on with it, and the others are left.
        rig.pane()->findChild<RequestsPane *>()->goToRow(4);
        rig.pane()->draft().model().setLine(4, draftrig::good("mended"));
        QTRY_VERIFY(rig.isChecked());
        QTRY_COMPARE(sorts->currentText(), u"not_object (332)"_s);
        QTRY_COMPARE(rig.table()->model()->rowCount(), 332 + 1);
        // Copied as text, one kind a line.
        findings->setFocus();
        QTest::keySequence(findings, QKeySequence(QKeySequence::Copy));
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.startsWith(u"Error\tnot_object\t332\t"_s));
        QVERIFY(copied.endsWith(u", …\n"_s));
        QCOMPARE(unnamed(*rig.pane()), QStringList());
    }
};

QTEST_MAIN(TstDraftFindings)
#include "tst_draftfindings.moc"
