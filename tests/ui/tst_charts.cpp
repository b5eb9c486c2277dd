// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/histogram.h"
#include "ui/hands.h"
#include "ui/unnamed.h"
#include "widgets/barchart.h"
#include "widgets/chartcard.h"
#include "widgets/daychart.h"
#include "widgets/progresschart.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QLocale>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <QToolButton>

#include <random>

using namespace Qt::StringLiterals;

namespace {

/// A chart that tells what a person would have read out.
class Bars {
public:
    explicit Bars(const QList<int> &counts)
    {
        QList<BarChart::Bar> bars;
        for (int i = 0; i < counts.size(); ++i)
            bars.append({.name = u"bar %1"_s.arg(i),
                         .tick = QString::number(i),
                         .edge = {},
                         .count = counts[i]});
        chart.setBars(bars, {.name = u"Bar"_s, .counted = u"Rows"_s, .summary = u"A few bars"_s});
        chart.resize(400, 200);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
    }
    BarChart chart;
};

QDateTime at(qint64 seconds)
{
    return QDateTime(QDate(2026, 3, 1), QTime(8, 0), QTimeZone::UTC).addSecs(seconds);
}

/// Pixels that are not those of the background.
qint64 inked(const QImage &image)
{
    const QRgb ground = image.pixel(0, 0);
    qint64 count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) != ground;
    return count;
}

} // namespace

class TestCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void ticksAreRoundAndReach();
    void keysReadOut_data();
    void keysReadOut();
    void thePointerReadsOut();
    void figuresAreSaidAsText();
    void aHistogramHasItsBars();
    void nothingToShowIsNoPicture();
    void aPictureIsATableToo();
    void savesDrawingsAndPictures();
    void daysAreToldPartByPart();
    void progressSaysWhereItGoes();
};

void TestCharts::ticksAreRoundAndReach()
{
    using List = std::vector<double>;
    QCOMPARE(Chart::ticks(0, 4), (List{0, 1}));
    QCOMPARE(Chart::ticks(1, 4), (List{0, 1}));
    QCOMPARE(Chart::ticks(7, 4), (List{0, 2, 4, 6, 8}));
    QCOMPARE(Chart::ticks(9000, 4), (List{0, 5000, 10000}));
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        const double most = double(random() % 1'000'000) / double(1 + random() % 100);
        const List ticks = Chart::ticks(most, 4);
        QVERIFY(ticks.front() == 0 && ticks.back() >= most);
        QVERIFY(ticks.size() >= 2 && ticks.size() <= 6);
    }
}

void TestCharts::keysReadOut_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestCharts::keysReadOut()
{
    QFETCH(Qt::LayoutDirection, direction);
    Bars shown({5, 0, 12});
    BarChart &chart = shown.chart;
    chart.setLayoutDirection(direction);
    const auto forward = direction == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right;
    const auto backward = direction == Qt::RightToLeft ? Qt::Key_Right : Qt::Key_Left;
    QList<int> seen;
    connect(&chart, &Chart::currentChanged, this, [&seen](int place) { seen.append(place); });
    QTest::keyClick(&chart, forward);
    QTest::keyClick(&chart, forward);
    QTest::keyClick(&chart, forward);
    QTest::keyClick(&chart, forward); // stays at the last
    QTest::keyClick(&chart, backward);
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_End);
    QTest::keyClick(&chart, Qt::Key_Escape);
    QCOMPARE(seen, QList<int>({0, 1, 2, 1, 0, 2, -1}));
}

void TestCharts::thePointerReadsOut()
{
    Bars shown({5, 0, 12});
    QTest::mouseMove(&shown.chart, {390, 100});
    QTRY_COMPARE(shown.chart.current(), 2);
    QTest::mouseMove(&shown.chart, {60, 100});
    QTRY_COMPARE(shown.chart.current(), 0);
    shown.chart.setLayoutDirection(Qt::RightToLeft);
    QTest::mouseMove(&shown.chart, {62, 100});
    QTRY_COMPARE(shown.chart.current(), 2);
}

void TestCharts::figuresAreSaidAsText()
{
    Bars shown({5, 0, 15});
    QCOMPARE(shown.chart.accessibleName(), u"Bar"_s);
    QCOMPARE(shown.chart.accessibleDescription(), u"A few bars"_s);
    QCOMPARE(shown.chart.table().toText(),
             u"Bar\tRows\tShare\nbar 0\t5\t25.0 %\nbar 1\t0\t0.0 %\nbar 2\t15\t75.0 %\n"_s);
}

void TestCharts::aHistogramHasItsBars()
{
    Histogram histogram;
    for (int i = 0; i < 1000; ++i)
        histogram.add(i % 100);
    histogram.add(5000);
    BarChart chart;
    chart.setHistogram(histogram, {.name = u"Tokens"_s, .counted = u"Rows"_s, .summary = {}});
    QCOMPARE(chart.bars().size(), 21);
    QCOMPARE(chart.bars().front().name, u"0 to 4"_s);
    QCOMPARE(chart.bars().front().count, 50);
    QCOMPARE(chart.bars().back().name, u"100 and more"_s);
    QVERIFY(chart.bars().back().isApart);
}

