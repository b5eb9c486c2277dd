// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "startup.h"

#include "failurewindow.h"
#include "mainwindow.h"
#include "models/runmodel.h"
#include "services.h"
#include "theme/icons.h"
#include "widgets/preferences.h"

#include <kdsingleapplication.h>

#include <QApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QPixmap>
#include <QTimer>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int messageTimeout = 15'000; // it may be opening a large library

/// One name for each library, short enough for a socket.
QString singleName(const QString &library)
{
    const QString canonical = QFileInfo(library).canonicalFilePath();
    const QByteArray path = (canonical.isEmpty() ? QDir::cleanPath(library) : canonical).toUtf8();
    const QByteArray hash
        = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(16);
    return u"batchdesk-"_s + QString::fromLatin1(hash);
}

} // namespace

Startup::Startup(CommandLine line)
    : m_line(std::move(line))
    , m_library(m_line.library.isEmpty() ? defaultLibraryFolder() : m_line.library)
{
    translate();
    appearance::apply(Preferences::load().look);
}

Startup::~Startup()
{
    m_window.reset(); // before the services that it looks at
}

void Startup::findBuildTree(const QString &programFolder)
{
    // In the build tree the description of our notifications is not where the desktop looks.
    const QDir build(programFolder + u"/.."_s);
    if (!build.exists(u"CMakeCache.txt"_s))
        return;
    QByteArray folders = qgetenv("XDG_DATA_DIRS");
    if (folders.isEmpty())
        folders = "/usr/local/share:/usr/share";
    qputenv("XDG_DATA_DIRS",
            QFile::encodeName(QDir::cleanPath(build.absoluteFilePath(u"share"_s))) + ':' + folders);
}

void Startup::translate()
{
    const QLocale locale;
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // English has its plurals in a file, too: it is what everybody gets who has no other language.
    if (m_own.load(locale, u"batchdesk"_s, u"_"_s, u":/i18n"_s)
        || m_own.load(u":/i18n/batchdesk_en"_s))
        QCoreApplication::installTranslator(&m_own);
}

bool Startup::isFirst()
{
    if (!m_line.picture.isEmpty())
        return true; // looks once and goes; it may stand beside a window of the user
    QByteArray message;
    QDataStream out(&message, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_8);
    out << m_line.files << qgetenv("XDG_ACTIVATION_TOKEN");
    // One that has just ended takes no message; then there is nobody, and the next look tells.
    for (int tries = 0; tries < 2; ++tries) {
        m_single.reset();
        m_single = std::make_unique<KDSingleApplication>(
            singleName(m_library), KDSingleApplication::Option::IncludeUsernameInSocketName);
        if (m_single->isPrimaryInstance()) {
            connect(m_single.get(), &KDSingleApplication::messageReceived, this,
                    &Startup::received);
            return true;
        }
        if (m_single->sendMessageWithTimeout(message, messageTimeout))
            return false;
    }
    std::fputs(qPrintable(tr("Batchdesk is open on this library but does not answer.") + u'\n'),
               stderr);
    return false;
}

void Startup::received(const QByteArray &message)
{
    QDataStream in(message);
    in.setVersion(QDataStream::Qt_6_8);
    QList<QUrl> files;
    QByteArray token;
    in >> files >> token;
    if (in.status() != QDataStream::Ok)
        return;
    if (!m_window) { // still starting, or showing why it cannot
        m_line.files += files;
        return;
    }
    m_window->raiseFor(token);
    m_window->open(files);
}

void Startup::run()
{
    Result<std::unique_ptr<Services>> services = Services::make({.libraryFolder = m_library});
    if (services) {
        m_services = *std::move(services);
        if (m_failure)
            m_failure.release()->deleteLater(); // it is what called us
        show();
        return;
    }
    if (!m_line.picture.isEmpty()) {
        std::fputs(qPrintable(userText(services.error()) + u'\n'), stderr);
        QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(6); });
        return;
    }
    auto failure = std::make_unique<FailureWindow>(services.error(), m_library);
    connect(failure.get(), &FailureWindow::againWanted, this, &Startup::run);
    failure->show();
    if (m_failure)
        m_failure.release()->deleteLater();
    m_failure = std::move(failure);
}

void Startup::quit()
{
    if (m_window)
        m_window->keepLook();
    QCoreApplication::exit();
}

void Startup::show()
{
    m_window = std::make_unique<MainWindow>(*m_services);
    connect(
        m_window.get(), &MainWindow::reopenWanted, this,
        [this] {
            m_window.reset();
            m_services.reset();
            run();
        },
        Qt::QueuedConnection);
    m_window->show();
    if (m_line.picture.isEmpty())
        m_services->driver().start();
    if (m_line.picture.isEmpty() && m_line.files.isEmpty())
        m_window->showKeptPage();
    m_window->open(std::exchange(m_line.files, {}));
    if (!m_line.picture.isEmpty())
        showPicturePage();
}

void Startup::showPicturePage()
{
    m_window->setWindowState(Qt::WindowNoState);
    m_window->resize(1280, 800);
    RunModel &runs = m_window->runs();
    switch (m_line.picturePage) {
    case CommandLine::Page::Runs: break;
    case CommandLine::Page::Run: m_window->showRun(runs.idAt(runs.rowCount() - 1)); break;
    case CommandLine::Page::NewRun: m_window->showNewRun(); break;
    case CommandLine::Page::Remote: m_window->showRemote(); break;
    }
    // What the pages read they read on the pool; nothing tells when all of it is painted.
    QTimer::singleShot(2s, this, &Startup::takePicture);
}

void Startup::takePicture()
{
    const bool saved = m_window->grab().save(m_line.picture, "PNG");
    if (!saved)
        std::fputs(
            qPrintable(tr("The picture could not be written to %1.").arg(m_line.picture) + u'\n'),
            stderr);
    QCoreApplication::exit(saved ? 0 : 6);
}

#include "moc_startup.cpp"
