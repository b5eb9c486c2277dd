// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/submitform.h"

#include "core/tags.h"
#include "models/connectionmodel.h"
#include "models/visibletext.h"
#include "services.h"
#include "theme/calmstyle.h"
#include "theme/icons.h"
#include "widgets/settings.h"
#include "widgets/tablelook.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr auto lastConnectionKey = "submit/connection"_L1;

/// A metadata value as raw JSON: what is JSON already (where the provider takes any), else text.
QByteArray metadataValue(const QString &text, bool anyJson)
{
    if (anyJson) {
        const QByteArray list = '[' + text.trimmed().toUtf8() + ']';
        const QJsonDocument document = QJsonDocument::fromJson(list);
        if (document.array().size() == 1 && !document.array().first().isString())
            return text.trimmed().toUtf8();
    }
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

/// What a person would type for such a value.
QString metadataText(const QByteArray &raw)
{
    if (raw.isEmpty())
        return {};
    const QJsonValue value = QJsonDocument::fromJson('[' + raw + ']').array().first();
    return value.isString() ? value.toString() : QString::fromUtf8(raw);
}

} // namespace

SubmitForm::SubmitForm(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ConnectionModel(services.library(), services.profiles(), services.driver(), this))
    , m_form(new QFormLayout)
    , m_connection(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_tags(new QLineEdit(this))
    , m_endpoint(new QComboBox(this))
    , m_window(new QComboBox(this))
    , m_metadata(new QTableWidget(0, 2, this))
    , m_metadataBox(metadataEditor())
    , m_hold(new QCheckBox(tr("Create &and add, but do not start"), this))
    , m_summary(new QLabel(this))
    , m_reason(new QLabel(this))
    , m_submit(new QPushButton(icons::named(u"document-send"_s), tr("Su&bmit"), this))
{
    m_connection->setModel(m_model);
    m_connection->setAccessibleName(tr("Connection"));
    m_name->setAccessibleName(tr("Name of the run"));
    m_description->setAccessibleName(tr("Description"));
    m_tags->setAccessibleName(tr("Tags"));
    m_tags->setObjectName(u"tags"_s);
    m_tags->setPlaceholderText(tr("survey, spring"));
    m_tags->setToolTip(tr("Words of yours to find the run by, with commas between them; they stay "
                          "on this computer"));
    m_endpoint->setAccessibleName(tr("Endpoint"));
    m_endpoint->setEditable(true);
    m_window->setAccessibleName(tr("Completion window"));
    for (QLabel *label : {m_summary, m_reason}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *another = new QToolButton(this);
    another->setIcon(icons::named(u"list-add"_s));
    another->setToolTip(tr("Add a connection"));
    another->setAccessibleName(another->toolTip());
    auto *where = new QHBoxLayout;
    where->addWidget(m_connection, 1);
    where->addWidget(another);

    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&Connection:"), where);
    qobject_cast<QLabel *>(m_form->labelForField(where))->setBuddy(m_connection);
    m_form->addRow(tr("&Name:"), m_name);
    m_form->addRow(tr("&Description:"), m_description);
    m_form->addRow(tr("Ta&gs:"), m_tags);
    m_form->addRow(tr("&Endpoint:"), m_endpoint);
    m_form->addRow(tr("&Window:"), m_window);
    m_form->addRow(tr("&Metadata:"), m_metadataBox);
    m_form->addRow(m_hold);
    m_hold->setToolTip(
        tr("The batch is made and filled at the provider, and waits there until you start it"));
    qobject_cast<QLabel *>(m_form->labelForField(m_metadataBox))->setBuddy(m_metadata);

    QFont strong = m_submit->font();
    strong.setWeight(QFont::DemiBold);
    m_submit->setFont(strong);
    m_submit->setMinimumHeight(fontMetrics().height() * 2);
    makePrimary(*m_submit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(m_form);
    column->addStretch();
    column->addWidget(m_summary);
    column->addWidget(m_reason);
    column->addWidget(m_submit);

    connect(another, &QToolButton::clicked, this, &SubmitForm::newConnectionWanted);
    connect(m_submit, &QPushButton::clicked, this, &SubmitForm::submitPressed);
    connect(m_hold, &QCheckBox::toggled, this, &SubmitForm::showSubmit);
    connect(m_connection, &QComboBox::currentIndexChanged, this, [this] {
        showProfile();
        Q_EMIT connectionChanged();
    });
    connect(m_connection, &QComboBox::activated, this, [this] {
        QSettings(settingsFile(), QSettings::IniFormat)
            .setValue(lastConnectionKey, m_connection->currentText());
    });
    const int last = m_connection->findText(
        QSettings(settingsFile(), QSettings::IniFormat).value(lastConnectionKey).toString());
    m_connection->setCurrentIndex(std::max(0, last));
    showProfile();
}

QWidget *SubmitForm::metadataEditor()
{
    auto *box = new QWidget(this);
    m_metadata->setAccessibleName(tr("Metadata"));
    m_metadata->setHorizontalHeaderLabels({tr("Key"), tr("Value")});
    m_metadata->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    tablelook::apply(*m_metadata);
    m_metadata->setFixedHeight(m_metadata->fontMetrics().height() * 6);
    auto *add = new QToolButton(box);
    add->setIcon(icons::named(u"list-add"_s));
    add->setToolTip(tr("Add a pair"));
    auto *remove = new QToolButton(box);
    remove->setIcon(icons::named(u"list-remove"_s));
    remove->setToolTip(tr("Remove the pair"));
    for (QToolButton *button : {add, remove})
        button->setAccessibleName(button->toolTip());
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch();
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->addWidget(m_metadata, 1);
    row->addLayout(buttons);
    row->setAlignment(m_metadata, Qt::AlignTop);
    connect(add, &QToolButton::clicked, this, [this] {
        addMetadataRow();
        m_metadata->setCurrentCell(m_metadata->rowCount() - 1, 0);
        m_metadata->editItem(m_metadata->currentItem());
    });
    connect(remove, &QToolButton::clicked, this,
            [this] { m_metadata->removeRow(m_metadata->currentRow()); });
    return box;
}

void SubmitForm::addMetadataRow(const QString &key, const QByteArray &value)
{
    const int row = m_metadata->rowCount();
    m_metadata->insertRow(row);
    m_metadata->setItem(row, 0, new QTableWidgetItem(key));
    auto *item = new QTableWidgetItem(metadataText(value));
    item->setData(Qt::UserRole, value);
    m_metadata->setItem(row, 1, item);
}

void SubmitForm::setName(const QString &name)
{
    if (!m_name->isModified())
        m_name->setText(name);
}

ConnectionId SubmitForm::connectionId() const
{
    return m_model->idAt(m_connection->currentIndex());
}

void SubmitForm::selectConnection(ConnectionId id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        m_connection->setCurrentIndex(row);
}

void SubmitForm::selectEndpoint(const QString &endpoint)
{
    if (!endpoint.isEmpty())
        m_endpoint->setCurrentText(endpoint);
}

void SubmitForm::setSettings(const Run &run)
{
    selectConnection(run.connection);
    m_name->setText(run.name);
    m_name->setModified(true);
    m_description->setText(run.description);
    m_tags->setText(run.tags.join(", "_L1));
    selectEndpoint(run.endpoint);
    if (!run.window.isEmpty())
        m_window->setCurrentText(run.window);
    m_metadata->setRowCount(0);
    for (const auto &[key, value] : run.metadata)
        addMetadataRow(key, value);
    m_hold->setChecked(run.hold);
}

void SubmitForm::showProfile()
{
    const Connection *connection = m_services.library().connection(connectionId());
    m_profile.reset();
    if (connection)
        if (Result<Profile> profile = m_services.profiles().effective(*connection))
            m_profile = *std::move(profile);
    const QString endpoint = m_endpoint->currentText();
    m_endpoint->clear();
    m_window->clear();
    if (m_profile) {
        m_endpoint->addItems(m_profile->endpoints);
        m_window->addItems(m_profile->windows);
        m_window->setCurrentText(m_profile->defaultWindow);
    }
    if (!endpoint.isEmpty())
        m_endpoint->setCurrentText(endpoint);
    m_form->setRowVisible(m_description, m_profile && m_profile->hasName);
    m_form->setRowVisible(m_endpoint, m_profile && m_profile->choosesEndpoint);
    m_form->setRowVisible(m_window, m_profile && !m_profile->windows.isEmpty());
    m_form->setRowVisible(m_metadataBox, m_profile && m_profile->hasMetadata);
    const Dialect *dialect = m_services.dialect(connectionId());
    m_form->setRowVisible(m_hold, dialect && dialect->isStaged);
    showSubmit();
}

void SubmitForm::showSubmit()
{
    const bool holds = settings().hold;
    m_submit->setText(holds ? tr("Su&bmit without starting") : tr("Su&bmit"));
}

Run SubmitForm::settings() const
{
    Run run;
    run.connection = connectionId();
    run.name = m_name->text().trimmed();
    run.tags = tagsIn(m_tags->text());
    const Dialect *dialect = m_services.dialect(run.connection);
    run.hold = dialect && dialect->isStaged && m_hold->isChecked();
    if (!m_profile)
        return run;
    if (m_profile->hasName)
        run.description = m_description->text();
    if (m_profile->choosesEndpoint)
        run.endpoint = m_endpoint->currentText().trimmed();
    run.window = m_profile->windows.isEmpty() ? QString() : m_window->currentText();
    if (m_profile->hasMetadata) {
        for (int row = 0; row < m_metadata->rowCount(); ++row) {
            const QString key = m_metadata->item(row, 0)->text().trimmed();
            if (!key.isEmpty())
                run.metadata.append({key, metadataAt(row)});
        }
    }
    return run;
}

/// A value that nobody changed stays as it was, also where a text looks like a number.
QByteArray SubmitForm::metadataAt(int row) const
{
    const QTableWidgetItem *item = m_metadata->item(row, 1);
    const QByteArray before = item->data(Qt::UserRole).toByteArray();
    const bool fits = m_profile->freeMetadata || before.startsWith('"');
    return fits && !before.isEmpty() && metadataText(before) == item->text()
        ? before
        : metadataValue(item->text(), m_profile->freeMetadata);
}

void SubmitForm::setSummary(const std::optional<PreflightReport> &report, const QString &reason)
{
    if (report && report->requests > 0) {
        const QString count = tr("%Ln request(s)", nullptr, int(report->requests));
        const QString size = QLocale().formattedDataSize(report->bytes);
        const QString to = m_connection->currentText();
        const bool free = m_profile && m_profile->isPractice;
        m_summary->setText(free ? tr("%1, %2, to %3. Practice costs nothing.").arg(count, size, to)
                                : tr("%1, %2, to %3. This costs money.").arg(count, size, to));
    } else {
        m_summary->clear();
    }
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_submit->setEnabled(reason.isEmpty());
    m_submit->setToolTip(visibletext::tip(reason));
    m_submit->setAccessibleDescription(reason);
}

#include "moc_submitform.cpp"
