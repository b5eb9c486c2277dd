// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

/// SIGTERM and SIGINT as an event, so that the program ends in order. The second of a kind ends it at
/// once. One for a process, as long as it runs. GUI thread.
class QuitSignals final : public QObject {
    Q_OBJECT
public:
    QuitSignals();
    ~QuitSignals() override;

Q_SIGNALS:
    void asked();

private:
    int m_pipe[2] = {-1, -1};
};
