// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// Where the practice provider of a library listens.
struct PracticePort {
    qint64 pid = 0;
    quint16 port = 0;
    QByteArray token; ///< what this very process answers to

    bool operator==(const PracticePort &) const = default;
};

/// port.json in the practice folder of a library: written as a whole by the process that serves,
/// readable by its user alone, and removed when it ends.
class PortFile {
public:
    explicit PortFile(const QString &practiceFolder);

    [[nodiscard]] Result<> write(const PracticePort &port) const;
    /// Nothing where there is none, or none that can be used.
    [[nodiscard]] std::optional<PracticePort> read() const;
    void remove() const;

private:
    QString m_path;
};
