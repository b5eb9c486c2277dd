// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "jsonl/blockscan.h"
#include "jsonl/findinglist.h"
#include "jsonl/idset.h"
#include "jsonl/linecheck.h"
#include "jsonl/lineindex.h"
#include "jsonl/preflight.h"
#include "jsonl/textcounts.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What one block of a request file says: facts of its lines that cost little to put together.
struct PreflightBlock {
    /// A text among the texts of the block; none: the line has it not.
    using Text = quint32;
    static constexpr Text none = 0xFFFF'FFFFU;

    struct Line {
        qint64 start = -1; ///< in the file; -1: a blank line
        quint32 idHash = 0;
        quint32 idBegin = 0; ///< in ids
        quint32 idSize = 0; ///< 0: it has none
        Text model = none;
        Text url = none;
        quint32 faultsEnd = 0; ///< in faults, behind its last one
    };
    std::vector<Line> lines;
    std::string ids; ///< one behind the other
    std::vector<std::string> texts; ///< models and urls, each once
    std::vector<LineFault> faults; ///< one line's behind the other's
    bool hasJson = false; ///< at least one line is JSON

    void clear();
    /// The place of a text. Lines mostly repeat the one before.
    [[nodiscard]] Text placeOf(std::string_view text, Text usual);
};

/// Puts the blocks of a file together in their order. One thread at a time.
class PreflightPass {
public:
    /// linesKept: of each finding, so many lines are named.
    PreflightPass(const InputFile &file, const PreflightRules &rules,
                  qsizetype linesKept = maxFindingLines);

    /// bytes: the block as it is in the file. BadInput for a file that is no text.
    [[nodiscard]] Result<> merge(const PreflightBlock &block, std::string_view bytes,
                                 qint64 linesBefore);
    /// After the last block. Disk.
    [[nodiscard]] Result<PreflightReport> finish();

private:
    void mergeLine(const PreflightBlock &block, const PreflightBlock::Line &line, qint64 row);
    void count();
    void compare(std::optional<std::string> &first, const std::string &text,
                 QLatin1StringView kind);
    bool hasId(qint64 row, std::string_view id);
    [[nodiscard]] Error binaryError(std::string_view bytes) const;
    void addLimit(const Limit &limit, qint64 amount, QLatin1StringView kind);
    [[nodiscard]] const Profile *profile() const
    {
        return m_rules.profile ? &*m_rules.profile : nullptr;
    }

    const InputFile &m_file;
    const PreflightRules &m_rules;
    IdSet m_ids;
    LineIndexBuilder m_builder;
    FindingList m_findings;
    TextCounts m_models;
    TextCounts m_endpoints;
    Sha256 m_hash;
    std::vector<LineFault> m_faults; ///< of the line at hand, of all lines together
    std::optional<std::string> m_firstModel;
    std::optional<std::string> m_firstUrl;
    qint64 m_knownRow = -1; ///< the row whose id was last read again, and its id
    std::optional<std::string> m_knownId;
    qint64 m_faultyLines = 0;
    qint64 m_repeatedIds = 0;
    bool m_isFirst = true;
};

/// Checks the text of a file that is open. As checkFile(), but what is in it is taken as it is, and
/// nothing is kept.
[[nodiscard]] Result<PreflightReport> checkText(const InputFile &file, const PreflightRules &rules,
                                                const Pass &pass);

/// Checks the lines of blocks, beside others of its kind.
class PreflightWorker final : public BlockWorker {
public:
    PreflightWorker(const PreflightRules &rules, PreflightPass &pass);
    void begin() override;
    void take(const ScannedLine &line) override;
    [[nodiscard]] Result<> merge(std::string_view bytes, qint64 linesBefore) override;

private:
    LineChecker m_checker;
    PreflightPass &m_pass;
    PreflightBlock m_block;
    std::vector<LineFault> m_faults; ///< of the line at hand
};
