// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench.h"

#include "views/logs/log_pane.h"
#include "views/prompt/notice_sheet.h"
#include "views/prompt/sheet_stack.h"
#include "views/window/main_window.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace plumbline {

// Watched at the same time; the one that was looked at longest ago goes first.
static constexpr size_t mostDomains = 20;

static const QString hostsKey = QStringLiteral("hosts");
static const QString sudoHostsKey = QStringLiteral("sudoHosts");

QString bundledIncidentFolder()
{
    // Beside an installed program, else in the tree it was built from.
    const QString installed = QCoreApplication::applicationDirPath()
        + QStringLiteral("/../share/plumbline/incidents/nfs-hard-mount");
    if (QDir(installed).exists())
        return QDir::cleanPath(installed);
    return QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources/incidents/nfs-hard-mount");
}

Workbench::Workbench(MainWindow *window, QSettings *settings, HostSession::Options options)
    : m_window(window), m_settings(settings), m_options(std::move(options)), m_prompter(window)
{
    connect(window, &MainWindow::hostAdded, this, &Workbench::open);
    connect(window, &MainWindow::hostRemoved, this, &Workbench::removeHost);
    // Queued: the old domain's work must not be destroyed from below itself.
    connect(window, &MainWindow::domainActivated, this, &Workbench::activate, Qt::QueuedConnection);
    connect(window, &MainWindow::bundledIncidentRequested, this, &Workbench::openBundledIncident);
    connect(window, &MainWindow::openRecordingRequested, this,
        [this](const QString &path) { open(QStringLiteral("recorded:") + path); });
    connect(
        window, &MainWindow::hostActivated, this, &Workbench::tryHostAgain, Qt::QueuedConnection);
    connect(window, &MainWindow::refreshRequested, this, &Workbench::refresh);
    connect(window, &MainWindow::pauseToggled, this, &Workbench::setPaused);
    connect(window, &MainWindow::sudoToggled, this, &Workbench::setSudo);
    connect(window, &MainWindow::blockReadRequested, this, [this] {
        if (m_domain)
            m_domain->readBlocks();
    });
    connect(window, &MainWindow::openLogRequested, this, &Workbench::openLog);
    connect(window, &MainWindow::consoleRequested, this, &Workbench::followConsole);
    connect(
        window, &MainWindow::momentRequested, this,
        [this](int moment) {
            if (m_domain)
                m_domain->showMoment(moment);
        },
        Qt::QueuedConnection);
    window->setInterval(std::chrono::duration<double>(WatchedDomain::interval).count());
}

// The domain's work uses its host's connection, so it goes first.
Workbench::~Workbench()
{
    m_console.reset();
    m_domains.clear();
    m_hosts.clear();
}

void Workbench::openBundledIncident()
{
    open(QStringLiteral("recorded:") + bundledIncidentFolder());
}

void Workbench::addRememberedHosts()
{
    if (!m_settings)
        return;
    const QStringList targets = m_settings->value(hostsKey).toStringList();
    // What is remembered is not written anew before all of it was read.
    m_isRestoring = true;
    for (const QString &text : targets) {
        if (const Result<Target> target = Target::parse(text))
            hostFor(*target);
    }
    m_isRestoring = false;
}

WatchedHost *Workbench::hostFor(const Target &target)
{
    const Target wanted = target.withoutDomain();
    for (const auto &host : m_hosts) {
        if (host->target() == wanted)
            return host.get();
    }
    HostSession::Options options = m_options;
    if (m_settings && m_settings->value(sudoHostsKey).toStringList().contains(wanted.toString()))
        options.sudo = true;
    Result<std::unique_ptr<HostSession>> session = HostSession::open(wanted, &m_prompter, options);
    if (!session) {
        m_window->setAddHostError(session.error().text());
        return nullptr;
    }
    m_hosts.push_back(std::make_unique<WatchedHost>(wanted, *std::move(session)));
    WatchedHost *host = m_hosts.back().get();
    connect(host, &WatchedHost::changed, this, &Workbench::showHosts);
    host->setPaused(m_paused);
    host->start();
    remember();
    showHosts();
    return host;
}

