// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/fingerprint.h"

#include <QByteArray>
#include <QString>
#include <QtEndian>

#include <span>

void Fingerprint::add(char type, const void *bytes, qsizetype size)
{
    constexpr quint64 prime = 1099511628211ULL;
    const auto take = [this](quint8 byte) { m_state = (m_state ^ byte) * prime; };
    take(quint8(type));
    const auto *const first = static_cast<const quint8 *>(bytes);
    for (qsizetype i = 0; i < size; ++i)
        take(first[i]);
    // The length closes the value, so that no two lists of values read the same.
    const qint64 length = qToLittleEndian(qint64(size));
    for (const quint8 byte : std::span(reinterpret_cast<const quint8 *>(&length), sizeof length))
        take(byte);
}

void Fingerprint::add(const QVariant &value)
{
    if (value.isNull()) {
        add('n', nullptr, 0);
    } else if (value.typeId() == QMetaType::QByteArray) {
        const QByteArray bytes = value.toByteArray();
        add('b', bytes.constData(), bytes.size());
    } else if (value.typeId() == QMetaType::QString) {
        const QByteArray text = value.toString().toUtf8();
        add('t', text.constData(), text.size());
    } else {
        const qint64 number = qToLittleEndian(value.toLongLong());
        add('i', &number, sizeof number);
    }
}
