// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands.h"
#include "jsonl/preflight.h"

/// --profile and --connection of the commands that work on a file alone.
void addRulesOptions(QCommandLineParser &parser);
/// Without either: no limit and no dialect.
[[nodiscard]] Result<PreflightRules> rulesFor(Context &context, const QCommandLineParser &parser);
