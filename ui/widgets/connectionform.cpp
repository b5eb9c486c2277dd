// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/connectionform.h"

#include "net/tls.h"
#include "profiles/profile.h"
#include "theme/icons.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace {

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || host == "::1"_L1 || host.startsWith("127."_L1);
}

Failure bad(const QString &message, const QString &field)
{
    return Failure(Error{.kind = ErrorKind::BadInput, .message = message, .field = field});
}

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QDoubleSpinBox *seconds(const QString &name, QWidget *parent)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setRange(0, 86'400);
    box->setDecimals(1);
    box->setSuffix(ConnectionForm::tr(" s"));
    box->setSpecialValueText(ConnectionForm::tr("as the provider suggests"));
    box->setAccessibleName(name);
    return box;
}

/// What comes of a submission whose answer was lost.
QString lossWords(ReconcileStrength strength)
{
    switch (strength) {
    case ReconcileStrength::Strong:
        return ConnectionForm::tr("If the answer to a submission is lost, the batch is found again "
                                  "in the provider's list for sure.");
    case ReconcileStrength::Medium:
        return ConnectionForm::tr("If the answer to a submission is lost, the batch is found again "
                                  "by its name.");
    case ReconcileStrength::Weak:
        return ConnectionForm::tr("If the answer to a submission is lost, the batch can be looked "
                                  "for by time and size only: you will be asked.");
    case ReconcileStrength::None: break;
    }
    return ConnectionForm::tr("If the answer to a submission is lost, nobody can look the batch up "
                              "from here: you will be asked, after a look at the provider's own "
                              "pages.");
}

/// What is known of its limits; those that are guesses are left out. Empty: none are known.
QString limitWords(const Profile &profile)
{
    const QLocale locale;
    QStringList words;
    if (profile.maxRequests.value > 0 && profile.maxRequests.certain)
        words.append(ConnectionForm::tr("%Ln request(s) in a batch", nullptr,
                                        static_cast<int>(profile.maxRequests.value)));
    if (profile.maxBytes.value > 0 && profile.maxBytes.certain)
        //: %1 is a size such as 200 MiB
        words.append(ConnectionForm::tr("%1 in a batch")
                         .arg(locale.formattedDataSize(profile.maxBytes.value, 0)));
    if (profile.maxLiveBatches.value > 0)
        words.append(ConnectionForm::tr("%Ln batch(es) at a time", nullptr,
                                        static_cast<int>(profile.maxLiveBatches.value)));
    if (profile.keepsResults > 0)
        words.append(ConnectionForm::tr("results are kept %Ln day(s)", nullptr,
                                        static_cast<int>(profile.keepsResults)));
    return words.isEmpty() ? QString()
                           //: %1 is a list such as "50,000 requests in a batch, 200 MiB in a batch"
                           : ConnectionForm::tr("Known limits: %1.").arg(words.join(u", "_s));
}

} // namespace

ConnectionForm::ConnectionForm(const Profiles &profiles, QWidget *parent)
    : QWidget(parent)
    , m_profiles(profiles)
    , m_form(new QFormLayout(this))
    , m_profile(new QComboBox(this))
    , m_note(wrapped(this))
    , m_name(new QLineEdit(this))
    , m_colour(new QComboBox(this))
    , m_baseUrl(new QLineEdit(this))
    , m_keySource(new QComboBox(this))
    , m_key(new QLineEdit(this))
    , m_variable(new QLineEdit(this))
    , m_keyPlace(wrapped(this))
    , m_caFile(new QLineEdit(this))
    , m_pollMin(seconds(tr("Shortest time between looks"), this))
    , m_pollMax(seconds(tr("Longest time between looks"), this))
{
    for (const Profile &profile : profiles.all())
        if (!profile.isPractice)
            m_profile->addItem(profile.title, profile.id);
    m_profile->setAccessibleName(tr("Provider"));
    m_name->setAccessibleName(tr("Name of the connection"));
    m_baseUrl->setAccessibleName(tr("Address of the provider"));
    m_keySource->setAccessibleName(tr("Where the key is kept"));
    m_keySource->addItem(tr("In the keychain of this computer"), int(KeySource::Keychain));
    m_keySource->addItem(tr("In memory, until Batchdesk quits"), int(KeySource::Session));
    m_keySource->addItem(tr("In an environment variable"), int(KeySource::Environment));
    m_keySource->addItem(tr("No key is needed"), int(KeySource::None));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_key->setAccessibleName(tr("Key"));
    m_variable->setAccessibleName(tr("Name of the environment variable"));
    m_variable->setPlaceholderText(u"OPENAI_API_KEY"_s);

    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&Provider:"), m_profile);
    m_form->addRow(QString(), m_note);
    m_form->addRow(tr("&Name:"), m_name);
    buildColour();
    m_form->addRow(tr("Addr&ess:"), m_baseUrl);
    m_form->addRow(tr("Key &kept:"), m_keySource);
    m_form->addRow(tr("Ke&y:"), m_key);
    m_form->addRow(tr("&Variable:"), m_variable);
    m_form->addRow(QString(), m_keyPlace);
    buildCaFile();
    m_form->addRow(tr("S&hortest wait:"), m_pollMin);
    m_form->addRow(tr("&Longest wait:"), m_pollMax);
    m_pollMin->setToolTip(tr("How soon a young batch is looked at again"));
    m_pollMax->setToolTip(tr("How long an old batch waits between looks"));

    connect(m_profile, &QComboBox::currentIndexChanged, this, [this] {
        showProfile();
        Q_EMIT edited();
    });
    connect(m_keySource, &QComboBox::currentIndexChanged, this, [this] {
        showKeySource();
        Q_EMIT edited();
    });
    for (QLineEdit *field : {m_name, m_baseUrl, m_key, m_variable, m_caFile})
        connect(field, &QLineEdit::textEdited, this, &ConnectionForm::edited);
    for (QDoubleSpinBox *field : {m_pollMin, m_pollMax})
        connect(field, &QDoubleSpinBox::valueChanged, this, &ConnectionForm::edited);
    showProfile();
    showKeySource();
}

