// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/aboutdialog.h"

#include "theme/icons.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(const QString &libraryFolder, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Batchdesk"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *picture = new QLabel(this);
    picture->setPixmap(icons::application().pixmap(QSize(72, 72), devicePixelRatioF()));
    auto *title = new QLabel(tr("Batchdesk %1").arg(QLatin1StringView(BATCHDESK_VERSION)), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    auto *text = new QLabel(this);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setText(
        tr("Sends requests to LLM Batch APIs, follows them, and accounts for every row.\n\n"
           "Your data lies in %1. Keys are kept in the system's keychain. Nothing is sent to "
           "anybody but the providers you connect.\n\n"
           "Free software under the GNU General Public License, version 3 or later. It comes with "
           "no warranty. "
           "Built on Qt %2, KDE Frameworks, SQLite, simdjson and QtKeychain.")
            .arg(QDir::toNativeSeparators(libraryFolder), QLatin1StringView(qVersion())));
    auto *right = new QVBoxLayout;
    right->addWidget(title);
    right->addWidget(text);
    right->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(18);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addLayout(right, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *folder = buttons->addButton(tr("Open Data Folder"), QDialogButtonBox::ActionRole);
    folder->setIcon(icons::named(u"folder-open"_s));
    connect(folder, &QPushButton::clicked, this,
            [libraryFolder] { QDesktopServices::openUrl(QUrl::fromLocalFile(libraryFolder)); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setIcon(icons::named(u"edit-clear"_s));
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    resize(fontMetrics().averageCharWidth() * 76, sizeHint().height());
}

void AboutDialog::open(QWidget *parent, const QString &libraryFolder)
{
    (new AboutDialog(libraryFolder, parent))->show();
}

#include "moc_aboutdialog.cpp"
