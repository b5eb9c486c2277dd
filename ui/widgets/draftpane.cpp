// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/draftpane.h"

#include "models/draft.h"
#include "services.h"
#include "theme/icons.h"
#include "widgets/findingsview.h"
#include "widgets/jsoneditor.h"
#include "widgets/submitform.h"
#include "widgets/tablelook.h"

#include <KMessageWidget>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QSplitter>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// What a request composed by hand begins with.
QByteArray template_(const QString &id, const QString &model)
{
    const QByteArray customId = QJsonDocument(QJsonArray{id}).toJson(QJsonDocument::Compact);
    const QByteArray modelName = QJsonDocument(QJsonArray{model}).toJson(QJsonDocument::Compact);
    const auto inner = [](const QByteArray &list) { return list.sliced(1, list.size() - 2); };
    return "{\"custom_id\":" + inner(customId)
        + ",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":"
        + inner(modelName) + ",\"messages\":[{\"role\":\"user\",\"content\":\"\"}]}}";
}

/// The line with another custom_id; every other byte stays.
QByteArray withId(const QByteArray &line, const QString &id)
{
    const QString old = QJsonDocument::fromJson(line).object().value("custom_id"_L1).toString();
    const auto quoted = [](const QString &text) {
        const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        return list.sliced(1, list.size() - 2);
    };
    const qsizetype key = line.indexOf("\"custom_id\"");
    const QByteArray was = quoted(old);
    const qsizetype at = key < 0 ? -1 : line.indexOf(was, key + 11);
    if (at < 0)
        return line;
    QByteArray copy = line;
    return copy.replace(at, was.size(), quoted(id));
}

} // namespace

DraftPane::DraftPane(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_draft(new Draft(services, this))
    , m_message(new KMessageWidget(this))
    , m_progress(new QProgressBar(this))
    , m_state(new QLabel(this))
    , m_table(new QTableView(this))
    , m_empty(new QLabel(m_table->viewport()))
    , m_editor(new JsonEditor(this))
    , m_findings(new FindingsView(this))
    , m_form(new SubmitForm(services, this))
{
    m_message->setWordWrap(true);
    m_message->hide();
    m_progress->setTextVisible(true);
    m_progress->setAccessibleName(tr("Import"));
    m_state->setTextFormat(Qt::PlainText);

    auto *requests = new QWidget(this);
    buildRequests(requests);
    auto *beside = new QSplitter(Qt::Horizontal, this);
    beside->addWidget(requests);
    beside->addWidget(m_editor);
    beside->setStretchFactor(0, 5);
    beside->setStretchFactor(1, 4);
    beside->setChildrenCollapsible(false);
    beside->setSizes({560, 440});
    auto *stacked = new QSplitter(Qt::Vertical, this);
    stacked->addWidget(beside);
    stacked->addWidget(m_findings);
    stacked->setStretchFactor(0, 3);
    stacked->setStretchFactor(1, 1);
    m_findings->hide();

    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins({});
    column->addWidget(m_message);
    column->addWidget(stacked, 1);
    column->addWidget(m_state);
    column->addWidget(m_progress);
    auto *whole = new QSplitter(Qt::Horizontal, this);
    whole->addWidget(left);
    whole->addWidget(m_form);
    whole->setStretchFactor(0, 1);
    whole->setChildrenCollapsible(false);
    m_form->setMinimumWidth(fontMetrics().averageCharWidth() * 42);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(whole);

    m_draft->setConnection(m_form->connectionId());
    connect(m_draft, &Draft::changed, this, &DraftPane::update);
    connect(m_editor, &JsonEditor::edited, this, [this](const QByteArray &line) {
        if (const int row = m_table->currentIndex().row(); row >= 0)
            m_draft->model().setLine(row, line);
    });
    connect(m_editor, &JsonEditor::validityChanged, this, &DraftPane::update);
    connect(m_findings, &FindingsView::lineWanted, this, &DraftPane::goToLine);
    connect(m_form, &SubmitForm::connectionChanged, this,
            [this] { m_draft->setConnection(m_form->connectionId()); });
    connect(m_form, &SubmitForm::newConnectionWanted, this, &DraftPane::newConnectionWanted);
    connect(m_form, &SubmitForm::submitPressed, this, [this] { submit(false); });
    update();
}

DraftPane::~DraftPane() = default;

void DraftPane::buildRequests(QWidget *side)
{
    m_table->setModel(&m_draft->model());
    m_table->setAccessibleName(tr("Requests"));
    tablelook::apply(*m_table);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(DraftModel::NumberColumn, letter * 8);
    m_table->setColumnWidth(DraftModel::IdColumn, letter * 18);
    m_table->setColumnWidth(DraftModel::ModelColumn, letter * 16);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setText(
        tr("No requests yet.\nAdd one with Insert, or paste JSONL with %1.")
            .arg(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText)));

    auto *over = new QVBoxLayout(m_table->viewport());
    over->addWidget(m_empty);

    auto *bar = new QToolBar(side);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({16, 16});
    bar->addAction(addAction(tr("Add"), u"list-add"_s, Qt::Key_Insert, &DraftPane::addRequest));
    QAction *duplicate = addAction(tr("Duplicate"), u"edit-copy"_s, {Qt::CTRL | Qt::Key_D},
                                   &DraftPane::duplicateRequests);
    QAction *remove = addAction(tr("Delete"), u"edit-delete"_s, QKeySequence::Delete,
                                &DraftPane::deleteRequests);
    m_needSelection = {duplicate, remove};
    bar->addActions(m_needSelection);
    bar->addAction(
        addAction(tr("Paste JSONL"), u"edit-paste"_s, QKeySequence::Paste, &DraftPane::paste));
    bar->addSeparator();
    for (QAction *action : {m_draft->model().undoStack().createUndoAction(this),
                            m_draft->model().undoStack().createRedoAction(this)}) {
        const bool undo = bar->actions().last()->isSeparator();
        action->setIcon(icons::named(undo ? u"edit-undo"_s : u"edit-redo"_s));
        action->setShortcut(undo ? QKeySequence::Undo : QKeySequence::Redo);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
        bar->addAction(action);
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(bar);
    column->addWidget(m_table, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DraftPane::showRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        for (QAction *action : std::as_const(m_needSelection))
            action->setEnabled(m_table->selectionModel()->hasSelection());
    });
    for (QAction *action : std::as_const(m_needSelection))
        action->setEnabled(false);
    connect(&m_draft->model(), &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                const int row = m_table->currentIndex().row();
                if (row >= from.row() && row <= to.row())
                    showRow();
            });
    connect(&m_draft->model(), &QAbstractItemModel::modelReset, this, [this] {
        if (m_draft->model().rowCount() > 0)
            m_table->setCurrentIndex(m_draft->model().index(0, DraftModel::IdColumn));
        showRow();
    });
}