void ConnectionForm::buildColour()
{
    static constexpr std::pair<const char *, const char *> names[]
        = {{"red", QT_TR_NOOP("Red")},     {"orange", QT_TR_NOOP("Orange")},
           {"green", QT_TR_NOOP("Green")}, {"teal", QT_TR_NOOP("Teal")},
           {"blue", QT_TR_NOOP("Blue")},   {"violet", QT_TR_NOOP("Violet")},
           {"pink", QT_TR_NOOP("Pink")},   {"grey", QT_TR_NOOP("Grey")}};
    m_colour->addItem(tr("None"), QString());
    for (const auto &[name, text] : names)
        m_colour->addItem(icons::swatch(QLatin1StringView(name)), tr(text),
                          QString(QLatin1StringView(name)));
    m_colour->setAccessibleName(tr("Colour of the connection"));
    m_colour->setToolTip(tr("Stands beside the connection's name wherever that is shown"));
    m_form->addRow(tr("C&olour:"), m_colour);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &ConnectionForm::edited);
}

void ConnectionForm::buildCaFile()
{
    m_caFile->setAccessibleName(tr("File of CA certificates"));
    m_caFile->setPlaceholderText(tr("only those of the system"));
    m_caFile->setToolTip(
        tr("A PEM file with the certificates of a private authority, such as your company's. They "
           "are trusted for this connection only, besides those of the system."));
    //: Button that chooses a file
    auto *browse = new QPushButton(icons::named(u"document-open"_s), tr("&Browse…"), this);
    browse->setAccessibleName(tr("Choose the file of CA certificates"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ConnectionForm::chooseCaFile);
    auto *both = new QHBoxLayout;
    both->addWidget(m_caFile, 1);
    both->addWidget(browse);
    auto *label = new QLabel(tr("CA &file:"), this);
    label->setBuddy(m_caFile);
    m_form->addRow(label, both);
}

void ConnectionForm::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("CA Certificates"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    if (!m_caFile->text().isEmpty())
        dialog->setDirectory(QFileInfo(m_caFile->text()).absolutePath());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_caFile->setText(file);
        Q_EMIT edited();
    });
    dialog->open();
}

void ConnectionForm::setConnection(const Connection &connection)
{
    const QSignalBlocker blocker(this);
    m_original = connection;
    m_profile->setCurrentIndex(std::max(0, m_profile->findData(connection.profile)));
    m_name->setText(connection.name);
    m_colour->setCurrentIndex(std::max(0, m_colour->findData(connection.colour)));
    m_baseUrl->setText(connection.baseUrl.toString());
    m_key->clear();
    m_variable->setText(connection.keyVariable);
    const KeySource source = connection.id.isNull() ? KeySource::Keychain : connection.keySource;
    m_keySource->setCurrentIndex(m_keySource->findData(int(source)));
    m_caFile->setText(connection.settings.value(u"ca_file"_s));
    m_pollMin->setValue(double(connection.pollMin.count()) / 1000);
    m_pollMax->setValue(double(connection.pollMax.count()) / 1000);
    m_profile->setEnabled(connection.id.isNull());
    showProfile();
    showKeySource();
}

