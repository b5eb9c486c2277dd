#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom, and which names may be used where.

Reads every #include in app/ and ui/ and fails on an edge that is not in the tables below.
Includes are written from app/ or ui/: "core/result.h", "models/runmodel.h".
"""

import fnmatch
import os
import re
import sys
from pathlib import Path

import tree

# Folder -> what its files may include besides their own folder: folders, or single headers.
# "app" stands for everything in app/ but its command line. CONTRIBUTING.md shows this table:
# `tests/shape/includes.py --table` prints it as it must stand there.
EDGES = {
    "core": [],
    "profiles": ["core", "net/httprequest.h"],
    "secrets": ["core"],
    "library": ["core"],
    "dialects": ["core", "profiles/profile.h", "net/httprequest.h", "net/httpreply.h"],
    "jsonl": ["core", "dialects", "profiles/profile.h"],
    "net": ["core", "secrets/secrets.h"],
    "results": ["core", "dialects", "jsonl"],
    "jobs": ["core", "dialects", "profiles", "jsonl/lineindex.h", "jsonl/lineindexer.h",
             "jsonl/linereader.h", "jsonl/preflight.h", "jsonl/spooler.h", "net", "library",
             "secrets/secrets.h", "practice/practicelauncher.h", "results/runresults.h",
             "results/certificate.h"],
    "compose": ["core", "jsonl", "dialects/scan.h"],
    "practice": ["core", "dialects", "profiles", "jsonl", "results"],
    "services": ["app"],
    "cli": ["services", "app"],
    "ui": ["app", "theme", "models", "delegates", "widgets", "pages", "dialogs"],
    "ui/theme": ["core"],
    "ui/models": ["app", "theme"],
    "ui/delegates": ["app", "theme", "models"],
    "ui/widgets": ["app", "theme", "models", "delegates"],
    "ui/pages": ["app", "theme", "models", "delegates", "widgets", "dialogs", "actions.h"],
    "ui/dialogs": ["app", "theme", "models", "delegates", "widgets", "actions.h"],
}

# Folder -> Qt modules and other libraries. Everybody has Qt Core, Concurrent and std.
LIBRARIES = {
    "core": [],
    "profiles": [],
    "secrets": ["qt6keychain", "QtDBus"],
    "library": ["QtSql", "QtNetwork"],
    "dialects": ["simdjson"],
    "jsonl": ["simdjson", "KArchive"],
    "net": ["QtNetwork"],
    "results": ["simdjson", "xlsxwriter"],
    "jobs": ["QtNetwork", "QtDBus"],
    "compose": ["simdjson", "orcus", "ixion", "KArchive"],
    "practice": ["QtHttpServer", "QtNetwork", "simdjson"],
    "services": ["QtNetwork", "QtDBus"],
    "cli": ["QtNetwork", "simdjson"],
    "ui": ["*"],
}

# A pattern in the code (comments and strings do not count), where it counts, where it does
# not, and why.
NAMES = [
    (r"\b(QFile|QSaveFile|QTemporaryFile|QDir|QIODevice|QProcess|QObject|QNetwork\w+|QTcp\w+)\b",
     ["app/dialects/*"], [], "a dialect can do no I/O and has no state"),
    (r"\bQ_GLOBAL_STATIC\w*\b", ["app/*", "ui/*"], [], "what a class needs comes through its constructor"),
    (r"\bstatic\b[^;{}()=]*\b[iI]nstance\s*\(", ["app/*", "ui/*"], [], "no singletons"),
    (r"\bQNetworkAccessManager\b", ["app/*", "ui/*"], ["app/net/httpclient.*"],
     "only net/httpclient talks to the network"),
    (r"\b(ignoreSslErrors|VerifyNone|QueryPeer|AutoVerifyPeer)\b", ["app/*", "ui/*"], [],
     "a bad certificate ends the connection; a connection's ca_file is the only way to trust more"),
    (r"\b(SslV3|SecureProtocols|AnyProtocol|TlsV1_[01]\w*|DtlsV\w+)\b", ["app/*", "ui/*"], [],
     "TLS 1.2 is the least"),
    (r"\b(QMessageBox|QInputDialog|QErrorMessage)\b", ["ui/*"], ["ui/dialogs/confirm.*"],
     "no message boxes, except before destroying something"),
    (r"(\.|->)exec\s*\(", ["ui/*"], ["ui/main.cpp"], "no nested event loops: open() and a slot"),
    # A command waits for its one answer; there is no window that could hang.
    (r"\b(processEvents|QEventLoop)\b", ["app/*", "ui/*"], ["app/cli/*"], "no nested event loops"),
    (r"\bwaitFor(ReadyRead|BytesWritten|Connected|Disconnected|Started|Finished|NewConnection)\b",
     ["app/*", "ui/*"], ["app/cli/*", "app/practice/*", "app/services.cpp"], "the window never waits"),
]

# Modules of third parties by how their headers begin.
THIRD_PARTY = {
    "simdjson": "simdjson", "qt6keychain": "qt6keychain", "keychain": "qt6keychain",
    "orcus": "orcus", "ixion": "ixion", "xlsxwriter": "xlsxwriter", "jsoncons": "jsoncons",
    "KSyntaxHighlighting": "KSyntaxHighlighting", "kdsingleapplication": "KDSingleApplication",
    "KDSingleApplication": "KDSingleApplication", "KNotification": "KNotifications",
    "KMessageWidget": "KWidgetsAddons",
    "KCompressionDevice": "KArchive", "KFilterDev": "KArchive", "KArchive": "KArchive", "KZip": "KArchive",
    "KTar": "KArchive",
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
SUFFIXES = {".h", ".cpp"}


def table():
    """EDGES as Markdown, for CONTRIBUTING.md."""
    def shown(name):
        return "everything in `app` but `cli`" if name == "app" else f"`{name}`"

    rows = ["| folder | may include (besides itself) |", "|---|---|"]
    for folder, allowed in EDGES.items():
        rows.append(f"| `{folder}` | {', '.join(map(shown, allowed)) or 'Qt Core, std'} |")
    return "\n".join(rows)


def folder_of(path):
    """app/core/run.h -> core; app/services.h -> services; ui/models/x.h -> ui/models."""
    parts = path.parts
    if parts[0] == "ui":
        return "ui" if len(parts) == 2 else f"ui/{parts[1]}"
    return path.stem if len(parts) == 2 else parts[1]


def qt_headers(folder):
    """Header name -> Qt module, from the folder that holds QtCore, QtGui ... ."""
    modules = {}
    for module in sorted(Path(folder).glob("Qt*")):
        for header in module.iterdir():
            if header.is_file():
                modules.setdefault(header.name, module.name)
    return modules


def find_qt():
    for base in ("/usr/include", *Path("/usr/include").glob("*-linux-*")):
        if (Path(base) / "qt6" / "QtCore").is_dir():
            return Path(base) / "qt6"
    return None


def module_of(name, qt):
    first = name.split("/")[0]
    if first.startswith("Qt") and "/" in name:
        return first
    if name in qt:
        return qt[name]
    for start, module in THIRD_PARTY.items():
        if first == start or name.startswith(start):
            return module
    return None


def resolve(root, path, name):
    """The included project file, relative to root, or None."""
    if name.startswith("."):
        target = Path(os.path.normpath(path.parent / name))
        return target if (root / target).is_file() else None
    for base in ("app", "ui"):
        if (root / base / name).is_file():
            return Path(base) / name
    return None


def is_generated(name):
    return name.endswith(".moc") or name.startswith(("moc_", "ui_", "qrc_"))


def edge_allowed(path, target):
    """Whether path may include target, both relative to root."""
    source = folder_of(path)
    to = folder_of(target)
    if target.name == "pch.h" and path.name == "pch.h":
        return True
    if source == "ui/pages" and to == "ui/pages":
        # Never another page: a page talks through actions and Services.
        return path.stem == target.stem
    if source == to:
        return True
    inside = str(target.relative_to(target.parts[0]))
    for allowed in EDGES[source]:
        if allowed == "app" and target.parts[0] == "app" and to != "cli":
            return True
        if allowed == inside:
            return True
        if allowed == to or f"ui/{allowed}" == to:
            return True
    return False


def check_includes(root, path, text, qt):
    source = folder_of(path)
    if source == "pch":
        return
    if source not in EDGES:
        yield f"{path}:1: the folder {source} is not in the table of tests/shape/includes.py"
        return
    for match in INCLUDE.finditer(text):
        line = text.count("\n", 0, match.start(2)) + 1
        quoted, name = match.group(1) == '"', match.group(2)
        if is_generated(name):
            continue
        if quoted:
            target = resolve(root, path, name)
            if target is None:
                if (root / path.parent / name).is_file():
                    yield f'{path}:{line}: "{name}" must be written from app/ or ui/'
                else:
                    yield f'{path}:{line}: "{name}" is no file of the project; libraries go in <>'
            elif folder_of(target) not in EDGES and target.name != "pch.h":
                yield f'{path}:{line}: "{name}" is in a folder that is not in the table'
            elif not edge_allowed(path, target):
                yield f'{path}:{line}: {source} may not include "{name}"'
            continue
        if resolve(root, path, name):
            yield f'{path}:{line}: <{name}> is a file of the project: write "{name}"'
            continue
        module = module_of(name, qt)
        if module is None or module in ("QtCore", "QtConcurrent"):
            continue
        allowed = LIBRARIES.get(source, LIBRARIES["ui"] if path.parts[0] == "ui" else [])
        if module not in allowed and "*" not in allowed:
            yield f"{path}:{line}: {source} may not include <{name}> ({module})"


def check_names(path, code):
    for pattern, where, besides, why in NAMES:
        name = path.as_posix()
        if not any(fnmatch.fnmatch(name, glob) for glob in where):
            continue
        if any(fnmatch.fnmatch(name, glob) for glob in besides):
            continue
        for match in re.finditer(pattern, code):
            line = code.count("\n", 0, match.start()) + 1
            yield f"{path}:{line}: {match.group(0).strip()} is not for here: {why}"


def check_contributing(root):
    """CONTRIBUTING.md shows the table as it is."""
    path = root / "CONTRIBUTING.md"
    if path.is_file() and table() not in path.read_text(encoding="utf-8"):
        yield "CONTRIBUTING.md:1: its table differs from `tests/shape/includes.py --table`"


def without_comments(text):
    """As code_only, with the names of included files left in."""
    text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group(0).count("\n"), text, flags=re.DOTALL)
    return re.sub(r"(?m)//.*$", "", text)


def main():
    parser = tree.root_argument(__doc__)
    parser.add_argument("--qt", type=Path, help="the folder that holds QtCore, QtGui ...")
    parser.add_argument("--table", action="store_true", help="print the table and stop")
    arguments = parser.parse_args()
    if arguments.table:
        print(table())
        return 0
    qt_folder = arguments.qt or find_qt()
    if qt_folder is None or not (qt_folder / "QtCore").is_dir():
        print("includes: Qt's headers were not found; name their folder with --qt")
        return 2
    qt = qt_headers(qt_folder)
    faults = list(check_contributing(arguments.root))
    for path in tree.files(arguments.root):
        if path.parts[0] in ("app", "ui") and path.suffix in SUFFIXES:
            text = (arguments.root / path).read_text(encoding="utf-8")
            faults += check_includes(arguments.root, path, without_comments(text), qt)
            faults += check_names(path, tree.code_only(text))
    return tree.report("includes", faults)


if __name__ == "__main__":
    sys.exit(main())
