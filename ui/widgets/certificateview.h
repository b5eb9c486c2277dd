// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/certificate.h"

#include <QIcon>
#include <QWidget>

#include <optional>

class ComparisonView;
class QBoxLayout;
class QGridLayout;
class QLabel;

/// The certificate of a run: a bar of its outcomes, each with its count, and beside them (below, where
/// there is no room) what the provider counts; where the two differ it says so, figure by figure. The
/// same figures are text for those who cannot see it.
class CertificateView final : public QWidget {
    Q_OBJECT
public:
    explicit CertificateView(QWidget *parent = nullptr);
    void setCertificate(const std::optional<Certificate> &certificate);
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void outcomeWanted(Outcome outcome); ///< a person pressed its count

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QIcon tintedIcon(Outcome outcome) const;
    void arrange();
    /// Each gives what a screen reader says of it.
    [[nodiscard]] QStringList showOutcomes(const Certificate &certificate);
    [[nodiscard]] QString addOutcome(QGridLayout &grid, Outcome outcome,
                                     const Certificate &certificate);
    [[nodiscard]] QStringList showComparison(const Certificate &certificate);

    class Bar;
    Bar *m_bar;
    QBoxLayout *m_parts; ///< the outcomes, and what is said of them
    QWidget *m_side;
    QLabel *m_words;
    QLabel *m_disagreement;
    ComparisonView *m_comparison;
    QWidget *m_rows = nullptr; ///< one for each outcome
    std::optional<Certificate> m_shown;
};
