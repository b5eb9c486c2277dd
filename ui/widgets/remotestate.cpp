// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/remotestate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct RemoteState {
    Q_DECLARE_TR_FUNCTIONS(RemoteState)
};

StatePane::Content nothingThere(const RemoteListing &listing, const RemoteWaysOut &waysOut)
{
    const bool filtered = !listing.status().isEmpty();
    StatePane::Content content{.icon = u"folder"_s,
                               .heading = filtered ? RemoteState::tr("No batch has this status")
                                                   : RemoteState::tr("There are no batches"),
                               .words
                               = RemoteState::tr("What is sent through this connection, from "
                                                 "here or from elsewhere, will be listed."),
                               .actions = {waysOut.refresh, waysOut.newRun}};
    if (filtered) {
        content.actions = {waysOut.anyStatus, waysOut.refresh};
        content.words = RemoteState::tr("Choose another status, or clear it to see all.");
    }
    if (listing.hasMore())
        content.words = RemoteState::tr("None so far; the provider has more to look through.");
    return content;
}

} // namespace

StatePane::Content remoteState(const RemoteListing &listing, const QString &connectionName,
                               const RemoteWaysOut &waysOut)
{
    switch (listing.state()) {
    case RemoteListing::State::Idle:
        return {.icon = u"network-connect"_s,
                .heading = RemoteState::tr("Choose a connection"),
                .actions = {waysOut.connections}};
    case RemoteListing::State::Loading:
        return {.icon = u"view-refresh"_s,
                .heading = RemoteState::tr("Asking %1…").arg(connectionName),
                .isBusy = true};
    case RemoteListing::State::Shown: return nothingThere(listing, waysOut);
    case RemoteListing::State::Failed:
        return {.icon = u"dialog-error"_s,
                .heading = RemoteState::tr("The list could not be fetched"),
                .words = listing.error() ? userText(*listing.error()) : QString(),
                .actions = {waysOut.refresh, waysOut.connections}};
    case RemoteListing::State::NotSupported:
        return {.icon = u"dialog-information"_s,
                .heading = RemoteState::tr("This provider has no list of batches"),
                .words = RemoteState::tr("Your own runs are on the page of runs. To follow a batch "
                                         "that was made elsewhere, write its id below."),
                .actions = {waysOut.back}};
    }
    Q_UNREACHABLE_RETURN({});
}
