// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/prompter.h"

#include <QHash>
#include <QPointer>

namespace plumbline {

class MainWindow;
class Sheet;

/// Asks in sheets inside the window. Cancelling the Task takes the sheet away.
class SheetPrompter : public Prompter
{
public:
    explicit SheetPrompter(MainWindow *window) : m_window(window) { }

    Task<bool> acceptHostKey(HostKeyQuestion question) override;
    Task<std::optional<QString>> askSecret(SecretQuestion question) override;
    void tellChangedHostKey(const ChangedHostKey &change) override;

private:
    MainWindow *m_window;
    /// Of each host: a second attempt gives no second notice.
    QHash<QString, QPointer<Sheet>> m_changedKeys;
};

} // namespace plumbline
