// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/runmodel.h"

#include "core/clock.h"
#include "jobs/driver.h"
#include "library/library.h"
#include "models/nextstep.h"
#include "models/timewords.h"
#include "theme/colours.h"
#include "theme/icons.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

using RunColumn = Column<RunSummary, RunModelNow>;
constexpr qint64 judgeEvery = 30; // seconds: deadlines are told in hours and days
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

colours::Tone toneOf(Urgency urgency)
{
    switch (urgency) {
    case Urgency::NeedsYou: return colours::Tone::Bad;
    case Urgency::Deadline: return colours::Tone::Warning;
    case Urgency::News: return colours::Tone::Active;
    case Urgency::UnderWay:
    case Urgency::Rest: return colours::Tone::Subtle;
    }
    Q_UNREACHABLE_RETURN(colours::Tone::Plain);
}

/// By urgency; then deadlines the earliest first, all others the newest first.
QVariant urgencyOrder(const RunSummary &run)
{
    static constexpr qint64 farAway = 9'000'000'000'000; // milliseconds: beyond the year 2250
    const auto when = [](const QDateTime &time) {
        return time.isValid() ? std::clamp<qint64>(time.toMSecsSinceEpoch(), 0, farAway) : 0;
    };
    const bool isDeadline = run.urgency == Urgency::Deadline && run.harm;
    const QDateTime newest = run.urgency == Urgency::News && run.endedAt.isValid() ? run.endedAt
        : run.submittedAt.isValid()                                                ? run.submittedAt
                                                                                   : run.createdAt;
    return static_cast<qint64>(run.urgency) * 2 * farAway
        + (isDeadline ? when(run.harm->at) : farAway - when(newest));
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
     [](const RunSummary &run) { return QVariant(static_cast<int>(run.state)); }, left, 17,
     stateToolTip, [](const RunSummary &run) { return icons::stateIconName(run.state); },
     [](const RunSummary &run) { return static_cast<int>(colours::toneOf(run.state)); }},
    {QT_TRANSLATE_NOOP("RunModel", "What now"),
     [](const RunSummary &run, const RunModelNow &context) {
         return nextstep::text(run, context.now);
     },
     urgencyOrder, left, 43,
     [](const RunSummary &run, const RunModelNow &context) {
         QStringList lines{nextstep::urgencyText(run.urgency), nextstep::text(run, context.now)};
         if (run.harm)
             lines.append(timewords::exact(run.harm->at));
         lines.removeAll(QString());
         return lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s);
     },
     [](const RunSummary &run) { return nextstep::iconName(run.urgency); },
     [](const RunSummary &run) { return static_cast<int>(toneOf(run.urgency)); }},
    {QT_TRANSLATE_NOOP("RunModel", "Progress"),
     [](const RunSummary &run, const RunModelNow &) {
         // What a run waits for stands beside it, in What now.
         return run.state == BatchState::Held && !run.reason.isEmpty() ? QString()
                                                                       : run.progressText();
     },
     [](const RunSummary &run) { return QVariant(run.fraction().value_or(-1)); }, left, 21,
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
    {QT_TRANSLATE_NOOP("RunModel", "Tags"),
     [](const RunSummary &run, const RunModelNow &) { return run.tags.join(u", "_s); },
     [](const RunSummary &run) { return QVariant(run.tags.join(u", "_s)); }, left, 15,
     [](const RunSummary &run, const RunModelNow &) {
         return run.tags.join(u", "_s).toHtmlEscaped();
     }},
    {QT_TRANSLATE_NOOP("RunModel", "Submitted"),
     [](const RunSummary &run, const RunModelNow &context) {
         return timewords::ago(run.submittedAt, context.now);
     },
     [](const RunSummary &run) {
         return QVariant(run.submittedAt.isValid() ? run.submittedAt : run.createdAt);
     },
     left, 13,
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
                   QObject *parent, const Profiles *profiles)
    : TableModel("RunModel", columns, parent)
    , m_library(library)
    , m_clock(clock)
    , m_driver(driver)
    , m_outlook(library, profiles, driver)
    , m_now{clock.now()}
    , m_judgedAt(m_now.now)
{
    load();
    connect(&library, &Library::runsChanged, this, &RunModel::follow);
    connect(&library, &Library::batchesChanged, this, &RunModel::followBatches);
    connect(&library, &Library::connectionsChanged, this, [this] { follow(m_rowOf.keys()); });
    if (driver) {
        connect(driver, &Driver::transferProgressed, this, &RunModel::followBatches);
        connect(driver, &Driver::connectionTroubleChanged, this, &RunModel::judgeAgain);
    }
}

void RunModel::load()
{
    const QList<RunId> ids = m_library.runIds();
    const QList<BatchId> batches = m_library.batchIds();
    for (const BatchId id : batches)
        if (const Batch *batch = m_library.batch(id))
            m_outlook.learn(*batch);
    m_rows.reserve(static_cast<std::size_t>(ids.size()));
    for (const RunId id : ids) {
        const Run *run = m_library.run(id);
        if (!run || run->deleted)
            continue;
        m_rowOf.insert(id, rows());
        m_rows.push_back(summed(*run));
        countTags(run->tags, 1);
    }
}

RunSummary RunModel::summed(const Run &run)
{
    RunSummary summary = summarise(m_library, run, m_driver);
    m_outlook.judge(summary, m_now.now);
    return summary;
}

void RunModel::countTags(const QStringList &tags, int change)
{
    for (const QString &tag : tags)
        if ((m_tags[tag] += change) <= 0)
            m_tags.remove(tag);
}

QStringList RunModel::tags() const
{
    QStringList all = m_tags.keys();
    std::ranges::sort(all, [](const QString &a, const QString &b) {
        return QString::localeAwareCompare(a, b) < 0;
    });
    return all;
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

std::chrono::seconds RunModel::timesHoldFor() const
{
    const QDateTime recent = m_clock.now().addSecs(-60);
    const bool toTheSecond = std::ranges::any_of(m_rows, [&](const RunSummary &run) {
        return run.isUnderWay() || run.submittedAt > recent || run.checkedAt > recent;
    });
    return toTheSecond ? std::chrono::seconds(1) : std::chrono::seconds(60);
}

void RunModel::tick()
{
    m_now.now = m_clock.now();
    if (m_judgedAt.secsTo(m_now.now) >= judgeEvery || m_now.now < m_judgedAt)
        judgeAgain();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, WhatNow), index(rows() - 1, Checked), {Qt::DisplayRole});
}

