// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/connection.h"
#include "core/result.h"
#include "secrets/secrets.h"

#include <QWidget>

class KMessageWidget;
class Profiles;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;

/// The fields of one connection: provider, name, address, key and where it will be kept. Holds no
/// state but the fields; what is typed into the key field leaves it only through takeKey().
class ConnectionForm final : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionForm(const Profiles &profiles, QWidget *parent = nullptr);

    void setConnection(const Connection &connection); ///< id null: a new one
    /// The fields as a connection; BadInput with the field where something is missing or wrong.
    [[nodiscard]] Result<Connection> connection() const;
    /// The key as typed, once; the field is emptied. Empty: none was typed, the old one stays.
    [[nodiscard]] SecretBytes takeKey();
    [[nodiscard]] SecretBytes typedKey() const; ///< for a test, which keeps the field
    /// What the keychain said: its name, or why it cannot be used.
    void setKeychain(const Result<QString> &probe);
    void focusKey();
    void focusError(const QString &field);

Q_SIGNALS:
    void edited();

private:
    void buildColour();
    void buildCaFile();
    void chooseCaFile();
    [[nodiscard]] Result<> takeCaFile(Connection &connection) const;
    void showProfile();
    void showKeySource();
    [[nodiscard]] KeySource keySource() const;

    const Profiles &m_profiles;
    Connection m_original;
    Result<QString> m_keychain = QString();
    QFormLayout *m_form;
    QComboBox *m_profile;
    QLabel *m_note;
    QLineEdit *m_name;
    QComboBox *m_colour;
    QLineEdit *m_baseUrl;
    QComboBox *m_keySource;
    QLineEdit *m_key;
    QLineEdit *m_variable;
    QLabel *m_keyPlace;
    QLineEdit *m_caFile;
    QDoubleSpinBox *m_pollMin;
    QDoubleSpinBox *m_pollMax;
};
