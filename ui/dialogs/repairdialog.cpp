// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/repairdialog.h"

#include "models/repairwords.h"
#include "theme/icons.h"
#include "widgets/faultnote.h"
#include "widgets/sampleview.h"
#include "widgets/tablelook.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <climits>

using namespace Qt::StringLiterals;

namespace {
constexpr int kindRole = Qt::UserRole;
constexpr int usualLimit = 1024;
} // namespace

RepairDialog::RepairDialog(QThreadPool &pool, RepairSource source, QWidget *parent)
    : QDialog(parent)
    , m_pool(pool)
    , m_source(std::move(source))
    , m_words(new QLabel(this))
    , m_busy(new QProgressBar(this))
    , m_kinds(new QTreeWidget(this))
    , m_limit(new QSpinBox(this))
    , m_limitRow(limitRow())
    , m_sample(new SampleView(pool, m_source, this))
    , m_outcome(new QLabel(this))
    , m_fault(new FaultNote(*m_kinds, this))
    , m_repair(new QPushButton(icons::named(u"document-save"_s), QString(), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Repair"));
    build();
    connect(m_kinds, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        m_sample->show(m_plan, item ? item->data(0, kindRole).toString() : QString());
    });
    connect(m_kinds, &QTreeWidget::itemChanged, this, &RepairDialog::update);
    connect(m_limit, &QSpinBox::valueChanged, m_sample, &SampleView::setMaxTokens);
    connect(m_repair, &QPushButton::clicked, this, &RepairDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, &RepairDialog::reject);
    m_tick.setInterval(std::chrono::milliseconds(100));
    connect(&m_tick, &QTimer::timeout, this, &RepairDialog::showProgress);
    m_sample->setMaxTokens(usualLimit);
    plan();
}

RepairDialog::~RepairDialog()
{
    if (m_stop)
        m_stop->store(true);
}

QWidget *RepairDialog::limitRow()
{
    auto *row = new QWidget(this);
    m_limit->setRange(1, INT_MAX);
    m_limit->setValue(usualLimit);
    m_limit->setAccessibleName(tr("max_tokens to put in"));
    auto *label = new QLabel(tr("&max_tokens to put in:"), row);
    label->setBuddy(m_limit);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins({});
    across->addWidget(label);
    across->addWidget(m_limit);
    across->addStretch();
    row->hide();
    return row;
}

void RepairDialog::build()
{
    for (QLabel *label : {m_words, m_outcome}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(8);
    m_kinds->setAccessibleName(tr("Repairs"));
    m_kinds->setColumnCount(2);
    m_kinds->setHeaderLabels({tr("Repair"), tr("Lines")});
    m_kinds->setRootIsDecorated(false);
    m_kinds->setUniformRowHeights(true);
    m_kinds->setAllColumnsShowFocus(true);
    tablelook::apply(*m_kinds->header());
    m_kinds->header()->setStretchLastSection(false);
    m_kinds->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_kinds->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_cancel->setAutoDefault(false);
    m_repair->setDefault(true);

    auto *upper = new QWidget(this);
    auto *list = new QVBoxLayout(upper);
    list->setContentsMargins({});
    list->addWidget(m_kinds, 1);
    list->addWidget(m_limitRow);
    auto *split = new QSplitter(Qt::Vertical, this);
    m_lists = split;
    split->addWidget(upper);
    split->addWidget(m_sample);
    split->setChildrenCollapsible(false);
    split->setSizes({fontMetrics().height() * 16, fontMetrics().height() * 13});
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_repair, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(split, 1);
    column->addWidget(m_outcome);
    column->addWidget(m_fault);
    column->addWidget(m_busy);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 38);
}

void RepairDialog::plan()
{
    m_words->setText(tr("Looking for what can be mended in %1…").arg(m_source.title));
    const RepairOptions options{.rules = m_source.rules, .maxTokens = usualLimit};
    m_planning = TaskHandle(planRepair(m_pool, m_source.file, options));
    m_planning.future().then(
        this, [this](const Result<std::shared_ptr<const RepairPlan>> &made) { planned(made); });
    m_tick.start();
    showProgress();
    update();
}

