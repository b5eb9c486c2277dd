// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/problemspane.h"

#include "models/columns.h"
#include "models/visibletext.h"
#include "theme/colours.h"
#include "theme/icons.h"
#include "widgets/actionrow.h"
#include "widgets/keptlook.h"
#include "widgets/tablelook.h"
#include "widgets/textviewer.h"
#include "widgets/usable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

enum Place { OutcomeColumn, CountColumn, ShareColumn, CodeColumn, MessageColumn, ExampleColumn };

QString codeOf(const Problem &problem)
{
    const QString status
        = problem.httpStatus >= 300 ? QString::number(problem.httpStatus) : QString();
    if (problem.code.isEmpty() || problem.code == status)
        return status;
    //: status of HTTP and a provider's code of an error: "429 rate_limit"
    return status.isEmpty() ? problem.code : ProblemsPane::tr("%1 %2").arg(status, problem.code);
}

QString messageOf(const Problem &problem)
{
    if (problem.isRest)
        return ProblemsPane::tr("All other reasons together");
    if (!problem.message.isEmpty())
        return problem.message;
    switch (problem.outcome) {
    case Outcome::Truncated:
        return ProblemsPane::tr("The answer was cut at the greatest number of tokens.");
    case Outcome::Refused: return ProblemsPane::tr("The model or its filter declined to answer.");
    case Outcome::Empty: return ProblemsPane::tr("The answer has no text.");
    case Outcome::Malformed: return ProblemsPane::tr("The answer cannot be read.");
    case Outcome::Expired:
        return ProblemsPane::tr("The window of the batch ended before it was answered.");
    case Outcome::Cancelled:
        return ProblemsPane::tr("The run was cancelled before it was answered.");
    case Outcome::Missing:
        return ProblemsPane::tr("The batch is over, and no file has a result for it.");
    case Outcome::Failed: return ProblemsPane::tr("It failed, and no reason was given.");
    case Outcome::Pending:
    case Outcome::Answered: break;
    }
    return {};
}

QTableWidgetItem *newItem(const QString &text, Qt::Alignment side = Qt::AlignLeading)
{
    auto *item = new QTableWidgetItem(visibletext::brief(text));
    item->setTextAlignment(side | Qt::AlignVCenter);
    return item;
}

} // namespace

ProblemsPane::ProblemsPane(QThreadPool &pool, QWidget *parent)
    : QWidget(parent)
    , m_pool(pool)
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePane(this))
    , m_filled(new QWidget(this))
    , m_table(new QTableWidget(this))
    , m_message(new TextViewer(pool, tr("Message of the first of these rows"), this))
    , m_showRows(new QAction(icons::named(u"edit-find"_s), tr("Show these rows"), this))
    , m_copyIds(new QAction(icons::named(u"edit-copy"_s), tr("Copy list of ids"), this))
    , m_repeat(new QAction(icons::named(u"document-send"_s), tr("Submit these again…"), this))
    , m_repeatAll(new QAction(icons::named(u"document-send"_s), tr("Submit all again…"), this))
{
    build();
    connect(m_table, &QTableWidget::currentCellChanged, this, &ProblemsPane::showCurrent);
    connect(m_table, &QTableWidget::activated, m_showRows, &QAction::trigger);
    connect(m_showRows, &QAction::triggered, this, [this] {
        if (const Problem *problem = current())
            Q_EMIT searchWanted(problem->search);
    });
    connect(m_copyIds, &QAction::triggered, this, &ProblemsPane::copyIds);
    connect(m_repeat, &QAction::triggered, this, [this] {
        if (const Problem *problem = current())
            Q_EMIT repeatWanted(problem->rows);
    });
    connect(m_repeatAll, &QAction::triggered, this, [this] { Q_EMIT repeatWanted(std::nullopt); });
    showReading();
}

