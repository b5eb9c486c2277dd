// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/connectionsdialog.h"

#include "delegates/celldelegate.h"
#include "models/connectionmodel.h"
#include "services.h"
#include "theme/calmstyle.h"
#include "theme/icons.h"
#include "widgets/announce.h"
#include "widgets/connectionform.h"
#include "widgets/messagelook.h"

#include <KMessageWidget>

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

ConnectionsDialog::ConnectionsDialog(Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_model(new ConnectionModel(services.library(), services.profiles(), services.driver(), this))
    , m_list(new QListView(this))
    , m_right(new QStackedWidget(this))
    , m_form(new ConnectionForm(services.profiles(), this))
    , m_builtIn(new QWidget(this))
    , m_message(new KMessageWidget(this))
    , m_checkResult(new QWidget(this))
    , m_test(new QPushButton(icons::named(u"network-connect"_s), tr("&Test"), this))
    , m_save(new QPushButton(icons::named(u"document-save"_s), tr("&Save"), this))
    , m_remove(new QPushButton(icons::named(u"edit-delete"_s), tr("&Remove"), this))
    , m_undo(new QAction(icons::named(u"edit-undo"_s), tr("Undo"), this))
{
    setWindowTitle(tr("Connections"));
    resize(860, 560);
    auto *columns = new QHBoxLayout(this);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    columns->addLayout(left, 2);
    columns->addLayout(right, 5);
    buildList(left);
    buildForm(right);

    // Enter in a field saves through its own button; the dialog has no default button.
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    showCurrent();
    m_probing = TaskHandle(m_services.secrets().probe());
    m_probing.future().then(this,
                            [this](const Result<QString> &probe) { m_form->setKeychain(probe); });
}

ConnectionsDialog::~ConnectionsDialog()
{
    forgetRemoval();
}

void ConnectionsDialog::buildList(QVBoxLayout *column)
{
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Connections"));
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new CellDelegate(m_list));
    m_list->setFrameShape(QFrame::StyledPanel);
    auto *add = new QPushButton(icons::named(u"list-add"_s), tr("&Add connection"), this);
    connect(add, &QPushButton::clicked, this, &ConnectionsDialog::addNew);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    select(m_model->idAt(current.row()));
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (const int row = m_model->rowOf(m_current); row >= 0)
            m_list->setCurrentIndex(m_model->index(row));
    });
    column->addWidget(m_list);
    auto *below = new QHBoxLayout;
    below->addWidget(add, 1);
    below->addWidget(m_remove);
    column->addLayout(below);
}

void ConnectionsDialog::buildForm(QVBoxLayout *column)
{
    m_message->setWordWrap(true);
    messagelook::apply(*m_message);
    m_message->hide();
    auto *form = new QScrollArea(this);
    form->setWidget(m_form);
    form->setWidgetResizable(true);
    form->setFrameShape(QFrame::NoFrame);
    form->setFocusPolicy(Qt::NoFocus);

    auto *practice = new QVBoxLayout(m_builtIn);
    auto *words = new QLabel(
        tr("The practice provider is built in. It needs no key and no network, costs nothing, and "
           "answers with made-up text: the place to try everything."),
        m_builtIn);
    words->setWordWrap(true);
    practice->addWidget(words);
    practice->addStretch();

    m_right->addWidget(form);
    m_right->addWidget(m_builtIn);
    m_checkResult->setLayout(new QGridLayout);
    m_checkResult->hide();
    auto *actions = new QHBoxLayout;
    makePrimary(*m_save);
    actions->addWidget(m_test);
    actions->addStretch();
    actions->addWidget(m_save);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    close->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::close);
    actions->addWidget(close);
    column->addWidget(m_message);
    column->addWidget(m_right, 1);
    column->addWidget(m_checkResult);
    column->addLayout(actions);

    connect(m_form, &ConnectionForm::edited, this, &ConnectionsDialog::updateButtons);
    connect(m_test, &QPushButton::clicked, this, &ConnectionsDialog::test);
    connect(m_save, &QPushButton::clicked, this, &ConnectionsDialog::save);
    connect(m_remove, &QPushButton::clicked, this, &ConnectionsDialog::remove);
    connect(m_undo, &QAction::triggered, this, &ConnectionsDialog::undoRemoval);
}

