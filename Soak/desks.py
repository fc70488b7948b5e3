"""What the fault tests share: stores, desks as real processes on the loopback address, officers who write, and what must hold."""

import dataclasses
import http.client
import json
import os
import pathlib
import queue
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SKIPPED = 77
START_SECONDS = 60
STOP_SECONDS = 30
ANSWER_SECONDS = 20
TOOL_SECONDS = 300
# The ledger's own tables; every other one belongs to a view.
LEDGER_TABLES = {"setting", "entry", "tree", "checkpoint", "view"}


class Broken(AssertionError):
    """Something that must hold did not."""


def binary() -> str:
    """The binary under test: FORELAND_BINARY, else the release build."""
    return os.environ.get("FORELAND_BINARY", str(ROOT / ".build/release/foreland"))


def scaled(number: int) -> int:
    """A number of repetitions under SOAK_SCALE, at least one."""
    return max(1, round(number * float(os.environ.get("SOAK_SCALE", "1"))))


def expect(holds: bool, complaint: str):
    """Fail with words unless something holds."""
    if not holds:
        raise Broken(complaint)


def tool(*arguments: str, under: list[str] | None = None) -> subprocess.CompletedProcess:
    """Run the binary as a tool to its end."""
    return subprocess.run(
        [*(under or []), binary(), *arguments], capture_output=True, text=True, timeout=TOOL_SECONDS, check=False
    )


