#!/usr/bin/env python3
"""Move the clock under a desk: back, an hour forward, to 1970, to 2038. About a minute.

A little library stands between the desk and the clock of the machine, and is told the difference through a file. Whatever the clock
says, entries follow one another by their sequence, the store verifies, `/metrics` and the stream say that the clock moved and by how
much, and the ledger holds an entry about it. A desk that starts with a clock behind its last entry says that too.
"""

import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from desks import SKIPPED, Desk, Store, check_store, expect, main

NOTICE_SECONDS = 15
NOW = time.time()
JUMPS = {"an hour back": -3600, "an hour forward": 3600, "to 1970": 60 - NOW, "to 2038": 2_147_483_640 - NOW}


def compiler() -> str | None:
    """The C compiler that comes with Swift."""
    return shutil.which("clang")


def library(folder: pathlib.Path) -> str:
    """The little library that moves the clock, built in a folder."""
    built = folder / "moved_clock.so"
    source = pathlib.Path(__file__).with_name("moved_clock.c")
    subprocess.run([compiler(), "-shared", "-fPIC", "-O1", "-o", str(built), str(source)], check=True)
    return str(built)


class MovedClock:
    """The clock of one desk, which can be moved while it runs."""

    def __init__(self, file: pathlib.Path):
        self.file = file
        self.set(0)
        self.environment = {"LD_PRELOAD": library(file.parent), "MOVED_CLOCK": str(file)}

    def set(self, seconds: float):
        """Put the clock so far before or behind that of the machine."""
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f"{seconds:.0f}\n")
        os.replace(fresh, self.file)


def wait_for_metric(desk: Desk, name: str, wanted: float, slack: float = 5):
    """Wait until /metrics says about so much."""
    deadline = time.monotonic() + NOTICE_SECONDS
    while abs((found := desk.metric(name)) - wanted) > slack:
        expect(time.monotonic() < deadline, f"foreland_{name} is {found} and not about {wanted}\n{desk.output()}")
        time.sleep(0.2)


def move_once(store: Store, name: str, seconds: float, known: dict[str, int]):
    """One jump under a running desk."""
    clock = MovedClock(store.folder.parent / "clock")
    desk = Desk(store, environment=clock.environment).open()
    write(desk, f"before {name}", known)
    clock.set(seconds)
    wait_for_metric(desk, "clock_moved_seconds", seconds)
    write(desk, f"after {name}", known)
    status, text = desk.ask("GET", "/api/status")
    expect(status == 200 and abs(json.loads(text)["clock"]["movedSeconds"] - seconds) < 5, f"the status does not say it: {text}")
    clock.set(0)
    # Set right within the hour, there is nothing left to tell.
    wait_for_metric(desk, "clock_moved_seconds", 0)
    expect(desk.metric("clock_moves_total") == 2, "the clock was moved twice")
    expect(desk.stop() == 0, f"the desk did not end well:\n{desk.output()}")
    moved = [entry for entry in store.entries().values() if entry["kind"] == "clock.moved"]
    said = [json.loads(entry["parts"][0]["text"])["seconds"] for entry in moved[-2:]]
    expect(abs(said[0] - seconds) < 5 and abs(said[1] + seconds) < 5, f"the ledger says {said} of {seconds}")
    print(f"{name}: said by screen, metrics and ledger, and said again when it was set right", flush=True)


def write(desk: Desk, text: str, known: dict[str, int]):
    """One entry, which must be taken, after all before it."""
    status, answer = desk.write(text)
    expect(status == 201, f"'{text}' was answered with {status} {answer}")
    sequence = json.loads(answer)["sequence"]
    last = max(known.values(), default=0)
    expect(sequence > last, f"'{text}' got the sequence {sequence}, and {last} was given before")
    known[text] = sequence


def start_behind(store: Store, known: dict[str, int]):
    """A start with a clock behind the last entry."""
    clock = MovedClock(store.folder.parent / "clock")
    clock.set(-86_400)
    desk = Desk(store, environment=clock.environment).open()
    wait_for_metric(desk, "clock_behind_seconds", 86_400, slack=600)
    write(desk, "a day behind", known)
    expect(desk.stop() == 0, f"the desk did not end well:\n{desk.output()}")
    entry = store.entries()[known["a day behind"]]
    expect(entry.get("clockStepped") or entry["recorded"] < datetime.datetime.now(datetime.UTC).isoformat(), "the entry bears no such time")
    print("started a day behind its last entry: said by metrics and ledger", flush=True)


def run(names: list[str] | None = None):
    """Move the clock in every way, or in those named; raises `Broken` with the first thing that does not hold."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="foreland-clock-"))
    try:
        store = Store.make(folder / "store")
        store.token = store.issue("read,log:write")
        known: dict[str, int] = {}
        for name in names or JUMPS:
            move_once(store, name, JUMPS[name], known)
        start_behind(store, known)
        check_store(store, known)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    if compiler() is None:
        print("There is no clang on the path (Swift brings one), so no clock is moved.")
        sys.exit(SKIPPED)
    main(run)
