// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/remotepage.h"

#include "mainwindow.h"
#include "models/runmodel.h"
#include "pages/runpage.h"
#include "remotecommands.h"
#include "services.h"
#include "support/faultserver.h"
#include "support/files.h"
#include "ui/hands.h"
#include "ui/ownsettings.h"
#include "ui/samplelibrary.h"
#include "ui/unnamed.h"
#include "widgets/messagearea.h"
#include "widgets/statepane.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonArray>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

QJsonObject batch(const QString &id, const QString &status, int total = 3)
{
    return {{u"id"_s, id},
            {u"object"_s, u"batch"_s},
            {u"endpoint"_s, u"/v1/chat/completions"_s},
            {u"status"_s, status},
            {u"created_at"_s, 1'763'000'000},
            {u"request_counts"_s,
             QJsonObject{{u"total"_s, total}, {u"completed"_s, 1}, {u"failed"_s, 0}}}};
}

FaultReply listOf(const QList<QJsonObject> &batches, bool more = false)
{
    QJsonArray data;
    for (const QJsonObject &each : batches)
        data.append(each);
    return FaultReply::json(
        200,
        QJsonObject{{u"object"_s, u"list"_s},
                    {u"data"_s, data},
                    {u"has_more"_s, more},
                    {u"last_id"_s, batches.isEmpty() ? QJsonValue() : batches.last()[u"id"]}});
}

struct Rig {
    OwnSettings settings;
    QTemporaryDir folder;
    FaultServer server;
    std::unique_ptr<Services> services;
    std::unique_ptr<MainWindow> window;
    RemotePage *page = nullptr;
    ConnectionId connection;

    explicit Rig(const FaultReply &list)
    {
        qputenv("BATCHDESK_TEST_KEY", "sk-test");
        server.on("GET", "/v1/batches", list);
        services = Services::make({.libraryFolder = folder.filePath(u"library"_s)}).value();
        connection = services->library()
                         .add(Connection{.id = {},
                                         .name = u"Server"_s,
                                         .profile = u"openai-compatible"_s,
                                         .baseUrl = server.url(),
                                         .keySource = KeySource::Environment,
                                         .keyVariable = u"BATCHDESK_TEST_KEY"_s})
                         .value();
        window = std::make_unique<MainWindow>(*services);
        window->resize(1200, 760);
        window->show();
        window->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(window.get()));
        page = window->findChild<RemotePage *>();
        page->selectConnection(connection);
        QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier);
    }
    [[nodiscard]] QAbstractItemModel &rows() const { return *page->table()->model(); }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        return window->findChild<QAction *>(name);
    }
    [[nodiscard]] StatePane &state() const { return *page->findChild<StatePane *>(); }
    template <class Widget>
    [[nodiscard]] Widget *named(const QString &name) const
    {
        for (const QList<Widget *> all = page->findChildren<Widget *>(); Widget * widget : all)
            if (widget->accessibleName() == name)
                return widget;
        return nullptr;
    }
    /// The row of a batch becomes the current one.
    void select(const QString &id) const
    {
        for (int row = 0; row < rows().rowCount(); ++row)
            if (rows().index(row, RemoteModel::Id).data() == id)
                page->table()->setCurrentIndex(rows().index(row, RemoteModel::Id));
        page->table()->setFocus();
    }
    [[nodiscard]] QString cell(const QString &id, int column) const
    {
        for (int row = 0; row < rows().rowCount(); ++row)
            if (rows().index(row, RemoteModel::Id).data() == id)
                return rows().index(row, column).data().toString();
        return u"no such row"_s;
    }
    RunId ours(const QString &remoteId) const
    {
        Run run;
        run.name = u"Ours"_s;
        run.connection = connection;
        run.requests = 3;
        const RunId id = services->library().add(run);
        Batch batch;
        batch.run = id;
        batch.connection = connection;
        batch.requests = 3;
        batch.facts.state = BatchState::Running;
        batch.facts.remoteId = remoteId;
        static_cast<void>(services->library().add(batch));
        return id;
    }
};

} // namespace

class TstRemotePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void listsAndAsksAgainByKeysAlone()
    {
        Rig rig(listOf({batch(u"batch_1"_s, u"in_progress"_s), batch(u"batch_2"_s, u"odd"_s)}));
        QVERIFY(rig.page->isVisible());
        QTRY_COMPARE(rig.rows().rowCount(), 2);
        QCOMPARE(rig.cell(u"batch_1"_s, RemoteModel::Status), u"in_progress"_s);
        QCOMPARE(rig.cell(u"batch_1"_s, RemoteModel::Total), u"3"_s);
        QVERIFY(rig.page->table()->isColumnHidden(RemoteModel::Name)); // nothing would be in it
        QVERIFY(rig.page->isAncestorOf(QApplication::focusWidget()));
        const int before = rig.server.hits("GET /v1/batches");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
        QTRY_COMPARE(rig.server.hits("GET /v1/batches"), before + 1);
        QTest::keyClick(rig.window.get(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(rig.server.hits("GET /v1/batches"), before + 2);
        QTest::keyClick(rig.window.get(), Qt::Key_Escape);
        QVERIFY(!rig.page->isVisible());
        QVERIFY(!rig.action(u"refreshList"_s)->isEnabled());
    }
    void followsABatchOfOthersAndOpensItsRun()
    {
        Rig rig(listOf({batch(u"batch_1"_s, u"in_progress"_s), batch(u"batch_2"_s, u"failed"_s)}));
        rig.server.on("GET", "/v1/batches/batch_1",
                      FaultReply::json(200, batch(u"batch_1"_s, u"in_progress"_s)));
        QTRY_COMPARE(rig.rows().rowCount(), 2);
        rig.select(u"batch_1"_s);
        QVERIFY(rig.action(u"followBatch"_s)->isEnabled());
        QCOMPARE(rig.action(u"cancelRun"_s)->toolTip(), u"No run here follows this batch"_s);
        QTest::keyClick(rig.page->table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(rig.cell(u"batch_1"_s, RemoteModel::OurRun), u"r1 · batch_1"_s);
        QTRY_COMPARE(rig.window->messages().texts(),
                     QStringList{u"batch_1 is followed as run r1."_s});
        QCOMPARE(rig.page->selectedIds(), QStringList{u"batch_1"_s});
        QVERIFY(!rig.action(u"followBatch"_s)->isEnabled());
        QCOMPARE(rig.action(u"followBatch"_s)->toolTip(), u"This batch is followed already"_s);
        QVERIFY(rig.action(u"cancelRun"_s)->isEnabled());
        QCOMPARE(rig.action(u"deleteRun"_s)->toolTip(), u"Runs are deleted on their own page"_s);
        QTest::keyClick(rig.page->table(), Qt::Key_Return);
        QTRY_VERIFY(rig.window->findChild<RunPage *>()->isVisible());
        QCOMPARE(rig.window->findChild<RunPage *>()->run(), (RunId{1}));
    }
    void aClickOnOurRunOpensIt()
    {
        Rig rig(listOf({batch(u"batch_1"_s, u"in_progress"_s)}));
        const RunId run = rig.ours(u"batch_1"_s);
        QTRY_COMPARE(rig.cell(u"batch_1"_s, RemoteModel::OurRun), u"r1 · Ours"_s);
        QTRY_VERIFY(rig.window->runs().summary(run));
        QTableView *table = rig.page->table();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(rig.rows().index(0, RemoteModel::State)).center());
        QVERIFY(rig.page->isVisible());
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(rig.rows().index(0, RemoteModel::OurRun)).center());
        QTRY_VERIFY(rig.window->findChild<RunPage *>()->isVisible());
    }
    void followsWithTheFileThatItWasMadeOf()
    {
        Rig rig(listOf({batch(u"batch_1"_s, u"in_progress"_s)}));
        rig.server.on("GET", "/v1/batches/batch_1",
                      FaultReply::json(200, batch(u"batch_1"_s, u"in_progress"_s)));
        QTRY_COMPARE(rig.rows().rowCount(), 1);
        const QString file = writeFile(rig.folder.filePath(u"input.jsonl"_s),
                                       R"({"custom_id":"a","body":{"model":"m","messages":[]}})"
                                       "\n");
        rig.select(u"batch_1"_s);
        QTest::keyClick(rig.page->table(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = rig.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file);
        dialog->reject();
        QTRY_COMPARE(rig.cell(u"batch_1"_s, RemoteModel::OurRun), u"r1 · batch_1"_s);
        const Run *run = rig.services->library().run(RunId{1});
        QCOMPARE(run->originPath, file);
        QVERIFY(QFile::exists(rig.services->library().absolute(run->inputFile)));
        // The batch has three requests.
        QTRY_COMPARE(
            rig.window->messages().texts(),
            (QStringList{u"The file holds 1 request(s), the batch 3. Is it the right file?"_s,
                         u"batch_1 is followed as run r1."_s}));
    }
    void aFileThatDoesNotHelpLeavesNoCopy()
    {
        Rig rig(listOf({batch(u"batch_1"_s, u"in_progress"_s)}));
        QTRY_COMPARE(rig.rows().rowCount(), 1);
        auto *commands = rig.window->findChild<RemoteCommands *>();
        QVERIFY(commands);
        const QString sample = QStringLiteral(SOURCE_DIR "/resources/samples/chat.jsonl");
        commands->followWith(rig.connection, u"batch_7"_s, sample); // 404 there
        QTRY_VERIFY(rig.window->messages().texts().value(0).startsWith(u"batch_7: "_s));
        QCOMPARE(QDir(rig.services->library().absolute(u"inputs"_s)).entryList(QDir::Files),
                 QStringList());
        QVERIFY(rig.services->library().runIds().isEmpty());
    }
    void enterOnABatchOfOthersOffersWhatCanBeDone()
    {
        Rig rig(listOf({batch(u"batch_1"_s, u"in_progress"_s)}));
        QTRY_COMPARE(rig.rows().rowCount(), 1);
        rig.select(u"batch_1"_s);
        QTest::keyClick(rig.page->table(), Qt::Key_Return);
        auto *menu = rig.page->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->actions().contains(rig.action(u"followBatch"_s)));
        QVERIFY(menu->actions().contains(rig.action(u"copyId"_s)));
        menu->close();
        rig.action(u"copyId"_s)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), u"batch_1"_s);
        QVERIFY(rig.services->library().runIds().isEmpty());
    }
    void aProviderWithoutAListSaysSoAndTakesAnId()
    {
        Rig rig(FaultReply::json(404, QJsonObject()));
        rig.server.on("GET", "/v1/batches/batch_9",
                      FaultReply::json(200, batch(u"batch_9"_s, u"completed"_s)));
        QTRY_COMPARE(rig.state().heading(), u"This provider has no list of batches"_s);
        QVERIFY(rig.state().isVisible());
        auto *id = rig.named<QLineEdit>(u"Id of a batch to follow"_s);
        QVERIFY(id);
        id->setFocus();
        QTest::keyClicks(id, u" batch_9 "_s);
        QTest::keyClick(id, Qt::Key_Return);
        QTRY_COMPARE(rig.services->library().runIds().size(), 1);
        QTRY_COMPARE(rig.window->messages().texts(),
                     QStringList{u"batch_9 is followed as run r1."_s});
    }
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("heading");
        QTest::newRow("nothing there") << 200 << u"There are no batches"_s;
        QTest::newRow("no key") << 401 << u"The list could not be fetched"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(int, status);
        QFETCH(QString, heading);
        Rig rig(status == 200 ? listOf({}) : FaultReply::json(status, QJsonObject()));
        QTRY_COMPARE(rig.state().heading(), heading);
        QVERIFY(rig.state().isVisible() && !rig.state().words().isEmpty());
        QVERIFY(hands::button(rig.state(), u"Refresh"_s)); // there is always a next step
        QCOMPARE(unnamed(*rig.window), QStringList());
    }
    void aStatusThatNoBatchHasIsTakenBack()
    {
        Rig rig(listOf({batch(u"batch_1"_s, u"odd"_s)}));
        QTRY_COMPARE(rig.rows().rowCount(), 1);
        auto *status = rig.named<QComboBox>(u"Status"_s);
        status->setFocus();
        QTest::keyClicks(status->lineEdit(), u"never"_s);
        QTest::keyClick(status->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(rig.state().heading(), u"No batch has this status"_s);
        QVERIFY(hands::click(hands::button(rig.state(), u"Any Status"_s)));
        QTRY_COMPARE(rig.rows().rowCount(), 1);
        QCOMPARE(status->currentText(), QString());
    }
    void filtersByTheProvidersWord()
    {
        Rig rig(listOf({batch(u"batch_1"_s, u"odd"_s), batch(u"batch_2"_s, u"completed"_s)}));
        QTRY_COMPARE(rig.rows().rowCount(), 2);
        auto *status = rig.named<QComboBox>(u"Status"_s);
        QVERIFY(status);
        status->setFocus();
        QTest::keyClicks(status->lineEdit(), u"odd"_s);
        QTest::keyClick(status->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(rig.rows().rowCount(), 1);
        QCOMPARE(rig.cell(u"batch_1"_s, RemoteModel::Status), u"odd"_s);
        status->lineEdit()->selectAll();
        QTest::keyClicks(status->lineEdit(), u"Completed"_s);
        QTest::keyClick(status->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(rig.cell(u"batch_2"_s, RemoteModel::Status), u"completed"_s);
        QTRY_COMPARE(rig.rows().rowCount(), 1);
        status->lineEdit()->clear();
        QTRY_COMPARE(rig.rows().rowCount(), 2);
    }
    void loadsMoreAndSorts()
    {
        Rig rig(listOf({batch(u"batch_3"_s, u"completed"_s, 30)}, true));
        QTRY_COMPARE(rig.rows().rowCount(), 1);
        rig.server.on("GET", "/v1/batches", listOf({batch(u"batch_1"_s, u"failed"_s, 10)}));
        QToolButton *more = nullptr;
        for (const QList<QToolButton *> all = rig.page->findChildren<QToolButton *>();
             QToolButton * button : all)
            if (button->text() == u"Load &More")
                more = button;
        QVERIFY(more && more->isEnabled());
        QTest::mouseClick(more, Qt::LeftButton);
        QTRY_COMPARE(rig.rows().rowCount(), 2);
        QTRY_VERIFY(!more->isEnabled());
        QVERIFY(rig.server.requests("GET /v1/batches").last().query.contains("after=batch_3"));
        QHeaderView *header = rig.page->table()->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(RemoteModel::Total) + 10, 8});
        const QString first = rig.rows().index(0, RemoteModel::Id).data().toString();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(RemoteModel::Total) + 10, 8});
        QVERIFY(rig.rows().index(0, RemoteModel::Id).data().toString() != first);
        QCOMPARE(unnamed(*rig.window), QStringList());
    }
};

QTEST_MAIN(TstRemotePage)
#include "tst_remotepage.moc"
