// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/histogram.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>
#include <span>

namespace {

Histogram of(const std::vector<qint64> &numbers)
{
    Histogram histogram;
    for (const qint64 number : numbers)
        histogram.add(number);
    return histogram;
}

/// Numbers of a kind that changes with the seed: near or far, few or many, with a tail or none.
std::vector<qint64> numbersFor(unsigned seed)
{
    std::mt19937_64 random(seed);
    const qint64 reach = qint64(1) << (random() % 45);
    std::vector<qint64> numbers(1 + random() % 900);
    for (qint64 &number : numbers)
        number = qint64(random() % quint64(reach)) / qint64(1 + random() % 7);
    if (seed % 5 == 1) // about the end of the narrowest bins
        for (qint64 &number : numbers)
            number = 3800 + number % 400;
    if (seed % 3 == 0)
        numbers.front() = reach * 50;
    return numbers;
}

bool isNice(qint64 width)
{
    while (width % 10 == 0)
        width /= 10;
    return width == 1 || width == 2 || width == 5;
}

} // namespace

class TestHistogram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingHasNoBars();
    void smallNumbersHaveBarsOfTheirOwn();
    void aLongTailIsOneBar();
    void aFarOneBlursNoOther();
    void theGreatestNumberThereIs();
    void anyNumbers_data();
    void anyNumbers();
};

void TestHistogram::nothingHasNoBars()
{
    Histogram histogram;
    histogram.add(-5);
    QVERIFY(histogram.isEmpty());
    QVERIFY(histogram.bars(20).empty());
    QVERIFY(!histogram.quantile(0.5));
    QCOMPARE(histogram.mean(), 0.0);
}

void TestHistogram::smallNumbersHaveBarsOfTheirOwn()
{
    const Histogram histogram = of({3, 5, 5, 6});
    const std::vector<Histogram::Bar> wanted{
        {.from = 3, .to = 3, .count = 1},
        {.from = 4, .to = 4, .count = 0},
        {.from = 5, .to = 5, .count = 2},
        {.from = 6, .to = 6, .count = 1},
    };
    QCOMPARE(histogram.bars(20), wanted);
    QCOMPARE(histogram.quantile(0.5), std::optional<qint64>(5));
    QCOMPARE(histogram.mean(), 4.75);
}

void TestHistogram::aLongTailIsOneBar()
{
    std::vector<qint64> numbers;
    for (int i = 0; i < 1000; ++i)
        numbers.push_back(i % 40);
    numbers.push_back(90'000);
    const std::vector<Histogram::Bar> bars = of(numbers).bars(20);
    QVERIFY(bars.back().hasNoEnd);
    QCOMPARE(bars.back().count, 1);
    QCOMPARE(bars.back().to, 90'000);
    QVERIFY(bars.size() > 3);
    for (const Histogram::Bar &bar : std::span(bars).first(bars.size() - 1))
        QVERIFY(!bar.hasNoEnd && bar.to - bar.from + 1 <= 10);
}

void TestHistogram::aFarOneBlursNoOther()
{
    std::vector<qint64> numbers{1'000'000'000'000};
    for (int i = 0; i < 1000; ++i)
        numbers.push_back(4000 + i % 100); // over the end of the narrowest bins
    const Histogram histogram = of(numbers);
    const std::vector<Histogram::Bar> bars = histogram.bars(200);
    QVERIFY(bars.size() > 50);
    QCOMPARE(bars.front(), (Histogram::Bar{.from = 4000, .to = 4000, .count = 10}));
    QVERIFY(bars.back().hasNoEnd);
    QCOMPARE(*histogram.quantile(0.5), 4050);
}

void TestHistogram::theGreatestNumberThereIs()
{
    const Histogram histogram = of({0, std::numeric_limits<qint64>::max()});
    const std::vector<Histogram::Bar> bars = histogram.bars(20);
    QCOMPARE(histogram.most(), std::numeric_limits<qint64>::max());
    qint64 counted = 0;
    for (const Histogram::Bar &bar : bars)
        counted += bar.count;
    QCOMPARE(counted, 2);
    QCOMPARE(bars.front().count, 1);
    QCOMPARE(bars.back().count, 1);
}

void TestHistogram::anyNumbers_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 0; seed < 400; ++seed)
        QTest::addRow("%u", seed) << seed;
}

/// What holds for all numbers: nothing is lost, each bar counts what is in it, without gaps, in
/// whatever order they came.
void TestHistogram::anyNumbers()
{
    QFETCH(unsigned, seed);
    std::vector<qint64> numbers = numbersFor(seed);
    const Histogram histogram = of(numbers);
    const int most = 2 + int(seed % 30);
    const std::vector<Histogram::Bar> bars = histogram.bars(most);
    QVERIFY(int(bars.size()) <= most + 1);
    QCOMPARE(histogram.count(), std::ssize(numbers));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Histogram::Bar &bar = bars[i];
        QCOMPARE(bar.count, std::ranges::count_if(numbers, [&bar](qint64 number) {
                     return number >= bar.from && number <= bar.to;
                 }));
        if (i > 0)
            QCOMPARE(bar.from, bars[i - 1].to + 1);
        QVERIFY(bar.hasNoEnd || isNice(bar.to - bar.from + 1));
        QCOMPARE(bar.hasNoEnd && i + 1 < bars.size(), false);
    }
    qint64 counted = 0;
    for (const Histogram::Bar &bar : bars)
        counted += bar.count;
    QCOMPARE(counted, histogram.count());

    std::ranges::sort(numbers);
    QCOMPARE(histogram.least(), numbers.front());
    QCOMPARE(histogram.most(), numbers.back());
    QCOMPARE(of(numbers).bars(most), bars);
    const qint64 median = *histogram.quantile(0.5);
    const qint64 exact = numbers[(numbers.size() - 1) / 2];
    QVERIFY(median <= exact);
    QVERIFY(double(exact - median) <= double(numbers.back()) / 400 + 1);
}

QTEST_GUILESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
