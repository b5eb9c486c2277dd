// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "harmwatch.h"

#include "library/library.h"
#include "models/nextstep.h"
#include "models/runmodel.h"
#include "widgets/messagearea.h"

#include <QTimer>

using namespace Qt::StringLiterals;

HarmWatch::HarmWatch(Library &library, const RunModel &runs, MessageArea &messages, QObject *parent)
    : QObject(parent), m_library(library), m_runs(runs), m_messages(messages)
{
    connect(&runs, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { look(first, last); });
    connect(&runs, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
                if (roles.isEmpty()) // else only words about the time
                    look(from.row(), to.row());
            });
    // Who listens is connected by then.
    QTimer::singleShot(0, this, [this] { look(0, m_runs.rowCount() - 1); });
}

void HarmWatch::look(int first, int last)
{
    QList<RunId> fresh;
    for (int row = first; row <= last; ++row) {
        const RunSummary *run = m_runs.summaryAt(row);
        if (!run || !run->harm)
            continue;
        const Run *stored = m_library.run(run->id);
        const QString name = harmName(run->harm->kind);
        if (!stored || stored->warned.contains(name))
            continue;
        Run warned = *stored;
        warned.warned.append(name);
        m_library.save(warned);
        fresh.append(run->id);
    }
    if (!fresh.isEmpty())
        tell(fresh);
}

void HarmWatch::tell(const QList<RunId> &runs)
{
    const RunSummary *first = m_runs.summary(runs.first());
    if (!first)
        return;
    if (runs.size() > 1) {
        const int count = static_cast<int>(runs.size());
        const QString text
            = tr("%Ln run(s) lose something soon if nothing is done.", nullptr, count);
        m_messages.show(
            {.key = u"harm"_s, .text = text, .kind = MessageArea::Kind::Warning, .stays = true});
        Q_EMIT told({}, tr("Deadlines"), text);
        return;
    }
    const QString words = nextstep::harmText(*first->harm, m_runs.now());
    m_messages.show({.key = u"harm"_s,
                     //: the name of a run, then what is lost of it
                     .text = tr("“%1”: %2").arg(first->name, words),
                     .kind = MessageArea::Kind::Warning,
                     .buttons = {{tr("Open Run"), u"view-list-details"_s,
                                  [this, id = first->id] { Q_EMIT runWanted(id); }}},
                     .stays = true});
    Q_EMIT told(first->id, first->name, words);
}

#include "moc_harmwatch.cpp"
