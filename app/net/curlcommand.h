// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"

#include <QByteArray>

/// A line for a shell (POSIX) by which curl sends this request: its url, headers and body, byte for
/// byte, whatever stands in them. In place of the key it names an environment variable, API_KEY where
/// keyVariable is no name of one; the key itself is nowhere. A body that is too long for an argument
/// follows as a here-document, with a line end behind it.
[[nodiscard]] QByteArray curlCommand(const HttpRequest &request, const QByteArray &keyVariable);
