// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/preflight.h"
#include "models/draftmodel.h"
#include "models/shownrequests.h"
#include "widgets/requestspane.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

QByteArray request(int number, const QByteArray &text)
{
    return "{\"custom_id\":\"r" + QByteArray::number(number)
        + "\",\"body\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text
        + "\"}]}}";
}

/// Rows of the file, as a person has them: a hundred, every tenth about apples, escaped.
struct Rig {
    QTemporaryDir folder;
    QThreadPool pool;
    DraftModel model{pool};
    RequestsPane pane{model};

    explicit Rig(int rows = 100)
    {
        QFile file(folder.filePath(u"in.jsonl"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("The test cannot write its file");
        for (int i = 0; i < rows; ++i)
            file.write(request(i, i % 10 == 3 ? "an \\u0061pple" : "a pear") + '\n');
        file.close();
        model.setFile(file.fileName(), checkFile(file.fileName(), {})->index);
        pane.setKinds({RequestKind::Chat}, u"usual"_s);
        pane.resize(1000, 700);
        pane.show();
        pane.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&pane));
    }
    [[nodiscard]] QLineEdit *line() const { return pane.findChild<QLineEdit *>(u"findRequests"_s); }
    [[nodiscard]] QTableView *table() const { return pane.findChild<QTableView *>(); }
    [[nodiscard]] QList<int> shown() const
    {
        QList<int> rows;
        const auto *shown = qobject_cast<const ShownRequests *>(table()->model());
        for (int place = 0; place < shown->rowCount(); ++place)
            rows.append(shown->rowOf(place));
        return rows;
    }
    void type(const QString &text) const
    {
        line()->setFocus();
        line()->selectAll();
        QTest::keyClicks(line(), text);
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        const QList<QLabel *> labels = pane.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
    [[nodiscard]] QByteArray lineAt(int row) const
    {
        static_cast<void>(QTest::qWaitFor([&] { return !model.line(row).isEmpty(); }));
        return model.line(row);
    }
};

const QList<int> apples{3, 13, 23, 33, 43, 53, 63, 73, 83, 93};

} // namespace

class TstRequestSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void findsAsOneTypesAndStaysAtTheChosenRow()
    {
        Rig rig;
        rig.pane.goToRow(23);
        rig.type(u"APPLE"_s);
        QTRY_COMPARE(rig.shown(), apples);
        QTRY_VERIFY(rig.says(u"10 of 100"_s));
        QCOMPARE(rig.pane.currentRow(), 23);
        rig.type(u"id:r4"_s);
        QTRY_COMPARE(rig.shown(), QList<int>({4, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49}));
        // Escape empties the line, and the row that was left out is chosen again.
        QTest::keyClick(rig.line(), Qt::Key_Escape);
        QTRY_COMPARE(rig.shown().size(), 100);
        QCOMPARE(rig.line()->text(), QString());
        QCOMPARE(rig.pane.currentRow(), 23);
        rig.type(u"apple"_s);
        QTRY_COMPARE(rig.shown(), apples);
        QTest::keyClick(rig.line(), Qt::Key_Down);
        QVERIFY(rig.table()->hasFocus());
    }

    void saysWhatIsWrongAndThatNothingFits()
    {
        Rig rig;
        // In one piece: letter by letter it is a word to look for before it is a wrong condition.
        QGuiApplication::clipboard()->setText(u"tokens>5"_s);
        rig.line()->setFocus();
        QTest::keySequence(rig.line(), QKeySequence::Paste);
        QTRY_VERIFY(rig.says(u"the rest is of results"_s));
        QCOMPARE(rig.shown().size(), 100);
        rig.type(u"melon"_s);
        QTRY_COMPARE(rig.shown(), QList<int>());
        QTRY_VERIFY(rig.says(u"No request fits."_s));
        QVERIFY(!rig.says(u"the rest is of results"_s));
        QCOMPARE(rig.pane.currentRow(), -1);
    }

    void whatIsDoneHitsTheRowsThatAreShown()
    {
        Rig rig;
        rig.type(u"apple"_s);
        QTRY_COMPARE(rig.shown(), apples);
        rig.table()->setFocus();
        rig.table()->selectRow(1);
        const QByteArray before = rig.lineAt(13);
        QVERIFY(before.contains("r13"));
        QTest::keyClick(rig.table(), Qt::Key_Delete);
        QCOMPARE(rig.model.rowCount(), 99);
        QCOMPARE(rig.shown(), QList<int>({3, 22, 32, 42, 52, 62, 72, 82, 92}));
        QVERIFY(rig.lineAt(22).contains("r23"));
        QTest::keySequence(rig.table(), QKeySequence(QKeySequence::Undo));
        QCOMPARE(rig.lineAt(13), before);
        QCOMPARE(rig.shown(), apples);
        QCOMPARE(rig.pane.currentRow(), 13);
        // What is added is seen, though nobody looked for it.
        rig.table()->setFocus();
        QTest::keyClick(rig.table(), Qt::Key_Insert);
        QCOMPARE(rig.shown(), apples + QList<int>{100});
        QCOMPARE(rig.pane.currentRow(), 100);
        // Going to a row that is left out ends the search.
        rig.pane.goToRow(50);
        QCOMPARE(rig.pane.currentRow(), 50);
        QCOMPARE(rig.line()->text(), QString());
    }

    void showsRowsWithFindings()
    {
        Rig rig;
        QSignalSpy wanted(&rig.pane, &RequestsPane::findingRowsWanted);
        rig.pane.setFindings({{.kind = u"crlf"_s,
                               .severity = Severity::Warning,
                               .count = 2,
                               .lines = {3, 4},
                               .message = {}},
                              {.kind = u"not_json"_s, .count = 1, .lines = {14}, .message = {}}});
        auto *sorts = rig.pane.findChild<QComboBox *>(u"sortOfRequests"_s);
        QStringList texts;
        for (int i = 0; i < sorts->count(); ++i)
            texts.append(sorts->itemText(i));
        QCOMPARE(texts,
                 QStringList({u"All requests"_s, u"With findings"_s, u"With errors"_s,
                              u"With warnings"_s, u"crlf (2)"_s, u"not_json (1)"_s}));
        sorts->setFocus();
        QTest::keyClick(sorts, Qt::Key_Down);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(rig.shown().size(), 100); // until it is known
        FindingRows rows;
        rows.kinds = {{.kind = u"crlf"_s, .severity = Severity::Warning, .rows = {2, 3}},
                      {.kind = u"not_json"_s, .severity = Severity::Error, .rows = {13}}};
        rig.pane.setFindingRows(std::make_shared<const FindingRows>(rows));
        QTRY_COMPARE(rig.shown(), QList<int>({2, 3, 13}));
        QTest::keyClick(sorts, Qt::Key_Down);
        QTRY_COMPARE(rig.shown(), QList<int>({13}));
        QTest::keyClick(sorts, Qt::Key_Down);
        QTRY_COMPARE(rig.shown(), QList<int>({2, 3}));
        rig.type(u"apple"_s);
        QTRY_COMPARE(rig.shown(), QList<int>({3}));
        // Escape: first the words, then the findings, then it is the window's.
        QTest::keyClick(rig.line(), Qt::Key_Escape);
        QTRY_COMPARE(rig.shown(), QList<int>({2, 3}));
        QTest::keyClick(rig.line(), Qt::Key_Escape);
        QTRY_COMPARE(rig.shown().size(), 100);
    }

    /// However rows come and go while some are left out, each place shows its own row.
    void changesKeepPlacesAndRowsTogether()
    {
        QThreadPool pool;
        DraftModel model(pool);
        model.setFile({}, nullptr);
        ShownRequests shown(model);
        const QAbstractItemModelTester tester(
            &shown, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QRandomGenerator random(7);
        QList<QByteArray> lines;
        for (int i = 0; i < 300; ++i)
            lines.append(request(i, i % 3 ? "a pear" : "an apple"));
        model.insertLines(0, lines);
        RequestQuery query;
        query.query.text = u"apple"_s;
        shown.setQuery(query);
        QTRY_COMPARE(shown.rowCount(), 100);
        for (int round = 0; round < 400; ++round) {
            // What is shown before, by its bytes; what is added is shown too.
            QList<QByteArray> expected;
            for (int place = 0; place < shown.rowCount(); ++place)
                expected.append(model.line(shown.rowOf(place)));
            const int row = int(random.bounded(model.rowCount()));
            const int dice = int(random.bounded(3));
            if (dice == 0) {
                const QByteArray added = request(1000 + round, "new");
                int place = 0;
                while (place < shown.rowCount() && shown.rowOf(place) < row)
                    ++place;
                expected.insert(place, added);
                model.insertLines(row, {added});
            } else if (dice == 1 && model.rowCount() > 20) {
                if (const int place = shown.placeOf(row); place >= 0)
                    expected.removeAt(place);
                model.removeLines({row});
            } else if (dice == 2) {
                const QByteArray changed = request(5000 + round, "changed");
                if (const int place = shown.placeOf(row); place >= 0)
                    expected[place] = changed;
                model.setLine(row, changed);
            }
            QList<QByteArray> now;
            for (int place = 0; place < shown.rowCount(); ++place) {
                now.append(model.line(shown.rowOf(place)));
                QCOMPARE(shown.placeOf(shown.rowOf(place)), place);
            }
            QCOMPARE(now, expected);
        }
    }

    void theNewestWishWins()
    {
        Rig rig(20'000);
        for (const QString &text : {u"pear"_s, u"apple"_s, u"pea"_s, u"id:r19999"_s}) {
            rig.type(text);
            QCOMPARE(rig.line()->text(), text);
        }
        QTRY_COMPARE(rig.shown(), QList<int>({19'999}));
        QTest::qWait(200); // and no answer of an older one comes behind
        QCOMPARE(rig.shown(), QList<int>({19'999}));
    }
};

QTEST_MAIN(TstRequestSearch)
#include "tst_requestsearch.moc"
