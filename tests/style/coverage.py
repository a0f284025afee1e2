#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes docs/coverage.md of coverage.tsv, and refuses what the tests do not bear out.

coverage.py [--check]: with --check the document is compared instead of written. Each row names a
file and a text that has to be in it, so that no claim outlives its test."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HOW = ["real", "recorded", "synthetic", "none"]
HEAD = """# What is tested how

Made by `tests/style/coverage.py`; a test compares it.

*real*: in the test a kernel or a program does it, and our own commands look. *recorded*: what one said,
kept as a fixture. *synthetic*: written after the documented format, never seen. *none*: not read at all.

| layer | storage | how | where |
|---|---|---|---|
"""


def rows():
    for number, line in enumerate((HERE / "coverage.tsv").read_text().splitlines(), 1):
        if line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 5 or fields[2] not in HOW:
            sys.exit(f"coverage.tsv:{number}: five fields, and one of {HOW}")
        _, _, how, name, text = fields
        path = ROOT / name
        if how != "none" and (not name or not path.is_file() or text not in path.read_text()):
            sys.exit(f'coverage.tsv:{number}: {name} does not exist or does not say "{text}"')
        yield fields


def main():
    text = HEAD + "".join(
        f"| {layer} | {storage} | {how} | {'`' + name + '`' if name else ''} |\n"
        for layer, storage, how, name, _ in rows())
    document = ROOT / "docs/coverage.md"
    if "--check" not in sys.argv:
        document.write_text(text)
    elif document.read_text() != text:
        sys.exit("docs/coverage.md is not up to date: run tests/style/coverage.py")


main()
