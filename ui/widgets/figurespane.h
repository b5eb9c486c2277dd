// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/runfigures.h"

#include <QScrollArea>

class BarChart;
class ChartCard;
class QGridLayout;
class QStackedWidget;
class StatePane;

/// The results of a run in pictures: how many tokens went in and came out, how long the answers are.
/// GUI thread.
class FiguresPane final : public QWidget {
    Q_OBJECT
public:
    explicit FiguresPane(QWidget *parent = nullptr);

    void showReading(); ///< they are being counted
    void showFailure(const Error &error);
    void showFigures(const std::shared_ptr<const RunFigures> &figures);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Picture {
        BarChart *chart;
        ChartCard *card;
    };
    [[nodiscard]] Picture newPicture(const QString &heading);
    void show(const Picture &picture, const Histogram &histogram, const QString &unit,
              const QString &nothing);
    void place();
    void say(const QString &icon, const QString &heading, const QString &words, bool isBusy);

    QStackedWidget *m_stack;
    StatePane *m_state;
    QScrollArea *m_scroll;
    QGridLayout *m_grid;
    Picture m_input;
    Picture m_output;
    Picture m_lengths;
    int m_columns = 0;
};
