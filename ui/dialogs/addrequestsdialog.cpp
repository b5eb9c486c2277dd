// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/addrequestsdialog.h"

#include "services.h"
#include "theme/icons.h"
#include "widgets/findingsview.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

AddRequestsDialog::AddRequestsDialog(Services &services, RunId runId, const QString &file,
                                     QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_words(new QLabel(this))
    , m_busy(new QProgressBar(this))
    , m_findings(new FindingsView(this))
    , m_add(new QPushButton(icons::named(u"list-add"_s), tr("&Add Requests"), this))
{
    setWindowTitle(tr("Add Requests"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setText(tr("Checking %1…").arg(QFileInfo(file).fileName()));
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(8);
    m_busy->setAccessibleName(m_words->text());
    m_findings->hide();
    m_add->setEnabled(false);
    m_add->setDefault(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_add, QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_busy);
    column->addWidget(m_findings, 1);
    column->addStretch();
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 8);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddRequestsDialog::handOver);

    const Run *run = services.library().run(runId);
    m_taking = TaskHandle(services.takeIn(file, run ? run->connection : ConnectionId()));
    m_taking.future().then(this, [this](const Result<TakenIn> &result) { taken(result); });
}

AddRequestsDialog::~AddRequestsDialog()
{
    if (m_taken)
        QFile::remove(m_services.library().absolute(m_taken->inputFile));
}

void AddRequestsDialog::taken(const Result<TakenIn> &result)
{
    m_busy->hide();
    if (!result) {
        m_words->setText(userText(result.error()));
        return;
    }
    m_taken = *result;
    const PreflightReport &report = m_taken->report;
    m_findings->setFindings(report.findings);
    m_findings->setVisible(!report.findings.isEmpty());
    if (m_findings->isVisible())
        resize(width(), fontMetrics().height() * 20);
    const int count = static_cast<int>(report.requests);
    const QString what
        = tr("%Ln request(s), %1", nullptr, count).arg(QLocale().formattedDataSize(report.bytes));
    if (report.hasErrors())
        //: %1 is such as "20 requests, 3 MiB"
        m_words->setText(tr("%1. They cannot be added: preflight found errors.").arg(what));
    else if (count == 0)
        m_words->setText(tr("There are no requests in this file."));
    else
        m_words->setText(
            tr("%1. They go behind those that the run has, and may cost money.").arg(what));
    m_add->setEnabled(count > 0 && !report.hasErrors());
    m_add->setText(tr("&Add %Ln Request(s)", nullptr, count));
    (m_add->isEnabled() ? static_cast<QWidget *>(m_add) : m_findings)->setFocus();
}

void AddRequestsDialog::handOver()
{
    if (!m_taken)
        return;
    const TakenIn more = *std::exchange(m_taken, std::nullopt);
    Q_EMIT addWanted(more);
    accept();
}

#include "moc_addrequestsdialog.cpp"
