// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/colours.h"

#include "theme/grounds.h"

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel
        = [share](float x, float y) { return static_cast<float>(x + (y - x) * share); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

/// The colour, moved towards the text colour no further than the contrast asks for.
QColor readable(QColor colour, const QColor &background, const QColor &textColour, double least)
{
    for (double share = 0; share <= 1; share += 0.05) {
        const QColor candidate = mixed(colour, textColour, share);
        if (colours::contrast(candidate, background) >= least)
            return candidate;
    }
    return textColour;
}

/// Such palettes draw all grounds alike and tell parts from each other by lines.
bool isHighContrast(const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Base);
    return ground == palette.color(QPalette::Window)
        && colours::contrast(ground, palette.color(QPalette::Text)) > 18;
}

QColor base(colours::Tone tone, const QPalette &palette)
{
    const bool dark = colours::isDark(palette);
    const auto hue = [dark](float degrees, float saturation, float light) {
        return QColor::fromHslF(degrees / 360.0F, dark ? saturation * 0.8F : saturation,
                                dark ? 0.62F : light);
    };
    switch (tone) {
    case colours::Tone::Plain: return palette.color(QPalette::Text);
    case colours::Tone::Subtle:
        return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.35);
    case colours::Tone::Active: return palette.color(QPalette::Accent);
    case colours::Tone::Good: return hue(148, 0.55F, 0.36F);
    case colours::Tone::Warning: return hue(32, 0.85F, 0.42F);
    case colours::Tone::Bad: return hue(4, 0.68F, 0.46F);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

const QStringList &colours::swatchNames()
{
    static const QStringList names{u"red"_s,  u"orange"_s, u"green"_s, u"teal"_s,
                                   u"blue"_s, u"violet"_s, u"pink"_s,  u"grey"_s};
    return names;
}

QColor colours::swatch(const QString &name, const QPalette &palette, QPalette::ColorRole background)
{
    if (name.isEmpty())
        return {};
    static constexpr float degrees[] = {4, 32, 130, 178, 215, 268, 322};
    const qsizetype place = swatchNames().indexOf(name);
    const bool isHue = place >= 0 && place < qsizetype(std::size(degrees));
    const QColor colour = isHue
        ? QColor::fromHslF(degrees[place] / 360.0F, 0.7F, isDark(palette) ? 0.62F : 0.46F)
        : QColor::fromHslF(0, 0, isDark(palette) ? 0.62F : 0.46F);
    return readable(colour, palette.color(background), palette.color(QPalette::Text), 3.0);
}

double colours::contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

bool colours::isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text));
}

colours::Tone colours::toneOf(BatchState state)
{
    switch (state) {
    case BatchState::Draft:
    case BatchState::Cancelled: return Tone::Subtle;
    case BatchState::Uploading:
    case BatchState::Creating:
    case BatchState::Validating:
    case BatchState::Queued:
    case BatchState::Running:
    case BatchState::Finalizing: return Tone::Active;
    case BatchState::Held:
    case BatchState::Unknown:
    case BatchState::Expired:
    case BatchState::Cancelling: return Tone::Warning;
    case BatchState::Completed: return Tone::Good;
    case BatchState::Failed: return Tone::Bad;
    }
    Q_UNREACHABLE_RETURN(Tone::Plain);
}

colours::Tone colours::toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Answered: return Tone::Good;
    case Outcome::Truncated:
    case Outcome::Refused:
    case Outcome::Empty:
    case Outcome::Expired: return Tone::Warning;
    case Outcome::Malformed:
    case Outcome::Failed:
    case Outcome::Missing: return Tone::Bad;
    case Outcome::Pending:
    case Outcome::Cancelled: return Tone::Subtle;
    }
    Q_UNREACHABLE_RETURN(Tone::Plain);
}

QColor colours::text(Tone tone, const QPalette &palette, QPalette::ColorRole background)
{
    return readable(base(tone, palette), palette.color(background), palette.color(QPalette::Text),
                    4.5);
}

QColor colours::textOn(const QColor &ground, Tone tone, const QPalette &palette)
{
    return readable(base(tone, palette), ground, palette.color(QPalette::Text), 4.5);
}

QColor colours::chosen(const QPalette &palette, QPalette::ColorGroup group)
{
    const bool isActive = group == QPalette::Active;
    const double share = isHighContrast(palette) ? (isActive ? 0.4 : 0.3)
        : !isActive                              ? 0.14
        : isDark(palette)                        ? 0.32
                                                 : 0.24;
    return mixed(palette.color(QPalette::Base),
                 palette.color(QPalette::Active, QPalette::Highlight), share);
}

QColor colours::accent(const QPalette &palette)
{
    const QColor ink = palette.color(QPalette::Active, QPalette::HighlightedText);
    const QColor away = luminance(ink) > 0.4 ? QColor(Qt::black) : QColor(Qt::white);
    return readable(palette.color(QPalette::Active, QPalette::Highlight), ink, away, 4.8);
}

QColor colours::face(const QPalette &palette)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::Button);
    return isDark(palette)
        ? mixed(palette.color(QPalette::Button), palette.color(QPalette::ButtonText), 0.07)
        : mixed(palette.color(QPalette::Button), palette.color(QPalette::Base), 0.75);
}

QColor colours::line(Line line, const QPalette &palette)
{
    const bool plain = isHighContrast(palette);
    QColor ink = palette.color(QPalette::Active, QPalette::WindowText);
    ink.setAlphaF(line == Line::Hair ? (plain ? 0.6F : 0.13F) : plain ? 0.9F : 0.28F);
    return ink;
}

QColor colours::fill(Tone tone, const QPalette &palette, QPalette::ColorRole background)
{
    return readable(base(tone, palette), palette.color(background), palette.color(QPalette::Text),
                    3.0);
}