/// What is to come changes by time alone, but not of runs that are over and here.
void RunModel::judgeAgain()
{
    m_judgedAt = m_now.now;
    for (int row = 0; row < rows(); ++row) {
        RunSummary &shown = m_rows[static_cast<std::size_t>(row)];
        if (shown.urgency == Urgency::Rest && !shown.isUnderWay()
            && (shown.resultsComplete || shown.state == BatchState::Draft))
            continue;
        RunSummary summary = shown;
        m_outlook.judge(summary, m_now.now);
        if (summary == shown)
            continue;
        shown = std::move(summary);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnsEnd - 1));
    }
}

QVariant RunModel::extra(const RunSummary &run, int column, int role) const
{
    switch (role) {
    case IdRole: return QVariant::fromValue(run.id);
    case ProgressRole:
        return column == Progress && run.fraction() ? QVariant(*run.fraction()) : QVariant();
    case SwatchRole: return column == ConnectionName ? QVariant(run.colour) : QVariant();
    case LabelsRole: return column == Tags ? QVariant(run.tags) : QVariant();
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
        if (const Batch *batch = m_library.batch(id)) {
            m_outlook.learn(*batch);
            runs.insert(batch->run);
        }
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
    RunSummary summary = summed(*run);
    const QStringList tagsBefore = row < 0 ? QStringList() : rowAt(row)->tags;
    const QStringList tagsAfter = summary.tags;
    if (row < 0) {
        beginInsertRows({}, rows(), rows());
        m_rowOf.insert(id, rows());
        m_rows.push_back(std::move(summary));
        endInsertRows();
    } else if (RunSummary &shown = m_rows[static_cast<std::size_t>(row)]; shown != summary) {
        shown = std::move(summary);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnsEnd - 1));
    }
    if (tagsBefore != tagsAfter) {
        countTags(tagsBefore, -1);
        countTags(tagsAfter, 1);
        Q_EMIT tagsChanged();
    }
}

void RunModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    const QStringList tags = rowAt(row)->tags;
    m_rows.erase(m_rows.begin() + row);
    m_rowOf.clear();
    for (int i = 0; i < rows(); ++i)
        m_rowOf.insert(m_rows[static_cast<std::size_t>(i)].id, i);
    endRemoveRows();
    if (!tags.isEmpty()) {
        countTags(tags, -1);
        Q_EMIT tagsChanged();
    }
}

#include "moc_runmodel.cpp"
