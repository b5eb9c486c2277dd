// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <KMessageWidget>

#include <QList>

class RunModel;

/// Says above the runs that submissions are uncertain, and what can be done. Not there while none is.
class DoubtNote final : public KMessageWidget {
    Q_OBJECT
public:
    explicit DoubtNote(const RunModel &runs, QWidget *parent = nullptr);

    /// Runs with a submission of which nobody knows whether it was created.
    [[nodiscard]] QList<RunId> runsInDoubt() const;

Q_SIGNALS:
    void showWanted(); ///< those runs alone
    void lookWanted(const QList<RunId> &runs); ///< at the provider, now

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void update();
    void fit();

    const RunModel &m_runs;
};