void ConnectionsDialog::select(ConnectionId id, bool replaceKey)
{
    m_current = id;
    if (const int row = m_model->rowOf(id); row >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model->index(row));
    showCurrent();
    if (replaceKey)
        m_form->focusKey();
}

void ConnectionsDialog::addNew()
{
    m_list->setCurrentIndex({});
    m_current = {};
    showCurrent();
    m_form->setFocus();
}

void ConnectionsDialog::showCurrent()
{
    m_message->hide();
    m_checkResult->hide();
    m_checking = {};
    const Connection *connection = m_services.library().connection(m_current);
    const bool builtIn = connection && connection->builtIn;
    m_right->setCurrentIndex(builtIn ? 1 : 0);
    if (!builtIn)
        m_form->setConnection(connection ? *connection : Connection());
    m_save->setVisible(!builtIn);
    m_remove->setVisible(connection && !builtIn);
    if (connection)
        if (const std::optional<Error> trouble = m_services.driver().connectionTrouble(m_current))
            tell(userText(*trouble), true);
    updateButtons();
}

void ConnectionsDialog::updateButtons()
{
    const bool busy = m_checking.isRunning() || m_storing.isRunning();
    m_test->setEnabled(!busy);
    m_save->setEnabled(!busy);
    m_save->setText(m_current.isNull() ? tr("A&dd") : tr("&Save"));
}

void ConnectionsDialog::save()
{
    Result<Connection> connection = m_form->connection();
    if (connection)
        if (const Result<Profile> profile = m_services.profiles().effective(*connection); !profile)
            connection = Failure(profile.error());
    if (!connection) {
        tell(connection.error().message, true);
        m_form->focusError(connection.error().field);
        return;
    }
    const bool isNew = connection->id.isNull();
    if (isNew) {
        const Result<ConnectionId> id = m_services.library().add(*connection);
        if (!id) {
            tell(userText(id.error()), true);
            return;
        }
        connection->id = *id;
        m_current = *id;
    } else if (const Result<> stored = m_services.library().save(*connection); !stored) {
        tell(userText(stored.error()), true);
        return;
    }
    storeKey(*connection, m_form->takeKey());
}

void ConnectionsDialog::storeKey(const Connection &connection, SecretBytes key)
{
    if (key.isEmpty()) {
        saved(connection, false);
        return;
    }
    if (connection.keySource == KeySource::Session) {
        m_services.secrets().holdForSession(connection.id, std::move(key));
        saved(connection, true);
        return;
    }
    const SecretBytes kept = key;
    m_storing = TaskHandle(m_services.secrets().write(connection, std::move(key)));
    updateButtons();
    m_storing.future().then(this, [this, connection, kept](const Result<> &stored) {
        if (stored) {
            saved(connection, true);
            return;
        }
        // The keychain failed: the key works until the program quits, and nothing claims otherwise.
        Connection here = connection;
        here.keySource = KeySource::Session;
        m_services.secrets().holdForSession(here.id, kept);
        const Result<> changed = m_services.library().save(here);
        saved(here, true);
        tell(tr("%1. The key is kept in memory until Batchdesk quits.")
                 .arg(userText(changed ? stored.error() : changed.error())),
             true);
    });
}

void ConnectionsDialog::saved(const Connection &connection, bool keyIsNew)
{
    m_storing = {};
    m_services.driver().keyChanged(connection.id);
    select(connection.id);
    tell(keyIsNew ? tr("Saved, with its key.") : tr("Saved."), false);
}

void ConnectionsDialog::test()
{
    const Connection *known = m_services.library().connection(m_current);
    Result<Connection> connection
        = known && known->builtIn ? Result<Connection>(*known) : m_form->connection();
    if (!connection) {
        tell(connection.error().message, true);
        m_form->focusError(connection.error().field);
        return;
    }
    m_message->hide();
    m_checkResult->hide();
    SecretBytes key = m_form->typedKey();
    const bool useStored = key.isEmpty();
    m_checking = TaskHandle(m_services.driver().test(*connection, std::move(key), useStored));
    updateButtons();
    m_test->setText(tr("Testing…"));
    m_checking.future().then(this,
                             [this](const Result<ConnectionCheck> &check) { showCheck(check); });
}

