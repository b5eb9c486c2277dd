// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compose/requestform.h"

#include <QWidget>

class QTableWidget;

/// A list of names and texts to edit: entities or labels. Insert adds a row, Delete takes one out,
/// Tab leaves the table.
class NamedTextTable final : public QWidget {
    Q_OBJECT
public:
    explicit NamedTextTable(QWidget *parent = nullptr);

    void setWords(const QString &accessibleName, const QStringList &headings);
    void setEntries(const QList<NamedText> &entries);
    [[nodiscard]] const QList<NamedText> &entries() const { return m_entries; }
    [[nodiscard]] QTableWidget &table() { return *m_table; }

Q_SIGNALS:
    void edited(); ///< by a person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRow();
    void removeRow();
    void showRow(int row);
    void takeCell(int row, int column);

    QTableWidget *m_table;
    QList<NamedText> m_entries;
};
