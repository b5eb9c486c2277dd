// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overviewpane.h"

#include "models/progresslog.h"
#include "models/timewords.h"
#include "models/visibletext.h"
#include "services.h"
#include "theme/appearance.h"
#include "theme/colours.h"
#include "theme/icons.h"
#include "widgets/card.h"
#include "widgets/certificateview.h"
#include "widgets/chartcard.h"
#include "widgets/historyview.h"
#include "widgets/messagelook.h"
#include "widgets/progresschart.h"
#include "widgets/textviewer.h"

#include <KMessageWidget>

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFormLayout>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOfLine = 2'000;
const QString titleName = u"factTitle"_s;

QString timeText(const QDateTime &time)
{
    return time.isValid() ? timewords::exact(time) : QString();
}

/// A text without the quotes that it has in JSON, anything else as it is.
QString metadataText(const QByteArray &raw)
{
    const QJsonValue value = QJsonDocument::fromJson('[' + raw + ']').array().first();
    return value.isString() ? value.toString() : QString::fromUtf8(raw);
}

QString faultText(const BatchFault &fault)
{
    QString text = fault.code.isEmpty()
        ? fault.message
        : OverviewPane::tr("%1 (%2)").arg(fault.message, fault.code);
    if (fault.line > 0)
        text = OverviewPane::tr("Line %1: %2").arg(QString::number(fault.line), text);
    return text;
}

} // namespace

OverviewPane::OverviewPane(Services &services, QWidget *parent)
    : QScrollArea(parent)
    , m_services(services)
    , m_trouble(new KMessageWidget)
    , m_certificate(new CertificateView)
    , m_facts(new QWidget)
    , m_history(new HistoryView)
    , m_log(new ProgressLog(services.library(), this))
    , m_chart(new ProgressChart)
    , m_progress(new ChartCard(tr("Progress"), m_chart))
    , m_detail(new TextViewer(services.pool(), tr("What the provider sent")))
    , m_showDetail(new QAction(icons::named(u"dialog-information"_s), tr("Details"), this))
    , m_copyDetail(new QAction(icons::named(u"edit-copy"_s), tr("Copy"), this))
{
    m_trouble->setWordWrap(true);
    messagelook::apply(*m_trouble);
    m_trouble->setCloseButtonVisible(false);
    m_trouble->hide();
    m_detail->setFixedHeight(fontMetrics().height() * 6);
    appearance::useFixedFont(*m_detail);
    m_detail->hide();
    m_trouble->setTextFormat(Qt::PlainText);
    m_showDetail->setCheckable(true);
    connect(m_showDetail, &QAction::toggled, m_detail, &QWidget::setVisible);
    connect(m_copyDetail, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(m_trouble->text() + u"\n\n"_s + m_details);
    });
    connect(m_log, &ProgressLog::recalled, this, &OverviewPane::showProgress);
    connect(m_certificate, &CertificateView::outcomeWanted, this, &OverviewPane::outcomeWanted);
    build();
}

void OverviewPane::build()
{
    auto *inside = new QWidget(this);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(m_progress);
    left->addWidget(new Card(tr("Outcomes"), m_certificate, inside));
    left->addWidget(new Card(tr("History"), m_history, inside));
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(new Card(tr("Details"), m_facts, inside));
    right->addStretch(1);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(12);
    m_columns->addLayout(left, 3);
    m_columns->addLayout(right, 2);
    auto *whole = new QVBoxLayout(inside);
    whole->setContentsMargins(0, 10, 0, 10);
    whole->setSpacing(12);
    whole->addWidget(m_trouble);
    whole->addWidget(m_detail);
    whole->addLayout(m_columns, 1);
    setWidget(inside);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
}

/// One below the other where the letters leave no room for two columns.
void OverviewPane::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const bool isWide = width() > fontMetrics().averageCharWidth() * 110;
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void OverviewPane::setCertificate(const std::optional<Certificate> &certificate)
{
    m_certificate->setCertificate(certificate);
}

void OverviewPane::showRun(RunId run)
{
    m_run = run;
    if (!m_services.library().run(run))
        return;
    m_log->follow(run);
    const std::vector<const Batch *> batches = m_services.library().batches(run);
    showTrouble(batches);
    showFacts(batches);
    m_history->showBatches(batches);
    showProgress();
}

void OverviewPane::showTrouble(const std::vector<const Batch *> &batches)
{
    QStringList lines;
    QStringList details;
    bool bad = false;
    for (const Batch *batch : batches) {
        const BatchFacts &facts = batch->facts;
        if (!facts.reason.isEmpty())
            lines.append(facts.reason);
        if (facts.error) {
            bad = bad || facts.state == BatchState::Failed || facts.state == BatchState::Unknown;
            lines.append(userText(*facts.error));
            if (!facts.error->detail.isEmpty())
                details.append(facts.error->detail);
            if (!facts.error->requestId.isEmpty())
                lines.append(
                    tr("Request id for the provider's support: %1").arg(facts.error->requestId));
        }
        constexpr qsizetype most = 10;
        for (const BatchFault &fault : facts.faults.first(std::min(most, facts.faults.size())))
            lines.append(faultText(fault));
        if (const int more = int(facts.faults.size() - most); more > 0)
            lines.append(tr("… and %Ln more", nullptr, more));
        bad = bad || !facts.faults.isEmpty();
    }
    lines.removeDuplicates();
    for (QString &line : lines)
        line = visibletext::brief(line, mostOfLine);
    m_trouble->setMessageType(bad ? KMessageWidget::Error : KMessageWidget::Information);
    m_trouble->setText(lines.join(u'\n'));
    showDetail(details);
    m_trouble->setVisible(!lines.isEmpty());
}

