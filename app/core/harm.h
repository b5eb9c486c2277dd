// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

/// What is lost soon, as far as the provider says. A value.
struct Harm {
    enum class Kind : quint8 {
        WindowEnds, ///< what is not answered by then stays unanswered
        ResultsDeleted, ///< results that were not fetched are deleted there
    };
    Kind kind = Kind::WindowEnds;
    QDateTime at; ///< may have passed already
    std::optional<double> done; ///< WindowEnds: the share that is answered, 0 to 1, where known

    bool operator==(const Harm &) const = default;
};

/// A name for storing: "window", "results".
[[nodiscard]] QString harmName(Harm::Kind kind);

/// The next harm to a run that has these batches, where it is close: the last sixth of a batch's
/// window while it is under way, and the last week, or the second half, of the time for which its
/// provider keeps results that are not here yet. keepsResults 0: the provider does not say.
/// Nothing is ever guessed: without a time told by the provider there is no harm.
[[nodiscard]] std::optional<Harm> harmOf(const std::vector<const Batch *> &batches,
                                         std::chrono::seconds keepsResults, const QDateTime &now);
