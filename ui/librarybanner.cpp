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

} // namespace

void showLibraryNotices(Library &library, MessageArea &messages)
{
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
