// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline.h"
#include "core/libcrypto.h"
#include "core/orderedwork.h"
#include "net/cleanlogs.h"
#include "quitsignals.h"
#include "secrets/coredumps.h"
#include "startup.h"
#include "theme/calmstyle.h"
#include "theme/icons.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStyle>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void nameProgram()
{
    QCoreApplication::setApplicationName(u"batchdesk"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(BATCHDESK_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Batchdesk"_s);
    QGuiApplication::setDesktopFileName(u"io.github.batchdesk.Batchdesk"_s);
}

QStringList allOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    leaveLibcryptoAtExit();
    leaveNoCoreDumps();
    keepLogsClean();
    workInBackground();
    nameProgram();
    // Help needs no display, so it is answered before there is an application.
    CommandLine line = readCommandLine(allOf(argc, argv), QDir::currentPath());
    if (line.words) {
        std::fputs(qPrintable(line.words->text), line.words->isError ? stderr : stdout);
        return line.words->isError ? 2 : 0;
    }
    Startup::findBuildTree(QFileInfo(u"/proc/self/exe"_s).canonicalPath());

    QApplication app(argc, argv);
    app.setWindowIcon(icons::application());
    app.setQuitOnLastWindowClosed(true);
    CalmStyle::install();
    Startup startup(std::move(line));
    if (!startup.isFirst())
        return 0;
    const QuitSignals quitSignals;
    QObject::connect(&quitSignals, &QuitSignals::asked, &startup, &Startup::quit);
    startup.run();
    return QApplication::exec();
}
