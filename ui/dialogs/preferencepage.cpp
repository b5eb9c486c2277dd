// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/preferencepage.h"

#include <QCheckBox>
#include <QLabel>

QFuture<Result<>> PreferencePage::done(const Result<> &result)
{
    return QtFuture::makeReadyValueFuture(result);
}

QLabel *PreferencePage::note(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QCheckBox *PreferencePage::box(const QString &text)
{
    auto *box = new QCheckBox(text, this);
    connect(box, &QCheckBox::toggled, this, &PreferencePage::edited);
    return box;
}

#include "moc_preferencepage.cpp"
