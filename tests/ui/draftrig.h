// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/draft.h"
#include "pages/newrunpage.h"
#include "services.h"
#include "support/files.h"
#include "ui/ownsettings.h"
#include "widgets/draftpane.h"
#include "widgets/requestspane.h"

#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace draftrig {

/// A line with nothing wrong in it.
inline QByteArray good(const QByteArray &id, const QByteArray &model = "m")
{
    return R"({"custom_id":")" + id + R"(","body":{"model":")" + model + R"(","messages":[]}})";
}

} // namespace draftrig

/// The page of drafts in a window.
struct DraftRig {
    OwnSettings settings;
    QTemporaryDir folder;
    std::unique_ptr<Services> services;
    std::unique_ptr<NewRunPage> page;

    DraftRig()
    {
        services
            = Services::make({.libraryFolder = folder.filePath(QStringLiteral("library"))}).value();
        page = std::make_unique<NewRunPage>(*services);
        page->resize(1200, 800);
        page->show();
        page->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(page.get()));
    }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        return writeFile(folder.filePath(name), bytes);
    }
    [[nodiscard]] DraftPane *pane(int number = 0) const
    {
        return page->findChildren<DraftPane *>().value(number);
    }
    [[nodiscard]] bool isChecked(int number = 0) const
    {
        return pane(number) && pane(number)->draft().report() && !pane(number)->draft().isBusy();
    }
    bool open(const QString &file) const
    {
        page->openFiles({file});
        return QTest::qWaitFor([this] { return isChecked(); });
    }
    [[nodiscard]] QTableView *table() const
    {
        return pane()->findChild<RequestsPane *>()->findChild<QTableView *>();
    }
};
