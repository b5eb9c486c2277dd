// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

/// What this program is, its version and licence, and where the data lies. Non-modal.
class AboutDialog final : public QDialog {
    Q_OBJECT
public:
    AboutDialog(const QString &libraryFolder, QWidget *parent);
    static void open(QWidget *parent, const QString &libraryFolder);
};
