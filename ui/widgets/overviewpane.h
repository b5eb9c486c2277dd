// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/ids.h"
#include "results/certificate.h"

#include <QScrollArea>

#include <optional>

class CertificateView;
class KMessageWidget;
class QFormLayout;
class QAction;
class QTreeWidget;
class Services;
class TextViewer;

/// What is known of a run at a glance: what went wrong, its certificate, its facts and its history.
class OverviewPane final : public QScrollArea {
    Q_OBJECT
public:
    explicit OverviewPane(Services &services, QWidget *parent = nullptr);
    void showRun(RunId run);
    void setCertificate(const std::optional<Certificate> &certificate);

Q_SIGNALS:
    void outcomeWanted(Outcome outcome);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QPalette faint() const;
    void showTrouble(const std::vector<const Batch *> &batches);
    void showFacts(const std::vector<const Batch *> &batches);
    void showHistory(const std::vector<const Batch *> &batches);
    void showDetail(const QStringList &details);
    void addFact(const QString &name, const QString &value);

    Services &m_services;
    RunId m_run;
    KMessageWidget *m_trouble;
    CertificateView *m_certificate;
    QWidget *m_facts;
    QFormLayout *m_form = nullptr;
    QTreeWidget *m_history;
    TextViewer *m_detail;
    QString m_details; ///< what it shows
    QAction *m_showDetail;
    QAction *m_copyDetail;
};
