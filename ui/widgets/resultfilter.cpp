// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/resultfilter.h"

#include "theme/icons.h"
#include "widgets/findline.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int allRows = -1;
} // namespace

ResultFilter::ResultFilter(QWidget *parent)
    : QWidget(parent)
    , m_outcome(new QComboBox(this))
    , m_where(new QComboBox(this))
    , m_find(new FindLine(parseRowQuery, u"findResults"_s, this))
{
    build();
    connect(m_find, &FindLine::changed, this, &ResultFilter::read);
    connect(m_find, &FindLine::leaveDown, this, &ResultFilter::leaveDown);
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &ResultFilter::read);
    connect(m_where, &QComboBox::currentIndexChanged, this, &ResultFilter::read);
}

void ResultFilter::build()
{
    m_outcome->setAccessibleName(tr("Outcome"));
    m_outcome->addItem(tr("All rows"), allRows);
    QLineEdit &line = m_find->line();
    line.setAccessibleName(tr("Find in results"));
    line.setPlaceholderText(tr("Find, for example: words error:rate_limit tokens>500"));
    line.setToolTip(tr(
        "<p>Rows that hold these words. Conditions may stand between them:</p>"
        "<p><b>id:</b>row-7 &nbsp; <b>error:</b>rate_limit &nbsp; <b>finish=</b>length &nbsp; "
        "<b>model:</b>mini &nbsp; <b>status=</b>429 &nbsp; <b>tokens&gt;</b>500 &nbsp; "
        "<b>input_tokens&lt;</b>10</p>"
        "<p>and any place in the JSON, such as <b>/response/body/id:</b>abc or "
        "<b>request:/body/temperature=</b>0.2. Words with blanks or signs stand in quotes.</p>"));
    m_where->setAccessibleName(tr("Where to look"));
    m_where->setAccessibleDescription(
        m_where->accessibleName()); // Linux is told no name of a choice
    m_where->addItem(tr("in answers"), int(RowQuery::Where::Answers));
    m_where->addItem(tr("in requests"), int(RowQuery::Where::Requests));
    m_where->addItem(tr("in both"), int(RowQuery::Where::Both));

    m_find->addBefore(tr("Sho&w:"), m_outcome);
    m_find->addBehind(m_where);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_find);
}

void ResultFilter::read()
{
    RowQuery query = m_find->query();
    query.where = RowQuery::Where(m_where->currentData().toInt());
    const int outcome = m_outcome->currentData().toInt();
    if (outcome != allRows && query.outcomes.empty())
        query.outcomes.push_back(Outcome(outcome));
    if (query == m_query)
        return;
    m_query = std::move(query);
    Q_EMIT changed();
}

void ResultFilter::setCounts(const std::optional<Certificate> &certificate)
{
    const int wanted = m_outcome->currentData().toInt();
    {
        const QSignalBlocker blocker(m_outcome);
        m_outcome->clear();
        m_outcome->addItem(tr("All rows"), allRows);
        for (const Outcome outcome : allOutcomes) {
            const qint64 count = certificate ? certificate->count(outcome) : 0;
            if (count > 0 || int(outcome) == wanted)
                m_outcome->addItem(
                    icons::forOutcome(outcome),
                    //: an outcome and the number of its rows
                    tr("%1 (%2)").arg(outcomeText(outcome), QLocale().toString(count)),
                    int(outcome));
        }
        m_outcome->setCurrentIndex(std::max(0, m_outcome->findData(wanted)));
    }
    read();
}

void ResultFilter::setOutcome(Outcome outcome)
{
    m_find->line().clear();
    if (const int index = m_outcome->findData(int(outcome)); index >= 0)
        m_outcome->setCurrentIndex(index);
}

void ResultFilter::setLine(const QString &text)
{
    clear();
    m_where->setCurrentIndex(0);
    m_find->setText(text);
}

void ResultFilter::setCount(const QString &text)
{
    m_find->setCount(text);
}

void ResultFilter::clear()
{
    m_outcome->setCurrentIndex(0);
    m_find->line().clear();
}

void ResultFilter::focusLine()
{
    m_find->focusLine();
}

void ResultFilter::setCondition(const QString &condition)
{
    static const QRegularExpression value(u"^(?:request:)?/[^\\s:=]+[:=]\"?([^\"]*)"_s);
    const QRegularExpressionMatch found = value.match(condition);
    m_find->setPlainText(condition, int(found.capturedStart(1)), int(found.capturedLength(1)));
}

#include "moc_resultfilter.cpp"
