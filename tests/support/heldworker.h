// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSemaphore>
#include <QThreadPool>

#include <memory>

/// Work that a pool comes to in its turn, and stays at until it is let go. Of a pool with one thread
/// nothing behind it begins before.
class HeldWorker {
public:
    explicit HeldWorker(QThreadPool &pool)
    {
        pool.start([gates = m_gates] {
            gates->isHeld.release();
            gates->go.acquire();
        });
    }
    ~HeldWorker() { letGo(); }
    Q_DISABLE_COPY_MOVE(HeldWorker)
    void letGo() { m_gates->go.release(); }
    [[nodiscard]] bool isHeld() const { return m_gates->isHeld.available() > 0; }

private:
    struct Gates {
        QSemaphore isHeld;
        QSemaphore go;
    };
    std::shared_ptr<Gates> m_gates = std::make_shared<Gates>();
};
