// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/findline.h"

#include "theme/icons.h"
#include "widgets/faultnote.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

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

FindLine::FindLine(Parse parse, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_parse(parse)
    , m_row(new QHBoxLayout)
    , m_line(new QLineEdit(this))
    , m_case(newSwitch(u"Aa"_s, tr("Match case"), tr("Tell A from a"), this))
    , m_pattern(newSwitch(u".*"_s, tr("Regular expression"), tr("The text is a regular expression"),
                          this))
    , m_count(new QLabel(this))
    , m_fault(new FaultNote(*m_line, this))
{
    m_line->setObjectName(objectName);
    m_line->setClearButtonEnabled(true);
    m_line->addAction(icons::named(u"edit-find"_s), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    m_count->setTextFormat(Qt::PlainText);
    m_row->addWidget(m_line, 1);
    m_row->addWidget(m_case);
    m_row->addWidget(m_pattern);
    m_row->addWidget(m_count);
    m_count->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(m_row);
    column->addWidget(m_fault);
    connect(m_line, &QLineEdit::textChanged, this, &FindLine::read);
    connect(m_line, &QLineEdit::returnPressed, this, &FindLine::leaveDown);
    connect(m_case, &QToolButton::toggled, this, &FindLine::read);
    connect(m_pattern, &QToolButton::toggled, this, &FindLine::read);
}

void FindLine::addBefore(const QString &label, QWidget *choice)
{
    auto *words = new QLabel(label, this);
    words->setBuddy(choice);
    m_row->insertWidget(0, words);
    m_row->insertWidget(1, choice);
    setTabOrder(choice, m_line);
}

void FindLine::addBehind(QWidget *choice)
{
    m_row->insertWidget(m_row->indexOf(m_line) + 1, choice);
    setTabOrder(m_line, choice);
    setTabOrder(choice, m_case);
    setTabOrder(m_case, m_pattern);
}

void FindLine::read()
{
    Result<RowQuery> query = m_parse(m_line->text(), m_pattern->isChecked());
    m_fault->setText(query ? QString() : query.error().message);
    if (!query)
        return;
    query->matchesCase = m_case->isChecked();
    if (*query == m_query)
        return;
    m_query = std::move(*query);
    Q_EMIT changed();
}

void FindLine::setText(const QString &text)
{
    m_line->clear();
    m_case->setChecked(false);
    m_pattern->setChecked(false);
    m_line->setText(text);
}

void FindLine::setCount(const QString &text)
{
    m_count->setText(text);
    m_count->setVisible(!text.isEmpty());
}

void FindLine::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FindLine::setPlainText(const QString &text, int from, int length)
{
    m_pattern->setChecked(false);
    m_line->setText(text);
    m_line->setFocus(Qt::OtherFocusReason);
    if (from >= 0)
        m_line->setSelection(from, length);
}

bool FindLine::eventFilter(QObject *watched, QEvent *event)
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
        if (key == Qt::Key_Escape && m_onEscape && m_onEscape())
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

#include "moc_findline.cpp"
