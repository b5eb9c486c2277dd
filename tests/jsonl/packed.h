// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonl/unpack.h"

#include <KCompressionDevice>

#include <QBuffer>
#include <QByteArray>

/// A text as one gzip member or zstd frame.
[[nodiscard]] inline QByteArray packed(const QByteArray &text, Packing packing)
{
    if (packing == Packing::None)
        return text;
    auto *buffer = new QBuffer;
    QByteArray bytes;
    buffer->setBuffer(&bytes);
    KCompressionDevice device(buffer, true,
                              packing == Packing::Zstd ? KCompressionDevice::Zstd
                                                       : KCompressionDevice::GZip);
    if (!device.open(QIODevice::WriteOnly) || device.write(text) != text.size())
        qFatal("The test cannot pack its text");
    device.close();
    return bytes;
}

/// A zstd frame that readers are to pass over.
[[nodiscard]] inline QByteArray skippedFrame()
{
    return QByteArray("\x53\x2a\x4d\x18\x05\x00\x00\x00", 8) + "notes";
}

/// What the program zstd makes of "{\"custom_id\":\"a\"}\n", with its checksum.
[[nodiscard]] inline QByteArray frameWithChecksum()
{
    return QByteArray::fromHex("28b52ffd04589100007b22637573746f6d5f6964223a2261227d0a841f59ef");
}
