// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "library/records.h"
#include "library/store.h"

#include <QList>
#include <QString>
#include <QStringList>

class QSqlDatabase;

/// What was taken from the records into the database, because it was not there or was older there.
struct Rescued {
    qint64 connections = 0;
    QList<RunId> runs;
    QList<BatchId> batches;
    QList<BatchId> uncertain; ///< those that were being created: whether they were is not known
    QStringList unreadable; ///< names of records that no row could be made of

    [[nodiscard]] bool isEmpty() const
    {
        return connections == 0 && runs.isEmpty() && batches.isEmpty() && unreadable.isEmpty();
    }
};

/// Whether a record knows of something that these rows do not, as far as that shows without reading
/// all of them: of a row that is not here, or of a batch that was sent and is not known to be.
[[nodiscard]] bool knowMore(const Records &records, const Rows &rows);

/// Compares all records with all rows: a row that is missing or older is taken from its record, a
/// record that is missing or older is noted anew (writeNoted() is the caller's). A batch that was
/// being created becomes unknown: it is never sent again by itself. In a writing transaction, with
/// nobody else on the library.
[[nodiscard]] Result<Rescued> rescue(const QSqlDatabase &database, Store &store, Records &records,
                                     const Rows &rows);

/// Makes unknown what this library would send by itself, where another may have sent it already:
/// batches that are on their way to be created, and requests that are to be added to one. Gives
/// their ids, and notes their records. In a writing transaction.
[[nodiscard]] Result<QList<BatchId>> doubtUnsent(const QSqlDatabase &database, Store &store,
                                                 Records &records, const Rows &rows);
