// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

/// Text from servers and the system made fit for logs, errors and the database: values of
/// Authorization, x-api-key, api-key, x-goog-api-key, "Bearer ...", key= and signed query strings
/// become "[hidden]", and what is longer than cap characters is cut with a note.
[[nodiscard]] QString redact(const QString &text, qsizetype cap = 4096);
