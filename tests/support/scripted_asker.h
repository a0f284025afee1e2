// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/asker.h"

#include <functional>

namespace plumbline {

/// A host that answers as the test says, and keeps what it was asked.
class ScriptedAsker : public Asker
{
public:
    using Answer = std::function<void(const Question &question, Observation &observation)>;

    explicit ScriptedAsker(Answer answer) : m_answer(std::move(answer)) { }

    WallTime time = WallTime(milliseconds(1'000'000'000'000));
    QList<QList<Question>> asked;
    /// Questions that followed from answers.
    QList<QList<Question>> askedMore;

    QString name() const override { return QStringLiteral("kvm-07"); }
    WallTime now() const override { return time; }
    Task<QList<Observation>> ask(QList<Question> questions, Deadline) override
    {
        asked.append(questions);
        co_return answers(questions);
    }
    Task<QList<Observation>> askMore(QList<Question> questions, Deadline) override
    {
        askedMore.append(questions);
        co_return answers(questions);
    }

private:
    QList<Observation> answers(const QList<Question> &questions)
    {
        QList<Observation> answers;
        for (const Question &question : questions) {
            Observation observation;
            observation.host = name();
            observation.question = question.key;
            observation.command = commandLine(question);
            observation.started = time;
            observation.exitCode = 0;
            m_answer(question, observation);
            answers.append(observation);
        }
        return answers;
    }

    Answer m_answer;
};

} // namespace plumbline
