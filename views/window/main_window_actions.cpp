// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/main_window.h"

#include "views/command_palette/command_palette.h"
#include "views/diagram/path_view.h"
#include "views/evidence/evidence_view.h"
#include "views/hosts/empty_state.h"
#include "views/hosts/hosts_pane.h"
#include "views/logs/log_pane.h"
#include "views/models/layer_model.h"
#include "views/models/path_text.h"
#include "views/prompt/impact_sheet.h"
#include "views/prompt/notice_sheet.h"
#include "views/prompt/sheet_stack.h"
#include "views/side_channels/side_channel_row.h"
#include "views/style/language.h"
#include "views/style/theme.h"
#include "views/summary/summary_bar.h"
#include "views/virtqueues/virtqueue_view.h"
#include "views/window/actions.h"
#include "views/window/path_pane.h"
#include "views/window/status_corner.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTreeView>

namespace plumbline {

static const QString themeKey = QStringLiteral("theme");
static const QString languageKey = QStringLiteral("language");

void MainWindow::on(Act act, void (MainWindow::*slot)())
{
    connect(m_actions->of(act), &QAction::triggered, this, slot);
}

void MainWindow::connectPanes()
{
    connect(m_hosts, &HostsPane::domainActivated, this, &MainWindow::domainActivated);
    connect(m_hosts, &HostsPane::hostActivated, this, &MainWindow::hostActivated);
    connect(m_hosts, &HostsPane::hostAdded, this, &MainWindow::hostAdded);
    connect(m_hosts, &HostsPane::hostRemoved, this, &MainWindow::hostRemoved);
    PathView *path = m_path->view();
    connect(path->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            m_shown = Shown::Layer;
            showLayer(current);
        });
    connect(path, &PathView::evidenceWanted, this, [this](const QModelIndex &index) {
        m_shown = Shown::Layer;
        showLayer(index);
        m_evidence->view()->setFocus(Qt::OtherFocusReason);
    });
    const auto showQueueAt = [this](const QModelIndex &index) {
        m_shown = Shown::Queue;
        showQueue(index);
    };
    connect(m_path->virtqueues(), &VirtqueueView::answerChosen, this,
        [this, showQueueAt](const QModelIndex &index) {
            if (m_path->page() == PathPane::Virtqueues)
                showQueueAt(index);
        });
    connect(m_path->virtqueues(), &VirtqueueView::evidenceWanted, this,
        [this, showQueueAt](const QModelIndex &index) {
            showQueueAt(index);
            m_evidence->view()->setFocus(Qt::OtherFocusReason);
        });
    connect(m_path, &PathPane::pageChanged, this, [this] {
        m_shown = m_path->page() == PathPane::Virtqueues ? Shown::Queue : Shown::Layer;
        refreshSubject();
    });
    connect(m_channels, &SideChannelRow::evidenceWanted, this, [this](int channel) {
        m_shown = Shown::Channel;
        m_shownNumber = channel;
        refreshSubject();
    });
    connect(m_path->findings(), &FindingList::evidenceWanted, this, [this](int finding) {
        m_shown = Shown::Finding;
        m_shownNumber = finding;
        refreshSubject();
    });
    connect(m_summary, &SummaryBar::copyRequested, this, [this] {
        if (const int disk = worstDisk(); disk >= 0)
            QApplication::clipboard()->setText(
                sentenceWithCitations(m_diagnosis.disks.at(disk), m_diagnosis));
    });
    connect(m_evidence, &EvidencePane::copyRequested, this,
        [this] { QApplication::clipboard()->setText(m_evidence->asText()); });
    const EmptyState *empty = m_path->emptyState();
    connect(empty, &EmptyState::addHostRequested, m_hosts, &HostsPane::focusAdd);
    connect(
        empty, &EmptyState::bundledIncidentRequested, this, &MainWindow::bundledIncidentRequested);
    connect(empty, &EmptyState::openRecordingRequested, this, &MainWindow::chooseRecording);
}

