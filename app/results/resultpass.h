// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/resultline.h"
#include "dialects/resultglance.h"
#include "jsonl/blockscan.h"
#include "results/idtable.h"
#include "results/runresultsdata.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

struct Dialect;

/// One line of a result file, as far as joining needs it.
struct ResultEntry {
    qint64 start = 0;
    quint32 length = 0; ///< 0: too long to be read at all
    std::optional<IdHash> id;
    Outcome outcome = Outcome::Malformed;
    ContentPlace content;
    TokenCount totalTokens;
    std::unique_ptr<ResultLine> line; ///< where the request has to say what it should be; else null
};

/// Reads the lines of result files beside others of its kind; take is called for those of a block that
/// are not blank, in the order of the file, by one thread at a time.
class ResultWorker final : public BlockWorker {
public:
    using Take = std::function<void(std::span<ResultEntry> entries)>;
    ResultWorker(const Dialect &dialect, const Take &take) : m_dialect(dialect), m_take(take) {}
    void begin() override { m_entries.clear(); }
    void take(const ScannedLine &line) override;
    [[nodiscard]] Result<> merge(std::string_view bytes, qint64 linesBefore) override;

private:
    void read(PaddedLine line, ResultEntry &entry);

    const Dialect &m_dialect;
    const Take &m_take;
    ResultGlancer m_glancer;
    std::vector<ResultEntry> m_entries;
};
