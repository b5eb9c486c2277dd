// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/textanswer.h"
#include "jsonl/inputfile.h"
#include "jsonl/linereader.h"
#include "jsonl/readbuffer.h"
#include "results/linefields.h"
#include "results/runresults.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

/// Where one result line is.
struct ResultPlace {
    static constexpr quint32 noFile = 0xFFFF'FFFFU;
    qint64 offset = 0;
    quint32 length = 0;
    quint32 file = noFile;
    [[nodiscard]] bool isNone() const { return file == noFile; }
};

/// Where the text of an answer is within its result line, in 8 bytes.
struct ContentPlace {
    static constexpr quint32 unknown = 0xFFFF'FFFFU;
    quint32 offset = unknown; ///< unknown: the line has to be read in full
    quint32 length : 29 = 0; ///< in the file, between the quotes
    quint32 hasEscapes : 1 = 0; ///< as in ContentSpan
    quint32 hasUnicode : 1 = 0;
    quint32 hasAsciiUnicode : 1 = 0;
    [[nodiscard]] bool isKnown() const { return offset != unknown; }
};

/// How many tokens a result says that it took, in 4 bytes.
class TokenCount {
public:
    TokenCount() = default;
    explicit TokenCount(std::optional<qint64> tokens)
        : m_tokens(!tokens                              ? none
                       : *tokens >= 0 && *tokens < none ? static_cast<quint32>(*tokens)
                                                        : unknown)
    {}
    /// False where the line has to be read: it says a number that nobody uses.
    [[nodiscard]] bool isKnown() const { return m_tokens != unknown; }
    /// Of a known one; none: the line does not say.
    [[nodiscard]] std::optional<qint64> value() const
    {
        return m_tokens == none ? std::nullopt : std::optional<qint64>(m_tokens);
    }

private:
    static constexpr quint32 unknown = 0xFFFF'FFFFU;
    static constexpr quint32 none = 0xFFFF'FFFEU;
    quint32 m_tokens = none;
};

/// What a join leaves behind. For results/ alone.
struct RunResults::Data {
    RunFiles files;
    std::shared_ptr<const LineIndex> index; ///< of the requests; null without input
    std::optional<LineReader> requests;
    std::vector<InputFile> resultFiles;
    std::vector<ResultPlace> places; ///< by row
    std::vector<ContentPlace> contents; ///< by row
    std::vector<TokenCount> totalTokens; ///< by row; none where there is no result
    std::vector<Outcome> outcomes; ///< by row
    /// Rows in the order in which their results lie in the files; one that a later result took over is
    /// there twice.
    std::vector<quint32> fileOrder;
    /// What each request asks for, by row; empty where the dialect has no such answers, or there are
    /// no requests.
    std::vector<std::optional<TextAnswer::Kind>> operations;
    std::vector<ResultPlace> extras;
    Certificate certificate;

    [[nodiscard]] qint64 count() const { return static_cast<qint64>(outcomes.size()); }
    [[nodiscard]] Result<> checkRows(std::span<const qint64> rows) const;
    [[nodiscard]] Result<QByteArray> bytes(const ResultPlace &place) const;

    using Visitor = std::function<void(size_t i, PaddedLine line)>;
    /// Calls visit for each of the rows that has a result, with its position in rows, in the order
    /// of the files: neighbours are read together. What was visited counts once all is well.
    [[nodiscard]] Result<> visitResults(std::span<const qint64> rows, const Visitor &visit) const;
    /// For who visits many rows, some at a time: buffer is used again.
    [[nodiscard]] Result<> visitResults(std::span<const qint64> rows, ReadBuffer &buffer,
                                        const Visitor &visit) const;
    /// The same for the requests of those rows for which wanted holds.
    [[nodiscard]] Result<> visitRequests(std::span<const qint64> rows,
                                         const std::function<bool(size_t i)> &wanted,
                                         const Visitor &visit) const;

    /// What was asked for in this row; -1 is none. Where the request does not say, or is not known,
    /// the answer may. Only of dialects that have such answers it is a promise.
    [[nodiscard]] std::optional<TextAnswer::Kind> operationOf(const ResultLine &result,
                                                              qint64 row) const;

    /// What is known of a row that has no result.
    [[nodiscard]] ResultLine withoutResult(qint64 row) const;
};
