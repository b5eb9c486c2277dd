// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVariant>
#include <QtTypes>

/// What every table of the window answers beyond the roles of Qt.
enum ModelRole {
    SortRole = Qt::UserRole, ///< the typed value behind the text
    IdRole, ///< the row's strong id, or its number
    IconRole, ///< name of a picture of theme/icons.h, or empty
    ToneRole, ///< what the colour should say: a colours::Tone as int
    ProgressRole, ///< 0 to 1, or invalid where there is no bar to draw
    EmphasisRole, ///< bool: not looked at yet
    LinkRole, ///< bool: a click on the cell goes somewhere
    SwatchRole, ///< name of a colour of theme/colours.h that is drawn before the text, or empty
    LabelsRole, ///< QStringList: words that are each drawn as a small label
};

/// One column of a table: the one place that knows all of it. Row is what the table shows, Context
/// what the words need beside it (the time now, for one). A null function: nothing to say.
template <class Row, class Context>
struct Column {
    const char *title; ///< QT_TRANSLATE_NOOP of the model's context
    QString (*display)(const Row &row, const Context &context);
    QVariant (*sort)(const Row &row);
    Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignVCenter;
    int width = 12; ///< a hint, in average characters
    QString (*toolTip)(const Row &row, const Context &context) = nullptr;
    QString (*icon)(const Row &row) = nullptr;
    int (*tone)(const Row &row) = nullptr;
};
