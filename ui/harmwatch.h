// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QList>
#include <QObject>

class Library;
class MessageArea;
class RunModel;

/// Warns before something of a run is lost: a window that ends, results that are deleted. Of each
/// run and kind once, which the library remembers, so that neither a restart nor another window
/// tells it again. In the window; told() is for those who look elsewhere. GUI thread.
class HarmWatch final : public QObject {
    Q_OBJECT
public:
    HarmWatch(Library &library, const RunModel &runs, MessageArea &messages,
              QObject *parent = nullptr);

Q_SIGNALS:
    /// One in words: which run, and what is lost of it.
    void told(RunId run, const QString &title, const QString &text);
    void runWanted(RunId run);

private:
    void look(int first, int last);
    void tell(const QList<RunId> &runs);

    Library &m_library;
    const RunModel &m_runs;
    MessageArea &m_messages;
};
