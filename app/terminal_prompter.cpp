// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal_prompter.h"

#include "hidden_input.h"

#include "base/awaiters.h"
#include "incident/diagnosis_text.h"
#include "transport/file_descriptor.h"

#include <atomic>
#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace plumbline {

// A line longer than this is nobody's password.
static constexpr qsizetype lineLimit = 4096;

// It looks now and then whether the question was withdrawn, so that the program can end.
static std::optional<QByteArray> readLine(int terminal, const std::atomic_bool &withdrawn)
{
    QByteArray line;
    while (!withdrawn && line.size() < lineLimit) {
        pollfd ready{terminal, POLLIN, 0};
        const int polled = ::poll(&ready, 1, 100);
        if (polled < 0 && errno != EINTR)
            return std::nullopt;
        if (polled <= 0)
            continue;
        char c = 0;
        if (::read(terminal, &c, 1) != 1)
            return std::nullopt;
        if (c == '\n')
            return line;
        line += c;
    }
    return std::nullopt;
}

// Runs on a worker: the terminal blocks until the human answers.
static std::optional<QString> askLine(
    int terminal, const QString &prompt, bool echo, const std::atomic_bool &withdrawn)
{
    std::optional<HiddenInput> hidden;
    if (!echo)
        hidden.emplace(terminal);
    else
        ::tcflush(terminal, TCIFLUSH); // what was typed before is no answer to what is shown now
    const QByteArray text = prompt.toUtf8();
    if (::write(terminal, text.constData(), size_t(text.size())) != text.size())
        return std::nullopt;
    const std::optional<QByteArray> line = readLine(terminal, withdrawn);
    return line ? std::optional(QString::fromUtf8(*line)) : std::nullopt;
}

namespace {
// Withdraws the question when the frame that asked it dies, and takes its time.
struct OpenQuestion
{
    QElapsedTimer *const clock;
    milliseconds *const taken;
    std::shared_ptr<std::atomic_bool> withdrawn = std::make_shared<std::atomic_bool>(false);
    OpenQuestion(QElapsedTimer *running, milliseconds *sum) : clock(running), taken(sum)
    {
        clock->start();
    }
    OpenQuestion(const OpenQuestion &) = delete;
    OpenQuestion &operator=(const OpenQuestion &) = delete;
    ~OpenQuestion()
    {
        *taken += milliseconds(clock->elapsed());
        clock->invalidate();
        *withdrawn = true;
    }
};
} // namespace

milliseconds TerminalPrompter::timeAsked() const
{
    return m_taken + milliseconds(m_clock.isValid() ? m_clock.elapsed() : 0);
}

Task<std::optional<QString>> TerminalPrompter::ask(QString prompt, bool echo)
{
    const auto terminal
        = std::make_shared<FileDescriptor>(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
    if (!terminal->isOpen()) {
        m_obstacle = PHRASE("prompt",
            "Nobody can be asked, for there is no terminal: load keys with ssh-add, and make the "
            "host known with ssh");
        co_return std::nullopt;
    }
    const OpenQuestion question(&m_clock, &m_taken);
    co_return co_await onWorker([terminal, prompt, echo, withdrawn = question.withdrawn] {
        return askLine(terminal->number(), prompt, echo, *withdrawn);
    });
}

Task<bool> TerminalPrompter::acceptHostKey(HostKeyQuestion question)
{
    QString prompt = PHRASE(
        "prompt", "The host %1 is not known. Its %2 key is\n    %3\nTrust it? Type yes or no: ")
                         .arg(printable(question.host))
                         .arg(printable(question.keyType))
                         .arg(printable(question.fingerprint))
                         .text();
    for (;;) {
        const std::optional<QString> answer = co_await ask(prompt, true);
        if (!answer || answer->trimmed() == u"no")
            co_return false;
        if (answer->trimmed() == u"yes")
            co_return true;
        prompt = PHRASE("prompt", "Type yes or no: ").text();
    }
}

Task<std::optional<QString>> TerminalPrompter::askSecret(SecretQuestion question)
{
    co_return co_await ask(
        printable(question.title) + QStringLiteral(": ") + printable(question.prompt) + u' ',
        question.echo);
}

} // namespace plumbline
