// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/dialect.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

/// A test case of a dialect, from tests/dialects/data/<dialect>/:
///
///   NAME.in.json       {"kind", "profile", "settings"?, "facts"?, "run"?, "reply"?, "after"?, "body_bytes"?,
///                      "requests"?}
///   NAME.out.json      what absorb makes of the reply: the facts, or {"failure": error}
///   NAME.request.json  what next asks for, with these facts
///
/// Facts hold only what is set. kind "list" reads the reply with readList, "cancel" asks for cancel.
struct CaseFile {
    Run run;
    Batch batch;
    Profile profile;
    QString kind;
    HttpReply reply;
    QString after; ///< cursor of a list

    [[nodiscard]] static CaseFile read(const QString &path);
    [[nodiscard]] BatchView view() const
    {
        return {.run = run, .batch = batch, .profile = profile};
    }
    [[nodiscard]] StepKind stepKind() const;
};

/// NAME of each case in a folder.
[[nodiscard]] QStringList caseNames(const QString &folder);

[[nodiscard]] BatchFacts factsFrom(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const BatchFacts &facts);
[[nodiscard]] QJsonObject toJson(const Step &step);
[[nodiscard]] QJsonObject toJson(const ListPage &page);
[[nodiscard]] QJsonObject toJson(const ResultLine &line);

/// A reply with this body, as the net would hand it over.
[[nodiscard]] HttpReply replyWith(int status, const QByteArray &body,
                                  const QByteArray &contentType = "application/json");
/// The profile of this id, from the sources.
[[nodiscard]] Profile profileOf(const QString &id);
