// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcommands.h"

#include "dialogs/addrequestsdialog.h"
#include "dialogs/tagsdialog.h"
#include "filedrop.h"
#include "models/repeatedrequests.h"
#include "services.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

RunCommands::RunCommands(Services &services, MessageArea &messages, QObject *parent)
    : QObject(parent), m_services(services), m_messages(messages)
{}

QString RunCommands::whyNotCancel(const RunSummary &run) const
{
    if (isTerminal(run.state))
        return tr("The run has ended");
    if (run.state == BatchState::Draft)
        return tr("The run was not sent");
    if (run.state == BatchState::Cancelling)
        return tr("The provider is stopping it already");
    if (run.state == BatchState::Unknown)
        return tr("It is not certain yet that the provider has it");
    const Connection *connection = m_services.library().connection(run.connectionId);
    if (!connection)
        return tr("Its connection is gone");
    const Result<Profile> profile = m_services.profiles().effective(*connection);
    if (profile && profile->cancel == Support::No && run.state != BatchState::Held)
        return tr("This provider has no cancel");
    return {};
}

QString RunCommands::whyNotCheck(const RunSummary &run) const
{
    if (run.state == BatchState::Draft)
        return tr("The run was not sent");
    if (isTerminal(run.state) && run.resultsComplete)
        return tr("The run has ended and its results are here");
    return {};
}

QString RunCommands::whyNotFetchPartial(const RunSummary &run) const
{
    if (run.state == BatchState::Draft)
        return tr("The run was not sent");
    if (isTerminal(run.state))
        return run.resultsComplete ? tr("The run has ended and its results are here") : QString();
    if (!isLive(run.state))
        return tr("The provider has nothing of it yet");
    const Run *stored = m_services.library().run(run.id);
    const std::vector<const Batch *> batches = m_services.library().batches(run.id);
    const bool any
        = stored && std::ranges::any_of(batches, [&](const Batch *batch) {
              const Connection *connection = m_services.library().connection(batch->connection);
              const Dialect *dialect = m_services.dialect(batch->connection);
              const Result<Profile> profile
                  = connection ? m_services.profiles().effective(*connection) : Failure(Error());
              return dialect && profile && !dialect->sources({*stored, *batch, *profile}).empty();
          });
    return any ? QString() : tr("The provider gives no results yet");
}

/// What speaks against both adding to a run and starting it.
QString RunCommands::whyNotStaged(const RunSummary &run) const
{
    const Dialect *dialect = m_services.dialect(run.connectionId);
    if (!dialect || !dialect->isStaged)
        return tr("This provider takes a batch as a whole, and starts it by itself");
    if (run.state == BatchState::Draft)
        return tr("The run was not sent");
    if (isTerminal(run.state))
        return tr("The run has ended");
    return {};
}

QString RunCommands::whyNotStart(const RunSummary &run) const
{
    if (const QString why = whyNotStaged(run); !why.isEmpty())
        return why;
    const Run *stored = m_services.library().run(run.id);
    const std::vector<const Batch *> batches = m_services.library().batches(run.id);
    if (std::ranges::all_of(batches, [](const Batch *batch) { return batch->facts.startAnswered; }))
        return tr("It was started");
    const bool refused
        = std::ranges::any_of(batches, [](const Batch *batch) { return batch->facts.refused; });
    return (stored && stored->hold) || refused ? QString() : tr("It starts by itself");
}

QString RunCommands::whyNotAdd(const RunSummary &run) const
{
    if (const QString why = whyNotStaged(run); !why.isEmpty())
        return why;
    if (run.state == BatchState::Unknown || run.state == BatchState::Creating || run.addingInDoubt)
        return tr("It is not certain yet what the provider has of it");
    const bool begun = run.state != BatchState::Queued && run.state != BatchState::Held
        && run.state != BatchState::Uploading;
    return begun ? tr("The provider has begun with it") : QString();
}

QString RunCommands::whyNotSubmit(const RunSummary &run) const
{
    if (run.state == BatchState::Unknown || run.addingInDoubt)
        return {};
    if (run.state == BatchState::Draft)
        return run.connectionId.isNull() ? tr("The run has no connection") : QString();
    if (run.state == BatchState::Failed && run.remoteIds.isEmpty())
        return {};
    if (run.state == BatchState::Held)
        return tr("It goes by itself as soon as it can");
    return run.isUnderWay() ? tr("The run is under way") : tr("The provider took this run");
}

QString RunCommands::whyNotSubmitProblems(const RunSummary &run) const
{
    return repeated::whyNot(m_services.library(), run.id);
}

QString RunCommands::whyNotExport(const RunSummary &run) const
{
    return run.resultsHere ? QString() : tr("No results have come back yet");
}

QString RunCommands::whyNotDelete(const RunSummary &run) const
{
    return run.isUnderWay() ? tr("The run is under way; cancel it first") : QString();
}

QString RunCommands::whyNotCopyId(const RunSummary &run) const
{
    return run.remoteIds.isEmpty() ? tr("The provider has given no id yet") : QString();
}

void RunCommands::cancel(const RunSummary &run)
{
    m_messages.show({.key = u"cancel"_s,
                     .text = tr("Stop “%1”? This cannot be undone. What was answered by then is "
                                "fetched and may be charged.")
                                 .arg(run.name),
                     .kind = MessageArea::Kind::Warning,
                     .buttons = {{tr("Stop the Run"), u"process-stop"_s,
                                  [this, id = run.id, name = run.name] {
                                      report(m_services.driver().cancel(id), name);
                                  }},
                                 {tr("Let It Go On"), {}, [] {}}},
                     .stays = true});
}

void RunCommands::check(const RunSummary &run)
{
    report(m_services.driver().checkNow(run.id), run.name);
}

