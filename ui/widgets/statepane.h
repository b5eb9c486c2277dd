// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QProgressBar;

/// What a page shows instead of its table: nothing there, still on the way, not possible. A picture,
/// a heading, words that say what to do, and buttons for it. All text is plain text.
class StatePane final : public QWidget {
    Q_OBJECT
public:
    struct Content {
        QString icon; ///< of theme/icons.h
        QString heading;
        QString words = {};
        QList<QAction *> actions = {}; ///< not owned; offered while they can be used
        bool isBusy = false;

        bool operator==(const Content &) const = default;
    };
    explicit StatePane(QWidget *parent = nullptr);

    void say(const Content &content);
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString words() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_heading;
    QLabel *m_words;
    QProgressBar *m_busy;
    QHBoxLayout *m_buttons;
};
