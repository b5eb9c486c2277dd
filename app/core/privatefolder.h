// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Makes a folder that only its owner can enter, and what is missing above it. What was made is also
/// on the disk: a file that is synced in a folder whose own name was not could be gone after a loss
/// of power. False: errno says why.
[[nodiscard]] bool makePrivateFolder(const QString &folder);

/// Puts the names in a folder on the disk, as after a rename. 0 or an errno; some file systems cannot
/// sync folders, and as nothing better is to be had there, that is 0.
[[nodiscard]] int syncNames(const QString &folder);