QAction *DraftPane::addAction(const QString &text, const QString &icon, const QKeySequence &key,
                              void (DraftPane::*slot)())
{
    auto *action = new QAction(icons::named(icon), text, this);
    action->setShortcut(key);
    // Delete and Paste belong to the editor while one types there.
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setToolTip(tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void DraftPane::selectConnection(ConnectionId id)
{
    m_form->selectConnection(id);
}

QList<int> DraftPane::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void DraftPane::addRequest()
{
    m_editor->commit();
    DraftModel &model = m_draft->model();
    const int row = model.rowCount();
    QString name = row > 0
        ? model.data(model.index(row - 1, DraftModel::ModelColumn), Qt::DisplayRole).toString()
        : QString();
    if (name.isEmpty() || name == "…"_L1)
        name = u"practice-chat"_s;
    model.insertLines(row, {template_(model.freshId(u"request-%1"_s.arg(row + 1)), name)});
    m_table->setCurrentIndex(model.index(row, DraftModel::IdColumn));
    m_editor->setFocus();
}

void DraftPane::duplicateRequests()
{
    m_editor->commit();
    DraftModel &model = m_draft->model();
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return;
    QList<QByteArray> copies;
    for (const int row : rows) {
        const QByteArray line = model.line(row);
        const QString id = QJsonDocument::fromJson(line).object().value("custom_id"_L1).toString();
        if (!line.isEmpty())
            copies.append(withId(line, model.freshId(tr("%1-copy").arg(id))));
    }
    model.insertLines(rows.last() + 1, copies);
    m_table->setCurrentIndex(model.index(rows.last() + 1, DraftModel::IdColumn));
}

void DraftPane::deleteRequests()
{
    m_editor->clear();
    m_draft->model().removeLines(selectedRows());
    showRow();
}

void DraftPane::paste()
{
    const QByteArray text = QApplication::clipboard()->text().toUtf8();
    QList<QByteArray> lines;
    const QByteArrayView whole = QByteArrayView(text).trimmed();
    // One object over several lines is one request; else each line is.
    if (QJsonDocument::fromJson(whole.toByteArray()).isObject())
        lines.append(whole.toByteArray());
    else
        for (const QByteArray &line : text.split('\n'))
            if (!line.trimmed().isEmpty())
                lines.append(line.trimmed());
    for (QByteArray &line : lines)
        line.replace('\n', ' ').replace('\r', ' ');
    const int row = m_draft->model().rowCount();
    m_draft->model().insertLines(row, lines);
    if (!lines.isEmpty())
        m_table->setCurrentIndex(m_draft->model().index(row, DraftModel::IdColumn));
}

void DraftPane::showRow()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_draft->model().rowCount()) {
        m_editor->clear();
        return;
    }
    const QByteArray line = m_draft->model().line(row);
    if (!line.isEmpty())
        m_editor->setJson(line);
}

