// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QTemporaryDir>

/// Settings that nothing else sees and that go with this: what one test sets up, no other one finds.
/// Before anything that reads settings is made.
class OwnSettings {
public:
    OwnSettings() { qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.path())); }

private:
    QTemporaryDir m_folder;
};
