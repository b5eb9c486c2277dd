// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/nextstep.h"

#include "models/timewords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("NextStep", text);
}

/// What went wrong with a run and what helps, by the kind of its error.
QString errorText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorised:
        return translated(QT_TRANSLATE_NOOP("NextStep", "Key refused. Replace the key"));
    case ErrorKind::Forbidden:
        return translated(
            QT_TRANSLATE_NOOP("NextStep", "The key may not do that. Use another key"));
    case ErrorKind::Keychain:
        return translated(
            QT_TRANSLATE_NOOP("NextStep", "The key cannot be read. Unlock the keychain"));
    case ErrorKind::QuotaExceeded:
        return translated(
            QT_TRANSLATE_NOOP("NextStep", "A limit of the account is reached. Raise it, or wait"));
    case ErrorKind::Tls:
        return translated(
            QT_TRANSLATE_NOOP("NextStep", "No secure connection. Look at the connection"));
    case ErrorKind::NotFound:
        return translated(
            QT_TRANSLATE_NOOP("NextStep", "The provider does not know it. Check its key"));
    case ErrorKind::BadInput:
    case ErrorKind::Rejected:
        return translated(
            QT_TRANSLATE_NOOP("NextStep", "The requests were refused. Open it to see why"));
    case ErrorKind::FileChanged:
        return translated(QT_TRANSLATE_NOOP("NextStep", "Its file is gone. Open the file again"));
    case ErrorKind::Disk:
        return translated(
            QT_TRANSLATE_NOOP("NextStep", "A file could not be written. Make room on the disk"));
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFault:
        return translated(
            QT_TRANSLATE_NOOP("NextStep", "The provider cannot be reached. It is tried again"));
    case ErrorKind::OutcomeUnknown:
        return translated(
            QT_TRANSLATE_NOOP("NextStep", "Uncertain whether it was taken. Check now"));
    case ErrorKind::Cancelled:
    case ErrorKind::NotSupported:
    case ErrorKind::BadReply:
    case ErrorKind::Database:
        return translated(QT_TRANSLATE_NOOP("NextStep", "Something went wrong. Open it to see"));
    }
    Q_UNREACHABLE_RETURN({});
}

QString attentionText(const RunSummary &run)
{
    if (run.paused)
        return errorText(*run.paused);
    if (run.waitsForStart)
        return translated(QT_TRANSLATE_NOOP("NextStep", "All requests are there. Start the run"));
    if (run.addingInDoubt)
        return translated(
            QT_TRANSLATE_NOOP("NextStep", "Uncertain which requests came. Open it to decide"));
    if (run.state == BatchState::Unknown)
        return errorText(ErrorKind::OutcomeUnknown);
    if (run.state == BatchState::Expired)
        return translated(
            QT_TRANSLATE_NOOP("NextStep", "The window ended. Fetch what was answered"));
    if (run.error)
        return errorText(run.error->kind);
    return run.remoteIds.isEmpty()
        ? translated(QT_TRANSLATE_NOOP("NextStep", "It was not taken. Submit it again"))
        : translated(QT_TRANSLATE_NOOP("NextStep", "Failed at the provider. Open it to see why"));
}

QString newsText(const RunSummary &run)
{
    if (run.state == BatchState::Cancelled)
        return translated(QT_TRANSLATE_NOOP("NextStep", "Stopped. Look at what came back"));
    const int failed = static_cast<int>(run.failed.value_or(0));
    if (failed > 0)
        return QCoreApplication::translate("NextStep", "Ended, %Ln failed. Look at the results",
                                           nullptr, failed);
    return translated(QT_TRANSLATE_NOOP("NextStep", "Ended. Look at the results"));
}

