// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "dialects/textanswer.h"
#include "jsonl/inputfile.h"
#include "jsonl/lineindex.h"
#include "jsonl/pass.h"
#include "results/idtable.h"

#include <memory>
#include <optional>
#include <vector>

/// What joining needs of the requests of a run.
struct RequestIds {
    std::shared_ptr<const LineIndex> index;
    IdTable table; ///< of two requests with one id the first has it
    /// What each asks for, by row; empty unless asked for.
    std::vector<std::optional<TextAnswer::Kind>> operations;
};

/// Reads them in one pass on all cores, on the caller's thread and others. Cancelled, Disk,
/// FileChanged; BadInput for more lines than a table holds.
[[nodiscard]] Result<RequestIds> readRequestIds(const InputFile &file, bool withOperations,
                                                const Pass &pass);
