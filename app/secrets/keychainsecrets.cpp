// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainsecrets.h"

#include "secrets/keyringstate.h"
#include "secrets/proxyaccount.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QMetaObject>
#include <QPointer>
#include <QPromise>
#include <QTimer>
#include <QUuid>

#include <qt6keychain/keychain.h>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes quietTime{5};

constexpr auto notGivenBack = QT_TRANSLATE_NOOP(
    "Secrets",
    "the keyring does not give back what was put in; take the key from an environment "
    "variable (--key-env)");

QString words(const char *text)
{
    return QCoreApplication::translate("Secrets", text);
}

Error keychainError(const QString &message, const QString &detail = {})
{
    return Error{.kind = ErrorKind::Keychain, .message = message, .detail = detail};
}

/// libsecret, which QtKeychain loads, keeps its session with the keyring's process for ever; when
/// that was restarted every call fails ("The session does not exist"). This makes it begin anew.
void forgetLibsecretSession()
{
#ifdef Q_OS_LINUX
    using Disconnect = void (*)();
    if (const auto disconnect = reinterpret_cast<Disconnect>(
            QLibrary::resolve(u"secret-1"_s, 0, "secret_service_disconnect")))
        disconnect();
#endif
}

/// A promise that is kept from inside the event loop only, and broken (cancelled) with its maker.
template <class T>
class Later {
public:
    explicit Later(QObject *context)
        : m_context(context), m_promise(std::make_shared<QPromise<Result<T>>>())
    {
        m_promise->start();
    }
    [[nodiscard]] QFuture<Result<T>> future() const { return m_promise->future(); }
    void operator()(Result<T> result) const
    {
        QMetaObject::invokeMethod(
            m_context,
            [promise = m_promise, result = std::move(result)]() mutable {
                promise->addResult(std::move(result));
                promise->finish();
            },
            Qt::QueuedConnection);
    }

private:
    QObject *m_context;
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

} // namespace

/// How a job of QtKeychain ended.
struct KeychainSecrets::Outcome {
    QKeychain::Error error = QKeychain::NoError;
    bool timedOut = false;
    QString text; ///< the back end's own
    SecretBytes key;

    [[nodiscard]] bool isGood() const { return error == QKeychain::NoError && !timedOut; }
};

KeychainSecrets::KeychainSecrets(QString libraryId, QObject *parent)
    : Secrets(parent), m_libraryId(std::move(libraryId))
{}

QString KeychainSecrets::entry(ConnectionId connection) const
{
    return m_libraryId
        + (connection == proxyAccountId ? u"/proxy"_s : u'/' + connection.toString());
}

/// A job cannot be stopped. One that outlives its time limit ends by itself, unheard; until then
/// QtKeychain starts no other, so there is no use in waiting for one.
void KeychainSecrets::run(QKeychain::Job *job, const QString &entry, const Done &done)
{
    if (m_hanging > 0) {
        delete job;
        return done(Outcome{.timedOut = true});
    }
    job->setKey(entry);
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    auto *limit = new QTimer(this);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, this, [this, limit, done] {
        limit->deleteLater();
        ++m_hanging;
        m_unanswered.start();
        done(Outcome{.timedOut = true});
    });
    connect(job, &QKeychain::Job::finished, this,
            [this, limit = QPointer(limit), done](QKeychain::Job *finished) {
                if (!limit || !limit->isActive()) {
                    --m_hanging;
                    return;
                }
                limit->stop();
                limit->deleteLater();
                end(finished, done);
            });
    limit->start(m_limit);
    job->start();
}

void KeychainSecrets::end(QKeychain::Job *job, const Done &done)
{
    Outcome outcome{.error = job->error(), .text = job->errorString()};
    if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job))
        outcome.key = SecretBytes(read->binaryData());
    if (outcome.error == QKeychain::OtherError)
        forgetLibsecretSession();
    if (outcome.isGood())
        m_unanswered.invalidate();
    else if (outcome.error != QKeychain::EntryNotFound)
        m_unanswered.start();
    done(outcome);
}

