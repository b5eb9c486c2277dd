// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// manyruns FOLDER [COUNT]: makes a library of runs that are over, for manyruns.py.

#include "services.h"
#include "ui/samplelibrary.h"

#include <QCoreApplication>
#include <QFuture>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (argc < 2) {
        std::fputs("manyruns FOLDER [COUNT]\n", stderr);
        return 2;
    }
    const int count = argc > 2 ? QByteArray(argv[2]).toInt() : 10'000;
    const auto made = Services::make({.libraryFolder = QString::fromLocal8Bit(argv[1])});
    if (!made) {
        std::fputs(qPrintable(userText(made.error())), stderr);
        return 6;
    }
    Services &services = **made;
    for (int n = 0; n < count; ++n) {
        const QByteArray name = "Letters, wave " + QByteArray::number(n);
        samplelibrary::add(services,
                           {.name = name.constData(),
                            .state = n % 50 == 7 ? BatchState::Failed : BatchState::Completed,
                            .rawStatus = "completed",
                            .requests = 1'000 + n,
                            .succeeded = 1'000 + n,
                            .failed = n % 9 == 0 ? 3 : 0,
                            .minutesAgo = 60 + n * 7});
    }
    services.library().flushed().waitForFinished();
    return 0;
}
