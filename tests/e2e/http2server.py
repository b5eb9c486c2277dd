# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A provider that speaks HTTP/2 over TLS and breaks its answers in the ways that only HTTP/2 has."""

import socket
import ssl
import struct
import subprocess
import threading

import h2.config
import h2.connection
import h2.errors
import h2.events

CONFIG = "[req]\nprompt=no\ndistinguished_name=dn\nx509_extensions=x\n[dn]\nCN=Test\n[x]\nsubjectAltName=IP:127.0.0.1\n"


class End(Exception):
    """This connection is over."""


class Http2Server:
    """Answers by provider.answer() of a support.Provider, which keeps what was asked in hits.

    faults maps "METHOD /path" to names of faults, each of which is used once:
    close, reset (of the connection), refuse, fail (of the stream), goaway-before, goaway-after (the
    provider did not, or did, take the call), half-head, half-body, early-end (END_STREAM before all is
    there).
    """

    def __init__(self, provider, folder):
        self.provider = provider
        self.faults = {}
        self.streams = 0  # complete requests that came by HTTP/2
        self.lock = threading.Lock()
        (folder / "h2.conf").write_text(CONFIG)
        self.certificate, key = folder / "h2.pem", folder / "h2.key"
        subprocess.run(["openssl", "req", "-x509", "-config", folder / "h2.conf", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-keyout", key,
                        "-out", self.certificate], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(self.certificate, key)
        self.context.set_alpn_protocols(["h2"])
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def stop(self):
        self.listener.close()

    def accept(self):
        while True:
            try:
                raw, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(raw,), daemon=True).start()

    def serve(self, raw):
        try:
            with self.context.wrap_socket(raw, server_side=True) as wire:
                self.talk(wire)
        except (OSError, End, h2.exceptions.ProtocolError):
            pass

    def talk(self, wire):
        talk = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="utf-8"))
        talk.initiate_connection()
        wire.sendall(talk.data_to_send())
        asked, waiting = {}, []
        while True:
            data = wire.recv(65536)
            if not data:
                return
            for event in talk.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    asked[event.stream_id] = [dict(event.headers), b""]
                elif isinstance(event, h2.events.DataReceived):
                    asked[event.stream_id][1] += event.data
                    talk.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
                elif isinstance(event, h2.events.StreamEnded):
                    self.answer(wire, talk, event.stream_id, *asked.pop(event.stream_id), waiting)
            self.send_on(wire, talk, waiting)

    def answer(self, wire, talk, stream, headers, body, waiting):
        method, path = headers[":method"], headers[":path"]
        with self.lock:
            self.streams += 1
            self.provider.hits.append((method, path, headers, body))
            call = f"{method} {path.split('?')[0]}"
            fault = self.faults[call].pop(0) if self.faults.get(call) else None
            if fault in ("refuse", "goaway-before"):  # said before anything is done
                status, told, content = 0, {}, b""
            else:
                status, told, content = self.provider.answer(method, path, body)
        head = [(":status", str(status)), ("content-length", str(len(content))),
                *((name.lower(), value) for name, value in told.items())]
        if fault is None:
            talk.send_headers(stream, head)
            waiting.append([stream, content, True])
        elif fault in ("refuse", "fail"):
            code = h2.errors.ErrorCodes
            talk.reset_stream(stream, code.REFUSED_STREAM if fault == "refuse" else code.INTERNAL_ERROR)
        elif fault in ("goaway-before", "goaway-after"):
            talk.close_connection(last_stream_id=max(0, stream - 2) if fault == "goaway-before" else stream)
        elif fault == "half-head":
            # The first bytes of a frame of headers, and then nothing more.
            talk.send_headers(stream, head)
            wire.sendall(talk.data_to_send()[:12])
            raise End
        elif fault in ("half-body", "early-end"):
            # Up to the end of a line, where there is one: the cut that looks most like an end.
            half = content[:content.find(b"\n") + 1 or len(content) // 2]
            talk.send_headers(stream, head if fault == "half-body" else [head[0], *head[2:]])
            talk.send_data(stream, half, end_stream=fault == "early-end")
        elif fault == "reset":
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        wire.sendall(talk.data_to_send())
        if fault in ("close", "reset", "half-body", "goaway-before", "goaway-after"):
            raise End

    @staticmethod
    def send_on(wire, talk, waiting):
        """As much of each answer as the other side has room for."""
        for entry in list(waiting):
            stream, content, _ = entry
            while True:
                room = min(talk.local_flow_control_window(stream), talk.max_outbound_frame_size)
                if room == 0 and content:
                    break
                part, content = content[:room], content[room:]
                talk.send_data(stream, part, end_stream=not content)
                if not content:
                    waiting.remove(entry)
                    break
            entry[1] = content
        wire.sendall(talk.data_to_send())
