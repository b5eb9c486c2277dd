// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

/// One place in JSON.
struct JsonPlace {
    QString pointer; ///< as of RFC 6901; empty: the whole
    QByteArray value; ///< as it stands there; of an object or array that goes on its bracket alone
};

/// What stands on a line (from 0) of JSON that jsontext::indented laid out: the value that begins there,
/// or the object or array that ends there. Of bytes that are no JSON some place; behind the end the
/// last one.
[[nodiscard]] JsonPlace jsonPlaceAt(QByteArrayView indented, qsizetype line);
