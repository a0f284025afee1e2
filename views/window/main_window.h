// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/host_entry.h"
#include "views/evidence/evidence_pane.h"

#include <QMainWindow>
#include <QTimer>

class QSettings;
class QSplitter;

namespace plumbline {

class Actions;
class CommandPalette;
class HostsPane;
class LayoutKeeper;
class LogPane;
class PathPane;
class SheetStack;
class SideChannelRow;
class StatusCorner;
class SummaryBar;
enum class Act;

/// The window. It is given values and emits wishes; what is asked of whom and when is decided
/// elsewhere.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Layout, theme and language are remembered in `settings`, which must outlive the window.
    explicit MainWindow(QSettings *settings = nullptr, QWidget *parent = nullptr);
    ~MainWindow() override;

    void setHosts(const QList<HostEntry> &hosts);
    void setDiagnosis(const Diagnosis &diagnosis);
    /// Nothing is shown in the middle until the next diagnosis.
    void clearDiagnosis();
    /// The domain was chosen, its first answer is awaited. The window's own clock runs again.
    void setAsking(const QString &target);
    /// What is remembered of the domain's layers; it grows with each diagnosis.
    void setHistory(std::shared_ptr<const History> history);
    /// Ages are counted to this moment, and the window's own clock stops until the next
    /// setAsking(): recordings and pictures have a time of their own.
    void setNow(WallTime now);
    /// Seconds between rounds of questions: what is older than two of them is stale.
    void setInterval(double seconds);
    void setPaused(bool paused);
    /// Of the host whose domain is shown.
    void setSudo(bool used);
    /// For recordings; from 0 on. Fewer than two moments: no stepping.
    void setMoment(int current, int count);
    void setAddHostError(const QString &message);

    /// Where questions to the user appear.
    SheetStack *sheets() const { return m_sheets; }
    const Actions &actionsOfWindow() const { return *m_actions; }
    PathPane *pathPane() const { return m_path; }
    HostsPane *hostsPane() const { return m_hosts; }
    EvidencePane *evidencePane() const { return m_evidence; }
    SummaryBar *summaryBar() const { return m_summary; }
    SideChannelRow *sideChannelRow() const { return m_channels; }
    CommandPalette *commandPalette() const { return m_palette; }
    LogPane *logPane() const { return m_log; }
    /// Opens the lower part of the window with what the log pane was given.
    void showLog();
    /// The serial log of the domain that is shown can be read.
    void setConsoleReadable(bool readable);

Q_SIGNALS:
    void domainActivated(const QString &target);
    void hostAdded(const QString &target);
    void hostRemoved(const QString &target);
    /// The host itself was chosen, none of its domains.
    void hostActivated(const QString &target);
    void refreshRequested();
    void blockReadRequested();
    void sudoToggled(bool wanted);
    void pauseToggled(bool paused);
    void momentRequested(int moment);
    void openRecordingRequested(const QString &path);
    void bundledIncidentRequested();
    void openLogRequested(const QString &path);
    void consoleRequested();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildMenus();
    void connectPanes();
    void connectActions();
    void connectViewActions();
    void on(Act act, void (MainWindow::*slot)());

    void showLayer(const QModelIndex &index);
    void showQueue(const QModelIndex &index);
    void showVerdict(const QString &title, const Verdict &verdict);
    void refreshSubject();
    int worstDisk() const;
    void tick(WallTime now);
    void enableForDiagnosis();
    void enableAsking();

    void goToProblem(bool backwards);
    void nextProblem() { goToProblem(false); }
    void previousProblem() { goToProblem(true); }
    void stepMoment(int by);
    void goBack();
    void copyText();
    void copyPicture();
    void toggleTheme();
    void chooseTheme(Act act);
    void chooseLanguage(const QString &code);
    void chooseRecording();
    void chooseLog();
    void confirmBlockRead();
    void showAbout();
    void showShortcuts();
    void retranslate();

    QSettings *m_settings = nullptr;
    Actions *m_actions = nullptr;
    LayoutKeeper *m_keeper = nullptr;
    StatusCorner *m_corner = nullptr;
    QSplitter *m_splitter = nullptr;
    SummaryBar *m_summary = nullptr;
    HostsPane *m_hosts = nullptr;
    PathPane *m_path = nullptr;
    EvidencePane *m_evidence = nullptr;
    SideChannelRow *m_channels = nullptr;
    QSplitter *m_lower = nullptr;
    LogPane *m_log = nullptr;
    SheetStack *m_sheets = nullptr;
    CommandPalette *m_palette = nullptr;
    QTimer m_ownClock;

    /// What the evidence pane shows: a layer of the path, or a verdict beside it.
    enum class Shown { Nothing, Layer, Queue, Channel, Finding };
    Shown m_shown = Shown::Nothing;
    int m_shownNumber = 0;
    Diagnosis m_diagnosis;
    std::shared_ptr<const History> m_history;
    bool m_hasDiagnosis = false;
    bool m_isAsking = false;
    bool m_anyHost = false;
    WallTime m_now{};
    int m_moment = 0;
    int m_moments = 0;
};

} // namespace plumbline