void Workbench::open(const QString &text)
{
    const Result<Target> target = Target::parse(text.trimmed());
    if (!target) {
        m_window->setAddHostError(target.error().text());
        return;
    }
    m_window->setAddHostError(QString());
    const WatchedHost *host = hostFor(*target);
    if (!host)
        return;
    if (!target->domain.isEmpty() || target->scheme == Target::Recorded)
        activate(target->toString());
}

void Workbench::activate(const QString &text)
{
    const Result<Target> target = Target::parse(text);
    WatchedHost *host = target ? hostFor(*target) : nullptr;
    if (!host)
        return;
    if (host->entry().link == HostEntry::Down)
        host->refreshNow();
    if (m_domain && m_domain->target() == *target)
        return;
    leaveDomain();
    m_window->clearDiagnosis();
    m_window->setSudo(host->session()->usesSudo());
    m_window->setAsking(text);
    const auto known = std::find_if(m_domains.begin(), m_domains.end(),
        [&target](const auto &domain) { return domain->target() == *target; });
    if (known != m_domains.end()) {
        // The newest stands last.
        std::rotate(known, known + 1, m_domains.end());
        m_domain = m_domains.back().get();
        m_window->setMoment(0, 0);
        m_domain->setQuiet(false);
        if (m_domain->last())
            show(*m_domain->last());
        return;
    }
    watch(host, *target);
}

// Whom one looked at once stays watched, more quietly. A recording has nothing new to tell.
void Workbench::leaveDomain()
{
    if (!m_domain)
        return;
    if (m_domain->momentCount() > 0)
        std::erase_if(m_domains, [this](const auto &domain) { return domain.get() == m_domain; });
    else
        m_domain->setQuiet(true);
    m_domain = nullptr;
}

void Workbench::watch(WatchedHost *host, const Target &target)
{
    if (m_domains.size() >= mostDomains)
        m_domains.erase(m_domains.begin());
    m_domains.push_back(std::make_unique<WatchedDomain>(host->session(), target));
    m_domain = m_domains.back().get();
    connect(m_domain, &WatchedDomain::changed, this,
        [this, domain = m_domain](const Diagnosis &diagnosis) {
            if (domain == m_domain)
                show(diagnosis);
            else
                noteVerdict(domain, diagnosis);
        });
    connect(m_domain, &WatchedDomain::failed, this,
        [this, domain = m_domain](const Error &error) { endFailed(domain, error); });
    m_domain->setPaused(m_paused);
    m_window->setMoment(0, m_domain->momentCount());
    m_domain->start();
}

void Workbench::tryHostAgain(const QString &text)
{
    for (const auto &host : m_hosts) {
        if (host->entry().target == text && host->entry().link == HostEntry::Down)
            host->refreshNow();
    }
}

// The list is asked slowly enough, but for a host that is not reached: without it there is nothing
// to ask about the domain.
void Workbench::refresh()
{
    for (const auto &host : m_hosts) {
        const bool isOfDomain = m_domain && host->target() == m_domain->target().withoutDomain();
        if (!m_domain || (isOfDomain && host->entry().link == HostEntry::Down))
            host->refreshNow();
    }
    if (m_domain)
        m_domain->refreshNow();
}

void Workbench::setPaused(bool paused)
{
    m_paused = paused;
    for (const auto &host : m_hosts)
        host->setPaused(paused);
    for (const auto &domain : m_domains)
        domain->setPaused(paused);
}

WatchedHost *Workbench::hostOfDomain()
{
    const auto found = std::find_if(m_hosts.begin(), m_hosts.end(), [this](const auto &host) {
        return m_domain && host->target() == m_domain->target().withoutDomain();
    });
    return found == m_hosts.end() ? nullptr : found->get();
}

void Workbench::setSudo(bool used)
{
    const WatchedHost *host = hostOfDomain();
    if (!host)
        return;
    host->session()->setSudo(used);
    m_domain->refreshNow();
    remember();
}

