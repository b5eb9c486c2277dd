// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/requestrepeater.h"

#include "results/requestcopy.h"
#include "services.h"

#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;

RequestRepeater::RequestRepeater(Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{}

void RequestRepeater::stop()
{
    ++m_wish;
    m_copying = {};
}

QString RequestRepeater::obstacle(RunId run, const RunResults *results) const
{
    if (const QString why = repeated::whyNot(m_services.library(), run); !why.isEmpty())
        return why;
    if (isRunning())
        return tr("The requests are being taken together");
    if (!results)
        return tr("The results are not read yet");
    return withoutGoodAnswer(results->certificate()) == 0 ? tr("Each request has a good answer")
                                                          : QString();
}

void RequestRepeater::repeat(const std::shared_ptr<const RunResults> &results,
                             std::optional<std::vector<quint32>> rows)
{
    const Run *run = results ? m_services.library().run(results->run().id) : nullptr;
    if (!run || !obstacle(run->id, results.get()).isEmpty())
        return;
    const RepeatedRequests wanted{
        .file
        = cacheFolder() + u"/again/%1.jsonl"_s.arg(QUuid::createUuid().toString(QUuid::Id128)),
        .of = *run,
        .name = repeated::nameFor(m_services.library(), run->name)};
    m_copying = TaskHandle(copyRequests(m_services.pool(), results, std::move(rows), wanted.file));
    m_copying.future().then(this, [this, wanted, wish = ++m_wish](const Result<qint64> &copied) {
        if (wish != m_wish) {
            QFile::remove(wanted.file); // it came just too late
            return;
        }
        m_copying = {};
        Q_EMIT stateChanged();
        if (!copied) {
            Q_EMIT failed(copied.error());
            return;
        }
        RepeatedRequests requests = wanted;
        requests.count = *copied;
        Q_EMIT ready(requests);
    });
    Q_EMIT stateChanged();
}

#include "moc_requestrepeater.cpp"
