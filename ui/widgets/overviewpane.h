// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/ids.h"
#include "results/certificate.h"

#include <QScrollArea>

#include <optional>

class CertificateView;
class ChartCard;
class HistoryView;
class KMessageWidget;
class ProgressChart;
class ProgressLog;
class QAction;
class QFormLayout;
class QBoxLayout;
class Services;
class TextViewer;

/// What is known of a run at a glance: what went wrong, how it came along, its certificate, its facts
/// and its history.
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
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QPalette faint() const;
    void build();
    void showTrouble(const std::vector<const Batch *> &batches);
    void showFacts(const std::vector<const Batch *> &batches);
    void showProgress();
    void showCounts(const RequestCounts &counts);
    void showDetail(const QStringList &details);
    void addFact(const QString &name, const QString &value);

    Services &m_services;
    RunId m_run;
    KMessageWidget *m_trouble;
    CertificateView *m_certificate;
    QWidget *m_facts;
    QFormLayout *m_form = nullptr;
    HistoryView *m_history;
    ProgressLog *m_log;
    ProgressChart *m_chart;
    ChartCard *m_progress;
    QBoxLayout *m_columns = nullptr;
    TextViewer *m_detail;
    QString m_details; ///< what it shows
    QAction *m_showDetail;
    QAction *m_copyDetail;
};
