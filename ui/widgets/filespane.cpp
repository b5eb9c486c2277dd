// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/filespane.h"

#include "models/columns.h"
#include "models/visibletext.h"
#include "theme/colours.h"
#include "theme/icons.h"
#include "widgets/actionrow.h"
#include "widgets/keptlook.h"
#include "widgets/showinfolder.h"
#include "widgets/statepane.h"
#include "widgets/tablelook.h"
#include "widgets/usable.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

enum Place {
    KindColumn,
    WhereColumn,
    SizeColumn,
    LinesColumn,
    IdColumn,
    PathColumn,
    DigestColumn,
    ColumnCount
};

colours::Tone toneOf(RunFile::Where where)
{
    switch (where) {
    case RunFile::Where::Here: return colours::Tone::Plain;
    case RunFile::Where::There: return colours::Tone::Active;
    case RunFile::Where::Gone: return colours::Tone::Bad;
    case RunFile::Where::Changed: return colours::Tone::Warning;
    }
    Q_UNREACHABLE_RETURN(colours::Tone::Plain);
}

QString iconOf(RunFile::Where where)
{
    switch (where) {
    case RunFile::Where::Here: return u"dialog-ok"_s;
    case RunFile::Where::There: return u"go-down"_s;
    case RunFile::Where::Gone: return u"dialog-error"_s;
    case RunFile::Where::Changed: return u"dialog-warning"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

FilesPane::FilesPane(QThreadPool &pool, QWidget *parent)
    : QWidget(parent)
    , m_pool(pool)
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePane(this))
    , m_filled(new QWidget(this))
    , m_table(new QTableWidget(this))
    , m_openFolder(new QAction(icons::named(u"folder-open"_s), tr("Open folder"), this))
    , m_copyPath(new QAction(icons::named(u"edit-copy"_s), tr("Copy path"), this))
    , m_copyId(new QAction(icons::named(u"edit-copy"_s), tr("Copy provider's id"), this))
    , m_copyDigest(new QAction(icons::named(u"edit-copy"_s), tr("Copy digest"), this))
{
    build();
    connect(m_table, &QTableWidget::currentCellChanged, this, &FilesPane::update);
    connect(m_table, &QTableWidget::activated, m_openFolder, &QAction::trigger);
    connect(m_openFolder, &QAction::triggered, this, [this] {
        if (const RunFile *file = current())
            showInFolder(file->path);
    });
    connect(m_copyPath, &QAction::triggered, this, [this] {
        if (const RunFile *file = current())
            copy(QDir::toNativeSeparators(file->path), tr("The path is in the clipboard."));
    });
    connect(m_copyId, &QAction::triggered, this, [this] {
        if (const RunFile *file = current())
            copy(file->remoteId, tr("The id is in the clipboard."));
    });
    connect(m_copyDigest, &QAction::triggered, this, [this] {
        if (const RunFile *file = current())
            copy(QString::fromLatin1(file->sha256.toHex()), tr("The digest is in the clipboard."));
    });
    showFiles({});
}

void FilesPane::build()
{
    m_table->setObjectName("files"_L1);
    m_table->setAccessibleName(tr("Files"));
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels({tr("File"), tr("Where"), tr("Size"), tr("Lines"),
                                        tr("Provider's id"), tr("Path"), tr("SHA-256")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_openFolder, m_copyPath, m_copyId, m_copyDigest});
    tablelook::apply(*m_table);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(KindColumn, letter * 22);
    m_table->setColumnWidth(WhereColumn, letter * 30);
    m_table->setColumnWidth(SizeColumn, letter * 12);
    m_table->setColumnWidth(LinesColumn, letter * 11);
    m_table->setColumnWidth(IdColumn, letter * 24);
    m_table->setColumnWidth(DigestColumn, letter * 20);
    m_table->horizontalHeader()->setSectionResizeMode(PathColumn, QHeaderView::Stretch);
    for (const Place column : {SizeColumn, LinesColumn})
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignTrailing
                                                                | Qt::AlignVCenter);
    keptlook::columns(*m_table, u"files"_s, KindColumn);
    usable::setTip(m_openFolder, tr("Open the folder that it lies in, with the file chosen"));
    usable::setTip(m_copyPath, tr("Copy where it lies"));
    usable::setTip(m_copyId, tr("Copy the provider's id of the file"));
    usable::setTip(m_copyDigest, tr("Copy its SHA-256"));
    auto *inside = new QVBoxLayout(m_filled);
    inside->setContentsMargins({});
    inside->addLayout(newActionRow({m_openFolder, m_copyPath, m_copyId, m_copyDigest}, m_filled));
    inside->addWidget(m_table, 1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_filled);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->addWidget(m_stack);
    m_state->say({.icon = u"folder"_s,
                  .heading = tr("No files yet"),
                  .words = tr("Files appear here once requests are taken in or results fetched.")});
}

