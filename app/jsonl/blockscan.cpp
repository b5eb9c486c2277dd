// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/blockscan.h"

#include "core/orderedwork.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
/// Read beyond a block in one go, for its last line.
constexpr std::size_t usualTail = 16 << 10;

/// Reads the lines that start in one block. One thread.
class BlockReader {
public:
    BlockReader(const InputFile &file, const Pass &pass, qint64 firstLine)
        : m_file(file), m_pass(pass), m_firstLine(firstLine)
    {}

    Result<qint64> read(qint64 block, BlockWorker &worker);
    [[nodiscard]] std::string_view bytes() const { return {at(m_from), at(m_to)}; }

private:
    [[nodiscard]] const char *at(qint64 offset) const { return m_bytes.get() + (offset - m_base); }
    /// Where a line ends, and whether it is longer than the pass allows; the end of the block where
    /// such a line goes on behind it.
    struct LineEnd {
        qint64 at = 0;
        bool isOverlong = false;
    };
    [[nodiscard]] std::optional<qint64> findEnd(qint64 from, qint64 to) const;
    Result<> load(qint64 to);
    Result<LineEnd> endOfLine(qint64 start);
    void grow(std::size_t wanted);
    void shrink();

    const InputFile &m_file;
    const Pass &m_pass;
    qint64 m_firstLine; ///< where the first line of the file starts
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_capacity = 0;
    qint64 m_base = 0; ///< in the file, of m_bytes[0]
    qint64 m_loaded = 0; ///< in the file, the end of what is here
    qint64 m_from = 0;
    qint64 m_to = 0; ///< of the block
};

void BlockReader::grow(std::size_t wanted)
{
    if (wanted <= m_capacity)
        return;
    std::unique_ptr<char[]> bytes(new char[wanted + linePadding]);
    if (const auto here = static_cast<std::size_t>(m_loaded - m_base); here > 0)
        std::memcpy(bytes.get(), m_bytes.get(), here);
    m_bytes = std::move(bytes);
    m_capacity = wanted;
}

/// The memory of a long line is given back.
void BlockReader::shrink()
{
    const auto usual = static_cast<std::size_t>(m_pass.blockBytes) + usualTail;
    if (m_capacity > 4 * usual) {
        m_bytes.reset();
        m_capacity = 0;
    }
}

Result<> BlockReader::load(qint64 to)
{
    grow(static_cast<std::size_t>(to - m_base));
    const qint64 wanted = to - m_loaded;
    const Result<qint64> got = m_file.readAt(m_loaded, m_bytes.get() + (m_loaded - m_base), wanted);
    if (!got)
        return Failure(got.error());
    if (*got < wanted)
        return Failure(m_file.changedError());
    m_loaded = to;
    std::memset(m_bytes.get() + (m_loaded - m_base), 0, linePadding);
    return {};
}

std::optional<qint64> BlockReader::findEnd(qint64 from, qint64 to) const
{
    const void *const end = std::memchr(at(from), '\n', static_cast<std::size_t>(to - from));
    if (!end)
        return std::nullopt;
    return m_base + (static_cast<const char *>(end) - m_bytes.get());
}

Result<BlockReader::LineEnd> BlockReader::endOfLine(qint64 start)
{
    qint64 searched = start;
    while (true) {
        std::optional<qint64> end = findEnd(searched, m_loaded);
        if (!end && m_loaded == m_file.size())
            end = m_loaded;
        if (end)
            return LineEnd{.at = *end, .isOverlong = *end - start > m_pass.maxLineBytes};
        if (m_loaded - start > m_pass.maxLineBytes)
            return LineEnd{.at = m_to, .isOverlong = true};
        searched = m_loaded;
        // A long line doubles what is here, so that it is not moved for each little bit.
        const qint64 more = std::max<qint64>(m_loaded - m_base, qint64(usualTail));
        if (const Result<> loaded = load(std::min(m_file.size(), m_loaded + more)); !loaded)
            return Failure(loaded.error());
    }
}

