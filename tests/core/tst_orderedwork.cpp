// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/orderedwork.h"

#include <QTest>
#include <QThread>

#include <atomic>

namespace {

struct Shared {
    std::vector<qint64> merged;
    std::atomic<int> merging = 0;
    qint64 failWork = -1;
    qint64 failMerge = -1;
};

class Worker final : public OrderedWorker {
public:
    explicit Worker(Shared &shared) : m_shared(shared) {}
    Result<> work(qint64 part) override
    {
        m_part = part;
        if (part % 7 == 0)
            QThread::yieldCurrentThread();
        if (part == m_shared.failWork)
            return Failure(Error{.kind = ErrorKind::Disk, .line = part});
        return {};
    }
    Result<> merge(qint64 part) override
    {
        // One at a time, and of the part that this worker has just done.
        if (++m_shared.merging != 1 || part != m_part)
            return Failure(Error{.kind = ErrorKind::BadReply});
        m_shared.merged.push_back(part);
        --m_shared.merging;
        if (part == m_shared.failMerge)
            return Failure(Error{.kind = ErrorKind::BadInput, .line = part});
        return {};
    }

private:
    Shared &m_shared;
    qint64 m_part = -1;
};

Result<> run(Shared &shared, qint64 parts, int workers, const std::function<bool()> &cancelled = {})
{
    std::vector<std::unique_ptr<OrderedWorker>> all;
    for (int i = 0; i < workers; ++i)
        all.push_back(std::make_unique<Worker>(shared));
    return workInOrder(parts, all, cancelled);
}

} // namespace

class TestOrderedWork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allPartsInOrder();
    void theFirstFaultEndsIt();
    void cancelEndsIt();
    void noMoreWorkersThanParts();
};

void TestOrderedWork::allPartsInOrder()
{
    for (int workers = 1; workers <= 6; ++workers) {
        for (const qint64 parts : {0, 1, 5, 2000}) {
            Shared shared;
            QVERIFY(run(shared, parts, workers));
            QCOMPARE(std::ssize(shared.merged), parts);
            QVERIFY(std::ranges::is_sorted(shared.merged));
        }
    }
}

void TestOrderedWork::theFirstFaultEndsIt()
{
    for (int workers = 1; workers <= 4; ++workers) {
        Shared work{.failWork = 60, .failMerge = 90};
        const Result<> first = run(work, 200, workers);
        QVERIFY(!first);
        QCOMPARE(first.error().kind, ErrorKind::Disk);
        QCOMPARE(std::ssize(work.merged), 60);
        Shared merge{.failWork = 90, .failMerge = 60};
        const Result<> second = run(merge, 200, workers);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::BadInput);
        QCOMPARE(std::ssize(merge.merged), 61);
    }
}

void TestOrderedWork::cancelEndsIt()
{
    Shared shared;
    std::atomic<int> asked = 0;
    const Result<> done = run(shared, 200, 3, [&asked] { return ++asked > 20; });
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    QVERIFY(shared.merged.size() < 200);
}

void TestOrderedWork::noMoreWorkersThanParts()
{
    QCOMPARE(workersFor(0), 1);
    QCOMPARE(workersFor(1), 1);
    QVERIFY(workersFor(1000) >= 1 && workersFor(1000) <= 8);
}

QTEST_GUILESS_MAIN(TestOrderedWork)
#include "tst_orderedwork.moc"
