// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QChar>
#include <QString>
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
/// escapes and key order stay as they are. Long lines are shown in several, which leaves no trace in what is
/// taken. Requests beyond what a text widget can take are shown
/// by their beginning, read-only. Has no history of its own: undo and redo are told.
class JsonEditor final : public QWidget {
    Q_OBJECT
public:
    explicit JsonEditor(QWidget *parent = nullptr);
    ~JsonEditor() override;

    void setJson(const QByteArray &line); ///< what is set already is not touched
    void clear();
    [[nodiscard]] bool isValid() const { return m_valid; }
    [[nodiscard]] bool isWhole() const; ///< not too large to edit
    void commit(); ///< takes what was typed now, instead of when typing pauses

Q_SIGNALS:
    /// Different from what was set; one line, also where it is not valid.
    void edited(const QByteArray &line);
    void validityChanged();
    void undoPressed();
    void redoPressed();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void followTheme();
    [[nodiscard]] QString text() const; ///< as if no line were broken
    void stepOverBreak(Qt::Key key);
    void stepBeforeMark();
    void validate(const QByteArray &text);

    QPlainTextEdit *m_text;
    QLabel *m_state;
    QTimer m_pause;
    QByteArray m_set;
    QChar m_mark; ///< in front of a line end that is not in the text; null: there is none
    bool m_valid = true;
    QString m_shown; ///< the text that m_set is shown as
    bool m_touched = false;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter;
};