void RunCommands::fetchPartial(const RunSummary &run)
{
    m_services.driver().fetch(run.id).then(this, [this, name = run.name](const Result<> &asked) {
        if (asked)
            m_messages.show(
                {.key = u"partial"_s,
                 .text = tr("What was answered of “%1” so far is being fetched.").arg(name)});
        else
            tell(name, asked.error());
    });
}

void RunCommands::start(const RunSummary &run)
{
    report(m_services.driver().startHeld(run.id), run.name);
}

void RunCommands::addRequests(const RunSummary &run)
{
    auto *dialog = new QFileDialog(m_messages.window(), tr("More Requests for the Run"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(requestFileFilters());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = run.id](const QString &file) { addFrom(id, file); });
    dialog->open();
}

void RunCommands::addFrom(RunId run, const QString &file)
{
    auto *dialog = new AddRequestsDialog(m_services, run, file, m_messages.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddRequestsDialog::addWanted, this,
            [this, run](const TakenIn &more) { add(run, more); });
    dialog->open();
}

void RunCommands::add(RunId id, const TakenIn &more)
{
    const Run *run = m_services.library().run(id);
    const QString name = run ? run->name : id.toString();
    const int count = static_cast<int>(more.report.requests);
    m_services.driver().add(id, more).then(this, [this, name, count](const Result<> &added) {
        if (added)
            m_messages.show({.text = tr("%Ln more request(s) for “%1”.", nullptr, count).arg(name),
                             .kind = MessageArea::Kind::Good});
        else
            tell(name, added.error());
    });
}

void RunCommands::submitAgain(const RunSummary &run)
{
    if (run.state != BatchState::Unknown && !run.addingInDoubt) {
        report(m_services.driver().submit(run.id), run.name);
        return;
    }
    const QString doubt = run.addingInDoubt
        ? tr("Nobody knows whether the last requests of “%1” came there. Adding them again may "
             "make them run, and cost, twice.")
        : tr("Nobody knows yet whether the provider took “%1”. Sending it again may make it run, "
             "and cost, twice.");
    m_messages.show({.key = u"submitAgain"_s,
                     .text = doubt.arg(run.name),
                     .kind = MessageArea::Kind::Warning,
                     .buttons = {{tr("Send It Again"), u"document-send"_s,
                                  [this, id = run.id, name = run.name] {
                                      report(m_services.driver().submitAgain(id), name);
                                  }},
                                 {tr("Keep Looking"), {}, [] {}}},
                     .stays = true});
}

void RunCommands::moveToBin(const QList<RunId> &runs)
{
    if (runs.isEmpty())
        return;
    const Run *first = m_services.library().run(runs.first());
    const QString text = runs.size() == 1 && first
        ? tr("“%1” is in the bin.").arg(first->name)
        : tr("%Ln run(s) are in the bin.", nullptr, static_cast<int>(runs.size()));
    setDeleted(runs, true);
    m_messages.show(
        {.key = u"bin"_s, .text = text, .buttons = {{tr("Undo"), u"edit-undo"_s, [this, runs] {
                                                         setDeleted(runs, false);
                                                     }}}});
}

void RunCommands::editTags(const QList<RunId> &runs, const QStringList &known)
{
    QHash<RunId, QStringList> before;
    for (const RunId id : runs)
        if (const Run *run = m_services.library().run(id))
            before.insert(id, run->tags);
    if (before.isEmpty())
        return;
    auto *dialog = new TagsDialog(before.values(), known, m_messages.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, before] {
        QHash<RunId, QStringList> after;
        for (const auto &[id, tags] : before.asKeyValueRange())
            if (const QStringList applied = dialog->applied(tags); applied != tags)
                after.insert(id, applied);
        if (after.isEmpty())
            return;
        setTags(after);
        const int count = static_cast<int>(after.size());
        m_messages.show(
            {.key = u"tags"_s,
             .text = tr("Tags of %Ln run(s) changed.", nullptr, count),
             .buttons = {{tr("Undo"), u"edit-undo"_s, [this, before] { setTags(before); }}}});
    });
    dialog->open();
}

void RunCommands::setTags(const QHash<RunId, QStringList> &tags)
{
    for (const auto &[id, words] : tags.asKeyValueRange()) {
        const Run *run = m_services.library().run(id);
        if (!run || run->tags == words)
            continue;
        Run changed = *run;
        changed.tags = words;
        report(m_services.library().save(changed), changed.name);
    }
}

void RunCommands::setDeleted(const QList<RunId> &runs, bool deleted)
{
    for (const RunId id : runs) {
        const Run *run = m_services.library().run(id);
        if (!run)
            continue;
        Run changed = *run;
        changed.deleted = deleted;
        report(m_services.library().save(changed), changed.name);
    }
}

void RunCommands::copyIds(const QStringList &ids)
{
    QGuiApplication::clipboard()->setText(ids.join(u'\n'));
    m_messages.show({.key = u"copied"_s, .text = tr("Copied: %1").arg(ids.join(u", "_s))});
}

void RunCommands::markRead(RunId id)
{
    const Run *run = m_services.library().run(id);
    if (!run || !run->unread)
        return;
    Run changed = *run;
    changed.unread = false;
    report(m_services.library().save(changed), changed.name);
}

void RunCommands::report(const QFuture<Result<>> &asked, const QString &name)
{
    QFuture<Result<>>(asked).then(this, [this, name](const Result<> &result) {
        if (!result)
            tell(name, result.error());
    });
}

void RunCommands::tell(const QString &name, const Error &error)
{
    //: the name of a run, then what went wrong with it
    m_messages.show({.text = tr("%1: %2").arg(name, userText(error)),
                     .kind = MessageArea::Kind::Error,
                     .stays = true});
}

#include "moc_runcommands.cpp"
