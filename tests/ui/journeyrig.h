// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/hands.h"
#include "ui/ownsettings.h"

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

class MainWindow;
class Services;

/// What the tests of the whole way through the window share: requests, a window on a fresh library,
/// and the eyes of another program.
namespace journey {

/// Requests whose prompts bring about each outcome; their ids are hard on a table.
[[nodiscard]] QByteArray requestLines();
[[nodiscard]] QStringList ids(); ///< of those, in their order
[[nodiscard]] QStringList outcomes(); ///< of those, in the words of an export

/// The rows of a CSV file as Python reads them.
[[nodiscard]] QList<QStringList> readCsv(const QString &path);

/// The window on a fresh library with settings of its own, as the program shows it.
struct Rig {
    OwnSettings settings;
    QTemporaryDir folder;
    std::unique_ptr<Services> services;
    std::unique_ptr<MainWindow> window;

    Rig();
    ~Rig();
    Rig(const Rig &) = delete;
    Rig &operator=(const Rig &) = delete;

    [[nodiscard]] QUrl write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QWidget &top() const;
    template <class Widget>
    [[nodiscard]] Widget *named(const QString &name) const
    {
        return hands::named<Widget>(top(), name);
    }
    [[nodiscard]] QAbstractButton *button(const QString &text) const;
    [[nodiscard]] bool says(const QString &text) const;
    [[nodiscard]] QAbstractButton *submit() const;
    [[nodiscard]] bool canSubmit() const;
    /// Names of the drafts as the list beside them shows them.
    [[nodiscard]] QStringList drafts() const;
    /// The state of the only run as the table shows it.
    [[nodiscard]] QString state() const;
    /// The tabs of the page of a run.
    [[nodiscard]] QTabWidget *tabs() const;
    /// Counts of the certificate as a screen reader is told them.
    [[nodiscard]] QString certificate() const;
    [[nodiscard]] QStringList column(const QString &table, int column) const;

private:
    [[nodiscard]] QString library() const;
};

} // namespace journey
