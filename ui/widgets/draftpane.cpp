// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/draftpane.h"

#include "models/draft.h"
#include "models/repairwords.h"
#include "models/repeatedrequests.h"
#include "profiles/profile.h"
#include "services.h"
#include "widgets/announce.h"
#include "widgets/findingspane.h"
#include "widgets/keptlook.h"
#include "widgets/requestspane.h"
#include "widgets/submitform.h"
#include "widgets/toldmessage.h"

#include <QAction>
#include <QFileInfo>
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
    , m_message(new ToldMessage(this))
    , m_progress(new QProgressBar(this))
    , m_state(new QLabel(this))
    , m_requests(new RequestsPane(m_draft->model(), this))
    , m_findings(new FindingsPane(this))
    , m_form(new SubmitForm(services, this))
{
    m_progress->setTextVisible(true);
    m_progress->setAccessibleName(tr("Import"));
    m_state->setTextFormat(Qt::PlainText);

    auto *stacked = new QSplitter(Qt::Vertical, this);
    stacked->addWidget(m_requests);
    stacked->addWidget(m_findings);
    stacked->setStretchFactor(0, 3);
    stacked->setStretchFactor(1, 1);
    stacked->setSizes({460, 200});
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
    whole->setSizes({940, 320});
    keptlook::splitter(*whole, u"draft"_s);
    m_form->setMinimumWidth(fontMetrics().averageCharWidth() * 42);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(whole);

    followConnection();
    connect(m_draft, &Draft::changed, this, &DraftPane::update);
    connect(m_requests, &RequestsPane::validityChanged, this, &DraftPane::update);
    connect(m_findings, &FindingsPane::lineWanted, this, &DraftPane::goToLine);
    connect(m_findings, &FindingsPane::stepWanted, this, &DraftPane::step);
    connect(m_findings, &FindingsPane::repairWanted, this, [this] {
        m_requests->commit();
        m_wantsRepair = m_draft->isComparing();
        if (m_draft->repairSource())
            Q_EMIT repairWanted();
    });
    connect(m_findings, &FindingsPane::onlyWanted, m_requests, &RequestsPane::showOnly);
    connect(m_requests, &RequestsPane::findingRowsWanted, m_draft, &Draft::wantFindingRows);
    connect(m_requests, &RequestsPane::searchFailed, this,
            [this](const Error &error) { refused(userText(error), RunId()); });
    connect(m_draft, &Draft::findingRowsChanged, this, [this] {
        m_requests->setFindingRows(m_draft->findingRows());
        stepOn();
    });
    // What was agreed to is not what there is now.
    connect(&m_draft->model(), &DraftModel::edited, this, &DraftPane::takeBackWish);
    connect(m_form, &SubmitForm::connectionChanged, this, &DraftPane::takeBackWish);
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

ConnectionId DraftPane::connectionId() const
{
    return m_form->connectionId();
}

void DraftPane::goToLine(qint64 physicalLine)
{
    if (const int row = m_draft->rowOfLine(physicalLine); row >= 0)
        m_requests->goToRow(row);
}

void DraftPane::step(int by)
{
    if (!m_draft->report())
        return;
    m_step = by;
    if (m_draft->findingRows())
        stepOn();
    else
        m_draft->wantFindingRows();
}

/// To the next row with an error, or with a warning where there are no errors, and round again.
void DraftPane::stepOn()
{
    const std::shared_ptr<const FindingRows> &found = m_draft->findingRows();
    if (!found || m_step == 0)
        return;
    const int by = std::exchange(m_step, 0);
    std::vector<qint64> rows = found->rows(FindingRows::Which::Errors);
    if (rows.empty())
        rows = found->rows(FindingRows::Which::Any);
    if (rows.empty())
        return;
    const int current = m_requests->currentRow();
    auto next = by > 0 ? std::ranges::upper_bound(rows, current)
                       : std::ranges::lower_bound(rows, current);
    if (by > 0)
        next = next == rows.end() ? rows.begin() : next;
    else
        next = std::prev(next == rows.begin() ? rows.end() : next);
    m_requests->goToRow(int(*next));
    tellRow(*next);
}

/// What is wrong there, beside the row itself.
void DraftPane::tellRow(qint64 row)
{
    for (const FindingRows::Kind &kind : m_draft->findingRows()->kinds) {
        if (!std::ranges::binary_search(kind.rows, row))
            continue;
        m_findings->select(kind.kind);
        for (const Finding &finding : m_draft->report()->findings)
            if (finding.kind == kind.kind)
                //: a request by its number, and what is wrong with it
                m_state->setText(
                    tr("Request %1: %2").arg(QLocale().toString(row + 1), finding.message));
        return;
    }
}

void DraftPane::update()
{
    const std::optional<PreflightReport> &report = m_draft->report();
    m_form->setName(m_draft->title());
    const bool isOther = m_draft->isOtherThanShown();
    if (!std::exchange(m_isOtherTold, isOther) && isOther)
        tellOther();
    m_form->setSummary(report, obstacle());
    const QList<Finding> findings = report ? report->findings : QList<Finding>();
    // While it is checked again the findings stay, so that nothing jumps while one types.
    const quint64 number = m_draft->reportNumber();
    if (report && std::exchange(m_shownReport, number) != number) {
        if (!report->endpoints.isEmpty())
            m_form->selectEndpoint(report->endpoints.first().first);
        m_findings->setFindings(findings);
        m_requests->setFindings(findings);
    }
    if (report || m_draft->model().rowCount() == 0)
        m_findings->setVisible(!findings.isEmpty());
    m_requests->setEmptyTextVisible(m_draft->model().rowCount() == 0 && !m_draft->isBusy()
                                    && !m_draft->error());

    const int percent = m_draft->progress();
    m_progress->setVisible(m_draft->isBusy());
    m_progress->setRange(0, percent < 0 ? 0 : 100);
    m_progress->setValue(std::max(0, percent));
    if (m_draft->isComparing() && report) {
        m_state->setText(tr("Known from before. It is copied, and compared with what is shown…"));
    } else if (m_draft->isBusy()) {
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
        clearMessage();
        m_mended.clear();
        m_message->setMessageType(KMessageWidget::Error);
        m_message->setText(userText(*m_draft->error()).toHtmlEscaped());
        m_message->show();
    } else if (!m_mended.isEmpty() && report && !m_draft->isBusy()) {
        showMended();
    }
    tellChecked();
    Q_EMIT changed();
    if (!m_draft->isBusy() && std::exchange(m_wantsRepair, false) && m_draft->repairSource())
        Q_EMIT repairWanted();
    if (m_wantsToSubmit && !m_draft->isBusy())
        submit(*std::exchange(m_wantsToSubmit, std::nullopt));
}

void DraftPane::takeRepaired(const RepairReport &report, const QString &file)
{
    m_mended = repairwords::list(report);
    m_mendedFile = file;
    m_mendedFiles = int(report.files.size());
    if (file.isEmpty())
        m_draft->takeLines(report.files.first());
    else
        m_draft->replaceBy(file);
    showMended();
}

void DraftPane::repeat(const RepeatedRequests &requests)
{
    Run settings = requests.of;
    settings.name = requests.name;
    m_form->setSettings(settings);
    const Connection *connection = m_services.library().connection(m_form->connectionId());
    const Profile *profile = connection ? m_services.profiles().find(connection->profile) : nullptr;
    m_draft->importMade(requests.file, requests.name);
    const QString text = repeated::note(requests, profile && profile->isPractice);
    m_message->tell(text, KMessageWidget::Information);
}

void DraftPane::focusSearch()
{
    m_requests->focusSearch();
}

void DraftPane::clearMessage()
{
    for (QAction *action : m_message->actions())
        m_message->removeAction(action);
}

void DraftPane::showMended()
{
    QString text;
    if (m_mendedFile.isEmpty())
        text = tr("Mended in the draft: %1.").arg(m_mended);
    else if (m_mendedFiles > 1)
        //: a file name, then what was mended in all of them
        text = tr("This is %1, one of %n new file(s); your file stays as it was. Mended: %2.",
                  nullptr, m_mendedFiles)
                   .arg(QFileInfo(m_mendedFile).fileName(), m_mended);
    else
        text = tr("This is the new file %1; your file stays as it was. Mended: %2.")
                   .arg(QFileInfo(m_mendedFile).fileName(), m_mended);
    const std::optional<PreflightReport> &report = m_draft->report();
    if (report && !m_draft->isBusy()) {
        const int left = int(report->findings.size());
        text += u' '
            + (left == 0 ? tr("Nothing is left to mend.")
                         : tr("%n kind(s) of finding are left; see below.", nullptr, left));
        m_mended.clear();
    }
    m_message->tell(text, KMessageWidget::Positive, m_mendedFile);
}

/// What a check found, once, and again when another one finds something else.
void DraftPane::tellChecked()
{
    if (m_draft->isBusy())
        return;
    const std::optional<PreflightReport> &report = m_draft->report();
    QString told;
    if (m_draft->error())
        told = userText(*m_draft->error());
    else if (report && report->requests > 0 && report->findings.isEmpty())
        told = tr("Checked: all is well.");
    else if (report && report->requests > 0)
        told = tr("Checked: %Ln finding(s).", nullptr, int(report->findings.size()));
    if (told != std::exchange(m_told, told))
        announce(*this, told);
}

#include "moc_draftpane.cpp"
