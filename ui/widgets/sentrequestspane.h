// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonl/lineindex.h"

#include <QWidget>

#include <memory>

class DraftModel;
class QTableView;
class QThreadPool;
class TextViewer;

/// The requests of a run as they were sent: a table, and the chosen one whole beside it.
class SentRequestsPane final : public QWidget {
    Q_OBJECT
public:
    explicit SentRequestsPane(QThreadPool &pool, QWidget *parent = nullptr);
    void setRequests(const QString &path, std::shared_ptr<const LineIndex> index);
    void clear();

private:
    void showRequest();

    DraftModel *m_model;
    QTableView *m_table;
    TextViewer *m_request;
};