void KeychainSecrets::readEntry(const QString &entry, const Done &done)
{
    run(new QKeychain::ReadPasswordJob(u"Batchdesk"_s), entry, done);
}

void KeychainSecrets::writeEntry(const QString &entry, const SecretBytes &key, const Done &done)
{
    auto *job = new QKeychain::WritePasswordJob(u"Batchdesk"_s);
    job->setTextData(QString::fromUtf8(key.reveal()));
    run(job, entry, done);
}

void KeychainSecrets::removeEntry(const QString &entry, const Done &done)
{
    run(new QKeychain::DeletePasswordJob(u"Batchdesk"_s), entry, done);
}

void KeychainSecrets::explain(const Outcome &outcome, Ask ask, std::function<void(Result<>)> done)
{
    const bool couldBeLocked = ask == Ask::Remove || outcome.error == QKeychain::EntryNotFound;
    if (outcome.isGood() && !couldBeLocked)
        return done({});
    if (outcome.timedOut)
        return done(Failure(keychainError(words(QT_TRANSLATE_NOOP(
            "Secrets",
            "the keyring did not answer in time; look for a prompt that waits, then try again, or "
            "take the key from an environment variable (--key-env)")))));
    askKeyringState(this, [this, outcome, ask, done = std::move(done)](KeyringState state) {
        const bool gone = outcome.isGood() || outcome.error == QKeychain::EntryNotFound;
        if (ask == Ask::Remove && gone && state != KeyringState::Locked)
            return done({});
        if (const QString why = hindranceOf(state); !why.isEmpty()) {
            m_unanswered.start();
            return done(Failure(keychainError(why, outcome.text)));
        }
        if (outcome.error == QKeychain::EntryNotFound)
            return done(Failure(
                Error{.kind = ErrorKind::NotFound,
                      .message = words(QT_TRANSLATE_NOOP(
                          "Secrets", "there is no key in the keyring for it; put it in again"))}));
        if (outcome.error == QKeychain::AccessDenied
            || outcome.error == QKeychain::AccessDeniedByUser)
            return done(Failure(keychainError(
                words(QT_TRANSLATE_NOOP(
                    "Secrets",
                    "access to the keyring was refused; allow it and try again, or take the key "
                    "from an environment variable (--key-env)")),
                outcome.text)));
        //: %1 is the keyring's own reason
        done(Failure(keychainError(
            QCoreApplication::translate("Secrets",
                                        "the keyring cannot be used (%1); take the key from an "
                                        "environment variable (--key-env)")
                .arg(outcome.text),
            outcome.text)));
    });
}

bool KeychainSecrets::isQuiet() const
{
    return m_unanswered.isValid()
        && !m_unanswered.hasExpired(std::chrono::milliseconds(quietTime).count());
}

void KeychainSecrets::readStored(const Connection &connection, const TakeKey &done)
{
    m_reads.emplace_back(entry(connection.id), done);
    startNextRead();
}

void KeychainSecrets::startNextRead()
{
    if (m_isReading || m_reads.empty())
        return;
    m_isReading = true;
    const auto [name, done] = m_reads.front();
    m_reads.pop_front();
    readNow(name, [this, done](Result<SecretBytes> result) {
        m_isReading = false;
        done(std::move(result));
        startNextRead();
    });
}

void KeychainSecrets::readNow(const QString &entry, const TakeKey &done)
{
    const auto use = [this, done](Outcome outcome) {
        if (outcome.isGood() && outcome.key.isEmpty())
            outcome.error = QKeychain::EntryNotFound; // emptied by somebody else
        explain(outcome, Ask::Read, [key = outcome.key, done](const Result<> &result) {
            done(result ? Result<SecretBytes>(key) : Failure(result.error()));
        });
    };
    const auto ask = [this, name = entry, use] {
        readEntry(name, [this, name, use](const Outcome &outcome) {
            if (outcome.error == QKeychain::OtherError)
                return readEntry(name, use); // maybe only the session was old
            use(outcome);
        });
    };
    if (!isQuiet())
        return ask();
    askKeyringState(this, [ask, done](KeyringState state) {
        if (state == KeyringState::Ready)
            return ask();
        const QString why = hindranceOf(state);
        done(Failure(keychainError(
            !why.isEmpty()
                ? why
                : words(QT_TRANSLATE_NOOP("Secrets",
                                          "the keyring gave no access a moment ago; try "
                                          "again in five minutes, or put the key in again")))));
    });
}

