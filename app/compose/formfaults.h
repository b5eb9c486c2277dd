// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compose/requestform.h"

#include <QList>

enum class FormField : quint8 { Model, Instruction, Text, List, Temperature, MaxTokens };

enum class FormFault : quint8 {
    Missing, ///< no text, no model, no entry in the list
    NotNumber,
    NotWhole, ///< no whole number above 0
    Unnamed, ///< an entry of the list
    Untold, ///< a label without its rubric
    Twice, ///< two entries of the list have one name
};

struct FieldFault {
    FormField field;
    FormFault fault;
    int row = -1; ///< of the list
    bool operator==(const FieldFault &) const = default;
};

/// What a provider would refuse in this form, at most one fault a field.
[[nodiscard]] QList<FieldFault> formFaults(const RequestForm &form);
