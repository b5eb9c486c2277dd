// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "actions.h"
#include "mainwindow.h"
#include "models/runmodel.h"
#include "pages/runspage.h"
#include "services.h"
#include "ui/ownsettings.h"
#include "ui/samplelibrary.h"

#include <QAction>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// A window on a library of samples, with settings of its own, in front.
struct WindowRig {
    OwnSettings settings;
    QTemporaryDir folder;
    std::unique_ptr<Services> services;
    std::unique_ptr<MainWindow> window;
    RunId withResults;

    enum class Runs : quint8 { Some, None };
    explicit WindowRig(Runs runs = Runs::Some)
    {
        services
            = Services::make({.libraryFolder = folder.filePath(QStringLiteral("library"))}).value();
        if (runs == Runs::Some)
            withResults = samplelibrary::fill(*services);
        open();
    }
    /// As the next start of the program does.
    void open()
    {
        window.reset();
        window = std::make_unique<MainWindow>(*services);
        window->resize(780, 700); // the offscreen display has 800 by 800
        window->show();
        window->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(window.get()));
    }
    [[nodiscard]] QAction *action(const char *name) const
    {
        return window->findChild<QAction *>(QLatin1StringView(name));
    }
    [[nodiscard]] RunId named(const QString &name) const
    {
        return services->library().findRun(name).value();
    }
    [[nodiscard]] RunsPage *runsPage() const { return window->findChild<RunsPage *>(); }
    template <class Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return window->findChild<Widget *>(QLatin1StringView(name));
    }
};
