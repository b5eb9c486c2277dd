// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run.h"
#include "jsonl/preflight.h"
#include "profiles/profile.h"

#include <QWidget>

#include <optional>

class ConnectionModel;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class Services;

/// How a run is sent: connection, name, endpoint, window, metadata. Fields that the provider lacks
/// are absent. Knows nothing of the requests but what it is told for its summary.
class SubmitForm final : public QWidget {
    Q_OBJECT
public:
    explicit SubmitForm(Services &services, QWidget *parent = nullptr);

    void setName(const QString &name); ///< unless a person typed one
    [[nodiscard]] ConnectionId connectionId() const;
    void selectConnection(ConnectionId id);
    void setSettings(const Run &run); ///< those of a run that was sent before
    void selectEndpoint(const QString &endpoint);
    /// The settings as a run without requests.
    [[nodiscard]] Run settings() const;
    /// The summary line and whether Submit may be pressed; reason: why not, empty: it may.
    void setSummary(const std::optional<PreflightReport> &report, const QString &reason);

Q_SIGNALS:
    void connectionChanged();
    void submitPressed();
    void newConnectionWanted();

private:
    void showProfile();
    void showSubmit();
    void addMetadataRow(const QString &key = {}, const QByteArray &value = {});
    [[nodiscard]] QByteArray metadataAt(int row) const;
    [[nodiscard]] QWidget *metadataEditor();

    Services &m_services;
    ConnectionModel *m_model;
    std::optional<Profile> m_profile;
    QFormLayout *m_form;
    QComboBox *m_connection;
    QLineEdit *m_name;
    QLineEdit *m_description;
    QLineEdit *m_tags;
    QComboBox *m_endpoint;
    QComboBox *m_window;
    QTableWidget *m_metadata;
    QWidget *m_metadataBox;
    QCheckBox *m_hold;
    QLabel *m_summary;
    QLabel *m_reason;
    QPushButton *m_submit;
};
