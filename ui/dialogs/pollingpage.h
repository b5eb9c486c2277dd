// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/connection.h"
#include "dialogs/preferencepage.h"

#include <QList>

class Library;
class QDoubleSpinBox;
class QVBoxLayout;

/// How soon batches are asked about: each connection's shortest and longest wait, and what happens
/// when the computer wakes up.
class PollingPage final : public PreferencePage {
    Q_OBJECT
public:
    explicit PollingPage(Library &library, QWidget *parent = nullptr);

    void showKept() override;
    void showUsual() override;
    [[nodiscard]] QString fault() const override;
    [[nodiscard]] QFuture<Result<>> keep() override;

private:
    struct Row {
        ConnectionId id;
        QString name;
        QDoubleSpinBox *shortest;
        QDoubleSpinBox *longest;
    };
    [[nodiscard]] QDoubleSpinBox *seconds(const QString &name);
    [[nodiscard]] Result<> keepRow(const Row &row);

    Library &m_library;
    QList<Row> m_rows;
    QCheckBox *m_wake;
};
