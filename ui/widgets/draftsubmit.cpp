// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a draft is sent, and what stands in the way.

#include "models/draft.h"
#include "services.h"
#include "widgets/draftpane.h"
#include "widgets/requestspane.h"
#include "widgets/submitform.h"
#include "widgets/toldmessage.h"

#include <QAction>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What stands in the way of sending it; a wish to send it may wait for what does not last.
QString DraftPane::obstacle() const
{
    const std::optional<PreflightReport> &report = m_draft->report();
    const bool waits = m_wantsToSubmit && m_draft->isBusy();
    if (m_submitting)
        return tr("Submitting…");
    if (m_draft->error())
        return userText(*m_draft->error());
    if (!m_requests->isValid())
        return tr("The request in the editor is not valid JSON.");
    if (!report)
        return waits ? tr("They are submitted as soon as they are checked…")
                     : tr("The requests are being checked…");
    if (report->requests == 0)
        return tr("There are no requests yet.");
    qsizetype errors = std::ranges::count(report->findings, Severity::Error, &Finding::severity);
    if (errors > 0)
        return tr("Preflight found %n kind(s) of error; see the findings.", nullptr, int(errors));
    if (m_form->connectionId().isNull())
        return tr("Choose a connection.");
    if (waits)
        return tr("They are submitted as soon as they are checked…");
    if (m_draft->isBusy() && !m_draft->isComparing())
        return tr("The requests are being checked…");
    return {};
}

void DraftPane::submit(bool again)
{
    m_requests->commit();
    // What was just typed is checked first, and a file that is known is copied; the wish stays.
    if (m_draft->isBusy()) {
        m_wantsToSubmit = again;
        update();
        return;
    }
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

void DraftPane::takeBackWish()
{
    if (!m_wantsToSubmit)
        return;
    m_wantsToSubmit.reset();
    update();
}

void DraftPane::tellOther()
{
    const QString file = QFileInfo(m_draft->originPath()).fileName();
    const QString text = m_wantsToSubmit
        ? tr("%1 has changed since it was shown. This is the file as it is now; nothing was "
             "submitted.")
              .arg(file)
        : tr("%1 has changed since it was shown. This is the file as it is now.").arg(file);
    m_wantsToSubmit.reset();
    m_message->tell(text, KMessageWidget::Warning);
}

void DraftPane::refused(const QString &text, RunId earlier)
{
    m_message->tell(text, earlier.isNull() ? KMessageWidget::Error : KMessageWidget::Warning);
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
}
