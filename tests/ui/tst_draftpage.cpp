// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/repairdialog.h"
#include "ui/draftrig.h"
#include "ui/hands.h"
#include "ui/unnamed.h"
#include "widgets/findingsview.h"

#include <KMessageWidget>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

using draftrig::good;

namespace {

/// And its dialog that mends a draft.
struct Rig : DraftRig {
    [[nodiscard]] RepairDialog *dialog() const
    {
        return page->window()->findChild<RepairDialog *>();
    }
    /// By its key, once its list is there.
    RepairDialog *openRepair() const
    {
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        if (!dialog())
            return nullptr;
        dialog()->activateWindow();
        if (!QTest::qWaitForWindowActive(dialog()))
            return nullptr;
        const bool isThere = QTest::qWaitFor([this] { return kinds()->topLevelItemCount() > 0; });
        return isThere && takeFocus() ? dialog() : nullptr;
    }
    /// On a busy machine the window behind may be told late that it is active.
    [[nodiscard]] bool takeFocus() const
    {
        return QTest::qWaitFor([this] {
            if (QApplication::activeWindow() == dialog() && kinds()->hasFocus())
                return true;
            dialog()->activateWindow();
            kinds()->setFocus();
            return false;
        });
    }
    [[nodiscard]] QTreeWidget *kinds() const { return dialog()->findChild<QTreeWidget *>(); }
    [[nodiscard]] QString printedKinds() const
    {
        QStringList all;
        for (int i = 0; i < kinds()->topLevelItemCount(); ++i) {
            const QTreeWidgetItem *item = kinds()->topLevelItem(i);
            all.append((item->checkState(0) == Qt::Checked ? u"[x] "_s : u"[ ] "_s) + item->text(0)
                       + u": "_s + item->text(1));
        }
        return all.join(u'\n');
    }
    [[nodiscard]] QString side(const QString &name) const
    {
        for (const QPlainTextEdit *side : dialog()->findChildren<QPlainTextEdit *>())
            if (side->accessibleName() == name)
                return side->toPlainText();
        return {};
    }
    /// Says where in the file dialog, as somebody who pastes the name: typing opens its completions.
    bool saveAs(const QString &path) const
    {
        QFileDialog *chooser = nullptr;
        if (!QTest::qWaitFor([&] { return (chooser = dialog()->findChild<QFileDialog *>()); }))
            return false;
        auto *name = chooser->findChild<QLineEdit *>(u"fileNameEdit"_s);
        if (!name)
            return false;
        name->setFocus();
        name->selectAll();
        QApplication::clipboard()->setText(path);
        QTest::keySequence(name, QKeySequence(QKeySequence::Paste));
        QTest::keyClick(name, Qt::Key_Return);
        return true;
    }
    [[nodiscard]] QString message(int number = 0) const
    {
        const auto *message = pane(number)->findChild<KMessageWidget *>();
        return message->isVisibleTo(pane(number)) ? message->text() : QString();
    }
};

} // namespace

class TstDraftPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void repairsIntoANewFileByKeysAlone()
    {
        Rig rig;
        const QByteArray bytes = "\xEF\xBB\xBF" + good("a") + "\r\n" + good("b") + "\r\n"
            + good("b") + "\n\n" + good("b").replace("\"messages\"", "\"stream\":true,\"messages\"")
            + "\nnonsense\n";
        const QString file = rig.write(u"faulty.jsonl"_s, bytes);
        QVERIFY(rig.open(file));
        QVERIFY(rig.openRepair());
        QCOMPARE(rig.printedKinds(),
                 u"[x] Take the byte order mark off the front of the file: 1\n"
                 "[x] End lines with LF alone, without CR: 2\n"
                 "[x] Leave out blank lines: 1\n"
                 "[x] Set stream to false: 1\n"
                 "[ ] Put in max_tokens where a request names no limit: 4\n"
                 "[x] Put -2, -3 … behind a custom_id that is there already: 2\n"
                 "[x] Leave out lines of which no request can be made: 1"_s);
        QTRY_COMPARE(rig.side(u"Line before"_s), u"⟦⟨BOM⟩⟧"_s + QString::fromUtf8(good("a")));
        QCOMPARE(rig.side(u"Line after"_s), u"⟦⟧"_s + QString::fromUtf8(good("a")));
        QCOMPARE(unnamed(*rig.dialog()), QStringList());
        // The sixth: its second line, and off with it.
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(rig.kinds(), Qt::Key_Down);
        QTest::keyClick(rig.kinds(), Qt::Key_F8);
        QTRY_VERIFY(rig.side(u"Line after"_s).contains(u"b⟦-3⟧"_s));
        QVERIFY(hands::texts(*rig.dialog()).contains(u"Line 5 (2 of 2)"_s));
        QTest::keyClick(rig.kinds(), Qt::Key_F8, Qt::ShiftModifier);
        QTRY_VERIFY(rig.side(u"Line after"_s).contains(u"b⟦-2⟧"_s));
        QTest::keyClick(rig.kinds(), Qt::Key_Space);
        QVERIFY(rig.printedKinds().contains(u"[ ] Put -2"_s));

        QVERIFY(rig.takeFocus());
        QTest::keyClick(rig.kinds(), Qt::Key_R, Qt::AltModifier);
        QFileDialog *chooser = nullptr;
        QTRY_VERIFY((chooser = rig.dialog()->findChild<QFileDialog *>()));
        QCOMPARE(chooser->selectedFiles(),
                 QStringList{rig.folder.filePath(u"faulty.repaired.jsonl"_s)});
        const QString target = rig.folder.filePath(u"mended.jsonl"_s);
        QVERIFY(rig.saveAs(target));
        QTRY_COMPARE(rig.pane()->draft().originPath(), target);
        QCOMPARE(bytesOf(file), bytes);
        QCOMPARE(bytesOf(target),
                 good("a") + '\n' + good("b") + '\n' + good("b") + '\n'
                     + good("b").replace("\"messages\"", "\"stream\":false,\"messages\"") + '\n');
        QTRY_VERIFY(rig.isChecked());
        QTRY_VERIFY(rig.message().contains(u"This is the new file mended.jsonl"_s));
        QVERIFY(rig.message().contains(u"byte order mark (1), CR at line ends (2)"_s));
        QTRY_VERIFY(rig.message().contains(u"1 kind(s) of finding"_s));
        QCOMPARE(rig.pane()->draft().report()->requests, 4);
        QVERIFY(!rig.dialog() || !rig.dialog()->isVisible());
    }

    void theOwnFileIsNoPlaceForTheCopy()
    {
        Rig rig;
        const QByteArray bytes = good("a") + "\r\n";
        const QString file = rig.write(u"own.jsonl"_s, bytes);
        QVERIFY(rig.open(file));
        QVERIFY(rig.openRepair());
        QVERIFY(rig.takeFocus());
        QTest::keyClick(rig.kinds(), Qt::Key_R, Qt::AltModifier);
        QFileDialog *chooser = nullptr;
        QTRY_VERIFY((chooser = rig.dialog()->findChild<QFileDialog *>()));
        Q_EMIT chooser->fileSelected(file); // whatever a desktop's own dialog lets through
        QTRY_VERIFY(hands::texts(*rig.dialog()).contains(u"That is your own file"_s));
        QCOMPARE(bytesOf(file), bytes);
    }

    void dividesByModelAndOpensEachFile()
    {
        Rig rig;
        const Result<ConnectionId> connection = rig.services->library().add(
            Connection{.id = {},
                       .name = u"Strict"_s,
                       .profile = u"openai"_s,
                       .baseUrl = QUrl(u"https://api.example.com/v1"_s),
                       .keyVariable = {}});
        QVERIFY(connection);
        const QString file = rig.write(u"mixed.jsonl"_s,
                                       good("a") + '\n' + good("b", "n") + '\n' + good("c") + '\n'
                                           + good("d", "o") + '\n');
        QVERIFY(rig.open(file));
        rig.page->selectConnection(*connection);
        QTRY_VERIFY(rig.isChecked() && rig.pane()->draft().report()->hasErrors());
        QVERIFY(rig.openRepair());
        QVERIFY(rig.printedKinds().contains(
            u"[x] Put requests for other models into files of their own: 2"_s));
        QVERIFY(hands::texts(*rig.dialog()).contains(u"3 file"_s));
        for (int i = 0; i < 3 && rig.kinds()->currentItem()->text(1) != u"2"_s; ++i)
            QTest::keyClick(rig.kinds(), Qt::Key_Down);
        QTRY_VERIFY(rig.side(u"Line before"_s).contains(u"\"model\":⟦\"n\"⟧"_s));
        QTRY_VERIFY(rig.side(u"Line after"_s).contains(u"the file of \"n\""_s));
        QTest::keyClick(rig.kinds(), Qt::Key_Return);
        QVERIFY(rig.saveAs(rig.folder.filePath(u"part.jsonl"_s)));
        QTRY_COMPARE(rig.page->draftCount(), 3);
        for (int i = 0; i < 3; ++i) {
            QTRY_VERIFY(rig.isChecked(i));
            QCOMPARE(rig.pane(i)->connectionId(), *connection);
            QVERIFY(!rig.pane(i)->draft().report()->hasErrors());
            QTRY_VERIFY(rig.message(i).contains(u"Nothing is left to mend."_s));
        }
        QCOMPARE(bytesOf(rig.folder.filePath(u"part.jsonl"_s)),
                 good("a") + '\n' + good("c") + '\n');
        QCOMPARE(bytesOf(rig.folder.filePath(u"part-2.jsonl"_s)), good("b", "n") + '\n');
        QCOMPARE(bytesOf(rig.folder.filePath(u"part-3.jsonl"_s)), good("d", "o") + '\n');
    }

    void aLimitThatIsDemandedIsPutIn()
    {
        Rig rig;
        const Result<ConnectionId> connection = rig.services->library().add(
            Connection{.id = {},
                       .name = u"Strict"_s,
                       .profile = u"openai-compatible"_s,
                       .baseUrl = QUrl(u"https://api.example.com/v1"_s),
                       .keyVariable = {},
                       .settings = {{u"needs_max_tokens"_s, u"yes"_s}}});
        QVERIFY(connection);
        QVERIFY(rig.open(rig.write(u"free.jsonl"_s, good("a") + '\n' + good("b") + '\n')));
        rig.page->selectConnection(*connection);
        QTRY_VERIFY(rig.isChecked() && rig.pane()->draft().report()->hasErrors());
        QCOMPARE(rig.pane()->draft().report()->findings.first().kind, u"missing_max_tokens"_s);
        QVERIFY(rig.openRepair());
        QCOMPARE(rig.printedKinds(), u"[x] Put in max_tokens where a request names no limit: 2"_s);
        QTest::keyClick(rig.kinds(), Qt::Key_Return);
        const QString target = rig.folder.filePath(u"limited.jsonl"_s);
        QVERIFY(rig.saveAs(target));
        QTRY_COMPARE(rig.pane()->draft().originPath(), target);
        QTRY_VERIFY(rig.isChecked() && !rig.pane()->draft().report()->hasErrors());
        QVERIFY(bytesOf(target).startsWith(
            R"({"custom_id":"a","body":{"max_tokens":)")); // as many as the dialog offers
    }

    void aComposedDraftIsMendedWhereItIs()
    {
        Rig rig;
        rig.page->startEmpty();
        rig.table()->setFocus();
        QApplication::clipboard()->setText(QString::fromUtf8(good("a") + '\n' + good("a") + '\n'));
        QTest::keySequence(rig.table(), QKeySequence(QKeySequence::Paste));
        QTRY_VERIFY(rig.isChecked() && rig.pane()->draft().report()->hasErrors());
        QVERIFY(rig.openRepair());
        QVERIFY(hands::button(*rig.dialog(), u"Repair Draft"_s));
        QTest::keyClick(rig.kinds(), Qt::Key_Return);
        DraftModel &model = rig.pane()->draft().model();
        QTRY_COMPARE(model.line(1), good("a-2"));
        QTRY_VERIFY(rig.isChecked() && !rig.pane()->draft().report()->hasErrors());
        QTRY_VERIFY(rig.message().contains(u"Mended in the draft: repeated custom_id (1)."_s));
        QVERIFY(rig.pane()->draft().isDirty());
        rig.page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(rig.page.get()));
        rig.table()->setFocus();
        QTest::keySequence(rig.table(), QKeySequence(QKeySequence::Undo));
        QCOMPARE(model.line(1), good("a"));
        // Nothing stays behind but what the draft itself has written.
        QTRY_VERIFY(rig.isChecked());
        QCOMPARE(QDir(rig.folder.filePath(u"library/inputs"_s)).entryList(QDir::Files).size(), 1);
    }

    void stoppedItWritesNothing()
    {
        Rig rig;
        QByteArray bytes;
        for (int i = 0; i < 80'000; ++i)
            bytes += good("request-number-" + QByteArray::number(i)) + "\r\n";
        QVERIFY(bytes.size() > 4'500'000);
        QVERIFY(rig.open(rig.write(u"long.jsonl"_s, bytes)));
        QVERIFY(rig.openRepair());
        QTest::keyClick(rig.kinds(), Qt::Key_Return);
        QFileDialog *chooser = nullptr;
        QTRY_VERIFY((chooser = rig.dialog()->findChild<QFileDialog *>()));
        connect(chooser, &QFileDialog::fileSelected, rig.dialog(),
                [&rig] { QTest::keyClick(rig.dialog(), Qt::Key_Escape); });
        QVERIFY(rig.saveAs(rig.folder.filePath(u"out.jsonl"_s)));
        QTRY_VERIFY(hands::texts(*rig.dialog()).contains(u"Stopped. Nothing was written."_s));
        QVERIFY(rig.dialog()->isVisible());
        QCOMPARE(QDir(rig.folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"long.jsonl"_s});
    }

    void whatCannotBeMendedIsSaid()
    {
        Rig rig;
        const QString file = rig.write(u"good.jsonl"_s,
                                       R"({"custom_id":"a","x":1,"body":{"model":"m"}})"
                                       "\n");
        QVERIFY(rig.open(file));
        rig.table()->setFocus();
        QTest::keyClick(rig.table(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!rig.dialog()); // an unknown field needs a person
        RepairDialog dialog(rig.services->pool(), *rig.pane()->draft().repairSource());
        dialog.show();
        QTRY_VERIFY(hands::texts(dialog).contains(u"There is nothing in good.jsonl"_s));
        QVERIFY(hands::button(dialog, u"Close"_s));
        QVERIFY(!dialog.findChild<QTreeWidget *>()->isVisible());
        RepairSource gone = *rig.pane()->draft().repairSource();
        gone.file = rig.folder.filePath(u"gone.jsonl"_s);
        RepairDialog failed(rig.services->pool(), gone);
        failed.show();
        QTRY_VERIFY(hands::texts(failed).contains(u"could not be looked through"_s));
    }
};

QTEST_MAIN(TstDraftPage)
#include "tst_draftpage.moc"