void OverviewPane::showDetail(const QStringList &details)
{
    const QString text = details.join(u"\n\n"_s);
    for (QAction *action : {m_showDetail, m_copyDetail}) {
        m_trouble->removeAction(action);
        if (!text.isEmpty())
            m_trouble->addAction(action);
    }
    if (m_details != text) {
        m_details = text;
        m_detail->setProse(text);
        m_showDetail->setChecked(false);
    }
    m_detail->setVisible(m_showDetail->isChecked() && !text.isEmpty());
}

QPalette OverviewPane::faint() const
{
    QPalette faint = palette();
    faint.setColor(QPalette::WindowText, colours::text(colours::Tone::Subtle, faint));
    return faint;
}

void OverviewPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        for (QLabel *title : m_facts->findChildren<QLabel *>(titleName))
            title->setPalette(faint());
}

void OverviewPane::addFact(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    const QString shown = visibletext::brief(value, mostOfLine);
    auto *label = new QLabel(shown, m_facts);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // A name may be a key of metadata, which anybody may have chosen.
    const QString called = visibletext::brief(name, 100);
    label->setAccessibleName(tr("%1: %2").arg(called, shown));
    //: label of a fact, such as "Connection:"
    auto *title = new QLabel(tr("%1:").arg(called), m_facts);
    title->setTextFormat(Qt::PlainText);
    title->setObjectName(titleName);
    title->setPalette(faint());
    title->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_form->addRow(title, label);
}

/// What the provider counts, as it said last.
void OverviewPane::showCounts(const RequestCounts &counts)
{
    const QLocale locale;
    QStringList parts;
    const auto add = [&](const std::optional<qint64> &count, const QString &text) {
        if (count && (*count > 0 || parts.isEmpty()))
            parts.append(text.arg(locale.toString(*count)));
    };
    //: what a provider counts: requests that succeeded
    add(counts.succeeded, tr("%1 succeeded"));
    add(counts.failed, tr("%1 failed"));
    add(counts.cancelled, tr("%1 cancelled"));
    add(counts.expired, tr("%1 expired"));
    add(counts.total, tr("of %1"));
    addFact(tr("Provider counts"), parts.join(", "_L1));
}

void OverviewPane::showFacts(const std::vector<const Batch *> &batches)
{
    const Run &run = *m_services.library().run(m_run);
    delete m_facts->layout();
    qDeleteAll(m_facts->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_form = new QFormLayout(m_facts);
    m_form->setContentsMargins({});
    m_form->setVerticalSpacing(7);
    m_form->setHorizontalSpacing(fontMetrics().averageCharWidth() * 3);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    const QLocale locale;
    const Connection *connection = m_services.library().connection(run.connection);
    addFact(tr("Connection"), connection ? connection->name : QString());
    addFact(tr("Endpoint"), run.endpoint);
    addFact(tr("Window"), run.window);
    addFact(tr("Model"), run.models.join(", "_L1));
    addFact(
        tr("Requests"),
        tr("%1, %2").arg(locale.toString(run.requests), locale.formattedDataSize(run.bytes, 1)));
    addFact(tr("Description"), run.description);
    for (const auto &[key, raw] : run.metadata)
        addFact(key, metadataText(raw));
    addFact(tr("From"), run.originPath);
    addFact(tr("Made"), timeText(run.createdAt));
    for (const Batch *batch : batches) {
        const BatchFacts &facts = batch->facts;
        addFact(tr("State"), stateText(facts.state));
        addFact(tr("Provider's word"),
                facts.unknownStatus ? tr("%1 (not known to Batchdesk)").arg(facts.rawStatus)
                                    : facts.rawStatus);
        if (facts.addedRequests > 0)
            addFact(
                tr("Added there"),
                tr("%1 of %2")
                    .arg(locale.toString(facts.addedRequests), locale.toString(batch->requests)));
        showCounts(facts.counts);
        addFact(tr("Batch id"), facts.remoteId);
        addFact(tr("Input file id"), facts.inputFileId);
        addFact(tr("Output file id"), facts.outputFileId);
        addFact(tr("Error file id"), facts.errorFileId);
        addFact(tr("Model at the provider"), facts.model);
        addFact(tr("Vendor behind it"), facts.provider);
        addFact(tr("Submitted"), timeText(batch->submittedAt));
        addFact(tr("Window ends"), isTerminal(facts.state) ? QString() : timeText(facts.expiresAt));
        addFact(tr("Ended"), timeText(facts.endedAt));
        addFact(tr("Last checked"), timeText(batch->checkedAt));
        addFact(tr("Last request id"), facts.lastRequestId);
    }
}

void OverviewPane::showProgress()
{
    const Run *known = m_services.library().run(m_run);
    if (!known)
        return;
    const Run &run = *known;
    const ProgressLine line = m_log->line();
    const bool isOver = isTerminal(runState(m_services.library().batches(m_run)));
    // From its beginning and its end alone nobody sees how a run came along.
    const qsizetype least = isOver ? 3 : 2;
    m_progress->setVisible(line.points().size() >= least);
    if (line.points().size() < least)
        return;
    const QDateTime end
        = isOver ? QDateTime() : line.expectedEnd(run.requests).value_or(QDateTime());
    m_chart->setContent({.line = line, .total = run.requests, .expectedEnd = end});
    const QDateTime now = m_services.clock().now();
    m_progress->setSummary(
        end.isValid() && end > now
            ? tr("At the pace of this run it will be done %1.").arg(timewords::ahead(end, now))
            : QString());
}

#include "moc_overviewpane.cpp"
