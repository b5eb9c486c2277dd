// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/memory.h"

#include "library/await.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

QDateTime day(int number)
{
    return QDateTime(QDate(2026, 1, number), QTime(12, 0), QTimeZone::UTC);
}

Run sent(int createdOn = 1)
{
    return Run{.connection = {1},
               .endpoint = u"/v1/chat/completions"_s,
               .window = u"24h"_s,
               .metadata = {{u"a"_s, "1"}, {u"b"_s, "2"}},
               .sha256 = "hash",
               .createdAt = day(createdOn)};
}

} // namespace

class tst_Memory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameRun_data();
    void sameRun();
    void differentRun_data();
    void differentRun();
    void sameRunIsTheNewest();
    void runIsFoundByIdOrName();
    void runsAreListedByAge();
    void batchesAreListedByTheirRequests();
    void rowsThatWaitAreNotOverwritten();
    void fulfilledWishesDoNotComeBack();

private:
    static Memory with(const QList<Run> &runs);
};

Memory tst_Memory::with(const QList<Run> &runs)
{
    Memory memory;
    qint64 id = 0;
    for (Run run : runs) {
        run.id = {++id};
        memory.runs[run.id] = {.value = run};
    }
    return memory;
}

void tst_Memory::sameRun_data()
{
    QTest::addColumn<QList<BatchState>>("states");
    QTest::addColumn<bool>("hasRemoteId");
    QTest::addColumn<bool>("superseded");
    QTest::addColumn<bool>("deleted");
    QTest::addColumn<bool>("mayBe"); // found as one that was or may have been created
    QTest::addColumn<bool>("surelyNot"); // found as one that surely was not

    const auto row = [](const char *name, const QList<BatchState> &states, bool mayBe) {
        QTest::newRow(name) << states << false << false << false << mayBe << !mayBe;
    };
    row("no batch", {}, false);
    row("draft", {BatchState::Draft}, false);
    row("uploading", {BatchState::Uploading}, false);
    row("held", {BatchState::Held}, false);
    row("failed before the creation", {BatchState::Failed}, false);
    row("cancelled before the creation", {BatchState::Cancelled}, false);
    row("creating", {BatchState::Creating}, true);
    row("unknown", {BatchState::Unknown}, true);
    row("validating", {BatchState::Validating}, true);
    row("queued", {BatchState::Queued}, true);
    row("running", {BatchState::Running}, true);
    row("finalizing", {BatchState::Finalizing}, true);
    row("cancelling", {BatchState::Cancelling}, true);
    row("completed", {BatchState::Completed}, true);
    row("expired", {BatchState::Expired}, true);
    row("one of two", {BatchState::Draft, BatchState::Running}, true);
    QTest::newRow("failed there") << QList{BatchState::Failed} << true << false << false << true
                                  << false;
    QTest::newRow("cancelled there")
        << QList{BatchState::Cancelled} << true << false << false << true << false;
    QTest::newRow("superseded") << QList{BatchState::Running} << true << true << false << false
                                << true;
    QTest::newRow("in the bin") << QList{BatchState::Completed} << true << false << true << true
                                << false;
    QTest::newRow("never sent, in the bin")
        << QList{BatchState::Draft} << false << false << true << false << false;
}

void tst_Memory::sameRun()
{
    QFETCH(QList<BatchState>, states);
    QFETCH(bool, hasRemoteId);
    QFETCH(bool, superseded);
    QFETCH(bool, deleted);
    QFETCH(bool, mayBe);
    QFETCH(bool, surelyNot);
    Run earlier = sent();
    earlier.deleted = deleted;
    Memory memory = with({earlier});
    qint64 id = 0;
    for (const BatchState state : states)
        memory.put(
            Batch{.id = {++id},
                  .run = {1},
                  .facts = {.state = state, .remoteId = hasRemoteId ? u"batch_1"_s : QString()},
                  .superseded = superseded});
    Run run = sent(2);
    run.name = u"another name"_s;
    run.metadata = {{u"b"_s, "2"}, {u"a"_s, "1"}}; // the order says nothing
    run.hold = true; // nothing of it is sent
    QCOMPARE(memory.findSame(run).has_value(), mayBe);
    QCOMPARE(memory.findNotCreated(run).has_value(), surelyNot);
    run.id = {1}; // itself
    QVERIFY(!memory.findSame(run));
    QVERIFY(!memory.findNotCreated(run));
}

void tst_Memory::differentRun_data()
{
    QTest::addColumn<std::function<void(Run &)>>("change");
    const auto row = [](const char *name, std::function<void(Run &)> change) {
        QTest::newRow(name) << change;
    };
    row("bytes", [](Run &run) { run.sha256 = "other"; });
    row("no bytes", [](Run &run) { run.sha256.clear(); });
    row("connection", [](Run &run) { run.connection = {2}; });
    row("endpoint", [](Run &run) { run.endpoint = u"/v1/embeddings"_s; });
    row("window", [](Run &run) { run.window = u"1h"_s; });
    row("metadata value", [](Run &run) { run.metadata[0].second = "3"; });
    row("more metadata", [](Run &run) { run.metadata.append({u"c"_s, "3"}); });
}

