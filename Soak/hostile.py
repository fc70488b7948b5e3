#!/usr/bin/env python3
"""Strangers attack a desk in every way that needs no account, while officers go on working.

Officers ask and write over connections of their own, first alone, then during each attack. Their usual time may grow by the
factor below at most, the memory of the desk by so much and no more, and every attacker that is refused is told why.
"""

import gzip
import itertools
import multiprocessing
import os
import pathlib
import socket
import statistics
import sys
import tempfile
import threading
import time

import desks
from desks import Desk, Store, expect, scaled

# Strangers come from addresses of the loopback network that no officer uses, so many that the limits for each hold none back.
STRANGERS = [f"127.0.0.{number}" for number in range(2, 18)]
CONNECTIONS = scaled(2_000)
SECONDS = max(3, scaled(14))
# How long the desk waits for the head of a first request, and for a body; whoever is slow is told nothing before.
HEAD_SECONDS = 10
BODY_SECONDS = 30
OFFICERS = 4
PAUSE_SECONDS = 0.02
# How many times its usual time a request may take; below the floor a machine that does other work decides.
FACTOR = 2.0
FLOOR_MILLISECONDS = 25.0
BOMB_BYTES = 64 << 20
GROWTH_MEGABYTES = 150
# Fewer answers say nothing about the slowest of a hundred.
ANSWERS_LEAST = 50


class Officers:
    """People at work: each reads the picture and the log, and writes now and then, and times every answer."""

    # No two entries have the same text.
    written = itertools.count(1)

    def __init__(self, desk: Desk):
        self.times: list[float] = []
        self.failures: list[str] = []
        self._ended = threading.Event()
        self._threads = [threading.Thread(target=self._work, args=(desk, number), daemon=True) for number in range(OFFICERS)]
        for thread in self._threads:
            thread.start()

    def _work(self, desk: Desk, number: int):
        count = 0
        while not self._ended.is_set():
            count += 1
            began = time.perf_counter()
            try:
                if count % 10 == 0:
                    status, _ = desk.write(f"officer {number} writes {next(Officers.written)}")
                else:
                    status, _ = desk.ask("GET", "/api/log?limit=20" if count % 2 else "/api/status")
            except OSError as error:
                self.failures.append(repr(error))
                continue
            self.times.append((time.perf_counter() - began) * 1000)
            if status not in (200, 201):
                self.failures.append(f"status {status}")
            time.sleep(PAUSE_SECONDS)

    def end(self) -> tuple[float, float]:
        """The median and the 99th percentile of their times, in milliseconds."""
        self._ended.set()
        for thread in self._threads:
            thread.join(60)
        expect(not self.failures, f"officers were not served: {self.failures[:5]} and {len(self.failures)} in all")
        expect(len(self.times) >= ANSWERS_LEAST, f"officers got only {len(self.times)} answers")
        return statistics.median(self.times), statistics.quantiles(self.times, n=100)[98]


def connect(desk: Desk, address: str) -> socket.socket:
    """A stranger's connection."""
    wire = socket.create_connection(("127.0.0.1", desk.port), timeout=30, source_address=(address, 0))
    wire.setblocking(False)
    return wire


class Strangers:
    """Many connections at once, each of which sends something again and again, and hears what the desk says.

    They are a process of their own that gives way, since what they do themselves would be done on other machines.
    """

    def __init__(self, desk: Desk, connections: int, begin: bytes, drip: bytes, pause_seconds: float):
        self.said: dict[str, int] = {}
        self.opened = 0
        self._desk, self._wanted = desk, connections
        self._begin, self._drip, self._pause = begin, drip, pause_seconds
        self._addresses = itertools.cycle(STRANGERS)
        context = multiprocessing.get_context("fork")
        self._ended, self._report = context.Event(), context.SimpleQueue()
        self._process = context.Process(target=self._run, daemon=True)
        self._process.start()

    def _run(self):
        os.nice(10)
        wires: list[socket.socket] = []
        while not self._ended.is_set():
            for _ in range(min(100, self._wanted - len(wires))):
                try:
                    wire = connect(self._desk, next(self._addresses))
                    wire.send(self._begin)
                    wires.append(wire)
                    self.opened += 1
                except OSError:
                    break
            wires = [wire for wire in wires if self._goes_on(wire)]
            time.sleep(self._pause)
        for wire in wires:
            wire.close()
        self._report.put((self.said, self.opened))

    def _goes_on(self, wire: socket.socket) -> bool:
        try:
            answer = wire.recv(4096)
            status = answer[9:12].decode(errors="replace") if answer.startswith(b"HTTP/1.1 ") else "closed"
        except BlockingIOError:
            status = None
        except OSError:
            status = "closed"
        if status is not None:
            self.said[status] = self.said.get(status, 0) + 1
            wire.close()
            return False
        try:
            wire.send(self._drip)
        except BlockingIOError:
            pass
        except OSError:
            pass
        return True

    def end(self) -> dict[str, int]:
        """What the desk said, by status."""
        self._ended.set()
        self.said, self.opened = self._report.get()
        self._process.join(60)
        return self.said


