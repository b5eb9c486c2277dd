// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

/// Gives these texts a context of their own.
class ComposeWords {
    Q_DECLARE_TR_FUNCTIONS(ComposeWords)
};

QString listFault(const FieldFault &fault, RequestKind kind)
{
    const QString row = QLocale().toString(fault.row + 1);
    const bool isExtract = kind == RequestKind::Extract;
    switch (fault.fault) {
    case FormFault::Unnamed: return ComposeWords::tr("Row %1 needs a name.").arg(row);
    case FormFault::Untold: return ComposeWords::tr("Say in row %1 when the label fits.").arg(row);
    case FormFault::Twice:
        return ComposeWords::tr("Row %1 has a name that is there already.").arg(row);
    default:
        return isExtract ? ComposeWords::tr("Name at least one entity to look for.")
                         : ComposeWords::tr("Name at least one label to choose from.");
    }
}

} // namespace

QString composewords::kind(RequestKind kind)
{
    switch (kind) {
    case RequestKind::Chat: return ComposeWords::tr("Chat");
    case RequestKind::Extract: return ComposeWords::tr("Extract");
    case RequestKind::Summarize: return ComposeWords::tr("Summarize");
    case RequestKind::Classify: return ComposeWords::tr("Classify");
    }
    Q_UNREACHABLE_RETURN({});
}

QString composewords::noForm(const FormReading &reading)
{
    switch (reading.reason) {
    case NoForm::NotJson: return ComposeWords::tr("It is not valid JSON.");
    case NoForm::TooLarge: return ComposeWords::tr("It is too large to edit here.");
    case NoForm::NoBody: return ComposeWords::tr("It has no body that is an object.");
    case NoForm::OtherRequest:
        return ComposeWords::tr("There is no form for this sort of request.");
    case NoForm::SeveralMessages: return ComposeWords::tr("It has several messages.");
    case NoForm::OtherRole:
        return ComposeWords::tr("It has a message of the role “%1”.").arg(reading.key);
    case NoForm::ContentNotText: return ComposeWords::tr("A message is not plain text.");
    case NoForm::FieldNotText:
        return ComposeWords::tr("The field %1 is not a text.").arg(reading.key);
    case NoForm::FieldNotNumber:
        return ComposeWords::tr("The field %1 is not a number.").arg(reading.key);
    case NoForm::ListNotTexts:
        return ComposeWords::tr("The field %1 is not a list of names and texts.").arg(reading.key);
    }
    Q_UNREACHABLE_RETURN({});
}

QString composewords::fault(const FieldFault &fault, RequestKind kind)
{
    switch (fault.field) {
    case FormField::Model: return ComposeWords::tr("Say which model is to answer.");
    case FormField::Text:
        return kind == RequestKind::Chat ? ComposeWords::tr("Say what to ask.")
                                         : ComposeWords::tr("The text is missing.");
    case FormField::List: return listFault(fault, kind);
    case FormField::Temperature:
        return ComposeWords::tr("This is not a number such as 0.7, with a point.");
    case FormField::MaxTokens: return ComposeWords::tr("This is not a whole number above 0.");
    case FormField::Instruction: break;
    }
    return {};
}
