// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QVBoxLayout;

/// A sheet with a heading that holds one part of a page.
class Card final : public QWidget {
    Q_OBJECT
public:
    Card(const QString &heading, QWidget *content, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};
