// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remotecommands.h"

#include "filedrop.h"
#include "services.h"
#include "widgets/settings.h"

#include <QFile>
#include <QFileDialog>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr auto folderKey = "openFolder"_L1;
}

RemoteCommands::RemoteCommands(Services &services, Adopt adopt, MessageArea &messages,
                               QObject *parent)
    : QObject(parent), m_services(services), m_adopt(std::move(adopt)), m_messages(messages)
{}

void RemoteCommands::follow(ConnectionId connection, const QStringList &remoteIds)
{
    for (const QString &id : remoteIds)
        m_adopt(connection, id, std::nullopt).then(this, [this, id](const Result<RunId> &run) {
            followed(id, run);
        });
}

void RemoteCommands::followWithFile(ConnectionId connection, const QString &remoteId,
                                    QWidget *dialogParent)
{
    auto *dialog = new QFileDialog(dialogParent, tr("The requests that the batch was made of"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(requestFileFilters());
    dialog->setDirectory(
        QSettings(settingsFile(), QSettings::IniFormat)
            .value(folderKey, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .toString());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, connection, remoteId](const QString &file) {
                followWith(connection, remoteId, file);
            });
    dialog->open();
}

void RemoteCommands::followWith(ConnectionId connection, const QString &remoteId,
                                const QString &file)
{
    m_messages.show(
        {.key = remoteId, .text = tr("Reading the requests of %1…").arg(remoteId), .stays = true});
    m_services.takeIn(file, connection)
        .then(this, [this, connection, remoteId](const Result<TakenIn> &taken) {
            if (!taken) {
                followed(remoteId, Failure(taken.error()));
                return;
            }
            m_adopt(connection, remoteId, *taken)
                .then(this, [this, remoteId, input = *taken](const Result<RunId> &run) {
                    if (!run)
                        QFile::remove(m_services.library().absolute(input.inputFile));
                    followed(remoteId, run);
                    if (run)
                        compare(*run, input);
                });
        });
}

void RemoteCommands::followed(const QString &remoteId, const Result<RunId> &run)
{
    // One message for each batch: what is said later takes the place of what was said before.
    MessageArea::Message message{.key = remoteId};
    std::optional<RunId> open;
    if (run) {
        open = *run;
        message.kind = MessageArea::Kind::Good;
        message.text = tr("%1 is followed as run %2.").arg(remoteId, run->toString());
    } else {
        if (run.error().code == "same_run"_L1)
            open = RunId::fromString(run.error().field);
        message.kind = MessageArea::Kind::Error;
        message.stays = true;
        //: the id of a batch, then what went wrong with it
        message.text = tr("%1: %2").arg(remoteId, userText(run.error()));
    }
    if (open)
        message.buttons = {{tr("Open the Run"), u"view-list-details"_s,
                            [this, id = *open] { Q_EMIT runWanted(id); }}};
    m_messages.show(message);
}

void RemoteCommands::compare(RunId run, const TakenIn &input)
{
    qint64 there = 0;
    for (const Batch *batch : m_services.library().batches(run))
        there += batch->facts.counts.total.value_or(input.report.requests);
    if (there == input.report.requests)
        return;
    const int here = static_cast<int>(input.report.requests);
    m_messages.show(
        {.key = u"compare-"_s + run.toString(),
         //: %1 is a number of requests, too
         .text
         = tr("The file holds %Ln request(s), the batch %1. Is it the right file?", nullptr, here)
               .arg(QLocale().toString(there)),
         .kind = MessageArea::Kind::Warning,
         .stays = true});
}

#include "moc_remotecommands.cpp"
