"""Real desks on loopback, each with a store of its own, for the tests of tiles and witnesses."""

import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("FORELAND_BINARY", str(ROOT / ".build/debug/foreland"))
PATIENCE_SECONDS = 90
STOP_SECONDS = 30


def free_port() -> int:
    """A loopback port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def foreland(*arguments: str, status: int = 0) -> str:
    """What the command line prints; it must end with this status."""
    run = subprocess.run([BINARY, *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
    assert run.returncode == status, f"foreland {' '.join(arguments)} ended with {run.returncode}:\n{run.stdout}{run.stderr}"
    return run.stdout


def keys(store: pathlib.Path) -> dict[str, str]:
    """The public keys of a ledger: `ledger` signs its checkpoints, `witness` cosigns those of others."""
    lines = foreland("ledger", "keys", "--store", str(store)).splitlines()
    return dict(line.split("\t") for line in lines)


def fetch(url: str, body: bytes | None = None) -> tuple[int, str, bytes]:
    """Status, content type and body of an answer, whatever the status."""
    request = urllib.request.Request(url, data=body)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:
            return answer.status, answer.headers["content-type"], answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers["content-type"], answer.read()


class Desk:
    """A running desk; `with` ends it."""

    def __init__(self, store: pathlib.Path, *arguments: str, port: int | None = None):
        self.store = store
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._output = open(store.parent / f"{store.name}.log", "ab")
        command = [BINARY, "serve", "--store", str(store), "--listen", f"127.0.0.1:{self.port}"]
        self._process = subprocess.Popen(
            [*command, *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=self._output, stderr=self._output
        )

    def __enter__(self):
        wait_for(lambda: self._process.poll() is not None or self._is_ready(), "the desk to be ready")
        assert self._process.poll() is None, self._log()
        return self

    def __exit__(self, *_):
        self._process.send_signal(signal.SIGTERM)
        try:
            status = self._process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise AssertionError("the desk did not end when it was asked to") from None
        self._output.close()
        assert status == 0, self._log()

    def _is_ready(self) -> bool:
        try:
            return fetch(f"{self.url}/readyz")[0] == 200
        except OSError:
            return False

    def _log(self) -> str:
        return (self.store.parent / f"{self.store.name}.log").read_text()

    def metric(self, name: str) -> float:
        """The value of a measure without labels."""
        text = fetch(f"{self.url}/metrics")[2].decode()
        return next(float(line.split()[1]) for line in text.splitlines() if line.startswith(f"foreland_{name} "))


def wait_for(is_done, what: str):
    """Wait until something is so."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if value := is_done():
            return value
        time.sleep(0.1)
    raise AssertionError(f"waited {PATIENCE_SECONDS} s in vain for {what}")
