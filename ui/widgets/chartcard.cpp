// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/chartcard.h"

#include "core/safename.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "widgets/messagelook.h"
#include "widgets/tablelook.h"

#include <KMessageWidget>

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ChartCard::ChartCard(const QString &heading, Chart *chart, QWidget *parent)
    : QWidget(parent)
    , m_chart(chart)
    , m_heading(new QLabel(heading, this))
    , m_summary(new QLabel(this))
    , m_nothing(new QLabel(this))
    , m_table(new QTableWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_message(new KMessageWidget(this))
    , m_asTable(newButton(u"view-list-details"_s, tr("Show as table")))
    , m_copy(newButton(u"edit-copy"_s, tr("Copy figures")))
    , m_save(newButton(u"document-save"_s, tr("Save picture…")))
{
    QFont font = m_heading->font();
    font.setWeight(QFont::DemiBold);
    m_heading->setFont(font);
    m_heading->setForegroundRole(QPalette::Text);
    for (QLabel *label : {m_summary, m_nothing}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::Text);
    }
    m_nothing->setAlignment(Qt::AlignCenter);
    m_message->hide();
    m_message->setWordWrap(true);
    messagelook::apply(*m_message);
    m_asTable->setCheckable(true);
    m_table->setAccessibleName(heading);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFrameShape(QFrame::NoFrame);
    tablelook::apply(*m_table);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    m_stack->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *title = new QHBoxLayout;
    title->addWidget(m_heading, 1);
    for (QToolButton *button : {m_asTable, m_copy, m_save})
        title->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 12);
    column->setSpacing(6);
    column->addLayout(title);
    column->addWidget(m_summary);
    column->addWidget(m_message);
    column->addWidget(m_stack);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_asTable, &QToolButton::toggled, this, &ChartCard::showTable);
    connect(m_copy, &QToolButton::clicked, this, &ChartCard::copy);
    connect(m_save, &QToolButton::clicked, this, &ChartCard::askWhere);
}

QToolButton *ChartCard::newButton(const QString &icon, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setIcon(icons::named(icon));
    const int side = fonts::pictureBeside(fontMetrics());
    button->setIconSize(QSize(side, side));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(name);
    //: name of a button: what it does, and of which picture
    button->setAccessibleName(tr("%1: %2").arg(m_heading->text(), name));
    return button;
}

void ChartCard::setSummary(const QString &summary)
{
    m_summary->setText(summary);
    m_summary->setVisible(!summary.isEmpty());
    for (QToolButton *button : {m_asTable, m_copy, m_save})
        button->setEnabled(true);
    fillTable();
    m_stack->setCurrentWidget(m_asTable->isChecked() ? static_cast<QWidget *>(m_table) : m_chart);
}

void ChartCard::setNothing(const QString &why)
{
    m_nothing->setText(why);
    m_summary->hide();
    for (QToolButton *button : {m_asTable, m_copy, m_save})
        button->setEnabled(false);
    m_stack->setCurrentWidget(m_nothing);
}

QString ChartCard::nothing() const
{
    return m_stack->currentWidget() == m_nothing ? m_nothing->text() : QString();
}

void ChartCard::fillTable()
{
    const ChartTable table = m_chart->table();
    m_table->setColumnCount(int(table.headings.size()));
    m_table->setHorizontalHeaderLabels(table.headings);
    m_table->setRowCount(int(table.rows.size()));
    for (int row = 0; row < table.rows.size(); ++row) {
        for (int column = 0; column < table.rows[row].size(); ++column) {
            auto *item = new QTableWidgetItem(table.rows[row][column]);
            if (column > 0)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < m_table->columnCount(); ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (m_table->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentCell(0, 0);
}

void ChartCard::showTable(bool shown)
{
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_table) : m_chart);
}

void ChartCard::copy()
{
    QGuiApplication::clipboard()->setText(m_chart->table().toText());
    tell(tr("The figures are in the clipboard."), false);
}

void ChartCard::askWhere()
{
    auto *dialog
        = new QFileDialog(this, tr("Save picture"),
                          QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) + u'/'
                              + safeFileName(m_heading->text(), u"picture"_s) + ".svg"_L1,
                          //: kinds of files in a dialog
                          tr("Drawing (*.svg);;Picture (*.png)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"svg"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("png"_L1) ? u"png"_s : u"svg"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ChartCard::saveAs);
    dialog->open();
}

void ChartCard::saveAs(const QString &path)
{
    const Result<> saved = m_chart->save(path);
    tell(saved ? tr("Wrote %1.").arg(path) : saved.error().message, !saved);
}

void ChartCard::tell(const QString &text, bool isError)
{
    m_message->setMessageType(isError ? KMessageWidget::Error : KMessageWidget::Positive);
    m_message->setText(text.toHtmlEscaped());
    m_message->show();
}

void ChartCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor edge = palette().color(QPalette::WindowText);
    edge.setAlphaF(0.18F);
    painter.setPen(edge);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

#include "moc_chartcard.cpp"
