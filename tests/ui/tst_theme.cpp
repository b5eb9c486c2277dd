// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/calmstyle.h"
#include "theme/grounds.h"
#include "theme/icons.h"

#include "ui/palettes.h"

#include <QApplication>
#include <QPainter>
#include <QProxyStyle>
#include <QPushButton>
#include <QStyleOption>
#include <QTest>

using namespace Qt::StringLiterals;
using colours::Tone;

Q_DECLARE_METATYPE(QPalette)

namespace {

/// How many pixels are painted, and whether each has this colour.
int painted(const QImage &image, const QColor &colour, bool *onlyThis)
{
    int count = 0;
    *onlyThis = true;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 80)
                continue;
            ++count;
            const int apart = std::abs(pixel.red() - colour.red())
                + std::abs(pixel.green() - colour.green()) + std::abs(pixel.blue() - colour.blue());
            *onlyThis = *onlyThis && apart < 12;
        }
    }
    return count;
}

} // namespace

class TstTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void colouredTextCanBeRead_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << palettes::light();
        QTest::newRow("dark") << palettes::dark();
        QTest::newRow("Adwaita dark") << palettes::adwaitaDark();
        QTest::newRow("high contrast") << palettes::highContrast();
    }
    void colouredTextCanBeRead()
    {
        QFETCH(QPalette, palette);
        for (const Tone tone :
             {Tone::Plain, Tone::Subtle, Tone::Active, Tone::Good, Tone::Warning, Tone::Bad}) {
            for (const QPalette::ColorRole ground : {QPalette::Base, QPalette::Window}) {
                QVERIFY(
                    colours::contrast(colours::text(tone, palette, ground), palette.color(ground))
                    >= 4.5);
                QVERIFY(
                    colours::contrast(colours::fill(tone, palette, ground), palette.color(ground))
                    >= 3.0);
            }
        }
    }
    void whatIsChosenAndPressedCanBeRead_data() { colouredTextCanBeRead_data(); }
    void whatIsChosenAndPressedCanBeRead()
    {
        QFETCH(QPalette, palette);
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            const QColor ground = colours::chosen(palette, group);
            QVERIFY(ground != palette.color(QPalette::Base));
            for (const Tone tone :
                 {Tone::Plain, Tone::Subtle, Tone::Active, Tone::Good, Tone::Warning, Tone::Bad})
                QVERIFY(colours::contrast(colours::textOn(ground, tone, palette), ground) >= 4.5);
        }
        QVERIFY(
            colours::contrast(colours::accent(palette), palette.color(QPalette::HighlightedText))
            >= 4.5);
        QVERIFY(colours::contrast(colours::face(palette), palette.color(QPalette::ButtonText))
                >= 4.5);
    }
    void theButtonThatGoesOnIsFilledWithTheAccent()
    {
        CalmStyle style;
        const QPalette palette = palettes::light();
        const auto middle = [&](bool isPrimary, bool isEnabled) {
            QPushButton button;
            button.setStyle(&style);
            button.setPalette(palette);
            button.setEnabled(isEnabled);
            button.resize(80, 30);
            if (isPrimary)
                makePrimary(button);
            return button.grab().toImage().pixelColor(12, 15).rgb();
        };
        const QRgb accent = colours::accent(palette).rgb();
        QCOMPARE(middle(true, true), accent);
        QVERIFY(middle(false, true) != accent);
        QVERIFY(middle(true, false) != accent);
    }
    void scrollBarsAreAllHandle()
    {
        CalmStyle style;
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QStyleOptionSlider bar;
            bar.orientation = Qt::Horizontal;
            bar.direction = direction;
            bar.rect = QRect(0, 0, 200, 12);
            bar.maximum = 100;
            bar.pageStep = 100;
            const auto part = [&](QStyle::SubControl sub) {
                return style.subControlRect(QStyle::CC_ScrollBar, &bar, sub, nullptr);
            };
            QVERIFY(part(QStyle::SC_ScrollBarAddLine).isEmpty());
            const QRect atBegin = part(QStyle::SC_ScrollBarSlider);
            QCOMPARE(atBegin.width(), 100);
            QCOMPARE(atBegin.left(), direction == Qt::LeftToRight ? 0 : 100);
            bar.sliderPosition = bar.sliderValue = 100;
            const QRect atEnd = part(QStyle::SC_ScrollBarSlider);
            QCOMPARE(atEnd.left(), direction == Qt::LeftToRight ? 100 : 0);
        }
    }
    void aStyleOfTheDesktopStays()
    {
        QApplication::setStyle(u"fusion"_s);
        CalmStyle::install();
        QVERIFY(qobject_cast<CalmStyle *>(QApplication::style()));
        CalmStyle::install(); // it is no style to put away, either
        QVERIFY(qobject_cast<CalmStyle *>(QApplication::style()));
        QApplication::setStyle(new QProxyStyle(u"windows"_s));
        CalmStyle::install();
        QVERIFY(!qobject_cast<CalmStyle *>(QApplication::style()));
    }
    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(colours::contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(colours::contrast(Qt::white, Qt::black), 21.0);
        QVERIFY(std::abs(colours::contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }
    void everyStateAndOutcomeHasAPicture()
    {
        const QStringList names = icons::allNames();
        for (int state = 0; state <= static_cast<int>(BatchState::Cancelled); ++state)
            QVERIFY2(names.contains(icons::stateIconName(static_cast<BatchState>(state))),
                     qPrintable(icons::stateIconName(static_cast<BatchState>(state))));
        for (const Outcome outcome : allOutcomes)
            QVERIFY2(names.contains(icons::outcomeIconName(outcome)),
                     qPrintable(icons::outcomeIconName(outcome)));
        QVERIFY(!icons::application().isNull());
    }
    void everyPictureCanBeSeenAtEverySize()
    {
        const QStringList names = icons::allNames();
        QVERIFY(names.size() > 50);
        for (const QString &name : names) {
            for (const int size : {16, 22, 32, 64}) {
                for (const double ratio : {1.0, 2.0}) {
                    const QImage image = icons::tinted(name, Qt::red, size, ratio).toImage();
                    QCOMPARE(image.width(), qRound(size * ratio));
                    bool onlyRed = false;
                    QVERIFY2(painted(image, Qt::red, &onlyRed) > size / 2, qPrintable(name));
                    QVERIFY2(onlyRed, qPrintable(name));
                }
            }
        }
    }
    void picturesFollowThePalette()
    {
        const QPalette before = QApplication::palette();
        const QIcon icon = icons::forState(BatchState::Running);
        bool same = false;
        for (const QPalette &palette : {palettes::light(), palettes::dark()}) {
            QApplication::setPalette(palette);
            QVERIFY(painted(icon.pixmap(32).toImage(), palette.color(QPalette::WindowText), &same)
                    > 0);
            QVERIFY(same);
            QVERIFY(painted(icon.pixmap(32, QIcon::Selected).toImage(),
                            palette.color(QPalette::HighlightedText), &same)
                    > 0);
            QVERIFY(same);
        }
        QApplication::setPalette(before);
    }
    void aNameWithoutAPictureIsNull()
    {
        QVERIFY(icons::named(u"no-such-picture"_s).isNull());
        QVERIFY(!icons::named(u"edit-find"_s).isNull());
    }
};

QTEST_MAIN(TstTheme)
#include "tst_theme.moc"
