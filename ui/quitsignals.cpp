// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quitsignals.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace {

// What a handler can reach. Blocking the signals for signalfd() would need none of it, but programs
// that we start, such as a browser, would inherit that and could not be ended any more.
volatile std::sig_atomic_t pipeEnd = -1;

void onSignal(int)
{
    const int before = errno;
    static_cast<void>(!write(pipeEnd, "x", 1));
    errno = before;
}

} // namespace

QuitSignals::QuitSignals()
{
    if (pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // they end the program as they do any other
    pipeEnd = m_pipe[1];
    auto *notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT asked();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

QuitSignals::~QuitSignals()
{
    if (pipeEnd < 0)
        return;
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    pipeEnd = -1;
    close(m_pipe[0]);
    close(m_pipe[1]);
}

#include "moc_quitsignals.cpp"
