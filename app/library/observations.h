// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/observation.h"
#include "core/result.h"

#include <QList>

class QSqlDatabase;

/// The observations of a library: how each batch came along, by whichever program looked.
///
/// They are noted in the transaction that stores a look, only where it brought something new, and
/// then together with the look before: so a time without news is a level line. A look that is not
/// later than those stored takes their place, as where a clock was set back. Of a batch at most
/// `most` are kept: beyond that they are thinned to about half, spread evenly over its time. So a
/// run of days is as cheap as one of minutes, and of each about as much is told.
///
/// They belong to the row of their batch: in the bin with its run and back with it, gone with it.
/// They are in no record. A database that is made again knows of one look at a batch, the one that
/// the batch's record tells of, and goes on from there. One that is not what was written is left
/// out when read.
/// On the database thread.
namespace Observations {

inline constexpr int most = 300;

/// before: the batch as it was stored; null: it is new.
[[nodiscard]] Result<> note(const QSqlDatabase &database, const Batch *before, const Batch &after);
/// Of these batches, in the order of time.
[[nodiscard]] Result<QList<Observation>> read(const QSqlDatabase &database,
                                              const QList<BatchId> &batches);

} // namespace Observations