void MainWindow::connectActions()
{
    connect(m_actions->of(Act::AddHost), &QAction::triggered, m_hosts, &HostsPane::focusAdd);
    connect(
        m_actions->of(Act::RemoveHost), &QAction::triggered, m_hosts, &HostsPane::removeCurrent);
    on(Act::OpenRecording, &MainWindow::chooseRecording);
    on(Act::BundledIncident, &MainWindow::bundledIncidentRequested);
    connect(m_actions->of(Act::Quit), &QAction::triggered, this, &QWidget::close);
    on(Act::Refresh, &MainWindow::refreshRequested);
    connect(m_actions->of(Act::Pause), &QAction::toggled, this, [this](bool paused) {
        m_corner->setPaused(paused);
        Q_EMIT pauseToggled(paused);
    });
    on(Act::ReadBlock, &MainWindow::confirmBlockRead);
    connect(m_actions->of(Act::UseSudo), &QAction::triggered, this, &MainWindow::sudoToggled);
    connect(m_actions->of(Act::NextMoment), &QAction::triggered, this, [this] { stepMoment(1); });
    connect(
        m_actions->of(Act::PreviousMoment), &QAction::triggered, this, [this] { stepMoment(-1); });
    on(Act::CopyText, &MainWindow::copyText);
    on(Act::CopyPicture, &MainWindow::copyPicture);
    on(Act::OpenLog, &MainWindow::chooseLog);
    on(Act::FollowConsole, &MainWindow::consoleRequested);
    connectViewActions();
}