void ProblemsPane::build()
{
    m_table->setObjectName("problems"_L1);
    m_table->setAccessibleName(tr("Problems"));
    m_table->setColumnCount(ExampleColumn + 1);
    m_table->setHorizontalHeaderLabels(
        {tr("Outcome"), tr("Rows"), tr("Share"), tr("Code"), tr("Message"), tr("Example")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_showRows, m_copyIds, m_repeat, m_repeatAll});
    tablelook::apply(*m_table);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(OutcomeColumn, letter * 16);
    m_table->setColumnWidth(CountColumn, letter * 11);
    m_table->setColumnWidth(ShareColumn, letter * 9);
    m_table->setColumnWidth(CodeColumn, letter * 26);
    m_table->setColumnWidth(ExampleColumn, letter * 20);
    m_table->horizontalHeader()->setSectionResizeMode(MessageColumn, QHeaderView::Stretch);
    keptlook::columns(*m_table, u"problems"_s, MessageColumn);
    usable::setTip(m_showRows, tr("Show the rows with this problem among the results"));
    usable::setTip(m_copyIds, tr("Copy the ids of these rows, one a line"));
    usable::setTip(m_repeat,
                   tr("Prepare a new run of the requests with this problem; nothing is sent yet"));
    usable::setTip(
        m_repeatAll,
        tr("Prepare a new run of all requests without a good answer; nothing is sent yet"));

    auto *split = new QSplitter(Qt::Vertical, m_filled);
    split->addWidget(m_table);
    split->addWidget(m_message);
    split->setStretchFactor(0, 4);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    keptlook::splitter(*split, u"problems"_s);
    auto *inside = new QVBoxLayout(m_filled);
    inside->setContentsMargins({});
    inside->addLayout(newActionRow({m_showRows, m_copyIds, m_repeat, m_repeatAll}, m_filled));
    inside->addWidget(split, 1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_filled);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->addWidget(m_stack);
}

void ProblemsPane::say(const QString &icon, const QString &heading, const QString &words,
                       bool isBusy)
{
    m_state->say({.icon = icon, .heading = heading, .words = words, .isBusy = isBusy});
    m_stack->setCurrentWidget(m_state);
}

void ProblemsPane::showReading()
{
    m_figures.reset();
    say(u"edit-find"_s, tr("Looking through the results…"),
        tr("Each row is read once, to put those with the same reason together."), true);
}

void ProblemsPane::showFailure(const Error &error)
{
    m_figures.reset();
    say(u"dialog-error"_s, tr("The results cannot be read"), userText(error), false);
}

void ProblemsPane::showProblems(std::shared_ptr<const RunResults> results,
                                std::shared_ptr<const RunFigures> figures)
{
    m_results = std::move(results);
    m_figures = std::move(figures);
    if (!m_figures->problems.empty() || m_results->extraCount() > 0) {
        fill();
        m_stack->setCurrentWidget(m_filled);
        return;
    }
    const Certificate &certificate = m_results->certificate();
    if (certificate.requests == 0) {
        m_state->say(m_nothing);
        m_stack->setCurrentWidget(m_state);
    } else if (const int open = int(certificate.count(Outcome::Pending)); open > 0) {
        say(u"outcome-pending"_s, tr("No problems so far"),
            tr("%Ln row(s) have no answer yet.", nullptr, open), false);
    } else {
        say(u"outcome-answered"_s, tr("No problems"), tr("Each request was answered."), false);
    }
}

