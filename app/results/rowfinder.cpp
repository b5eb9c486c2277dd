// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/rowfinder.h"

#include "core/orderedwork.h"
#include "results/newspace.h"
#include "results/rowmatcher.h"
#include "results/rowparts.h"
#include "results/runresultsdata.h"

#include <algorithm>

namespace {

/// What all workers share.
struct Search {
    const RunResults::Data &data;
    const RowQuery &query;
    const FoundSoFar &soFar;
    RowParts parts{data};
    std::vector<bool> isHit; ///< by row; changed while merging alone, as what follows
    qint64 looked = 0;
    bool hasHits = false;
    NewsPace pace = {};

    [[nodiscard]] bool isWanted(qint64 row) const
    {
        const Outcome outcome = data.outcomes[static_cast<std::size_t>(row)];
        return query.outcomes.empty() || std::ranges::contains(query.outcomes, outcome);
    }
    [[nodiscard]] FoundRows found() const
    {
        FoundRows found{.rows = {}, .looked = looked};
        for (std::size_t row = 0; row < isHit.size(); ++row)
            if (isHit[row])
                found.rows.push_back(static_cast<qint64>(row));
        return found;
    }
};

class SearchWorker final : public OrderedWorker {
public:
    explicit SearchWorker(Search &search) : m_search(search), m_matcher(search.data, search.query)
    {}
    Result<> work(qint64 part) override;
    Result<> merge(qint64 part) override;

private:
    void takeRows(qint64 part);
    Result<> readRequests();

    Search &m_search;
    RowMatcher m_matcher;
    std::vector<qint64> m_rows; ///< to be looked at in this part
    std::vector<qint64> m_hits;
    std::vector<QByteArray>
        m_requests; ///< of m_rows, with padding behind; only where they are read
    ReadBuffer m_buffer;
    qint64 m_looked = 0;
};

/// The rows of a part that may be wanted, each once.
void SearchWorker::takeRows(qint64 part)
{
    m_rows.clear();
    m_looked = 0;
    m_search.parts.visit(part, [this](qint64 row) {
        ++m_looked;
        if (m_search.isWanted(row))
            m_rows.push_back(row);
    });
}

Result<> SearchWorker::readRequests()
{
    m_requests.assign(m_rows.size(), QByteArray());
    return m_search.data.visitRequests(
        m_rows, [](std::size_t) { return true; },
        [this](std::size_t i, PaddedLine line) {
            m_requests[i]
                = QByteArray(line.bytes.data(), static_cast<qsizetype>(line.bytes.size()));
        });
}

Result<> SearchWorker::work(qint64 part)
{
    takeRows(part);
    m_hits.clear();
    const bool isOfFiles = m_search.parts.isOfFiles(part);
    // A row without a result is known by its request alone.
    const bool readsRequests = m_search.data.requests
        && (m_search.query.readsRequests() || (!isOfFiles && !m_search.query.conditions.empty()));
    if (readsRequests)
        if (const Result<> read = readRequests(); !read)
            return read;
    const auto look = [&](std::size_t i, std::optional<PaddedLine> result) {
        std::optional<PaddedBuffer> request;
        if (readsRequests)
            request.emplace(m_requests[i]);
        if (m_matcher.matches(m_rows[i], result,
                              request ? std::optional(request->line()) : std::nullopt))
            m_hits.push_back(m_rows[i]);
    };
    if (isOfFiles)
        return m_search.data.visitResults(
            m_rows, m_buffer, [&look](std::size_t i, PaddedLine line) { look(i, line); });
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        look(i, std::nullopt);
    return {};
}

Result<> SearchWorker::merge(qint64)
{
    for (const qint64 row : m_hits)
        m_search.isHit[static_cast<std::size_t>(row)] = true;
    m_search.hasHits |= !m_hits.empty();
    m_search.looked += m_looked;
    if (m_search.soFar && m_search.pace.isDue(m_search.hasHits))
        m_search.soFar(m_search.found());
    return {};
}

/// In one go: sharing it out takes longer.
FoundRows inMemory(const Search &search)
{
    RowMatcher matcher(search.data, search.query);
    FoundRows found{.rows = {}, .looked = search.data.count()};
    for (qint64 row = 0; row < search.data.count(); ++row)
        if (search.isWanted(row) && matcher.matches(row, std::nullopt, std::nullopt))
            found.rows.push_back(row);
    return found;
}

} // namespace

Result<FoundRows> findRows(const RunResults &results, const RowQuery &query,
                           const std::function<bool()> &isCancelled, const FoundSoFar &soFar)
{
    const RunResults::Data &data = results.data();
    Search search{.data = data, .query = query, .soFar = soFar};
    if (RowMatcher::needsNoFile(data, query))
        return inMemory(search);
    search.isHit.resize(static_cast<std::size_t>(data.count()));
    const qint64 parts = search.parts.count();
    std::vector<std::unique_ptr<OrderedWorker>> workers;
    for (int left = workersFor(parts); left > 0; --left)
        workers.push_back(std::make_unique<SearchWorker>(search));
    if (const Result<> done = workInOrder(parts, workers, isCancelled); !done)
        return Failure(done.error());
    return search.found();
}

QFuture<Result<FoundRows>> findRows(QThreadPool &pool, std::shared_ptr<const RunResults> results,
                                    RowQuery query, FoundSoFar soFar)
{
    return runOnPool<FoundRows>(
        pool,
        [results = std::move(results), query = std::move(query),
         soFar = std::move(soFar)](QPromise<Result<FoundRows>> &promise) {
            promise.addResult(
                findRows(*results, query, [&promise] { return promise.isCanceled(); }, soFar));
        });
}
