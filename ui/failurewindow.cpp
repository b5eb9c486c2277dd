// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failurewindow.h"

#include "theme/colours.h"
#include "theme/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FailureWindow::FailureWindow(const Error &error, const QString &libraryFolder, QWidget *parent)
    : QWidget(parent)
{
    setWindowTitle(tr("The library cannot be opened"));
    setWindowIcon(icons::application());
    auto *picture = new QLabel(this);
    picture->setPixmap(icons::tinted(
        u"dialog-warning"_s, colours::text(colours::Tone::Warning, palette(), QPalette::Window), 48,
        devicePixelRatioF()));
    auto *title = new QLabel(tr("The library cannot be opened"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    auto *text = new QLabel(this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    const QString words = userText(error);
    text->setText(tr("%1\n\nFolder: %2\n\nNothing was changed. Runs that were handed over go on at "
                     "their providers.")
                      .arg(words, QDir::toNativeSeparators(libraryFolder)));

    auto *again = new QPushButton(icons::named(u"view-refresh"_s), tr("Try Again"), this);
    auto *folder = new QPushButton(icons::named(u"folder-open"_s), tr("Open Folder"), this);
    auto *copy = new QPushButton(icons::named(u"edit-copy"_s), tr("Copy Details"), this);
    auto *quit = new QPushButton(icons::named(u"application-exit"_s), tr("Quit"), this);
    again->setDefault(true);
    connect(again, &QPushButton::clicked, this, &FailureWindow::againWanted);
    connect(folder, &QPushButton::clicked, this, [libraryFolder] {
        const bool isThere = QFileInfo::exists(libraryFolder);
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(isThere ? libraryFolder : QFileInfo(libraryFolder).path()));
    });
    connect(copy, &QPushButton::clicked, this, [words, error, libraryFolder] {
        QApplication::clipboard()->setText(
            QStringList{words, error.detail, libraryFolder, QLatin1StringView(BATCHDESK_VERSION)}
                .join(u'\n'));
    });
    connect(quit, &QPushButton::clicked, this, &QWidget::close);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(folder);
    buttons->addWidget(copy);
    buttons->addStretch();
    buttons->addWidget(quit);
    buttons->addWidget(again);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(title);
    right->addWidget(text);
    right->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(28, 28, 28, 20);
    column->addLayout(row, 1);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 96, fontMetrics().height() * 15);
    again->setFocus();
}

#include "moc_failurewindow.cpp"
