"""Just enough of HTTP/2 (RFC 9113) to be a reader who stops reading: a window that is never widened."""

import socket
import ssl
import struct

DATA, HEADERS, RST_STREAM, SETTINGS, GOAWAY = 0, 1, 3, 4, 7
END_STREAM, ACK, END_HEADERS = 1, 1, 4
INITIAL_WINDOW_SIZE = 4


def frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    """One frame (4.1)."""
    return struct.pack("!I", len(payload))[1:] + bytes([kind, flags]) + struct.pack("!I", stream) + payload


def literal(name: str, value: str) -> bytes:
    """A header field without indexing and without Huffman coding (RFC 7541, 6.2.2)."""

    def text(words: str) -> bytes:
        octets = words.encode()
        if len(octets) < 127:
            return bytes([len(octets)]) + octets
        return bytes([127, len(octets) - 127]) + octets

    return b"\x00" + text(name) + text(value)


class StoppedReader:
    """Asks for a stream with a window of so many octets and never widens it."""

    def __init__(self, port: int, certificate: str, path: str, headers: dict[str, str], window: int):
        context = ssl.create_default_context(cafile=certificate)
        context.set_alpn_protocols(["h2"])
        plain = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.socket = context.wrap_socket(plain, server_hostname="127.0.0.1")
        assert self.socket.selected_alpn_protocol() == "h2"
        self.received = 0
        self.status = None
        fields = {":method": "GET", ":scheme": "https", ":authority": f"127.0.0.1:{port}", ":path": path} | headers
        block = b"".join(literal(name, value) for name, value in fields.items())
        settings = struct.pack("!HI", INITIAL_WINDOW_SIZE, window)
        self.socket.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(SETTINGS, 0, 0, settings))
        self.socket.sendall(frame(HEADERS, END_STREAM | END_HEADERS, 1, block))

    def read_until_the_end(self) -> str:
        """Read frames until the stream or the connection ends; says which it was."""
        while True:
            head = self._exactly(9)
            if head is None:
                return "connection closed"
            length, kind, flags = int.from_bytes(head[:3]), head[3], head[4]
            payload = self._exactly(length)
            if payload is None:
                return "connection closed"
            if kind == DATA:
                self.received += length
            if kind == SETTINGS and not flags & ACK:
                self.socket.sendall(frame(SETTINGS, ACK, 0, b""))
            if kind == RST_STREAM:
                return "stream reset"
            if kind == GOAWAY:
                return "going away"
            if kind == DATA and flags & END_STREAM:
                return "stream ended"

    def _exactly(self, length: int) -> bytes | None:
        octets = b""
        while len(octets) < length:
            try:
                more = self.socket.recv(length - len(octets))
            except (ConnectionError, ssl.SSLError):
                return None
            if not more:
                return None
            octets += more
        return octets

    def close(self):
        """Hang up."""
        self.socket.close()
