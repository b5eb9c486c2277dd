// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <array>
#include <optional>

/// What became of one request. Each request has exactly one, and they add up to the number of
/// requests (the certificate). The names are those of the database, of exports and of batchctl.
enum class Outcome : quint8 {
    Pending, ///< no answer yet: the batch is not over, or what came of it is not here
    Answered,
    Truncated, ///< finish reason length: cut at max_tokens
    Refused, ///< the model or its filter declined
    Empty, ///< answered without content
    Malformed, ///< an answer that cannot be read
    Failed, ///< an error of the request
    Expired,
    Cancelled,
    Missing, ///< the batch is over, all its sources are here, and none held a result
};
inline constexpr std::size_t outcomeCount = 10;
inline constexpr std::array<Outcome, outcomeCount> allOutcomes = {
    Outcome::Pending,   Outcome::Answered, Outcome::Truncated, Outcome::Refused,   Outcome::Empty,
    Outcome::Malformed, Outcome::Failed,   Outcome::Expired,   Outcome::Cancelled, Outcome::Missing,
};

[[nodiscard]] QString outcomeName(Outcome outcome); ///< "answered"
[[nodiscard]] std::optional<Outcome> outcomeFromName(QStringView name);
[[nodiscard]] QString outcomeText(Outcome outcome); ///< translated, for people
