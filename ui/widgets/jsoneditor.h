// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QPlainTextEdit;

namespace KSyntaxHighlighting {
class Repository;
class SyntaxHighlighter;
} // namespace KSyntaxHighlighting

/// One request as JSON to read and change: laid out and coloured, compact again when taken. Numbers,
/// escapes and key order stay as they are. Requests beyond what a text widget can take are shown
/// by their beginning, read-only.
class JsonEditor final : public QWidget {
    Q_OBJECT
public:
    explicit JsonEditor(QWidget *parent = nullptr);
    ~JsonEditor() override;

    void setJson(const QByteArray &line);
    void clear();
    /// The text as one line, where it is a JSON object; empty where it is not.
    [[nodiscard]] QByteArray json() const;
    [[nodiscard]] bool isValid() const { return m_valid; }
    void commit(); ///< takes what was typed now, instead of when typing pauses

Q_SIGNALS:
    void edited(const QByteArray &line); ///< valid, and different from what was set
    void validityChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void followTheme();
    void validate();

    QPlainTextEdit *m_text;
    QLabel *m_state;
    QTimer m_pause;
    QByteArray m_set;
    bool m_valid = true;
    bool m_touched = false;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter;
};
