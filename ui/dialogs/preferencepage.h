// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QFuture>
#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLabel;

/// One page of the preferences. What is shown counts only once it is kept. GUI thread.
class PreferencePage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void showKept() = 0;
    virtual void showUsual() = 0; ///< as it is before anybody has set anything
    /// Why what is shown cannot be kept; empty: it can.
    [[nodiscard]] virtual QString fault() const { return {}; }
    /// Keeps and applies it. On an error nothing of this page that matters was changed.
    [[nodiscard]] virtual QFuture<Result<>> keep() = 0;

Q_SIGNALS:
    void edited();

protected:
    [[nodiscard]] static QFuture<Result<>> done(const Result<> &result = {});
    /// A sentence between the fields.
    [[nodiscard]] QLabel *note(const QString &text);
    [[nodiscard]] QCheckBox *box(const QString &text);
};
