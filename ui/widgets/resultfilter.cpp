// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/resultfilter.h"

#include "theme/icons.h"
#include "widgets/faultnote.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int allRows = -1;

QToolButton *newSwitch(const QString &text, const QString &name, const QString &tip,
                       QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

ResultFilter::ResultFilter(QWidget *parent)
    : QWidget(parent)
    , m_outcome(new QComboBox(this))
    , m_line(new QLineEdit(this))
    , m_where(new QComboBox(this))
    , m_case(newSwitch(u"Aa"_s, tr("Match case"), tr("Tell A from a"), this))
    , m_pattern(newSwitch(u".*"_s, tr("Regular expression"), tr("The text is a regular expression"),
                          this))
    , m_count(new QLabel(this))
    , m_fault(new FaultNote(*m_line, this))
{
    build();
    connect(m_line, &QLineEdit::textChanged, this, &ResultFilter::read);
    connect(m_line, &QLineEdit::returnPressed, this, &ResultFilter::leaveDown);
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &ResultFilter::read);
    connect(m_where, &QComboBox::currentIndexChanged, this, &ResultFilter::read);
    connect(m_case, &QToolButton::toggled, this, &ResultFilter::read);
    connect(m_pattern, &QToolButton::toggled, this, &ResultFilter::read);
}

void ResultFilter::build()
{
    m_outcome->setAccessibleName(tr("Outcome"));
    m_outcome->addItem(tr("All rows"), allRows);
    m_line->setObjectName("findResults"_L1);
    m_line->setAccessibleName(tr("Find in results"));
    m_line->setPlaceholderText(tr("Find, for example: words error:rate_limit tokens>500"));
    m_line->setToolTip(tr(
        "<p>Rows that hold these words. Conditions may stand between them:</p>"
        "<p><b>id:</b>row-7 &nbsp; <b>error:</b>rate_limit &nbsp; <b>finish=</b>length &nbsp; "
        "<b>model:</b>mini &nbsp; <b>status=</b>429 &nbsp; <b>tokens&gt;</b>500 &nbsp; "
        "<b>input_tokens&lt;</b>10</p>"
        "<p>and any place in the JSON, such as <b>/response/body/id:</b>abc or "
        "<b>request:/body/temperature=</b>0.2. Words with blanks or signs stand in quotes.</p>"));
    m_line->setClearButtonEnabled(true);
    m_line->addAction(icons::named(u"edit-find"_s), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    m_where->setAccessibleName(tr("Where to look"));
    m_where->addItem(tr("in answers"), int(RowQuery::Where::Answers));
    m_where->addItem(tr("in requests"), int(RowQuery::Where::Requests));
    m_where->addItem(tr("in both"), int(RowQuery::Where::Both));
    m_count->setTextFormat(Qt::PlainText);

    auto *label = new QLabel(tr("S&how:"), this);
    label->setBuddy(m_outcome);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_outcome);
    row->addWidget(m_line, 1);
    row->addWidget(m_where);
    row->addWidget(m_case);
    row->addWidget(m_pattern);
    row->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(row);
    column->addWidget(m_fault);
}

void ResultFilter::read()
{
    Result<RowQuery> query = parseRowQuery(m_line->text(), m_pattern->isChecked());
    m_fault->setText(query ? QString() : query.error().message);
    if (!query)
        return;
    query->matchesCase = m_case->isChecked();
    query->where = RowQuery::Where(m_where->currentData().toInt());
    const int outcome = m_outcome->currentData().toInt();
    if (outcome != allRows && query->outcomes.empty())
        query->outcomes.push_back(Outcome(outcome));
    if (*query == m_query)
        return;
    m_query = std::move(*query);
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
    m_line->clear();
    if (const int index = m_outcome->findData(int(outcome)); index >= 0)
        m_outcome->setCurrentIndex(index);
}

void ResultFilter::setCount(const QString &text)
{
    m_count->setText(text);
}

void ResultFilter::clear()
{
    m_outcome->setCurrentIndex(0);
    m_line->clear();
}

void ResultFilter::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

bool ResultFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            Q_EMIT leaveDown();
            return true;
        }
        // Escape empties the line first; a second one goes on to the window.
        if (key == Qt::Key_Escape && !m_line->text().isEmpty()) {
            m_line->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

#include "moc_resultfilter.cpp"
