// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/runfiltermodel.h"

#include <QTimer>
#include <QWidget>

class Library;
class QComboBox;
class QLabel;
class QLineEdit;
class RunModel;

/// The line above the runs: what is searched for, and of which state, connection and tag. What was
/// set is kept over restarts. Escape takes all of it away. GUI thread.
class RunFilterBar final : public QWidget {
    Q_OBJECT
public:
    RunFilterBar(const Library &library, const RunModel &runs, QWidget *parent = nullptr);
    ~RunFilterBar() override;

    [[nodiscard]] RunFilter filter() const;
    void setFilter(const RunFilter &filter);
    void clear() { setFilter({}); }
    void focusSearch();
    void setCount(int shown, int all);

Q_SIGNALS:
    void changed();
    void listWanted(); ///< from the search on to what it found

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillGroups();
    void fillConnections();
    void fillTags();
    void tell();
    void restore();
    void keep() const;

    const Library &m_library;
    const RunModel &m_runs;
    QLineEdit *m_search;
    QComboBox *m_group;
    QComboBox *m_connection;
    QComboBox *m_tag;
    QLabel *m_count;
    QTimer m_soon; ///< to keep it
    bool m_isQuiet = false; ///< several parts are set at once
};
