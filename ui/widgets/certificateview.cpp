// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/certificateview.h"

#include "theme/colours.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "widgets/comparisonview.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Shares of the outcomes, side by side.
class CertificateView::Bar final : public QWidget {
public:
    explicit Bar(QWidget *parent) : QWidget(parent)
    {
        setFixedHeight(12);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void setCertificate(const Certificate &certificate)
    {
        m_certificate = certificate;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        if (layoutDirection() == Qt::RightToLeft) {
            painter.translate(width(), 0);
            painter.scale(-1, 1);
        }
        const QRectF whole = QRectF(rect()).adjusted(0, 1, 0, -1);
        QPainterPath frame;
        frame.addRoundedRect(whole, 4, 4);
        painter.setClipPath(frame);
        QColor trough = palette().color(QPalette::Text);
        trough.setAlphaF(0.14F);
        painter.fillRect(whole, trough);
        if (m_certificate.requests == 0)
            return;
        double left = whole.left();
        for (const Outcome outcome : allOutcomes) {
            const double share
                = double(m_certificate.count(outcome)) / double(m_certificate.requests);
            if (share <= 0 || outcome == Outcome::Pending) // what is still to come stays empty
                continue;
            // A single failure among a million is still a stripe that can be seen.
            const double width = std::max(3.0, share * whole.width());
            painter.fillRect(QRectF(left, whole.top(), width, whole.height()),
                             colours::fill(colours::toneOf(outcome), palette()));
            left += width + 1;
        }
    }

private:
    Certificate m_certificate;
};

QIcon CertificateView::tintedIcon(Outcome outcome) const
{
    return QIcon(icons::tinted(icons::outcomeIconName(outcome),
                               colours::text(colours::toneOf(outcome), palette()),
                               fonts::pictureBeside(fontMetrics()), devicePixelRatioF()));
}

CertificateView::CertificateView(QWidget *parent)
    : QWidget(parent)
    , m_bar(new Bar(this))
    , m_parts(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_side(new QWidget(this))
    , m_words(new QLabel(m_side))
    , m_disagreement(new QLabel(m_side))
    , m_comparison(new ComparisonView(m_side))
{
    for (QLabel *label : {m_words, m_disagreement}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_disagreement->hide();
    m_comparison->hide();
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 3, 0, 0); // as the text of the first outcome
    side->setSpacing(10);
    side->addWidget(m_words);
    side->addWidget(m_disagreement);
    side->addWidget(m_comparison);
    side->addStretch();
    m_parts->setSpacing(fontMetrics().averageCharWidth() * 6);
    m_parts->addWidget(m_side, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(10);
    column->addWidget(m_bar);
    column->addLayout(m_parts);
    setAccessibleName(tr("Certificate"));
}

void CertificateView::setCertificate(const std::optional<Certificate> &certificate)
{
    m_shown = certificate;
    delete m_rows;
    m_rows = nullptr;
    m_disagreement->hide();
    m_comparison->hide();
    m_bar->setVisible(certificate && certificate->requests > 0);
    if (!certificate || certificate->requests == 0) {
        m_words->setText(certificate ? tr("There is nothing to count yet.")
                                     : tr("Counting the rows…"));
        setAccessibleDescription(m_words->text());
        return;
    }
    m_bar->setCertificate(*certificate);
    const QStringList spoken = showOutcomes(*certificate) + showComparison(*certificate);
    setAccessibleDescription(spoken.join(", "_L1));
    arrange();
}

QStringList CertificateView::showOutcomes(const Certificate &certificate)
{
    m_rows = new QWidget(this);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins({});
    grid->setVerticalSpacing(0);
    grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 3);
    QStringList spoken;
    for (const Outcome outcome : allOutcomes)
        if (certificate.count(outcome) > 0)
            spoken.append(addOutcome(*grid, outcome, certificate));
    grid->setColumnStretch(3, 1);
    grid->setRowStretch(grid->rowCount(), 1);
    m_parts->insertWidget(0, m_rows);
    return spoken;
}

QString CertificateView::addOutcome(QGridLayout &grid, Outcome outcome,
                                    const Certificate &certificate)
{
    const QLocale locale;
    const qint64 count = certificate.count(outcome);
    auto *button = new QPushButton(tintedIcon(outcome), outcomeText(outcome), m_rows);
    button->setFlat(true);
    // It begins where the bar does.
    button->setStyleSheet(u"QPushButton { border: none; padding: 3px 0; text-align: left; } "
                          "QPushButton:hover, QPushButton:focus { text-decoration: underline; }"_s);
    button->setToolTip(tr("Show these rows"));
    connect(button, &QPushButton::clicked, this,
            [this, outcome] { Q_EMIT outcomeWanted(outcome); });
    auto *number = new QLabel(locale.toString(count), m_rows);
    auto *share = new QLabel(tr("%1 %").arg(locale.toString(
                                 100.0 * double(count) / double(certificate.requests), 'f', 1)),
                             m_rows);
    QPalette faint = palette();
    faint.setColor(QPalette::WindowText, colours::text(colours::Tone::Subtle, faint));
    share->setPalette(faint);
    const int row = grid.rowCount();
    grid.addWidget(button, row, 0);
    for (QLabel *label : {number, share}) {
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid.addWidget(label, row, label == number ? 1 : 2);
    }
    return tr("%1: %2").arg(outcomeText(outcome), locale.toString(count));
}

QStringList CertificateView::showComparison(const Certificate &certificate)
{
    QStringList words;
    words.append(certificate.isBalanced() ? tr("%Ln request(s), each with one outcome.", nullptr,
                                               int(certificate.requests))
                                          : tr("The counts do not add up to %Ln request(s).",
                                               nullptr, int(certificate.requests)));
    if (certificate.duplicateResults > 0)
        words.append(tr("%Ln result(s) for an id that had one already.", nullptr,
                        int(certificate.duplicateResults)));
    if (certificate.unknownIds > 0)
        words.append(tr("%Ln result(s) with an id that was not asked for.", nullptr,
                        int(certificate.unknownIds)));
    m_words->setText(words.join(u' '));
    QStringList spoken;
    m_disagreement->setVisible(!certificate.agrees);
    if (!certificate.agrees) {
        m_disagreement->setText(tr("The provider counts otherwise."));
        spoken.append(m_disagreement->text());
        QPalette warning = palette();
        warning.setColor(QPalette::WindowText, colours::text(colours::Tone::Bad, warning));
        m_disagreement->setPalette(warning);
    }
    // While a run goes on the provider's figures are older than its page.
    const std::vector<CountComparison> counts = compareCounts(certificate);
    if (certificate.count(Outcome::Pending) == 0)
        m_comparison->showCounts(counts);
    // Said where there is something to say; who wants all figures goes to them.
    if (m_comparison->isVisibleTo(m_side) && std::ranges::any_of(counts, &CountComparison::differs))
        spoken.append(m_comparison->spoken());
    return spoken;
}

/// Beside each other where there is room for both.
void CertificateView::arrange()
{
    if (!m_rows)
        return;
    const int words
        = std::max(m_comparison->sizeHint().width(), fontMetrics().averageCharWidth() * 30);
    const int wanted = m_rows->sizeHint().width() + m_parts->spacing() + words;
    m_parts->setDirection(width() >= wanted ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QSize CertificateView::minimumSizeHint() const
{
    const QSize hint = QWidget::minimumSizeHint();
    if (!m_rows)
        return hint;
    // One below the other they need no more than this.
    const int width
        = std::max(m_rows->minimumSizeHint().width(), m_side->minimumSizeHint().width());
    return {std::min(width, hint.width()), hint.height()};
}

void CertificateView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CertificateView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_shown)
        setCertificate(std::optional<Certificate>(m_shown));
}

#include "moc_certificateview.cpp"
