// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/resultglance.h"
#include "results/cellsink.h"
#include "results/linefields.h"
#include "results/runresults.h"

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

/// A cell that is made of what was read of a row.
struct ExportField {
    QLatin1StringView name;
    void (*write)(const ResultRow &row, CellSink &cells);
    /// The same of a line that was read at a glance; null: it has to be read in full.
    void (*writeGlance)(qint64 row, const ResultGlance &glance, CellSink &cells);
};

/// One column of an export: a field, or what stands at a place of the result or the request.
struct ExportColumn {
    enum class Source : quint8 { Field, Result, Request };

    QString name;
    Source source = Source::Field;
    const ExportField *field = nullptr;
    JsonPointer pointer;

    /// BadInput, with the columns there are, for a name that is none.
    [[nodiscard]] static Result<ExportColumn> named(const QString &name);
};

/// Names of the fields of every row, and of those of text operations.
[[nodiscard]] QStringList exportFieldNames();
[[nodiscard]] QStringList textFieldNames();
