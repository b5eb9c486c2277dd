// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/preferencesdialog.h"

#include "actions.h"
#include "dialogs/networkpage.h"
#include "dialogs/plainpages.h"
#include "dialogs/pollingpage.h"
#include "dialogs/shortcutspage.h"
#include "services.h"
#include "theme/icons.h"
#include "widgets/messagelook.h"

#include <KMessageWidget>

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PreferencesDialog::PreferencesDialog(Services &services, Actions &actions, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_title(new QLabel(this))
    , m_message(new KMessageWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::RestoreDefaults | QDialogButtonBox::Ok
                                         | QDialogButtonBox::Apply | QDialogButtonBox::Cancel,
                                     this))
{
    setObjectName(u"preferences"_s);
    setWindowTitle(tr("Preferences"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setIconSize(QSize(18, 18));
    m_message->hide();
    m_message->setCloseButtonVisible(false);
    m_message->setWordWrap(true);
    messagelook::apply(*m_message);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setMessageType(KMessageWidget::Error);
    add(new PollingPage(services.library(), this), tr("Polling"), u"view-refresh"_s);
    add(plainpages::notifications(this), tr("Notifications"), u"dialog-information"_s);
    add(plainpages::folders(services.library().folder(), this), tr("Folders"), u"folder"_s);
    const auto applyProxy = [&services] {
        services.applyProxy();
        services.driver().networkCame(); // what waited for the old way is tried on the new one
    };
    add(new NetworkPage(services.secrets(), applyProxy, this), tr("Network"), u"network-server"_s);
    add(plainpages::appearance(this), tr("Appearance"), u"preferences-system"_s);
    add(new ShortcutsPage(actions, this), tr("Shortcuts"), u"input-keyboard"_s);
    add(plainpages::tray(this), tr("Tray"), u"go-down"_s);

    auto *right = new QVBoxLayout;
    right->addWidget(m_title);
    right->addWidget(m_message);
    right->addWidget(m_pages, 1);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_list);
    middle->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(middle, 1);
    column->addWidget(m_buttons);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + fontMetrics().averageCharWidth() * 4);
    QPushButton *usual = m_buttons->button(QDialogButtonBox::RestoreDefaults);
    usual->setToolTip(tr("Show this page as it is from the start"));
    QFont strong = m_title->font();
    strong.setPointSizeF(strong.pointSizeF() * 1.3);
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_title->setIndent(style()->pixelMetric(QStyle::PM_LayoutLeftMargin)); // as the pages
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        m_title->setText(pageName(page));
    });
    connect(usual, &QPushButton::clicked, this, [this] {
        m_all.at(m_pages->currentIndex())->showUsual();
        setEdited(true);
    });
    connect(m_buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this,
            [this] { apply(Then::Stay); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] { apply(Then::Close); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_list->setCurrentRow(0);
    m_list->setFocus();
    const int character = fontMetrics().averageCharWidth();
    resize(character * 112, character * 66);
    setEdited(false);
}

void PreferencesDialog::add(PreferencePage *page, const QString &name, const QString &icon)
{
    m_all.append(page);
    m_pages->addWidget(page);
    m_list->addItem(new QListWidgetItem(icons::named(icon), name));
    page->showKept();
    connect(page, &PreferencePage::edited, this, [this] { setEdited(true); });
}

int PreferencesDialog::pageCount() const
{
    return m_pages->count();
}

void PreferencesDialog::showPage(int page)
{
    m_list->setCurrentRow(page);
}

QString PreferencesDialog::pageName(int page) const
{
    return m_list->item(page)->text();
}

void PreferencesDialog::setEdited(bool isEdited)
{
    if (isEdited)
        m_message->hide();
    m_buttons->button(QDialogButtonBox::Apply)->setEnabled(isEdited && !m_isKeeping);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_isKeeping);
}

void PreferencesDialog::refuse(qsizetype page, const QString &why)
{
    m_isKeeping = false;
    setEdited(true);
    showPage(static_cast<int>(page));
    m_message->setText(why);
    m_message->show();
}

void PreferencesDialog::apply(Then then)
{
    for (qsizetype page = 0; page < m_all.size(); ++page)
        if (const QString fault = m_all.at(page)->fault(); !fault.isEmpty())
            return refuse(page, fault);
    m_isKeeping = true;
    setEdited(false);
    keepFrom(0, then);
}

void PreferencesDialog::keepFrom(qsizetype page, Then then)
{
    if (page == m_all.size())
        return finish(then);
    m_all.at(page)->keep().then(this, [this, page, then](const Result<> &kept) {
        if (!kept)
            return refuse(page, userText(kept.error()));
        keepFrom(page + 1, then);
    });
}

void PreferencesDialog::finish(Then then)
{
    m_isKeeping = false;
    setEdited(false);
    m_message->hide();
    Q_EMIT applied();
    if (then == Then::Close)
        accept();
}

#include "moc_preferencesdialog.cpp"
