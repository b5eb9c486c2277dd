// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

/// One kind of fault or remark that preflight has about a file.
enum class Severity : quint8 { Warning, Error };

struct Finding {
    QString kind; ///< closed list of names, such as "duplicate_custom_id"
    Severity severity = Severity::Error;
    qint64 count = 0; ///< number of lines concerned; 1 for a fault of the whole file
    QList<qint64> lines; ///< the first 100, from 1; empty for a fault of the whole file
    QString message; ///< translated sentence for people: what, and what to do

    bool operator==(const Finding &) const = default;
};
inline constexpr qsizetype maxFindingLines = 100;
