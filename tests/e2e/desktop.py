# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A desktop for tests of the window: a display, a session bus, notifications, and eyes.

All of it is private to one test and goes away with it. The eyes are the accessibility bus: what a
screen reader would be told is what these tests see.
"""

import contextlib
import os
import shutil
import subprocess
import threading
import time
import warnings

from support import BIN, Case, Provider

try:
    from gi.repository import Gio, GLib
except ImportError:
    Gio = None

TOOLS = ("dbus-daemon", "Xvfb", "xdotool")

SHOWING = 25  # number of a state on the accessibility bus

# A bus on which nobody is started by being asked: whoever is not there is not there.
BARE_BUS = """<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""

NOTIFICATIONS = """<node><interface name="org.freedesktop.Notifications">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""


def until(true, what, seconds=30):
    """Waits for what a test is about; fails with words."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = true()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"not within {seconds} s: {what}")


def connected(address):
    flags = Gio.DBusConnectionFlags
    return Gio.DBusConnection.new_for_address_sync(
        address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)


class Notifications:
    """The desktop's notifications: keeps what it is asked to show, and presses on them."""

    PATH = "/org/freedesktop/Notifications"

    def __init__(self, address):
        self.shown = []
        self.closed = []
        self.context = GLib.MainContext.new()
        self.loop = GLib.MainLoop.new(self.context, False)
        self.context.push_thread_default()
        self.bus = connected(address)
        node = Gio.DBusNodeInfo.new_for_xml(NOTIFICATIONS)
        with warnings.catch_warnings():  # the call that replaces this one is younger than Debian 13
            warnings.simplefilter("ignore", DeprecationWarning)
            self.bus.register_object(self.PATH, node.interfaces[0], self.called, None, None)
        self.context.pop_thread_default()
        self.bus.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
            GLib.Variant("(su)", ("org.freedesktop.Notifications", 0)), None,
            Gio.DBusCallFlags.NONE, -1, None)
        threading.Thread(target=self.loop.run, daemon=True).start()

    def called(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        given = parameters.unpack()
        answer = None
        if method == "Notify":
            self.shown.append(
                {"app": given[0], "replaces": given[1], "title": given[3], "text": given[4],
                 "actions": given[5][::2], "labels": given[5][1::2], "hints": given[6]})
            answer = GLib.Variant("(u)", (len(self.shown),))
        elif method == "CloseNotification":
            self.closed.append(given[0])
        elif method == "GetCapabilities":
            answer = GLib.Variant("(as)", (["actions", "body", "persistence"],))
        elif method == "GetServerInformation":
            answer = GLib.Variant("(ssss)", ("test", "Batchdesk", "1", "1.2"))
        invocation.return_value(answer)

    def labels(self, number):
        return self.shown[number - 1]["labels"]

    def action(self, number, label):
        """The id of the button with this text."""
        return self.shown[number - 1]["actions"][self.labels(number).index(label)]

    def press(self, number, action):
        self.bus.emit_signal(None, self.PATH, "org.freedesktop.Notifications", "ActionInvoked",
                             GLib.Variant("(us)", (number, action)))

    def stop(self):
        self.loop.quit()
        with contextlib.suppress(GLib.Error):
            self.bus.close_sync(None)


class Eyes:
    """Reads windows through the accessibility bus."""

    def __init__(self, session_address):
        session = connected(session_address)
        self.ask(session, "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                 GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True))))
        address, = self.ask(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        session.close_sync(None)
        self.bus = connected(address)

    @staticmethod
    def ask(bus, name, path, interface, method, parameters=None):
        return bus.call_sync(name, path, interface, method, parameters, None,
                             Gio.DBusCallFlags.NONE, 10_000, None).unpack()

    def property_of(self, thing, name):
        return self.ask(self.bus, *thing, "org.freedesktop.DBus.Properties", "Get",
                        GLib.Variant("(ss)", ("org.a11y.atspi.Accessible", name)))[0]

    def children(self, thing):
        return self.ask(self.bus, *thing, "org.a11y.atspi.Accessible", "GetChildren")[0]

    def is_showing(self, thing):
        states = self.ask(self.bus, *thing, "org.a11y.atspi.Accessible", "GetState")[0]
        return bool(states[0] & 1 << SHOWING)

    def role(self, thing):
        return self.ask(self.bus, *thing, "org.a11y.atspi.Accessible", "GetRoleName")[0]

    def below(self, thing, depth=20):
        """(role, name) of all there is to see below, in order; what goes away meanwhile is left out."""
        found = []
        try:
            if not self.is_showing(thing):
                return found
            found.append((self.role(thing), self.property_of(thing, "Name")))
            # Cells of tables are made as they are asked for; enough of them is enough.
            for child in self.children(thing)[:200] if depth else []:
                found += self.below(child, depth - 1)
        except GLib.Error:
            pass
        return found

    def windows(self):
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        found = []
        for program in self.children(root):
            with contextlib.suppress(GLib.Error):
                found += self.children(program)
        return found

    def titles(self):
        found = []
        for window in self.windows():
            with contextlib.suppress(GLib.Error):
                found.append(self.property_of(window, "Name"))
        return found

    def all(self):
        """(role, name) of all there is to see in all windows."""
        return [each for window in self.windows() for each in self.below(window)]

    def texts(self):
        return [name for _, name in self.all() if name]

    def find(self, role, name, things=None):
        for thing in self.windows() if things is None else things:
            with contextlib.suppress(GLib.Error):
                if not self.is_showing(thing):
                    continue
                if (self.role(thing), self.property_of(thing, "Name")) == (role, name):
                    return thing
                found = self.find(role, name, self.children(thing))
                if found:
                    return found
        return None

    def press(self, name):
        try:
            button = until(lambda: self.find("push button", name), "")
        except AssertionError:
            raise AssertionError(f"no button {name} in {self.all()}") from None
        self.ask(self.bus, *button, "org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (0,)))

    def stop(self):
        with contextlib.suppress(GLib.Error):
            self.bus.close_sync(None)


class DesktopCase(Case):
    """A test with a display and a session bus of its own."""

    def setUp(self):
        missing = [tool for tool in TOOLS if shutil.which(tool) is None]
        if Gio is None:
            missing.append("python3-gi")
        if missing:
            self.skipTest(f"{' and '.join(missing)}: not installed")
        if not (BIN / "batchdesk").exists():
            self.skipTest("the window is not built")
        super().setUp()
        self.started = []
        self.settings(General={"closingTold": "true"})  # what is said once, the first time, has been said
        self.env.update(QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                        LANG="C.UTF-8", LC_ALL="C.UTF-8", DISPLAY=self.display())

    def settings(self, **groups):
        """What a person has set, before the program starts."""
        file = self.folder / "config" / "batchdesk" / "batchdesk.ini"
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = []
        for group, values in groups.items():
            lines += [f"[{group}]", *(f"{key}={value}" for key, value in values.items())]
        file.write_text("\n".join(lines) + "\n")

    def spawn(self, *command, **options):
        process = subprocess.Popen(list(map(str, command)), env=self.env, **options)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for stream in (process.stdout, process.stderr):
            if stream:
                stream.close()

    def display(self):
        ours, its = os.pipe()
        self.spawn("Xvfb", "-displayfd", its, "-screen", "0", "1600x1000x24", "-nolisten", "tcp",
                   "-noreset", pass_fds=(its,), stderr=subprocess.DEVNULL)
        os.close(its)
        with os.fdopen(ours) as pipe:
            number = pipe.readline().strip()
        self.assertTrue(number, "Xvfb has not started")
        return f":{number}"

    def bus(self, *, bare=False):
        """Starts a session bus for all programs from now on; its address."""
        if bare:
            config = self.write("bus.conf", BARE_BUS.format(folder=self.folder))
            which = f"--config-file={config}"
        else:
            which = "--session"
        daemon = self.spawn("dbus-daemon", which, "--nofork", "--print-address=1",
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        address = daemon.stdout.readline().decode().strip()
        self.assertTrue(address, "dbus-daemon has not started")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address
        return address

    def notifications(self, address=None):
        """On a bus with nothing else, or on the one that is given."""
        service = Notifications(address or self.bus(bare=True))
        self.addCleanup(service.stop)
        return service

    def eyes(self, address=None):
        eyes = Eyes(address or self.bus())
        self.addCleanup(eyes.stop)
        return eyes

    def window_manager(self):
        if shutil.which("openbox") is None:
            self.skipTest("openbox is not installed")
        self.spawn("openbox", "--sm-disable", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(lambda: self.xdotool("get_num_desktops"), "a window manager")

    def window(self, *arguments):
        """Starts the program; what it says goes to a file."""
        self.said = self.folder / "said.txt"
        with self.said.open("ab") as said:
            return self.spawn(BIN / "batchdesk", *arguments, stdout=said, stderr=said, cwd=self.folder)

    def xdotool(self, *arguments):
        return subprocess.run(["xdotool", *map(str, arguments)], env=self.env, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.split()

    def shown(self, process):
        """Waits for the program's window; its number."""
        def look():
            self.assertIsNone(process.poll(), self.words())
            return self.xdotool("search", "--all", "--onlyvisible", "--pid", process.pid, "--name", ".")
        return until(look, "a window")[0]

    def title(self, window):
        return " ".join(self.xdotool("getwindowname", window))

    def look_elsewhere(self):
        """Nobody is at the window any more."""
        root = self.xdotool("search", "--maxdepth", "0", "")
        self.xdotool("windowfocus", root[0])

    def close(self, process, window):
        """As a person closes it; it ends by itself and well."""
        self.xdotool("windowfocus", "--sync", window, "key", "ctrl+q")
        self.assertEqual(process.wait(30), 0, self.words())

    def words(self):
        return self.said.read_text(errors="replace")


class Gate(Provider):
    """A provider whose batches are under way until the test lets them end, all at once."""

    def good(self, method, path, body):
        answer = super().good(method, path, body)
        if (method, path) == ("POST", "/v1/batches"):
            batch = list(self.batches.values())[-1]
            batch["status"] = "in_progress"
        return answer

    def let_end(self):
        for batch in self.batches.values():
            batch["status"] = "completed"
