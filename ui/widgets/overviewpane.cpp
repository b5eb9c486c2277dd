// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overviewpane.h"

#include "models/timewords.h"
#include "models/visibletext.h"
#include "services.h"
#include "theme/appearance.h"
#include "theme/colours.h"
#include "theme/icons.h"
#include "widgets/card.h"
#include "widgets/certificateview.h"
#include "widgets/tablelook.h"
#include "widgets/textviewer.h"

#include <KMessageWidget>

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>
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
    , m_history(new QTreeWidget)
    , m_detail(new TextViewer(services.pool(), tr("What the provider sent")))
    , m_showDetail(new QAction(icons::named(u"dialog-information"_s), tr("Details"), this))
    , m_copyDetail(new QAction(icons::named(u"edit-copy"_s), tr("Copy"), this))
{
    auto *inside = new QWidget(this);
    m_trouble->setWordWrap(true);
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
    m_history->setAccessibleName(tr("History of states"));
    m_history->setHeaderLabels({tr("State"), tr("Provider's word"), tr("When")});
    m_history->setRootIsDecorated(false);
    m_history->setFrameShape(QFrame::NoFrame);
    m_history->setUniformRowHeights(true);
    m_history->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_history->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    tablelook::apply(*m_history->header());

    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(new Card(tr("Outcomes"), m_certificate, inside));
    left->addWidget(new Card(tr("History"), m_history, inside));
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(new Card(tr("Details"), m_facts, inside));
    right->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    auto *whole = new QVBoxLayout(inside);
    whole->setContentsMargins(0, 10, 0, 10);
    whole->setSpacing(12);
    whole->addWidget(m_trouble);
    whole->addWidget(m_detail);
    whole->addLayout(columns, 1);
    setWidget(inside);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    connect(m_certificate, &CertificateView::outcomeWanted, this, &OverviewPane::outcomeWanted);
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
    const std::vector<const Batch *> batches = m_services.library().batches(run);
    showTrouble(batches);
    showFacts(batches);
    showHistory(batches);
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

void OverviewPane::showHistory(const std::vector<const Batch *> &batches)
{
    m_history->clear();
    for (const Batch *batch : batches) {
        for (const StateChange &change : batch->history) {
            auto *item = new QTreeWidgetItem(m_history);
            item->setText(0, stateText(change.state));
            item->setIcon(0, icons::forState(change.state));
            item->setText(1, visibletext::brief(change.rawStatus));
            item->setText(2, timeText(change.at));
        }
    }
    // As tall as what is in it: the page scrolls, not the list in it.
    const int row = std::max(m_history->sizeHintForRow(0), fontMetrics().height());
    constexpr int most = 40;
    const int rows = std::min(m_history->topLevelItemCount(), most);
    m_history->setFixedHeight(m_history->header()->sizeHint().height() + rows * row + 4);
    m_history->setVerticalScrollBarPolicy(
        m_history->topLevelItemCount() > most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

#include "moc_overviewpane.cpp"
