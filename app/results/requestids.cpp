// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/requestids.h"

#include "core/orderedwork.h"
#include "jsonl/blockscan.h"
#include "jsonl/jsonscan.h"
#include "jsonl/linecheck.h"
#include "results/linefields.h"

#include <QCoreApplication>

namespace {

/// What all workers put together.
struct Gathered {
    LineIndexBuilder lines;
    std::vector<std::pair<quint32, IdHash>> ids; ///< with their rows
    std::vector<std::optional<TextAnswer::Kind>> operations;
};

class IdWorker final : public BlockWorker {
public:
    IdWorker(Gathered &all, bool withOperations) : m_all(all), m_withOperations(withOperations) {}
    void begin() override
    {
        m_starts.clear();
        m_blanks.clear();
        m_ids.clear();
        m_operations.clear();
    }
    void take(const ScannedLine &line) override
    {
        if (line.isBlank) {
            m_blanks.push_back(line.physical);
            return;
        }
        if (const std::optional<IdHash> id = read(line.line))
            m_ids.emplace_back(static_cast<quint32>(m_starts.size()), *id);
        m_starts.push_back(line.start);
        if (m_withOperations)
            m_operations.push_back(operation(line.line));
    }
    Result<> merge(std::string_view, qint64 linesBefore) override
    {
        const qint64 rows = m_all.lines.soFar().count();
        if (rows + std::ssize(m_starts) > IdTable::mostRows)
            return Failure(
                Error{.kind = ErrorKind::BadInput,
                      .message = QCoreApplication::translate(
                          "RunResults", "The run has more requests than this program can join.")});
        for (const auto &[row, id] : m_ids)
            m_all.ids.emplace_back(static_cast<quint32>(rows + row), id);
        for (const qint64 start : m_starts)
            m_all.lines.addLine(start);
        for (const qint64 physical : m_blanks)
            m_all.lines.addBlank(linesBefore + physical);
        m_all.operations.insert(m_all.operations.end(), m_operations.begin(), m_operations.end());
        return {};
    }

private:
    std::optional<IdHash> read(PaddedLine line)
    {
        if (const std::optional<std::string_view> raw = m_fields.rawCustomId(line))
            return raw->contains('\\') ? hashOfId(decodedJson(*raw)) : hashOfId(*raw);
        // Written in another way, or no JSON: a slower look.
        const std::optional<std::string> id = customIdOf(line.bytes);
        return id ? std::optional(hashOfId(*id)) : std::nullopt;
    }
    std::optional<TextAnswer::Kind> operation(PaddedLine line)
    {
        static const JsonPointer model{.tokens = {"body", "model"}};
        const std::optional<JsonCell> cell = m_fields.at(line, model);
        return cell ? textOperation(cell->text) : std::nullopt;
    }

    Gathered &m_all;
    bool m_withOperations;
    LineFields m_fields;
    std::vector<qint64> m_starts;
    std::vector<qint64> m_blanks;
    std::vector<std::pair<quint32, IdHash>> m_ids; ///< with their rows in the block
    std::vector<std::optional<TextAnswer::Kind>> m_operations;
};

} // namespace

Result<RequestIds> readRequestIds(const InputFile &file, bool withOperations, const Pass &pass)
{
    Gathered all;
    std::vector<std::unique_ptr<BlockWorker>> workers;
    for (int left = workersFor(blocksOf(file.size(), pass)); left > 0; --left)
        workers.push_back(std::make_unique<IdWorker>(all, withOperations));
    if (const Result<> done = scanBlocks(file, pass, workers); !done)
        return Failure(done.error());
    Result<QByteArray> digest = file.headTailDigest();
    if (!digest)
        return Failure(digest.error());
    RequestIds ids{.index = all.lines.finish(file.size(), std::move(*digest)),
                   .table = IdTable(std::ssize(all.ids)),
                   .operations = std::move(all.operations)};
    for (const auto &[row, id] : all.ids)
        ids.table.insert(id, row);
    return ids;
}