QString paceText(const RunSummary &run, const QDateTime &now)
{
    using enum BatchState;
    if (run.error)
        return errorText(run.error->kind);
    if (run.state == Held)
        return run.reason;
    if (run.state != Validating && run.state != Queued && run.state != Running)
        return {};
    if (!run.expectedAt.isValid())
        return translated(QT_TRANSLATE_NOOP("NextStep", "No estimate yet"));
    const qint64 left = now.secsTo(run.expectedAt);
    const bool isByItself = run.expectedFrom == 0;
    if (left <= 0)
        return isByItself ? translated(QT_TRANSLATE_NOOP("NextStep", "Should end soon"))
                          : translated(QT_TRANSLATE_NOOP("NextStep", "Takes longer than usual"));
    if (isByItself)
        //: %1 is a span of time such as "12 min"
        return translated(QT_TRANSLATE_NOOP("NextStep", "About %1 left, at its pace so far"))
            .arg(timewords::span(left));
    //: %1 is a span of time such as "12 min"; %n earlier batches tell it
    return QCoreApplication::translate("NextStep", "About %1 left, by %Ln earlier one(s)", nullptr,
                                       run.expectedFrom)
        .arg(timewords::span(left));
}

} // namespace

QString nextstep::harmText(const Harm &harm, const QDateTime &now)
{
    const bool isOver = harm.at <= now;
    const QString when = timewords::ahead(harm.at, now);
    if (harm.kind == Harm::Kind::ResultsDeleted)
        return isOver
            ? translated(QT_TRANSLATE_NOOP("NextStep", "Results may be deleted. Fetch them"))
            //: %1 is such as "in 3 days"
            : translated(QT_TRANSLATE_NOOP("NextStep", "Results are deleted %1. Fetch them"))
                  .arg(when);
    if (!harm.done)
        return isOver ? translated(QT_TRANSLATE_NOOP("NextStep", "The window has ended"))
                      //: %1 is such as "in 2 h"
                      : translated(QT_TRANSLATE_NOOP("NextStep", "Window ends %1")).arg(when);
    const QString share = QLocale().toString(qFloor(*harm.done * 100));
    return isOver
        //: %1 is a number
        ? translated(QT_TRANSLATE_NOOP("NextStep", "The window has ended at %1 %")).arg(share)
        //: %1 is such as "in 2 h", %2 a number
        : translated(QT_TRANSLATE_NOOP("NextStep", "Window ends %1 at %2 %")).arg(when, share);
}

QString nextstep::text(const RunSummary &run, const QDateTime &now)
{
    switch (run.urgency) {
    case Urgency::NeedsYou: return attentionText(run);
    case Urgency::Deadline: return run.harm ? harmText(*run.harm, now) : QString();
    case Urgency::News: return newsText(run);
    case Urgency::UnderWay: return paceText(run, now);
    case Urgency::Rest: break;
    }
    return run.state == BatchState::Draft
        ? translated(QT_TRANSLATE_NOOP("NextStep", "Submit it when it is ready"))
        : QString();
}

QString nextstep::urgencyText(Urgency urgency)
{
    switch (urgency) {
    case Urgency::NeedsYou: return translated(QT_TRANSLATE_NOOP("NextStep", "Needs you"));
    case Urgency::Deadline: return translated(QT_TRANSLATE_NOOP("NextStep", "Deadline"));
    case Urgency::News: return translated(QT_TRANSLATE_NOOP("NextStep", "Not looked at"));
    case Urgency::UnderWay: return translated(QT_TRANSLATE_NOOP("NextStep", "Under way"));
    case Urgency::Rest: return translated(QT_TRANSLATE_NOOP("NextStep", "The rest"));
    }
    Q_UNREACHABLE_RETURN({});
}

QString nextstep::iconName(Urgency urgency)
{
    switch (urgency) {
    case Urgency::NeedsYou: return u"dialog-error"_s;
    case Urgency::Deadline: return u"dialog-warning"_s;
    case Urgency::News: return u"dialog-information"_s;
    case Urgency::UnderWay:
    case Urgency::Rest: return {};
    }
    Q_UNREACHABLE_RETURN({});
}
