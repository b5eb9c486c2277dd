# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A Secret Service that misbehaves as a file says, and writes down what it is asked.

Run as a program with a folder: the file "way" in it names the behaviour and is read at each call,
"calls" gets a line for each. Without a way it is a plain good service, whose secrets are in memory.
"""

import json
import os
import pathlib
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

ROOT = "/org/freedesktop/secrets"
DEFAULT = f"{ROOT}/collection/login"
NAME = "org.freedesktop.secrets"
SERVICE = "org.freedesktop.Secret.Service"
COLLECTION = "org.freedesktop.Secret.Collection"
ITEM = "org.freedesktop.Secret.Item"
PROMPT = "org.freedesktop.Secret.Prompt"
PROPERTIES = "org.freedesktop.DBus.Properties"
NOTHING = dbus.ObjectPath("/")

LOCKED = ("locked-dismissed", "locked-unanswered", "locked-refused")


class Trouble(dbus.DBusException):
    def __init__(self, name, words):
        super().__init__(words, name=name)


class World:
    """The state that all objects share."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.bus = dbus.SessionBus()
        self.items = {}
        self.made = 0

    @property
    def way(self):
        path = self.folder / "way"
        return path.read_text().strip() if path.exists() else ""

    def heard(self, call):
        """What every call begins with; some ways end it here."""
        with (self.folder / "calls").open("a") as calls:
            calls.write(json.dumps({"call": call, "way": self.way}) + "\n")
        if self.way == "dies":
            os._exit(1)
        if self.way == "fails":
            raise Trouble("org.freedesktop.DBus.Error.Failed", "the disk is on fire")

    def path(self, kind):
        self.made += 1
        return f"{ROOT}/{kind}/n{self.made}"


class Thing(dbus.service.Object):
    interface = ""

    def __init__(self, world, path):
        super().__init__(world.bus, path)
        self.world = world

    def properties(self):
        return {}

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, _interface, name):
        return self.properties()[name]

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, _interface):
        return dbus.Dictionary(self.properties(), signature="sv")

    @dbus.service.method(PROPERTIES, in_signature="ssv")
    def Set(self, _interface, _name, _value):
        pass


class Session(Thing):
    @dbus.service.method("org.freedesktop.Secret.Session")
    def Close(self):
        pass


class Prompt(Thing):
    def __init__(self, world, result):
        self.name = world.path("prompt")
        super().__init__(world, self.name)
        self.result = result

    @dbus.service.method(PROMPT, in_signature="s")
    def Prompt(self, _window):
        self.world.heard("Prompt")
        if self.world.way != "locked-unanswered":
            GLib.idle_add(lambda: self.Completed(True, self.result))

    @dbus.service.method(PROMPT)
    def Dismiss(self):
        pass

    @dbus.service.signal(PROMPT, signature="bv")
    def Completed(self, dismissed, result):
        pass


class Item(Thing):
    def __init__(self, world, attributes, value):
        self.name = world.path("collection/login")
        super().__init__(world, self.name)
        self.attributes, self.value = attributes, value

    def properties(self):
        return {"Locked": dbus.Boolean(self.world.way in LOCKED), "Label": "x", "Created": dbus.UInt64(1),
                "Modified": dbus.UInt64(1), "Attributes": dbus.Dictionary(self.attributes, signature="ss")}

    def secret(self, session):
        value = b"" if self.world.way == "empty-secret" else self.value
        return dbus.Struct((session, dbus.ByteArray(b""), dbus.ByteArray(value), "text/plain"),
                           signature="oayays")

    @dbus.service.method(ITEM, in_signature="o", out_signature="(oayays)")
    def GetSecret(self, session):
        self.world.heard("GetSecret")
        return self.secret(session)

    @dbus.service.method(ITEM, out_signature="o")
    def Delete(self):
        self.world.heard("Delete")
        self.world.items.pop(self.name, None)
        self.remove_from_connection()
        return NOTHING


