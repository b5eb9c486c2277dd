// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/resultspane.h"

#include "models/resultmodel.h"
#include "theme/icons.h"
#include "widgets/announce.h"
#include "widgets/keptlook.h"
#include "widgets/resultfilter.h"
#include "widgets/resultstable.h"
#include "widgets/rowdetails.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// A clipboard hands its text around whole, to every program that asks.
constexpr qsizetype mostCopied = 16 << 20;

} // namespace

ResultsPane::ResultsPane(QThreadPool &pool, QWidget *parent)
    : QWidget(parent)
    , m_pool(pool)
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePane(this))
    , m_model(new ResultModel(pool, this))
    , m_filter(new ResultFilter(this))
    , m_table(new ResultsTable(*m_model, this))
    , m_empty(new QLabel(m_table->viewport()))
    , m_details(new RowDetails(pool, this))
{
    build();
    connect(m_filter, &ResultFilter::changed, this, [this] {
        m_told.clear();
        m_model->setQuery(m_filter->query());
        showCount();
    });
    connect(m_filter, &ResultFilter::leaveDown, this, [this] { m_table->setFocus(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showRow();
        m_chosen = m_shown;
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ResultsPane::showCount);
    connect(m_details, &RowDetails::findWanted, m_filter, &ResultFilter::setCondition);
    connect(m_table, &ResultsTable::copyWanted, this, &ResultsPane::copy);
    connect(m_table, &ResultsTable::exportWanted, this, &ResultsPane::exportChosenWanted);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ResultsPane::rowsReset);
    connect(m_model, &ResultModel::progressed, this, [this] {
        showCount();
        // Told once the rows are there, whichever comes first.
        QMetaObject::invokeMethod(this, &ResultsPane::tellFound, Qt::QueuedConnection);
    });
    connect(m_model, &ResultModel::readFailed, this, &ResultsPane::readFailed);
    m_copyTick.setInterval(std::chrono::milliseconds(100));
    connect(&m_copyTick, &QTimer::timeout, this, &ResultsPane::showCount);
}

void ResultsPane::build()
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_empty->hide();
    auto *over = new QVBoxLayout(m_table->viewport());
    over->addWidget(m_empty);

    auto *stacked = new QSplitter(Qt::Vertical, this);
    stacked->addWidget(m_table);
    stacked->addWidget(m_details);
    stacked->setStretchFactor(0, 3);
    stacked->setStretchFactor(1, 2);
    stacked->setChildrenCollapsible(false);
    keptlook::splitter(*stacked, u"results"_s);

    auto *filled = new QWidget(this);
    auto *inside = new QVBoxLayout(filled);
    inside->setContentsMargins({});
    inside->addWidget(m_filter);
    inside->addWidget(stacked, 1);
    m_stack->addWidget(filled);
    m_stack->addWidget(m_state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->addWidget(m_stack);
}

void ResultsPane::setNothing(const StatePane::Content &nothing)
{
    if (nothing == m_nothing)
        return; // a button of it may have the focus
    m_nothing = nothing;
    m_state->say(m_nothing);
}

void ResultsPane::showNothing()
{
    const bool hasNone = m_results && m_results->count() == 0;
    m_stack->setCurrentIndex(hasNone ? 1 : 0);
}

void ResultsPane::rowsReset()
{
    showCount();
    // A person stays at the row that they chose, and comes back to it when a search that left it
    // out, or has not come to it yet, is over.
    const qint64 chosen = m_chosen;
    const int place = chosen >= 0 ? m_model->placeOf(chosen) : -1;
    if (m_model->rowCount() > 0) {
        const QModelIndex index = m_model->index(std::max(0, place), ResultModel::IdColumn);
        // Whatever keys are held: this is no click of a person's.
        m_table->selectionModel()->setCurrentIndex(
            index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_table->scrollTo(index);
    }
    m_chosen = chosen;
    showRow();
}

QString ResultsPane::countText() const
{
    const int shown = m_model->rowCount();
    const QLocale locale;
    if (m_model->searched()) {
        const qint64 all = std::max<qint64>(1, m_results->count());
        //: while a search goes on: rows found so far, and how far it is in percent
        return tr("%1 found so far (%2 %)")
            .arg(locale.toString(shown),
                 locale.toString(100 * std::min(all, *m_model->searched()) / all));
    }
    const int all = int(m_results->count());
    if (!m_filter->query().isAll())
        //: rows that are shown of all that there are
        return tr("%1 of %Ln row(s)", nullptr, all).arg(locale.toString(shown));
    return tr("%Ln row(s)", nullptr, all);
}

/// What a search found, for who does not see the rows change.
void ResultsPane::tellFound()
{
    if (!m_results || m_model->searched() || m_filter->query().isAll())
        return;
    const QString found = countText();
    if (found != std::exchange(m_told, found))
        announce(*this, found);
}

void ResultsPane::showCount()
{
    QStringList texts;
    if (m_copying.isRunning())
        texts.append(tr("Copying…"));
    if (m_results && m_model->sorted())
        //: rows are put into another order; how far it is in percent
        texts.append(tr("Sorting (%1 %)").arg(QLocale().toString(*m_model->sorted())));
    if (const int chosen = m_table->chosenCount(); chosen > 1)
        texts.append(tr("%Ln row(s) chosen", nullptr, chosen));
    if (m_results)
        texts.append(countText());
    m_filter->setCount(texts.join(u" · "_s));
    m_empty->setVisible(m_results && m_model->rowCount() == 0 && !m_filter->query().isAll());
    m_empty->setText(m_model->searched() ? tr("Looking…")
                                         : tr("No row fits. Take something out of the search."));
}

void ResultsPane::copy(CopyAs as)
{
    std::vector<qint64> rows = m_table->chosenRows();
    if (!m_results || rows.empty())
        return;
    const qint64 wanted = std::ssize(rows);
    const quint64 wish = ++m_copies;
    m_copying = TaskHandle(copyRows(m_pool, m_results, std::move(rows), as, mostCopied));
    m_copyTick.start();
    m_copying.future().then(this, [this, wanted, wish](const Result<CopiedRows> &copied) {
        if (wish != m_copies)
            return; // a newer one
        m_copyTick.stop();
        m_copying = {};
        showCount();
        if (!copied) {
            Q_EMIT readFailed(copied.error());
            return;
        }
        QGuiApplication::clipboard()->setText(copied->text);
        if (copied->rows < wanted)
            Q_EMIT told(tr("Copied the first %1 of %2 chosen rows: more is too much for a "
                           "clipboard. Export them for all.")
                            .arg(QLocale().toString(copied->rows), QLocale().toString(wanted)));
    });
}

void ResultsPane::setResults(std::shared_ptr<const RunResults> results)
{
    m_results = std::move(results);
    m_filter->setCounts(m_results ? std::optional(m_results->certificate()) : std::nullopt);
    m_details->setResults(m_results);
    m_model->setResults(m_results);
    showNothing();
}

void ResultsPane::clear()
{
    m_filter->clear();
    m_table->clearOrder();
    ++m_copies;
    m_copying = {};
    setResults(nullptr);
    m_chosen = -1;
    m_details->showNothing();
}

void ResultsPane::showOutcome(Outcome outcome)
{
    m_filter->setOutcome(outcome);
    m_table->setFocus();
}

void ResultsPane::showSearch(const QString &search)
{
    m_filter->setLine(search);
    m_table->setFocus();
}

void ResultsPane::focusSearch()
{
    m_filter->focusLine();
}

std::optional<std::vector<qint64>> ResultsPane::shownRows() const
{
    if (m_filter->query().isAll() || !m_model->shownRows())
        return std::nullopt;
    return inRunOrder(*m_model->shownRows());
}

std::vector<qint64> ResultsPane::chosenRows() const
{
    return inRunOrder(m_table->chosenRows());
}

/// Exports have the order of the requests, however the table is sorted.
std::vector<qint64> ResultsPane::inRunOrder(std::vector<qint64> rows) const
{
    if (std::ranges::is_sorted(rows))
        return rows;
    std::vector<bool> isThere(size_t(m_results->count())); // of a million rows quicker than sorting
    for (const qint64 row : rows)
        isThere[size_t(row)] = true;
    rows.clear();
    for (qint64 row = 0; row < m_results->count(); ++row)
        if (isThere[size_t(row)])
            rows.push_back(row);
    return rows;
}

void ResultsPane::showRow()
{
    const QModelIndex current = m_table->currentIndex();
    m_shown = m_results && current.isValid() ? m_model->runRow(current.row()) : -1;
    // Nothing is chosen: what was, is not said to be.
    if (m_shown < 0)
        m_details->showNothing();
    else
        m_details->showRow(m_shown);
}

void ResultsPane::setTarget(std::expected<RequestTarget, QString> target)
{
    m_details->setTarget(std::move(target));
}

#include "moc_resultspane.cpp"
