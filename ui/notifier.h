// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QDeadlineTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class Library;
class MessageArea;
class QSystemTrayIcon;
class QWidget;

/// Tells what happened while nobody looked: runs that have ended, and what needs a person. In one go
/// what follows each other within a second, and after ten seconds at the latest; each as the
/// preferences say. Runs that end are told in the window while it is in front; else by the desktop's
/// notifications, or by a tray icon's message where there is no such service, or in the window after
/// all. What needs a person stands in the window anyway, told by whoever knows of it. GUI thread.
class Notifier final : public QObject {
    Q_OBJECT
public:
    /// What needs a person, or what they should hear of.
    struct Need {
        QString title;
        QString text;
        RunId run = {}; ///< null: not of one run
        ConnectionId connection = {}; ///< null: not of a connection
    };

    Notifier(const Library &library, MessageArea &messages, QWidget &window,
             QObject *parent = nullptr);
    ~Notifier() override;

    void runsEnded(const QList<RunId> &ids);
    void needsYou(const Need &need);

Q_SIGNALS:
    /// A person pressed the notification. Null: several runs.
    void runWanted(RunId run);
    void exportWanted(RunId run);
    void connectionWanted(ConnectionId connection);

private:
    enum class Event : quint8 { Ended, Failed, NeedsYou };
    struct News {
        Event event = Event::Ended;
        QString title;
        QString text;
        RunId run; ///< null: several
        ConnectionId connection;
        bool allWell = true;
        bool hasResults = false; ///< of that one run
    };
    enum class Which : quint8 { All, Wanted };
    void gather();
    void tell();
    [[nodiscard]] News endedNews(Which which) const;
    [[nodiscard]] News needNews() const;
    void tellOutside(const News &news);
    void tellInline(const News &news);
    void tellDesktop(const News &news);
    [[nodiscard]] bool tellTray(const News &news);
    void pressed(const News &news);

    const Library &m_library;
    MessageArea &m_messages;
    QWidget &m_window;
    QList<RunId> m_ended;
    QList<Need> m_needs;
    QTimer m_gather;
    QDeadlineTimer m_latest; ///< of what is gathered
    std::unique_ptr<QSystemTrayIcon> m_tray;
    News m_trayNews;
};