void ConnectionsDialog::showCheck(const Result<ConnectionCheck> &check)
{
    m_test->setText(tr("&Test"));
    m_test->setEnabled(true);
    m_save->setEnabled(true);
    if (!check) {
        tell(userText(check.error()), true);
        return;
    }
    auto *grid = static_cast<QGridLayout *>(m_checkResult->layout());
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const ConnectionCheck::Item &item : check->items) {
        const int row = grid->rowCount();
        auto *mark = new QLabel(m_checkResult);
        const QString name = !item.tried ? u"dialog-information"_s
            : item.works                 ? u"dialog-ok"_s
                                         : u"dialog-error"_s;
        const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
        mark->setPixmap(icons::named(name).pixmap(size));
        mark->setAccessibleName(!item.tried      ? tr("not tried")
                                    : item.works ? tr("works")
                                                 : tr("does not work"));
        auto *words = new QLabel(item.words, m_checkResult);
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        grid->addWidget(mark, row, 0, Qt::AlignTop);
        grid->addWidget(words, row, 1);
    }
    grid->setColumnStretch(1, 1);
    m_checkResult->show();
    tell(check->isGood() ? tr("The connection works.") : tr("Not all of it works."),
         !check->isGood());
}

void ConnectionsDialog::remove()
{
    const Connection *known = m_services.library().connection(m_current);
    if (!known)
        return;
    const Connection removed = *known;
    if (const Result<> done = m_services.library().remove(removed.id); !done) {
        tell(userText(done.error()), true);
        return;
    }
    forgetRemoval();
    m_removed = Removed{
        .connection = removed, .key = {}, .isInKeychain = removed.keySource == KeySource::Keychain};
    if (m_removed->isInKeychain) {
        m_reading = TaskHandle(m_services.secrets().read(removed));
        m_reading.future().then(this, [this, id = removed.id](const Result<SecretBytes> &key) {
            if (!m_removed || m_removed->connection.id != id)
                return;
            if (key)
                m_removed->key = *key;
            takeKeyAway();
        });
    }
    if (m_model->rowCount() > 0)
        select(m_model->idAt(0));
    else
        addNew();
    tell(tr("Removed “%1” and its key. Its runs stay.").arg(removed.name), false);
    m_message->addAction(m_undo);
}

void ConnectionsDialog::takeKeyAway()
{
    if (!m_removed || !std::exchange(m_removed->isInKeychain, false))
        return;
    m_services.secrets().remove(m_removed->connection).then(this, [this](const Result<> &done) {
        if (!done)
            tell(
                tr("The connection is removed, its key could not be: %1").arg(done.error().message),
                true);
    });
}

void ConnectionsDialog::undoRemoval()
{
    if (!m_removed)
        return;
    const Removed removed = std::move(*m_removed);
    m_removed.reset();
    m_reading = {};
    if (const Result<> back = m_services.library().restore(removed.connection.id); !back) {
        tell(userText(back.error()), true);
        return;
    }
    const bool lostKey = removed.connection.keySource == KeySource::Keychain
        && !removed.isInKeychain && removed.key.isEmpty();
    storeKey(removed.connection, removed.key);
    if (lostKey)
        tell(tr("“%1” is back. Its key is not: paste it again.").arg(removed.connection.name),
             true);
}

/// There is no way back to it any more.
void ConnectionsDialog::forgetRemoval()
{
    takeKeyAway();
    m_reading = {};
    m_removed.reset();
}

void ConnectionsDialog::tell(const QString &text, bool isError)
{
    m_message->setMessageType(isError ? KMessageWidget::Error : KMessageWidget::Positive);
    m_message->setText(text.toHtmlEscaped());
    m_message->removeAction(m_undo);
    m_message->show();
    announce(*this, text);
}

void ConnectionsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Save)) {
        if (m_save->isVisible() && m_save->isEnabled())
            save();
        return;
    }
    QDialog::keyPressEvent(event);
}

#include "moc_connectionsdialog.cpp"
