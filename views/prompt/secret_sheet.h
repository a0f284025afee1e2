// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/prompt/sheet.h"

#include <optional>

class QLineEdit;

namespace plumbline {

/// Asks for a password, a passphrase or a code.
class SecretSheet : public Sheet
{
    Q_OBJECT
public:
    /// `title`: whose secret; `prompt`: as the server or the key says; `echo`: it may be seen.
    SecretSheet(const QString &title, const QString &prompt, bool echo, QWidget *parent = nullptr);

    void decline() override;
    QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    /// Once; nothing when the user declined.
    void answered(const std::optional<QString> &secret);

private:
    void answer(const std::optional<QString> &secret);

    QLineEdit *m_line = nullptr;
    bool m_answered = false;
};

} // namespace plumbline
