// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;

/// A fault of one field, right below it: an icon and a sentence. Not there while all is well. The
/// field says the same to a screen reader.
class FaultNote final : public QWidget {
    Q_OBJECT
public:
    explicit FaultNote(QWidget &field, QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QWidget &m_field;
    QLabel *m_icon;
    QLabel *m_words;
};
