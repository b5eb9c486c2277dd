// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sampleview.h"

#include "models/repairwords.h"
#include "theme/icons.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextCursor>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit *newSide(const QString &name, QWidget *parent)
{
    auto *side = new QPlainTextEdit(parent);
    side->setReadOnly(true);
    side->setAccessibleName(name);
    side->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    side->setWordWrapMode(QTextOption::WrapAnywhere);
    side->setTabChangesFocus(true);
    // A cursor to go through the line by keys.
    side->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return side;
}

void setSide(QPlainTextEdit &side, const RepairSample::Side &sample)
{
    const repairwords::Shown shown = repairwords::shown(sample);
    side.setPlainText(shown.front + u'⟦' + shown.place + u'⟧' + shown.back);
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(side.document());
    mark.cursor.setPosition(int(shown.front.size()));
    mark.cursor.setPosition(int(shown.front.size() + shown.place.size()) + 2,
                            QTextCursor::KeepAnchor);
    mark.format.setBackground(side.palette().alternateBase());
    mark.format.setFontUnderline(true);
    mark.format.setFontWeight(QFont::Bold);
    side.setExtraSelections({mark});
    QTextCursor cursor(side.document());
    cursor.setPosition(int(shown.front.size()));
    side.setTextCursor(cursor);
    side.ensureCursorVisible();
}

void setWords(QPlainTextEdit &side, const QString &words)
{
    side.setExtraSelections({});
    side.setPlainText(words);
}

} // namespace

SampleView::SampleView(QThreadPool &pool, RepairSource source, QWidget *parent)
    : QWidget(parent)
    , m_pool(pool)
    , m_source(std::move(source))
    , m_where(new QLabel(this))
    , m_previous(new QPushButton(icons::named(u"go-previous"_s), tr("Pre&vious"), this))
    , m_next(new QPushButton(icons::named(u"go-next"_s), tr("Ne&xt"), this))
    , m_before(newSide(tr("Line before"), this))
    , m_after(newSide(tr("Line after"), this))
{
    build();
}

SampleView::~SampleView() = default;

void SampleView::build()
{
    m_where->setTextFormat(Qt::PlainText);
    m_previous->setAutoDefault(false);
    m_next->setAutoDefault(false);
    m_previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F8));
    m_next->setShortcut(QKeySequence(Qt::Key_F8));
    for (QPushButton *button : {m_previous, m_next})
        button->setToolTip(
            //: what a button does, then its key
            tr("%1 (%2)").arg(button == m_next ? tr("The next line") : tr("The line before"),
                              button->shortcut().toString(QKeySequence::NativeText)));
    auto *top = new QHBoxLayout;
    top->addWidget(m_where, 1);
    top->addWidget(m_previous);
    top->addWidget(m_next);
    auto *before = new QLabel(tr("&Before"), this);
    auto *after = new QLabel(tr("&After"), this);
    before->setBuddy(m_before);
    after->setBuddy(m_after);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->addLayout(top, 0, 0, 1, 2);
    grid->addWidget(before, 1, 0);
    grid->addWidget(after, 1, 1);
    grid->addWidget(m_before, 2, 0);
    grid->addWidget(m_after, 2, 1);
    grid->setRowStretch(2, 1);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    show(nullptr, {});
}

qsizetype SampleView::count() const
{
    const RepairPlan::Kind *kind = m_plan ? m_plan->find(m_kind) : nullptr;
    return kind ? std::ssize(kind->changes) : 0;
}

void SampleView::show(std::shared_ptr<const RepairPlan> plan, const QString &kind)
{
    m_plan = std::move(plan);
    m_kind = kind;
    m_place = 0;
    read();
}

void SampleView::setMaxTokens(qint64 maxTokens)
{
    m_maxTokens = maxTokens;
    if (m_kind == "missing_max_tokens"_L1)
        read();
}

void SampleView::step(int by)
{
    m_place = std::clamp<qsizetype>(m_place + by, 0, std::max<qsizetype>(0, count() - 1));
    read();
}

void SampleView::read()
{
    ++m_generation;
    const qsizetype all = count();
    // Who steps with a button keeps the focus, also at the end.
    QWidget *focus = focusWidget();
    m_previous->setEnabled(m_place > 0);
    m_next->setEnabled(m_place + 1 < all);
    if (focus == m_next && !m_next->isEnabled() && m_previous->isEnabled())
        m_previous->setFocus();
    if (focus == m_previous && !m_previous->isEnabled() && m_next->isEnabled())
        m_next->setFocus();
    if (all == 0) {
        m_where->clear();
        setWords(*m_before, {});
        setWords(*m_after, {});
        return;
    }
    const RepairPlan::Change change = m_plan->find(m_kind)->changes[std::size_t(m_place)];
    const QLocale locale;
    //: a line of the file; then its place among those that are changed, and their number
    m_where->setText(
        tr("Line %1 (%2 of %3)")
            .arg(locale.toString(change.line), locale.toString(m_place + 1), locale.toString(all)));
    RepairOptions options{.rules = m_source.rules, .maxTokens = m_maxTokens};
    QtConcurrent::run(
        &m_pool,
        [file = m_source.file, index = m_source.index, kind = m_kind, change,
         options = std::move(options)] { return sampleRepair(file, index, kind, change, options); })
        .then(this, [this, generation = m_generation](const Result<RepairSample> &sample) {
            if (generation == m_generation)
                showSample(sample);
        });
}

void SampleView::showSample(const Result<RepairSample> &sample)
{
    if (!sample) {
        setWords(*m_before, userText(sample.error()));
        setWords(*m_after, {});
        return;
    }
    if (sample->before.bytes.isEmpty() && sample->isGone)
        setWords(*m_before, tr("(a blank line)"));
    else
        setSide(*m_before, sample->before);
    if (sample->isGone)
        setWords(*m_after, tr("The line is left out of the new file."));
    else if (sample->isMoved)
        setWords(*m_after,
                 sample->group.isEmpty()
                     ? tr("The line stays as it is, and goes to a file with others that name "
                          "nothing here.")
                     //: %1 is a model or endpoint, in quotes already
                     : tr("The line stays as it is, and goes to the file of %1.")
                           .arg(repairwords::visibleBytes(sample->group)));
    else
        setSide(*m_after, sample->after);
}

#include "moc_sampleview.cpp"
