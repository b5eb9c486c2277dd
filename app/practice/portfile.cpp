// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/portfile.h"

#include "practice/linefile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

PortFile::PortFile(const QString &practiceFolder) : m_path(practiceFolder + "/port.json"_L1) {}

Result<> PortFile::write(const PracticePort &port) const
{
    const QJsonObject json{{u"pid"_s, port.pid},
                           {u"port"_s, port.port},
                           {u"token"_s, QString::fromLatin1(port.token)},
                           {u"version"_s, QStringLiteral(BATCHDESK_VERSION)}};
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(QJsonDocument(json).toJson(QJsonDocument::Compact)) < 0 || !file.commit())
        return Failure(practice::diskError(file));
    return {};
}

std::optional<PracticePort> PortFile::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const qint64 port = json["port"_L1].toInteger();
    const PracticePort found{.pid = json["pid"_L1].toInteger(),
                             .port = static_cast<quint16>(port),
                             .token = json["token"_L1].toString().toLatin1()};
    return port > 0 && port <= 65535 && !found.token.isEmpty() ? std::optional(found)
                                                               : std::nullopt;
}

void PortFile::remove() const
{
    QFile::remove(m_path);
}
