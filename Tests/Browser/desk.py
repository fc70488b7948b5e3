"""Starts the real binary with an exercise night and a second feed of our own, and ends it again."""

import os
import pathlib
import queue
import re
import signal
import socket
import ssl
import subprocess
import threading
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("FORELAND_BINARY", str(ROOT / ".build/debug/foreland"))
START_SECONDS = 60
STOP_SECONDS = 20
SEED = 20261121
DRIFT_MEMBERS = "400"
UNVERIFIED = ssl._create_unverified_context()


def free_port() -> int:
    """A loopback port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Feed:
    """A feed that the test speaks into: the desk connects to it over TCP, like to any receiver."""

    def __init__(self):
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(START_SECONDS)
        self.port = self._listener.getsockname()[1]
        self._connection: socket.socket | None = None

    def send(self, lines: str) -> float:
        """Send sentences; returns the time just before they left, in seconds since 1970."""
        if self._connection is None:
            self._connection, _ = self._listener.accept()
            self._connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        left = time.time()
        self._connection.sendall(lines.encode())
        return left

    def close(self):
        """Hang up."""
        if self._connection:
            self._connection.close()
        self._listener.close()


class Desk:
    """A running desk on a loopback port, with a store in a folder of its own."""

    def __init__(self, folder: pathlib.Path, pace: int = 1, has_feed: bool = True, flags: tuple[str, ...] = (), tls: bool = False, port: int = 0):
        self.feed = Feed()
        self.port = port or free_port()
        self.address = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        self.lines: list[str] = []
        self._fresh: queue.Queue[str | None] = queue.Queue()
        command = [BINARY, "exercise", "--serve", "--seed", str(SEED), "--hours", "12", "--pace", str(pace)]
        command += ["--store", f"{folder}/store/", "--listen", f"127.0.0.1:{self.port}", "--share", str(ROOT / "share")]
        # A debug build takes long over the drift of each boat; few members do for tests.
        command += ["--drift-members", DRIFT_MEMBERS]
        if has_feed:
            command += ["--feed", f"crafted=tcp://127.0.0.1:{self.feed.port}"]
        command += flags
        (folder / "store").mkdir()
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self._process.stdout:
            self.lines.append(line.rstrip("\n"))
            self._fresh.put(line)
        self._fresh.put(None)

    def first_sign_in(self) -> tuple[str, str]:
        """The name and the one-time secret that a first start prints."""
        name = self._printed(r"\bname:?\s+(\S+)")
        return name, self._printed(r"\bsecret:?\s+(\S+)")

    def _printed(self, pattern: str) -> str:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            for line in self.lines:
                if found := re.search(pattern, line, re.IGNORECASE):
                    return found[1]
            try:
                if self._fresh.get(timeout=1) is None:
                    break
            except queue.Empty:
                pass
        raise AssertionError(f"the desk printed nothing like {pattern!r}:\n" + self.output())

    def wait_until_ready(self):
        """Wait until the desk says that it is ready, or fail with what it printed."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                # Whether a certificate is right is for the tests to ask; here it matters that the desk answers.
                with urllib.request.urlopen(f"{self.address}/readyz", timeout=5, context=UNVERIFIED) as answer:
                    if answer.status == 200:
                        return
            except (OSError, urllib.error.URLError):
                time.sleep(0.1)
        raise AssertionError("the desk did not become ready:\n" + self.output())

    def output(self) -> str:
        """The last lines that the desk printed."""
        return "\n".join(self.lines[-60:])

    def signal(self, number: int):
        """Send the process a signal."""
        self._process.send_signal(number)

    def freeze(self):
        """Hold the desk still, as a machine does that is out of breath; every `freeze` wants its `thaw`."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self):
        """Let the desk go on."""
        self._process.send_signal(signal.SIGCONT)

    def stop(self) -> int:
        """Ask the desk to end, and wait for it; returns its exit status."""
        self.feed.close()
        self._process.terminate()
        try:
            return self._process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise AssertionError(f"the desk did not end within {STOP_SECONDS} s:\n" + self.output()) from None
