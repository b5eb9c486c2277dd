// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"
#include "models/visibletext.h"
#include "pages/runpage.h"
#include "services.h"
#include "ui/samplelibrary.h"
#include "widgets/answerview.h"
#include "widgets/textviewer.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace {

const QString markUp = u"<img src='http://127.0.0.1:9/x.png'><a href='file:///etc/passwd'>b</a>"_s;

/// Some bytes in base64, without a blank in them.
QString base64(qsizetype size)
{
    QByteArray bytes(size * 3 / 4, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(i * 7'919 % 251);
    return QString::fromLatin1(bytes.toBase64());
}

qsizetype longestLine(const QPlainTextEdit &edit)
{
    qsizetype longest = 0;
    for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next())
        longest = std::max<qsizetype>(longest, block.length());
    return longest;
}

/// What a text would become if it were shown where rich text is guessed.
bool isRichAnyhow(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return false;
    QTextDocument document;
    document.setHtml(text);
    for (const QTextFormat &format : document.allFormats())
        if (format.isImageFormat() || !format.toCharFormat().anchorHref().isEmpty())
            return true;
    return false;
}

/// Every text of a model, each role that a view shows.
QStringList richTexts(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList rich;
    for (int row = 0; row < std::min(model.rowCount(parent), 50); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {int(Qt::ToolTipRole), int(Qt::WhatsThisRole)})
                if (const QString text = index.data(role).toString(); isRichAnyhow(text))
                    rich.append(text);
        }
        rich += richTexts(model, model.index(row, 0, parent));
    }
    return rich;
}

/// Every place of a window where Qt guesses whether a text is rich, and guesses so of ours.
QStringList richPlaces(const QWidget &window)
{
    QStringList rich;
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        const bool isRich = label->textFormat() == Qt::RichText
            || label->textFormat() == Qt::MarkdownText
            || (label->textFormat() == Qt::AutoText && isRichAnyhow(label->text()));
        if (isRich && label->text().contains(u"127.0.0.1:9"_s))
            rich.append(u"label "_s + label->text());
    }
    for (const QWidget *widget : window.findChildren<QWidget *>())
        if (isRichAnyhow(widget->toolTip()) || isRichAnyhow(widget->whatsThis()))
            rich.append(u"tip "_s + widget->toolTip());
    for (const QAction *action : window.findChildren<QAction *>())
        if (isRichAnyhow(action->toolTip()))
            rich.append(u"action "_s + action->toolTip());
    for (const QAbstractItemView *view : window.findChildren<QAbstractItemView *>())
        if (view->model())
            rich += richTexts(*view->model());
    return rich;
}

} // namespace

/// Answers, names and words of a provider that want to be more than text.
class TstHostileViews : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void longLinesAreHandedOverInPieces_data();
    void longLinesAreHandedOverInPieces();
    void copyingGivesTheTextWithoutOurLineEnds();
    void whatCannotBeSeenIsMarked_data();
    void whatCannotBeSeenIsMarked();
    void anAnswerLoadsNothing();
    void cellsShowTheBeginningOfLongTexts();
    void noPlaceOfTheWindowTakesTextForMarkUp();
};

void TstHostileViews::longLinesAreHandedOverInPieces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isJson");
    const QString blob = base64(1 << 20);
    QTest::newRow("base64") << blob << false;
    QTest::newRow("base64 in JSON") << QString(u"{\"b64\":\""_s + blob + u"\"}"_s) << true;
    QTest::newRow("one word among others") << QString(u"see: "_s + blob + u" there"_s) << false;
    QTest::newRow("a million blanks") << QString(1 << 20, u' ') << false;
    QTest::newRow("Chinese") << QString(1 << 20, u'中') << false;
    QTest::newRow("faces") << u"😀"_s.repeated(1 << 19) << false;
    QTest::newRow("one long list") << QString(u"["_s + u"1,"_s.repeated(1 << 19) + u"1]"_s) << true;
    QTest::newRow("no JSON at all") << blob << true;
}

