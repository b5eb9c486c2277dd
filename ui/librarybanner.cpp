// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "librarybanner.h"

#include "library/library.h"
#include "widgets/messagearea.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LibraryBanner)
};

void showOriginal(Library &library, MessageArea &messages, std::function<void()> reopen)
{
    const auto takeOver = [&library, &messages, reopen = std::move(reopen)] {
        library.takeOver().then(&messages, [&messages, reopen](const Result<LibraryNotice> &taken) {
            if (taken)
                reopen();
            else
                messages.show({.text = userText(taken.error()), .kind = MessageArea::Kind::Error});
        });
    };
    messages.show(
        {.key = u"original"_s,
         //: %1 is a folder, with the name of a computer
         .text = Words::tr("This library is a copy of %1. Runs can be looked at and exported here, "
                           "but nothing is submitted or asked for, so that it is not done twice. "
                           "If the original is no longer used, go on here.")
                     .arg(originalName(*library.original())),
         .kind = MessageArea::Kind::Warning,
         .buttons = {{Words::tr("Go On Here"), u"go-next"_s, takeOver}},
         .stays = true});
}

void showTrouble(MessageArea &messages, const std::optional<Error> &error)
{
    const QString key = u"library"_s;
    if (error)
        messages.show({.key = key,
                       .text = userText(*error),
                       .kind = MessageArea::Kind::Error,
                       .stays = true});
    else
        messages.withdraw(key);
}

} // namespace

void showLibraryNotices(Library &library, MessageArea &messages, std::function<void()> reopen)
{
    QObject::connect(
        &library, &Library::troubleChanged, &messages,
        [&messages](const std::optional<Error> &error) { showTrouble(messages, error); });
    if (library.original())
        showOriginal(library, messages, std::move(reopen));
    QStringList texts;
    for (const LibraryNotice &notice : library.notices())
        texts.append(noticeText(notice));
    if (texts.isEmpty())
        return;
    messages.show(
        {.key = u"notices"_s,
         .text = texts.join(u'\n'),
         .kind = MessageArea::Kind::Warning,
         .buttons
         = {{Words::tr("Open Folder"), u"folder-open"_s,
             [&library] { QDesktopServices::openUrl(QUrl::fromLocalFile(library.folder())); }},
            {Words::tr("Seen"), u"dialog-ok"_s, [&library] { library.dismissNotices(); }}},
         .stays = true});
}
