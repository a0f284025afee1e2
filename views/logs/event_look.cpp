// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/event_look.h"

#include <QCoreApplication>

#include <array>

namespace plumbline {

namespace {
struct Shown
{
    const char *text;
    Look look;
};
} // namespace

// In the order of EventKind.
static constexpr std::array<Shown, eventKindCount> shown{{
    {QT_TRANSLATE_NOOP("events", "hung task"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "soft lockup"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "hard lockup"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "RCU stall"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "oops"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "bug"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "warning"), Look::Slow},
    {QT_TRANSLATE_NOOP("events", "panic"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "OOM kill"), Look::Slow},
    {QT_TRANSLATE_NOOP("events", "I/O error"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "request timed out"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "virtqueue broken"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "device did not come"), Look::Slow},
    {QT_TRANSLATE_NOOP("events", "file system shut down"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "remounted read-only"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "file system error"), Look::Slow},
    {QT_TRANSLATE_NOOP("events", "NFS server silent"), Look::Stalled},
    {QT_TRANSLATE_NOOP("events", "NFS server answers"), Look::Healthy},
    {QT_TRANSLATE_NOOP("events", "clock source unstable"), Look::Slow},
    {QT_TRANSLATE_NOOP("events", "clock jumped"), Look::Slow},
    {QT_TRANSLATE_NOOP("events", "time runs backwards"), Look::Slow},
    {QT_TRANSLATE_NOOP("events", "boot"), Look::Idle},
    {QT_TRANSLATE_NOOP("events", "reboot"), Look::Idle},
    {QT_TRANSLATE_NOOP("events", "power off"), Look::Idle},
    {QT_TRANSLATE_NOOP("events", "SysRq"), Look::Idle},
    {QT_TRANSLATE_NOOP("events", "messages suppressed"), Look::Slow},
}};

Look lookOf(EventKind kind)
{
    return shown.at(size_t(kind)).look;
}

QString eventKindText(EventKind kind)
{
    return QCoreApplication::translate("events", shown.at(size_t(kind)).text);
}

} // namespace plumbline
