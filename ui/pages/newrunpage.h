// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QStringList>
#include <QWidget>

class DraftPane;
class QListWidget;
class QStackedWidget;
class Services;
struct RepeatedRequests;

/// Where runs begin: files that were opened or dropped, each a draft, or requests composed by hand.
/// A draft leaves the page when it is submitted or thrown away. GUI thread.
class NewRunPage final : public QWidget {
    Q_OBJECT
public:
    explicit NewRunPage(Services &services, QWidget *parent = nullptr);
    ~NewRunPage() override;

    void openFiles(const QStringList &paths);
    void startEmpty();
    void repeat(const RepeatedRequests &requests); ///< as a draft of its own, in front
    void selectConnection(ConnectionId id);
    void focusSearch();
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] int draftCount() const;
    [[nodiscard]] QStringList draftNames() const; ///< in the order of the list
    void showDraft(int draft);

Q_SIGNALS:
    void runSubmitted(RunId run);
    void runWanted(RunId run);
    void connectionsWanted(); ///< open the connections dialog to add one
    void draftsChanged(); ///< one came or went
    void closed(); ///< back to the runs

private:
    DraftPane *addPane();
    void removePane(DraftPane *pane);
    void updateList();
    void repair(DraftPane *pane);

    Services &m_services;
    QListWidget *m_list;
    QStackedWidget *m_stack;
};
