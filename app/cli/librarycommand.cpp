// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/await.h"
#include "cli/commands.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

/// Which library this is, and whether it is a copy of another one.
void describeLibrary(const Context &context, const Library &library)
{
    const std::optional<Original> &original = library.original();
    QJsonObject object{{u"library"_s, library.id()},
                       {u"folder"_s, library.folder()},
                       {u"copy_of"_s, QJsonValue::Null}};
    if (original)
        object[u"copy_of"_s]
            = QJsonObject{{u"library"_s, original->id},
                          {u"path"_s, original->path},
                          {u"host"_s, original->host},
                          {u"noticed_at"_s, original->noticed.toString(Qt::ISODate)}};
    context.out.object(object);
    context.out.text(QDir::toNativeSeparators(library.folder()));
    if (original)
        context.out.text(userText(copiedError(*original)));
}

} // namespace

int libraryCommand(Context &context, const QCommandLineParser &)
{
    const Result<Services *> services = context.services();
    if (!services)
        return fail(context, services.error());
    describeLibrary(context, (*services)->library());
    return (*services)->library().original() ? ExitLook : ExitGood;
}

int libraryTakeOverCommand(Context &context, const QCommandLineParser &)
{
    const Result<Services *> services = context.services();
    if (!services)
        return fail(context, services.error());
    const Result<LibraryNotice> taken = await((*services)->library().takeOver());
    if (!taken)
        return fail(context, taken.error());
    context.out.object(
        {{u"taken_over"_s, true}, {u"uncertain"_s, QJsonArray::fromStringList(taken->uncertain)}});
    context.out.text(noticeText(*taken));
    return taken->uncertain.isEmpty() ? ExitGood : ExitLook;
}
