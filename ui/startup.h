// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"

#include <QObject>
#include <QTranslator>

#include <memory>

class FailureWindow;
class KDSingleApplication;
class MainWindow;
class Services;

/// From the command line to a window: one program a library, translations, the library itself, and
/// a readable page where that fails. Made in main() beside the application.
class Startup final : public QObject {
    Q_OBJECT
public:
    explicit Startup(CommandLine line);
    ~Startup() override;

    /// False: another window has this library, was told of the files and has come to the front.
    [[nodiscard]] bool isFirst();
    /// Opens the library and shows the window, or says why not.
    void run();
    /// Leaves the event loop without asking anybody: what a person set up is kept, leases are given up.
    void quit();

    /// Where the program itself can find what is installed beside it, before the application is made.
    static void findBuildTree(const QString &programFolder);

private:
    void translate();
    void show();
    void received(const QByteArray &message);
    void showPicturePage();
    void takePicture();

    CommandLine m_line;
    QString m_library;
    std::unique_ptr<KDSingleApplication> m_single;
    QTranslator m_qt;
    QTranslator m_own;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<FailureWindow> m_failure;
};
