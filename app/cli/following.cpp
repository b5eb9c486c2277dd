// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/following.h"

#include "cli/await.h"
#include "cli/describe.h"

#include <QEventLoop>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

bool isAnswered(Services &services, const Batch &batch, bool busy)
{
    switch (batch.facts.state) {
    case BatchState::Draft:
    case BatchState::Creating: return false;
    case BatchState::Uploading: return !busy && batch.facts.error.has_value();
    default: break;
    }
    const bool isFilling = stagingOf(services, batch) == Staging::UnderWay;
    return !busy && (!isFilling || batch.facts.error.has_value());
}

/// Tells doubt that will be looked into from doubt that waits for a person: nothing planned for a
/// while, also not by another program that takes over in between.
class Doubts {
public:
    explicit Doubts(const Clock &clock)
        : m_clock(clock)
        , m_patience(std::max<std::chrono::milliseconds>(clock.scaled(std::chrono::seconds(6)),
                                                         std::chrono::milliseconds(1500)))
    {}
    [[nodiscard]] bool isSettled(const Batch &batch)
    {
        if (batch.facts.state != BatchState::Unknown || batch.nextCheckAt.isValid()) {
            m_since.remove(batch.id);
            return false;
        }
        if (!m_since.contains(batch.id))
            m_since.insert(batch.id, m_clock.steady());
        return m_clock.steady() - m_since.value(batch.id) > m_patience;
    }

private:
    const Clock &m_clock;
    std::chrono::milliseconds m_patience;
    QHash<BatchId, std::chrono::milliseconds> m_since;
};

/// A run that goes on by itself no more: over with its results here, or waiting for a person.
bool isEnded(Services &services, const Batch &batch, Doubts &doubts)
{
    if (isTerminal(batch.facts.state))
        return batch.facts.resultsComplete;
    return stagingOf(services, batch) == Staging::WaitsForAPerson || doubts.isSettled(batch);
}

bool isDone(Services &services, const Following &following, RunId run, Doubts &doubts)
{
    Library &library = services.library();
    for (const Wish &wish : library.wishes())
        if (wish.run == run)
            return false;
    const std::vector<const Batch *> batches = library.batches(run);
    if (batches.empty())
        return false;
    return std::ranges::all_of(batches, [&](const Batch *batch) {
        const bool busy = services.driver().isBusy(batch->id);
        switch (following.until) {
        case Until::Answered: return isAnswered(services, *batch, busy);
        case Until::Ended: return !busy && isEnded(services, *batch, doubts);
        case Until::WishesDone: return !busy;
        case Until::Looked:
            return !busy
                && (batch->facts.state != BatchState::Unknown || doubts.isSettled(*batch)
                    || batch->checkedAt > following.since);
        case Until::Resolved:
            return !busy && (batch->facts.state != BatchState::Unknown || doubts.isSettled(*batch));
        }
        return true;
    });
}

QString changeLine(const Library &library, RunId id)
{
    const Run *run = library.run(id);
    const std::vector<const Batch *> batches = library.batches(id);
    RequestCounts counts;
    QString reason;
    for (const Batch *batch : batches) {
        counts.total = counts.total.value_or(0) + batch->requests;
        counts.succeeded = counts.succeeded.value_or(0) + batch->facts.counts.done().value_or(0);
        if (!batch->facts.reason.isEmpty())
            reason = batch->facts.reason;
        else if (batch->facts.error)
            reason = userText(*batch->facts.error);
    }
    QString line
        = QCoreApplication::translate("batchctl", "%1 %2: %3, %4 of %5 done")
              .arg(id.toString(), run ? run->name : QString(), stateText(runState(batches)),
                   QString::number(counts.succeeded.value_or(0)),
                   QString::number(counts.total.value_or(0)));
    if (!reason.isEmpty())
        line += " ("_L1 + reason + u')';
    return line;
}

QString stateOf(const Library &library, RunId run)
{
    return stateName(runState(library.batches(run)));
}

/// Lines for people: one for each new state, and counts now and then.
class Told {
public:
    void tell(const Output &out, RunId run, const QString &state, const QString &line,
              std::chrono::milliseconds now)
    {
        constexpr std::chrono::seconds rest(5);
        Last &last = m_last[run];
        if (last.state == state && now - last.at < rest)
            return;
        last = {state, now};
        out.message(line);
    }

private:
    struct Last {
        QString state;
        std::chrono::milliseconds at{0};
    };
    QHash<RunId, Last> m_last;
};

/// Prints objects in their order, each once what it tells is on the disk: whoever has read an id can
/// rely on the library knowing it.
class StoredFirst {
public:
    StoredFirst(const Output &out, Library &library) : m_out(out), m_library(library) {}

    void tell(const QJsonObject &object) { m_waiting.append({m_library.flushed(), object}); }
    /// At the end. What cannot be stored is told all the same: nobody else would know it.
    void tellAll()
    {
        if (!m_waiting.isEmpty())
            static_cast<void>(await(m_waiting.last().stored));
        for (const Waiting &waiting : std::exchange(m_waiting, {}))
            m_out.object(waiting.object);
    }
    void tellWhatIsStored()
    {
        while (!m_waiting.isEmpty() && m_waiting.first().stored.isFinished())
            m_out.object(m_waiting.takeFirst().object);
    }

private:
    struct Waiting {
        QFuture<Result<>> stored;
        QJsonObject object;
    };
    const Output &m_out;
    Library &m_library;
    QList<Waiting> m_waiting;
};

} // namespace

