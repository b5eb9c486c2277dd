// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/doubtnote.h"

#include "mainwindow.h"
#include "ownsettings.h"
#include "pages/runspage.h"
#include "samplelibrary.h"
#include "services.h"

#include <QAction>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestDoubtNote : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysHowManyAndShowsThem();
    void isGoneWithTheDoubt();
};

namespace {

QToolButton *buttonOf(DoubtNote &note, const QString &text)
{
    for (QToolButton *button : note.findChildren<QToolButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

} // namespace

void TestDoubtNote::saysHowManyAndShowsThem()
{
    const OwnSettings settings;
    const QTemporaryDir folder;
    auto services = Services::make({.libraryFolder = folder.path()}).value();
    samplelibrary::add(*services, {.name = "one", .state = BatchState::Unknown});
    samplelibrary::add(*services, {.name = "two", .state = BatchState::Unknown});
    samplelibrary::add(*services, {.name = "other", .state = BatchState::Completed});
    MainWindow window(*services);
    window.resize(1000, 700);
    window.show();
    auto *note = window.findChild<DoubtNote *>();
    QTRY_VERIFY(note->isVisible());
    QVERIFY2(note->text().startsWith(u'2'), qPrintable(note->text()));
    auto *page = window.findChild<RunsPage *>();
    QSignalSpy looks(page, &RunsPage::lookWanted);
    QCOMPARE(page->table()->model()->rowCount(), 3);
    QToolButton *const show = buttonOf(*note, u"Show Them"_s);
    QVERIFY(show);
    QTest::mouseClick(show, Qt::LeftButton);
    QTRY_COMPARE(page->table()->model()->rowCount(), 2);
    QToolButton *const look = buttonOf(*note, u"Look Now"_s);
    QVERIFY(look);
    QTest::mouseClick(look, Qt::LeftButton);
    QCOMPARE(looks.size(), 1);
    QCOMPARE(looks.first().first().value<QList<RunId>>().size(), 2);
}

void TestDoubtNote::isGoneWithTheDoubt()
{
    const OwnSettings settings;
    const QTemporaryDir folder;
    auto services = Services::make({.libraryFolder = folder.path()}).value();
    const RunId run = samplelibrary::add(*services, {.name = "one", .state = BatchState::Unknown});
    MainWindow window(*services);
    window.show();
    auto *note = window.findChild<DoubtNote *>();
    QTRY_VERIFY(note->isVisible());
    Batch batch = *services->library().batches(run).front();
    batch.facts.state = BatchState::Running;
    services->library().save(batch);
    QTRY_VERIFY(!note->isVisible());
}

QTEST_MAIN(TestDoubtNote)
#include "tst_doubtnote.moc"
