// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/runmodel.h"

#include "core/clock.h"
#include "jobs/driver.h"
#include "library/library.h"
#include "models/timewords.h"
#include "theme/colours.h"
#include "theme/icons.h"

#include <QLocale>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace {

using RunColumn = Column<RunSummary, RunModelNow>;
constexpr Qt::Alignment right = Qt::AlignTrailing | Qt::AlignVCenter;
constexpr Qt::Alignment left = Qt::AlignLeading | Qt::AlignVCenter;

QString answered(const RunSummary &run, const RunModelNow &)
{
    if (!run.succeeded
        || (*run.succeeded == 0 && run.failed.value_or(0) == 0 && !isTerminal(run.state)))
        return {};
    const QLocale locale;
    if (run.failed.value_or(0) == 0)
        return locale.toString(*run.succeeded);
    //: answered requests, then failed ones
    return RunModel::tr("%1 · %2 failed")
        .arg(locale.toString(*run.succeeded), locale.toString(*run.failed));
}

QString stateToolTip(const RunSummary &run, const RunModelNow &)
{
    QStringList lines{run.stateWords()};
    if (!run.rawStatus.isEmpty())
        lines.append(RunModel::tr("The provider says “%1”").arg(run.rawStatus));
    if (!run.reason.isEmpty())
        lines.append(run.reason);
    if (run.error)
        lines.append(userText(*run.error));
    return lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

constexpr std::array<RunColumn, RunModel::ColumnsEnd> columns = {{
    {QT_TRANSLATE_NOOP("RunModel", "Name"),
     [](const RunSummary &run, const RunModelNow &) { return run.name; },
     [](const RunSummary &run) { return QVariant(run.name); }, left, 26,
     [](const RunSummary &run, const RunModelNow &) {
         return (run.name + u" · "_s + run.id.toString()).toHtmlEscaped();
     }},
    {QT_TRANSLATE_NOOP("RunModel", "State"),
     [](const RunSummary &run, const RunModelNow &) { return run.stateWords(); },
     [](const RunSummary &run) { return QVariant(static_cast<int>(run.state)); }, left, 18,
     stateToolTip, [](const RunSummary &run) { return icons::stateIconName(run.state); },
     [](const RunSummary &run) { return static_cast<int>(colours::toneOf(run.state)); }},
    {QT_TRANSLATE_NOOP("RunModel", "Progress"),
     [](const RunSummary &run, const RunModelNow &) { return run.progressText(); },
     [](const RunSummary &run) { return QVariant(run.fraction().value_or(-1)); }, left, 24,
     [](const RunSummary &run, const RunModelNow &) { return run.progressText().toHtmlEscaped(); },
     nullptr, [](const RunSummary &run) { return static_cast<int>(colours::toneOf(run.state)); }},
    {QT_TRANSLATE_NOOP("RunModel", "Requests"),
     [](const RunSummary &run, const RunModelNow &) { return QLocale().toString(run.requests); },
     [](const RunSummary &run) { return QVariant(run.requests); }, right, 10},
    {QT_TRANSLATE_NOOP("RunModel", "Answered"), answered,
     [](const RunSummary &run) { return QVariant(run.succeeded.value_or(-1)); }, right, 18,
     [](const RunSummary &, const RunModelNow &) { return RunModel::tr("As the provider counts"); },
     nullptr,
     [](const RunSummary &run) {
         return static_cast<int>(run.failed.value_or(0) > 0 ? colours::Tone::Bad
                                                            : colours::Tone::Plain);
     }},
    {QT_TRANSLATE_NOOP("RunModel", "Connection"),
     [](const RunSummary &run, const RunModelNow &) { return run.connection; },
     [](const RunSummary &run) { return QVariant(run.connection); }, left, 17},
    {QT_TRANSLATE_NOOP("RunModel", "Model"),
     [](const RunSummary &run, const RunModelNow &) { return run.model; },
     [](const RunSummary &run) { return QVariant(run.model); }, left, 18,
     [](const RunSummary &run, const RunModelNow &) { return run.model.toHtmlEscaped(); }},
    {QT_TRANSLATE_NOOP("RunModel", "Submitted"),
     [](const RunSummary &run, const RunModelNow &context) {
         return timewords::ago(run.submittedAt, context.now);
     },
     [](const RunSummary &run) {
         return QVariant(run.submittedAt.isValid() ? run.submittedAt : run.createdAt);
     },
     left, 16,
     [](const RunSummary &run, const RunModelNow &) {
         return run.submittedAt.isValid() ? timewords::exact(run.submittedAt)
                                          : RunModel::tr("Not submitted");
     },
     nullptr, [](const RunSummary &) { return static_cast<int>(colours::Tone::Subtle); }},
    {QT_TRANSLATE_NOOP("RunModel", "Checked"),
     [](const RunSummary &run, const RunModelNow &context) {
         return timewords::checked(run.checkedAt, run.nextCheckAt, context.now);
     },
     [](const RunSummary &run) { return QVariant(run.checkedAt); }, left, 25,
     [](const RunSummary &run, const RunModelNow &) {
         return run.checkedAt.isValid()
             ? RunModel::tr("Last answer of the provider: %1").arg(timewords::exact(run.checkedAt))
             : RunModel::tr("The provider was not asked yet");
     },
     nullptr, [](const RunSummary &) { return static_cast<int>(colours::Tone::Subtle); }},
}};

} // namespace

