// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/requestfinder.h"

#include "core/orderedwork.h"
#include "results/linefields.h"
#include "results/newspace.h"
#include "results/textmatch.h"

#include <algorithm>

namespace {

using What = RowCondition::What;

constexpr qint64 rowsAPart = 1024;

/// Says whether a line is what is looked for. One thread.
class RequestMatcher {
public:
    explicit RequestMatcher(const RowQuery &query) : m_query(query)
    {
        for (const RowCondition &condition : query.conditions)
            m_pointers.push_back(
                condition.what == What::Model
                    ? JsonPointer{{"body", "model"}}
                    : JsonPointer::parse(condition.pointer).value_or(JsonPointer()));
        if (!query.text.isEmpty())
            m_text.emplace(query);
    }

    [[nodiscard]] bool matches(PaddedLine line)
    {
        if (m_text && !m_text->isInJson(line.bytes))
            return false;
        for (std::size_t i = 0; i < m_pointers.size(); ++i)
            if (!holds(m_query.conditions[i], m_pointers[i], line))
                return false;
        return true;
    }

private:
    [[nodiscard]] bool holds(const RowCondition &condition, const JsonPointer &pointer,
                             PaddedLine line)
    {
        if (condition.what == What::CustomId)
            return holdsText(condition, m_fields.customId(line).value_or(QString()));
        const std::optional<JsonCell> cell = m_fields.at(line, pointer);
        return cell && holdsText(condition, cell->text);
    }

    const RowQuery &m_query;
    LineFields m_fields;
    std::vector<JsonPointer> m_pointers;
    std::optional<TextMatch> m_text;
};

/// What all workers share; changed while merging alone.
struct Search {
    const LineList &lines;
    const RequestQuery &query;
    const FoundSoFar &soFar;
    const std::optional<LineReader> &reader;
    FoundRows found;
    NewsPace pace = {};

    [[nodiscard]] qint64 count() const
    {
        return query.within ? std::ssize(*query.within) : lines.count();
    }
};

class RequestWorker final : public OrderedWorker {
public:
    explicit RequestWorker(Search &search) : m_search(search), m_matcher(search.query.query) {}
    Result<> work(qint64 part) override;
    Result<> merge(qint64 part) override;

private:
    [[nodiscard]] Result<> look(qint64 first, qint64 count);

    Search &m_search;
    RequestMatcher m_matcher;
    std::vector<qint64> m_hits;
    qint64 m_looked = 0;
};

Result<> RequestWorker::look(qint64 first, qint64 count)
{
    return m_search.lines.visit(m_search.reader, first, count, [this](qint64 row, PaddedLine line) {
        if (m_matcher.matches(line))
            m_hits.push_back(row);
    });
}

Result<> RequestWorker::work(qint64 part)
{
    m_hits.clear();
    const qint64 begin = part * rowsAPart;
    const qint64 end = std::min(m_search.count(), begin + rowsAPart);
    m_looked = end - begin;
    if (!m_search.query.within)
        return look(begin, end - begin);
    // Neighbours are read together.
    const std::vector<qint64> &rows = *m_search.query.within;
    for (qint64 i = begin; i < end;) {
        const qint64 first = rows[static_cast<std::size_t>(i)];
        qint64 count = 1;
        while (i + count < end && rows[static_cast<std::size_t>(i + count)] == first + count)
            ++count;
        if (const Result<> looked = look(first, count); !looked)
            return looked;
        i += count;
    }
    return {};
}

Result<> RequestWorker::merge(qint64)
{
    FoundRows &found = m_search.found;
    found.rows.insert(found.rows.end(), m_hits.begin(), m_hits.end());
    found.looked += m_looked;
    if (m_search.soFar && m_search.pace.isDue(!found.rows.empty()))
        m_search.soFar(found);
    return {};
}

} // namespace

Result<FoundRows> findRequests(const LineList &lines, const RequestQuery &query,
                               const std::function<bool()> &isCancelled, const FoundSoFar &soFar)
{
    if (query.within && query.query.isAll())
        return FoundRows{.rows = *query.within, .looked = std::ssize(*query.within)};
    const Result<std::optional<LineReader>> reader = lines.open();
    if (!reader)
        return Failure(reader.error());
    Search search{.lines = lines, .query = query, .soFar = soFar, .reader = *reader, .found = {}};
    const qint64 parts = (search.count() + rowsAPart - 1) / rowsAPart;
    std::vector<std::unique_ptr<OrderedWorker>> workers;
    for (int left = workersFor(parts); left > 0; --left)
        workers.push_back(std::make_unique<RequestWorker>(search));
    if (const Result<> done = workInOrder(parts, workers, isCancelled); !done)
        return Failure(done.error());
    return std::move(search.found);
}

QFuture<Result<FoundRows>> findRequests(QThreadPool &pool, std::shared_ptr<const LineList> lines,
                                        RequestQuery query, FoundSoFar soFar)
{
    return runOnPool<FoundRows>(
        pool,
        [lines = std::move(lines), query = std::move(query),
         soFar = std::move(soFar)](QPromise<Result<FoundRows>> &promise) {
            promise.addResult(
                findRequests(*lines, query, [&promise] { return promise.isCanceled(); }, soFar));
        });
}
