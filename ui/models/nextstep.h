// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/runsummary.h"

#include <QString>

/// What a run wants of a person, in words.
namespace nextstep {

/// Why it needs somebody and what is to be done, "Key refused. Replace the key"; of one under way
/// how long it takes, as far as that is known; empty where there is nothing to say.
[[nodiscard]] QString text(const RunSummary &run, const QDateTime &now);
/// "Window ends in 2 h at 61 %", "Results are deleted in 3 days".
[[nodiscard]] QString harmText(const Harm &harm, const QDateTime &now);
/// "Needs you", "Deadlines" ...: what a group of runs of that urgency is called.
[[nodiscard]] QString urgencyText(Urgency urgency);
/// A picture of theme/icons.h; empty where none is needed.
[[nodiscard]] QString iconName(Urgency urgency);

} // namespace nextstep