void TestCharts::nothingToShowIsNoPicture()
{
    BarChart *chart = new BarChart;
    ChartCard card(u"Tokens"_s, chart);
    card.setNothing(u"The provider does not tell."_s);
    card.show();
    QVERIFY(!chart->isVisible());
    QVERIFY(hands::texts(card).contains(u"does not tell"_s));
    for (const QToolButton *button : card.findChildren<QToolButton *>())
        QVERIFY(!button->isEnabled() || !button->isVisible());
    chart->grab(); // does not paint what is not there
}

void TestCharts::aPictureIsATableToo()
{
    auto *chart = new BarChart;
    ChartCard card(u"Tokens"_s, chart);
    chart->setBars({{.name = u"few"_s, .tick = {}, .edge = {}, .count = 3},
                    {.name = u"many"_s, .tick = {}, .edge = {}, .count = 1}},
                   {.name = u"Tokens"_s, .counted = u"Rows"_s, .summary = u"Mostly few"_s});
    card.setSummary(u"Mostly few"_s);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    QCOMPARE(unnamed(card), QStringList());
    QVERIFY(chart->isVisible());
    auto *asTable = hands::named<QToolButton>(card, u"Tokens: Show as table"_s);
    QVERIFY(hands::click(asTable));
    QVERIFY(!chart->isVisible());
    const auto *table = card.findChild<QTableWidget *>();
    QVERIFY(table->isVisible());
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 2)->text(), u"75.0 %"_s);
    QVERIFY(hands::click(hands::named<QToolButton>(card, u"Tokens: Copy figures"_s)));
    QCOMPARE(QGuiApplication::clipboard()->text(), chart->table().toText());
    QVERIFY(hands::click(asTable));
    QVERIFY(chart->isVisible());
}

void TestCharts::savesDrawingsAndPictures()
{
    Bars shown({5, 3, 12});
    const QTemporaryDir folder;
    QVERIFY(shown.chart.save(folder.filePath(u"a.png"_s)));
    const QImage image(folder.filePath(u"a.png"_s));
    QCOMPARE(image.size(), shown.chart.size() * 2);
    QVERIFY(inked(image) > 1000);
    QVERIFY(shown.chart.save(folder.filePath(u"a.svg"_s)));
    QFile file(folder.filePath(u"a.svg"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QVERIFY(svg.contains("<title>Bar</title>"));
    QVERIFY(svg.contains("A few bars"));
    QVERIFY(!shown.chart.save(folder.filePath(u"not/there.png"_s)));
    QVERIFY(!shown.chart.save(folder.filePath(u"not/there.svg"_s)));
}

void TestCharts::daysAreToldPartByPart()
{
    DayChart chart;
    chart.setDays({{.day = QDate(2026, 2, 2), .well = 12, .problems = 3, .uncertain = 1},
                   {.day = QDate(2026, 2, 3)},
                   {.day = QDate(2026, 2, 4), .well = 1}},
                  u"Three days"_s);
    chart.resize(600, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QCOMPARE(chart.accessibleName(), u"Runs by day"_s);
    QCOMPARE(chart.accessibleDescription(), u"Three days"_s);
    const ChartTable table = chart.table();
    QCOMPARE(table.rows.size(), 3);
    QCOMPARE(table.rows.last().mid(1), (QStringList{u"12"_s, u"3"_s, u"1"_s}));
    QCOMPARE(DayChart::told({.well = 12, .problems = 3, .uncertain = 1}),
             u"12 ended well, 3 with problems, 1 uncertain"_s);
    QCOMPARE(DayChart::told({.well = 1}), u"1 ended well"_s);
    // Each part has ink, and a day without runs has none.
    const QImage image = chart.grab().toImage();
    QVERIFY(inked(image) > 1000);
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Home);
    QCOMPARE(chart.current(), 0);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.current(), 1);
    chart.setDays({}, {});
    QCOMPARE(chart.current(), -1);
    chart.grab();
}

void TestCharts::progressSaysWhereItGoes()
{
    ProgressLine line;
    for (int i = 0; i <= 10; ++i)
        line.add({.at = at(i * 60), .done = i * 10, .failed = i});
    ProgressChart chart;
    chart.setContent({.line = line, .total = 200, .expectedEnd = at(1200)});
    chart.resize(600, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QVERIFY(chart.accessibleDescription().contains(u"100 of 200 done, 10 failed"_s));
    QVERIFY(chart.accessibleDescription().contains(u"Likely done"_s));
    QCOMPARE(chart.table().rows.size(), 11);
    // What is yet to come has room: the last look is in the middle.
    QTest::mouseMove(&chart, {590, 100});
    QTRY_COMPARE(chart.current(), 10);
    QVERIFY(inked(chart.grab().toImage()) > 500);
    chart.setContent({});
    QCOMPARE(chart.current(), -1);
    chart.grab();
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
