// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/remotelisting.h"

#include "models/modelrig.h"
#include "models/scriptedlist.h"

#include <QTest>

using namespace Qt::StringLiterals;
using enum BatchState;
using State = RemoteListing::State;

namespace {

ListPage page(const QStringList &ids, const QString &next = {})
{
    ListPage page{.batches = {}, .nextCursor = next};
    for (const QString &id : ids)
        page.batches.append(ScriptedList::batch(id, Running, u"in_progress"_s));
    return page;
}

struct ListingRig : ModelRig {
    ScriptedList provider;
    RemoteModel model{library, clock};
    RemoteListing listing{model, provider.ask()};
    ConnectionId connection = library.connectionByName(u"practice-files"_s)->id;
};

} // namespace

class TstRemoteListing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void loadsPageAfterPage()
    {
        ListingRig rig;
        QCOMPARE(rig.listing.state(), State::Idle);
        rig.listing.setPageSize(20);
        QCOMPARE(rig.provider.count(), 0);
        rig.listing.open(rig.connection);
        QCOMPARE(rig.listing.state(), State::Loading);
        QCOMPARE(rig.provider.last().limit, 20);
        rig.provider.answer(page({u"a"_s, u"b"_s}, u"b"_s));
        QTRY_COMPARE(rig.listing.state(), State::Shown);
        QVERIFY(rig.listing.hasMore());
        rig.listing.loadMore();
        rig.listing.loadMore(); // pressed twice: asked once
        QCOMPARE(rig.provider.count(), 2);
        QCOMPARE(rig.provider.last().after, u"b"_s);
        QVERIFY(rig.listing.isLoadingMore());
        rig.provider.answer(page({u"c"_s}));
        QTRY_VERIFY(!rig.listing.isLoadingMore());
        QVERIFY(!rig.listing.hasMore());
        QCOMPARE(rig.model.rowCount(), 3);
    }
    void anAnswerToAnOlderQuestionIsDropped()
    {
        ListingRig rig;
        rig.listing.open(rig.connection);
        rig.listing.open(rig.library.connectionByName(u"practice-inline"_s)->id);
        rig.provider.answer(1, page({u"new"_s}));
        QTRY_COMPARE(rig.listing.state(), State::Shown);
        rig.provider.answer(0, page({u"old"_s}, u"old"_s));
        QTest::qWait(20);
        QCOMPARE(rig.model.rowCount(), 1);
        QCOMPARE(rig.model.rowOf(u"new"_s), 0);
        QVERIFY(!rig.listing.hasMore());
    }
    void tellsWhyThereIsNothing_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("state");
        QTest::newRow("no list") << int(ErrorKind::NotSupported) << int(State::NotSupported);
        QTest::newRow("no key") << int(ErrorKind::Unauthorised) << int(State::Failed);
        QTest::newRow("offline") << int(ErrorKind::Offline) << int(State::Failed);
    }
    void tellsWhyThereIsNothing()
    {
        QFETCH(int, kind);
        QFETCH(int, state);
        ListingRig rig;
        rig.listing.open(rig.connection);
        rig.provider.answer(Failure(Error{.kind = ErrorKind(kind)}));
        QTRY_COMPARE(int(rig.listing.state()), state);
        QCOMPARE(int(rig.listing.error()->kind), kind);
        rig.listing.refresh();
        rig.provider.answer(page({u"a"_s}));
        QTRY_COMPARE(rig.listing.state(), State::Shown);
        QVERIFY(!rig.listing.error());
    }
    void aFailedPageLeavesWhatIsHereAndCanBeTriedAgain()
    {
        ListingRig rig;
        rig.listing.open(rig.connection);
        rig.provider.answer(page({u"a"_s}, u"a"_s));
        QTRY_VERIFY(rig.listing.hasMore());
        rig.listing.loadMore();
        rig.provider.answer(Failure(Error{.kind = ErrorKind::Timeout}));
        QTRY_VERIFY(rig.listing.error());
        QCOMPARE(rig.listing.state(), State::Shown);
        QCOMPARE(rig.model.rowCount(), 1);
        rig.listing.loadMore();
        QCOMPARE(rig.provider.last().after, u"a"_s);
        rig.provider.answer(page({u"b"_s}));
        QTRY_COMPARE(rig.model.rowCount(), 2);
        QVERIFY(!rig.listing.error());
    }
    void aRareStatusIsLookedForOverSomePages()
    {
        ListingRig rig;
        rig.listing.setStatus(u"failed"_s);
        rig.listing.open(rig.connection);
        rig.provider.answer(page({}, u"1"_s));
        QTRY_COMPARE(rig.provider.count(), 2);
        QCOMPARE(rig.provider.last().status, u"failed"_s);
        QCOMPARE(rig.provider.last().after, u"1"_s);
        QCOMPARE(rig.listing.state(), State::Loading);
        for (int i = 2; i <= 10; ++i) {
            QTRY_COMPARE(rig.provider.count(), i);
            rig.provider.answer(page({}, QString::number(i)));
        }
        QTRY_COMPARE(rig.listing.state(), State::Shown); // a person may ask for more
        QCOMPARE(rig.provider.count(), 10);
        QVERIFY(rig.listing.hasMore());
    }
    void aCursorThatLeadsInACircleEndsTheList()
    {
        ListingRig rig;
        rig.listing.open(rig.connection);
        rig.provider.answer(page({u"a"_s}, u"a"_s));
        QTRY_VERIFY(rig.listing.hasMore());
        rig.listing.loadMore();
        rig.provider.answer(page({u"a"_s}, u"a"_s));
        QTRY_VERIFY(!rig.listing.hasMore());
    }
};

QTEST_GUILESS_MAIN(TstRemoteListing)
#include "tst_remotelisting.moc"
