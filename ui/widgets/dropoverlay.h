// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

/// Lies over the window while files are dragged across it and says what dropping them would do.
class DropOverlay final : public QWidget {
    Q_OBJECT
public:
    explicit DropOverlay(QWidget *parent);
    void appear(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};