void ProblemsPane::fill()
{
    const QLocale locale;
    const QString before = m_table->currentRow() >= 0 && m_table->item(m_table->currentRow(), 0)
        ? m_table->item(m_table->currentRow(), 0)->data(Qt::UserRole).toString()
        : QString();
    int wanted = 0;
    const int problems = int(m_figures->problems.size());
    m_table->setRowCount(problems + (m_results->extraCount() > 0 ? 1 : 0));
    for (int row = 0; row < problems; ++row) {
        const Problem &problem = m_figures->problems[std::size_t(row)];
        const auto count = double(problem.rows.size());
        auto *outcome = newItem(outcomeText(problem.outcome));
        outcome->setData(IconRole, icons::outcomeIconName(problem.outcome));
        outcome->setData(ToneRole, int(colours::toneOf(problem.outcome)));
        const QString key = problem.search + problem.message;
        outcome->setData(Qt::UserRole, key);
        wanted = key == before ? row : wanted;
        m_table->setItem(row, OutcomeColumn, outcome);
        m_table->setItem(row, CountColumn,
                         newItem(locale.toString(qint64(problem.rows.size())), Qt::AlignTrailing));
        m_table->setItem(
            row, ShareColumn,
            newItem(tr("%1 %").arg(locale.toString(
                        100.0 * count / double(std::max<qint64>(1, m_figures->rows)), 'f', 1)),
                    Qt::AlignTrailing));
        m_table->setItem(row, CodeColumn, newItem(codeOf(problem)));
        m_table->setItem(row, MessageColumn, newItem(messageOf(problem)));
        m_table->setItem(row, ExampleColumn, newItem(problem.exampleId));
    }
    if (m_table->rowCount() > problems) {
        auto *extra = newItem(tr("Unknown id"));
        extra->setData(IconRole, u"dialog-warning"_s);
        extra->setData(ToneRole, int(colours::Tone::Warning));
        m_table->setItem(problems, OutcomeColumn, extra);
        m_table->setItem(problems, CountColumn,
                         newItem(locale.toString(m_results->extraCount()), Qt::AlignTrailing));
        for (const Place column : {ShareColumn, CodeColumn, ExampleColumn})
            m_table->setItem(problems, column, newItem({}));
        m_table->setItem(
            problems, MessageColumn,
            newItem(tr("The provider sent results that answer no request of this run.")));
    }
    for (const Place column : {CountColumn, ShareColumn})
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignTrailing
                                                                | Qt::AlignVCenter);
    m_table->setCurrentCell(wanted, OutcomeColumn);
    showCurrent();
}

const Problem *ProblemsPane::current() const
{
    const int row = m_table->currentRow();
    if (!m_figures || row < 0 || row >= int(m_figures->problems.size()))
        return nullptr;
    return &m_figures->problems[std::size_t(row)];
}

void ProblemsPane::showCurrent()
{
    const Problem *problem = current();
    m_reading = {};
    m_message->setProse(problem ? messageOf(*problem) : QString());
    if (isAtExtras())
        showExtras();
    showUsable();
}

bool ProblemsPane::isAtExtras() const
{
    return m_figures && m_results->extraCount() > 0
        && m_table->currentRow() == int(m_figures->problems.size());
}

void ProblemsPane::showExtras()
{
    m_reading = TaskHandle(readExtras(m_pool, m_results));
    m_reading.future().then(this, [this](const Result<QByteArrayList> &lines) {
        if (lines)
            m_message->setProse(QString::fromUtf8(lines->join('\n')));
        else
            Q_EMIT failed(lines.error());
    });
}

void ProblemsPane::showUsable()
{
    const Problem *problem = current();
    const QString none = problem ? QString()
        : isAtExtras()           ? tr("These results answer no request of this run")
                                 : tr("No problem is chosen");
    for (QAction *action : {m_showRows, m_copyIds})
        usable::set(action, none);
    usable::set(m_repeat, problem ? m_repeatObstacle : none);
    const bool isAllWell = m_figures && m_figures->problems.empty();
    usable::set(m_repeatAll, isAllWell ? tr("No request has a problem") : m_repeatObstacle);
}

void ProblemsPane::setNothing(const StatePane::Content &nothing)
{
    if (nothing == m_nothing)
        return; // a button of it may have the focus
    m_nothing = nothing;
    if (m_figures && m_results->count() == 0)
        m_state->say(m_nothing);
}

void ProblemsPane::setRepeatObstacle(const QString &reason)
{
    m_repeatObstacle = reason;
    showUsable();
}

void ProblemsPane::copyIds()
{
    const Problem *problem = current();
    if (!problem)
        return;
    m_copying = TaskHandle(readIds(m_pool, m_results, problem->rows));
    m_copying.future().then(this, [this](const Result<QStringList> &ids) {
        if (!ids) {
            Q_EMIT failed(ids.error());
            return;
        }
        QGuiApplication::clipboard()->setText(ids->join(u'\n') + u'\n');
        Q_EMIT told(tr("%Ln id(s) are in the clipboard.", nullptr, int(ids->size())));
    });
}

#include "moc_problemspane.cpp"
