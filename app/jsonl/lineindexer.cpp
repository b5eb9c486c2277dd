// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/lineindexer.h"

#include "core/orderedwork.h"
#include "jsonl/blockscan.h"

using Index = std::shared_ptr<const LineIndex>;

namespace {

/// Gathers where the lines of a block are.
class IndexWorker final : public BlockWorker {
public:
    explicit IndexWorker(LineIndexBuilder &builder) : m_builder(builder) {}
    void begin() override
    {
        m_starts.clear();
        m_blanks.clear();
    }
    void take(const ScannedLine &line) override
    {
        if (line.isBlank)
            m_blanks.push_back(line.physical);
        else
            m_starts.push_back(line.start);
    }
    Result<> merge(std::string_view, qint64 linesBefore) override
    {
        for (const qint64 start : m_starts)
            m_builder.addLine(start);
        for (const qint64 physical : m_blanks)
            m_builder.addBlank(linesBefore + physical);
        return {};
    }

private:
    LineIndexBuilder &m_builder;
    std::vector<qint64> m_starts;
    std::vector<qint64> m_blanks;
};

} // namespace

Result<Index> buildLineIndex(const QString &path, const Pass &pass)
{
    const Result<InputFile> file = InputFile::open(path);
    if (!file)
        return Failure(file.error());
    LineIndexBuilder builder;
    std::vector<std::unique_ptr<BlockWorker>> workers;
    for (int left = workersFor(blocksOf(file->size(), pass)); left > 0; --left)
        workers.push_back(std::make_unique<IndexWorker>(builder));
    if (const Result<> done = scanBlocks(*file, pass, workers); !done)
        return Failure(done.error());
    Result<QByteArray> digest = file->headTailDigest();
    if (!digest)
        return Failure(digest.error());
    return builder.finish(file->size(), std::move(*digest));
}
