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
/// long line in several; what cannot be seen is shown by signs (visibletext.h). Copying gives the
/// lines as they are in the text. GUI thread; layout of large JSON happens on the pool.
class TextViewer final : public QPlainTextEdit {
    Q_OBJECT
public:
    TextViewer(QThreadPool &pool, const QString &accessibleName, QWidget *parent = nullptr);
    ~TextViewer() override;

    void setJson(const QByteArray &json);
    void setProse(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    void show(const QByteArray &laidOut, qsizetype whole);
    void showText(const QString &text);
    void followTheme();

    QThreadPool &m_pool;
    QByteArray m_json;
    TaskHandle<QByteArray> m_layout;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter = nullptr;
};