void Workbench::openLog(const QString &path)
{
    m_console.reset();
    m_window->logPane()->openFile(path, QFileInfo(path).fileName(), false);
    m_window->showLog();
}

// Of a recording, what it holds of the console; of a host, the log itself, kept as it comes.
void Workbench::followConsole()
{
    if (!m_domain)
        return;
    if (m_domain->momentCount() > 0) {
        m_console.reset();
        m_window->logPane()->openText(m_domain->consoleText(), tr("serial console, as recorded"));
        m_window->showLog();
        return;
    }
    const WatchedHost *host = hostOfDomain();
    const QByteArray path = m_domain->serialLog();
    if (!host || path.isEmpty())
        return;
    m_console.reset();
    m_console = std::make_unique<ConsoleLog>(
        host->session()->transport(), m_domain->target(), path, m_window->logPane());
    if (const Result<void> started = m_console->start(); !started) {
        m_window->sheets()->push(new NoticeSheet(tr("No serial log"), started.error().text()));
        m_console.reset();
        return;
    }
    m_window->showLog();
}

void Workbench::removeHost(const QString &text)
{
    const auto found = std::find_if(m_hosts.begin(), m_hosts.end(),
        [&text](const auto &host) { return host->entry().target == text; });
    if (found == m_hosts.end())
        return;
    const auto isThere = [&found](const WatchedDomain *domain) {
        return domain->target().withoutDomain() == (*found)->target();
    };
    if (m_domain && isThere(m_domain)) {
        m_domain = nullptr;
        m_window->clearDiagnosis();
        m_window->setMoment(0, 0);
    }
    if (m_console && m_console->target().withoutDomain() == (*found)->target())
        m_console.reset();
    std::erase_if(m_domains, [&isThere](const auto &domain) { return isThere(domain.get()); });
    m_hosts.erase(found);
    remember();
    showHosts();
}

void Workbench::showHosts()
{
    QList<HostEntry> entries;
    for (const auto &host : m_hosts)
        entries.append(host->entry());
    m_window->setHosts(entries);
}

void Workbench::show(const Diagnosis &diagnosis)
{
    // What a recording calls now is the moment it was taken.
    if (m_domain->momentCount() > 0) {
        m_window->setMoment(m_domain->moment(), m_domain->momentCount());
        m_window->setNow(diagnosis.taken);
    }
    m_window->setHistory(m_domain->history());
    m_window->setDiagnosis(diagnosis);
    m_window->setConsoleReadable(m_domain->momentCount() > 0 ? !m_domain->consoleText().isEmpty()
                                                             : !m_domain->serialLog().isEmpty());
    noteVerdict(m_domain, diagnosis);
    Q_EMIT shown(diagnosis);
}

void Workbench::noteVerdict(const WatchedDomain *domain, const Diagnosis &diagnosis)
{
    for (const auto &host : m_hosts) {
        if (host->target() == domain->target().withoutDomain())
            host->noteVerdict(diagnosis, domain->pid());
    }
}

void Workbench::endFailed(const WatchedDomain *failed, const Error &error)
{
    if (failed == m_domain) {
        m_window->clearDiagnosis();
        m_window->sheets()->push(new NoticeSheet(tr("Nothing to diagnose"), error.text()));
    }
    // So that choosing it again tries again. Queued: this is called by the work that goes.
    QMetaObject::invokeMethod(
        this,
        [this, failed] {
            if (m_domain == failed)
                m_domain = nullptr;
            std::erase_if(
                m_domains, [failed](const auto &domain) { return domain.get() == failed; });
        },
        Qt::QueuedConnection);
}

void Workbench::remember()
{
    if (!m_settings || m_isRestoring)
        return;
    QStringList targets;
    QStringList withSudo;
    for (const auto &host : m_hosts) {
        if (host->target().scheme != Target::Recorded)
            targets.append(host->entry().target);
        if (host->session()->usesSudo())
            withSudo.append(host->entry().target);
    }
    m_settings->setValue(hostsKey, targets);
    m_settings->setValue(sudoHostsKey, withSudo);
}

} // namespace plumbline
