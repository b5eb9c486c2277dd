// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/library.h"

#include "library/opening.h"
#include "library/sqlfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace Qt::StringLiterals;

/// A library that was copied, moved, or put back from a back-up.
class tst_Original : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void journeys_data();
    void journeys();
    void copyGetsANewIdAndDrivesNothing();
    void copyThatTakesOverHasTheIdAndDoubts();
    void movedLibraryGoesOn();
    void libraryThatIsNoCopyTakesNothingOver();
    void putBackLibraryDoubtsWhatItWouldSend();
    void placeThatWasChangedIsNoCopy();

private:
    /// A library with a batch in each of the states; closed.
    void make();
    [[nodiscard]] std::unique_ptr<Library> opened(const QString &folder) const
    {
        return openedAt(folder, m_clock);
    }
    [[nodiscard]] QString first() const { return m_dir->filePath(u"first"_s); }
    [[nodiscard]] QString second() const { return m_dir->filePath(u"second"_s); }
    void copy();

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_id;
    QMap<QString, BatchId> m_batches;
};

void tst_Original::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    make();
}

void tst_Original::make()
{
    Library library(first(), m_clock);
    QVERIFY(library.open());
    m_id = library.id();
    const ConnectionId connection = library.connectionIds().first();
    const auto add = [&](const QString &name, BatchFacts facts) {
        facts.intent = u"intent "_s + name;
        m_batches[name]
            = library.add(Batch{.run = library.add(Run{.name = name, .connection = connection}),
                                .connection = connection,
                                .requests = 10,
                                .facts = facts});
    };
    add(u"draft"_s, {.state = BatchState::Draft});
    add(u"uploading"_s, {.state = BatchState::Uploading});
    add(u"held"_s, {.state = BatchState::Held});
    add(u"running"_s, {.state = BatchState::Running, .remoteId = u"batch_1"_s});
    add(u"added to"_s, {.state = BatchState::Queued, .remoteId = u"batch_2"_s, .addedRequests = 4});
    add(u"completed"_s, {.state = BatchState::Completed, .remoteId = u"batch_3"_s});
    library.wish(WishKind::Cancel, {1});
}

void tst_Original::copy()
{
    std::filesystem::copy(first().toStdString(), second().toStdString(),
                          std::filesystem::copy_options::recursive);
}

void tst_Original::journeys_data()
{
    QTest::addColumn<Place>("before");
    QTest::addColumn<Place>("now");
    QTest::addColumn<Passage>("way");
    const Place home{.path = u"/gone/library.db"_s,
                     .device = 1,
                     .inode = 2,
                     .born = 3,
                     .machine = u"m"_s,
                     .host = u"h"_s};
    const auto but = [home](auto &&change) {
        Place place = home;
        change(place);
        return place;
    };
    const auto row = [home](const char *name, const Place &now, Passage way) {
        QTest::newRow(name) << home << now << way;
    };
    row("nothing", home, Passage::Same);
    row("the disk has another number after a start", but([](Place &place) { place.device = 9; }),
        Passage::Same);
    row("the computer has another name", but([](Place &place) { place.host = u"new"_s; }),
        Passage::Same);
    row("files are numbered anew at each mount", but([](Place &place) { place.inode = 9; }),
        Passage::Same);
    row("moved on one disk", but([](Place &place) { place.path = u"/there/library.db"_s; }),
        Passage::Moved);
    row("on a stick, at another computer", but([](Place &place) { place.machine = u"n"_s; }),
        Passage::Moved);
    row("a back-up in its place", but([](Place &place) {
            place.inode = 9;
            place.born = 9;
        }),
        Passage::PutBack);
    row("copied", but([](Place &place) {
            place.path = u"/there/library.db"_s;
            place.inode = 9;
            place.born = 9;
        }),
        Passage::Copied);
    row("copied to another computer, at the same path", but([](Place &place) {
            place.machine = u"n"_s;
            place.inode = 9;
            place.born = 9;
        }),
        Passage::Copied);
    row("copied where the time of making is not known", but([](Place &place) {
            place.path = u"/there/library.db"_s;
            place.inode = 9;
            place.born = 0;
        }),
        Passage::Copied);
    row("moved where the time of making is not known", but([](Place &place) {
            place.path = u"/there/library.db"_s;
            place.born = 0;
        }),
        Passage::Moved);
}

void tst_Original::journeys()
{
    QFETCH(Place, before);
    QFETCH(Place, now);
    QFETCH(Passage, way);
    QCOMPARE(passageBetween(before, now), way);
    QCOMPARE(loadedPlace(storedPlace(now)), now);
}

