// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <QLabel>
#include <QTimer>

class RunModel;

/// How many runs are under way and when the provider is asked next, told anew each second while there are any.
class StatusStrip final : public QLabel {
    Q_OBJECT
public:
    StatusStrip(const RunModel &runs, const Clock &clock, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    void update();

    const RunModel &m_runs;
    const Clock &m_clock;
    QTimer m_second;
    QTimer m_soon;
};
