# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy on the files of core/, views/ and app/ that are not known to be clean.

Called by check_tidy.sh with the source, the build folder and the cache folder; by hand also with
parts of paths, to look at those files only. A file's key is the
hash of clang-tidy's version, .clang-tidy, its own compile command, and its text with those of all
headers of ours that it reaches; paths are relative, so clones share the cache.
"""

import concurrent.futures
import hashlib
import json
import pathlib
import re
import shlex
import subprocess
import sys
import time

SOURCE, BUILD, CACHE = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
FOLDERS = ("core", "views", "app")
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
# What decides how the code reads, without the paths of one build.
FLAG = re.compile(r'^-(D|std=|f|W)')


def reached(file, seen):
    """The file and all headers of ours that it includes, once each."""
    if file in seen:
        return
    seen.add(file)
    for name in INCLUDE.findall(file.read_text(errors="replace")):
        for root in (file.parent, SOURCE / "core", SOURCE, SOURCE / "app"):
            header = root / name
            if header.is_file():
                reached(header.resolve(), seen)
                break


def key_of(file, command, settings):
    files = set()
    reached(file, files)
    digest = hashlib.sha256(settings)
    flags = [word for word in command if FLAG.match(word)]
    digest.update("\0".join(flags).replace(str(SOURCE), "").encode())
    for item in sorted(files):
        digest.update(str(item.relative_to(SOURCE)).encode() + b"\0" + item.read_bytes() + b"\0")
    return digest.hexdigest()


def commands():
    """Source file → its words, with what clang does not know left out."""
    found = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        file = pathlib.Path(entry["directory"], entry["file"]).resolve()
        if any(file.is_relative_to(SOURCE / folder) for folder in FOLDERS):
            words = entry.get("arguments") or shlex.split(entry["command"])
            found[file] = words
    return found


def clang_words(words):
    """What clang needs of gcc's command: no output, no precompiled header, no warnings."""
    kept = []
    each = iter(words[1:])
    for word in each:
        if word == "-isystem":
            kept += [word, next(each)]
        elif word.startswith(("-I", "-D", "-std")):
            kept.append(word)
    return kept


def check(file, words):
    result = subprocess.run(
        ["clang-tidy", "--quiet", "--use-color=false", str(file), "--", "-x", "c++"] + clang_words(words),
        capture_output=True, text=True, cwd=SOURCE, check=False)
    return result.returncode, result.stdout


def main():
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    settings = version + (SOURCE / ".clang-tidy").read_bytes() + pathlib.Path(__file__).read_bytes()
    begin = time.monotonic()
    parts = sys.argv[4:]
    everything = {file: words for file, words in commands().items()
                  if not parts or any(part in str(file) for part in parts)}
    if not everything:
        sys.exit(f"no file of ours in {BUILD}/compile_commands.json")
    pending = {}
    for file, words in everything.items():
        clean = CACHE / key_of(file, words, settings)
        if not clean.exists():
            pending[file] = (words, clean)
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = {pool.submit(check, file, words): (file, clean) for file, (words, clean) in pending.items()}
        for job in concurrent.futures.as_completed(jobs):
            file, clean = jobs[job]
            status, text = job.result()
            if status == 0:
                clean.touch()
            else:
                bad += 1
                print(f"{file.relative_to(SOURCE)}:\n{text}", flush=True)
    for old in CACHE.iterdir():
        if old.stat().st_mtime < time.time() - 60 * 24 * 3600:
            old.unlink(missing_ok=True)
    print(f"{len(everything)} files, {len(pending)} looked at, {bad} not clean, "
          f"{time.monotonic() - begin:.0f} s")
    sys.exit(bad != 0)


main()
