// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QWidget>

class ConnectionModel;
class QComboBox;
class Services;

/// Which batches of which provider: connection, status, how many at a time. Connection and number are
/// those of the last time.
class RemoteFilter final : public QWidget {
    Q_OBJECT
public:
    explicit RemoteFilter(Services &services, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionId connection() const;
    [[nodiscard]] QString connectionName() const;
    void selectConnection(ConnectionId id);
    /// The name of one of our states, or a provider's own word as it was typed; empty: all.
    [[nodiscard]] QString status() const;
    void clearStatus();
    [[nodiscard]] int pageSize() const;

Q_SIGNALS:
    void connectionChosen();
    void statusChosen();
    void pageSizeChosen();

private:
    void buildStatus();
    void connectParts();

    ConnectionModel *m_connections;
    QComboBox *m_connection;
    QComboBox *m_status;
    QComboBox *m_size;
};