void tst_Memory::differentRun()
{
    QFETCH(std::function<void(Run &)>, change);
    Memory memory = with({sent()});
    memory.put(Batch{.id = {1}, .run = {1}, .facts = {.state = BatchState::Running}});
    Run run = sent();
    QVERIFY(memory.findSame(run));
    change(run);
    QVERIFY(!memory.findSame(run));
}

void tst_Memory::sameRunIsTheNewest()
{
    Memory memory = with({sent(1), sent(5), sent(3)});
    for (int id = 1; id <= 3; ++id)
        memory.put(Batch{.id = {id}, .run = {id}, .facts = {.state = BatchState::Completed}});
    QCOMPARE(memory.findSame(sent()), RunId{2});
}

void tst_Memory::runIsFoundByIdOrName()
{
    Run gone{.name = u"gone"_s, .deleted = true};
    const Memory memory = with({{.name = u"only"_s},
                                {.name = u"twice"_s},
                                {.name = u"twice"_s},
                                gone,
                                {.name = u"r1"_s},
                                {.name = u"r99"_s}});
    QCOMPARE(memory.findRun(u"r2"_s).value(), RunId{2});
    QCOMPARE(memory.findRun(u"only"_s).value(), RunId{1});
    QCOMPARE(memory.findRun(u"r1"_s).value(), RunId{1}); // the id comes before a name
    QCOMPARE(memory.findRun(u"r99"_s).value(), RunId{6});
    const Result<RunId> twice = memory.findRun(u"twice"_s);
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, ErrorKind::BadInput);
    QVERIFY2(twice.error().message.contains("r2, r3"_L1), why(twice));
    for (const QString &text :
         {u"gone"_s, u"r4"_s, u"r7"_s, u"r0"_s, u"r-1"_s, u"r2x"_s, u"x"_s, u""_s}) {
        const Result<RunId> none = memory.findRun(text);
        QVERIFY2(!none, qPrintable(text));
        QVERIFY(none.error().message.contains(text));
    }
}

void tst_Memory::runsAreListedByAge()
{
    const Memory memory
        = with({sent(3), sent(1), Run{.deleted = true, .createdAt = day(2)}, sent(2), sent(2)});
    QCOMPARE(memory.runIds(), (QList<RunId>{{2}, {4}, {5}, {1}}));
}

void tst_Memory::batchesAreListedByTheirRequests()
{
    Memory memory = with({sent(), sent()});
    memory.put(Batch{.id = {1}, .run = {1}, .firstRequest = 100});
    memory.put(Batch{.id = {2}, .run = {1}, .firstRequest = 0});
    memory.put(Batch{.id = {3}, .run = {1}, .firstRequest = 0, .superseded = true});
    memory.put(Batch{.id = {4}, .run = {2}});
    QList<qint64> ids;
    for (const Batch *const batch : memory.batchesOf({1}))
        ids.append(batch->id.value);
    QCOMPARE(ids, (QList<qint64>{2, 1}));
    QCOMPARE(memory.batchIds(), (QList<BatchId>{{1}, {2}, {4}}));
    memory.drop({2});
    QCOMPARE(memory.batchesOf({1}).size(), 1u);
    QVERIFY(memory.batchesOf({7}).empty());
}

void tst_Memory::rowsThatWaitAreNotOverwritten()
{
    Memory memory = with({{.name = u"mine"_s}, {.name = u"old"_s}});
    memory.runs[{1}].pending = 1;
    Rows rows;
    rows.runs = {{Run{.id = {1}, .name = u"theirs"_s}, 7},
                 {Run{.id = {2}, .name = u"new"_s}, 8},
                 {Run{.id = {3}}, 9}};
    const Memory::Changed changed = memory.take(rows);
    QCOMPARE(changed.runs, (QList<RunId>{{2}, {3}}));
    QCOMPARE(memory.run({1})->name, u"mine"_s);
    QVERIFY(memory.runs.at({1}).readAgain);
    QCOMPARE(memory.run({2})->name, u"new"_s);
    QCOMPARE(memory.runs.at({2}).version, 8);
    QVERIFY(memory.run({3}));
    QVERIFY(memory.take(Rows{.runs = {{Run{.id = {2}, .name = u"new"_s}, 10}}})
                .runs.isEmpty()); // no news
    QCOMPARE(memory.runs.at({2}).version, 10);
}

void tst_Memory::fulfilledWishesDoNotComeBack()
{
    Memory memory;
    memory.fulfilling = {1};
    Rows rows;
    rows.wishes = QList<Wish>{{.id = 1, .run = {1}}, {.id = 2, .run = {1}}};
    QVERIFY(memory.take(rows).wishes);
    QCOMPARE(memory.wishes, (QList<Wish>{{.id = 2, .run = {1}}}));
    QVERIFY(!memory.take(rows).wishes);
    QVERIFY(!memory.take(Rows{}).wishes);
    QCOMPARE(memory.wishes.size(), 1);
}

QTEST_GUILESS_MAIN(tst_Memory)
#include "tst_memory.moc"
