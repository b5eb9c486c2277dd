// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <expected>

namespace practice {

/// One part of a form. Views into the body.
struct FormPart {
    QByteArray name;
    QByteArray fileName;
    bool isFile = false;
    QByteArrayView content;
};

/// The boundary of a multipart/form-data content type; empty where it is none.
[[nodiscard]] QByteArray formBoundary(const QByteArray &contentType);

/// The parts of a form as RFC 7578 has it, nothing forgiven; the fault in words otherwise.
[[nodiscard]] std::expected<QList<FormPart>, QByteArray> formParts(QByteArrayView body,
                                                                   const QByteArray &boundary);

} // namespace practice
