// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFile>
#include <QIODevice>

#include <memory>

/// A request body that can be sent once and never again.
///
/// QNetworkAccessManager repeats a request by itself when a connection breaks before the answer:
/// one post() can put four POSTs on the wire. It has to rewind the body for that, so a sequential
/// device whose reset() says no makes it give up instead (measured on Qt 6.8; tst_oneshotbody and
/// tst_httpclient watch over it). It must be sent with DoNotBufferUploadDataAttribute and an
/// explicit Content-Length, or Qt keeps a copy of its own and repeats that.
class OneShotBody final : public QIODevice {
    Q_OBJECT
public:
    /// The exact bytes of a file, read while they are sent. FileChanged where it is gone.
    [[nodiscard]] static Result<std::unique_ptr<OneShotBody>> fromFile(const QString &path);
    explicit OneShotBody(QByteArray bytes);

    [[nodiscard]] qint64 contentLength() const { return m_length; }
    /// How much the network has taken. As long as it is zero no server has seen a whole request.
    [[nodiscard]] qint64 bytesTaken() const { return m_taken; }
    /// The file ended early or could not be read: the request can never be complete.
    [[nodiscard]] bool isBroken() const { return m_broken; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_broken || m_taken == m_length; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_broken ? 0 : m_length - m_taken;
    }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    OneShotBody() = default;

    QByteArray m_bytes;
    QFile m_file;
    qint64 m_length = 0;
    qint64 m_taken = 0;
    bool m_broken = false;
};
