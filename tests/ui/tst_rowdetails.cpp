// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/runfixture.h"
#include "widgets/jsonactions.h"
#include "widgets/resultspane.h"
#include "widgets/textviewer.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTextBlock>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using Of = JsonActions::Of;

namespace {

/// A pane on the screen with three results, of which the second is shown.
class Shown {
public:
    Shown()
    {
        m_run.setRequests({u"a"_s, u"b"_s, u"c"_s});
        m_run.addBatch(BatchState::Completed);
        m_run.addResults(
            lines({answerLine(u"a"_s, u"one"_s), second, answerLine(u"c"_s, u"two"_s)}));
        pane.resize(1100, 800);
        pane.show();
        pane.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&pane));
        pane.setResults(m_run.join().value());
        table().setCurrentIndex(table().model()->index(1, 1));
        isReady = QTest::qWaitFor([this] { return viewer(u"Request"_s).json().contains("\"b\""); });
        pane.findChildren<QTabWidget *>().last()->setCurrentIndex(2);
    }
    [[nodiscard]] QTableView &table() { return *pane.findChild<QTableView *>(u"results"_s); }
    [[nodiscard]] QLineEdit &line() { return *pane.findChild<QLineEdit *>(u"findResults"_s); }
    [[nodiscard]] TextViewer &viewer(const QString &name)
    {
        for (TextViewer *one : pane.findChildren<TextViewer *>())
            if (one->accessibleName() == name)
                return *one;
        qFatal("There is no such viewer");
    }
    /// Puts the cursor where this stands, and the keys there.
    void goTo(TextViewer &viewer, const QString &text)
    {
        for (QTabWidget *tabs : pane.findChildren<QTabWidget *>())
            for (int i = 0; i < tabs->count(); ++i)
                if (tabs->widget(i) == &viewer)
                    tabs->setCurrentIndex(i);
        viewer.setFocus();
        viewer.setTextCursor(viewer.document()->find(text));
        QTRY_VERIFY(viewer.hasFocus());
    }
    static void press(TextViewer &viewer, Qt::Key key)
    {
        QGuiApplication::clipboard()->setText(u"before"_s);
        QTest::keyClick(&viewer, key, Qt::ControlModifier | Qt::AltModifier);
    }

    bool isReady = false; ///< what is chosen is shown
    const QByteArray second = answerLine(u"b"_s, u"two"_s);

private:
    RunFixture m_run;
    QThreadPool m_pool;

public:
    ResultsPane pane{m_pool};
};

QString copied()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