void tst_Original::copyGetsANewIdAndDrivesNothing()
{
    copy();
    const auto copied = opened(second());
    QVERIFY(copied);
    QVERIFY(copied->original());
    QCOMPARE(copied->original()->id, m_id);
    QCOMPARE(QFileInfo(copied->original()->path).canonicalPath(), QDir(first()).canonicalPath());
    QVERIFY(copied->id() != m_id);
    QVERIFY(copied->wishes().isEmpty());
    const ConnectionId connection = copied->connectionIds().first();
    const Result<bool> lease = await(copied->takeLease(connection));
    QVERIFY(!lease);
    QCOMPARE(lease.error().code, u"copied"_s);
    QVERIFY(lease.error().message.contains(originalName(*copied->original())));
    QVERIFY(!copied->holdsLease(connection));
    const Result<> wish = await(copied->wish(WishKind::Submit, {1}));
    QVERIFY(!wish);
    QCOMPARE(wish.error().code, u"copied"_s);
    // All of it can be looked at, and it stays so.
    QCOMPARE(copied->runIds().size(), 6);
    const QString id = copied->id();
    const auto again = opened(second());
    QCOMPARE(again->id(), id);
    QVERIFY(again->original());
    // The original knows nothing of it, and goes on.
    const auto original = opened(first());
    QCOMPARE(original->id(), m_id);
    QVERIFY(!original->original());
    QCOMPARE(original->wishes().size(), 1);
    QVERIFY(await(original->takeLease(connection)).value());
}

void tst_Original::copyThatTakesOverHasTheIdAndDoubts()
{
    copy();
    {
        const auto copied = opened(second());
        QVERIFY(copied);
        const Result<LibraryNotice> taken = await(copied->takeOver());
        QVERIFY2(taken, why(taken));
        QCOMPARE(taken->uncertain,
                 (QStringList{m_batches[u"uploading"_s].toString(), m_batches[u"held"_s].toString(),
                              m_batches[u"added to"_s].toString()}));
    }
    const auto copied = opened(second());
    QVERIFY(copied);
    QCOMPARE(copied->id(), m_id); // its keys are found
    QVERIFY(!copied->original());
    const auto facts = [&](const QString &name) { return copied->batch(m_batches[name])->facts; };
    // The original may have sent these meanwhile: nothing goes out again by itself.
    QCOMPARE(facts(u"uploading"_s).state, BatchState::Unknown);
    QCOMPARE(facts(u"held"_s).state, BatchState::Unknown);
    QCOMPARE(facts(u"added to"_s).addingRequests, 6);
    QCOMPARE(facts(u"draft"_s).state, BatchState::Draft);
    QCOMPARE(facts(u"running"_s).state, BatchState::Running);
    QCOMPARE(facts(u"completed"_s).state, BatchState::Completed);
    QVERIFY(await(copied->takeLease(copied->connectionIds().first())).value());
}

void tst_Original::movedLibraryGoesOn()
{
    QVERIFY(QDir().rename(first(), second()));
    const auto moved = opened(second());
    QVERIFY(moved);
    QCOMPARE(moved->id(), m_id);
    QVERIFY(!moved->original());
    QVERIFY(moved->notices().isEmpty());
    QVERIFY(await(moved->takeLease(moved->connectionIds().first())).value());
}

void tst_Original::libraryThatIsNoCopyTakesNothingOver()
{
    const auto library = opened(first());
    QVERIFY(library);
    const Result<LibraryNotice> taken = await(library->takeOver());
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, ErrorKind::BadInput);
    QCOMPARE(library->batch(m_batches[u"held"_s])->facts.state, BatchState::Held);
}

void tst_Original::putBackLibraryDoubtsWhatItWouldSend()
{
    copy(); // a back-up
    QTest::qWait(5); // so that the next file is made at another moment
    QVERIFY(QDir(first()).removeRecursively());
    std::filesystem::copy(second().toStdString(), first().toStdString(),
                          std::filesystem::copy_options::recursive);
    if (Place::ofFile(first() + u"/library.db"_s).born == 0)
        QSKIP("this file system does not know when a file was made");
    const auto library = opened(first());
    QVERIFY(library);
    QCOMPARE(library->id(), m_id);
    QVERIFY(!library->original());
    QCOMPARE(library->batch(m_batches[u"held"_s])->facts.state, BatchState::Unknown);
    QCOMPARE(library->batch(m_batches[u"running"_s])->facts.state, BatchState::Running);
    QCOMPARE(library->news().size(), 1);
    QCOMPARE(library->news().first().kind, LibraryNotice::Kind::PutBack);
    QCOMPARE(library->news().first().uncertain.size(), 3);
}

void tst_Original::placeThatWasChangedIsNoCopy()
{
    // A changed byte in the place must not stop a library.
    SqlFile{first() + u"/library.db"_s}(
        u"UPDATE meta SET value = CAST(replace(CAST(value AS TEXT), 'first', 'furst') AS BLOB) "
        "WHERE key = 'place'"_s);
    const auto library = opened(first());
    QVERIFY(library);
    QVERIFY(!library->original());
    QCOMPARE(library->id(), m_id);
}

QTEST_GUILESS_MAIN(tst_Original)
#include "tst_original.moc"