void RepairDialog::planned(const Result<std::shared_ptr<const RepairPlan>> &made)
{
    m_planning = {};
    m_tick.stop();
    m_isPlanned = true;
    if (!made) {
        m_words->setText(tr("%1 could not be looked through.").arg(m_source.title));
        m_fault->setText(userText(made.error()));
        update();
        return;
    }
    m_plan = *made;
    {
        const QSignalBlocker blocker(m_kinds);
        for (const RepairPlan::Kind &kind : m_plan->kinds)
            addKind(kind);
    }
    if (m_plan->kinds.empty())
        m_words->setText(tr("There is nothing in %1 that can be mended here. What the findings "
                            "say needs a person.")
                             .arg(m_source.title));
    else if (m_source.scratch.isEmpty())
        m_words->setText(tr("Choose what is mended. %1 itself stays as it is; what needs no repair "
                            "keeps its bytes.")
                             .arg(m_source.title));
    else
        m_words->setText(tr("Choose what is mended. What needs no repair keeps its bytes."));
    if (QTreeWidgetItem *first = m_kinds->topLevelItem(0)) {
        m_kinds->setCurrentItem(first);
        m_kinds->setFocus();
    }
    update();
}

void RepairDialog::addKind(const RepairPlan::Kind &kind)
{
    auto *item = new QTreeWidgetItem(m_kinds);
    const QString lines = QLocale().toString(std::ssize(kind.changes));
    item->setText(0, repairwords::sentence(kind.kind));
    item->setText(1, lines);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setData(0, kindRole, kind.kind);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    // Where a provider does not demand a limit, who wants one says so.
    const bool isLimit = kind.kind == "missing_max_tokens"_L1;
    const bool isDemanded = m_source.rules.profile && m_source.rules.profile->needsMaxTokens;
    item->setCheckState(0, !isLimit || isDemanded ? Qt::Checked : Qt::Unchecked);
    //: for a screen reader: a repair and the number of its lines
    item->setData(0, Qt::AccessibleTextRole, tr("%1, lines: %2").arg(item->text(0), lines));
    if (isLimit)
        m_limitRow->show();
}

QStringList RepairDialog::skipped() const
{
    QStringList skip;
    for (int i = 0; i < m_kinds->topLevelItemCount(); ++i)
        if (const QTreeWidgetItem *item = m_kinds->topLevelItem(i);
            item->checkState(0) != Qt::Checked)
            skip.append(item->data(0, kindRole).toString());
    return skip;
}

qsizetype RepairDialog::chosenCount() const
{
    return m_kinds->topLevelItemCount() - skipped().size();
}

qsizetype RepairDialog::fileCount() const
{
    return m_plan ? m_plan->fileCount(skipped()) : 1;
}

/// Requests that are nowhere else than in the draft are mended there, unless they must be divided.
bool RepairDialog::repairsDraft() const
{
    return !m_source.scratch.isEmpty() && fileCount() <= 1;
}

