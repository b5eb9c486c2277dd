// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "library/opening.h"

#include <QTemporaryDir>

#include <memory>

/// What the tests of Library share: a folder that is gone with each test, and libraries in it.
class LibraryRig {
protected:
    void makeFolder()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }
    [[nodiscard]] std::unique_ptr<Library> opened(const QString &name
                                                  = QStringLiteral("library")) const
    {
        return openedAt(m_dir->filePath(name), m_clock);
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
};
