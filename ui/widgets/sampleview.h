// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonl/repairplan.h"
#include "models/draft.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPlainTextEdit;
class QPushButton;

/// Lines before and after a repair of one kind, side by side, one after the other. The changed place
/// stands in ⟦ ⟧ and is underlined. Lines are read on the pool; the newest wish wins. GUI thread.
class SampleView final : public QWidget {
    Q_OBJECT
public:
    SampleView(QThreadPool &pool, RepairSource source, QWidget *parent = nullptr);
    ~SampleView() override;

    /// kind: one of the plan's, or empty for none.
    void show(std::shared_ptr<const RepairPlan> plan, const QString &kind);
    void setMaxTokens(qint64 maxTokens);

private:
    void build();
    void step(int by);
    void read();
    void showSample(const Result<RepairSample> &sample);
    [[nodiscard]] qsizetype count() const;

    QThreadPool &m_pool;
    RepairSource m_source;
    std::shared_ptr<const RepairPlan> m_plan;
    QString m_kind;
    qint64 m_maxTokens = 0;
    qsizetype m_place = 0; ///< among the changes of the kind
    quint64 m_generation = 0;
    QLabel *m_where;
    QPushButton *m_previous;
    QPushButton *m_next;
    QPlainTextEdit *m_before;
    QPlainTextEdit *m_after;
};
