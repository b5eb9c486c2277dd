// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class TextViewer;

/// Beside a text that can be folded: a sign at each line that something is folded behind or can be. A
/// click changes it; keys and the menu of the text do the same.
class FoldMargin final : public QWidget {
    Q_OBJECT
public:
    explicit FoldMargin(TextViewer &viewer);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    TextViewer &m_viewer;
};
