// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_commands.h"

#include "cli_logs.h"
#include "exit_status.h"
#include "incident/diagnosis_json.h"
#include "incident/diagnosis_text.h"
#include "investigation/replay.h"
#include "transport/ssh_hosts.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace plumbline {

static void print(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

static int fail(const Error &error, int status)
{
    print(stderr, "plumbline-cli: " + printable(error.text()).toUtf8() + '\n');
    return status;
}

static Task<Result<Diagnosis>> diagnoseTarget(
    HostSession *session, Investigation *investigation, CliOptions options)
{
    if (session->recording()) {
        co_return co_await replay(
            investigation, session->recording(), options.round, options.diagnose.disk);
    }
    co_return co_await diagnose(investigation, options.diagnose);
}

static Task<int> runDiagnose(HostSession *session, CliOptions options)
{
    Investigation investigation(session->asker(), options.target);
    const Result<Diagnosis> diagnosis = co_await diagnoseTarget(session, &investigation, options);
    if (!diagnosis)
        co_return fail(diagnosis.error(), exit_status::noDomain);
    print(stdout, options.json ? diagnosisJson(*diagnosis) : diagnosisText(*diagnosis).toUtf8());
    if (const std::optional<Error> error = session->recordError())
        co_return fail(*error, exit_status::cannotWrite);
    co_return exitStatusOf(diagnosis->overall());
}

static QByteArray domainsJson(const HostSurvey &survey)
{
    QJsonArray domains;
    for (const DomainEntry &entry : survey.entries) {
        QJsonObject object{{QStringLiteral("name"), entry.name},
            {QStringLiteral("uuid"), entry.uuid}, {QStringLiteral("state"), entry.runState}};
        object[QStringLiteral("pid")] = entry.pid ? QJsonValue(entry.pid) : QJsonValue();
        domains.append(object);
    }
    const QJsonObject root{{QStringLiteral("host"), QString::fromUtf8(survey.hostname)},
        {QStringLiteral("domains"), domains}};
    return QJsonDocument(root).toJson();
}

static Task<int> runDomains(HostSession *session, CliOptions options)
{
    FactStore facts;
    const HostSurvey survey
        = co_await surveyHost(session->asker(), &facts, deadlineIn(options.diagnose.deadline));
    if (survey.silent) {
        co_return fail({survey.silent->silence.why, session->asker()->name()}, exit_status::noHost);
    }
    if (survey.libvirtSilent)
        fail({survey.libvirtSilent->silence.why, QStringLiteral("libvirt")}, 0);
    if (options.json) {
        print(stdout, domainsJson(survey));
        co_return 0;
    }
    for (const DomainEntry &entry : survey.entries) {
        print(stdout,
            QStringLiteral("%1  %2  %3\n")
                .arg(entry.runState.leftJustified(10), printable(entry.uuid).leftJustified(36),
                    printable(entry.name))
                .toUtf8());
    }
    co_return 0;
}

static int runHosts(const CliOptions &options)
{
    const QStringList hosts = sshConfigHosts(options.session.sshConfig);
    if (options.json)
        print(stdout, QJsonDocument(QJsonArray::fromStringList(hosts)).toJson());
    for (const QString &host : hosts) {
        if (!options.json)
            print(stdout, "ssh://" + host.toUtf8() + '\n');
    }
    return 0;
}

// What the hosts alone may take is the deadline; the human may take this long on top of it.
static constexpr milliseconds patience{120000};
// At the end of the deadline the diagnosis says that the link is not up, and why.
static constexpr milliseconds lastWord{500};

// The link first: a deadline is for hosts, not for a human who looks for a password. What it took
// without the human counts against the deadline. A link that fails by itself is told by the
// diagnosis; one that the human could not or would not open is an error.
static Task<Result<void>> logIn(HostSession *session, Prompter *prompter, CliOptions &options)
{
    Transport *transport = session->transport();
    if (!transport)
        co_return Result<void>();
    QElapsedTimer whole;
    whole.start();
    const auto withoutHuman
        = [&whole, prompter] { return milliseconds(whole.elapsed()) - prompter->timeAsked(); };
    const milliseconds limit = options.diagnose.deadline - lastWord;
    Result<void> linked;
    do {
        const milliseconds left = limit - withoutHuman();
        linked = co_await transport->connectLink(deadlineIn(std::max(left, milliseconds(100))));
        if (prompter->timeAsked() > patience)
            co_return failure(PHRASE("cli", "nobody has answered for 2 min"), transport->name());
    } while (transport->linkState() == Transport::LinkState::Connecting && withoutHuman() < limit);
    options.diagnose.deadline = std::max(lastWord, options.diagnose.deadline - withoutHuman());
    const bool isDown = transport->linkState() == Transport::LinkState::Down;
    if (isDown && (transport->linkNeedsHuman() || prompter->timeAsked() > milliseconds(0)))
        co_return linked;
    co_return Result<void>();
}

Task<int> runCli(CliOptions options, Prompter *prompter)
{
    if (options.command == CliOptions::Help) {
        print(stdout, cliHelp().toUtf8());
        co_return 0;
    }
    if (options.command == CliOptions::Version) {
        print(stdout, "plumbline-cli " PLUMBLINE_VERSION "\n");
        co_return 0;
    }
    if (options.command == CliOptions::Hosts)
        co_return runHosts(options);
    if (options.command == CliOptions::Events)
        co_return runEvents(options);
    if (options.command == CliOptions::Tasks)
        co_return runTasks(options);
    Result<std::unique_ptr<HostSession>> session
        = HostSession::open(options.target, prompter, options.session);
    if (!session) {
        // A recording that is to be recorded anew may be what is wrong.
        const bool isUnreadable
            = options.target.scheme == Target::Recorded && !RecordedHost::open(options.target.path);
        co_return fail(session.error(),
            options.command == CliOptions::Record && !isUnreadable ? exit_status::cannotWrite
                                                                   : exit_status::badInput);
    }
    if (const Result<void> entered = co_await logIn(session->get(), prompter, options); !entered) {
        fail(entered.error(), 0);
        if (!prompter->obstacle().isEmpty())
            fail({prompter->obstacle(), {}}, 0);
        co_return exit_status::notLetIn;
    }
    if (options.command == CliOptions::Domains)
        co_return co_await runDomains(session->get(), options);
    co_return co_await runDiagnose(session->get(), options);
}

} // namespace plumbline
