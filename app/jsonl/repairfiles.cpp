// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/repairfiles.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// A write a line would be most of the time of a repair.
constexpr std::size_t bufferBytes = std::size_t(256) << 10;
} // namespace

QString RepairFiles::nameOf(std::size_t number)
{
    if (number == 0)
        return m_target;
    const QFileInfo info(m_target);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    QString name;
    do {
        name = info.dir().filePath(
            u"%1-%2%3"_s.arg(info.completeBaseName()).arg(++m_lastNumber).arg(suffix));
    } while (QFileInfo::exists(name) || QFileInfo(name).isSymLink());
    return name;
}

Result<> RepairFiles::add()
{
    const QString name = nameOf(count());
    if (!m_isDry) {
        Result<OutputFile> output = OutputFile::create(name);
        if (!output)
            return Failure(output.error());
        m_files.push_back({.output = std::move(*output), .buffer = {}});
    }
    m_names.append(name);
    return {};
}

Result<> RepairFiles::flush(File &file)
{
    const Result<> written = file.output.write(file.buffer);
    file.buffer.clear();
    return written;
}

Result<> RepairFiles::write(std::size_t file, std::string_view bytes)
{
    if (m_isDry)
        return {};
    File &to = m_files[file];
    to.buffer += bytes;
    return to.buffer.size() < bufferBytes ? Result<>() : flush(to);
}

Result<> RepairFiles::writeLine(std::size_t file, std::string_view line)
{
    if (m_isDry)
        return {};
    if (std::exchange(m_files[file].isOpen, true))
        m_files[file].buffer += '\n';
    return write(file, line);
}

Result<> RepairFiles::end(std::size_t butFor)
{
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        if (m_files[i].isOpen && i != butFor)
            m_files[i].buffer += '\n';
        if (const Result<> flushed = flush(m_files[i]); !flushed)
            return flushed;
    }
    return {};
}

Result<> RepairFiles::commit()
{
    for (File &file : m_files)
        if (const Result<> synced = file.output.sync(); !synced)
            return synced;
    // The target last: it alone may take the place of another, which would be lost if a later one
    // failed.
    Result<> done;
    std::size_t named = m_files.size();
    while (done && named > 0) {
        --named;
        done = named > 0 ? m_files[named].output.commitNew() : m_files[0].output.commit();
    }
    if (!done)
        for (std::size_t i = named + 1; i < m_files.size(); ++i)
            QFile::remove(m_names[static_cast<qsizetype>(i)]);
    return done;
}
