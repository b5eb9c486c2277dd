// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

/// Spans of time in words, as coarse as people say them.
namespace timewords {

/// "just now", "20 s ago", "3 min ago", "5 h ago", "2 days ago", then the date. Invalid: empty.
[[nodiscard]] QString ago(const QDateTime &then, const QDateTime &now);
/// "now", "in 40 s", "in 5 min", "in 3 h", "in 2 days". Invalid: empty.
[[nodiscard]] QString ahead(const QDateTime &then, const QDateTime &now);
/// "checked 20 s ago, next in 40 s"; either part may be unknown.
[[nodiscard]] QString checked(const QDateTime &last, const QDateTime &next, const QDateTime &now);
/// Date and time in the locale's short form with seconds, local time. Invalid: a dash.
[[nodiscard]] QString exact(const QDateTime &time);
/// "12 s", "4 min", "2 h 5 min", "3 days": how long something took.
[[nodiscard]] QString span(qint64 seconds);

} // namespace timewords