Result<SecretBytes> KeychainSecrets::fromEnvironment(const Connection &connection) const
{
    const QByteArray value = qgetenv(connection.keyVariable.toLocal8Bit().constData()).trimmed();
    if (value.isEmpty())
        //: %1 is the name of an environment variable, %2 the name of a connection
        return Failure(keychainError(
            QCoreApplication::translate("Secrets",
                                        "the environment variable %1, which should hold the key of "
                                        "%2, is not set; set it and start again")
                .arg(connection.keyVariable, connection.name)));
    return SecretBytes(value);
}

Result<SecretBytes> KeychainSecrets::fromSession(const Connection &connection) const
{
    const auto found = m_session.constFind(connection.id);
    if (found == m_session.constEnd())
        return Failure(Error{
            .kind = ErrorKind::NotFound,
            //: %1 is the name of a connection
            .message
            = QCoreApplication::translate(
                  "Secrets", "the key of %1 was kept for an earlier session only; put it in again")
                  .arg(connection.name)});
    return *found;
}

QFuture<Result<SecretBytes>> KeychainSecrets::read(const Connection &connection)
{
    const Later<SecretBytes> later(this);
    switch (connection.keySource) {
    case KeySource::None: later(SecretBytes()); break;
    case KeySource::Environment: later(fromEnvironment(connection)); break;
    case KeySource::Session: later(fromSession(connection)); break;
    case KeySource::Keychain: readStored(connection, later); break;
    }
    return later.future();
}

QFuture<Result<>> KeychainSecrets::write(const Connection &connection, SecretBytes key)
{
    const Later<void> later(this);
    if (key.isEmpty()) {
        later(Failure(Error{.kind = ErrorKind::BadInput,
                            .message = words(QT_TRANSLATE_NOOP("Secrets", "the key is empty"))}));
        return later.future();
    }
    const QString name = entry(connection.id);
    writeEntry(name, key, [this, later, name, key](const Outcome &written) {
        if (!written.isGood())
            return explain(written, Ask::Write, later);
        // Not every keyring keeps what it says it has kept.
        readEntry(name, [later, key](const Outcome &read) {
            if (read.isGood() && read.key.reveal() == key.reveal())
                return later({});
            later(Failure(keychainError(words(notGivenBack), read.text)));
        });
    });
    return later.future();
}

void KeychainSecrets::holdForSession(ConnectionId connection, SecretBytes key)
{
    m_session.insert(connection, key);
}

QFuture<Result<>> KeychainSecrets::remove(const Connection &connection)
{
    const Later<void> later(this);
    m_session.remove(connection.id);
    if (connection.keySource != KeySource::Keychain) {
        later({});
        return later.future();
    }
    removeEntry(entry(connection.id),
                [this, later](const Outcome &outcome) { explain(outcome, Ask::Remove, later); });
    return later.future();
}

QFuture<Result<QString>> KeychainSecrets::probe()
{
    const Later<QString> later(this);
    const QString name
        = m_libraryId + "/probe-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const SecretBytes value(QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    const auto fail = [later](const Result<> &result) { later(Failure(result.error())); };
    const auto cleanUp = [this, later, fail, name](bool same) {
        removeEntry(name, [this, later, fail, same](const Outcome &removed) {
            if (!removed.isGood())
                return explain(removed, Ask::Write, fail);
            if (same)
                return later(keyringName());
            later(Failure(keychainError(words(notGivenBack))));
        });
    };
    writeEntry(name, value, [this, fail, cleanUp, name, value](const Outcome &written) {
        if (!written.isGood())
            return explain(written, Ask::Write, fail);
        readEntry(name, [cleanUp, value](const Outcome &read) {
            cleanUp(read.isGood() && read.key.reveal() == value.reveal());
        });
    });
    return later.future();
}

#include "moc_keychainsecrets.cpp"
#include "moc_secrets.cpp"
