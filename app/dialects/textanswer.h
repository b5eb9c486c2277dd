// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/resultline.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringView>

#include <optional>
#include <string_view>
#include <utility>

/// The answer of a text operation, which comes as JSON in a string (docs.scaledown.ai, batch): what
/// extract, summarize and classify give. A value.
struct TextAnswer {
    enum class Kind : quint8 { Extract, Summarize, Classify };
    struct Entity {
        QString type;
        QString text;
        std::optional<double> confidence; ///< 0 to 1
        bool operator==(const Entity &) const = default;
    };

    Kind kind = Kind::Extract;
    QList<Entity> entities; ///< extract
    QString summary; ///< summarize
    std::optional<qint64> inputChars;
    std::optional<qint64> outputChars;
    QString topLabel; ///< classify
    QList<std::pair<QString, double>> scores; ///< as the answer has them
    QString reasoning;
    QByteArray entitiesJson; ///< the raw list, for exports
    QByteArray scoresJson; ///< the raw object
};

/// The operation that a model's name stands for: "extract", "summarize", "classify".
[[nodiscard]] std::optional<TextAnswer::Kind> textOperation(QStringView model);
[[nodiscard]] std::optional<TextAnswer::Kind> textOperation(std::string_view model);

/// Nothing where content is not the JSON object that this operation gives. Any text is survived.
[[nodiscard]] std::optional<TextAnswer> readTextAnswer(TextAnswer::Kind kind,
                                                       const QString &content);

/// An answer of this operation whose content is not its JSON cannot be used: it becomes
/// Outcome::Malformed, with a reason, and content stays what it was. Others stay as they are.
void checkTextAnswer(ResultLine &result, std::optional<TextAnswer::Kind> operation);
