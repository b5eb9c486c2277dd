// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/rowquery.h"

#include <QWidget>

#include <functional>

class FaultNote;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

/// A line that finds as one types, with switches for case and expressions, and how much was found. Says
/// below what is wrong with it; until that is mended the query stays what it was.
class FindLine final : public QWidget {
    Q_OBJECT
public:
    using Parse = Result<RowQuery> (*)(const QString &text, bool isPattern);
    FindLine(Parse parse, const QString &objectName, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit &line() { return *m_line; }
    /// As if a person had typed it, with both switches off.
    void setText(const QString &text);
    /// A choice before the line, with its label, and one behind it.
    void addBefore(const QString &label, QWidget *choice);
    void addBehind(QWidget *choice);
    /// Called for Escape in the empty line; true: it did something.
    void setOnEscape(std::function<bool()> onEscape) { m_onEscape = std::move(onEscape); }
    [[nodiscard]] const RowQuery &query() const { return m_query; }
    /// To the right of the line: how many rows are shown.
    void setCount(const QString &text);
    void focusLine();
    /// Looks for this, which is no expression; a part of it is selected, where from is not negative.
    void setPlainText(const QString &text, int from, int length);

Q_SIGNALS:
    void changed();
    void leaveDown(); ///< a person wants to go on to the rows

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();

    Parse m_parse;
    RowQuery m_query;
    std::function<bool()> m_onEscape;
    QHBoxLayout *m_row;
    QLineEdit *m_line;
    QToolButton *m_case;
    QToolButton *m_pattern;
    QLabel *m_count;
    FaultNote *m_fault;
};
