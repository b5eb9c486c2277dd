// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonl/repairplan.h"

#include <QByteArrayView>
#include <QString>

/// What the window says of repairs.
namespace repairwords {

/// What will be done: "Set stream to false".
[[nodiscard]] QString sentence(QStringView kind);
/// What it is about, as a part of a list: "stream".
[[nodiscard]] QString name(QStringView kind);
/// What was done: names with numbers, one behind the other; empty where nothing was.
[[nodiscard]] QString list(const RepairReport &report);

/// One side of a sample as text, in three parts: before the place, the place, behind it.
struct Shown {
    QString front;
    QString place;
    QString back;
};
[[nodiscard]] Shown shown(const RepairSample::Side &side);
/// Bytes of a file: what is no UTF-8 as ⟨FF⟩, a CR as ␍, a byte order mark as ⟨BOM⟩.
[[nodiscard]] QString visibleBytes(QByteArrayView bytes);

} // namespace repairwords
