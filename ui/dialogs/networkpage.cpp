// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/networkpage.h"

#include "core/settingsfile.h"
#include "secrets/proxyaccount.h"
#include "secrets/secrets.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

using Kind = ProxyChoice::Kind;

NetworkPage::NetworkPage(Secrets &secrets, std::function<void()> apply, QWidget *parent)
    : PreferencePage(parent)
    , m_secrets(secrets)
    , m_apply(std::move(apply))
    , m_kind(new QComboBox(this))
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
{
    for (const auto &[kind, text] : {std::pair(Kind::System, tr("As the system")),
                                     {Kind::None, tr("None")},
                                     {Kind::Http, tr("HTTP")},
                                     {Kind::Socks5, tr("SOCKS5")}})
        m_kind->addItem(text, static_cast<int>(kind));
    m_kind->setObjectName(u"proxyKind"_s);
    m_host->setObjectName(u"proxyHost"_s);
    m_host->setPlaceholderText(u"proxy.example"_s);
    m_port->setObjectName(u"proxyPort"_s);
    m_port->setRange(0, 65'535);
    m_port->setSpecialValueText(tr("none"));
    m_port->setGroupSeparatorShown(false);
    m_user->setObjectName(u"proxyUser"_s);
    m_user->setPlaceholderText(tr("where the proxy asks for one"));
    m_password->setObjectName(u"proxyPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData);
    auto *fields = new QFormLayout;
    fields->addRow(tr("Pro&xy:"), m_kind);
    fields->addRow(tr("&Host:"), m_host);
    fields->addRow(tr("P&ort:"), m_port);
    fields->addRow(tr("&User:"), m_user);
    fields->addRow(tr("Pass&word:"), m_password);
    auto *column = new QVBoxLayout(this);
    column->addLayout(fields);
    column->addWidget(
        note(tr("This computer itself, such as the practice provider, is always asked "
                "without a proxy. Requests and keys go through a proxy encrypted; it "
                "sees which provider is asked and nothing more. The password is kept "
                "in the system's keychain.")));
    column->addWidget(note(tr("A provider with a certificate of its own: its file is set in the "
                              "connection.")));
    column->addStretch();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &NetworkPage::update);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PreferencePage::edited);
    connect(m_port, &QSpinBox::valueChanged, this, &PreferencePage::edited);
    for (QLineEdit *line : {m_host, m_user, m_password})
        connect(line, &QLineEdit::textEdited, this, &PreferencePage::edited);
    for (QLineEdit *line : {m_host, m_user})
        connect(line, &QLineEdit::textChanged, this, &NetworkPage::update);
}

ProxyChoice NetworkPage::shown() const
{
    return {.kind = static_cast<Kind>(m_kind->currentData().toInt()),
            .host = m_host->text().trimmed(),
            .port = static_cast<quint16>(m_port->value()),
            .user = m_user->text().trimmed()};
}

void NetworkPage::show(const ProxyChoice &choice)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(choice.kind)));
    m_host->setText(choice.host);
    m_port->setValue(choice.port);
    m_user->setText(choice.user);
    m_password->clear();
    update();
}

void NetworkPage::update()
{
    const ProxyChoice choice = shown();
    for (QWidget *field : {static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_port),
                           static_cast<QWidget *>(m_user)})
        field->setEnabled(choice.isManual());
    m_password->setEnabled(choice.needsPassword());
    const ProxyChoice kept = ProxyChoice::load(settingsFile());
    m_password->setPlaceholderText(kept.needsPassword() && kept == choice ? tr("unchanged")
                                                                          : QString());
}

void NetworkPage::showKept()
{
    show(ProxyChoice::load(settingsFile()));
}

void NetworkPage::showUsual()
{
    show({});
}

QString NetworkPage::fault() const
{
    const ProxyChoice choice = shown();
    if (!choice.isManual())
        return {};
    if (choice.host.isEmpty() || choice.host.contains(u"://"_s) || choice.host.contains(u'@'))
        return tr("The proxy's host is a name or an address, such as proxy.example.");
    if (choice.port == 0)
        return tr("The proxy's port is missing.");
    // The password of one proxy is never shown to another.
    const ProxyChoice kept = ProxyChoice::load(settingsFile());
    const bool same = kept.needsPassword() && kept.kind == choice.kind && kept.host == choice.host
        && kept.port == choice.port && kept.user == choice.user;
    if (choice.needsPassword() && m_password->text().isEmpty() && !same)
        return tr("The password for this proxy and user is missing.");
    return {};
}

QFuture<Result<>> NetworkPage::keep()
{
    const ProxyChoice choice = shown();
    const ProxyChoice before = ProxyChoice::load(settingsFile());
    SecretBytes password(m_password->text().toUtf8());
    m_password->clear();
    const auto apply = [this, choice] {
        choice.save(settingsFile());
        m_apply();
        update();
    };
    if (choice.needsPassword() && !password.isEmpty())
        return m_secrets.write(proxyAccount(), std::move(password))
            .then(this, [apply](const Result<> &written) {
                if (written) // else the old way goes on, and the page says why
                    apply();
                return written;
            });
    if (!before.user.isEmpty() && choice.user.isEmpty()) {
        apply();
        return m_secrets.remove(proxyAccount());
    }
    if (choice != before)
        apply();
    return done();
}

#include "moc_networkpage.cpp"
