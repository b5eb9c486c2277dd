// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialogs/preferencepage.h"
#include "net/proxychoice.h"

#include <functional>

class QComboBox;
class QLineEdit;
class QSpinBox;
class Secrets;

/// By which way requests leave this computer. A password goes to the keychain and nowhere else.
class NetworkPage final : public PreferencePage {
    Q_OBJECT
public:
    /// apply: what is in the settings file counts from now on.
    NetworkPage(Secrets &secrets, std::function<void()> apply, QWidget *parent = nullptr);

    void showKept() override;
    void showUsual() override;
    [[nodiscard]] QString fault() const override;
    [[nodiscard]] QFuture<Result<>> keep() override;

private:
    void show(const ProxyChoice &choice);
    void update();
    [[nodiscard]] ProxyChoice shown() const;

    Secrets &m_secrets;
    std::function<void()> m_apply;
    QComboBox *m_kind;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
};