class TestRowDetails : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keysCopyJsonLineAndPath()
    {
        Shown shown;
        QVERIFY(shown.isReady);
        TextViewer &raw = shown.viewer(u"Result as it came"_s);
        shown.goTo(raw, u"\"content\""_s);
        Shown::press(raw, Qt::Key_C);
        QTRY_COMPARE(copied().toUtf8(), shown.second);
        Shown::press(raw, Qt::Key_J);
        QTRY_VERIFY(copied().startsWith(u"{\n  \"custom_id\": \"b\""_s));
        QCOMPARE(QJsonDocument::fromJson(copied().toUtf8()), QJsonDocument::fromJson(shown.second));
        Shown::press(raw, Qt::Key_P);
        QTRY_COMPARE(copied(), u"/response/body/choices/0/message/content"_s);
    }
    void rowsAreFoundByAPlace()
    {
        Shown shown;
        QVERIFY(shown.isReady);
        TextViewer &raw = shown.viewer(u"Result as it came"_s);
        shown.goTo(raw, u"\"content\""_s);
        Shown::press(raw, Qt::Key_F);
        QCOMPARE(shown.line().text(), u"/response/body/choices/0/message/content=\"two\""_s);
        QCOMPARE(shown.line().selectedText(), u"two"_s);
        QTRY_COMPARE(shown.table().model()->rowCount(), 2);
        QTRY_VERIFY(shown.line().hasFocus());
        TextViewer &request = shown.viewer(u"Request"_s);
        shown.goTo(request, u"\"prompt\""_s);
        Shown::press(request, Qt::Key_F);
        QCOMPARE(shown.line().text(), u"request:/body/prompt=\"ask b\""_s);
        QTRY_COMPARE(shown.table().model()->rowCount(), 1);
    }
    void aPlaceBecomesACondition_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("line");
        QTest::newRow("number") << u"/a"_s << "1.50"_ba << u"/a=1.50"_s;
        QTest::newRow("nothing") << u"/a"_s << "null"_ba << u"/a=null"_s;
        QTest::newRow("escapes") << u"/a"_s << "\"na\\u00efve\""_ba << u"/a=\"naïve\""_s;
        QTest::newRow("quotes") << u"/a"_s << "\"said \\\"no\\\"\""_ba << u"/a:\"said\""_s;
        QTest::newRow("lines") << u"/a"_s << "\"one\\ntwo\""_ba << u"/a:\"one\""_s;
        QTest::newRow("object") << u"/a/0"_s << "{"_ba << u"/a/0:{"_s;
        QTest::newRow("blank in the path") << u"/a b"_s << "1"_ba << QString();
        QTest::newRow("sign in the path") << u"/a:b"_s << "1"_ba << QString();
        QTest::newRow("the whole") << QString() << "{"_ba << QString();
    }
    void aPlaceBecomesACondition()
    {
        QFETCH(QString, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QString, line);
        QCOMPARE(JsonActions::condition(pointer, value, Of::Result), line);
        if (!line.isEmpty())
            QCOMPARE(JsonActions::condition(pointer, value, Of::Request), u"request:"_s + line);
    }
    void aCommandSendsTheRequest()
    {
        Shown shown;
        QVERIFY(shown.isReady);
        TextViewer &request = shown.viewer(u"Request"_s);
        shown.goTo(request, u"\"prompt\""_s);
        Shown::press(request, Qt::Key_U);
        QTest::qWait(0);
        QCOMPARE(copied(), u"before"_s); // nowhere to send it is known
        const QAction *command = request.actions().at(2);
        QVERIFY(!command->isEnabled());
        const QString reason = u"The practice provider answers batches alone"_s;
        shown.pane.setTarget(std::unexpected(reason));
        QVERIFY(!command->isEnabled());
        QCOMPARE(command->toolTip(), reason);
        QCOMPARE(command->statusTip(), reason);
        RequestTarget target{.base = QUrl(u"https://api.example.com/v1"_s),
                             .endpoint = u"/v1/completions"_s,
                             .request = {},
                             .keyVariable = "MY_KEY"};
        target.request.auth = AuthScheme::Bearer;
        shown.pane.setTarget(target);
        QVERIFY(command->isEnabled());
        QVERIFY(command->toolTip().contains(u"sends this one request"_s));
        Shown::press(request, Qt::Key_U);
        QTRY_VERIFY(copied().startsWith(u"curl "_s));
        QVERIFY(copied().contains(u"'POST' 'https://api.example.com/v1/completions'"_s));
        QVERIFY(copied().contains(u"\"Authorization: Bearer ${MY_KEY}\""_s));
        QVERIFY(copied().contains(u"--data-raw '{\"model\":\"m\",\"prompt\":\"ask b\"}'"_s));
    }
    void whatCannotBeDoneIsGrey()
    {
        Shown shown;
        QVERIFY(shown.isReady);
        TextViewer &raw = shown.viewer(u"Result as it came"_s);
        const auto enabled = [](const TextViewer &viewer) {
            return std::ranges::count_if(viewer.actions(), &QAction::isEnabled);
        };
        QVERIFY(enabled(raw) > 0);
        shown.pane.clear();
        QCOMPARE(enabled(raw), 0);
    }
};

QTEST_MAIN(TestRowDetails)
#include "tst_rowdetails.moc"