@dataclasses.dataclass
class Store:
    """A store in a folder of its own, with one officer and a token that writes in the log as that officer."""

    folder: pathlib.Path
    token: str = ""

    @property
    def path(self) -> str:
        """The store as the command line takes it."""
        return f"{self.folder}/"

    @property
    def ledger(self) -> pathlib.Path:
        """The ledger's file."""
        return self.folder / "foreland.sqlite"

    @classmethod
    def make(cls, folder: pathlib.Path, exercise: bool = False) -> "Store":
        """A new store, where wanted one in which exercises are played."""
        folder.mkdir(parents=True)
        store = cls(folder)
        if exercise:
            played = tool("exercise", "--seed", "1", "--hours", "0.01", "--store", store.path)
            expect(played.returncode == 0, f"no exercise could be played: {played.stderr}")
        made = tool("user", "add", "kim", "--agency", "centre", "--role", "watchOfficer", "--store", store.path)
        expect(made.returncode == 0, f"no officer could be added: {made.stderr}")
        store.token = store.issue("log:write")
        return store

    def issue(self, scope: str, person: str = "kim") -> str:
        """A token of the officer, or of another person."""
        issued = tool("token", "issue", person, "--scope", scope, "--store", self.path)
        expect(issued.returncode == 0, f"no token could be issued: {issued.stderr}")
        return issued.stdout.strip()

    def copy(self, folder: pathlib.Path) -> "Store":
        """The same store elsewhere, as its files are at this moment."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for file in self.folder.iterdir():
            # What reserves room holds nothing.
            if file.is_file() and not file.name.endswith(".reserve"):
                shutil.copy2(file, folder)
        return Store(folder, self.token)

    def verify(self, *more: str) -> subprocess.CompletedProcess:
        """What `foreland ledger verify` says."""
        return tool("ledger", "verify", "--store", self.path, *more)

    def entries(self) -> dict[int, dict]:
        """Every entry with its opened parts, by sequence."""
        exported = tool("ledger", "export", "--opened", "--store", self.path)
        expect(exported.returncode == 0, f"the ledger cannot be exported: {exported.stderr}")
        rows = (json.loads(line) for line in exported.stdout.splitlines())
        return {row["sequence"]: row for row in rows if "sequence" in row}

    def views(self) -> dict[str, list]:
        """The rows of every table that views keep. An index of words is compared by what is in it, not by its segments."""
        with sqlite3.connect(f"file:{self.ledger}?mode=ro", uri=True) as database:
            names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            segments = re.compile(r"_(data|idx|config)$")
            tables = [
                name for name in names if name not in LEDGER_TABLES and not name.startswith("sqlite_") and not segments.search(name)
            ]
            rows = {name: sorted(map(repr, database.execute(f'SELECT * FROM "{name}"'))) for name in [*tables, "view"]}
        database.close()
        return rows

    def size_on_disk(self) -> int:
        """Bytes of all files of the store."""
        return sum(file.stat().st_size for file in self.folder.iterdir() if file.is_file())


class Desk:
    """A desk on a store, as a process of its own."""

    def __init__(self, store: Store, *arguments: str, under: list[str] | None = None, command: str = "serve", environment=None):
        self.store = store
        self.port = 0
        self.lines: list[str] = []
        self._fresh: queue.Queue[str | None] = queue.Queue()
        started = [command] if command == "serve" else [command, "--serve"]
        self.process = subprocess.Popen(
            [*(under or []), binary(), *started, "--store", store.path, "--listen", "127.0.0.1:0", *arguments],
            cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={**os.environ, **(environment or {})},
        )
        threading.Thread(target=self._read, daemon=True).start()

        Desk.running.append(self)

    # Every desk that was started, so that none is left running when a test breaks off.
    running: list["Desk"] = []

    @staticmethod
    def kill_all():
        """End every desk that still runs."""
        for desk in Desk.running:
            desk.kill()

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            self._fresh.put(line)
        self._fresh.put(None)

    def opens(self, seconds: float = START_SECONDS) -> bool:
        """Wait until the desk says where it is open; False when it ends instead."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                line = self._fresh.get(timeout=1)
            except queue.Empty:
                continue
            if line is None:
                return False
            if found := re.search(r"open on https?://\S+:(\d+)", line):
                self.port = int(found[1])
                return True
        raise Broken(f"the desk neither opened nor ended within {seconds} s:\n{self.output()}")

    def open(self) -> "Desk":
        """Wait until the desk is open, or fail with what it printed."""
        expect(self.opens(), f"the desk did not open:\n{self.output()}")
        return self

    def output(self) -> str:
        """The last lines that the desk printed."""
        return "\n".join(self.lines[-40:])

    def signal(self, number: int):
        """Send the desk a signal, unless it has ended."""
        if self.process.poll() is None:
            self.process.send_signal(number)

    def kill(self) -> int:
        """End the desk as a power cut would, and return its exit status."""
        self.signal(signal.SIGKILL)
        return self.process.wait(timeout=STOP_SECONDS)

    def stop(self) -> int:
        """Ask the desk to end; kill it when it does not."""
        self.signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Broken(f"the desk did not end when it was asked to:\n{self.output()}") from None

    def ask(self, method: str, path: str, body: dict | None = None, token: str | None = None) -> tuple[int, str]:
        """One request; status and body of the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_SECONDS)
        try:
            return request(connection, method, path, body, token or self.store.token)
        finally:
            connection.close()

    def write(self, text: str, **fields) -> tuple[int, str]:
        """Write one entry in the log."""
        return self.ask("POST", "/api/log", {"text": text, **fields})

    def metric(self, name: str) -> float:
        """One value of /metrics."""
        _, text = self.ask("GET", "/metrics")
        found = re.search(rf"^foreland_{name} (\S+)$", text, re.MULTILINE)
        expect(found is not None, f"/metrics has no foreland_{name}:\n{text}")
        return float(found[1])


def request(connection, method: str, path: str, body: dict | None, token: str) -> tuple[int, str]:
    """One request over a connection that stays open."""
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/json", "Content-Type": "application/json"}
    connection.request(method, path, body=None if body is None else json.dumps(body), headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


@dataclasses.dataclass
class Outcome:
    """What became of the entries that officers wrote, by their text."""

    acknowledged: dict[str, int] = dataclasses.field(default_factory=dict)
    refused: dict[str, tuple[int, str]] = dataclasses.field(default_factory=dict)
    unanswered: set[str] = dataclasses.field(default_factory=set)


class Load:
    """Officers who write in the log one entry after another, each waiting for its answer, until the desk is gone."""

    def __init__(self, desk: Desk, prefix: str, writers: int = 8, subjects: bool = True, entries: int | None = None):
        self.outcome = Outcome()
        self._entries = entries
        self._ended = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, args=(desk, f"{prefix}-{number}", subjects), daemon=True) for number in range(writers)
        ]
        for thread in self._threads:
            thread.start()

    def _run(self, desk: Desk, prefix: str, subjects: bool):
        connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=ANSWER_SECONDS)
        number = 0
        while not self._ended.is_set() and number != self._entries:
            number += 1
            text = f"{prefix}-{number}"
            body = {"text": text, "key": text}
            # A new subject is a new key, so the key store is written too.
            if subjects and number % 3 == 0:
                body["subject"] = f"mmsi:{235_000_000 + hash(text) % 900_000}"
            self.outcome.unanswered.add(text)
            try:
                status, answer = request(connection, "POST", "/api/log", body, desk.store.token)
            except (OSError, http.client.HTTPException):
                return
            self.outcome.unanswered.discard(text)
            if status == 201:
                self.outcome.acknowledged[text] = json.loads(answer)["sequence"]
            else:
                self.outcome.refused[text] = (status, answer)
        connection.close()

    def end(self, wait: bool = False) -> Outcome:
        """Tell every officer to stop, or let them write what they have; what they wrote."""
        if not wait:
            self._ended.set()
        for thread in self._threads:
            thread.join(ANSWER_SECONDS + 5)
        return self.outcome


def text_of(entry: dict) -> str | None:
    """What somebody wrote, of an entry of the log."""
    return next((part.get("text") for part in entry.get("parts", []) if part["name"] == "text"), None)


def check_store(store: Store, acknowledged: dict[str, int]) -> int:
    """Whatever was acknowledged is there, once, where it was said to be; entries are whole; `verify` finds nothing.

    Returns how many entries the ledger has.
    """
    verified = store.verify()
    expect(verified.returncode == 0, f"verify does not pass: {verified.stdout}{verified.stderr}")
    entries = store.entries()
    expect(sorted(entries) == list(range(1, len(entries) + 1)), "the sequences have a gap")
    written = {}
    for sequence, entry in entries.items():
        parts = entry.get("parts", [])
        expect(all(part["state"] == "open" for part in parts), f"entry {sequence} has a part that cannot be opened")
        if entry["kind"] == "log.written":
            text = text_of(entry)
            expect(text is not None, f"entry {sequence} lacks its text")
            expect(text not in written, f"what was written once stands twice, in {written.get(text)} and {sequence}: {text}")
            written[text] = sequence
    for text, sequence in acknowledged.items():
        expect(written.get(text) == sequence, f"'{text}' was acknowledged as {sequence} and stands in {written.get(text)}")
    return len(entries)


def check_views(store: Store, scratch: pathlib.Path):
    """The views are what the entries give: folded anew in a copy, every table has the same rows."""
    copy = store.copy(scratch)
    before = copy.views()
    rebuilt = tool("ledger", "rebuild", "--store", copy.path)
    expect(rebuilt.returncode == 0, f"the views cannot be folded anew: {rebuilt.stderr}")
    after = copy.views()
    expect(before.keys() == after.keys(), f"folded anew there are other tables: {sorted(before.keys() ^ after.keys())}")
    for table, rows in before.items():
        expect(rows == after[table], f"the table {table} has other rows than the entries give")
    shutil.rmtree(scratch)


def main(run, *arguments):
    """Run a soak test as a program: 1 with words when something does not hold."""
    try:
        run(*arguments)
    except Broken as broken:
        print(f"FAILED: {broken}", file=sys.stderr)
        sys.exit(1)
    finally:
        Desk.kill_all()
