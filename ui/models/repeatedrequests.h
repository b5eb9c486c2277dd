// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run.h"

#include <QString>

class Library;

/// Requests of a run that are to be sent once more, as a draft begins with them.
struct RepeatedRequests {
    QString file; ///< JSONL; the draft takes it over and removes it
    Run of; ///< the run that they come from, whose settings the draft gets
    QString name; ///< for the new run
    qint64 count = 0;
};

namespace repeated {

/// Why requests of this run cannot be sent once more now, translated; empty: they can.
[[nodiscard]] QString whyNot(const Library &library, RunId run);
/// "Letters (again)", "Letters (again 2)" ...: a name that no run of the library has.
[[nodiscard]] QString nameFor(const Library &library, const QString &name);
/// What a person is told above the draft: where they come from, and what sending them costs.
[[nodiscard]] QString note(const RepeatedRequests &requests, bool isFree);

} // namespace repeated
