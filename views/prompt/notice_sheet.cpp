// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/prompt/notice_sheet.h"

#include "views/models/visible_text.h"
#include "views/style/theme.h"
#include "views/style/widgets.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace plumbline {

NoticeSheet::NoticeSheet(const QString &title, const QString &text, QWidget *parent)
    : Sheet(title, parent)
{
    if (!text.isEmpty())
        addText(text);
    QPushButton *close = addButton(tr("Close"));
    close->setAutoDefault(true);
    setFirstFocus(close);
    connect(close, &QPushButton::clicked, this, &NoticeSheet::decline);
}

void NoticeSheet::addTable(const QList<std::pair<QString, QString>> &rows, int columns)
{
    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(3 * rhythm);
    grid->setVerticalSpacing(2);
    const int height = int(rows.size() + columns - 1) / columns;
    for (int i = 0; i < rows.size(); ++i) {
        QLabel *what = plainLabel(table);
        what->setText(rows.at(i).first);
        QLabel *with = quietLabel(table);
        with->setWordWrap(false);
        with->setText(rows.at(i).second);
        grid->addWidget(what, i % height, i / height * 2);
        grid->addWidget(with, i % height, i / height * 2 + 1);
    }
    addWidget(table);
}

NoticeSheet *changedKeyNotice(const QString &host, const QString &knownFingerprint,
    const QString &shownFingerprint, QWidget *parent)
{
    auto *sheet = new NoticeSheet(NoticeSheet::tr("%1 shows another key").arg(visibleName(host)),
        NoticeSheet::tr("The connection is refused. If the host was installed anew, remove its old "
                        "key from known_hosts; if not, somebody else may be listening."),
        parent);
    sheet->addTable({{NoticeSheet::tr("known"), visibleName(knownFingerprint, 200)},
        {NoticeSheet::tr("shown now"), visibleName(shownFingerprint, 200)}});
    return sheet;
}

} // namespace plumbline
