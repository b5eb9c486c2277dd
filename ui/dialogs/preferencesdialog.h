// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QDialog>
#include <QFuture>
#include <QList>

class Actions;
class KMessageWidget;
class PreferencePage;
class QDialogButtonBox;
class QLabel;
class QListWidget;
class QStackedWidget;
class Services;

/// What a person can set: pages in a list. OK and Apply keep and apply what is shown, page by page,
/// and tell why where that cannot be; Cancel leaves all as it was. GUI thread.
class PreferencesDialog final : public QDialog {
    Q_OBJECT
public:
    PreferencesDialog(Services &services, Actions &actions, QWidget *parent = nullptr);

    [[nodiscard]] int pageCount() const;
    void showPage(int page);
    [[nodiscard]] QString pageName(int page) const;

Q_SIGNALS:
    /// All of it is kept and in force.
    void applied();

private:
    enum class Then : quint8 { Stay, Close };
    void add(PreferencePage *page, const QString &name, const QString &icon);
    void apply(Then then);
    void keepFrom(qsizetype page, Then then);
    void finish(Then then);
    void refuse(qsizetype page, const QString &why);
    void setEdited(bool isEdited);

    QList<PreferencePage *> m_all;
    QListWidget *m_list;
    QStackedWidget *m_pages;
    QLabel *m_title; ///< of the page that is shown
    KMessageWidget *m_message;
    QDialogButtonBox *m_buttons;
    bool m_isKeeping = false;
};
