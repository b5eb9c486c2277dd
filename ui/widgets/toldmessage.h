// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <KMessageWidget>

/// What a page tells of something that was done on it: seen and read out; hidden until there is
/// something. GUI thread.
class ToldMessage final : public KMessageWidget {
    Q_OBJECT
public:
    explicit ToldMessage(QWidget *parent = nullptr);

    /// file: that was written; it can be shown in its folder.
    void tell(const QString &text, KMessageWidget::MessageType type, const QString &file = {});
};
