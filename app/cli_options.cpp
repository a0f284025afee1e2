// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_options.h"

#include <QCommandLineParser>

#include <cmath>

namespace plumbline {

QString cliHelp()
{
    return QStringLiteral(R"(plumbline-cli: where do a guest's disk requests go in and not come out?

  plumbline-cli diagnose TARGET [--disk vda] [--samples 2] [--interval 5] [--deadline 10] [--json]
  plumbline-cli domains TARGET [--json]      what runs on a host
  plumbline-cli hosts [--json]               hosts named in ~/.ssh/config
  plumbline-cli record TARGET -o FOLDER [--samples N] [--interval S]
  plumbline-cli events FILE [--json]         what a guest's log reports: hangs, crashes, I/O errors
  plumbline-cli tasks FILE [FILE2] [--blocked] [--json]
                                             stacks that a guest's kernel printed (SysRq t, w, l, hung
                                             tasks, crashes) and what they wait for; or what became
                                             of them from FILE to FILE2
  plumbline-cli help | version

TARGET   ssh://[user@]host[:port]/DOMAIN   local:/DOMAIN   recorded:FOLDER
DOMAIN   a name, a UUID, a QEMU pid or the path of its QMP socket
FILE     a kernel log: serial console, dmesg, journal, syslog; - is standard input

--samples N       looks at the host; a stall needs two some seconds apart (2)
--interval S      seconds between them (5)
--deadline S      for everything, connection included (10, or what the samples need)
--sudo            what needs root's rights runs under "sudo -n" there (docs/rights.md)
--read-block      between the samples, read one block of each disk's file from the host, past its
                  cache: proves an idle path; on dead storage the reader hangs until that is back
--round N         of a recording: what was known at that round
--ssh-config F    instead of ~/.ssh/config      --known-hosts F   instead of the configured one

Exit status: 0 healthy, 1 stalled, 2 unknown; 64 usage, 65 bad recording, 66 no such domain
or file, 69 host silent, 73 cannot write, 77 not let in.
)");
}

static Result<milliseconds> seconds(const QString &text, const QString &option)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || !std::isfinite(value) || value < 0 || value > 86400)
        return failure(PHRASE("cli", "not a number of seconds: %1").arg(text.left(40)), option);
    return milliseconds(qint64(value * 1000));
}

static Result<int> count(const QString &text, const QString &option, int lowest, int highest)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || value < lowest || value > highest) {
        return failure(PHRASE("cli", "not a number from %1 to %2: %3")
                           .arg(lowest)
                           .arg(highest)
                           .arg(text.left(40)),
            option);
    }
    return value;
}

static Result<CliOptions::Command> commandNamed(const QString &word)
{
    static const QHash<QString, CliOptions::Command> commands{
        {QStringLiteral("diagnose"), CliOptions::Diagnose},
        {QStringLiteral("domains"), CliOptions::Domains},
        {QStringLiteral("hosts"), CliOptions::Hosts},
        {QStringLiteral("events"), CliOptions::Events},
        {QStringLiteral("tasks"), CliOptions::Tasks},
        {QStringLiteral("record"), CliOptions::Record}, {QStringLiteral("help"), CliOptions::Help},
        {QStringLiteral("version"), CliOptions::Version}};
    const auto found = commands.constFind(word);
    if (found == commands.constEnd())
        return failure(PHRASE("cli", "no such command; try plumbline-cli help"), word.left(80));
    return *found;
}

