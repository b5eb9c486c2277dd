// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fileopener.h"

#include "pages/newrunpage.h"
#include "practicesample.h"
#include "services.h"
#include "widgets/messagearea.h"
#include "widgets/settings.h"

#include <QFileDialog>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

FileOpener::FileOpener(Services &services, MessageArea &messages, NewRunPage &page)
    : QObject(&page), m_services(services), m_messages(messages), m_page(page)
{}

void FileOpener::open(const QList<QUrl> &urls)
{
    if (!urls.isEmpty())
        sortOut(m_services.pool(), urls).then(this, [this](const Result<DroppedFiles> &dropped) {
            take(dropped);
        });
}

void FileOpener::take(const Result<DroppedFiles> &dropped)
{
    if (!dropped) {
        m_messages.show({.text = userText(dropped.error()), .kind = MessageArea::Kind::Error});
        return;
    }
    if (!dropped->problems.isEmpty())
        m_messages.show({.key = u"open"_s,
                         .text = dropped->problems.join(u'\n'),
                         .kind = MessageArea::Kind::Warning,
                         .stays = true});
    if (dropped->files.isEmpty())
        return;
    m_page.openFiles(dropped->files);
    Q_EMIT opened();
}

void FileOpener::choose()
{
    auto *dialog = new QFileDialog(m_page.window(), tr("Open Request Files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(requestFileFilters());
    QSettings settings(settingsFile(), QSettings::IniFormat);
    dialog->setDirectory(
        settings
            .value("openFolder"_L1,
                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .toString());
    connect(dialog, &QFileDialog::urlsSelected, this, &FileOpener::open);
    connect(dialog, &QFileDialog::fileSelected, this, [dialog] {
        QSettings(settingsFile(), QSettings::IniFormat)
            .setValue("openFolder"_L1, dialog->directory().absolutePath());
    });
    dialog->open();
}

void FileOpener::openPractice()
{
    copyPracticeSample(m_services.pool()).then(this, [this](const Result<QString> &copy) {
        if (!copy) {
            m_messages.show({.text = userText(copy.error()), .kind = MessageArea::Kind::Error});
            return;
        }
        m_page.openFiles({*copy});
        if (const Connection *practice = m_services.library().connectionByName(u"practice-files"_s))
            m_page.selectConnection(practice->id);
        Q_EMIT opened();
    });
}

void FileOpener::sendPractice()
{
    const Connection *connection = m_services.library().connectionByName(u"practice-files"_s);
    if (!connection)
        return;
    copyPracticeSample(m_services.pool())
        .then(this, [this, id = connection->id](const Result<QString> &copy) {
            if (!copy)
                return tell(copy.error());
            m_services.takeIn(*copy, id).then(this, [this, id](const Result<TakenIn> &sample) {
                if (sample)
                    submitPractice(id, *sample);
                else
                    tell(sample.error());
            });
        });
}

void FileOpener::submitPractice(ConnectionId practice, const TakenIn &sample)
{
    Run run;
    run.name = tr("Sample run");
    run.connection = practice;
    run.originPath = sample.originPath;
    takeRequests(run, sample.inputFile, sample.report);
    run.again = true; // it costs nothing, however often it was pressed before
    run.createdAt = m_services.clock().now();
    m_services.driver()
        .submit(m_services.library().add(run))
        .then(this, [this](const Result<> &submitted) {
            if (!submitted)
                tell(submitted.error());
        });
}

void FileOpener::tell(const Error &error)
{
    m_messages.show({.text = userText(error), .kind = MessageArea::Kind::Error});
}

#include "moc_fileopener.cpp"
