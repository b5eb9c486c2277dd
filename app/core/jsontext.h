// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// JSON laid out anew without reading it: only white space between tokens changes, every token
/// (numbers, escapes, key order) keeps its bytes. Any input is accepted; what is not JSON comes
/// back in some layout with the same non-blank bytes.
namespace jsontext {

/// Indented by two spaces, one member a line. Stops after most bytes of output (0: no end).
[[nodiscard]] QByteArray indented(QByteArrayView json, qsizetype most = 0);

/// On one line, without white space between tokens.
[[nodiscard]] QByteArray compact(QByteArrayView json);

} // namespace jsontext
