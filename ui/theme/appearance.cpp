// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/appearance.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyle>
#include <QStyleHints>
#include <QVariant>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Kept by the application itself: they go with it.
constexpr auto usualFontProperty = "batchdeskUsualFont";
constexpr auto fixedFontProperty = "batchdeskFixedFont";
constexpr auto ownPaletteProperty = "batchdeskOwnPalette";
constexpr auto usesFixedProperty = "usesFixedFont";

/// For desktops that have no say in it. Neutral grey, made by the style from two colours, so that
/// every role fits the others.
QPalette ownPalette(bool dark)
{
    const auto grey = [](int value) { return QColor(value, value, value); };
    QPalette palette(grey(dark ? 50 : 239), grey(dark ? 46 : 246));
    const QColor text = grey(dark ? 238 : 24);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Base, grey(dark ? 30 : 255));
    palette.setColor(QPalette::AlternateBase, grey(dark ? 38 : 247));
    palette.setColor(QPalette::ToolTipBase, grey(dark ? 62 : 255));
    palette.setColor(QPalette::PlaceholderText, grey(dark ? 160 : 112));
    palette.setColor(QPalette::BrightText, text);
    const QColor accent = QColor::fromHslF(0.58F, 0.62F, dark ? 0.62F : 0.40F);
    palette.setColor(QPalette::Highlight, QColor::fromHslF(0.58F, 0.60F, 0.40F));
    palette.setColor(QPalette::HighlightedText, grey(255));
    palette.setColor(QPalette::Accent, accent);
    palette.setColor(QPalette::Link, QColor::fromHslF(0.58F, 0.80F, dark ? 0.72F : 0.36F));
    palette.setColor(QPalette::LinkVisited, QColor::fromHslF(0.78F, 0.45F, dark ? 0.74F : 0.40F));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, grey(dark ? 128 : 150));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, grey(dark ? 70 : 200));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, grey(dark ? 160 : 110));
    return palette;
}

void applyScheme(Appearance::Scheme scheme)
{
    QStyleHints *hints = QGuiApplication::styleHints();
    const bool wasOwn = qApp->property(ownPaletteProperty).toBool();
    if (scheme == Appearance::Scheme::System) {
        if (wasOwn || hints->colorScheme() != Qt::ColorScheme::Unknown)
            hints->unsetColorScheme();
        if (wasOwn)
            QApplication::setPalette(QPalette()); // what the system says, and follows it again
        qApp->setProperty(ownPaletteProperty, false);
        return;
    }
    const bool dark = scheme == Appearance::Scheme::Dark;
    const Qt::ColorScheme wanted = dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light;
    if (wasOwn)
        QApplication::setPalette(QPalette());
    hints->setColorScheme(wanted);
    // Not every desktop gives its windows a palette that fits: then ours.
    const QPalette now = QGuiApplication::palette();
    const bool isDark
        = now.color(QPalette::Base).lightness() < now.color(QPalette::Text).lightness();
    if (isDark != dark)
        QApplication::setPalette(ownPalette(dark));
    qApp->setProperty(ownPaletteProperty, isDark != dark);
}

/// The same font in another size.
QFont scaled(QFont font, int percent)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * percent / 100.0);
    else
        font.setPixelSize(std::max(1, font.pixelSize() * percent / 100));
    return font;
}

void applyText(int percent)
{
    const QVariant kept = qApp->property(usualFontProperty);
    if (!kept.isValid() && percent == 100)
        return; // never changed: the system's, which is followed
    if (!kept.isValid())
        qApp->setProperty(usualFontProperty, QApplication::font());
    const QFont usual = kept.isValid() ? kept.value<QFont>() : QApplication::font();
    QApplication::setFont(scaled(usual, percent));
}

void applyFixed(const Appearance &look)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (!look.fixedFont.isEmpty() && QFontDatabase::hasFamily(look.fixedFont))
        font.setFamilies({look.fixedFont});
    font = scaled(font, look.textPercent);
    if (font == appearance::fixedFont())
        return;
    qApp->setProperty(fixedFontProperty, font);
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets)
        if (widget->property(usesFixedProperty).toBool())
            widget->setFont(font);
}

} // namespace

void appearance::apply(const Appearance &look)
{
    applyScheme(look.scheme);
    applyText(look.textPercent);
    applyFixed(look);
}

QFont appearance::fixedFont()
{
    const QVariant kept = qApp->property(fixedFontProperty);
    return kept.isValid() ? kept.value<QFont>()
                          : QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

void appearance::useFixedFont(QWidget &widget)
{
    widget.setProperty(usesFixedProperty, true);
    widget.setFont(fixedFont());
}
