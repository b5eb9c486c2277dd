// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QString>

#include <utility>

/// The copy in the library of a file that did not become a run.
class Discard {
public:
    explicit Discard(QString path) : m_path(std::move(path)) {}
    ~Discard()
    {
        if (!m_path.isEmpty())
            QFile::remove(m_path);
    }
    void keep() { m_path.clear(); }
    Q_DISABLE_COPY_MOVE(Discard)

private:
    QString m_path;
};