void MainWindow::connectViewActions()
{
    on(Act::NextProblem, &MainWindow::nextProblem);
    on(Act::PreviousProblem, &MainWindow::previousProblem);
    connect(m_actions->of(Act::NextObservation), &QAction::triggered, m_evidence,
        &EvidencePane::nextObservation);
    connect(m_actions->of(Act::PreviousObservation), &QAction::triggered, m_evidence,
        &EvidencePane::previousObservation);
    const auto focus = [this](Act act, const auto &target) {
        connect(m_actions->of(act), &QAction::triggered, this,
            [target] { target()->setFocus(Qt::ShortcutFocusReason); });
    };
    focus(Act::ShowHosts, [this] { return m_hosts->tree(); });
    connect(m_actions->of(Act::ShowPath), &QAction::triggered, this, [this] {
        m_path->showPage(PathPane::Path);
        m_path->view()->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_actions->of(Act::ShowVirtqueues), &QAction::triggered, this, [this] {
        m_path->showPage(PathPane::Virtqueues);
        m_path->virtqueues()->setFocus(Qt::ShortcutFocusReason);
    });
    focus(Act::ShowLog, [this] { return m_log->view(); });
    connect(m_log, &LogPane::left, this, &MainWindow::goBack);
    focus(Act::ShowEvidence, [this] { return m_evidence->view(); });
    focus(Act::ShowSummary, [this] { return m_summary->sentenceLabel(); });
    focus(Act::ShowSideChannels, [this] { return m_channels->firstChip(); });
    connect(m_actions->of(Act::Filter), &QAction::triggered, m_hosts, &HostsPane::focusFilter);
    connect(
        m_actions->of(Act::CommandPalette), &QAction::triggered, m_palette, &CommandPalette::open);
    on(Act::Back, &MainWindow::goBack);
    on(Act::ToggleTheme, &MainWindow::toggleTheme);
    for (const Act act : {Act::ThemeSystem, Act::ThemeLight, Act::ThemeDark}) {
        connect(m_actions->of(act), &QAction::triggered, this, [this, act] { chooseTheme(act); });
    }
    m_actions->of(Act(int(Act::ThemeSystem) + int(currentTheme())))->setChecked(true);
    connect(m_actions->of(Act::LanguageEnglish), &QAction::triggered, this,
        [this] { chooseLanguage(QStringLiteral("en")); });
    connect(m_actions->of(Act::LanguageGerman), &QAction::triggered, this,
        [this] { chooseLanguage(QStringLiteral("de")); });
    const bool german = QLocale().language() == QLocale::German;
    m_actions->of(german ? Act::LanguageGerman : Act::LanguageEnglish)->setChecked(true);
    on(Act::Shortcuts, &MainWindow::showShortcuts);
    on(Act::About, &MainWindow::showAbout);
}

void MainWindow::chooseLog()
{
    auto *dialog = new QFileDialog(this, tr("Open log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openLogRequested);
    dialog->open();
}

void MainWindow::showLog()
{
    m_log->show();
    m_actions->of(Act::ShowLog)->setEnabled(true);
    m_log->view()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::setConsoleReadable(bool readable)
{
    m_actions->of(Act::FollowConsole)->setEnabled(readable);
}

void MainWindow::goToProblem(bool backwards)
{
    PathView *path = m_path->view();
    const QModelIndex next = m_path->model()->nextProblem(path->currentIndex(), backwards);
    if (!next.isValid())
        return;
    m_path->showPage(PathPane::Path);
    path->setCurrentIndex(next);
    path->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::stepMoment(int by)
{
    const int wanted = m_moment + by;
    if (wanted >= 0 && wanted < m_moments)
        Q_EMIT momentRequested(wanted);
}

void MainWindow::goBack()
{
    if (!m_palette->isHidden())
        m_palette->close();
    else if (m_sheets->current())
        m_sheets->current()->decline();
    else if (m_hasDiagnosis && m_path->page() == PathPane::Virtqueues)
        m_path->virtqueues()->setFocus(Qt::ShortcutFocusReason);
    else if (m_hasDiagnosis)
        m_path->view()->setFocus(Qt::ShortcutFocusReason);
    else
        m_hosts->tree()->setFocus(Qt::ShortcutFocusReason);
}

// What has the focus is what is copied.
void MainWindow::copyText()
{
    const QWidget *focus = focusWidget();
    QString text;
    if (!m_hasDiagnosis)
        return;
    if (m_evidence->isAncestorOf(focus))
        text = m_evidence->asText();
    else if (m_summary->isAncestorOf(focus) && worstDisk() >= 0)
        text = sentenceWithCitations(m_diagnosis.disks.at(worstDisk()), m_diagnosis);
    else
        text = diagnosisAsText(m_diagnosis, m_now);
    QApplication::clipboard()->setText(text);
}

void MainWindow::copyPicture()
{
    if (m_hasDiagnosis)
        QApplication::clipboard()->setPixmap(m_path->view()->picture());
}

void MainWindow::toggleTheme()
{
    const bool dark = palette().color(QPalette::Window).lightness() < 128;
    m_actions->of(dark ? Act::ThemeLight : Act::ThemeDark)->trigger();
}

void MainWindow::chooseTheme(Act act)
{
    const auto choice = ThemeChoice(int(act) - int(Act::ThemeSystem));
    applyTheme(choice);
    if (m_settings)
        m_settings->setValue(themeKey, themeName(choice));
}

void MainWindow::chooseLanguage(const QString &code)
{
    useLanguage(code);
    if (m_settings)
        m_settings->setValue(languageKey, code);
}

void MainWindow::chooseRecording()
{
    auto *dialog = new QFileDialog(this, tr("Open recording"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openRecordingRequested);
    dialog->open();
}

void MainWindow::confirmBlockRead()
{
    auto *sheet = new ImpactSheet(tr("Read a block from the host?"),
        tr("The first 4096 bytes of each disk's file are read on the host, past its cache, and "
           "thrown away. It proves that the way from the host to the storage works while the guest "
           "asks nothing of it. Disks without a file on the host (NBD, Ceph) are left out."),
        tr("one read request for each disk. On dead storage it has no answer: the reader stays on "
           "the host until that is back, once for each file."),
        tr("Read"));
    connect(sheet, &ImpactSheet::agreed, this, &MainWindow::blockReadRequested);
    m_sheets->push(sheet);
}

void MainWindow::showAbout()
{
    m_sheets->push(new NoticeSheet(tr("Plumbline %1").arg(QCoreApplication::applicationVersion()),
        tr("Where do a guest's requests go in and not come out? Free software under the GNU "
           "General "
           "Public License, version 3 or later.")));
}

void MainWindow::showShortcuts()
{
    QList<std::pair<QString, QString>> rows;
    for (const QAction *action : m_actions->all()) {
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys.append(key.toString(QKeySequence::NativeText));
        if (!keys.isEmpty())
            rows.append({plainText(action), keys.join(QStringLiteral("  "))});
    }
    auto *sheet = new NoticeSheet(tr("Keyboard"), QString());
    sheet->addTable(rows, 2);
    m_sheets->push(sheet);
}

} // namespace plumbline
