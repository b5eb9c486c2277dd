// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/requestfilter.h"

#include "theme/icons.h"
#include "widgets/findline.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Which = FindingRows::Which;

const QString allKey = u"all"_s;
const QString anyKey = u"any"_s;
const QString errorsKey = u"errors"_s;
const QString warningsKey = u"warnings"_s;
constexpr QLatin1StringView kindKey("kind:");

} // namespace

RequestFilter::RequestFilter(QWidget *parent)
    : QWidget(parent)
    , m_sort(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_find(new FindLine(parseRequestQuery, u"findRequests"_s, this))
{
    build();
    setFindings({});
    connect(m_find, &FindLine::changed, this, &RequestFilter::changed);
    connect(m_find, &FindLine::leaveDown, this, &RequestFilter::leaveDown);
    connect(m_sort, &QComboBox::currentIndexChanged, this, &RequestFilter::changed);
}

void RequestFilter::build()
{
    m_sort->setObjectName("sortOfRequests"_L1);
    m_sort->setAccessibleName(tr("Findings to show"));
    m_sort->setAccessibleDescription(m_sort->accessibleName()); // Linux is told no name of a choice
    // A long name of a kind must not push the line away.
    m_sort->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sort->setMinimumContentsLength(12);
    QLineEdit &line = m_find->line();
    line.setAccessibleName(tr("Find in requests"));
    line.setPlaceholderText(tr("Find, for example: words model:mini"));
    line.setToolTip(
        tr("<p>Requests that hold these words. Conditions may stand between them:</p>"
           "<p><b>id:</b>row-7 &nbsp; <b>model:</b>mini &nbsp; <b>/body/temperature&gt;</b>0.5 "
           "&nbsp; <b>/url=</b>/v1/embeddings</p>"
           "<p>Words with blanks or signs stand in quotes.</p>"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_count->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    // Two rows: there is no more room beside the editor.
    auto *row = new QHBoxLayout;
    row->addWidget(m_sort);
    row->addWidget(m_count, 1);
    m_find->setOnEscape([this] {
        if (m_sort->currentIndex() == 0)
            return false;
        m_sort->setCurrentIndex(0);
        return true;
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(row);
    column->addWidget(m_find);
}

RequestFilter::Sort RequestFilter::sort() const
{
    const QString key = m_sort->currentData().toString();
    if (key == allKey)
        return {};
    Sort sort{.isAll = false, .kind = {}};
    if (key == errorsKey)
        sort.which = Which::Errors;
    else if (key == warningsKey)
        sort.which = Which::Warnings;
    else if (key.startsWith(kindKey))
        sort.kind = key.sliced(kindKey.size());
    return sort;
}

const RowQuery &RequestFilter::query() const
{
    return m_find->query();
}

void RequestFilter::setFindings(const QList<Finding> &findings)
{
    const QString wanted = m_sort->currentData().toString();
    const QSignalBlocker blocker(m_sort);
    m_sort->clear();
    m_sort->addItem(tr("All requests"), allKey);
    const auto hasLines = [&](Severity severity) {
        return std::ranges::any_of(findings, [severity](const Finding &finding) {
            return finding.severity == severity && !finding.lines.isEmpty();
        });
    };
    const bool hasErrors = hasLines(Severity::Error);
    const bool hasWarnings = hasLines(Severity::Warning);
    if (hasErrors || hasWarnings || wanted == anyKey)
        m_sort->addItem(tr("With findings"), anyKey);
    if (hasErrors || wanted == errorsKey)
        m_sort->addItem(icons::named(u"dialog-error"_s), tr("With errors"), errorsKey);
    if (hasWarnings || wanted == warningsKey)
        m_sort->addItem(icons::named(u"dialog-warning"_s), tr("With warnings"), warningsKey);
    for (const Finding &finding : findings)
        if (!finding.lines.isEmpty())
            m_sort->addItem(icons::named(finding.severity == Severity::Error ? u"dialog-error"_s
                                                                             : u"dialog-warning"_s),
                            //: a kind of finding and the number of its lines
                            tr("%1 (%2)").arg(finding.kind, QLocale().toString(finding.count)),
                            kindKey + finding.kind);
    if (wanted.startsWith(kindKey) && m_sort->findData(wanted) < 0)
        m_sort->addItem(tr("%1 (%2)").arg(wanted.sliced(kindKey.size()), QLocale().toString(0)),
                        wanted);
    for (int i = 0; i < m_sort->count(); ++i)
        m_sort->setItemData(i, m_sort->itemText(i), Qt::ToolTipRole);
    m_sort->setCurrentIndex(std::max(0, m_sort->findData(wanted)));
}

void RequestFilter::setKind(const QString &kind)
{
    m_find->line().clear();
    if (const int index = m_sort->findData(kindKey + kind); index >= 0)
        m_sort->setCurrentIndex(index);
}

void RequestFilter::setCount(const QString &text)
{
    m_count->setText(text);
}

void RequestFilter::clear()
{
    m_find->line().clear();
    m_sort->setCurrentIndex(0);
}

void RequestFilter::focusLine()
{
    m_find->focusLine();
}

#include "moc_requestfilter.cpp"
