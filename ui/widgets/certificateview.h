// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/certificate.h"

#include <QIcon>
#include <QWidget>

#include <optional>

class ComparisonView;
class QGridLayout;
class QLabel;

/// The certificate of a run: a bar of its outcomes, each with its count, beside what the provider
/// counts; where the two differ it says so, figure by figure. The same figures are text for those who cannot see it.
class CertificateView final : public QWidget {
    Q_OBJECT
public:
    explicit CertificateView(QWidget *parent = nullptr);
    void setCertificate(const std::optional<Certificate> &certificate);

Q_SIGNALS:
    void outcomeWanted(Outcome outcome); ///< a person pressed its count

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QIcon tintedIcon(Outcome outcome) const;
    void fill(const Certificate &certificate);

    class Bar;
    Bar *m_bar;
    QGridLayout *m_grid;
    QLabel *m_words;
    QLabel *m_disagreement;
    ComparisonView *m_comparison;
    QWidget *m_rows;
    std::optional<Certificate> m_shown;
};
