// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QMap>
#include <QObject>

#include <optional>

class RunModel;
struct RunSummary;

/// How many runs of one day ended in which way.
struct RunDay {
    QDate day; ///< of the local calendar
    int well = 0; ///< completed, with an answer to each request as far as the provider counts
    int problems
        = 0; ///< all others that ended: failed, expired, cancelled, or some requests failed
    int uncertain = 0; ///< submitted that day, and whether it was is in doubt

    [[nodiscard]] int total() const { return well + problems + uncertain; }
    bool operator==(const RunDay &) const = default;
};

/// The runs of the last weeks, by the day on which they ended. Follows the model run by run, so a
/// change costs as much with ten thousand runs as with ten; looks at nothing before it is asked for
/// the first time. Runs under way and drafts are of no day yet. GUI thread.
class RunDays final : public QObject {
    Q_OBJECT
public:
    explicit RunDays(const RunModel &runs, QObject *parent = nullptr);

    /// So many days up to this one, each once, also those without runs.
    [[nodiscard]] QList<RunDay> until(const QDate &last, int days);

Q_SIGNALS:
    void changed(); ///< once something was asked for

private:
    enum class End : quint8 { Well, Problems, Uncertain };
    struct Place {
        QDate day;
        End end = End::Well;
        bool operator==(const Place &) const = default;
    };
    [[nodiscard]] static std::optional<Place> placeOf(const RunSummary &run);
    void start();
    void take(int first, int last);
    void drop(int first, int last);
    bool put(RunId run, const std::optional<Place> &place);
    void count(const Place &place, int change);

    const RunModel &m_runs;
    bool m_started = false;
    QHash<RunId, Place> m_places;
    QMap<QDate, RunDay> m_days;
};
