// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/dialect.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

/// Saved replies and files of a provider, read as the program would, and told in JSON. Pure.
namespace reading {

/// One kind of reply or file: "batch", "list_page", "output_lines" ...
struct Reader {
    const char *kind;
    Result<QJsonObject> (*read)(const Dialect &dialect, const Profile &profile,
                                const HttpReply &reply);
};
[[nodiscard]] const Reader *find(const QString &kind); ///< null: there is none
[[nodiscard]] QStringList kinds();

} // namespace reading
