// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace plumbline {

/// Everything that can be done in the window.
enum class Act {
    AddHost,
    RemoveHost,
    UseSudo,
    OpenRecording,
    BundledIncident,
    OpenLog,
    FollowConsole,
    Quit,
    Refresh,
    Pause,
    ReadBlock,
    NextProblem,
    PreviousProblem,
    NextMoment,
    PreviousMoment,
    NextObservation,
    PreviousObservation,
    ShowHosts,
    ShowPath,
    ShowVirtqueues,
    ShowEvidence,
    ShowLog,
    ShowSideChannels,
    ShowSummary,
    Filter,
    CommandPalette,
    Back,
    CopyText,
    CopyPicture,
    ToggleTheme,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    LanguageEnglish,
    LanguageGerman,
    Shortcuts,
    About,
};

/// The one place where actions get their text, shortcut, sign and status tip. Menus, buttons, the
/// palette and the list of shortcuts are made from these.
class Actions : public QObject
{
    Q_OBJECT
public:
    /// The actions belong to `window` and their shortcuts work in it.
    explicit Actions(QWidget *window);

    QAction *of(Act act) const;
    QList<QAction *> all() const { return m_actions; }
    void retranslate();

private:
    QList<QAction *> m_actions;
};

/// The action's text without mnemonics.
QString plainText(const QAction *action);

} // namespace plumbline
