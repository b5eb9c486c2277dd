// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QObject;

/// What the Secret Service of the session says of itself, asked without ever raising a prompt.
/// QtKeychain alone cannot tell these apart: it calls itself available without any service, reads
/// "not found" from a locked keyring and deletes from it with success (measured).
enum class KeyringState : quint8 {
    Unknown, ///< another system or another kind of keyring, or no answer in time
    NoBus, ///< no D-Bus session
    NoService,
    NoCollection, ///< a service, but no keyring in it that would be used
    Locked,
    Ready,
};

/// Asks, and calls then with the answer, queued; never after context has gone.
void askKeyringState(QObject *context, std::function<void(KeyringState)> then);

/// Why no key can be had in this state, with the cure, for people; empty where it is no hindrance.
[[nodiscard]] QString hindranceOf(KeyringState state);

/// "GNOME Keyring", "KWallet", "Secret Service" or the system's own name for its keychain.
[[nodiscard]] QString keyringName();
