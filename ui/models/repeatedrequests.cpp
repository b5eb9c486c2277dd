// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/repeatedrequests.h"

#include "library/library.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace {

struct Repeated {
    Q_DECLARE_TR_FUNCTIONS(Repeated)
};

} // namespace

QString repeated::whyNot(const Library &library, RunId id)
{
    const Run *run = library.run(id);
    const std::vector<const Batch *> batches = library.batches(id);
    if (!run || batches.empty())
        return Repeated::tr("The run was not sent");
    // What has no answer yet may still get one, and would be paid for twice.
    if (!isTerminal(runState(batches)))
        return Repeated::tr("The run has not ended");
    if (!std::ranges::all_of(batches,
                             [](const Batch *batch) { return batch->facts.resultsComplete; }))
        return Repeated::tr("Not all of its results are here yet");
    if (run->inputFile.isEmpty())
        return Repeated::tr("The requests of this run are not here");
    return {};
}

QString repeated::nameFor(const Library &library, const QString &name)
{
    QSet<QString> taken;
    for (const QList<RunId> runs = library.runIds(); const RunId id : runs)
        if (const Run *run = library.run(id))
            taken.insert(run->name);
    //: the name of a run whose requests are sent once more
    QString found = Repeated::tr("%1 (again)").arg(name);
    for (int number = 2; taken.contains(found); ++number)
        //: the name of a run, and how often its requests were sent once more
        found = Repeated::tr("%1 (again %2)").arg(name, QString::number(number));
    return found;
}

QString repeated::note(const RepeatedRequests &requests, bool isFree)
{
    const int count = static_cast<int>(requests.count);
    return (isFree
                ? Repeated::tr("%Ln request(s) of “%1”, as they were sent. Nothing is sent until "
                               "you submit; practice costs nothing.",
                               nullptr, count)
                : Repeated::tr("%Ln request(s) of “%1”, as they were sent. Nothing is sent until "
                               "you submit; then they cost money once more.",
                               nullptr, count))
        .arg(requests.of.name);
}
