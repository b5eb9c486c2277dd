# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A whole run as somebody does it who hears the window: through the accessibility bus and nothing else.

No key is pressed and no mouse moved: what is done here, a screen reader, a switch or a voice can do.
"""

import contextlib
import csv

from desktop import DesktopCase, Eyes, until
from support import main

try:
    from gi.repository import Gio, GLib
except ImportError:
    Gio = GLib = None

FOCUSED = 12  # numbers of states on the accessibility bus
ENABLED = 8


class Hands(Eyes):
    """Uses what it sees, by the interfaces that are offered for it."""

    def __init__(self, session_address):
        super().__init__(session_address)
        self.heard = []
        flags = Gio.DBusSignalFlags.NONE
        self.bus.signal_subscribe(None, "org.a11y.atspi.Event.Object", "Announcement", None, None, flags,
                                  lambda *given: self.heard.append(given[5].unpack()[3]))
        # Programs say what somebody has asked for.
        with contextlib.suppress(GLib.Error):
            self.ask(self.bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry",
                     "RegisterEvent", GLib.Variant("(sass)", ("object:announcement", [], "")))

    def listen(self):
        while GLib.MainContext.default().iteration(False):
            pass
        return self.heard

    def states(self, thing):
        return self.ask(self.bus, *thing, "org.a11y.atspi.Accessible", "GetState")[0][0]

    def has(self, thing, state):
        return bool(self.states(thing) >> state & 1)

    def actions(self, thing):
        return [name for name, _, _ in self.ask(self.bus, *thing, "org.a11y.atspi.Action", "GetActions")[0]]

    def act(self, thing, action):
        names = self.actions(thing)
        assert action in names, f"{action} is none of {names}"
        done, = self.ask(self.bus, *thing, "org.a11y.atspi.Action", "DoAction",
                         GLib.Variant("(i)", (names.index(action),)))
        return done

    def description(self, thing):
        return self.property_of(thing, "Description")

    def text(self, thing):
        return self.ask(self.bus, *thing, "org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1)))[0]

    def write(self, thing, text):
        return self.ask(self.bus, *thing, "org.a11y.atspi.EditableText", "SetTextContents",
                        GLib.Variant("(s)", (text,)))[0]

    def titles_of(self, table):
        count = self.ask(self.bus, *table, "org.freedesktop.DBus.Properties", "Get",
                         GLib.Variant("(ss)", ("org.a11y.atspi.Table", "NColumns")))[0]
        return [self.ask(self.bus, *table, "org.a11y.atspi.Table", "GetColumnDescription",
                         GLib.Variant("(i)", (column,)))[0] for column in range(count)]

    def cell(self, table, row, column):
        return self.ask(self.bus, *table, "org.a11y.atspi.Table", "GetAccessibleAt",
                        GLib.Variant("(ii)", (row, column)))[0]


class ByEar(DesktopCase):
    def setUp(self):
        super().setUp()
        address = self.bus()
        try:
            self.hands = Hands(address)
        except GLib.Error as error:
            self.skipTest(f"there is no accessibility bus here: {error.message}")
        self.addCleanup(self.hands.stop)

    def there(self, role, name):
        """Waits for what is there to see under this name."""
        try:
            return until(lambda: self.hands.find(role, name), "")
        except AssertionError:
            self.fail(f"no {role} “{name}” in {self.hands.all()}")

    def press(self, name):
        button = self.there("push button", name)
        until(lambda: self.hands.has(button, ENABLED), f"{name} can be pressed")
        self.assertTrue(self.hands.act(button, "Press"))

    def hears(self, *words):
        def said():
            return any(all(word in each for word in words) for each in self.hands.listen())
        try:
            until(said, "")
        except AssertionError:
            self.fail(f"{words} not in what was said: {self.hands.heard}")

    def table_cell(self, table, row, title):
        titles = self.hands.titles_of(table)
        self.assertIn(title, titles)
        return self.hands.cell(table, row, titles.index(title))

    def test_a_run_from_its_file_to_its_answers(self):
        """Open, submit, wait until it is done, read the certificate, export."""
        window = self.window(self.requests("letters.jsonl", 4))
        self.shown(window)
        until(lambda: [name for role, name in self.hands.all()
                       if role == "label" and "4 requests" in name and "Practice costs nothing" in name],
              "what is sent, and what it costs")
        self.hears("Checked", "all is well")
        self.press("Submit")

        runs = self.there("table", "Runs")
        def state():
            return self.hands.property_of(self.table_cell(runs, 0, "State"), "Name")
        until(lambda: state() == "Completed", "the run is done")
        self.assertEqual(self.hands.property_of(self.table_cell(runs, 0, "Requests"), "Name"), "4")
        self.hears("letters", "Completed")

        self.press("Show")  # of the message that says so
        certificate = until(lambda: self.described("Certificate"), "the certificate is counted")
        self.assertEqual(certificate, "Answered: 4")

        self.press("Export Results…")
        self.write_name(self.folder / "answers.csv")
        self.press("Save")
        self.hears("Wrote 4 rows", "answers.csv")
        with (self.folder / "answers.csv").open(newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([row["custom_id"] for row in rows], ["q-1", "q-2", "q-3", "q-4"])
        self.assertEqual({row["outcome"] for row in rows}, {"answered"})

    def described(self, name):
        """What is said of the first thing with this name, whatever it is."""
        def search(things):
            for thing in things:
                with contextlib.suppress(GLib.Error):
                    if not self.hands.is_showing(thing):
                        continue
                    if self.hands.property_of(thing, "Name") == name and self.hands.description(thing):
                        return self.hands.description(thing)
                    found = search(self.hands.children(thing)[:100])
                    if found:
                        return found
            return None
        return search(self.hands.windows())

    def write_name(self, path):
        field = until(lambda: self.hands.find("text", "File name:") or self.hands.find("text", "File &name:"),
                      "a place for the name of the file")
        self.assertTrue(self.hands.write(field, str(path)))


if __name__ == "__main__":
    main()
