// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QDeadlineTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

class Library;
class MessageArea;
class QSystemTrayIcon;
class QWidget;

/// Tells that runs have ended, in one go those that follow each other within a second, and after ten
/// seconds at the latest. Inline while the window is in front; else by the desktop's notifications, or by a tray icon's message where there is no such
/// service, or inline after all. GUI thread.
class Notifier final : public QObject {
    Q_OBJECT
public:
    Notifier(const Library &library, MessageArea &messages, QWidget &window,
             QObject *parent = nullptr);
    ~Notifier() override;

    void runsEnded(const QList<RunId> &ids);

Q_SIGNALS:
    /// A person pressed the notification. Null: several runs.
    void runWanted(RunId run);

private:
    struct News {
        QString title;
        QString text;
        RunId run; ///< null: several
        bool allWell = true;
    };
    void tell();
    [[nodiscard]] News news() const;
    void tellInline(const News &news);
    void tellDesktop(const News &news);
    [[nodiscard]] bool tellTray(const News &news);

    const Library &m_library;
    MessageArea &m_messages;
    QWidget &m_window;
    QList<RunId> m_ended;
    QTimer m_gather;
    QDeadlineTimer m_latest; ///< of what is gathered
    std::unique_ptr<QSystemTrayIcon> m_tray;
    RunId m_trayRun;
};
