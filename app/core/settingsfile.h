// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStandardPaths>
#include <QString>

/// Where a person's settings are: one INI file in the XDG configuration folder. Never a key.
[[nodiscard]] inline QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/batchdesk/batchdesk.ini");
}
