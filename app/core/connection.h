// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QMap>
#include <QString>
#include <QUrl>

#include <chrono>

/// Where the key of a connection is. The key itself is never here.
enum class KeySource : quint8 {
    None,
    Keychain,
    Environment, ///< only the variable's name is stored, the value is read at each use
    Session, ///< held in memory by this process until it ends
};

/// A user's access to one provider. A value; one row of the library.
struct Connection {
    ConnectionId id;
    QString name; ///< unique
    QString profile; ///< profile id
    QUrl baseUrl; ///< empty: the profile's; practice: found at run time, never stored
    KeySource keySource = KeySource::None;
    QString keyVariable; ///< environment variable for KeySource::Environment
    QMap<QString, QString> settings; ///< profile settings overridden by the user (--set)
    QString colour; ///< name of one of theme/colours.h, to tell it from others; empty: none
    std::chrono::milliseconds pollMin{0}; ///< 0: the profile's
    std::chrono::milliseconds pollMax{0};
    /// True for the four connections every library has; they cannot be removed.
    bool builtIn = false;

    bool operator==(const Connection &) const = default;
};

[[nodiscard]] QString keySourceName(KeySource source); ///< keychain env none session
