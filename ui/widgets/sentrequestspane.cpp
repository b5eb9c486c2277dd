// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sentrequestspane.h"

#include "models/draftmodel.h"
#include "widgets/keptlook.h"
#include "widgets/tablelook.h"
#include "widgets/textviewer.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

SentRequestsPane::SentRequestsPane(QThreadPool &pool, QWidget *parent)
    : QWidget(parent)
    , m_model(new DraftModel(pool, this))
    , m_table(new QTableView(this))
    , m_request(new TextViewer(pool, tr("Request"), this))
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Requests"));
    tablelook::apply(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(DraftModel::NumberColumn, letter * 8);
    m_table->setColumnWidth(DraftModel::IdColumn, letter * 22);
    m_table->setColumnWidth(DraftModel::ModelColumn, letter * 20);
    keptlook::columns(*m_table, u"requests"_s, DraftModel::IdColumn);
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(m_table);
    split->addWidget(m_request);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    keptlook::splitter(*split, u"requests"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->addWidget(split);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SentRequestsPane::showRequest);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SentRequestsPane::showRequest);
}

void SentRequestsPane::setRequests(const QString &path, std::shared_ptr<const LineIndex> index)
{
    m_model->setFile(path, std::move(index));
    m_table->setCurrentIndex(m_model->index(0, DraftModel::IdColumn));
}

void SentRequestsPane::clear()
{
    m_model->setFile({}, nullptr);
    m_request->setProse({});
}

void SentRequestsPane::showRequest()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_model->rowCount())
        return;
    if (const QByteArray line = m_model->line(row); !line.isEmpty())
        m_request->setJson(line);
}

#include "moc_sentrequestspane.cpp"
