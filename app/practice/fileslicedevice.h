// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/apimessage.h"

#include <QFile>
#include <QIODevice>

namespace practice {

/// Part of a file as a device of its own, for an answer that is streamed. Thread of the server.
class FileSliceDevice final : public QIODevice {
    Q_OBJECT
public:
    explicit FileSliceDevice(const FileSlice &slice);

    [[nodiscard]] bool openSlice();
    [[nodiscard]] qint64 size() const override { return m_length; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QFile m_file;
    qint64 m_offset;
    qint64 m_length;
};

} // namespace practice