void RepairDialog::update()
{
    const bool isBusy = m_planning.isRunning() || m_writing.isRunning();
    const int files = int(fileCount());
    m_busy->setVisible(isBusy);
    const bool hasList = !m_isPlanned || (m_plan && !m_plan->kinds.empty());
    m_lists->setVisible(hasList);
    m_kinds->setEnabled(m_plan && !m_writing.isRunning());
    m_sample->setEnabled(m_kinds->isEnabled());
    m_limit->setEnabled(m_kinds->isEnabled());
    m_repair->setEnabled(m_plan && !isBusy && chosenCount() > 0);
    m_repair->setVisible(hasList);
    m_repair->setText(repairsDraft()  ? tr("&Repair Draft")
                          : files > 1 ? tr("&Repair to New Files…")
                                      : tr("&Repair to New File…"));
    m_cancel->setText(hasList ? tr("Cancel") : tr("Close"));
    if (!hasList) {
        layout()->activate();
        resize(width(), sizeHint().height());
    }
    m_outcome->setVisible(m_plan && !m_plan->kinds.empty());
    if (chosenCount() == 0)
        m_outcome->setText(tr("Nothing is chosen."));
    else if (files > 1)
        m_outcome->setText(
            tr("%n file(s) are written, one for each model or endpoint; each opens as a draft.",
               nullptr, files));
    else if (repairsDraft())
        m_outcome->setText(tr("The requests are changed in the draft; this can be undone."));
    else
        m_outcome->setText(tr("A new file is written, and opens as the draft."));
}

void RepairDialog::start()
{
    m_fault->setText({});
    if (repairsDraft())
        write(m_source.scratch);
    else
        askForFile();
}

void RepairDialog::askForFile()
{
    auto *dialog
        = new QFileDialog(this, tr("Save the Mended File"), m_source.suggested,
                          tr("Lines of JSON (*.jsonl *.ndjson *.json *.txt);;All files (*)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &RepairDialog::write);
    dialog->open();
}

void RepairDialog::write(const QString &target)
{
    const bool isOwn = target == m_source.scratch;
    const QFileInfo chosen(target);
    const QFileInfo origin(m_source.origin);
    if (!isOwn && !m_source.origin.isEmpty() && chosen.exists()
        && chosen.canonicalFilePath() == origin.canonicalFilePath()) {
        m_fault->setText(tr("That is your own file, which stays as it is. Choose another name."));
        return;
    }
    RepairOptions options{.target = target,
                          .skip = skipped(),
                          .rules = m_source.rules,
                          .maxTokens = m_limit->value()};
    // A stop that comes too late must not pass for one: the answer is the worker's, always.
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_writing = TaskHandle(
        runOnPool<RepairReport>(m_pool,
                                [file = m_source.file, options = std::move(options),
                                 stop = m_stop](QPromise<Result<RepairReport>> &promise) {
                                    Pass pass = passOf(promise);
                                    pass.isCancelled = [&stop] { return stop->load(); };
                                    promise.addResult(repairFile(file, options, pass));
                                }));
    m_writing.future().then(
        this, [this, isOwn](const Result<RepairReport> &report) { written(report, isOwn); });
    m_words->setText(isOwn ? tr("Mending…")
                           : tr("Writing %1…").arg(QDir::toNativeSeparators(target)));
    m_tick.start();
    showProgress();
    update();
    m_cancel->setFocus();
}

void RepairDialog::written(const Result<RepairReport> &report, bool isOwn)
{
    m_writing = {};
    m_tick.stop();
    if (report && !report->files.isEmpty()) {
        Q_EMIT repaired(*report, isOwn);
        accept();
        return;
    }
    if (report) {
        m_words->setText(tr("Nothing was written."));
        m_fault->setText(tr("No line would be left."));
    } else if (report.error().kind == ErrorKind::Cancelled) {
        m_words->setText(tr("Stopped. Nothing was written."));
    } else {
        m_words->setText(tr("Nothing was written."));
        m_fault->setText(userText(report.error()));
    }
    update();
    m_kinds->setFocus();
}

void RepairDialog::showProgress()
{
    const auto follow = [this](const auto &task) {
        m_busy->setRange(0, std::max(0, task.future().progressMaximum()));
        m_busy->setValue(task.future().progressValue());
    };
    if (m_writing.isRunning())
        follow(m_writing);
    else if (m_planning.isRunning())
        follow(m_planning);
    m_busy->setAccessibleName(m_words->text());
}

void RepairDialog::reject()
{
    if (m_writing.isRunning())
        m_stop->store(true);
    else
        QDialog::reject();
}

#include "moc_repairdialog.cpp"
