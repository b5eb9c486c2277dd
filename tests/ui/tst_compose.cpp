// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/draftmodel.h"
#include "widgets/composeform.h"
#include "widgets/requestspane.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

const QByteArray chat
    = R"({"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[{"role":"user","content":"Hello"}],"seed":12345678901234567890,"x":1e400}})";
const QByteArray extract
    = R"({"custom_id":"b","body":{"model":"extract","text":"Anna","entities":{"person":"a \u006eame"},"k":1e400}})";
const QByteArray embeddings = R"({"custom_id":"c","body":{"model":"e","input":["a"]}})";

/// The pane in a window, driven by keys.
struct Rig {
    QThreadPool pool;
    DraftModel model{pool};
    RequestsPane pane{model};

    explicit Rig(const QList<QByteArray> &lines = {})
    {
        model.setFile({}, nullptr);
        pane.setKinds({RequestKind::Chat, RequestKind::Extract}, u"usual"_s);
        pane.resize(1000, 700);
        pane.show();
        pane.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&pane));
        model.insertLines(0, lines);
        if (!lines.isEmpty())
            pane.goToRow(0);
    }
    template <class Widget>
    [[nodiscard]] Widget *named(const QString &accessibleName) const
    {
        for (Widget *widget : pane.findChildren<Widget *>())
            if (widget->accessibleName() == accessibleName)
                return widget;
        return nullptr;
    }
    [[nodiscard]] QPlainTextEdit *json() const
    {
        return named<QPlainTextEdit>(u"Request as JSON"_s);
    }
    [[nodiscard]] QTabWidget *views() const { return pane.findChild<QTabWidget *>(); }
    [[nodiscard]] bool showsForm() const { return views()->currentIndex() == 0; }
    /// All texts that can be seen and hold this one.
    [[nodiscard]] bool says(const QString &text) const
    {
        const QList<QLabel *> labels = pane.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
};

void undo(QWidget *widget)
{
    QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier);
}

void redo(QWidget *widget)
{
    QTest::keySequence(widget, QKeySequence(QKeySequence::Redo));
}

} // namespace