Result<Connection> ConnectionForm::connection() const
{
    Connection made = m_original;
    made.profile = m_profile->currentData().toString();
    made.name = m_name->text().trimmed();
    if (made.name.isEmpty())
        return bad(tr("Give the connection a name"), u"name"_s);
    made.colour = m_colour->currentData().toString();
    const Profile *profile = m_profiles.find(made.profile);
    const QString address = m_baseUrl->text().trimmed();
    made.baseUrl = address.isEmpty() ? QUrl() : QUrl::fromUserInput(address);
    if (address.isEmpty() && profile && profile->baseUrl.isEmpty())
        return bad(tr("This provider needs an address such as https://api.example.com/v1"),
                   u"base_url"_s);
    if (!address.isEmpty()
        && (!made.baseUrl.isValid() || made.baseUrl.host().isEmpty()
            || !made.baseUrl.scheme().startsWith("http"_L1)))
        return bad(tr("This is no address such as https://api.example.com/v1"), u"base_url"_s);
    if (made.baseUrl.scheme() == "http"_L1 && !isLoopback(made.baseUrl))
        return bad(tr("Plain http is for this computer only (127.0.0.1); use https"),
                   u"base_url"_s);
    made.keySource = keySource();
    made.keyVariable
        = made.keySource == KeySource::Environment ? m_variable->text().trimmed() : QString();
    if (made.keySource == KeySource::Environment && made.keyVariable.isEmpty())
        return bad(tr("Name the environment variable that holds the key"), u"variable"_s);
    const bool wantsTyped
        = made.keySource == KeySource::Keychain || made.keySource == KeySource::Session;
    if (wantsTyped && m_key->text().isEmpty() && made.keySource != m_original.keySource)
        return bad(tr("Paste the key"), u"key"_s);
    if (wantsTyped && m_key->text().isEmpty() && made.id.isNull())
        return bad(tr("Paste the key"), u"key"_s);
    if (const Result<> taken = takeCaFile(made); !taken)
        return Failure(taken.error());
    made.pollMin = std::chrono::milliseconds(qint64(m_pollMin->value() * 1000));
    made.pollMax = std::chrono::milliseconds(qint64(m_pollMax->value() * 1000));
    if (made.pollMax.count() > 0 && made.pollMax < made.pollMin)
        return bad(tr("The longest time between looks is shorter than the shortest"), u"poll"_s);
    return made;
}

Result<> ConnectionForm::takeCaFile(Connection &connection) const
{
    const QString path = m_caFile->text().trimmed();
    if (path.isEmpty()) {
        connection.settings.remove(u"ca_file"_s);
        return {};
    }
    if (!QFileInfo(path).isAbsolute())
        return bad(tr("Give the whole path of the CA file"), u"ca_file"_s);
    if (const Result<QList<QSslCertificate>> read = readCaFile(path); !read)
        return Failure(read.error());
    connection.settings.insert(u"ca_file"_s, path);
    return {};
}

SecretBytes ConnectionForm::typedKey() const
{
    return SecretBytes(m_key->text().trimmed().toUtf8());
}

SecretBytes ConnectionForm::takeKey()
{
    SecretBytes key = typedKey();
    m_key->clear();
    return key;
}

void ConnectionForm::setKeychain(const Result<QString> &probe)
{
    m_keychain = probe;
    if (!probe && m_original.id.isNull() && keySource() == KeySource::Keychain) {
        const QSignalBlocker blocker(this);
        m_keySource->setCurrentIndex(m_keySource->findData(int(KeySource::Session)));
    }
    showKeySource();
}

void ConnectionForm::focusKey()
{
    m_key->setFocus();
}

void ConnectionForm::focusError(const QString &field)
{
    QWidget *widget = field == "base_url"_L1 ? m_baseUrl
        : field == "key"_L1                  ? m_key
        : field == "variable"_L1             ? m_variable
        : field == "ca_file"_L1              ? m_caFile
        : field == "poll"_L1                 ? static_cast<QWidget *>(m_pollMax)
                                             : m_name;
    widget->setFocus();
}

void ConnectionForm::showProfile()
{
    const Profile *profile = m_profiles.find(m_profile->currentData().toString());
    if (!profile)
        return;
    m_note->setText(
        QStringList({profile->note, limitWords(*profile), lossWords(profile->reconcile)})
            .filter(QRegularExpression(u"."_s))
            .join(u'\n'));
    m_baseUrl->setPlaceholderText(profile->baseUrl.isEmpty() ? u"https://api.example.com/v1"_s
                                                             : profile->baseUrl.toString());
    m_key->setPlaceholderText(m_original.id.isNull() || m_original.keySource == KeySource::None
                                  ? profile->keyHint
                                  : tr("Unchanged; paste a new key to replace it"));
    if (m_original.id.isNull() && !m_name->isModified())
        m_name->setText(profile->title);
}

void ConnectionForm::showKeySource()
{
    const KeySource source = keySource();
    m_form->setRowVisible(m_key, source == KeySource::Keychain || source == KeySource::Session);
    m_form->setRowVisible(m_variable, source == KeySource::Environment);
    QString words;
    switch (source) {
    case KeySource::Keychain:
        words = !m_keychain ? tr("%1. The key can be kept in memory until Batchdesk quits.")
                                  .arg(userText(m_keychain.error()))
            : m_keychain->isEmpty()
            ? tr("Looking for a keychain…")
            : tr("The key will be kept in %1, never in a file of Batchdesk.").arg(*m_keychain);
        break;
    case KeySource::Session:
        words = tr("The key is written nowhere and must be pasted again after a restart.");
        break;
    case KeySource::Environment:
        words = tr("Only the variable's name is stored. Batchdesk reads it from its own "
                   "environment at each use.");
        break;
    case KeySource::None: words = tr("Requests are sent without a key."); break;
    }
    m_keyPlace->setText(words);
}

KeySource ConnectionForm::keySource() const
{
    return KeySource(m_keySource->currentData().toInt());
}

#include "moc_connectionform.cpp"
