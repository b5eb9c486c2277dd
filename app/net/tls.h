// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QString>

/// The certificates of a connection's own CA file (setting ca_file): PEM, one or several. BadInput
/// with the field ca_file where the file is missing, unreadable, holds none, or one that is broken.
[[nodiscard]] Result<QList<QSslCertificate>> readCaFile(const QString &path);

/// How every connection is encrypted: TLS 1.2 or newer, the certificate always checked, against the
/// system's CAs and these. There is no way to accept another one.
[[nodiscard]] QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &ownCas);
