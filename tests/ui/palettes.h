// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>

/// Palettes as desktops have them, and one of high contrast.
namespace palettes {

inline QPalette made(QRgb window, QRgb base, QRgb text, QRgb accent, QRgb highlightedText)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(role, QColor::fromRgb(colour));
    };
    set(QPalette::Window, window);
    set(QPalette::WindowText, text);
    set(QPalette::Base, base);
    set(QPalette::Text, text);
    set(QPalette::Button, window);
    set(QPalette::ButtonText, text);
    set(QPalette::ToolTipBase, window);
    set(QPalette::ToolTipText, text);
    set(QPalette::Highlight, accent);
    set(QPalette::Accent, accent);
    set(QPalette::HighlightedText, highlightedText);
    set(QPalette::Link, accent);
    const QColor middle
        = QColor::fromRgb((qRed(window) + qRed(base)) / 2, (qGreen(window) + qGreen(base)) / 2,
                          (qBlue(window) + qBlue(base)) / 2);
    palette.setColor(QPalette::AlternateBase, middle);
    const bool dark = qGray(base) < qGray(text);
    const QColor ground = QColor::fromRgb(window);
    palette.setColor(QPalette::Light, dark ? ground.lighter(150) : Qt::white);
    palette.setColor(QPalette::Midlight, dark ? ground.lighter(125) : ground.lighter(105));
    palette.setColor(QPalette::Mid, dark ? ground.lighter(115) : ground.darker(130));
    palette.setColor(QPalette::Dark, dark ? ground.darker(150) : ground.darker(160));
    palette.setColor(QPalette::Shadow, Qt::black);
    QColor faint = QColor::fromRgb(text);
    faint.setAlphaF(0.45F);
    palette.setColor(QPalette::PlaceholderText, faint);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}
inline QPalette light()
{
    return made(0xffeff0f1, 0xffffffff, 0xff232629, 0xff3daee9, 0xffffffff);
}
inline QPalette dark()
{
    return made(0xff2a2e32, 0xff1b1e20, 0xfffcfcfc, 0xff3daee9, 0xffffffff);
}
inline QPalette adwaitaDark()
{
    return made(0xff303030, 0xff1e1e1e, 0xffffffff, 0xff3584e4, 0xffffffff);
}
inline QPalette highContrast()
{
    return made(0xff000000, 0xff000000, 0xffffffff, 0xffffff00, 0xff000000);
}

} // namespace palettes
