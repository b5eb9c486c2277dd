// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/connection.h"
#include "core/result.h"
#include "net/httprequest.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

/// Whether the provider has a call: some must be asked once to find out.
enum class Support : quint8 { No, Yes, Probe };

/// How surely a submission in doubt can be found again by listing.
enum class ReconcileStrength : quint8 { None, Weak, Medium, Strong };

/// Whether a provider works on texts (extract, summarize, classify, named by the model): not at
/// all, only so, or beside chats.
enum class TextOperations : quint8 { None, Only, Also };

/// One limit of a provider. A limit that is not certain gives a warning, not an error.
struct Limit {
    qint64 value = 0; ///< 0: none known
    bool certain = true;
    [[nodiscard]] bool isExceededBy(qint64 amount) const { return value > 0 && amount > value; }
};

/// What is known of one provider, as data: read from resources/profiles/<id>.json (all fields and
/// their meaning in resources/profiles/README.md), with a connection's settings laid over.
struct Profile {
    QString id;
    QString title;
    QString dialect;
    QUrl baseUrl; ///< what the vendor's own SDK takes; empty: the user gives one
    AuthScheme auth = AuthScheme::Bearer;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QHash<QString, QString>
        paths; ///< create get list cancel upload file content ... with {id}, {file_id}
    Limit maxRequests, maxBytes, maxLineBytes, maxCustomId, maxLiveBatches;
    Limit maxMetadata, maxMetadataKey, maxMetadataValue; ///< pairs, and characters of each
    bool sameModel = true; ///< all requests of a batch must name one model
    bool sameUrl = true;
    bool needsModel = true;
    bool needsMaxTokens = false; ///< each chat must say how long its answer may be
    bool freeMetadata = false; ///< metadata values may be any JSON (else strings)
    bool hasMetadata = true;
    bool hasName = false; ///< create takes name and description
    QStringList windows; ///< offered; empty: the field is absent
    QString defaultWindow;
    QStringList endpoints; ///< offered, most usual first
    bool choosesEndpoint = true; ///< create has an endpoint field
    Support list = Support::Probe;
    Support cancel = Support::Yes;
    ReconcileStrength reconcile = ReconcileStrength::Strong;
    QList<int> refusedStatuses; ///< more statuses that surely mean "not created" (a documented 503)
    TextOperations textOperations = TextOperations::None;
    QString bodyType = QStringLiteral("application/jsonl"); ///< rawjsonl: content type of the body
    QString uploadPurpose = QStringLiteral("batch");
    bool checksUpload = false; ///< the upload's reply states the bytes as they were received
    qint64 outputExpiresAfter = 0; ///< seconds that the provider keeps results; 0: its own default
    qint64 keepsResults = 0; ///< days after the end; 0: the provider does not say
    QString start = QStringLiteral("auto"); ///< staged: auto, always, never
    qint64 addRequests = 1'000; ///< staged: requests in one call at most
    qint64 addBytes = 20'000'000; ///< staged: bytes of them; a single larger one goes alone
    qint64 pageSize = 100; ///< rows asked for at once
    std::chrono::milliseconds pollMin{5'000}, pollMax{300'000};
    bool isPractice = false;
    bool needsKey = true;
    QString caFile; ///< absolute path; of a connection only, see HttpRequest::caFile
    QString keyHint; ///< "rsk_..." for the key field
    QString note; ///< one sentence for people, shown when a connection is made

    /// The path of a call with the ids put in, escaped. Empty: the provider has no such call.
    [[nodiscard]] QString path(const QString &call, const QString &id = {},
                               const QString &fileId = {}) const;
};

/// All profiles, by id. Read once; an unreadable file is an error that names file and field.
class Profiles {
public:
    [[nodiscard]] static Result<Profiles> load(const QString &folder
                                               = QStringLiteral(":/profiles"));
    [[nodiscard]] const Profile *find(const QString &id) const;
    [[nodiscard]] const QList<Profile> &all() const { return m_all; } ///< by title, practice last
    /// The profile with the connection's settings laid over it; an unknown setting or a value out
    /// of range is BadInput with the field. Unknown profile id: BadInput.
    [[nodiscard]] Result<Profile> effective(const Connection &connection) const;

private:
    QList<Profile> m_all;
};

/// A base URL that a key may be sent to: https, or http for loopback; no user, no fragment.
[[nodiscard]] bool isUsableBaseUrl(const QUrl &url);

/// base and path joined so that a prefix such as /v1 is never doubled and never missing: the
/// longest run of segments that ends base's path and begins path is written once. A trailing
/// slash of base is ignored, its query stays. An absolute URL in path is taken as it is.
[[nodiscard]] QUrl endpointUrl(const QUrl &base, const QString &path);
