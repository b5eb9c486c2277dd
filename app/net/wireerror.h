// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QNetworkReply>

/// Errors that only ever happen before a byte of the request has left.
[[nodiscard]] bool isConnectPhase(QNetworkReply::NetworkError error);

/// Also seen before anything was sent, but not only then.
[[nodiscard]] bool isOftenConnectPhase(QNetworkReply::NetworkError error);

/// What a failure without an answer is called, where nothing is known beside Qt's word for it.
[[nodiscard]] ErrorKind kindOf(QNetworkReply::NetworkError error);
