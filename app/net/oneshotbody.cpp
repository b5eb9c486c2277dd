// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/oneshotbody.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

Result<std::unique_ptr<OneShotBody>> OneShotBody::fromFile(const QString &path)
{
    std::unique_ptr<OneShotBody> body(new OneShotBody);
    body->m_file.setFileName(path);
    if (!body->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Failure(
            Error{.kind = ErrorKind::FileChanged,
                  .message = QCoreApplication::translate("HttpClient", "%1 cannot be read: %2")
                                 .arg(path, body->m_file.errorString())});
    body->m_length = body->m_file.size();
    body->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return body;
}

OneShotBody::OneShotBody(QByteArray bytes) : m_bytes(std::move(bytes)), m_length(m_bytes.size())
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    if (m_taken == m_length || m_broken)
        return -1;
    const qint64 wanted = std::min(maxSize, m_length - m_taken);
    qint64 count = wanted;
    if (m_file.isOpen())
        count = m_file.read(data, wanted);
    else
        std::memcpy(data, m_bytes.constData() + m_taken, static_cast<std::size_t>(wanted));
    if (count <= 0 && wanted > 0) {
        m_broken = true;
        setErrorString(count < 0 ? m_file.errorString()
                                 : QCoreApplication::translate("HttpClient",
                                                               "the file is shorter than it was"));
        return -1;
    }
    m_taken += count;
    return count;
}

qint64 OneShotBody::writeData(const char *, qint64)
{
    return -1;
}

#include "moc_oneshotbody.cpp"
