// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/pagefile.h"

#include <QCoreApplication>
#include <QFile>

#include <functional>
#include <utility>

namespace {

std::pair<quint64, quint64> digest(QStringView one, QStringView other = {})
{
    // 128 bits: two rows that are not the same will not meet.
    constexpr size_t salt = 0x9e3779b97f4a7c15ULL;
    return {qHashMulti(1, one, other), qHashMulti(salt, other, one)};
}

Failure unreadable(const QFile &file)
{
    return Failure(Error{.kind = ErrorKind::Disk,
                         .message = QCoreApplication::translate("Jobs", "%1 cannot be read: %2")
                                        .arg(file.fileName(), file.errorString())});
}

Result<> eachLine(const QString &path, const std::function<Result<>(const QByteArray &)> &take)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.isEmpty())
            return unreadable(file);
        if (const Result<> taken = take(line); !taken)
            return taken;
    }
    return {};
}

PageRow rowOf(const Dialect &dialect, QByteArrayView line)
{
    while (line.endsWith('\n'))
        line.chop(1);
    const PaddedBuffer buffer(std::string_view(line.data(), size_t(line.size())));
    return dialect.readRow(buffer.line());
}

} // namespace

PageFile::PageFile(Options options) : m_options(std::move(options)), m_file(m_options.path) {}

Result<> PageFile::begin()
{
    if (std::exchange(m_isOpen, true))
        return {};
    for (const QString &path : std::as_const(m_options.earlier)) {
        const Result<> read = eachLine(path, [this](const QByteArray &line) {
            m_answered.insert(digest(rowOf(*m_options.dialect, line).customId));
            return Result<>();
        });
        if (!read)
            return read;
    }
    return m_file.begin();
}

Result<PageRows> PageFile::append(const QString &page)
{
    if (const Result<> begun = begin(); !begun)
        return Failure(begun.error());
    PageRows rows;
    const Result<> read
        = eachLine(page, [this, &rows](const QByteArray &line) { return take(line, rows); });
    QFile::remove(page);
    if (!read)
        return Failure(read.error());
    return rows;
}

bool PageFile::isWanted(const PageRow &row) const
{
    return !m_options.isRest || (row.hasFailed && !m_answered.contains(digest(row.customId)));
}

Result<> PageFile::take(const QByteArray &line, PageRows &rows)
{
    const PageRow row = rowOf(*m_options.dialect, line);
    ++rows.count;
    rows.lastId = row.id;
    // A row that says nothing of itself is known by all of its bytes.
    const bool isNameless = row.id.isEmpty() && row.customId.isEmpty();
    const Digest seen
        = isNameless ? digest(QString::fromLatin1(line)) : digest(row.id, row.customId);
    const qsizetype before = m_seen.size();
    m_seen.insert(seen);
    if (m_seen.size() == before)
        return {};
    ++rows.fresh;
    return isWanted(row) ? m_file.write(line) : Result<>();
}

Result<> PageFile::commit(HttpReply &reply)
{
    if (const Result<> begun = begin(); !begun)
        return begun;
    return m_file.commit(reply);
}
