// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

/// A large button with a picture, a title and a line that says what will happen: for a page that has
/// nothing else to show.
class ChoiceButton final : public QAbstractButton {
    Q_OBJECT
public:
    ChoiceButton(const QString &title, const QString &description, const QString &icon,
                 QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] QRect textRect(int width) const;

    QString m_description;
    QString m_icon;
};