void TstHostileViews::longLinesAreHandedOverInPieces()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isJson);
    QThreadPool pool;
    TextViewer viewer(pool, u"Answer"_s);
    viewer.setVisible(true);
    if (isJson)
        viewer.setJson(text.toUtf8());
    else
        viewer.setProse(text);
    QTRY_VERIFY(viewer.toPlainText().contains(u"… the beginning of"_s));
    QVERIFY2(longestLine(viewer) <= 1'002, qPrintable(QString::number(longestLine(viewer))));
    QVERIFY(viewer.document()->characterCount() < 300'000);
    for (const QString &line : viewer.toPlainText().split(u'\n'))
        QVERIFY(line.isEmpty()
                || (!line.front().isLowSurrogate() && !line.back().isHighSurrogate()));
}

void TstHostileViews::copyingGivesTheTextWithoutOurLineEnds()
{
    QThreadPool pool;
    TextViewer viewer(pool, u"Answer"_s);
    const QString text
        = base64(5'000) + u"\n\nshort\n"_s + u"words and words "_s.repeated(400) + u"\nend"_s;
    viewer.setProse(text);
    QVERIFY(viewer.document()->blockCount() > 10);
    viewer.selectAll();
    viewer.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
}

void TstHostileViews::whatCannotBeSeenIsMarked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("override") << u"a\u202Egpj.exe"_s << u"a⟨U+202E⟩gpj.exe"_s;
    QTest::newRow("isolate") << u"\u2066a\u2069"_s << u"⟨U+2066⟩a⟨U+2069⟩"_s;
    QTest::newRow("escape") << u"\x1B[31m"_s << u"␛[31m"_s;
    QTest::newRow("bell") << u"a\x07"_s << u"a␇"_s;
    QTest::newRow("NUL") << QString::fromUtf16(u"a\0b", 3) << u"a␀b"_s;
    QTest::newRow("delete") << u"a\x7F"_s << u"a␡"_s;
    QTest::newRow("second controls") << u"a\u009Bb"_s << u"a⟨U+009B⟩b"_s;
    QTest::newRow("hidden tag") << u"a\U000E0041b"_s << u"a⟨U+E0041⟩b"_s;
    QTest::newRow("Hebrew with its marks") << u"שלום\u200F!"_s << u"שלום\u200F!"_s;
    QTest::newRow("other letters of that plane") << u"\U000E0100"_s << u"\U000E0100"_s;
    QTest::newRow("faces") << u"👩\u200D💻"_s << u"👩\u200D💻"_s;
    QTest::newRow("line ends and tabs") << u"a\tb\nc"_s << u"a\tb\nc"_s;
}

void TstHostileViews::whatCannotBeSeenIsMarked()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(visibletext::marked(text), shown);
    QThreadPool pool;
    TextViewer viewer(pool, u"Answer"_s);
    viewer.setProse(text);
    QCOMPARE(viewer.toPlainText(), shown);
}

/// The view of an answer has no place that could ask for anything.
void TstHostileViews::anAnswerLoadsNothing()
{
    QThreadPool pool;
    AnswerView view(pool);
    view.resize(600, 400);
    view.show();
    const QString evil = markUp + u"\n![x](http://127.0.0.1:9/y.png) [z](file:///etc/passwd)"_s;
    TextAnswer answer{.kind = TextAnswer::Kind::Classify, .topLabel = evil, .reasoning = evil};
    answer.scores = {{evil, 0.5}, {u"other"_s, 0.1}};
    view.setProse(evil, evil);
    QCOMPARE(richPlaces(view), QStringList());
    view.setAnswer(answer);
    QCOMPARE(richPlaces(view), QStringList());
    answer.kind = TextAnswer::Kind::Extract;
    answer.entities = {{.type = evil, .text = evil}};
    view.setAnswer(answer);
    QCOMPARE(richPlaces(view), QStringList());
    QVERIFY(view.findChildren<QTextBrowser *>().isEmpty());
    QVERIFY(view.findChildren<QTextEdit *>().isEmpty());
    for (const auto *text : view.findChildren<QPlainTextEdit *>()) {
        for (const QTextFormat &format : text->document()->allFormats())
            QVERIFY(!format.isImageFormat() && format.toCharFormat().anchorHref().isEmpty());
        QVERIFY(!(text->textInteractionFlags()
                  & (Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard)));
    }
}

