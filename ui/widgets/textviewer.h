// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jsonplace.h"
#include "core/task.h"
#include "widgets/jsonfolds.h"

#include <QByteArray>
#include <QPlainTextEdit>

#include <memory>
#include <optional>
#include <vector>

namespace KSyntaxHighlighting {
class Repository;
class SyntaxHighlighter;
} // namespace KSyntaxHighlighting
class FoldMargin;
class QThreadPool;

/// Text from outside, read-only and plain: nothing in it is run, loaded or taken for mark-up. JSON
/// is laid out, coloured and can be folded, by a margin, keys or the menu. What is too long for a text widget is shown by its beginning, and a
/// long line in several; what cannot be seen is shown by signs (visibletext.h). Copying gives the
/// lines as they are in the text. GUI thread; layout of large JSON happens on the pool.
class TextViewer final : public QPlainTextEdit {
    Q_OBJECT
public:
    TextViewer(QThreadPool &pool, const QString &accessibleName, QWidget *parent = nullptr);
    ~TextViewer() override;

    void setJson(const QByteArray &json);
    void setProse(const QString &text);
    [[nodiscard]] const QByteArray &json() const { return m_json; } ///< as it was set; empty: prose
    /// What the cursor is at; none: no JSON, or behind what is shown of it.
    [[nodiscard]] std::optional<JsonPlace> place() const;

    struct FoldMark {
        int line = 0;
        int top = 0;
        int height = 0;
        bool isFolded = false;
    };
    [[nodiscard]] std::vector<FoldMark> foldMarks() const; ///< of the lines that can be seen
    void setFolded(int line, bool isFolded);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    void show(const QByteArray &laidOut, qsizetype whole);
    void showText(const QString &text);
    void followTheme();
    void addFolding();
    void addFoldAction(const QString &text, const QList<QKeySequence> &keys,
                       void (TextViewer::*act)());
    void foldHere();
    void unfoldHere();
    void foldAll();
    void unfoldAll();
    void foldsChanged();
    void placeMargin();

    QThreadPool &m_pool;
    QByteArray m_json;
    QByteArray m_laidOut; ///< as much of it as is shown
    JsonFolds m_folds;
    FoldMargin *m_margin = nullptr;
    QList<QAction *> m_foldActions;
    TaskHandle<QByteArray> m_layout;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter = nullptr;
};
