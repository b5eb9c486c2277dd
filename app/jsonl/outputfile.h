// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>

#include <string_view>

/// A file that appears only when it is whole: written under another name beside its own, synced,
/// then renamed, and the folder synced. Without commit() nothing is left behind. Readable by its
/// owner alone. Folders that are missing are made. All errors are Disk.
class OutputFile {
public:
    [[nodiscard]] static Result<OutputFile> create(const QString &path);
    OutputFile(OutputFile &&other) noexcept;
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;
    ~OutputFile();

    [[nodiscard]] Result<> write(std::string_view bytes);
    /// Everything written is on the disk; the file has its temporary name still.
    [[nodiscard]] Result<> sync();
    /// Gives the file its own name, in place of one that may be there.
    [[nodiscard]] Result<> commit();
    /// The same, but a file that is there already is an error and stays.
    [[nodiscard]] Result<> commitNew();
    [[nodiscard]] const QString &temporaryPath() const { return m_temporary; }

private:
    OutputFile() = default;
    [[nodiscard]] Result<> rename(unsigned flags);
    [[nodiscard]] Error failure(int code) const;

    int m_fd = -1;
    QString m_path;
    QString m_temporary;
};
