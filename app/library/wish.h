// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QDateTime>

/// Something one program wants of the program that drives a connection. A row of the library.
enum class WishKind : quint8 { Submit, Cancel, Fetch, CheckNow, Resubmit, Start, Add };
struct Wish {
    qint64 id = 0;
    WishKind kind = WishKind::Submit;
    RunId run;
    QDateTime at;
    bool operator==(const Wish &) const = default;
};
