// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deadline.h"
#include "base/task.h"
#include "model/question.h"

#include <QList>
#include <QObject>

#include <functional>

namespace plumbline {

/// Answers questions about one host: live (hypervisor/live_host), from a recording, or recording
/// what another one answers. Every question gets an observation; those that got no answer carry the
/// silence that says why. Ids are not yet given.
class Asker : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QString name() const = 0;
    /// Answers arrive in the order of the questions, all at once, at the deadline at the latest.
    virtual Task<QList<Observation>> ask(QList<Question> questions, Deadline deadline) = 0;
    /// Questions that follow from the answers of the last ask() and belong to the same moment.
    virtual Task<QList<Observation>> askMore(QList<Question> questions, Deadline deadline)
    {
        return ask(std::move(questions), deadline);
    }
    /// There is a host that a question may harm; a recording has none.
    virtual bool isLive() const { return true; }
    /// What "now" means to this host: the wall clock, or the moment of a recording.
    virtual WallTime now() const = 0;
};

} // namespace plumbline
