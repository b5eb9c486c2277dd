// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Opens the folder of a file in the desktop's file manager, with the file chosen where the file
/// manager can do that. Never waits.
void showInFolder(const QString &file);
