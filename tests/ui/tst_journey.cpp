// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way of a person through the window, from files that are dropped to a table on the disk: by
// events alone, against the practice provider as the program starts it.
#include "dialogs/connectionsdialog.h"
#include "mainwindow.h"
#include "models/draftmodel.h"
#include "models/resultmodel.h"
#include "models/runmodel.h"
#include "services.h"
#include "ui/hands.h"
#include "ui/journeyrig.h"
#include "widgets/findingsview.h"
#include "widgets/messagearea.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace journey;

// Nothing waits that long but on a busy machine.
#define SOON(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20'000)
#define SOON_IS(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 20'000)

class TstJourney : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void severalThingsAreDroppedAtOnce()
    {
        Rig rig;
        const QByteArray line = requestLines().left(requestLines().indexOf('\n') + 1);
        const QUrl good = rig.write(u"survey.jsonl"_s, requestLines());
        static_cast<void>(rig.write(u"wave/one.jsonl"_s, line));
        static_cast<void>(rig.write(u"wave/two.ndjson"_s, line + line));
        static_cast<void>(rig.write(u"wave/notes.txt"_s, "not asked for"));
        const QUrl letter = rig.write(u"letter.txt"_s, "Dear Ada,\nthe weather is fine.\n");
        QVERIFY(hands::drop(*rig.window,
                            {good, QUrl::fromLocalFile(rig.folder.filePath(u"wave"_s)), letter,
                             QUrl(u"http://example.org/far.jsonl"_s)}));
        SOON_IS(rig.drafts(), (QStringList{u"survey"_s, u"one"_s, u"two"_s}));
        SOON_IS(rig.column(u"Requests"_s, DraftModel::IdColumn), ids());
        const QStringList messages = rig.window->messages().texts();
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages.first().count(u'\n'), 1);
        QVERIFY2(
            messages.first().contains(u"“letter.txt” is not a JSONL file"_s)
                && messages.first().contains(u"“http://example.org/far.jsonl” is on another"_s),
            qPrintable(messages.first()));
        // The second file of the folder has a fault of its own, which the list tells.
        auto *list = rig.named<QListWidget>(u"Drafts"_s);
        SOON_IS(list->item(2)->data(Qt::AccessibleDescriptionRole).toString(), u"has errors"_s);
        QCOMPARE(list->item(1)->data(Qt::AccessibleDescriptionRole).toString(), u"ready"_s);
        QVERIFY(hands::click(list, list->model()->index(2, 0)));
        SOON_IS(rig.column(u"Requests"_s, DraftModel::IdColumn),
                (QStringList{ids().first(), ids().first()}));
        QVERIFY(!rig.canSubmit());
        // More can be dropped on top of it, over an editor, too.
        QVERIFY(hands::drop(*rig.window, {rig.write(u"more.jsonl"_s, line)}));
        SOON_IS(rig.drafts().size(), 4);
        SOON(rig.canSubmit());
        // What is dropped stays where it was.
        for (const auto *name : {"survey.jsonl", "wave/one.jsonl", "letter.txt"})
            QVERIFY(QFile::exists(rig.folder.filePath(QLatin1StringView(name))));
    }

    void aFileGoesAllTheWay_data()
    {
        QTest::addColumn<QString>("connection");
        QTest::addColumn<bool>("byKeys");
        QTest::newRow("files, by mouse") << u"practice-files"_s << false;
        QTest::newRow("inline, by keys") << u"practice-inline"_s << true;
    }
    void aFileGoesAllTheWay()
    {
        QFETCH(QString, connection);
        QFETCH(bool, byKeys);
        Rig rig;
        QVERIFY(hands::drop(*rig.window, {rig.write(u"survey.jsonl"_s, requestLines())}));
        SOON(rig.named<QComboBox>(u"Connection"_s));
        auto *connections = rig.named<QComboBox>(u"Connection"_s);
        if (byKeys) {
            SOON_IS(rig.column(u"Requests"_s, DraftModel::IdColumn), ids());
            QVERIFY(hands::tabTo(connections));
            QTest::keyClick(connections, Qt::Key_Home);
            while (connections->currentText() != connection
                   && connections->currentIndex() < connections->count() - 1)
                QTest::keyClick(connections, Qt::Key_Down);
            QCOMPARE(connections->currentText(), connection);
        } else {
            QVERIFY(hands::choose(connections, connection));
        }
        SOON(rig.canSubmit());
        QVERIFY(rig.says(u"8 request(s)"_s) && rig.says(u"Practice costs nothing."_s));
        QVERIFY(hands::type(rig.named<QLineEdit>(u"Name of the run"_s), u"Survey: one/two"_s));
        if (byKeys) {
            QVERIFY(hands::tabTo(rig.submit()));
            QTest::keyClick(rig.submit(), Qt::Key_Space);
        } else {
            QVERIFY(hands::click(rig.submit()));
        }

        // It is in the list of runs, and comes to its end by itself.
        SOON(rig.named<QTableView>(u"Runs"_s));
        auto *runs = rig.named<QTableView>(u"Runs"_s);
        SOON_IS(rig.state(), u"Completed"_s);
        QCOMPARE(runs->model()->index(0, RunModel::Name).data().toString(), u"Survey: one/two"_s);
        if (byKeys) {
            QVERIFY(runs->hasFocus());
            QTest::keyClick(runs, Qt::Key_Return);
        } else {
            QVERIFY(hands::pressTwice(runs, runs->model()->index(0, RunModel::Name)));
        }
        SOON(rig.tabs());
        SOON_IS(rig.certificate(),
                u"Answered: 3, Truncated: 1, Refused: 1, Empty: 1, Malformed: 1, Failed: 1"_s);
        QVERIFY(rig.says(u"8 request(s), each with one outcome."_s));

        if (byKeys) {
            QTest::keyClick(rig.window.get(), Qt::Key_U, Qt::AltModifier);
            SOON(rig.named<QTableView>(u"Results"_s));
        } else {
            QVERIFY(hands::clickTab(rig.tabs(), u"Results"_s));
        }
        SOON_IS(rig.column(u"Results"_s, ResultModel::IdColumn), ids());
        exportAndCompare(rig, byKeys);
    }

    void aFileWithErrorsCannotBeSubmitted()
    {
        Rig rig;
        QByteArray lines = requestLines();
        lines.insert(lines.lastIndexOf('\n', -2) + 1, "\n{\"custom_id\":\"broken\",\n");
        QVERIFY(hands::drop(*rig.window, {rig.write(u"broken.jsonl"_s, lines)}));
        SOON(rig.named<FindingsView>(u"Findings"_s));
        auto *findings = rig.named<FindingsView>(u"Findings"_s);
        QVERIFY(rig.submit() && !rig.submit()->isEnabled());
        QVERIFY(!hands::click(rig.submit()));
        QVERIFY(rig.says(u"Preflight found 1 kind(s) of error; see the findings."_s));
        QTreeWidgetItem *error = nullptr;
        for (int i = 0; i < findings->topLevelItemCount(); ++i)
            if (findings->topLevelItem(i)
                    ->data(0, Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(u"Error"_s))
                error = findings->topLevelItem(i);
        QVERIFY(error);
        QCOMPARE(error->text(2), u"9"_s); // a blank line counts as one
        auto *table = rig.named<QTableView>(u"Requests"_s);
        QCOMPARE(table->currentIndex().row(), 0);
        QVERIFY(hands::click(findings, findings->indexFromItem(error)));
        QCOMPARE(table->currentIndex().row(), 7);
        QVERIFY(table->hasFocus());
        // By keys the same, and mended where it jumps to.
        QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(table->currentIndex().row(), 0);
        QVERIFY(hands::tabTo(findings));
        QTest::keyClick(findings, Qt::Key_Return);
        QCOMPARE(table->currentIndex().row(), 7);
        QTest::keyClick(table, Qt::Key_Delete);
        SOON(rig.canSubmit());
        QCOMPARE(rig.column(u"Requests"_s, DraftModel::IdColumn), ids());
    }

    void aRequestIsTypedSentAndAnswered()
    {
        Rig rig;
        QTest::keyClick(rig.window.get(), Qt::Key_N, Qt::ControlModifier);
        SOON(rig.named<QTableView>(u"Requests"_s));
        QVERIFY(!rig.canSubmit());
        QVERIFY(hands::choose(rig.named<QComboBox>(u"Connection"_s), u"practice-files"_s));
        QVERIFY(hands::click(rig.named<QTableView>(u"Requests"_s)->viewport()));
        QTest::keyClick(rig.named<QTableView>(u"Requests"_s), Qt::Key_Insert);
        auto *text = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        QVERIFY(text && text->accessibleName() == u"User message");
        QTest::keyClicks(text, u"What is a \"run\"?"_s);
        SOON(rig.canSubmit());
        QVERIFY(hands::click(rig.submit()));
        SOON_IS(rig.state(), u"Completed"_s);
        QTest::keyClick(rig.named<QTableView>(u"Runs"_s), Qt::Key_Return);
        SOON(rig.tabs());
        SOON_IS(rig.certificate(), u"Answered: 1"_s);
        QVERIFY(hands::clickTab(rig.tabs(), u"Results"_s));
        const auto shows = [&rig](const QString &viewer, const QString &part) {
            const auto *view = rig.named<QPlainTextEdit>(viewer);
            return view && !view->toPlainText().isEmpty() && view->toPlainText().contains(part);
        };
        SOON(shows(u"Request"_s, u"What is a \\\"run\\\"?"_s));
        SOON(shows(u"Answer"_s, QString()));
    }

    void aRefusedKeyIsReplacedAndTheRunGoesOn()
    {
        QProcess provider;
        provider.start(QString::fromLocal8Bit(qgetenv("BATCHDESK_BATCHCTL")),
                       {u"practice"_s, u"--key"_s, u"sk-good"_s, u"--seconds"_s, u"0.2"_s});
        QString address;
        SOON(!(address = filesAddress(provider)).isEmpty());

        Rig rig;
        QVERIFY(hands::click(rig.button(u"Connections…"_s)));
        SOON(rig.window->findChild<ConnectionsDialog *>());
        auto *dialog = rig.window->findChild<ConnectionsDialog *>();
        QVERIFY(hands::click(hands::button(*dialog, u"Add connection"_s)));
        QVERIFY(
            hands::choose(hands::named<QComboBox>(*dialog, u"Provider"_s), u"OpenAI-compatible"_s));
        QVERIFY(
            hands::type(hands::named<QLineEdit>(*dialog, u"Name of the connection"_s), u"Gate"_s));
        QVERIFY(
            hands::type(hands::named<QLineEdit>(*dialog, u"Address of the provider"_s), address));
        QVERIFY(hands::choose(hands::named<QComboBox>(*dialog, u"Where the key is kept"_s),
                              u"In memory, until Batchdesk quits"_s));
        QVERIFY(hands::type(hands::named<QLineEdit>(*dialog, u"Key"_s), u"sk-wrong"_s));
        QVERIFY(hands::click(hands::button(*dialog, u"Add"_s)));
        SOON(hands::texts(*dialog).contains(u"Saved, with its key."_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        SOON(!rig.window->findChild<ConnectionsDialog *>());

        QVERIFY(hands::drop(*rig.window, {rig.write(u"survey.jsonl"_s, requestLines())}));
        SOON(rig.named<QComboBox>(u"Connection"_s));
        QVERIFY(hands::choose(rig.named<QComboBox>(u"Connection"_s), u"Gate"_s));
        SOON(rig.canSubmit());
        QVERIFY(rig.says(u"This costs money."_s));
        QVERIFY(hands::click(rig.submit()));
        const auto banner = [&rig] { return rig.window->messages().texts().join(u'\n'); };
        SOON(banner().contains(u"Runs on “Gate” are paused."_s));
        QVERIFY(hands::click(rig.button(u"Replace Key…"_s)));
        SOON(rig.window->findChild<ConnectionsDialog *>());
        dialog = rig.window->findChild<ConnectionsDialog *>();
        auto *key = hands::named<QLineEdit>(*dialog, u"Key"_s);
        SOON(key->hasFocus());
        QTest::keyClicks(key, u"sk-good"_s);
        QTest::keySequence(key, QKeySequence(QKeySequence::Save));
        SOON(hands::texts(*dialog).contains(u"Saved, with its key."_s));
        SOON(!banner().contains(u"paused"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        SOON_IS(rig.state(), u"Completed"_s);
        QTest::keyClick(rig.named<QTableView>(u"Runs"_s), Qt::Key_Return);
        SOON(rig.certificate().startsWith(u"Answered: 3"_s));
        provider.terminate();
        QVERIFY(provider.waitForFinished());
    }

private:
    /// Through the window's own action and dialog; read back by another program.
    static void exportAndCompare(const Rig &rig, bool byKeys)
    {
        if (byKeys)
            QTest::keyClick(rig.window.get(), Qt::Key_E, Qt::ControlModifier);
        else
            QVERIFY(hands::click(rig.button(u"Export Results…"_s)));
        SOON(rig.window->findChild<QFileDialog *>());
        auto *dialog = rig.window->findChild<QFileDialog *>();
        SOON(dialog->isVisible());
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        SOON(name->hasFocus());
        QCOMPARE(name->text(), u"Survey_ one_two.csv"_s);
        const QString path = rig.folder.filePath(u"answers"_s); // it gets its suffix by itself
        QTest::keySequence(name, QKeySequence(QKeySequence::SelectAll));
        QTest::keyClicks(name, path);
        QTest::keyClick(name, Qt::Key_Return);
        SOON(rig.says(u"Wrote 8 row(s) to %1.csv."_s.arg(path)));
        const QList<QStringList> rows = readCsv(path + u".csv"_s);
        QCOMPARE(rows.size(), ids().size() + 1);
        const auto read = [&rows](const QString &title) {
            const qsizetype at = rows.first().indexOf(title);
            QStringList cells;
            for (const QStringList &row : rows.sliced(1))
                cells.append(row.value(at, u"no such column"_s));
            return cells;
        };
        QCOMPARE(read(u"custom_id"_s), ids());
        QCOMPARE(read(u"outcome"_s), outcomes());
        QCOMPARE(read(u"content"_s).first().isEmpty(), false);
        QCOMPARE(read(u"content"_s).at(3), QString()); // the empty one
    }
    /// Where the practice provider speaks with files, once it says so.
    QString filesAddress(QProcess &provider)
    {
        m_said += provider.readAllStandardOutput();
        for (const QList<QByteArray> lines = m_said.split('\n'); const QByteArray &line : lines)
            if (line.startsWith("files ") && m_said.endsWith('\n'))
                return QString::fromLatin1(line.sliced(6));
        return {};
    }

    QByteArray m_said;
};

QTEST_MAIN(TstJourney)
#include "tst_journey.moc"
