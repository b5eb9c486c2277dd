// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QDateTime>
#include <QString>

/// Something one program wants of the program that drives a connection. A row of the library.
enum class WishKind : quint8 { Submit, Cancel, Fetch, CheckNow, Resubmit, Start, Add };
struct Wish {
    qint64 id = 0;
    WishKind kind = WishKind::Submit;
    RunId run;
    QDateTime at;
    QString program = {}; ///< in which a person had it: "window", "batchctl"
    bool operator==(const Wish &) const = default;
};
