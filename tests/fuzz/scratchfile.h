// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "target.h"

#include <QFile>
#include <QTemporaryDir>

#include <string_view>

/// A file for code that reads files only; in memory where the system has such a folder.
class ScratchFile {
public:
    ScratchFile()
        : m_folder((QFile::exists(QStringLiteral("/dev/shm")) ? QStringLiteral("/dev/shm")
                                                              : QDir::tempPath())
                   + QStringLiteral("/batchdesk-fuzz-XXXXXX"))
    {}
    [[nodiscard]] QString path(const QString &name = QStringLiteral("input")) const
    {
        return m_folder.filePath(name);
    }
    /// Puts these bytes there; the path.
    [[nodiscard]] QString with(std::string_view bytes) const
    {
        QFile file(path());
        const auto size = static_cast<qint64>(bytes.size());
        demand(file.open(QIODevice::WriteOnly | QIODevice::Truncate)
                   && file.write(bytes.data(), size) == size,
               "the scratch file can be written");
        return path();
    }

private:
    QTemporaryDir m_folder;
};
