# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A disk in memory that is told what a program did (the log of recorddisk.cpp) and says what could be
on it after the power went.

What was synced is there. Of what was not, a disk may have kept nothing, all, or any part: of a file's
bytes each sector for itself, of the names in the folders those up to some moment (a journal keeps their
order). What SQLite maps into memory (-shm) is nowhere.
"""

import pathlib

SECTOR = 512


def entries(path):
    """The log: (what, number of the file, offset, bytes)."""
    log = pathlib.Path(path).read_bytes()
    at = 0
    while at < len(log):
        end = log.index(b"\n", at)
        what, file, offset, size = log[at:end].split(b" ")
        at = end + 1 + int(size)
        yield what.decode(), int(file), int(offset), log[end + 1:at]


class File:
    """Its bytes on the disk, and what was done since."""

    def __init__(self):
        self.synced = b""
        self.later = []  # (offset, bytes) or (size, None)

    def sync(self):
        self.synced = self.content(lambda: True)
        self.later = []

    def content(self, keeps):
        if not self.later:
            return self.synced
        content = bytearray(self.synced)
        for offset, data in self.later:
            if data is None:
                if keeps():
                    del content[offset:]
                    content.extend(bytes(offset - len(content)))
                continue
            at = 0
            while at < len(data):  # up to the end of the sector
                size = min(SECTOR - (offset + at) % SECTOR, len(data) - at)
                if keeps():
                    content.extend(bytes(max(0, offset + at + size - len(content))))
                    content[offset + at:offset + at + size] = data[at:at + size]
                at += size
        return bytes(content)


class Disk:
    """What a folder (root, which is there and empty) holds while the log is taken, entry by entry."""

    def __init__(self, root):
        self.root = str(root)
        self.files = {}  # by number: the newest of that number
        self.folders = {root.stat().st_ino: self.root}
        self.names = {}  # as they are in memory: path -> File, or None for a folder
        self.synced = {}  # as they are surely on the disk
        self.changes = []  # of names, done since: (folders, change), oldest first

    def take(self, what, number, offset, data):
        if what in ("create", "folder"):
            self._make(what == "folder", number, data.decode())
        elif what in ("write", "cut"):
            self.files[number].later.append((offset, data if what == "write" else None))
        elif what == "sync":
            self._sync(number)
        elif what == "unlink":
            self._name([data.decode()], None)
        elif what in ("rename", "link"):
            before, after = data.decode().split("\0")
            # What has had no name yet is called by the number that it has now.
            node = self.names[before] if before in self.names else self.files[number]
            self._name([after] if what == "link" else [after, before], node)

    def _make(self, is_folder, number, path):
        self.files.pop(number, None)
        self.folders.pop(number, None)
        if is_folder:
            self.folders[number] = path
        else:
            self.files[number] = File()
        if path:
            self._name([path], self.files.get(number))

    def _name(self, paths, node):
        """The first path leads to node from now on (None without a folder: nowhere), the second nowhere."""
        is_gone = node is None and paths[0] not in self.folders.values()

        def change(names):
            for path in paths[0 if is_gone else 1:]:
                names.pop(path, None)
            if not is_gone:
                names[paths[0]] = node

        change(self.names)
        self.changes.append(({str(pathlib.PurePath(path).parent) for path in paths}, change))

    def _sync(self, number):
        if number not in self.folders:
            self.files[number].sync()
            return
        folder = self.folders[number]
        for folders, change in self.changes:
            if folder in folders:
                change(self.synced)
        self.changes = [entry for entry in self.changes if folder not in entry[0]]

    def after_power_loss(self, names_kept, keeps):
        """Path -> bytes, or None for a folder. names_kept(n) says how many of n changes of names are
        there, oldest first; keeps() is asked for each sector that was not synced."""
        names = dict(self.synced)
        for _, change in self.changes[:names_kept(len(self.changes))]:
            change(names)
        there = {}
        for path, node in sorted(names.items()):
            above = str(pathlib.PurePath(path).parent)
            is_reached = above in there or above == self.root
            if is_reached and not path.endswith("-shm"):
                there[path] = None if node is None else node.content(keeps)
        return there