class TstCompose : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void typingInTheFormChangesTheLineAndTheJson()
    {
        Rig rig({chat});
        QVERIFY(rig.showsForm());
        auto *text = rig.named<QPlainTextEdit>(u"User message"_s);
        QCOMPARE(text->toPlainText(), u"Hello"_s);
        text->setFocus();
        QTest::keyClick(text, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(text, u" you"_s);
        const QByteArray wanted = QByteArray(chat).replace("Hello", "Hello you");
        QTRY_COMPARE(rig.model.line(0), wanted);
        QVERIFY(rig.json()->toPlainText().contains(u"\"Hello you\""_s));
        QVERIFY(rig.json()->toPlainText().contains(u"1e400"_s));
        QCOMPARE(text->textCursor().position(), 9); // and the cursor stays
    }
    void typingJsonChangesTheForm()
    {
        Rig rig({chat});
        rig.views()->setCurrentIndex(1);
        QPlainTextEdit *json = rig.json();
        json->setFocus();
        QTextCursor cursor = json->document()->find(u"Hello"_s);
        json->setTextCursor(cursor);
        QTest::keyClicks(json, u"Bye"_s);
        QTRY_COMPARE(rig.model.line(0), QByteArray(chat).replace("Hello", "Bye"));
        QCOMPARE(rig.named<QPlainTextEdit>(u"User message"_s)->toPlainText(), u"Bye"_s);
        QVERIFY(rig.pane.isValid()); // though it holds a number that no double does
    }
    void whatIsNotJsonDisablesTheFormAndIsNotLost()
    {
        Rig rig({chat, extract});
        rig.views()->setCurrentIndex(1);
        QPlainTextEdit *json = rig.json();
        json->setFocus();
        QTest::keyClicks(json, u"oops"_s);
        QTRY_VERIFY(!rig.pane.isValid());
        QVERIFY(rig.says(u"Not valid JSON, line 1"_s));
        rig.views()->setCurrentIndex(0);
        QVERIFY(rig.says(u"It is not valid JSON"_s));
        QVERIFY(!rig.named<QPlainTextEdit>(u"User message"_s)->isEnabled());
        QCOMPARE(rig.named<QPlainTextEdit>(u"User message"_s)->toPlainText(), u"Hello"_s);
        rig.pane.goToRow(1);
        QVERIFY(rig.pane.isValid());
        rig.pane.goToRow(0);
        QCOMPARE(rig.model.line(0), "oops" + chat);
        QVERIFY(json->toPlainText().startsWith(u"oops"_s));
        QVERIFY(!rig.pane.isValid());
        QCOMPARE(rig.model.line(1), extract);
    }
    void typingIsKeptByTheRowItWasMeantFor()
    {
        Rig rig({chat, extract});
        rig.views()->setCurrentIndex(1);
        rig.json()->setFocus();
        QTest::keyClick(rig.json(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(rig.json(), Qt::Key_Backspace);
        QTest::keyClicks(rig.json(), u",\"n\":1}"_s);
        rig.pane.goToRow(1); // before typing counts as paused
        QCOMPARE(rig.model.line(0), chat.chopped(1) + ",\"n\":1}");
        QCOMPARE(rig.model.line(1), extract);
        rig.views()->setCurrentIndex(0);
        auto *text = rig.named<QPlainTextEdit>(u"Text"_s);
        text->setFocus();
        QTest::keyClicks(text, u"Dear "_s);
        rig.pane.goToRow(0);
        QCOMPARE(rig.model.line(1), QByteArray(extract).replace("Anna", "Dear Anna"));
    }
    void anOptionalFieldThatIsEmptiedIsLeftOut()
    {
        Rig rig({chat});
        auto *temperature = rig.named<QLineEdit>(u"Temperature"_s);
        temperature->setFocus();
        QTest::keyClicks(temperature, u"0.7"_s);
        rig.pane.commit();
        QCOMPARE(rig.model.line(0), chat.chopped(2) + ",\"temperature\":0.7}}");
        temperature->selectAll();
        QTest::keyClick(temperature, Qt::Key_Delete);
        rig.pane.commit();
        QCOMPARE(rig.model.line(0), chat);
    }
    void faultsAreToldAtTheirField()
    {
        Rig rig({chat});
        auto *temperature = rig.named<QLineEdit>(u"Temperature"_s);
        temperature->setFocus();
        QTest::keyClicks(temperature, u"0,7"_s);
        QVERIFY(rig.says(u"not a number such as 0.7"_s));
        QVERIFY(temperature->accessibleDescription().contains(u"not a number"_s));
        QTest::keyClick(temperature, Qt::Key_Home);
        QTest::keyClick(temperature, Qt::Key_Right);
        QTest::keyClick(temperature, Qt::Key_Delete);
        QTest::keyClicks(temperature, u"."_s);
        QVERIFY(!rig.says(u"not a number such as 0.7"_s));
        QCOMPARE(temperature->accessibleDescription(), QString());
        auto *text = rig.named<QPlainTextEdit>(u"User message"_s);
        text->setFocus();
        QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_Delete);
        QVERIFY(rig.says(u"Say what to ask"_s));
    }
    void undoGoesOverBothViews()
    {
        Rig rig({chat});
        auto *text = rig.named<QPlainTextEdit>(u"User message"_s);
        text->setFocus();
        QTest::keyClicks(text, u"1"_s);
        rig.pane.commit();
        rig.views()->setCurrentIndex(1);
        QPlainTextEdit *json = rig.json();
        json->setFocus();
        json->setTextCursor(json->document()->find(u"1Hello"_s));
        QTest::keyClicks(json, u"2Hello"_s);
        undo(json); // without waiting for a pause
        QCOMPARE(rig.model.line(0), QByteArray(chat).replace("Hello", "1Hello"));
        undo(json);
        QCOMPARE(rig.model.line(0), chat);
        QCOMPARE(text->toPlainText(), u"Hello"_s);
        rig.views()->setCurrentIndex(0);
        text->setFocus();
        redo(text);
        QCOMPARE(text->toPlainText(), u"1Hello"_s);
        redo(text);
        QCOMPARE(rig.model.line(0), QByteArray(chat).replace("Hello", "2Hello"));
        QVERIFY(json->toPlainText().contains(u"2Hello"_s));
    }
    void undoShowsTheRowItIsAbout()
    {
        Rig rig({chat, extract});
        rig.named<QPlainTextEdit>(u"User message"_s)->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"1"_s);
        rig.pane.goToRow(1);
        auto *table = rig.named<QTableView>(u"Requests"_s);
        table->setFocus();
        undo(table);
        QCOMPARE(table->currentIndex().row(), 0);
        QCOMPARE(rig.model.line(0), chat);
    }
    void entitiesAreEditedByKeysAlone()
    {
        Rig rig({extract});
        auto *table = rig.named<QTableWidget>(u"Entities to look for"_s);
        QVERIFY(table && table->isVisible());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Insert);
        QVERIFY(rig.says(u"Row 2 needs a name"_s));
        QWidget *editor = QApplication::focusWidget();
        QVERIFY(qobject_cast<QLineEdit *>(editor));
        QTest::keyClicks(editor, u"place"_s);
        QTest::keyClick(editor, Qt::Key_Tab);
        editor = QApplication::focusWidget();
        QVERIFY(qobject_cast<QLineEdit *>(editor));
        QTest::keyClicks(editor, u"a town"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(table->item(1, 1)->text(), u"a town"_s);
        QVERIFY(!rig.says(u"needs a name"_s));
        rig.pane.commit();
        const QByteArray both
            = QByteArray(extract).replace("ame\"}", "ame\",\"place\":\"a town\"}");
        QCOMPARE(rig.model.line(0), both);
        table->setFocus();
        table->setCurrentCell(0, 0);
        QTest::keyClick(table, Qt::Key_Delete);
        rig.pane.commit();
        QCOMPARE(rig.model.line(0), QByteArray(both).replace("\"person\":\"a \\u006eame\",", ""));
        undo(table);
        QCOMPARE(rig.model.line(0), both);
        QCOMPARE(table->rowCount(), 2);
    }
    void anotherKindIsOneStepBack()
    {
        Rig rig({chat});
        auto *kind = rig.named<QComboBox>(u"Kind of request"_s);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QTest::keyClick(kind, Qt::Key_Enter);
        QTRY_VERIFY(rig.model.line(0).contains(R"("model":"extract")"));
        QVERIFY(rig.says(u"Name at least one entity"_s));
        QCOMPARE(rig.named<QPlainTextEdit>(u"Text"_s)->toPlainText(), u"Hello"_s);
        undo(kind);
        QCOMPARE(rig.model.line(0), chat);
        QCOMPARE(kind->currentText(), u"Chat"_s);
    }
    void whatHasNoFormIsShownAsJson()
    {
        Rig rig({chat, embeddings});
        QVERIFY(rig.showsForm());
        rig.pane.goToRow(1);
        QVERIFY(!rig.showsForm());
        QVERIFY(rig.says(u"JSON only: There is no form for this sort of request."_s));
        rig.pane.goToRow(0);
        QVERIFY(rig.showsForm()); // which is what a person had
        QVERIFY(!rig.says(u"JSON only"_s));
    }
    void aNewRequestIsOfTheFittingKind()
    {
        Rig rig;
        auto *table = rig.named<QTableView>(u"Requests"_s);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Insert);
        QCOMPARE(
            rig.model.line(0),
            QByteArray(
                R"({"custom_id":"request-1","method":"POST","url":"/v1/chat/completions","body":{"model":"usual","messages":[{"role":"user","content":""}]}})"));
        QCOMPARE(QApplication::focusWidget(), rig.named<QPlainTextEdit>(u"User message"_s));
        rig.pane.setKinds({RequestKind::Extract, RequestKind::Classify}, {});
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Insert);
        QVERIFY(rig.model.line(1).contains(R"({"model":"extract","text":"","entities":{}})"));
        auto *kind = rig.named<QComboBox>(u"Kind of request"_s);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_End);
        QTRY_VERIFY(rig.model.line(1).contains(R"("model":"classify")"));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Insert);
        QVERIFY(rig.model.line(2).contains(R"("model":"classify")")); // like the last one
    }
    void aCopyHasAnIdOfItsOwnAndTheSameBytes()
    {
        Rig rig({chat});
        auto *table = rig.named<QTableView>(u"Requests"_s);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(rig.model.line(1), QByteArray(chat).replace(R"("a")", R"("a-copy")"));
    }
    void tabGoesThroughTheFieldsInTheirOrder()
    {
        Rig rig({chat});
        rig.named<QComboBox>(u"Kind of request"_s)->setFocus();
        QStringList order;
        for (int i = 0; i < 6; ++i) {
            order.append(QApplication::focusWidget()->accessibleName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(order,
                 QStringList({u"Kind of request"_s, u"Model"_s, u"System message"_s,
                              u"User message"_s, u"Temperature"_s, u"Most tokens of an answer"_s}));
    }
    void everyFieldHasALabelAndNoTwoLettersAreTheSame()
    {
        for (const QByteArray kind : {"chat", "extract", "summarize", "classify"}) {
            Rig rig({QByteArray("{\"custom_id\":\"a\",\"body\":{\"messages\":[],\"model\":\"")
                     + kind + "\"}}"});
            QString letters;
            int fields = 0;
            for (const QLabel *label : rig.pane.findChildren<QLabel *>()) {
                if (!label->isVisible() || !label->buddy())
                    continue;
                ++fields;
                const qsizetype at = label->text().indexOf(u'&');
                QVERIFY(at >= 0);
                const QChar letter = label->text().at(at + 1).toLower();
                QVERIFY2(!letters.contains(letter), qPrintable(label->text()));
                letters += letter;
            }
            QVERIFY2(fields >= 4, kind.constData());
        }
    }
};

QTEST_MAIN(TstCompose)
#include "tst_compose.moc"
