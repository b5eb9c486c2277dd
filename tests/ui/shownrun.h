// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mainwindow.h"
#include "pages/runpage.h"
#include "services.h"
#include "ui/samplelibrary.h"

#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// The window at the page of a run with each outcome in it: 104 requests.
class ShownRun {
public:
    ShownRun()
    {
        m_services = Services::make({.libraryFolder = m_folder.filePath(QStringLiteral("library"))})
                         .value();
        run = samplelibrary::addWithResults(*m_services, "Survey", 104);
        window = std::make_unique<MainWindow>(*m_services);
        window->resize(1200, 760);
        window->show();
        window->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(window.get()));
        window->showRun(run);
        tabs().setCurrentIndex(0);
    }
    [[nodiscard]] Services &services() { return *m_services; }
    [[nodiscard]] Library &library() { return m_services->library(); }
    [[nodiscard]] RunPage &page() { return *window->findChild<RunPage *>(); }
    [[nodiscard]] QTabWidget &tabs() { return *page().findChild<QTabWidget *>(); }
    template <class Pane>
    [[nodiscard]] Pane &pane()
    {
        return *page().findChild<Pane *>();
    }
    /// Goes there as a person does, by the keys of its tab.
    template <class Pane>
    void open()
    {
        QTabBar *bar = tabs().tabBar();
        bar->setFocus();
        const int all = tabs().count();
        for (int i = 0; i < all && tabs().currentIndex() > 0; ++i)
            QTest::keyClick(bar, Qt::Key_Left);
        for (int i = 0; i < all && tabs().currentWidget() != &pane<Pane>(); ++i)
            QTest::keyClick(bar, Qt::Key_Right);
    }
    [[nodiscard]] Batch batch() { return *library().batches(run).front(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Services> m_services;

public:
    RunId run;
    std::unique_ptr<MainWindow> window;
};
