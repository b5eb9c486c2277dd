// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "library/library.h"
#include "support/fakeclock.h"

#include <QTemporaryDir>

/// A library in a folder of its own with a clock that stands still.
struct ModelRig {
    QTemporaryDir folder;
    FakeClock clock;
    Library library{folder.filePath(QStringLiteral("library")), clock};

    ModelRig() { opened = library.open().has_value(); }
    bool opened = false;

    RunId addRun(const QString &name, qint64 requests = 100)
    {
        Run run;
        run.name = name;
        run.requests = requests;
        run.models = {QStringLiteral("gpt-4o-mini")};
        run.createdAt = clock.now();
        if (const Connection *connection
            = library.connectionByName(QStringLiteral("practice-files")))
            run.connection = connection->id;
        return library.add(run);
    }
    BatchId addBatch(RunId run, BatchState state, RequestCounts counts = {})
    {
        Batch batch;
        batch.run = run;
        batch.connection = library.run(run)->connection;
        batch.requests = library.run(run)->requests;
        batch.facts.state = state;
        batch.facts.counts = counts;
        batch.facts.remoteId = QStringLiteral("batch_") + run.toString();
        batch.submittedAt = clock.now();
        batch.checkedAt = clock.now();
        return library.add(batch);
    }
};
