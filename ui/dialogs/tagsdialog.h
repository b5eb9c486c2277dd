// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QList>

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

/// The tags of some runs: those that all of them have are ticked, those that some have are half
/// ticked, and stay as they are unless they are touched. Non-modal, deletes nothing. GUI thread.
class TagsDialog final : public QDialog {
    Q_OBJECT
public:
    /// of: the tags of each run; known: all that there are.
    TagsDialog(const QList<QStringList> &of, const QStringList &known, QWidget *parent = nullptr);

    /// The tags of a run that had these, after what was ticked and unticked.
    [[nodiscard]] QStringList applied(QStringList tags) const;

private:
    void addTyped();
    QListWidgetItem *addTag(const QString &tag, Qt::CheckState state);

    QListWidget *m_list;
    QLineEdit *m_new;
    QPushButton *m_add;
};
