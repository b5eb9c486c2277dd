// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

/// What a request asks for, as far as there is a form for it.
enum class RequestKind : quint8 { Chat, Extract, Summarize, Classify };
inline constexpr std::initializer_list<RequestKind> allRequestKinds
    = {RequestKind::Chat, RequestKind::Extract, RequestKind::Summarize, RequestKind::Classify};

/// An entity (label and description) or a label of classify (name and rubric).
struct NamedText {
    QString name;
    QString text;
    bool operator==(const NamedText &) const = default;
};

/// One request as a form shows it. Fields that the kind lacks are empty.
struct RequestForm {
    RequestKind kind = RequestKind::Chat;
    QString model; ///< of chat; the other kinds are told by their model
    QString instruction; ///< system message, instruction, instructions or system_prompt
    QString text; ///< user message or text
    QList<NamedText> list; ///< entities or labels
    QString temperature; ///< as written, so that 1e400 stays that; also what is no number
    QString maxTokens; ///< as temperature
    bool operator==(const RequestForm &) const = default;

    [[nodiscard]] bool hasModel() const { return kind == RequestKind::Chat; }
    [[nodiscard]] bool hasTemperature() const { return kind == RequestKind::Chat; }
    [[nodiscard]] bool hasMaxTokens() const
    {
        return kind == RequestKind::Chat || kind == RequestKind::Summarize;
    }
    [[nodiscard]] bool hasList() const
    {
        return kind == RequestKind::Extract || kind == RequestKind::Classify;
    }
};

/// Why a request can be edited as JSON only.
enum class NoForm : quint8 {
    NotJson,
    TooLarge, ///< told by who shows the form: no reader gives it
    NoBody,
    OtherRequest, ///< embeddings, for one
    SeveralMessages,
    OtherRole, ///< neither system nor user; key is the role
    ContentNotText, ///< a message of several parts
    FieldNotText, ///< key is the field
    FieldNotNumber, ///< an object, true ...; key is the field
    ListNotTexts, ///< key is the field
};

struct FormReading {
    std::optional<RequestForm> form;
    NoForm reason = NoForm::NotJson; ///< where there is no form
    QString key;
};

/// A line of a run's input as a form; any bytes.
[[nodiscard]] FormReading readForm(const QByteArray &line);

/// The line as the form has it. What did not change, and what the form does not know, keeps its
/// bytes; an empty field that may be left out is left out. Another kind than the line's takes out
/// the fields that only the old one had. A line without a form comes back as it is.
[[nodiscard]] QByteArray withForm(const QByteArray &line, const RequestForm &form);

/// A request to begin with.
[[nodiscard]] QByteArray newRequest(const QString &customId, const RequestForm &form);
