// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/draftpane.h"

#include "models/draft.h"
#include "profiles/profile.h"
#include "services.h"
#include "widgets/findingsview.h"
#include "widgets/keptlook.h"
#include "widgets/requestspane.h"
#include "widgets/submitform.h"

#include <KMessageWidget>

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// What a provider takes, the most usual first.
QList<RequestKind> fittingKinds(const Profile *profile)
{
    using enum RequestKind;
    switch (profile ? profile->textOperations : TextOperations::Also) {
    case TextOperations::None: return {Chat};
    case TextOperations::Also: return {Chat, Extract, Summarize, Classify};
    case TextOperations::Only: return {Extract, Summarize, Classify};
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

DraftPane::DraftPane(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_draft(new Draft(services, this))
    , m_message(new KMessageWidget(this))
    , m_progress(new QProgressBar(this))
    , m_state(new QLabel(this))
    , m_requests(new RequestsPane(m_draft->model(), this))
    , m_findings(new FindingsView(this))
    , m_form(new SubmitForm(services, this))
{
    m_message->setWordWrap(true);
    m_message->hide();
    m_progress->setTextVisible(true);
    m_progress->setAccessibleName(tr("Import"));
    m_state->setTextFormat(Qt::PlainText);

    auto *stacked = new QSplitter(Qt::Vertical, this);
    stacked->addWidget(m_requests);
    stacked->addWidget(m_findings);
    stacked->setStretchFactor(0, 3);
    stacked->setStretchFactor(1, 1);
    keptlook::splitter(*stacked, u"findings"_s);
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
    keptlook::splitter(*whole, u"draft"_s);
    m_form->setMinimumWidth(fontMetrics().averageCharWidth() * 42);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(whole);

    followConnection();
    connect(m_draft, &Draft::changed, this, &DraftPane::update);
    connect(m_requests, &RequestsPane::validityChanged, this, &DraftPane::update);
    connect(m_findings, &FindingsView::lineWanted, this, &DraftPane::goToLine);
    connect(m_form, &SubmitForm::connectionChanged, this, &DraftPane::followConnection);
    connect(m_form, &SubmitForm::newConnectionWanted, this, &DraftPane::newConnectionWanted);
    connect(m_form, &SubmitForm::submitPressed, this, [this] { submit(false); });
    update();
}

DraftPane::~DraftPane() = default;

void DraftPane::selectConnection(ConnectionId id)
{
    m_form->selectConnection(id);
}

void DraftPane::followConnection()
{
    const ConnectionId id = m_form->connectionId();
    m_draft->setConnection(id);
    const Connection *connection = m_services.library().connection(id);
    const Profile *profile = connection ? m_services.profiles().find(connection->profile) : nullptr;
    m_requests->setKinds(fittingKinds(profile),
                         profile && profile->isPractice ? u"practice-chat"_s : QString());
}

void DraftPane::goToLine(qint64 physicalLine)
{
    const std::optional<PreflightReport> &report = m_draft->report();
    if (!report || !report->index)
        return;
    const qint64 row = report->index->rowOfPhysicalLine(physicalLine);
    if (row >= 0)
        m_requests->goToRow(int(row));
}

QString DraftPane::obstacle() const
{
    const std::optional<PreflightReport> &report = m_draft->report();
    if (m_submitting)
        return tr("Submitting…");
    if (m_draft->error())
        return userText(*m_draft->error());
    if (!m_requests->isValid())
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
    m_requests->setEmptyTextVisible(m_draft->model().rowCount() == 0 && !m_draft->isBusy()
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
            tr("%1 %Ln request(s), %2, model %3", nullptr, int(report->requests))
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
    m_requests->commit();
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
