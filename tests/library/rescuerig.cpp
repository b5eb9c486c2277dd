// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/rescuerig.h"

#include "library/filled.h"
#include "library/opening.h"
#include "library/sqlfile.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

void RescueRig::makeFolder()
{
    // Hundreds of libraries are made anew here: where there is a disk in memory, on that.
    const QString memory = u"/dev/shm"_s;
    m_dir = QFileInfo(memory).isWritable()
        ? std::make_unique<QTemporaryDir>(memory + u"/tst_rescue-XXXXXX"_s)
        : std::make_unique<QTemporaryDir>();
    if (!m_dir->isValid())
        qFatal("The test has no folder");
}

QString RescueRig::made(int count)
{
    m_batches.clear();
    m_runs.clear();
    Library library(m_dir->path(), m_clock);
    if (!library.open())
        return {};
    m_id = library.id();
    const ConnectionId connection = library.add(Connection{.name = u"mine"_s}).value();
    for (int i = 1; i <= count; ++i) {
        Run run = filledRun(connection);
        run.name = u"run %1"_s.arg(i);
        run.deleted = false;
        run.unread = false; // no record is written for these two alone
        run.warned.clear();
        run.id = library.add(run);
        m_runs[run.id] = run;
        Batch batch = filledBatch(run.id, connection);
        batch.superseded = false;
        batch.facts.remoteId = u"batch_%1"_s.arg(i);
        batch.facts.remoteJson = QByteArray("{\"id\":\"batch_%1\"}").repeated(i % 40);
        batch.id = library.add(batch);
        m_batches[batch.id] = batch;
    }
    return file();
}

std::unique_ptr<Library> RescueRig::opened() const
{
    return openedAt(m_dir->path(), m_clock);
}

Batch RescueRig::driven(Library &library)
{
    const ConnectionId connection = library.connectionIds().first();
    if (const Result<bool> isOurs = await(library.takeLease(connection)); !isOurs || !*isOurs)
        qFatal("The test has no lease");
    Batch batch{.run = library.add(Run{.connection = connection}), .connection = connection};
    batch.id = library.add(batch);
    return batch;
}

QStringList RescueRig::keptAside() const
{
    QStringList names = QDir(m_dir->path()).entryList({u"library.db.damaged-*"_s});
    names.removeIf(
        [](const QString &name) { return name.endsWith("-shm"_L1) || name.endsWith("-wal"_L1); });
    return names;
}

void RescueRig::markUnclean() const
{
    SqlFile{file()}(
        u"INSERT INTO processes (token, pid, pid_namespace, started, host, boot_id, opened_at) "
        "VALUES ('gone', 1, '', 0, '', 'an earlier boot', 0)"_s);
}
