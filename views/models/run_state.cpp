// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/run_state.h"

#include "views/models/visible_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace plumbline {

namespace {
struct Word
{
    const char *state;
    const char *text;
};
} // namespace

// virDomainState as virsh says it, and QEMU's RunState (qapi/run-state.json).
static constexpr std::array<Word, 21> words{{
    {"running", QT_TRANSLATE_NOOP("run state", "running")},
    {"idle", QT_TRANSLATE_NOOP("run state", "idle")},
    {"paused", QT_TRANSLATE_NOOP("run state", "paused")},
    {"in shutdown", QT_TRANSLATE_NOOP("run state", "in shutdown")},
    {"shut off", QT_TRANSLATE_NOOP("run state", "shut off")},
    {"crashed", QT_TRANSLATE_NOOP("run state", "crashed")},
    {"pmsuspended", QT_TRANSLATE_NOOP("run state", "suspended by itself")},
    {"no state", QT_TRANSLATE_NOOP("run state", "no state")},
    {"suspended", QT_TRANSLATE_NOOP("run state", "suspended by itself")},
    {"shutdown", QT_TRANSLATE_NOOP("run state", "has shut down")},
    {"prelaunch", QT_TRANSLATE_NOOP("run state", "not started yet")},
    {"inmigrate", QT_TRANSLATE_NOOP("run state", "migration comes in")},
    {"finish-migrate", QT_TRANSLATE_NOOP("run state", "migration ends")},
    {"postmigrate", QT_TRANSLATE_NOOP("run state", "migrated away")},
    {"save-vm", QT_TRANSLATE_NOOP("run state", "is being saved")},
    {"restore-vm", QT_TRANSLATE_NOOP("run state", "is being restored")},
    {"watchdog", QT_TRANSLATE_NOOP("run state", "stopped by its watchdog")},
    {"guest-panicked", QT_TRANSLATE_NOOP("run state", "guest panicked")},
    {"internal-error", QT_TRANSLATE_NOOP("run state", "internal error")},
    {"io-error", QT_TRANSLATE_NOOP("run state", "paused by an I/O error")},
    {"debug", QT_TRANSLATE_NOOP("run state", "stopped by a debugger")},
}};

QString runStateText(const QString &state)
{
    const auto found = std::ranges::find_if(
        words, [&state](const Word &word) { return state == QLatin1StringView(word.state); });
    return found == words.end() ? visibleName(state, 30)
                                : QCoreApplication::translate("run state", found->text);
}

} // namespace plumbline