std::optional<int> follow(Context &context, Services &services, const Following &following)
{
    Library &library = services.library();
    QHash<RunId, QJsonObject> printed;
    StoredFirst news(context.out, library);
    std::optional<int> code;
    Doubts doubts(services.clock());
    Told told;
    QEventLoop loop;

    const auto look = [&] {
        news.tellWhatIsStored();
        bool allDone = true;
        for (const RunId run : following.runs) {
            const bool done = isDone(services, following, run, doubts);
            allDone = allDone && done;
            const QJsonObject now = describe::run(library, run);
            // The last object of a run is printed when it is final, never twice the same.
            if (following.printChanges && printed.value(run) != now) {
                printed.insert(run, now);
                news.tell(now);
                if (!context.out.json)
                    told.tell(context.out, run, stateOf(library, run), changeLine(library, run),
                              services.clock().steady());
            }
        }
        if (allDone) {
            code = ExitGood;
            loop.quit();
            return;
        }
        for (const RunId run : following.runs) {
            const Run *found = library.run(run);
            const std::optional<Error> trouble
                = found ? services.driver().connectionTrouble(found->connection) : std::nullopt;
            if (trouble && !isDone(services, following, run, doubts)) {
                context.out.error(*trouble);
                code = exitCode(*trouble);
                loop.quit();
                return;
            }
        }
    };
    QObject::connect(&library, &Library::batchesChanged, &loop, look);
    QObject::connect(&library, &Library::wishesChanged, &loop, look);
    QObject::connect(&services.driver(), &Driver::connectionTroubleChanged, &loop, look);
    QObject::connect(&services.driver(), &Driver::runsEnded, &loop, look);
    // A step that ends without a change of the library is noticed here, and what is stored is told.
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &loop, look);
    tick.start(std::chrono::milliseconds(100));
    if (following.timeout)
        QTimer::singleShot(*following.timeout, &loop, &QEventLoop::quit);
    QTimer::singleShot(0, &loop, look);
    loop.exec();
    news.tellAll();
    return code;
}

void tellRun(Context &context, Library &library, RunId run)
{
    StoredFirst news(context.out, library);
    news.tell(describe::run(library, run));
    news.tellAll();
}

Staging stagingOf(Services &services, const Batch &batch)
{
    const BatchFacts &facts = batch.facts;
    const Run *run = services.library().run(batch.run);
    const Dialect *dialect = services.dialect(batch.connection);
    const bool isStaged = run != nullptr && dialect != nullptr && dialect->isStaged;
    if (!isStaged || !isLive(facts.state) || facts.intent.isEmpty())
        return Staging::None;
    const bool isWhole = facts.addingRequests == 0 && facts.addedRequests >= batch.requests;
    // The last look says why it waits; while another is planned it is not known that it does.
    const bool isAsked = facts.addingRequests > 0 && !facts.error && !batch.nextCheckAt.isValid();
    const bool isHeld = isWhole && run->hold && !facts.startAnswered;
    if (facts.refused || ((isAsked || isHeld) && !facts.reason.isEmpty()))
        return Staging::WaitsForAPerson;
    return isWhole && facts.startAnswered ? Staging::None : Staging::UnderWay;
}

int submissionCode(Services &services, RunId run)
{
    int code = ExitGood;
    for (const Batch *batch : services.library().batches(run)) {
        const BatchFacts &facts = batch->facts;
        if (facts.state == BatchState::Unknown || facts.addingRequests > 0)
            return ExitUnknown;
        const bool isStuck = facts.error && stagingOf(services, *batch) != Staging::None;
        if (isStuck)
            code = std::max(code, int(ExitLook));
        if (!facts.remoteId.isEmpty())
            continue;
        int mine = ExitLook;
        if (facts.error && facts.state == BatchState::Held
            && (facts.error->kind == ErrorKind::RateLimited
                || facts.error->kind == ErrorKind::QuotaExceeded))
            mine = ExitLook; // it goes by itself when its time has come
        else if (facts.error)
            mine = exitCode(*facts.error);
        code = std::max(code, mine);
    }
    return code;
}

int answeredCode(Context &context, Services &services, RunId run)
{
    const Result<std::shared_ptr<const RunResults>> results = await(services.results(run));
    if (!results)
        return fail(context, results.error());
    return (*results)->certificate().isAllAnswered() ? ExitGood : ExitLook;
}

std::optional<QList<RunId>> findRuns(Context &context, Services &services)
{
    QList<RunId> ids;
    for (const QString &name : std::as_const(context.arguments)) {
        const Result<RunId> id = services.library().findRun(name);
        if (!id) {
            context.out.error(id.error());
            return std::nullopt;
        }
        if (!ids.contains(*id))
            ids.append(*id);
    }
    return ids;
}

QList<ConnectionId> connectionsOf(const Library &library, const QList<RunId> &runs)
{
    QList<ConnectionId> ids;
    for (const RunId run : runs)
        if (const Run *found = library.run(run); found && !ids.contains(found->connection))
            ids.append(found->connection);
    return ids;
}
