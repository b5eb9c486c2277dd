// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/textviewer.h"

#include "core/jsontext.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>
#include <QTextBlock>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

/// A viewer on the screen that has the keys.
class Shown {
public:
    explicit Shown(const QByteArray &json)
    {
        view.resize(700, 500);
        view.setVisible(true);
        view.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&view));
        view.setFocus();
        view.setJson(json);
    }
    /// The lines that can be seen.
    [[nodiscard]] QStringList lines() const
    {
        QStringList all;
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next())
            if (block.isVisible())
                all.append(block.text().trimmed());
        return all;
    }
    void goTo(int line)
    {
        view.setTextCursor(QTextCursor(view.document()->findBlockByNumber(line)));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers more = {})
    {
        QTest::keyClick(&view, key, Qt::ControlModifier | more);
    }

private:
    QThreadPool m_pool;

public:
    TextViewer view{m_pool, u"Result"_s};
};

QByteArray sample()
{
    return "{'id':'a','body':{'list':[1,[2,3],{}],'text':'ends with {'},'end':null}"_ba.replace(
        '\'', '"');
}

} // namespace

class TestTextViewer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keysFoldAndUnfold()
    {
        Shown shown(sample());
        const QStringList all = shown.lines();
        QCOMPARE(all.size(), 15);
        shown.goTo(5); // the inner list
        shown.press(Qt::Key_Minus);
        QCOMPARE(shown.lines().size(), 12);
        QCOMPARE(shown.view.textCursor().blockNumber(), 5);
        shown.press(Qt::Key_Minus); // the list around it
        QCOMPARE(shown.lines().size(), 8);
        QCOMPARE(shown.view.textCursor().blockNumber(), 3);
        shown.press(Qt::Key_Plus);
        QCOMPARE(shown.lines().size(), 12); // what was folded inside stays so
        shown.press(Qt::Key_Plus, Qt::ShiftModifier);
        QCOMPARE(shown.lines(), all);
        shown.press(Qt::Key_Minus, Qt::ShiftModifier);
        QCOMPARE(shown.lines(),
                 (QStringList{u"{"_s, u"\"id\": \"a\","_s, u"\"body\": {"_s, u"\"end\": null"_s,
                              u"}"_s}));
    }
    void aClickOnTheMarginFolds()
    {
        Shown shown(sample());
        QWidget *margin = nullptr;
        for (QWidget *child : shown.view.findChildren<QWidget *>())
            if (child->cursor().shape() == Qt::PointingHandCursor)
                margin = child;
        QVERIFY(margin && margin->isVisible());
        const auto marks = shown.view.foldMarks();
        QCOMPARE(marks.size(), 4U); // all, body, list, the inner list
        QTest::mouseClick(margin, Qt::LeftButton, {},
                          QPoint(5, marks[1].top + marks[1].height / 2));
        QCOMPARE(shown.lines().size(), 5);
        QVERIFY(shown.view.foldMarks()[1].isFolded);
        QTest::mouseClick(margin, Qt::LeftButton, {},
                          QPoint(5, marks[1].top + marks[1].height / 2));
        QCOMPARE(shown.lines().size(), 15);
    }
    void theCursorIsNeverHidden()
    {
        Shown shown(sample());
        shown.press(Qt::Key_Minus, Qt::ShiftModifier);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QTest::keyClick(&shown.view, Qt::Key_Down); // past what is folded
        QCOMPARE(shown.lines().size(), 5);
        QVERIFY(shown.view.textCursor().block().text().contains(u"end"_s));
        QTest::keyClick(&shown.view, Qt::Key_Home);
        QTest::keyClick(&shown.view, Qt::Key_Left); // into it
        QVERIFY(shown.view.textCursor().block().isVisible());
        QVERIFY(shown.lines().size() > 5);
    }
    void copyingTakesWhatIsFoldedToo()
    {
        Shown shown(sample());
        shown.press(Qt::Key_Minus, Qt::ShiftModifier);
        shown.view.selectAll();
        shown.view.copy();
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), jsontext::indented(sample()));
    }
    void proseHasNothingToFold()
    {
        Shown shown(sample());
        shown.press(Qt::Key_Minus, Qt::ShiftModifier);
        shown.view.setProse(u"{\nsome\n}"_s);
        QCOMPARE(shown.lines().size(), 3);
        QVERIFY(shown.view.foldMarks().empty());
        QVERIFY(!shown.view.place());
    }
    void saysWhatTheCursorIsAt()
    {
        // A text so long that it is shown in several lines, and a member behind it.
        const QByteArray json = "{\"a\":[{\"text\":\"" + QByteArray(5000, '{') + "\",\"b\":7}]}";
        Shown shown(json);
        QVERIFY(shown.view.document()->blockCount() > 10);
        for (QTextBlock block = shown.view.document()->begin(); block.isValid();
             block = block.next()) {
            shown.goTo(block.blockNumber());
            const QString pointer = shown.view.place().value_or(JsonPlace()).pointer;
            if (block.text().contains(u"{{{"_s))
                QCOMPARE(pointer, u"/a/0/text"_s);
            if (block.text().contains(u"\"b\""_s))
                QCOMPARE(pointer, u"/a/0/b"_s);
        }
        QCOMPARE(shown.view.foldMarks().size(), 3U);
    }
    void aLineOfTwentyMegabytesIsShownByItsBeginning()
    {
        Shown shown("{\"text\":\"" + QByteArray(20'000'000, 'x') + "\"}");
        QTRY_VERIFY(shown.lines().size() > 100);
        QVERIFY(shown.view.toPlainText().size() < 400'000);
        shown.view.moveCursor(QTextCursor::End);
        QVERIFY(!shown.view.place()); // words of ours
        shown.press(Qt::Key_Minus, Qt::ShiftModifier);
        shown.goTo(0);
        shown.press(Qt::Key_Minus);
        QCOMPARE(shown.lines().size(), 1);
    }
};

QTEST_MAIN(TestTextViewer)
#include "tst_textviewer.moc"