static Result<void> readNumbers(const QCommandLineParser &parser, CliOptions &options)
{
    if (parser.isSet(QStringLiteral("samples"))) {
        const auto value
            = count(parser.value(QStringLiteral("samples")), QStringLiteral("--samples"), 1, 10000);
        if (!value)
            return std::unexpected(value.error());
        options.diagnose.samples = *value;
    }
    if (parser.isSet(QStringLiteral("round"))) {
        const auto value
            = count(parser.value(QStringLiteral("round")), QStringLiteral("--round"), 0, 1000000);
        if (!value)
            return std::unexpected(value.error());
        options.round = *value;
    }
    if (parser.isSet(QStringLiteral("interval"))) {
        const auto value
            = seconds(parser.value(QStringLiteral("interval")), QStringLiteral("--interval"));
        if (!value)
            return std::unexpected(value.error());
        options.diagnose.interval = *value;
    }
    // The default of ten seconds fits the default samples; who asks for more gets the time for it.
    const milliseconds needed
        = options.diagnose.interval * (options.diagnose.samples - 1) + milliseconds(5000);
    options.diagnose.deadline = std::max(options.diagnose.deadline, needed);
    if (parser.isSet(QStringLiteral("deadline"))) {
        const auto value
            = seconds(parser.value(QStringLiteral("deadline")), QStringLiteral("--deadline"));
        if (!value)
            return std::unexpected(value.error());
        options.diagnose.deadline = *value;
    }
    return {};
}

static Result<void> countWords(CliOptions::Command command, bool wantsTarget, qsizetype words)
{
    if (command == CliOptions::Tasks) {
        if (words != 2 && words != 3)
            return failure(PHRASE("cli", "one file is needed, or two to compare"));
    } else if (command == CliOptions::Events) {
        if (words != 2)
            return failure(PHRASE("cli", "exactly one file is needed"));
    } else if (words != (wantsTarget ? 2 : 1)) {
        return failure(wantsTarget ? PHRASE("cli", "exactly one target is needed")
                                   : PHRASE("cli", "too many words"));
    }
    return {};
}

Result<CliOptions> readCliOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto add = [&parser](const QStringList &names, bool value) {
        parser.addOption(
            QCommandLineOption(names, QString(), value ? QStringLiteral("value") : QString()));
    };
    for (const char *name :
        {"disk", "samples", "interval", "deadline", "round", "ssh-config", "known-hosts"})
        add({QString::fromLatin1(name)}, true);
    add({QStringLiteral("o"), QStringLiteral("output")}, true);
    for (const char *name : {"json", "sudo", "read-block", "blocked"})
        add({QString::fromLatin1(name)}, false);
    add({QStringLiteral("h"), QStringLiteral("help")}, false);
    if (!parser.parse(arguments))
        return failure(Phrase::verbatim(parser.errorText()));
    CliOptions options;
    const QStringList words = parser.positionalArguments();
    if (parser.isSet(QStringLiteral("help")))
        return options;
    if (words.isEmpty())
        return failure(PHRASE("cli", "a command is missing; try plumbline-cli help"));
    const Result<CliOptions::Command> command = commandNamed(words.first());
    if (!command)
        return std::unexpected(command.error());
    options.command = *command;
    options.json = parser.isSet(QStringLiteral("json"));
    options.session.sudo = parser.isSet(QStringLiteral("sudo"));
    options.diagnose.readBlocks = parser.isSet(QStringLiteral("read-block"));
    options.diagnose.disk = parser.value(QStringLiteral("disk"));
    options.session.sshConfig = parser.value(QStringLiteral("ssh-config"));
    options.session.knownHosts = parser.value(QStringLiteral("known-hosts"));
    options.session.recordTo = parser.value(QStringLiteral("output"));
    if (const Result<void> numbers = readNumbers(parser, options); !numbers)
        return std::unexpected(numbers.error());

    options.blocked = parser.isSet(QStringLiteral("blocked"));
    const bool wantsTarget = options.command == CliOptions::Diagnose
        || options.command == CliOptions::Domains || options.command == CliOptions::Record;
    if (const Result<void> counted = countWords(options.command, wantsTarget, words.size());
        !counted)
        return std::unexpected(counted.error());
    if (!wantsTarget)
        options.files = words.sliced(1);
    if (options.files.count(QStringLiteral("-")) > 1)
        return failure(PHRASE("cli", "standard input can be read only once"));
    if (wantsTarget) {
        Result<Target> target = Target::parse(words.at(1));
        if (!target)
            return std::unexpected(target.error());
        options.target = *std::move(target);
    }
    if ((options.command == CliOptions::Record) == options.session.recordTo.isEmpty())
        return failure(PHRASE("cli", "-o FOLDER goes with record"));
    return options;
}

} // namespace plumbline
