// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "jsonl/outputfile.h"

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

/// The files that a repair writes: the target and, numbered, those beside it. All appear or none; what
/// is there already stays, but for the target. Lines are gathered before they are written.
class RepairFiles {
public:
    /// dryRun: names are found, nothing is written.
    RepairFiles(QString target, bool dryRun) : m_target(std::move(target)), m_isDry(dryRun) {}

    /// The file of this number, from 0; numbers come one behind the other.
    [[nodiscard]] Result<> add();
    [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(m_names.size()); }
    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// A line without its end, which comes with the next one or with end().
    [[nodiscard]] Result<> writeLine(std::size_t file, std::string_view line);
    [[nodiscard]] Result<> write(std::size_t file, std::string_view bytes);
    /// Line ends where the last line has none, but for one file that is to stay without.
    [[nodiscard]] Result<> end(std::size_t butFor);
    [[nodiscard]] Result<> commit();

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

private:
    struct File {
        OutputFile output;
        std::string buffer;
        bool isOpen = false; ///< its last line has no end yet
    };
    [[nodiscard]] QString nameOf(std::size_t number);
    [[nodiscard]] static Result<> flush(File &file);

    QString m_target;
    bool m_isDry;
    QStringList m_names;
    std::size_t m_lastNumber = 1; ///< in a name
    std::vector<File> m_files;
};
