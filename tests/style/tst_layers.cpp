// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The include table of docs/architecture.md against every include and every link line.
#include "support/golden.h"

#include <QDir>
#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;

static const QDir source(QStringLiteral(PLUMBLINE_SOURCE_DIR));

/// Folder → folders that it may include.
static QMap<QString, QSet<QString>> includeTable()
{
    QMap<QString, QSet<QString>> table;
    static const QRegularExpression row(u"^\\| ((?:core/|views/|app)\\S*) \\|(.*)\\|$"_s);
    const QString text = QString::fromUtf8(contentsOf(source.filePath(u"docs/architecture.md"_s)));
    for (const QString &line : text.split(u'\n')) {
        const QRegularExpressionMatch match = row.match(line);
        if (!match.hasMatch())
            continue;
        QSet<QString> allowed;
        for (const QString &folder : match.captured(2).split(u',', Qt::SkipEmptyParts)) {
            if (!folder.trimmed().isEmpty())
                allowed.insert(folder.trimmed());
        }
        table.insert(match.captured(1), allowed);
    }
    return table;
}

static QStringList filesBelow(const QString &folder, const QStringList &patterns)
{
    QStringList files;
    QDirIterator each(source.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(source.relativeFilePath(each.next()));
    return files;
}

/// "core/path/layout.h" → "core/path"; "app/main.cpp" → "app".
static QString folderOf(const QString &path)
{
    return path.section(u'/', 0, path.startsWith(u"app/") ? 0 : 1);
}

/// "plumbline_path" → "core/path", "plumbline_view_diagram" → "views/diagram".
static QString folderOfLibrary(const QString &library)
{
    if (library.startsWith(u"plumbline_view_"))
        return u"views/"_s + library.mid(15);
    return u"core/"_s + library.mid(10);
}

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includes();
    void linkLines();
    void theTableNamesEveryFolder();
    void thereIsNoCircle();
};

void TestLayers::includes()
{
    const auto table = includeTable();
    static const QRegularExpression include(
        u"^\\s*#\\s*include\\s+\"([^\"]+)\""_s, QRegularExpression::MultilineOption);
    QStringList wrong;
    int seen = 0;
    for (const QString &root : {u"core"_s, u"views"_s, u"app"_s}) {
        for (const QString &file : filesBelow(root, {u"*.h"_s, u"*.cpp"_s})) {
            const QString from = folderOf(file);
            const QString text = QString::fromUtf8(contentsOf(source.filePath(file)));
            for (auto each = include.globalMatch(text); each.hasNext();) {
                const QString header = each.next().captured(1);
                const bool inViews = header.startsWith(u"views/");
                // A name without a folder is a neighbour, or what moc makes.
                if (!header.contains(u'/'))
                    continue;
                const QString to = inViews ? header.section(u'/', 0, 1)
                                           : u"core/"_s + header.section(u'/', 0, 0);
                ++seen;
                if (!source.exists((inViews ? QString() : u"core/"_s) + header))
                    wrong << file + u" includes "_s + header + u", which is not there"_s;
                else if (to != from && !table.value(from).contains(to))
                    wrong << file + u" includes "_s + header;
            }
        }
    }
    QVERIFY(seen > 300);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLayers::linkLines()
{
    const auto table = includeTable();
    static const QRegularExpression library(
        u"plumbline_(?:core_|view_)?library\\((plumbline_\\w+)([^)]*)\\)"_s);
    static const QRegularExpression used(u"\\bplumbline_(?:view_)?(\\w+)"_s);
    QStringList wrong;
    int seen = 0;
    for (const QString &root : {u"core"_s, u"views"_s}) {
        for (const QString &file : filesBelow(root, {u"CMakeLists.txt"_s})) {
            const QString text = QString::fromUtf8(contentsOf(source.filePath(file)));
            for (auto each = library.globalMatch(text); each.hasNext();) {
                const QRegularExpressionMatch match = each.next();
                const QString from = folderOfLibrary(match.captured(1));
                ++seen;
                const QString uses = match.captured(2).section(u"USES"_s, 1);
                for (auto item = used.globalMatch(uses); item.hasNext();) {
                    const QString name = item.next().captured(0);
                    if (name == u"plumbline_translations")
                        continue;
                    if (!table.value(from).contains(folderOfLibrary(name)))
                        wrong << from + u" links "_s + name;
                }
            }
        }
    }
    QVERIFY(seen >= 20);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLayers::theTableNamesEveryFolder()
{
    const auto table = includeTable();
    QSet<QString> folders{u"app"_s};
    for (const QString &root : {u"core"_s, u"views"_s}) {
        for (const QString &name :
            QDir(source.filePath(root)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            folders.insert(root + u'/' + name);
    }
    QCOMPARE(QSet<QString>(table.keyBegin(), table.keyEnd()), folders);
    for (const QSet<QString> &allowed : table)
        QVERIFY(folders.contains(allowed));
}

void TestLayers::thereIsNoCircle()
{
    auto table = includeTable();
    while (!table.isEmpty()) {
        // Take away what includes nothing that is left.
        QStringList free;
        for (auto row = table.constBegin(); row != table.constEnd(); ++row) {
            if (!row.value().intersects(QSet<QString>(table.keyBegin(), table.keyEnd())))
                free.append(row.key());
        }
        QVERIFY2(!free.isEmpty(), qPrintable(table.keys().join(u", "_s)));
        for (const QString &folder : free)
            table.remove(folder);
    }
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestLayers)
#include "tst_layers.moc"
