// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/blockscan.h"

#include <QThread>

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
/// More threads than this wait for the disk and for each other.
constexpr int mostWorkers = 8;
/// Read beyond a block in one go, for its last line.
constexpr std::size_t usualTail = 16 << 10;

/// What is left over of the processor is enough: the window must stay quick meanwhile.
void lowerPriority()
{
    constexpr int background = 10;
    // On Linux this is the thread's own.
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), background);
}

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

/// Hands out the blocks and lets them be merged in their order.
class BlockQueue {
public:
    BlockQueue(const InputFile &file, const Pass &pass, qint64 firstLine)
        : m_file(file)
        , m_pass(pass)
        , m_firstLine(firstLine)
        , m_count((file.size() + pass.blockBytes - 1) / pass.blockBytes)
    {}
    void work(BlockWorker &worker);
    [[nodiscard]] Result<> result() const { return m_error ? Failure(*m_error) : Result<>(); }

private:
    [[nodiscard]] qint64 take();
    bool merge(qint64 block, const Result<qint64> &lines, const BlockReader &reader,
               BlockWorker &worker);

    const InputFile &m_file;
    const Pass &m_pass;
    qint64 m_firstLine;
    qint64 m_count;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_turn;
    qint64 m_next = 0; ///< block to hand out
    qint64 m_merged = 0; ///< blocks merged so far: whose turn it is
    qint64 m_lines = 0;
    std::optional<Error> m_error;
};

qint64 BlockQueue::take()
{
    const std::lock_guard lock(m_mutex);
    return m_error ? m_count : m_next++;
}

bool BlockQueue::merge(qint64 block, const Result<qint64> &lines, const BlockReader &reader,
                       BlockWorker &worker)
{
    std::unique_lock lock(m_mutex);
    m_turn.wait(lock, [this, block] { return m_merged == block || m_error; });
    if (m_error)
        return false;
    Result<> merged;
    if (m_pass.cancelled())
        merged = Failure(cancelledError());
    else if (!lines)
        merged = Failure(lines.error());
    else
        merged = worker.merge(reader.bytes(), m_lines);
    if (!merged) {
        m_error = merged.error();
    } else {
        m_lines += *lines;
        m_pass.tell(std::min(m_file.size(), (block + 1) * m_pass.blockBytes), m_file.size());
    }
    ++m_merged;
    m_turn.notify_all();
    return !m_error;
}

void BlockQueue::work(BlockWorker &worker)
{
    BlockReader reader(m_file, m_pass, m_firstLine);
    for (qint64 block = take(); block < m_count; block = take()) {
        const Result<qint64> lines = reader.read(block, worker);
        if (!merge(block, lines, reader, worker))
            return;
    }
}

} // namespace

int workersFor(qint64 fileSize, const Pass &pass)
{
    const qint64 blocks = fileSize / pass.blockBytes + 1;
    return static_cast<int>(
        std::min<qint64>(blocks, std::clamp(QThread::idealThreadCount(), 1, mostWorkers)));
}

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
    if (pass.cancelled())
        return Failure(cancelledError());
    const Result<qint64> firstLine = byteOrderMarkSize(file);
    if (!firstLine)
        return Failure(firstLine.error());
    BlockQueue queue(file, pass, *firstLine);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < workers.size(); ++i) {
            try {
                threads.emplace_back([&queue, &worker = *workers[i]] {
                    lowerPriority();
                    queue.work(worker);
                });
            } catch (const std::system_error &) {
                break; // no more threads to be had: those that are there do it
            }
        }
        queue.work(*workers.front());
    }
    if (const Result<> done = queue.result(); !done)
        return done;
    if (!file.isUnchanged())
        return Failure(file.changedError());
    return {};
}
