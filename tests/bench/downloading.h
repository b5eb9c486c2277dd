// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

/// A run of these requests is shown in the window while its results come from a provider near by:
/// how long that takes, and the longest time in which the event loop did not come round; the same of
/// joining and showing them. The library is made beside the results and goes with them.
[[nodiscard]] QJsonObject benchDownload(const QString &requests, const QString &results);
