// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

namespace plumbline {

/// Empty when the JSON is what the schema in docs/ says; needs python3-jsonschema.
inline QString complaintOfSchema(const QString &schema, const QByteArray &json)
{
    QProcess python;
    python.start(QStringLiteral("python3"),
        {QStringLiteral("-c"),
            QStringLiteral(
                "import json, sys, jsonschema\n"
                "schema = json.load(open(sys.argv[1]))\n"
                "jsonschema.Draft202012Validator.check_schema(schema)\n"
                "errors = "
                "list(jsonschema.Draft202012Validator(schema).iter_errors(json.load(sys.stdin)))\n"
                "print('\\n'.join(f'{e.json_path}: {e.message[:300]}' for e in errors))\n"
                "sys.exit(bool(errors))"),
            QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/") + schema});
    python.write(json);
    python.closeWriteChannel();
    python.waitForFinished();
    if (python.exitStatus() == QProcess::NormalExit && python.exitCode() == 0)
        return {};
    return QString::fromUtf8(python.readAllStandardOutput() + python.readAllStandardError());
}

} // namespace plumbline
