// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFileInfo>
#include <QString>
#include <QtEnvironmentVariables>

/// A file or folder of the samples of others, which lie beside the project or where
/// BATCHDESK_SHARED says; empty where it is absent.
[[nodiscard]] inline QString sharedFile(const QString &name)
{
    const QString folder
        = qEnvironmentVariable("BATCHDESK_SHARED", QStringLiteral(SOURCE_DIR "/../shared"));
    const QString path = folder + QLatin1Char('/') + name;
    return QFileInfo::exists(path) ? path : QString();
}
