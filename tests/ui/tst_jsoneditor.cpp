// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/jsoneditor.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace {

/// An editor on the screen with a request of one long text.
class Shown {
public:
    explicit Shown(const QString &text)
    {
        editor.resize(700, 500);
        editor.show();
        editor.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&editor));
        editor.setJson(line(text));
        view().setFocus();
    }
    [[nodiscard]] static QByteArray line(const QString &text)
    {
        return "{\"body\":{\"n\":1.50,\"text\":\"" + text.toUtf8() + "\"}}";
    }
    [[nodiscard]] QPlainTextEdit &view() { return *editor.findChild<QPlainTextEdit *>(); }
    /// The end of the first line that goes on in the next.
    [[nodiscard]] int firstBreak()
    {
        const QTextBlock block = view().document()->findBlockByNumber(3);
        return block.position() + block.length() - 1;
    }
    void goTo(int place)
    {
        QTextCursor cursor = view().textCursor();
        cursor.setPosition(place);
        view().setTextCursor(cursor);
    }
    [[nodiscard]] QByteArray taken()
    {
        const QSignalSpy edited(&editor, &JsonEditor::edited);
        editor.commit();
        return edited.isEmpty() ? "nothing"_ba : edited.last().first().toByteArray();
    }

    JsonEditor editor;
};

} // namespace

class TestJsonEditor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void longLinesLeaveNoTrace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no blanks") << QString(60'000, u'x');
        QTest::newRow("words") << u"some words "_s.repeated(5000);
        QTest::newRow("Chinese") << QString(20'000, u'中');
        QTest::newRow("pairs") << u"\U0001F600"_s.repeated(9000);
        QTest::newRow("signs that nobody sees")
            << (u"a\u200B\u2060"_s + QString(995, u'y') + u"\u200B"_s).repeated(20);
        QTest::newRow("all of them") << u"\u200B\u2060\uFEFF\u2063"_s + QString(3000, u'z');
    }
    void longLinesLeaveNoTrace()
    {
        QFETCH(QString, text);
        Shown shown(text);
        QVERIFY(shown.editor.isValid());
        QCOMPARE(shown.taken(), "nothing"_ba); // nobody has changed anything
        shown.goTo(shown.view().document()->characterCount() - 1);
        QTest::keyClicks(&shown.view(), u" "_s);
        QCOMPARE(shown.taken(), "nothing"_ba); // the same request
        shown.goTo(shown.view().toPlainText().indexOf(u"1.50"_s));
        QTest::keyClicks(&shown.view(), u"3"_s);
        QCOMPARE(shown.taken(), Shown::line(text).replace("1.50", "31.50"));
    }
    void linesAreShort()
    {
        Shown shown(QString(60'000, u'x'));
        for (QTextBlock block = shown.view().document()->begin(); block.isValid();
             block = block.next())
            QVERIFY(block.length() < 1100);
    }
    void keysThatDeleteDoNotStopAtABreak_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("beside"); ///< of the end of the line
        QTest::newRow("back from its end") << int(Qt::Key_Backspace) << 0;
        QTest::newRow("back from before its mark") << int(Qt::Key_Backspace) << -1;
        QTest::newRow("back from the next line") << int(Qt::Key_Backspace) << 1;
        QTest::newRow("on from its end") << int(Qt::Key_Delete) << 0;
        QTest::newRow("on from before its mark") << int(Qt::Key_Delete) << -1;
        QTest::newRow("on from the next line") << int(Qt::Key_Delete) << 1;
    }
    void keysThatDeleteDoNotStopAtABreak()
    {
        QFETCH(int, key);
        QFETCH(int, beside);
        Shown shown(QString(5000, u'x'));
        shown.goTo(shown.firstBreak() + beside);
        QTest::keyClick(&shown.view(), Qt::Key(key));
        QCOMPARE(shown.taken(), Shown::line(QString(4999, u'x')));
        QTest::keyClick(&shown.view(), Qt::Key(key));
        QCOMPARE(shown.taken(), Shown::line(QString(4998, u'x')));
    }
    void lettersAtABreakAreTaken()
    {
        Shown shown(QString(5000, u'x'));
        for (const int beside : {0, -1, 1}) {
            shown.goTo(shown.firstBreak() + beside);
            QTest::keyClicks(&shown.view(), u"x"_s);
        }
        QCOMPARE(shown.taken(), Shown::line(QString(5003, u'x')));
        QVERIFY(shown.editor.isValid());
    }
    void aLineEndThatIsTypedIsNoBreak()
    {
        Shown shown(QString(5000, u'x'));
        shown.goTo(shown.firstBreak());
        QTest::keyClick(&shown.view(), Qt::Key_Return);
        static_cast<void>(shown.taken());
        QVERIFY(!shown.editor.isValid()); // within a text there is none in JSON
    }
};

QTEST_MAIN(TestJsonEditor)
#include "tst_jsoneditor.moc"
