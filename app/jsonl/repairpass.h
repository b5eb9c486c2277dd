// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonl/linemend.h"
#include "jsonl/linescanner.h"
#include "jsonl/repair.h"
#include "jsonl/repairfiles.h"
#include "jsonl/repairplan.h"

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

/// One pass over one file, which writes a mended copy, counts, or makes a plan. For jsonl/ alone.
class RepairPass {
public:
    RepairPass(InputFile file, const RepairOptions &options, const Pass &pass);

    [[nodiscard]] Result<RepairReport> run();
    /// The same, and keeps for each kind which lines it changes.
    [[nodiscard]] Result<RepairReport> run(RepairPlan &plan);

private:
    using Mended = LineMender::Mended;
    /// What the requests of one file have in common; empty: nothing yet, or it does not matter.
    struct Part {
        std::string url;
        std::string model;
        qint64 requests = 0;
        [[nodiscard]] bool takes(const std::string &otherUrl, const std::string &otherModel) const
        {
            return (url.empty() || otherUrl.empty() || url == otherUrl)
                && (model.empty() || otherModel.empty() || model == otherModel);
        }
    };
    [[nodiscard]] bool isWanted(QLatin1StringView kind) const;
    [[nodiscard]] Result<> take(const ScannedLine &line);
    void drop(qint64 physical);
    void makeUnique(Mended &mended, qint64 physical);
    [[nodiscard]] Result<std::size_t> partOf(const Mended &mended, qint64 physical);
    void notePlace(const std::string &url, const std::string &model, qint64 physical);
    [[nodiscard]] Result<> finish();
    void note(QLatin1StringView kind, qint64 physical, qint64 number = 0);

    const RepairOptions &m_options;
    LineScanner m_scanner;
    LineMender m_mender;
    RepairFiles m_files;
    RepairPlan *m_plan = nullptr;
    std::map<QLatin1StringView, qint64> m_counts;
    std::map<QLatin1StringView, std::vector<RepairPlan::Change>> m_changes;
    std::unordered_set<quint64> m_ids; ///< hashes: two that meet cost a needless new id
    std::unordered_map<std::string, qint64> m_repeated; ///< to the last number given
    std::vector<Part> m_parts; ///< a file each
    std::size_t m_part = 0; ///< of the line before
    qint64 m_lastLine = 0; ///< physical
    qint64 m_lastKept = 0;
    std::size_t m_lastPart = RepairFiles::none;
    RepairReport m_report;
};
