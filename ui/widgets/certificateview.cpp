// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/certificateview.h"

#include "theme/colours.h"
#include "theme/icons.h"
#include "widgets/comparisonview.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

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
                               colours::text(colours::toneOf(outcome), palette()), 16,
                               devicePixelRatioF()));
}

CertificateView::CertificateView(QWidget *parent)
    : QWidget(parent)
    , m_bar(new Bar(this))
    , m_grid(nullptr)
    , m_words(new QLabel(this))
    , m_disagreement(new QLabel(this))
    , m_comparison(new ComparisonView(this))
    , m_rows(nullptr)
{
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(10);
    column->addWidget(m_bar);
    column->addWidget(m_words);
    column->addWidget(m_disagreement);
    m_disagreement->setWordWrap(true);
    m_disagreement->setTextFormat(Qt::PlainText);
    m_disagreement->setContentsMargins(0, 0, 0, 0);
    m_disagreement->hide();
    column->addWidget(m_comparison);
    m_comparison->hide();
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
    fill(*certificate);
}

void CertificateView::fill(const Certificate &certificate)
{
    const QLocale locale;
    m_rows = new QWidget(this);
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins({});
    m_grid->setVerticalSpacing(0);
    m_grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 3);
    QStringList spoken;
    int row = 0;
    for (const Outcome outcome : allOutcomes) {
        const qint64 count = certificate.count(outcome);
        if (count == 0)
            continue;
        auto *button = new QPushButton(tintedIcon(outcome), outcomeText(outcome), m_rows);
        button->setFlat(true);
        // It begins where the bar and the words do.
        button->setStyleSheet(
            u"QPushButton { border: none; padding: 3px 0; text-align: left; } "
            "QPushButton:hover, QPushButton:focus { text-decoration: underline; }"_s);
        button->setToolTip(tr("Show these rows"));
        connect(button, &QPushButton::clicked, this,
                [this, outcome] { Q_EMIT outcomeWanted(outcome); });
        auto *number = new QLabel(locale.toString(count), m_rows);
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *share = new QLabel(tr("%1 %").arg(locale.toString(
                                     100.0 * double(count) / double(certificate.requests), 'f', 1)),
                                 m_rows);
        share->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        QPalette faint = palette();
        faint.setColor(QPalette::WindowText, colours::text(colours::Tone::Subtle, faint));
        share->setPalette(faint);
        m_grid->addWidget(button, row, 0);
        m_grid->addWidget(number, row, 1);
        m_grid->addWidget(share, row, 2);
        spoken.append(tr("%1: %2").arg(outcomeText(outcome), locale.toString(count)));
        ++row;
    }
    m_grid->setColumnStretch(3, 1);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_rows);

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
    m_disagreement->setVisible(!certificate.agrees);
    if (!certificate.agrees) {
        m_disagreement->setText(tr("The provider counts otherwise."));
        spoken.append(m_disagreement->text());
        QPalette warning = palette();
        warning.setColor(QPalette::WindowText, colours::text(colours::Tone::Bad, warning));
        m_disagreement->setPalette(warning);
    }
    m_words->setText(words.join(u' '));
    // While a run goes on the provider's figures are older than its page.
    const std::vector<CountComparison> counts = compareCounts(certificate);
    if (certificate.count(Outcome::Pending) == 0)
        m_comparison->showCounts(counts);
    // Said where there is something to say; who wants all figures goes to them.
    if (m_comparison->isVisibleTo(this) && std::ranges::any_of(counts, &CountComparison::differs))
        spoken.append(m_comparison->spoken());
    setAccessibleDescription(spoken.join(", "_L1));
}

void CertificateView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_shown)
        setCertificate(std::optional<Certificate>(m_shown));
}

#include "moc_certificateview.cpp"
