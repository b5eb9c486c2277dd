// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QWidget>

/// Shown instead of the window where the library cannot be opened: what happened, that nothing was
/// changed, and what can be done.
class FailureWindow final : public QWidget {
    Q_OBJECT
public:
    FailureWindow(const Error &error, const QString &libraryFolder, QWidget *parent = nullptr);

Q_SIGNALS:
    void againWanted();
};
