// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "practice/batchrecord.h"
#include "practice/batchwork.h"
#include "practice/requestline.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace practice {

/// The rows of one staged batch as pages: its requests in their order, its results in the order in
/// which they come. Read when asked for; memory grows by some bytes a row. One thread.
class StagedRows {
public:
    /// record: nothing before the batch has begun.
    [[nodiscard]] static Result<StagedRows> load(const QString &linesPath,
                                                 const std::optional<BatchRecord> &record,
                                                 LineRules rules);

    struct Page {
        QByteArray json; ///< {"object":"list","data":[...],"has_more":...}
    };
    struct Wish {
        qint64 limit = 20;
        qint64 after = -1; ///< row; -1: from the first on
        QString status; ///< of requests
    };
    /// done: how many results there are by now.
    [[nodiscard]] Result<Page> requests(const Wish &wish, qint64 done);
    [[nodiscard]] Result<Page> results(const Wish &wish, qint64 done, qint64 createdSeconds);

    [[nodiscard]] qint64 count() const { return qint64(m_starts.size()) - 1; }
    [[nodiscard]] static QByteArray rowId(qint64 row);
    [[nodiscard]] static std::optional<qint64> rowOf(const QString &id);

private:
    [[nodiscard]] bool isFailed(qint64 place) const;
    [[nodiscard]] std::string_view statusOf(qint64 row, qint64 done) const;
    [[nodiscard]] Result<RequestLine> read(qint64 row);
    [[nodiscard]] Result<> appendResult(QByteArray &out, qint64 place, qint64 createdSeconds);

    QString m_path;
    LineRules m_rules;
    std::optional<BatchRecord> m_record;
    std::shared_ptr<const BatchPlan> m_plan;
    LineStarts m_starts;
    std::vector<quint32> m_placeOf; ///< by row
    std::unique_ptr<LineFile> m_file;
    LineParser m_parser;
};

} // namespace practice
