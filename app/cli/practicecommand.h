// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

/// batchctl practice: the practice provider in the foreground until SIGINT or SIGTERM. arguments
/// are those behind the word practice; --json among them. Needs a QCoreApplication that does not
/// run yet. Gives the exit code.
[[nodiscard]] int practiceCommand(const QStringList &arguments);
