// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "library/databasethread.h"
#include "library/records.h"
#include "library/store.h"

#include <memory>

/// Notes the row for its record, once the transaction it was written in is on disk.
template <class T>
[[nodiscard]] Result<> recordLater(Transaction &transaction, Store &store,
                                   const std::shared_ptr<Records> &records, const Stored<T> &row);
