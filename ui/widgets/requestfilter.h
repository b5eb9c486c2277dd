// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"
#include "jsonl/findingrows.h"
#include "results/rowquery.h"

#include <QWidget>

class FindLine;
class QComboBox;
class QLabel;

/// What of a draft's requests is shown: those with findings of a sort, and a line that finds as one
/// types.
class RequestFilter final : public QWidget {
    Q_OBJECT
public:
    struct Sort {
        bool isAll = true; ///< whatever was found in them
        FindingRows::Which which = FindingRows::Which::Any;
        QString kind; ///< empty: any
    };
    explicit RequestFilter(QWidget *parent = nullptr);

    [[nodiscard]] Sort sort() const;
    [[nodiscard]] const RowQuery &query() const;
    /// The findings there are; the choice stays, also where nothing is left of it.
    void setFindings(const QList<Finding> &findings);
    void setKind(const QString &kind);
    void setCount(const QString &text);
    void clear();
    void focusLine();

Q_SIGNALS:
    void changed();
    void leaveDown(); ///< a person wants to go on to the rows

private:
    void build();

    QComboBox *m_sort;
    QLabel *m_count;
    FindLine *m_find;
};
