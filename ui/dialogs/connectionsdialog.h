// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "jobs/driver.h"
#include "secrets/secrets.h"

#include <QDialog>

#include <optional>

class ConnectionForm;
class ConnectionModel;
class KMessageWidget;
class QListView;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;
class Services;

/// Add, edit, test and remove connections. Non-modal. A removal can be undone, with the key, until
/// something else is done here or the dialog is closed; the keychain is rid of the key at once. GUI
/// thread.
class ConnectionsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ConnectionsDialog(Services &services, QWidget *parent = nullptr);
    ~ConnectionsDialog() override;

    void select(ConnectionId id, bool replaceKey = false); ///< replaceKey: focus the key field
    void addNew();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildList(QVBoxLayout *column);
    void buildForm(QVBoxLayout *column);
    void showCurrent();
    void save();
    void storeKey(const Connection &connection, SecretBytes key);
    void saved(const Connection &connection, bool keyIsNew);
    void test();
    void showCheck(const Result<ConnectionCheck> &check);
    void remove();
    void takeKeyAway();
    void undoRemoval();
    void forgetRemoval();
    void updateButtons();
    void tell(const QString &text, bool isError);

    Services &m_services;
    ConnectionModel *m_model;
    QListView *m_list;
    QStackedWidget *m_right;
    ConnectionForm *m_form;
    QWidget *m_builtIn;
    KMessageWidget *m_message;
    QWidget *m_checkResult;
    QPushButton *m_test;
    QPushButton *m_save;
    QPushButton *m_remove;
    ConnectionId m_current; ///< null: a new one
    TaskHandle<Result<ConnectionCheck>> m_checking;
    TaskHandle<Result<QString>> m_probing;
    TaskHandle<Result<>> m_storing;

    /// The last removal, for Undo.
    struct Removed {
        Connection connection;
        SecretBytes key; ///< as it was in the keychain; empty: none, or it could not be read
        bool isInKeychain = false; ///< still, or not known to be gone
    };
    std::optional<Removed> m_removed;
    QAction *m_undo;
    TaskHandle<Result<SecretBytes>> m_reading;
};
