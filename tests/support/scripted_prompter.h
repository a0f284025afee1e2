// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/awaiters.h"
#include "transport/prompter.h"

#include <QList>

namespace plumbline {

/// Answers as the test says and keeps what was asked. Out of answers, it declines.
class ScriptedPrompter : public Prompter
{
public:
    QList<bool> hostKeyAnswers;
    QList<QString> secrets;
    QList<HostKeyQuestion> hostKeyQuestions;
    QList<SecretQuestion> secretQuestions;
    /// Looks at a host's key and says nothing.
    bool ponders = false;

    Task<bool> acceptHostKey(HostKeyQuestion question) override
    {
        hostKeyQuestions.append(question);
        if (ponders)
            co_await sleepFor(std::chrono::hours(1));
        co_return !hostKeyAnswers.isEmpty() && hostKeyAnswers.takeFirst();
    }
    Task<std::optional<QString>> askSecret(SecretQuestion question) override
    {
        secretQuestions.append(question);
        std::optional<QString> answer;
        if (!secrets.isEmpty())
            answer = secrets.takeFirst();
        co_return answer;
    }
};

} // namespace plumbline
