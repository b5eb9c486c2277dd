// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/answerview.h"

#include "delegates/progressdelegate.h"
#include "models/answermodel.h"
#include "theme/colours.h"
#include "widgets/tablelook.h"
#include "widgets/textviewer.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString lengths(const TextAnswer &answer)
{
    const auto number = [](const std::optional<qint64> &count) {
        return count ? QLocale().toString(*count) : u"?"_s;
    };
    if (!answer.inputChars && !answer.outputChars)
        return {};
    return AnswerView::tr("From %1 to %2 characters")
        .arg(number(answer.inputChars), number(answer.outputChars));
}

} // namespace

AnswerView::AnswerView(QThreadPool &pool, QWidget *parent)
    : QWidget(parent)
    , m_warning(new QLabel(this))
    , m_headline(new QLabel(this))
    , m_table(new QTableView(this))
    , m_model(new AnswerModel(this))
    , m_bars(new ProgressDelegate(m_table))
    , m_text(new TextViewer(pool, tr("Answer"), this))
{
    for (QLabel *label : {m_warning, m_headline}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(4, 4, 4, 0);
    }
    m_table->setModel(m_model);
    tablelook::apply(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_warning);
    column->addWidget(m_headline);
    column->addWidget(m_table, 2);
    column->addWidget(m_text, 1);
    setProse({});
    colour();
}

void AnswerView::setHeadline(const QString &text)
{
    m_headline->setText(text);
    m_headline->setVisible(!text.isEmpty());
}

void AnswerView::setProse(const QString &text, const QString &warning)
{
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    setHeadline({});
    m_table->hide();
    m_text->setAccessibleName(tr("Answer"));
    m_text->setProse(text);
    m_text->setVisible(true);
}

void AnswerView::setAnswer(const TextAnswer &answer)
{
    using enum TextAnswer::Kind;
    m_warning->hide();
    m_model->setAnswer(answer);
    m_table->setVisible(answer.kind != Summarize);
    m_text->setVisible(answer.kind == Summarize || !answer.reasoning.isEmpty());
    const bool hasBars = answer.kind == Classify;
    m_table->setItemDelegateForColumn(1, hasBars ? m_bars : nullptr);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + (hasBars ? 20 : 10));
    QHeaderView *header = m_table->horizontalHeader();
    const int last = m_model->columnCount() - 1;
    for (int column = 0; column <= last; ++column)
        header->setSectionResizeMode(column, QHeaderView::Interactive);
    switch (answer.kind) {
    case Extract: {
        const int count = int(answer.entities.size());
        setHeadline(count == 0 ? tr("Nothing was found") : tr("%Ln entity(s)", nullptr, count));
        m_table->setAccessibleName(tr("Entities"));
        header->setSectionResizeMode(1, QHeaderView::Stretch);
        break;
    }
    case Summarize:
        setHeadline(lengths(answer));
        m_text->setAccessibleName(tr("Summary"));
        m_text->setProse(answer.summary);
        break;
    case Classify:
        setHeadline(tr("Label: %1").arg(answer.topLabel));
        m_table->setAccessibleName(tr("Scores of the labels"));
        header->setSectionResizeMode(last, QHeaderView::Stretch);
        m_table->setColumnWidth(0, fontMetrics().averageCharWidth() * 24);
        m_text->setAccessibleName(tr("Reasoning"));
        m_text->setProse(answer.reasoning);
        break;
    }
}

void AnswerView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void AnswerView::colour()
{
    QPalette strong = palette();
    strong.setColor(QPalette::WindowText,
                    colours::text(colours::Tone::Warning, palette(), QPalette::Window));
    m_warning->setPalette(strong);
}

#include "moc_answerview.cpp"
