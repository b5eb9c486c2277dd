// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/jsonactions.h"

#include "core/jsontext.h"
#include "core/paddedline.h"
#include "dialects/dialect.h"
#include "net/curlcommand.h"
#include "theme/icons.h"
#include "widgets/textviewer.h"
#include "widgets/usable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QRegularExpression>
#include <QThreadPool>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOfAText = 60; ///< of a value, in a line that searches

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// The command that sends one request by itself; empty where the line is no request.
QString curlOf(const QByteArray &line, const RequestTarget &target)
{
    const PaddedBuffer buffer(line);
    const Result<Request> read = readRequest(buffer.line());
    if (!read)
        return {};
    HttpRequest request = target.request;
    const QString usual
        = target.endpoint.isEmpty() ? QString::fromLatin1(defaultUrl) : target.endpoint;
    request.url = endpointUrl(target.base,
                              read->url.empty() ? usual : QString::fromUtf8(bytesOf(read->url)));
    request.method = bytesOf(read->method.empty() ? defaultMethod : read->method);
    request.contentType = "application/json";
    request.body = bytesOf(read->body);
    return QString::fromUtf8(curlCommand(request, target.keyVariable));
}

} // namespace

JsonActions::JsonActions(QThreadPool &pool, TextViewer &viewer, Of of)
    : QObject(&viewer), m_pool(pool), m_viewer(viewer), m_of(of)
{
    add(tr("Copy as &JSON"), tr("Ctrl+Alt+J"), &JsonActions::copyLaidOut);
    add(tr("Copy the &Line as It Is"), tr("Ctrl+Alt+C"), &JsonActions::copyLine);
    if (of == Of::Request) {
        m_curl = add(tr("Copy as c&url Command"), tr("Ctrl+Alt+U"), &JsonActions::copyCurl);
        usable::setTip(m_curl, tr("Copy a command that sends this one request by itself"));
    }
    add(tr("Copy &Path of This Place"), tr("Ctrl+Alt+P"), &JsonActions::copyPath);
    add(tr("Fin&d Rows by This Place…"), tr("Ctrl+Alt+F"), &JsonActions::find);
    connect(&viewer, &QPlainTextEdit::textChanged, this, &JsonActions::update);
    update();
}

QAction *JsonActions::add(const QString &text, const QString &key, void (JsonActions::*act)())
{
    auto *action = new QAction(text, &m_viewer);
    action->setShortcut(QKeySequence(key));
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, act);
    m_viewer.addAction(action);
    m_actions.append(action);
    return action;
}

QToolButton *JsonActions::newButton(QWidget *parent) const
{
    auto *button = new QToolButton(parent);
    button->setIcon(icons::named(u"edit-copy"_s));
    button->setText(tr("Copy"));
    button->setAccessibleName(m_of == Of::Request ? tr("Copy of the request")
                                                  : tr("Copy of the result"));
    button->setToolTip(tr("Copy as JSON, as a line, as a command, or the path of a place"));
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(button);
    menu->setToolTipsVisible(true); // they say why something cannot be done
    menu->addActions(m_actions);
    button->setMenu(menu);
    return button;
}

void JsonActions::setTarget(std::expected<RequestTarget, QString> target)
{
    m_target = std::move(target);
    update();
}

void JsonActions::update()
{
    const bool hasJson = !m_viewer.json().isEmpty();
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(hasJson);
    if (m_curl)
        usable::set(m_curl,
                    !hasJson       ? tr("No request is shown")
                        : m_target ? QString()
                                   : m_target.error());
}

/// Twenty megabytes are put together by a worker; of several wishes the newest is done.
void JsonActions::copyText(QFuture<QString> text)
{
    text.then(this, [wish = ++m_copies, this](const QString &made) {
        if (wish == m_copies && !made.isEmpty())
            QGuiApplication::clipboard()->setText(made);
    });
}

void JsonActions::copyLaidOut()
{
    copyText(QtConcurrent::run(
        &m_pool, [json = m_viewer.json()] { return QString::fromUtf8(jsontext::indented(json)); }));
}

void JsonActions::copyLine()
{
    copyText(
        QtConcurrent::run(&m_pool, [json = m_viewer.json()] { return QString::fromUtf8(json); }));
}

void JsonActions::copyCurl()
{
    if (m_target)
        copyText(QtConcurrent::run(&m_pool, curlOf, m_viewer.json(), *m_target));
}

void JsonActions::copyPath()
{
    if (const std::optional<JsonPlace> place = m_viewer.place())
        QGuiApplication::clipboard()->setText(place->pointer);
}

QString JsonActions::condition(const QString &pointer, const QByteArray &value, Of of)
{
    static const QRegularExpression path(uR"(^/[^\s:=<>"]+$)"_s);
    if (!path.match(pointer).hasMatch())
        return {};
    const QString start = (of == Of::Request ? u"request:"_s : QString()) + pointer;
    if (!value.startsWith('"'))
        return start + (value == "{" || value == "[" ? u':' : u'=') + QString::fromUtf8(value);
    const QString text = QJsonDocument::fromJson('[' + value + ']').array().first().toString();
    const bool isShort = text.size() <= mostOfAText && !text.contains(u'"') && !text.isEmpty()
        && text == text.simplified();
    if (isShort)
        return start + u"=\""_s + text + u'"';
    // Of a longer one some words, which are in it as they are.
    QString words = text.section(u'"', 0, 0).section(u'\n', 0, 0).left(mostOfAText).trimmed();
    return words.isEmpty() ? start + u":"_s : start + u":\""_s + words + u'"';
}

void JsonActions::find()
{
    const std::optional<JsonPlace> place = m_viewer.place();
    if (!place)
        return;
    if (const QString line = condition(place->pointer, place->value, m_of); !line.isEmpty())
        Q_EMIT findWanted(line);
}

#include "moc_jsonactions.cpp"
