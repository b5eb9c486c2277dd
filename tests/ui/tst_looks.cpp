// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/celldelegate.h"
#include "delegates/progressdelegate.h"
#include "mainwindow.h"
#include "models/columns.h"
#include "services.h"
#include "theme/calmstyle.h"
#include "ui/lookfaults.h"
#include "ui/looks.h"
#include "ui/ownsettings.h"
#include "ui/samplelibrary.h"
#include "ui/scenes.h"
#include "widgets/certificateview.h"
#include "widgets/jsoneditor.h"
#include "widgets/textviewer.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize cell(160, 40);

/// A cell as a delegate paints it.
QImage painted(const CellDelegate &delegate, const QModelIndex &index,
               Qt::LayoutDirection direction)
{
    QImage image(cell, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(direction);
    QStyleOptionViewItem option;
    option.rect = QRect({}, cell);
    option.direction = direction;
    option.palette = palettes::light();
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    delegate.paint(&painter, option, index);
    return image;
}

/// Where in a row of pixels something is painted, first and last; -1: nothing is.
std::pair<int, int> inkIn(const QImage &image, const QRect &part)
{
    int first = -1, last = -1;
    for (int x = part.left(); x <= part.right(); ++x)
        for (int y = part.top(); y <= part.bottom(); ++y)
            if (qGray(image.pixel(x, y)) < 160) {
                first = first < 0 ? x : first;
                last = x;
            }
    return {first, last};
}

int lowestIn(const QImage &image, int from, int to)
{
    int lowest = -1;
    for (int y = 0; y < image.height(); ++y)
        if (inkIn(image, QRect(from, y, to - from + 1, 1)).first >= 0)
            lowest = y;
    return lowest;
}

} // namespace

