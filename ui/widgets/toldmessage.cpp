// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/toldmessage.h"

#include "theme/icons.h"
#include "widgets/announce.h"
#include "widgets/messagelook.h"
#include "widgets/showinfolder.h"

#include <QAction>

using namespace Qt::StringLiterals;

ToldMessage::ToldMessage(QWidget *parent) : KMessageWidget(parent)
{
    setWordWrap(true);
    messagelook::apply(*this);
    hide();
}

void ToldMessage::tell(const QString &text, KMessageWidget::MessageType type, const QString &file)
{
    const QList<QAction *> before = actions();
    for (QAction *action : before) {
        removeAction(action);
        action->deleteLater();
    }
    if (!file.isEmpty()) {
        auto *open = new QAction(icons::named(u"folder-open"_s), tr("Show in Folder"), this);
        connect(open, &QAction::triggered, this, [file] { showInFolder(file); });
        addAction(open);
    }
    setMessageType(type);
    setText(text.toHtmlEscaped());
    show();
    announce(*this, text);
}

#include "moc_toldmessage.cpp"
