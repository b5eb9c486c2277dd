// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "filedrop.h"

#include <QList>
#include <QObject>
#include <QUrl>

class MessageArea;
class NewRunPage;
class Services;
struct TakenIn;

/// The ways of request files into the page of new runs; what cannot be opened is told in the message
/// area. Owned by the page. GUI thread; never waits.
class FileOpener final : public QObject {
    Q_OBJECT
public:
    FileOpener(Services &services, MessageArea &messages, NewRunPage &page);

    void open(const QList<QUrl> &urls);
    void choose(); ///< asks for files
    void openPractice(); ///< the sample that comes with the program
    void sendPractice(); ///< the same, submitted to the practice provider at once

Q_SIGNALS:
    void opened(); ///< there are drafts that were not there before

private:
    void take(const Result<DroppedFiles> &dropped);
    void submitPractice(ConnectionId practice, const TakenIn &sample);
    void tell(const Error &error);

    Services &m_services;
    MessageArea &m_messages;
    NewRunPage &m_page;
};
