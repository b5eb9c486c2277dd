// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/profile.h"

#include "profiles/profilereader.h"
#include "profiles/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

Result<Profile> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure(Error{
            .kind = ErrorKind::Disk,
            .message = QCoreApplication::translate("Profile", "The profile %1 cannot be opened: %2")
                           .arg(path, file.errorString())});
    return readProfile(file.readAll(), QFileInfo(path).fileName());
}

/// Practice last, else by title as people sort.
bool comesBefore(const Profile &one, const Profile &other)
{
    if (one.isPractice != other.isPractice)
        return other.isPractice;
    return one.title.compare(other.title, Qt::CaseInsensitive) < 0;
}

bool isLoopback(const QUrl &url)
{
    // A name would have to be looked up, and could then be anywhere: only these.
    static const QRegularExpression loopback(u"^(localhost|127(\\.\\d{1,3}){3}|::1)$"_s);
    return loopback.match(url.host()).hasMatch();
}

void layPollOver(const Connection &connection, Profile &profile)
{
    using namespace std::chrono_literals;
    const bool isSet = connection.settings.contains(u"poll_min"_s)
        || connection.settings.contains(u"poll_max"_s);
    if (isLoopback(profile.baseUrl) && !isSet) {
        profile.pollMin = 200ms;
        profile.pollMax = 2s;
    }
    if (connection.pollMin.count() > 0)
        profile.pollMin = connection.pollMin;
    if (connection.pollMax.count() > 0)
        profile.pollMax = connection.pollMax;
    profile.pollMax = std::max(profile.pollMin, profile.pollMax);
}

} // namespace

QString Profile::path(const QString &call, const QString &remoteId, const QString &fileId) const
{
    const auto escaped
        = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    QString path = paths.value(call);
    path.replace("{file_id}"_L1, escaped(fileId));
    return path.replace("{id}"_L1, escaped(remoteId));
}

Result<Profiles> Profiles::load(const QString &folder)
{
    Profiles profiles;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const Result<Profile> profile = readFile(dir.filePath(name));
        if (!profile)
            return Failure(profile.error());
        profiles.m_all.append(*profile);
    }
    if (profiles.m_all.isEmpty())
        return Failure(Error{
            .kind = ErrorKind::Disk,
            .message
            = QCoreApplication::translate("Profile", "There are no profiles in %1").arg(folder)});
    std::ranges::sort(profiles.m_all, comesBefore);
    return profiles;
}

const Profile *Profiles::find(const QString &id) const
{
    const auto found = std::ranges::find(m_all, id, &Profile::id);
    return found == m_all.end() ? nullptr : &*found;
}

Result<Profile> Profiles::effective(const Connection &connection) const
{
    const Profile *known = find(connection.profile);
    if (!known)
        return Failure(
            Error{.kind = ErrorKind::BadInput,
                  .message = QCoreApplication::translate("Profile", "There is no profile \"%1\"")
                                 .arg(connection.profile),
                  .field = u"profile"_s});
    Profile profile = *known;
    if (!connection.baseUrl.isEmpty())
        profile.baseUrl = connection.baseUrl;
    if (!profile.baseUrl.isEmpty() && !isUsableBaseUrl(profile.baseUrl))
        return Failure(Error{
            .kind = ErrorKind::BadInput,
            .message = QCoreApplication::translate(
                           "Profile",
                           "The base URL %1 cannot be used: it has to begin with https://, or with "
                           "http:// for this computer, and may not hold a user name")
                           .arg(profile.baseUrl.toDisplayString(QUrl::RemoveUserInfo)),
            .field = u"base_url"_s});
    for (const auto &[key, value] : connection.settings.asKeyValueRange())
        if (const Result<> applied = applySetting(key, value, profile); !applied)
            return Failure(applied.error());
    if (profile.pollMin > profile.pollMax)
        profile.pollMax = profile.pollMin;
    layPollOver(connection, profile);
    return profile;
}

bool isUsableBaseUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url));
}

QUrl endpointUrl(const QUrl &base, const QString &path)
{
    if (path.startsWith("https://"_L1) || path.startsWith("http://"_L1))
        return QUrl(path);
    const QStringList before = base.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    const QStringList after = path.split(u'/', Qt::SkipEmptyParts);
    // What ends the base and begins the path is written once; the longest such run counts.
    qsizetype shared = std::min(before.size(), after.size());
    while (shared > 0 && before.last(shared) != after.first(shared))
        --shared;
    QUrl url = base;
    url.setPath(u'/' + (before + after.sliced(shared)).join(u'/'), QUrl::TolerantMode);
    return url;
}