RunModel::RunModel(const Library &library, const Clock &clock, const Driver *driver,
                   QObject *parent)
    : TableModel("RunModel", columns, parent)
    , m_library(library)
    , m_clock(clock)
    , m_driver(driver)
    , m_now{clock.now()}
{
    load();
    connect(&library, &Library::runsChanged, this, &RunModel::follow);
    connect(&library, &Library::batchesChanged, this, &RunModel::followBatches);
    connect(&library, &Library::connectionsChanged, this, [this] { follow(m_rowOf.keys()); });
    if (driver)
        connect(driver, &Driver::transferProgressed, this, &RunModel::followBatches);
}

void RunModel::load()
{
    const QList<RunId> ids = m_library.runIds();
    m_rows.reserve(static_cast<std::size_t>(ids.size()));
    for (const RunId id : ids) {
        const Run *run = m_library.run(id);
        if (!run || run->deleted)
            continue;
        m_rowOf.insert(id, rows());
        m_rows.push_back(summarise(m_library, *run, m_driver));
    }
}

const RunSummary *RunModel::summaryAt(int row) const
{
    return row >= 0 && row < rows() ? rowAt(row) : nullptr;
}

const RunSummary *RunModel::summary(RunId id) const
{
    return summaryAt(rowOf(id));
}

int RunModel::rowOf(RunId id) const
{
    return m_rowOf.value(id, -1);
}

RunId RunModel::idAt(int row) const
{
    const RunSummary *run = summaryAt(row);
    return run ? run->id : RunId();
}

int RunModel::underWay() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, &RunSummary::isUnderWay));
}

QDateTime RunModel::nextCheckAt() const
{
    QDateTime next;
    for (const RunSummary &run : m_rows)
        if (run.nextCheckAt.isValid() && (!next.isValid() || run.nextCheckAt < next))
            next = run.nextCheckAt;
    return next;
}

void RunModel::tick()
{
    m_now.now = m_clock.now();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Submitted), index(rows() - 1, Checked), {Qt::DisplayRole});
}

QVariant RunModel::extra(const RunSummary &run, int column, int role) const
{
    switch (role) {
    case IdRole: return QVariant::fromValue(run.id);
    case ProgressRole:
        return column == Progress && run.fraction() ? QVariant(*run.fraction()) : QVariant();
    case EmphasisRole: return column == Name && run.unread;
    case Qt::AccessibleTextRole:
        return column == Name && run.unread ? QVariant(tr("%1, not looked at yet").arg(run.name))
                                            : QVariant();
    default: return {};
    }
}

void RunModel::follow(const QList<RunId> &ids)
{
    for (const RunId id : ids)
        update(id);
}

void RunModel::followBatches(const QList<BatchId> &ids)
{
    QSet<RunId> runs;
    for (const BatchId id : ids)
        if (const Batch *batch = m_library.batch(id))
            runs.insert(batch->run);
    for (const RunId id : std::as_const(runs))
        update(id);
}

void RunModel::update(RunId id)
{
    m_now.now = m_clock.now();
    const Run *run = m_library.run(id);
    const int row = rowOf(id);
    if (!run || run->deleted) {
        if (row >= 0)
            remove(row);
        return;
    }
    RunSummary summary = summarise(m_library, *run, m_driver);
    if (row < 0) {
        beginInsertRows({}, rows(), rows());
        m_rowOf.insert(id, rows());
        m_rows.push_back(std::move(summary));
        endInsertRows();
    } else if (RunSummary &shown = m_rows[static_cast<std::size_t>(row)]; shown != summary) {
        shown = std::move(summary);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnsEnd - 1));
    }
}

void RunModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    m_rowOf.clear();
    for (int i = 0; i < rows(); ++i)
        m_rowOf.insert(m_rows[static_cast<std::size_t>(i)].id, i);
    endRemoveRows();
}

#include "moc_runmodel.cpp"