HEAD = b"Host: desk\r\n"
GUESS = b"name=kim&password=guessed"
BOMB = gzip.compress(bytes(BOMB_BYTES))
CHUNK = b"800\r\n" + b"x" * 2048 + b"\r\n"
# What a stranger opens with, what follows again and again, how many of them, the pause between, and what the desk may say.
ATTACKS = {
    "slow drip of heads": (b"GET /sign-in HTTP/1.1\r\n" + HEAD, b"X: ", CONNECTIONS, 0.5, {"408"}),
    "connections that say nothing": (b"", b"", CONNECTIONS, 0.5, {"408"}),
    "slow drip of bodies": (
        b"POST /sign-in HTTP/1.1\r\n" + HEAD + b"Content-Length: 9000\r\n\r\n", b"x", CONNECTIONS, 0.5, {"408"},
    ),
    "heads without end": (b"GET / HTTP/1.1\r\n", b"X: " + b"y" * 4000 + b"\r\n", 50, 0.05, {"431"}),
    "bodies without end": (
        b"POST /sign-in HTTP/1.1\r\n" + HEAD + b"Transfer-Encoding: chunked\r\n\r\n", CHUNK * 8, 50, 0.05, {"413"},
    ),
    "compressed bombs": (
        b"POST /sign-in HTTP/1.1\r\n" + HEAD + b"Content-Encoding: gzip\r\n"
        + f"Content-Length: {len(BOMB)}\r\n\r\n".encode() + BOMB, b"", 20, 0.05, {"415"},
    ),
    "guessed passwords": (
        b"POST /sign-in HTTP/1.1\r\n" + HEAD + b"Content-Type: application/x-www-form-urlencoded\r\n"
        + f"Content-Length: {len(GUESS)}\r\n\r\n".encode() + GUESS, b"", 50, 0.05, {"401", "429", "503"},
    ),
    "huge addresses": (b"GET /" + b"a" * 12_000 + b" HTTP/1.1\r\n" + HEAD + b"\r\n", b"", 20, 0.05, {"414"}),
    "what is not HTTP": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"", 50, 0.05, {"400"}),
}


def resident_megabytes(desk: Desk) -> float:
    """How much memory the desk holds now."""
    pages = int(pathlib.Path(f"/proc/{desk.process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def processor_seconds(desk: Desk) -> float:
    """How much work the desk has done."""
    fields = pathlib.Path(f"/proc/{desk.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def work(desk: Desk, seconds: float) -> tuple[float, float]:
    """Officers at work for a while; their median and 99th percentile."""
    officers = Officers(desk)
    time.sleep(seconds)
    return officers.end()


def attack(desk: Desk, name: str, before: float, seconds: float, most: int) -> list[str]:
    """One attack with so many connections at most; what did not hold, in words."""
    begin, drip, connections, pause, allowed = ATTACKS[name]
    usual = work(desk, seconds)
    spent = processor_seconds(desk)
    strangers = Strangers(desk, min(connections, most), begin, drip, pause)
    time.sleep(1)
    attacked = work(desk, seconds)
    said = strangers.end()
    spent = processor_seconds(desk) - spent
    again = work(desk, seconds)
    held = resident_megabytes(desk)
    # The machine may have changed meanwhile; the slower of the two quiet times counts.
    quiet = [max(pair) for pair in zip(usual, again)]
    print(
        f"{name}: median {quiet[0]:.1f} -> {attacked[0]:.1f} ms, 99th percentile {quiet[1]:.1f} -> {attacked[1]:.1f} ms, "
        f"{strangers.opened} connections, told {said}, {spent:.1f} s of the processor, memory {held:.0f} MB",
        flush=True,
    )
    wrong = []
    for word, usually, now in zip(("median", "99th percentile"), quiet, attacked):
        if now > max(FACTOR * usually, FLOOR_MILLISECONDS):
            wrong.append(f"{name}: the {word} grew from {usually:.1f} to {now:.1f} ms")
    if held - before > GROWTH_MEGABYTES:
        wrong.append(f"{name}: the desk holds {held - before:.0f} MB more than before")
    told = set(said) - {"closed"}
    patience = 0 if allowed != {"408"} else BODY_SECONDS if b"Content-Length" in begin else HEAD_SECONDS
    must_tell = seconds > patience
    if not told <= allowed or (must_tell and not told):
        wrong.append(f"{name}: strangers were told {said}, expected {allowed}")
    return wrong


def run(names: list[str], seconds: float = SECONDS, most: int = CONNECTIONS):
    """These attacks on one desk, which must be whole afterwards."""
    with tempfile.TemporaryDirectory(prefix="foreland-hostile-") as folder:
        store = Store.make(pathlib.Path(folder) / "store")
        desk = Desk(store).open()
        try:
            work(desk, 2)
            before = resident_megabytes(desk)
            wrong = [complaint for name in names for complaint in attack(desk, name, before, seconds, most)]
        finally:
            status = desk.stop()
        expect(status == 0, f"the desk ended with {status}")
        desks.check_store(store, {})
        expect(not wrong, "; ".join(wrong))


if __name__ == "__main__":
    desks.main(run, sys.argv[1:] or list(ATTACKS))