void DraftPane::goToLine(qint64 physicalLine)
{
    const std::optional<PreflightReport> &report = m_draft->report();
    if (!report || !report->index)
        return;
    const qint64 row = report->index->rowOfPhysicalLine(physicalLine);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_draft->model().index(int(row), DraftModel::IdColumn));
    m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
    m_table->setFocus();
}

QString DraftPane::obstacle() const
{
    const std::optional<PreflightReport> &report = m_draft->report();
    if (m_submitting)
        return tr("Submitting…");
    if (m_draft->error())
        return userText(*m_draft->error());
    if (!m_editor->isValid())
        return tr("The request in the editor is not valid JSON.");
    if (m_draft->isBusy() || !report)
        return tr("The requests are being checked…");
    if (report->requests == 0)
        return tr("There are no requests yet.");
    qsizetype errors = std::ranges::count(report->findings, Severity::Error, &Finding::severity);
    if (errors > 0)
        return tr("Preflight found %n kind(s) of error; see the findings.", nullptr, int(errors));
    if (m_form->connectionId().isNull())
        return tr("Choose a connection.");
    return {};
}

void DraftPane::update()
{
    const std::optional<PreflightReport> &report = m_draft->report();
    m_form->setName(m_draft->title());
    m_form->setSummary(report, obstacle());
    if (report && !report->endpoints.isEmpty())
        m_form->selectEndpoint(report->endpoints.first().first);
    const QList<Finding> findings = report ? report->findings : QList<Finding>();
    if (report)
        m_findings->setFindings(findings);
    m_findings->setVisible(!findings.isEmpty());
    m_empty->setVisible(m_draft->model().rowCount() == 0 && !m_draft->isBusy()
                        && !m_draft->error());

    const int percent = m_draft->progress();
    m_progress->setVisible(m_draft->isBusy());
    m_progress->setRange(0, percent < 0 ? 0 : 100);
    m_progress->setValue(std::max(0, percent));
    if (m_draft->isBusy()) {
        m_state->setText(tr("Checking…"));
    } else if (report && report->requests > 0) {
        QStringList models;
        for (const auto &[model, count] :
             report->models.first(std::min<qsizetype>(3, report->models.size())))
            models.append(model);
        const QString first = findings.isEmpty() ? tr("All is well.") : QString();
        m_state->setText(
            tr("%1 %n request(s), %2, model %3", nullptr, int(report->requests))
                .arg(first, QLocale().formattedDataSize(report->bytes), models.join(", "_L1))
                .trimmed());
    } else {
        m_state->clear();
    }
    if (m_draft->error()) {
        m_message->setMessageType(KMessageWidget::Error);
        m_message->setText(userText(*m_draft->error()).toHtmlEscaped());
        m_message->show();
    }
    Q_EMIT changed();
}

void DraftPane::submit(bool again)
{
    m_editor->commit();
    if (!obstacle().isEmpty())
        return;
    Run settings = m_form->settings();
    if (settings.name.isEmpty())
        settings.name = m_draft->title();
    settings.again = again;
    m_submitting = true;
    update();
    m_draft->submit(settings).then(this, [this](const Result<> &asked) {
        m_submitting = false;
        if (asked) {
            Q_EMIT submitted(m_draft->runId());
            return;
        }
        update();
        refused(userText(asked.error()),
                asked.error().code == "same_run"_L1
                    ? RunId::fromString(asked.error().field).value_or(RunId())
                    : RunId());
    });
}

void DraftPane::refused(const QString &text, RunId earlier)
{
    for (QAction *action : m_message->actions())
        m_message->removeAction(action);
    m_message->setMessageType(earlier.isNull() ? KMessageWidget::Error : KMessageWidget::Warning);
    m_message->setText(text.toHtmlEscaped());
    if (!earlier.isNull()) {
        auto *open = new QAction(tr("Open the earlier run"), m_message);
        auto *send = new QAction(tr("Send again and pay again"), m_message);
        connect(open, &QAction::triggered, this, [this, earlier] { Q_EMIT runWanted(earlier); });
        connect(send, &QAction::triggered, this, [this] {
            m_message->hide();
            submit(true);
        });
        m_message->addAction(open);
        m_message->addAction(send);
    }
    m_message->show();
}

#include "moc_draftpane.cpp"