void FilesPane::showFiles(const QList<RunFile> &files)
{
    if (files == m_asked && !files.isEmpty())
        return look(); // the disk may say something else now
    m_asked = files;
    fill(files);
    look();
}

void FilesPane::look()
{
    if (m_asked.isEmpty())
        return;
    m_looking = TaskHandle(QtConcurrent::run(&m_pool, looked, m_asked));
    m_looking.future().then(this, [this, asked = m_asked](const QList<RunFile> &files) {
        if (asked == m_asked && files != m_files)
            fill(files);
    });
}

void FilesPane::fill(const QList<RunFile> &files)
{
    const int before = m_table->currentRow();
    m_files = files;
    m_table->setRowCount(int(files.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        setRow(row, files[row]);
    m_stack->setCurrentWidget(files.isEmpty() ? static_cast<QWidget *>(m_state) : m_filled);
    if (!files.isEmpty())
        m_table->setCurrentCell(std::clamp(before, 0, int(files.size()) - 1), KindColumn);
    update();
}

void FilesPane::setRow(int row, const RunFile &file)
{
    const QLocale locale;
    const auto put = [&](Place column, const QString &text) {
        auto *item = new QTableWidgetItem(visibletext::brief(text));
        const bool isNumber = column == SizeColumn || column == LinesColumn;
        item->setTextAlignment((isNumber ? Qt::AlignTrailing : Qt::AlignLeading)
                               | Qt::AlignVCenter);
        item->setToolTip(visibletext::tip(text));
        m_table->setItem(row, column, item);
        return item;
    };
    put(KindColumn,
        file.batch.isNull() ? kindText(file.kind)
                            //: a kind of file, and the batch it belongs to
                            : tr("%1, %2").arg(kindText(file.kind), file.batch.toString()));
    QTableWidgetItem *where = put(WhereColumn, whereText(file));
    where->setData(IconRole,
                   file.kind == RunFile::Kind::Sent && file.path.isEmpty() ? u"network-server"_s
                                                                           : iconOf(file.where));
    where->setData(ToneRole, int(toneOf(file.where)));
    put(SizeColumn, file.bytes < 0 ? QString() : locale.formattedDataSize(file.bytes, 1));
    put(LinesColumn, file.lines < 0 ? QString() : locale.toString(file.lines));
    put(IdColumn, file.remoteId);
    put(PathColumn, QDir::toNativeSeparators(file.path));
    put(DigestColumn, QString::fromLatin1(file.sha256.toHex()));
}

const RunFile *FilesPane::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_files.size() ? &m_files[row] : nullptr;
}

void FilesPane::update()
{
    const RunFile *file = current();
    const QString notHere = tr("This file is not here");
    const QString whyNoPath = file && !file->path.isEmpty() ? QString() : notHere;
    usable::set(m_openFolder, whyNoPath);
    usable::set(m_copyPath, whyNoPath);
    usable::set(m_copyId,
                file && !file->remoteId.isEmpty() ? QString()
                                                  : tr("The provider has no id for this file"));
    usable::set(m_copyDigest,
                file && !file->sha256.isEmpty() ? QString()
                                                : tr("No digest of this file is known"));
}

void FilesPane::copy(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT told(what);
}

#include "moc_filespane.cpp"
