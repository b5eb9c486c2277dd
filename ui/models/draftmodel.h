// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "jsonl/lineindex.h"
#include "jsonl/linelist.h"

#include <QAbstractTableModel>
#include <QByteArray>
#include <QCache>
#include <QSet>
#include <QString>
#include <QUndoStack>

#include <memory>
#include <vector>

/// The requests of a draft: lines of a file that stays as it is, with what a person added, changed
/// or took out laid over. Lines of the file are read on the pool in windows; data() never touches
/// a file. Changes go through the undo stack. GUI thread.
class DraftModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, IdColumn, ModelColumn, PromptColumn, ColumnCount };

    explicit DraftModel(QThreadPool &pool, QObject *parent = nullptr);
    ~DraftModel() override;

    /// Starts over with the lines of a file, or with none (path empty).
    void setFile(const QString &path, std::shared_ptr<const LineIndex> index);
    /// The same lines are read from another file from now on; changes stay. What is there already is
    /// read again, and told where it is not the same.
    void moveTo(const QString &path, std::shared_ptr<const LineIndex> index);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// The bytes of a row where they are at hand; empty while they are being read (dataChanged
    /// follows).
    [[nodiscard]] QByteArray line(int row) const;
    void setLine(int row, const QByteArray &line);
    void insertLines(int row, const QList<QByteArray> &lines);
    void removeLines(QList<int> rows);
    /// These in place of all that there are, in one step.
    void replaceLines(const QList<QByteArray> &lines, const QString &what);
    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }
    /// True once anything differs from the file.
    [[nodiscard]] bool isChanged() const { return m_changed; }
    [[nodiscard]] QString freshId(const QString &wish) const;

    /// What a worker needs to write the draft out or to look through it: a frozen copy, made once for
    /// each change.
    [[nodiscard]] std::shared_ptr<const LineList> lines() const;
    [[nodiscard]] QThreadPool &pool() const { return m_pool; }

Q_SIGNALS:
    void edited();

private:
    friend class ReplaceLinesCommand;
    struct Entry {
        qint64 fileRow = -1; ///< row of the file, or -1
        QByteArray bytes; ///< where it is no row of the file
    };
    struct Shown {
        QString id;
        QString model;
        QString prompt;
        QByteArray bytes;
    };
    void replace(int row, int removed, const std::vector<Entry> &inserted);
    void request(qint64 fileRow) const;
    void windowRead(qint64 window, const QList<QByteArray> &lines);
    [[nodiscard]] static Shown shown(const QByteArray &line);
    [[nodiscard]] const Shown *shownRow(int row) const;

    QThreadPool &m_pool;
    QString m_path;
    std::shared_ptr<const LineIndex> m_index;
    std::vector<Entry> m_entries;
    mutable std::shared_ptr<const LineList> m_lines; ///< of m_entries; null: not made yet
    mutable QCache<qint64, QList<Shown>> m_windows; ///< of the file
    mutable QCache<QByteArray, Shown> m_edited; ///< of changed lines, by their bytes
    mutable QSet<qint64> m_reading;
    mutable quint64 m_generation = 0;
    bool m_changed = false;
    QUndoStack m_undo;
};
