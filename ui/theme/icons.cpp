// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/icons.h"

#include "theme/colours.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString pathOf(const QString &name)
{
    return u":/icons/symbolic/%1.svg"_s.arg(name);
}

QPixmap rendered(const QString &name, const QColor &colour, QSize pixels)
{
    const QString key = u"batchdesk-icon/%1/%2/%3x%4"_s.arg(name, colour.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QFile file(pathOf(name)); // a resource: memory, not a disk
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray svg = file.readAll();
        svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setOpacity(colour.alphaF());
        const int side = std::min(pixels.width(), pixels.height());
        renderer.render(
            &painter,
            QRectF((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QColor colourFor(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled: return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected: return palette.color(QPalette::Active, QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active: return palette.color(QPalette::Active, QPalette::WindowText);
    }
    Q_UNREACHABLE_RETURN({});
}

/// Draws one of our pictures in the colour that text has when it is painted.
class SymbolicEngine final : public QIconEngine {
public:
    explicit SymbolicEngine(QString name) : m_name(std::move(name)) {}
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap pixmap = rendered(m_name, colourFor(mode), rect.size() * ratio);
        pixmap.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, pixmap);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(m_name, colourFor(mode), size);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return rendered(m_name, colourFor(mode), size); // size is in pixels already
    }
    QIconEngine *clone() const override { return new SymbolicEngine(m_name); }
    QString key() const override { return u"batchdesk-symbolic"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(pathOf(m_name)); }

private:
    QString m_name;
};

class SwatchEngine final : public QIconEngine {
public:
    explicit SwatchEngine(QString name) : m_name(std::move(name)) {}
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        icons::paintSwatch(*painter, rect, colours::swatch(m_name, QGuiApplication::palette()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new SwatchEngine(m_name); }
    QString key() const override { return u"batchdesk-swatch"_s; }
    bool isNull() override { return m_name.isEmpty(); }

private:
    QString m_name;
};

bool isOwnName(QStringView name)
{
    return name.startsWith(u"state-") || name.startsWith(u"outcome-");
}

/// True where the desktop's theme has all that we ask of it.
bool themeIsWhole()
{
    const QStringList names = icons::allNames();
    return std::ranges::all_of(
        names, [](const QString &name) { return isOwnName(name) || QIcon::hasThemeIcon(name); });
}

QIcon own(const QString &name)
{
    return QIcon(new SymbolicEngine(name));
}

} // namespace

QStringList icons::allNames()
{
    QStringList names;
    const QStringList files
        = QDir(u":/icons/symbolic"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        names.append(file.chopped(4));
    return names;
}

QIcon icons::named(const QString &name)
{
    // Asked once: a theme that changes while we run keeps the pictures we began with.
    static const bool fromDesktop = themeIsWhole();
    return fromDesktop && !isOwnName(name) ? QIcon::fromTheme(name) : own(name);
}

QString icons::stateIconName(BatchState state)
{
    return u"state-"_s + stateName(state);
}

QString icons::outcomeIconName(Outcome outcome)
{
    return u"outcome-"_s + outcomeName(outcome);
}

QIcon icons::forState(BatchState state)
{
    return own(stateIconName(state));
}

QIcon icons::forOutcome(Outcome outcome)
{
    return own(outcomeIconName(outcome));
}

QPixmap icons::tinted(const QString &name, const QColor &colour, int size, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap = rendered(name, colour, QSize(pixels, pixels));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon icons::swatch(const QString &colourName)
{
    return colourName.isEmpty() ? QIcon() : QIcon(new SwatchEngine(colourName));
}

void icons::paintSwatch(QPainter &painter, const QRect &place, const QColor &colour)
{
    if (!colour.isValid())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double side = std::min(place.width(), place.height()) * 0.68;
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(place).center());
    painter.drawRoundedRect(square, side / 4, side / 4);
    painter.restore();
}

QIcon icons::application()
{
    return QIcon(u":/icons/hicolor/scalable/apps/io.github.batchdesk.Batchdesk.svg"_s);
}
