// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/comparisonview.h"

#include "theme/colours.h"
#include "theme/fonts.h"
#include "theme/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

enum Column { NameColumn, OursColumn, TheirsColumn, SignColumn, NoteColumn };

QString nameOf(CountComparison::What what)
{
    switch (what) {
    case CountComparison::What::Total: return ComparisonView::tr("Requests");
    //: what came back with an answer of any kind
    case CountComparison::What::Succeeded: return ComparisonView::tr("Succeeded");
    case CountComparison::What::Failed: return ComparisonView::tr("Failed");
    case CountComparison::What::Expired: return ComparisonView::tr("Expired");
    case CountComparison::What::Cancelled: return ComparisonView::tr("Cancelled");
    }
    Q_UNREACHABLE_RETURN({});
}

QLabel *newLabel(const QString &text, QWidget *parent, Qt::Alignment side = Qt::AlignLeading)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(side | Qt::AlignVCenter);
    return label;
}

void paint(QLabel *label, colours::Tone tone)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colours::text(tone, palette));
    label->setPalette(palette);
}

} // namespace

ComparisonView::ComparisonView(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Counts here and at the provider"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
}

void ComparisonView::showCounts(const std::vector<CountComparison> &counts)
{
    m_counts = counts;
    delete m_inside;
    m_inside = new QWidget(this);
    layout()->addWidget(m_inside);
    m_spoken.clear();
    auto *grid = new QGridLayout(m_inside);
    grid->setContentsMargins({});
    grid->setVerticalSpacing(3);
    grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 3);
    grid->addWidget(newLabel(tr("Here"), m_inside, Qt::AlignTrailing), 0, OursColumn);
    grid->addWidget(newLabel(tr("Provider"), m_inside, Qt::AlignTrailing), 0, TheirsColumn);
    for (int column : {OursColumn, TheirsColumn})
        if (QLayoutItem *item = grid->itemAtPosition(0, column))
            paint(static_cast<QLabel *>(item->widget()), colours::Tone::Subtle);
    for (const CountComparison &count : counts)
        addRow(*grid, count);
    grid->setColumnStretch(NoteColumn, 1);
    setAccessibleDescription(m_spoken.join(". "_L1));
    if (isHidden() != counts.empty())
        setVisible(!counts.empty());
}

void ComparisonView::addRow(QGridLayout &grid, const CountComparison &count)
{
    const QLocale locale;
    const int row = grid.rowCount();
    const QString name = nameOf(count.what);
    const QString theirs = locale.toString(count.theirs);
    grid.addWidget(newLabel(name, m_inside), row, NameColumn);
    QLabel *number = newLabel(theirs, m_inside, Qt::AlignTrailing);
    grid.addWidget(number, row, TheirsColumn);
    const QString here = locale.toString(count.ours);
    grid.addWidget(newLabel(here, m_inside, Qt::AlignTrailing), row, OursColumn);
    //: name of a count, what is counted here, and what the provider counts
    QString said = tr("%1: %2 here, %3 at the provider").arg(name, here, theirs);
    if (count.differs) {
        const int apart = int(std::abs(count.ours - count.theirs));
        const QString note = count.ours > count.theirs ? tr("%Ln more here", nullptr, apart)
                                                       : tr("%Ln fewer here", nullptr, apart);
        addNote(grid, row, note);
        paint(number, colours::Tone::Bad);
        said += ", "_L1 + note;
    }
    m_spoken.append(said);
}

void ComparisonView::addNote(QGridLayout &grid, int row, const QString &note)
{
    constexpr colours::Tone tone = colours::Tone::Bad;
    auto *sign = new QLabel(m_inside);
    sign->setPixmap(icons::tinted(u"dialog-warning"_s, colours::text(tone, palette()),
                                  fonts::pictureBeside(fontMetrics()), devicePixelRatioF()));
    grid.addWidget(sign, row, SignColumn);
    QLabel *words = newLabel(note, m_inside);
    paint(words, tone);
    grid.addWidget(words, row, NoteColumn);
}

void ComparisonView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_inside)
        showCounts(std::vector<CountComparison>(m_counts));
}

#include "moc_comparisonview.cpp"
