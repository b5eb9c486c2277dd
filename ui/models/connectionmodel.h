// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "models/columns.h"

#include <QAbstractListModel>
#include <QList>

class Library;
class Profiles;
class Driver;

/// The connections of a library as a list: own ones first by name, then the built-in ones. Follows
/// the library by itself. GUI thread.
class ConnectionModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// Beside those of models/columns.h: IdRole, SwatchRole, and a picture where it is paused.
    enum Role {
        ProfileRole = Qt::UserRole + 100, ///< QString, the provider's title
        BuiltInRole, ///< bool
        TroubleRole, ///< QString, why it is paused; empty where it is not
    };
    ConnectionModel(const Library &library, const Profiles &profiles, const Driver &driver,
                    QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] int rowOf(ConnectionId id) const; ///< -1: not there
    [[nodiscard]] ConnectionId idAt(int row) const;

private:
    void reload();

    const Library &m_library;
    const Profiles &m_profiles;
    const Driver &m_driver;
    QList<ConnectionId> m_ids;
};
