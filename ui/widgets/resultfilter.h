// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/certificate.h"
#include "results/rowquery.h"

#include <QWidget>

#include <optional>

class FindLine;
class QComboBox;

/// What of a run's rows is shown: an outcome, and a line that finds as one types.
class ResultFilter final : public QWidget {
    Q_OBJECT
public:
    explicit ResultFilter(QWidget *parent = nullptr);

    [[nodiscard]] const RowQuery &query() const { return m_query; }
    /// The outcomes there are, with their numbers; none: nothing is shown at all.
    void setCounts(const std::optional<Certificate> &certificate);
    void setOutcome(Outcome outcome);
    /// What is typed in; nothing else narrows it.
    void setLine(const QString &text);
    /// To the right of the line: how many rows are shown.
    void setCount(const QString &text);
    void clear();
    void focusLine();
    /// Looks for rows by this alone; the value is selected, so that another one can be typed.
    void setCondition(const QString &condition);

Q_SIGNALS:
    void changed();
    void leaveDown(); ///< a person wants to go on to the rows

private:
    void build();
    void read();

    RowQuery m_query;
    QComboBox *m_outcome;
    QComboBox *m_where;
    FindLine *m_find;
};
