// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QFuture>
#include <QPlainTextEdit>
#include <QThreadPool>

#include <memory>

namespace KSyntaxHighlighting {
class Repository;
class SyntaxHighlighter;
} // namespace KSyntaxHighlighting

/// Text from outside, read-only and plain: nothing in it is run, loaded or taken for mark-up. JSON
/// is laid out and coloured. What is too long for a text widget is shown by its beginning, and a
/// long unbroken line is never wrapped. GUI thread; layout of large JSON happens on the pool.
class TextViewer final : public QPlainTextEdit {
    Q_OBJECT
public:
    TextViewer(QThreadPool &pool, const QString &accessibleName, QWidget *parent = nullptr);
    ~TextViewer() override;

    void setJson(const QByteArray &json);
    void setProse(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const QByteArray &laidOut, qsizetype whole);
    void followTheme();

    QThreadPool &m_pool;
    QByteArray m_json;
    TaskHandle<QByteArray> m_layout;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter = nullptr;
};
