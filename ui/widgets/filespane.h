// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "models/runfiles.h"

#include <QWidget>

class QAction;
class QStackedWidget;
class QTableWidget;
class StatePane;

/// The files of a run: what each is, whether it is here, and where. The disk is asked on the pool.
/// GUI thread.
class FilesPane final : public QWidget {
    Q_OBJECT
public:
    explicit FilesPane(QThreadPool &pool, QWidget *parent = nullptr);
    void showFiles(const QList<RunFile> &files);

Q_SIGNALS:
    void told(const QString &text); ///< something was done

private:
    void build();
    void look();
    void fill(const QList<RunFile> &files);
    void setRow(int row, const RunFile &file);
    void copy(const QString &text, const QString &what);
    void update();
    [[nodiscard]] const RunFile *current() const;

    QThreadPool &m_pool;
    QList<RunFile> m_files;
    QList<RunFile> m_asked; ///< before the disk was asked
    TaskHandle<QList<RunFile>> m_looking;
    QStackedWidget *m_stack;
    StatePane *m_state;
    QWidget *m_filled;
    QTableWidget *m_table;
    QAction *m_openFolder;
    QAction *m_copyPath;
    QAction *m_copyId;
    QAction *m_copyDigest;
};
