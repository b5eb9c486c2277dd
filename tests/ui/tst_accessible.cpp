// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/columns.h"
#include "ui/accessfaults.h"
#include "ui/ownsettings.h"
#include "ui/scenes.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// Widgets of the window that no scene has to show, and why.
const QHash<QString, QString> &unseen()
{
    static const QHash<QString, QString> all{
        {u"DropOverlay"_s,
         u"while files are dragged over the window, and without anything to use"_s},
    };
    return all;
}

/// Every class of the window that is a widget, as its headers tell.
QStringList widgetClasses()
{
    QStringList classes;
    static const QRegularExpression made(
        u"^class (\\w+)(?: final)? : public (Q(?:Widget|Dialog|MainWindow|Label|Frame|TabWidget|"
        "PlainTextEdit|TextEdit|TreeWidget|TableView|ToolButton|AbstractButton|PushButton|"
        "GroupBox|ScrollArea))\\b"_s,
        QRegularExpression::MultilineOption);
    QDirIterator files(QStringLiteral(SOURCE_DIR "/ui"), {u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        for (auto found = made.globalMatch(text); found.hasNext();)
            classes.append(found.next().captured(1));
    }
    return classes;
}

void collect(QSet<QString> &seen, const QWidget &top)
{
    const auto add = [&seen](const QWidget &widget) {
        for (const QMetaObject *meta = widget.metaObject(); meta; meta = meta->superClass())
            seen.insert(QString::fromLatin1(meta->className()));
    };
    add(top);
    for (const QList<QWidget *> all = top.findChildren<QWidget *>(); const QWidget *widget : all)
        if (widget->isVisibleTo(&top))
            add(*widget);
}

} // namespace

class TstAccessible : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingCanBeHeard()
    {
        QSet<QString> seen;
        QStringList names, faults;
        scenes::visit({.look =
                           [&](QWidget &shown, const QString &name) {
                               if (names.contains(name))
                                   faults.append(name + u": two scenes have this name"_s);
                               names.append(name);
                               collect(seen, shown);
                               for (const QString &fault : accessfaults::in(shown))
                                   faults.append(name + u": "_s + fault);
                           },
                       .only = {},
                       .settle = std::chrono::milliseconds(60)});
        QVERIFY(names.size() > 40);
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));

        // A widget that no scene shows is one that nobody looks at.
        QStringList missing;
        const QStringList classes = widgetClasses();
        QVERIFY(classes.size() > 25);
        for (const QString &one : classes)
            if (!seen.contains(one) && !unseen().contains(one))
                missing.append(one);
        QVERIFY2(missing.isEmpty(),
                 qPrintable(u"No scene of tests/ui/scenes.cpp shows "_s + missing.join(u", "_s)));
        for (const auto &[name, why] : unseen().asKeyValueRange())
            QVERIFY2(!seen.contains(name),
                     qPrintable(name + u" is shown, so it is no exception: "_s + why));
    }

    void faultsAreFound_data()
    {
        using Make = std::function<void(QWidget &)>;
        QTest::addColumn<Make>("make");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const Make &make, const QString &fault) {
            QTest::newRow(name) << make << fault;
        };
        row(
            "a button with an icon alone", [](QWidget &top) { new QToolButton(&top); },
            u"QToolButton in QWidget has no name"_s);
        row(
            "a button named by a sign", [](QWidget &top) { new QPushButton(u"…"_s, &top); },
            u"named by signs alone"_s);
        row(
            "a choice of something",
            [](QWidget &top) {
                auto *box = new QComboBox(&top);
                box->setAccessibleName(u"Which runs"_s);
                box->addItem(u"All"_s);
            },
            u"does not tell what is chosen by it: All"_s);
        row("a field without a label", [](QWidget &top) { new QLineEdit(&top); }, u"has no name"_s);
        row(
            "a place for keys without a role",
            [](QWidget &top) {
                auto *widget = new QWidget(&top);
                widget->setAccessibleName(u"Drawing"_s);
                widget->setFocusPolicy(Qt::StrongFocus);
            },
            u"is no control"_s);
        row(
            "a bar of progress of nothing", [](QWidget &top) { new QProgressBar(&top); },
            u"QProgressBar in QWidget has no name"_s);
        row(
            "a label beside a field",
            [](QWidget &top) {
                auto *form = new QFormLayout(&top);
                auto *field = new QCheckBox(u"Yes"_s);
                auto *label = new QLabel(u"Name:"_s);
                form->addRow(label, field);
                label->setBuddy(nullptr);
            },
            u"a label that is nobody's: Name:"_s);
        row(
            "a key that leads nowhere", [](QWidget &top) { new QLabel(u"&Name:"_s, &top); },
            u"has a key and no field"_s);
        const auto table = [](QWidget &top, const QString &title, const QString &text) {
            auto *view = new QTableView(&top);
            auto *model = new QStandardItemModel(1, 1, view);
            model->setHorizontalHeaderLabels({title});
            auto *item = new QStandardItem(text);
            item->setData(u"state-failed"_s, IconRole);
            model->setItem(0, 0, item);
            view->setModel(model);
            view->setAccessibleName(u"Runs"_s);
        };
        row(
            "a table without titles", [=](QWidget &top) { table(top, {}, u"Failed"_s); },
            u"no title over column 0"_s);
        row(
            "a state that is a picture", [=](QWidget &top) { table(top, u"State"_s, {}); },
            u"as a picture alone"_s);
    }
    void faultsAreFound()
    {
        QFETCH(std::function<void(QWidget &)>, make);
        QFETCH(QString, fault);
        QWidget top;
        top.setWindowTitle(u"Made up"_s);
        make(top);
        top.show();
        const QStringList faults = accessfaults::in(top);
        QVERIFY2(faults.size() == 1, qPrintable(faults.join(u'\n')));
        QVERIFY2(faults.first().contains(fault), qPrintable(faults.first()));
    }
    void whatIsWellIsNoFault()
    {
        QWidget top;
        top.setWindowTitle(u"Made up"_s);
        auto *form = new QFormLayout(&top);
        form->addRow(u"&Name:"_s, new QLineEdit);
        auto *box = new QComboBox;
        box->addItems({u"one"_s, u"two"_s});
        form->addRow(u"Which:"_s, box);
        auto *open = new QToolButton;
        open->setDefaultAction(new QAction(u"&Open…"_s, &top));
        form->addRow(open);
        top.show();
        QCOMPARE(accessfaults::in(top), QStringList());
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TstAccessible)
#include "tst_accessible.moc"