Result<qint64> BlockReader::read(qint64 block, BlockWorker &worker)
{
    shrink();
    m_from = block * m_pass.blockBytes;
    m_to = std::min(m_file.size(), m_from + m_pass.blockBytes);
    // The byte before tells whether a line starts with the block.
    m_base = m_loaded = std::max<qint64>(0, m_from - 1);
    if (const Result<> loaded = load(std::min(m_file.size(), m_to + qint64(usualTail))); !loaded)
        return Failure(loaded.error());
    worker.begin();

    qint64 start = m_firstLine;
    if (m_from > m_firstLine) {
        const std::optional<qint64> end = findEnd(m_from - 1, m_to);
        start = end ? *end + 1 : m_to;
    }
    ScannedLine line;
    while (start < m_to) {
        const Result<LineEnd> end = endOfLine(start);
        if (!end)
            return Failure(end.error());
        line.isOverlong = end->isOverlong;
        const std::string_view bytes
            = end->isOverlong ? std::string_view() : std::string_view(at(start), at(end->at));
        line.line.bytes = withoutCr(bytes);
        line.hasCr = line.line.bytes.size() < bytes.size();
        line.start = start;
        ++line.physical;
        line.isBlank = !line.isOverlong && isBlank(line.line.bytes);
        worker.take(line);
        start = end->at + 1;
    }
    return line.physical;
}

/// Gives the blocks of a file to a worker and its merging the order of the file.
class Scan final : public OrderedWorker {
public:
    /// What the scans of all workers share; changed while merging alone.
    struct Shared {
        const InputFile &file;
        const Pass &pass;
        qint64 firstLine = 0;
        qint64 lines = 0;
    };
    Scan(Shared &shared, BlockWorker &worker)
        : m_shared(shared), m_reader(shared.file, shared.pass, shared.firstLine), m_worker(worker)
    {}
    Result<> work(qint64 block) override
    {
        const Result<qint64> lines = m_reader.read(block, m_worker);
        if (!lines)
            return Failure(lines.error());
        m_lines = *lines;
        return {};
    }
    Result<> merge(qint64 block) override
    {
        if (const Result<> merged = m_worker.merge(m_reader.bytes(), m_shared.lines); !merged)
            return merged;
        m_shared.lines += m_lines;
        const qint64 size = m_shared.file.size();
        m_shared.pass.tell(std::min(size, (block + 1) * m_shared.pass.blockBytes), size);
        return {};
    }

private:
    Shared &m_shared;
    BlockReader m_reader;
    BlockWorker &m_worker;
    qint64 m_lines = 0; ///< of the block at hand
};

} // namespace

Result<qint64> byteOrderMarkSize(const InputFile &file)
{
    char front[byteOrderMark.size()] = {};
    const Result<qint64> got = file.readAt(0, front, sizeof front);
    if (!got)
        return Failure(got.error());
    return std::string_view(front, static_cast<std::size_t>(*got)) == byteOrderMark
        ? qint64(byteOrderMark.size())
        : 0;
}

Result<> scanBlocks(const InputFile &file, const Pass &pass,
                    const std::vector<std::unique_ptr<BlockWorker>> &workers)
{
    const Result<qint64> firstLine = byteOrderMarkSize(file);
    if (!firstLine)
        return Failure(firstLine.error());
    Scan::Shared shared{.file = file, .pass = pass, .firstLine = *firstLine};
    std::vector<std::unique_ptr<OrderedWorker>> scans;
    for (const std::unique_ptr<BlockWorker> &worker : workers)
        scans.push_back(std::make_unique<Scan>(shared, *worker));
    const qint64 blocks = (file.size() + pass.blockBytes - 1) / pass.blockBytes;
    if (const Result<> done = workInOrder(blocks, scans, pass.isCancelled); !done)
        return done;
    if (!file.isUnchanged())
        return Failure(file.changedError());
    return {};
}
