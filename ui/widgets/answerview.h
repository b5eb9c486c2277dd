// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/textanswer.h"

#include <QWidget>

class AnswerModel;
class ProgressDelegate;
class QLabel;
class QTableView;
class QThreadPool;
class TextViewer;

/// One answer to read: its text, or what a text operation found, in parts. Nothing of it is run,
/// loaded or taken for mark-up.
class AnswerView final : public QWidget {
    Q_OBJECT
public:
    explicit AnswerView(QThreadPool &pool, QWidget *parent = nullptr);

    /// The answer as it is; warning: why it is not shown in parts, or empty.
    void setProse(const QString &text, const QString &warning = {});
    void setAnswer(const TextAnswer &answer);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();
    void setHeadline(const QString &text);

    QLabel *m_warning;
    QLabel *m_headline;
    QTableView *m_table;
    AnswerModel *m_model;
    ProgressDelegate *m_bars;
    TextViewer *m_text;
};
