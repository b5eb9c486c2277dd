// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/library.h"

#include "library/filled.h"
#include "library/libraryrig.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Connections in a library: their names, and what becomes of one that is removed.
class tst_LibraryConnections
    : public QObject
    , private LibraryRig {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void connectionNamesAreUnique();
    void removedConnectionIsKnownToItsRuns();
    void removalIsTakenBack();
    void connectionInUseStays();
};

void tst_LibraryConnections::connectionNamesAreUnique()
{
    auto library = opened();
    QVERIFY(library);
    const qsizetype builtIns = library->connectionIds().size();
    const Result<ConnectionId> one = library->add(Connection{.name = u"one"_s});
    QVERIFY(one);
    const Result<ConnectionId> again = library->add(Connection{.name = u"one"_s});
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::BadInput);
    QVERIFY(!library->add(Connection{.name = u" "_s}));
    QVERIFY(!library->add(Connection{.name = u"practice-files"_s}));
    const Result<ConnectionId> two = library->add(Connection{.name = u"Two"_s});
    QVERIFY(two);
    Connection changed = *library->connection(*two);
    changed.name = u"one"_s;
    QVERIFY(!library->save(changed));
    QCOMPARE(library->connection(*two)->name, u"Two"_s);
    QCOMPARE(library->connectionByName(u"one"_s)->id, *one);
    QCOMPARE(library->connectionByName(u"ONE"_s), nullptr);
    QList<ConnectionId> ids = library->connectionIds();
    QCOMPARE(ids.size(), builtIns + 2);
    QCOMPARE(ids.sliced(0, 2), (QList{*one, *two})); // built-in ones last
}

void tst_LibraryConnections::removedConnectionIsKnownToItsRuns()
{
    auto library = opened();
    QVERIFY(library);
    const ConnectionId id = *library->add(Connection{.name = u"gone"_s});
    const RunId run = library->add(Run{.connection = id});
    static_cast<void>(library->add(
        Batch{.run = run, .connection = id, .facts = {.state = BatchState::Completed}}));
    QVERIFY(library->remove(id));
    QVERIFY(!library->remove(id)); // once is enough
    QVERIFY(!library->connectionIds().contains(id));
    QVERIFY(!library->connectionByName(u"gone"_s));
    QVERIFY(library->connection(id));
    QVERIFY(library->add(Connection{.name = u"gone"_s})); // the name is free
    QVERIFY(!library->remove(library->connectionByName(u"practice-files"_s)->id));
    library.reset();
    library = opened();
    QVERIFY(library);
    QCOMPARE(library->connection(id)->name, u"gone"_s);
    QVERIFY(!library->connectionIds().contains(id));
    QVERIFY(library->connectionByName(u"gone"_s)->id != id);
}

void tst_LibraryConnections::removalIsTakenBack()
{
    auto library = opened();
    QVERIFY(library);
    Connection connection = filledConnection();
    connection.builtIn = false;
    const ConnectionId id = *library->add(connection);
    connection.id = id;
    QVERIFY(!library->restore(id)); // it is there
    QVERIFY(library->remove(id));
    QVERIFY(library->restore(id));
    QCOMPARE(*library->connectionByName(connection.name), connection);
    QVERIFY(library->connectionIds().contains(id));
    QVERIFY(library->remove(id));
    const ConnectionId other = *library->add(Connection{.name = connection.name});
    QVERIFY(!library->restore(id)); // its name is taken meanwhile
    QVERIFY(library->remove(other));
    QVERIFY(library->restore(id));
    library.reset();
    library = opened();
    QVERIFY(library);
    QCOMPARE(*library->connectionByName(connection.name), connection);
}

void tst_LibraryConnections::connectionInUseStays()
{
    auto library = opened();
    QVERIFY(library);
    const ConnectionId id = *library->add(Connection{.name = u"busy"_s});
    const RunId run = library->add(Run{.connection = id});
    const BatchId batchId = library->add(
        Batch{.run = run, .connection = id, .facts = {.state = BatchState::Running}});
    const Result<> refused = library->remove(id);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::BadInput);
    QVERIFY(refused.error().message.contains(run.toString()));
    Batch batch = *library->batch(batchId);
    batch.facts.state = BatchState::Cancelled;
    library->save(batch);
    QVERIFY(library->remove(id));
}

QTEST_GUILESS_MAIN(tst_LibraryConnections)
#include "tst_libraryconnections.moc"
