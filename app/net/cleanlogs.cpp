// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/cleanlogs.h"

#include "net/redact.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QtLogging>

namespace {

// Qt hands these out once, to be called by what replaces them; set before anything logs.
QtMessageHandler handlerBefore = nullptr;
QLoggingCategory::CategoryFilter filterBefore = nullptr;

void logClean(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    // Before the application and after it nothing but details of loading is told.
    const bool isDetail = type == QtDebugMsg || type == QtInfoMsg;
    if (!isDetail || QCoreApplication::instance())
        handlerBefore(type, context, redact(text));
}

void filter(QLoggingCategory *category)
{
    filterBefore(category);
    // A damaged file is told in words of ours.
    if (qstrcmp(category->categoryName(), "kf.archive") == 0)
        category->setEnabled(QtWarningMsg, false);
    if (qstrncmp(category->categoryName(), "qt.dbus", 7) != 0)
        return;
    category->setEnabled(QtDebugMsg, false);
    category->setEnabled(QtInfoMsg, false);
}

} // namespace

void keepLogsClean()
{
    if (handlerBefore)
        return;
    handlerBefore = qInstallMessageHandler(logClean);
    filterBefore = QLoggingCategory::installFilter(filter);
}
