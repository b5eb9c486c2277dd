// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines of a file: whatever the bytes and the size of the blocks, scanner, index and reader give
// what a plain look at the bytes gives.
#include "jsonl/blockscan.h"
#include "jsonl/lineindexer.h"
#include "jsonl/linereader.h"
#include "jsonl/linescanner.h"
#include "scratchfile.h"

#include <memory>
#include <string>
#include <vector>

namespace {

struct PlainLine {
    std::string_view bytes;
    qint64 start = 0;
    qint64 physical = 0;
    bool isBlank = false;
};

std::vector<PlainLine> plainLines(std::string_view text)
{
    std::vector<PlainLine> lines;
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back({line, static_cast<qint64>(at), static_cast<qint64>(lines.size()) + 1,
                         line.find_first_not_of(" \t\r") == std::string_view::npos});
        at = end + 1;
    }
    return lines;
}

void scanAll(const QString &path, const Pass &pass, const std::vector<PlainLine> &plain)
{
    Result<InputFile> file = InputFile::open(path);
    demand(file.has_value(), "a file can be opened");
    LineScanner scanner(std::move(*file), pass);
    ScannedLine line;
    std::size_t count = 0;
    for (;;) {
        const Result<bool> more = scanner.fill();
        demand(more.has_value(), "a file that does not change can be read");
        if (!*more)
            break;
        while (scanner.next(line)) {
            demand(count < plain.size(), "there are no more lines than line ends");
            const PlainLine &expected = plain[count++];
            demand(line.start == expected.start && line.physical == expected.physical,
                   "a line is where it is");
            // What may be held back is told by the size of the line with its end.
            demand(!line.isOverlong || expected.bytes.size() + 1 >= std::size_t(pass.maxLineBytes),
                   "only long lines are passed over");
            if (!line.isOverlong)
                demand(line.line.bytes == expected.bytes && line.isBlank == expected.isBlank,
                       "a line has its bytes");
        }
    }
    demand(count == plain.size(), "no line is lost");
}

/// Notes the lines of its blocks.
class Noting final : public BlockWorker {
public:
    explicit Noting(std::vector<PlainLine> &all) : m_all(all) {}
    void begin() override
    {
        m_lines.clear();
        m_bytes.clear();
    }
    void take(const ScannedLine &line) override
    {
        m_bytes.emplace_back(line.line.bytes);
        m_lines.push_back({{}, line.start, line.physical, line.isOverlong});
    }
    Result<> merge(std::string_view, qint64 linesBefore) override
    {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            demand(m_all.size() < plain.size(), "there are no more lines than line ends");
            const PlainLine &expected = plain[m_all.size()];
            const PlainLine &line = m_lines[i];
            demand(line.start == expected.start && line.physical + linesBefore == expected.physical,
                   "a line of a block is where it is");
            demand(line.isBlank || m_bytes[i] == expected.bytes, "a line of a block has its bytes");
            m_all.push_back(expected);
        }
        return {};
    }
    std::vector<PlainLine> plain;

private:
    std::vector<PlainLine> &m_all;
    std::vector<PlainLine> m_lines; ///< isBlank: overlong
    std::vector<std::string> m_bytes;
};

/// In blocks, by one thread and by two.
void scanInBlocks(const QString &path, const Pass &pass, const std::vector<PlainLine> &plain)
{
    for (std::size_t threads = 1; threads <= 2; ++threads) {
        const Result<InputFile> file = InputFile::open(path);
        demand(file.has_value(), "a file can be opened");
        std::vector<PlainLine> all;
        std::vector<std::unique_ptr<BlockWorker>> workers;
        for (std::size_t i = 0; i < threads; ++i) {
            auto worker = std::make_unique<Noting>(all);
            worker->plain = plain;
            workers.push_back(std::move(worker));
        }
        demand(scanBlocks(*file, pass, workers).has_value(), "a file can be read in blocks");
        demand(all.size() == plain.size(), "no line of a block is lost");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const ScratchFile scratch;
    Input input(data, size);
    Pass pass;
    pass.blockBytes = 1 + input.choice(64);
    const unsigned cap = input.choice(8);
    const QString path = scratch.with(input.rest());
    const std::vector<PlainLine> plain = plainLines(input.rest());
    scanAll(path, pass, plain);
    scanInBlocks(path, pass, plain);
    if (cap > 0) {
        pass.maxLineBytes = qint64(cap) * 16;
        scanAll(path, pass, plain);
        scanInBlocks(path, pass, plain);
    }

    const Result<std::shared_ptr<const LineIndex>> index = buildLineIndex(path, pass);
    demand(index.has_value(), "a file can be indexed");
    const Result<LineReader> reader = LineReader::open(path, *index);
    demand(reader.has_value(), "an indexed file can be read");
    const Result<LineBlock> block = reader->read({0}, (*index)->count());
    demand(block && block->size() == (*index)->count(), "all lines can be read at once");
    qint64 row = 0;
    for (const PlainLine &line : plain) {
        if (line.isBlank && pass.maxLineBytes > qint64(line.bytes.size()) + 1) {
            demand((*index)->rowOfPhysicalLine(line.physical) == -1, "a blank line is no row");
            continue;
        }
        if (line.isBlank)
            return 0; // too long to be told from others
        demand((*block)[row].bytes == line.bytes, "the reader gives the bytes of the line");
        demand((*index)->physicalLine({row}) == line.physical
                   && (*index)->rowOfPhysicalLine(line.physical) == row,
               "rows and lines lead to each other");
        ++row;
    }
    demand(row == (*index)->count(), "each line that is not blank is a row");
    return 0;
}
