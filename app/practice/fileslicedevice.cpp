// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/fileslicedevice.h"

#include <algorithm>

namespace practice {

FileSliceDevice::FileSliceDevice(const FileSlice &slice)
    : m_file(slice.path), m_offset(slice.offset), m_length(slice.length)
{}

bool FileSliceDevice::openSlice()
{
    return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
        && m_file.size() >= m_offset + m_length && m_file.seek(m_offset)
        && open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 FileSliceDevice::readData(char *data, qint64 maxSize)
{
    const qint64 left = m_offset + m_length - m_file.pos();
    return m_file.read(data, std::min(maxSize, left));
}

qint64 FileSliceDevice::writeData(const char *, qint64)
{
    return -1;
}

} // namespace practice

#include "moc_fileslicedevice.cpp"