void TstHostileViews::cellsShowTheBeginningOfLongTexts()
{
    const QString blob = base64(1 << 20);
    QCOMPARE(visibletext::brief(blob).size(), 301);
    QCOMPARE(visibletext::brief(u"a\n b\t c"_s), u"a b c"_s);
    QThreadPool pool;
    AnswerView view(pool);
    TextAnswer answer{.kind = TextAnswer::Kind::Extract};
    answer.entities = {{.type = blob, .text = blob + u'\u202E'}};
    view.setAnswer(answer);
    const auto *table = view.findChild<QAbstractItemView *>();
    QVERIFY(table);
    const auto *delegate = qobject_cast<QStyledItemDelegate *>(table->itemDelegate());
    QVERIFY(delegate);
    QVERIFY(delegate->displayText(blob, QLocale()).size() <= 301);
    QCOMPARE(delegate->displayText(u"a\u202Eb"_s, QLocale()), u"a⟨U+202E⟩b"_s);
}

void TstHostileViews::noPlaceOfTheWindowTakesTextForMarkUp()
{
    QTemporaryDir folder;
    const auto services = Services::make({.libraryFolder = folder.filePath(u"library"_s)}).value();
    const QByteArray evil = markUp.toUtf8();
    Library &library = services->library();
    QVERIFY(library.add(Connection{.name = markUp, .profile = u"openai"_s}));
    const char *const words = evil.constData();
    const RunId sample = samplelibrary::add(*services,
                                            {.name = words,
                                             .state = BatchState::Failed,
                                             .rawStatus = words,
                                             .model = words,
                                             .unknownStatus = true,
                                             .reason = words,
                                             .error = words});
    Run run{.name = markUp, .description = markUp, .endpoint = markUp, .models = {markUp}};
    run.connection = library.connectionByName(markUp)->id;
    run.originPath = u"/home/ada/"_s + markUp;
    run.metadata
        = {{markUp, '"' + QByteArray(evil).replace('"', "\\\"") + '"'}, {base64(1 << 20), "\"x\""}};
    run.requests = 1;
    const RunId id = library.add(run);
    Batch batch{.run = id, .connection = run.connection, .requests = 1};
    batch.facts = {.state = BatchState::Failed, .rawStatus = base64(1 << 20)};
    batch.facts.remoteId = markUp;
    batch.facts.outputFileId = markUp;
    batch.facts.faults = {{.code = markUp, .message = markUp, .line = 1}};
    batch.facts.error = Error{.kind = ErrorKind::Rejected,
                              .message = markUp + base64(1 << 20),
                              .detail = base64(1 << 20),
                              .code = markUp,
                              .requestId = markUp};
    batch.history = {{services->clock().now(), BatchState::Failed, markUp}};
    static_cast<void>(library.add(batch));

    MainWindow window(*services);
    window.resize(1200, 760);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(richPlaces(window).join(u'\n'), QString());
    for (const RunId shown : {id, sample}) {
        window.showRun(shown);
        const auto *page = window.findChild<RunPage *>();
        QVERIFY(page);
        auto *tabs = page->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(50);
            QCOMPARE(richPlaces(window).join(u'\n'), QString());
        }
    }
    for (const QLabel *label : window.findChildren<QLabel *>())
        QVERIFY2(label->text().size() < 30'000, qPrintable(label->text().left(80)));
}

QTEST_MAIN(TstHostileViews)
#include "tst_hostileviews.moc"
