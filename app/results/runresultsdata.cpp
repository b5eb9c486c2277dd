// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/runresultsdata.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

constexpr qint64 largestRead = 2LL << 20;
constexpr qint64 largestGap = 64LL << 10; ///< cheaper read than skipped
constexpr qint64 largestRowGap = 16;

/// The fault that is about this row, else what is said of the batch as a whole.
void explain(ResultLine &line, const Batch &batch, qint64 row)
{
    const BatchFacts &facts = batch.facts;
    const auto take = [&line](const BatchFault &fault) {
        line.errorCode = fault.code;
        line.errorMessage = fault.message;
    };
    const qint64 sentLine = row - batch.firstRequest + 1;
    const auto own = std::ranges::find(facts.faults, sentLine, &BatchFault::line);
    if (own != facts.faults.end()) {
        take(*own);
    } else if (facts.error) {
        line.errorCode = facts.error->code;
        line.errorMessage = facts.error->message;
        line.httpStatus = facts.error->httpStatus;
        line.requestId = facts.error->requestId;
    } else if (!facts.faults.isEmpty()) {
        const auto whole = std::ranges::find(facts.faults, 0, &BatchFault::line);
        take(whole != facts.faults.end() ? *whole : facts.faults.front());
    }
}

} // namespace

Result<> RunResults::Data::checkRows(std::span<const qint64> rows) const
{
    if (std::ranges::all_of(rows, [this](qint64 row) { return row >= 0 && row < count(); }))
        return {};
    return Failure(Error{
        .kind = ErrorKind::BadInput,
        .message = QCoreApplication::translate("RunResults", "The run has no such row."),
    });
}

Result<QByteArray> RunResults::Data::bytes(const ResultPlace &place) const
{
    const InputFile &file = resultFiles[place.file];
    QByteArray bytes(place.length, Qt::Uninitialized);
    const Result<qint64> got = file.readAt(place.offset, bytes.data(), bytes.size());
    if (!got)
        return Failure(got.error());
    if (*got != bytes.size() || !file.isUnchanged())
        return Failure(file.changedError());
    return bytes;
}

Result<> RunResults::Data::visitResults(std::span<const qint64> rows, const Visitor &visit) const
{
    ReadBuffer buffer;
    return visitResults(rows, buffer, visit);
}

Result<> RunResults::Data::visitResults(std::span<const qint64> rows, ReadBuffer &buffer,
                                        const Visitor &visit) const
{
    const auto place
        = [&](size_t i) -> const ResultPlace & { return places[static_cast<size_t>(rows[i])]; };
    std::vector<size_t> order;
    order.reserve(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        if (!place(i).isNone())
            order.push_back(i);
    const auto where = [&](size_t i) { return std::pair(place(i).file, place(i).offset); };
    if (!std::ranges::is_sorted(order, {}, where))
        std::ranges::sort(order, {}, where);

    for (size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        const ResultPlace &first = place(order[begin]);
        qint64 stop = first.offset + first.length;
        for (end = begin + 1; end < order.size(); ++end) {
            const ResultPlace &next = place(order[end]);
            const qint64 nextStop = next.offset + next.length;
            if (next.file != first.file || next.offset - stop > largestGap
                || nextStop - first.offset > largestRead)
                break;
            stop = std::max(stop, nextStop);
        }
        const InputFile &file = resultFiles[first.file];
        const qint64 size = stop - first.offset;
        char *const bytes = buffer.room(static_cast<size_t>(size));
        const Result<qint64> got = file.readAt(first.offset, bytes, size);
        if (!got)
            return Failure(got.error());
        if (*got != size)
            return Failure(file.changedError());
        for (size_t n = begin; n < end; ++n) {
            const ResultPlace &one = place(order[n]);
            visit(order[n], {{bytes + (one.offset - first.offset), one.length}});
        }
        // Asked once behind all that was read of a file: for rows that lie apart it costs as much as
        // reading them.
        const bool isLast = end == order.size() || place(order[end]).file != first.file;
        if (isLast && !file.isUnchanged())
            return Failure(file.changedError());
    }
    return {};
}

Result<> RunResults::Data::visitRequests(std::span<const qint64> rows,
                                         const std::function<bool(size_t i)> &wanted,
                                         const Visitor &visit) const
{
    if (!requests)
        return {};
    std::vector<size_t> order;
    for (size_t i = 0; i < rows.size(); ++i)
        if (wanted(i))
            order.push_back(i);
    std::ranges::sort(order, {}, [&](size_t i) { return rows[i]; });
    for (size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        const qint64 first = rows[order[begin]];
        qint64 last = first;
        for (end = begin + 1; end < order.size(); ++end) {
            const qint64 next = rows[order[end]];
            if (next - last > largestRowGap
                || index->bound({next}).value - index->start({first}).value > largestRead)
                break;
            last = next;
        }
        const Result<LineBlock> block = requests->read({first}, last - first + 1);
        if (!block)
            return Failure(block.error());
        for (size_t n = begin; n < end; ++n)
            visit(order[n], (*block)[rows[order[n]] - first]);
    }
    return {};
}

std::optional<TextAnswer::Kind> RunResults::Data::operationOf(const ResultLine &result,
                                                              qint64 row) const
{
    const bool isKnown = row >= 0 && row < std::ssize(operations);
    const auto asked = isKnown ? operations[static_cast<size_t>(row)] : std::nullopt;
    return asked ? asked : textOperation(result.model);
}

ResultLine RunResults::Data::withoutResult(qint64 row) const
{
    ResultLine line;
    line.outcome = outcomes[static_cast<size_t>(row)];
    if (line.outcome != Outcome::Failed)
        return line;
    // The batches' order is that of joining: the last that has the row says what became of it.
    for (auto batch = files.batches.rbegin(); batch != files.batches.rend(); ++batch) {
        if (row >= batch->firstRequest && row - batch->firstRequest < batch->requests) {
            explain(line, *batch, row);
            break;
        }
    }
    return line;
}
