// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// From now on all that this process logs goes through redact(), and what would show the messages
/// of D-Bus, which carry keys to and from some keyrings, is never logged, whatever QT_LOGGING_RULES
/// says. Called once, early in main().
void keepLogsClean();