class TstLooks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new CalmStyle); }

    void init() { m_settings.emplace(); } // widths that one look left are none of the next

    void nothingIsClippedOrPale_data()
    {
        QTest::addColumn<QString>("look");
        for (const QString &name : Look::names())
            QTest::newRow(qPrintable(name)) << name;
    }
    void nothingIsClippedOrPale()
    {
        QFETCH(QString, look);
        const Look here(look);
        QStringList faults;
        int scenes = 0;
        scenes::visit({.look =
                           [&](QWidget &shown, const QString &name) {
                               ++scenes;
                               for (const QString &fault :
                                    lookfaults::clipped(shown) + lookfaults::pale(shown))
                                   faults.append(name + u": "_s + fault);
                           },
                       .only = {},
                       .settle = std::chrono::milliseconds(50)});
        QVERIFY(scenes > 40);
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }
    void faultsOfLooksAreFound()
    {
        QWidget top;
        top.setPalette(palettes::light());
        auto *row = new QHBoxLayout(&top);
        auto *narrow = new QLabel(u"Far too long for its place"_s);
        narrow->setFixedWidth(30);
        auto *low = new QLabel(u"Words that go on and on in many short lines, one below another"_s);
        low->setWordWrap(true);
        low->setFixedSize(100, 20);
        auto *button = new QPushButton(u"A button with many words"_s);
        button->setFixedWidth(40);
        auto *faint = new QLabel(u"Hardly there"_s);
        QPalette palette = top.palette();
        palette.setColor(QPalette::WindowText, palette.color(QPalette::Mid));
        faint->setPalette(palette);
        for (QWidget *widget : {static_cast<QWidget *>(narrow), static_cast<QWidget *>(low),
                                static_cast<QWidget *>(button), static_cast<QWidget *>(faint),
                                static_cast<QWidget *>(new QLabel(u"All is well"_s))})
            row->addWidget(widget);
        top.show();
        QVERIFY(QTest::qWaitForWindowExposed(&top));
        const QStringList clipped = lookfaults::clipped(top);
        QVERIFY2(clipped.size() == 3, qPrintable(clipped.join(u'\n')));
        QVERIFY(clipped[0].contains(narrow->text()));
        QVERIFY(clipped[1].contains(u"Words that go on"_s));
        QVERIFY(clipped[2].contains(button->text()));
        const QStringList pale = lookfaults::pale(top);
        QVERIFY2(pale.size() == 1 && pale[0].contains(faint->text()), qPrintable(pale.join(u'\n')));
    }
    void aRunningWindowFollowsThePalette()
    {
        QTemporaryDir folder;
        const auto services = Services::make({.libraryFolder = folder.path()}).value();
        const RunId run = samplelibrary::fill(*services);
        const QPalette before = QApplication::palette();
        QApplication::setPalette(palettes::light());
        MainWindow window(*services);
        window.resize(1280, 800);
        window.show();
        for (const bool onRun : {false, true}) {
            if (onRun)
                window.showRun(run);
            for (const QPalette &palette : {palettes::dark(), palettes::highContrast(),
                                            palettes::light(), palettes::adwaitaDark()}) {
                QApplication::setPalette(palette);
                QTest::qWait(50);
                const QStringList pale = lookfaults::pale(window);
                QVERIFY2(pale.isEmpty(), qPrintable(pale.join(u'\n')));
                const QImage picture = window.grab().toImage();
                QCOMPARE(picture.pixelColor(3, picture.height() - 3),
                         palette.color(QPalette::Window));
            }
        }
        QApplication::setPalette(before);
    }

    void barsGrowFromTheSideWhereReadingBegins()
    {
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), 0.25, ProgressRole);
        ProgressDelegate delegate;
        const QRect bar(0, 28, cell.width(), 6);
        const auto ltr = inkIn(painted(delegate, model.index(0, 0), Qt::LeftToRight), bar);
        const auto rtl = inkIn(painted(delegate, model.index(0, 0), Qt::RightToLeft), bar);
        QVERIFY(ltr.first >= 0 && ltr.second < cell.width() / 2);
        QVERIFY(rtl.first > cell.width() / 2);
        QCOMPARE(rtl.second, cell.width() - 1 - ltr.first);
    }
    void idsReadFromTheLeftInEveryDirection()
    {
        // Between right and left, a sign at the end of an id would stand at its beginning.
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), u"aaaaaaaa…___"_s);
        CellDelegate delegate;
        const QImage ltr = painted(delegate, model.index(0, 0), Qt::LeftToRight);
        const QImage rtl = painted(delegate, model.index(0, 0), Qt::RightToLeft);
        const auto left = inkIn(ltr, ltr.rect());
        const auto right = inkIn(rtl, rtl.rect());
        QVERIFY(left.first >= 0 && left.second < cell.width() * 3 / 4);
        QVERIFY(right.first > cell.width() / 4);
        for (const auto &[image, ink] : {std::pair(ltr, left), {rtl, right}}) {
            const int third = (ink.second - ink.first) / 3;
            const int lowFirst = lowestIn(image, ink.first, ink.first + third);
            const int lowLast = lowestIn(image, ink.second - third, ink.second);
            QVERIFY2(lowLast > lowFirst, "the lines are at the end, below the letters");
        }
    }
    void outcomesBeginWhereReadingBegins()
    {
        Certificate certificate;
        certificate.requests = 10;
        certificate.outcomes[static_cast<std::size_t>(Outcome::Answered)] = 9;
        CertificateView view;
        view.setPalette(palettes::light());
        view.setCertificate(certificate);
        view.resize(400, 200);
        const QImage ltr = view.grab().toImage();
        view.setLayoutDirection(Qt::RightToLeft);
        const QImage rtl = view.grab().toImage();
        QVERIFY(ltr != rtl);
    }
    void jsonStaysLeftToRight()
    {
        const Look mirrored(u"mirrored"_s);
        QThreadPool pool;
        TextViewer viewer(pool, u"Request"_s);
        viewer.setJson(R"({"model":"m"})");
        QCOMPARE(viewer.layoutDirection(), Qt::LeftToRight);
        viewer.setProse(u"An answer"_s);
        QCOMPARE(viewer.layoutDirection(), Qt::RightToLeft);
        JsonEditor editor;
        QCOMPARE(editor.layoutDirection(), Qt::RightToLeft);
        QCOMPARE(editor.findChild<QPlainTextEdit *>()->layoutDirection(), Qt::LeftToRight);
    }

private:
    std::optional<OwnSettings> m_settings;
};

QTEST_MAIN(TstLooks)
#include "tst_looks.moc"