class Collection(Thing):
    def properties(self):
        return {"Locked": dbus.Boolean(self.world.way in LOCKED), "Label": "Login", "Created": dbus.UInt64(1),
                "Modified": dbus.UInt64(1), "Items": dbus.Array(list(self.world.items), signature="o")}

    @dbus.service.method(COLLECTION, in_signature="a{sv}(oayays)b", out_signature="oo")
    def CreateItem(self, properties, secret, replace):
        self.world.heard("CreateItem")
        way = self.world.way
        if way in LOCKED:
            raise Trouble("org.freedesktop.Secret.Error.IsLocked", "it is locked")
        if way == "denies-write":
            raise Trouble("org.freedesktop.DBus.Error.AccessDenied", "you may not write")
        if way == "no-collection":
            raise Trouble("org.freedesktop.Secret.Error.NoSuchObject", "there is no such collection")
        attributes = dict(properties[f"{ITEM}.Attributes"])
        for name, item in list(self.world.items.items()):
            if replace and item.attributes == attributes:
                return dbus.ObjectPath(name), NOTHING if self.change(item, secret) else NOTHING
        item = Item(self.world, attributes, bytes(secret[2]))
        if way != "forgets":
            self.world.items[item.name] = item
        return dbus.ObjectPath(item.name), NOTHING

    @staticmethod
    def change(item, secret):
        item.value = bytes(secret[2])


class Service(Thing):
    def properties(self):
        return {"Collections": dbus.Array([DEFAULT], signature="o")}

    @dbus.service.method(SERVICE, in_signature="sv", out_signature="vo")
    def OpenSession(self, algorithm, _given):
        self.world.heard("OpenSession")
        if algorithm != "plain":
            raise Trouble("org.freedesktop.DBus.Error.NotSupported", "only plain")
        session = Session(self.world, self.world.path("session"))
        return dbus.String("", variant_level=1), dbus.ObjectPath(session.__dbus_object_path__)

    @dbus.service.method(SERVICE, in_signature="a{ss}", async_callbacks=("done", "failed"))
    def SearchItems(self, attributes, done, failed):
        try:
            self.world.heard("SearchItems")
        except Trouble as trouble:
            return failed(trouble)
        if self.world.way == "hangs":
            return None
        found = [] if self.world.way == "finds-nothing" else [
            name for name, item in self.world.items.items()
            if all(item.attributes.get(k) == v for k, v in attributes.items() if k != "xdg:schema")]
        paths, none = dbus.Array(found, signature="o"), dbus.Array([], signature="o")
        if self.world.way == "wrong-type":
            return done(dbus.String("hello"))
        return done(none, paths) if self.world.way in LOCKED else done(paths, none)

    @dbus.service.method(SERVICE, in_signature="ao", out_signature="aoo")
    def Unlock(self, objects):
        self.world.heard("Unlock")
        none = dbus.Array([], signature="o")
        if self.world.way == "locked-refused":
            return none, NOTHING
        if self.world.way in LOCKED:
            return none, dbus.ObjectPath(Prompt(self.world, none).name)
        return objects, NOTHING

    @dbus.service.method(SERVICE, in_signature="aoo", out_signature="a{o(oayays)}")
    def GetSecrets(self, paths, session):
        self.world.heard("GetSecrets")
        if self.world.way == "denies-read":
            raise Trouble("org.freedesktop.DBus.Error.AccessDenied", "you may not read")
        if self.world.way in LOCKED:
            raise Trouble("org.freedesktop.Secret.Error.IsLocked", "it is locked")
        found = {} if self.world.way == "empty" else {
            path: self.world.items[path].secret(session) for path in paths if path in self.world.items}
        return dbus.Dictionary(found, signature="o(oayays)")

    @dbus.service.method(SERVICE, in_signature="s", out_signature="o")
    def ReadAlias(self, _name):
        self.world.heard("ReadAlias")
        return NOTHING if self.world.way == "no-collection" else dbus.ObjectPath(DEFAULT)

    @dbus.service.method(SERVICE, in_signature="a{sv}s", out_signature="oo")
    def CreateCollection(self, _properties, _alias):
        self.world.heard("CreateCollection")
        return NOTHING, dbus.ObjectPath(Prompt(self.world, NOTHING).name)


def serve(folder):
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    world = World(folder)
    things = [Service(world, ROOT), Collection(world, DEFAULT), Collection(world, f"{ROOT}/aliases/default")]
    name = dbus.service.BusName(NAME, world.bus)
    print("ready", flush=True)
    GLib.MainLoop().run()
    del things, name


if __name__ == "__main__":
    serve(sys.argv[1])
