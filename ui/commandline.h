// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

/// What the window was started with.
struct CommandLine {
    enum class Page { Runs, Run, NewRun, Remote };
    QString library;
    QList<QUrl> files;
    QString picture; ///< save a picture of the window there and end
    Page picturePage = Page::Runs;
    /// To print and end with, instead of a window.
    struct Words {
        QString text;
        bool isError = false;
    };
    std::optional<Words> words;
};

/// Needs no display. Relative paths are relative to folder.
[[nodiscard]] CommandLine readCommandLine(const QStringList &arguments, const QString &folder);
