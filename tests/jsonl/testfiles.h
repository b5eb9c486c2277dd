// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"
#include "support/files.h"

#include <QByteArray>
#include <QDir>
#include <QString>
#include <QTemporaryDir>

/// A folder of small files that is gone with the test.
class TestFiles {
public:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        return writeFile(path(name), bytes);
    }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private:
    QTemporaryDir m_folder;
};

/// "error not_json 2: 3 7" a finding, one a line.
[[nodiscard]] inline QString printed(const QList<Finding> &findings)
{
    QStringList all;
    for (const Finding &finding : findings) {
        QString text = QStringLiteral("%1 %2 %3:")
                           .arg(finding.severity == Severity::Error ? QStringLiteral("error")
                                                                    : QStringLiteral("warning"),
                                finding.kind, QString::number(finding.count));
        for (const qint64 line : finding.lines)
            text += QLatin1Char(' ') + QString::number(line);
        all.append(text);
    }
    return all.join(QLatin1Char('\n'));
}
