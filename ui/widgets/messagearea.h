// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QWidget>

#include <functional>
#include <utility>

class KMessageWidget;
class QVBoxLayout;

/// Where the window says things: inline, newest on top, each with its buttons; nothing ever has to
/// be answered before one can go on. Text is plain text, whatever it holds. GUI thread.
class MessageArea final : public QWidget {
    Q_OBJECT
public:
    enum class Kind : quint8 { Information, Good, Warning, Error };
    struct Button {
        QString text;
        QString icon;
        std::function<void()> pressed; ///< the message goes before it is called
    };
    struct Message {
        QString key; ///< one with the same key takes the place of the last; empty: stands alone
        QString text;
        Kind kind = Kind::Information;
        QList<Button> buttons = {};
        bool stays = false; ///< until it is closed or withdrawn; others go by themselves
    };

    explicit MessageArea(QWidget *parent = nullptr);
    ~MessageArea() override;

    void show(const Message &message);
    void withdraw(const QString &key);
    [[nodiscard]] QStringList texts() const; ///< what is shown, newest first

private:
    void drop(KMessageWidget *widget);
    void limit();

    QVBoxLayout *m_column;
    QList<KMessageWidget *> m_shown; ///< newest first
};
