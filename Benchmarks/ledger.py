#!/usr/bin/env python3
"""What the ledger does on this disk: durable appends, a lone append, opening, proofs, verification, a desk ready.

The store is made here, entry by entry, each in a command of its own through the rules, views and locks of a desk, as
`foreland ledger measure` does it; nothing is copied in. It is an EXERCISE and is kept in the scratch folder, because a
million appends take minutes: delete .foreland/bench/ledger-* to make it anew.

environment: FORELAND_BENCH_ENTRIES   how many entries the large store has, 1,000,000 unless it is named
"""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from measuring import ROOT, SCRATCH, best, binary, judge, print_table, thresholds

ENTRIES = int(os.environ.get("FORELAND_BENCH_ENTRIES", "1000000"))
# Entries of the store on which appends are measured, and writers at a time.
APPENDS, WRITERS = 30_000, 64
# The large store is filled with more commands under way: the same work in larger groups.
FILLERS = 512
READY_SECONDS = 120


def measure(store: pathlib.Path, *arguments: str) -> dict:
    """The figures of `foreland ledger measure`."""
    command = [binary(), "ledger", "measure", "--store", str(store), *arguments]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL).stdout)


def flush_milliseconds() -> float:
    """The median time that this disk takes to make 64 KiB durable: what no append can be faster than."""
    file = os.open(SCRATCH / "flush", os.O_CREAT | os.O_RDWR)
    times = []
    for turn in range(100):
        os.pwrite(file, os.urandom(65_536), turn * 65_536)
        start = time.monotonic()
        os.fdatasync(file)
        times.append((time.monotonic() - start) * 1000)
    os.close(file)
    (SCRATCH / "flush").unlink()
    return sorted(times)[len(times) // 2]


def large_store() -> pathlib.Path:
    """The store with many entries, made when it is not there."""
    folder = SCRATCH / f"ledger-{ENTRIES}"
    store = folder / "foreland.sqlite"
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        print(f"bench: appending {ENTRIES:,} entries (some minutes, once)", flush=True)
        print(json.dumps(measure(store, "--append", str(ENTRIES), "--writers", str(FILLERS))))
        (folder / "complete").touch()
    return store


def ready_seconds(store: pathlib.Path) -> float:
    """How long a desk takes from its start until it says that it is ready."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [binary(), "exercise", "--serve", "--hours", "0.1", "--store", str(store), "--listen", f"127.0.0.1:{port}"]
    start = time.monotonic()
    desk = subprocess.Popen(
        [*command, "--share", str(ROOT / "share")], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while time.monotonic() - start < READY_SECONDS and desk.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=READY_SECONDS) as answer:
                    if answer.status == 200:
                        return time.monotonic() - start
            except (OSError, urllib.error.URLError):
                time.sleep(0.005)
        raise SystemExit("bench: the desk did not become ready")
    finally:
        desk.send_signal(signal.SIGTERM)
        desk.wait(timeout=60)


def main() -> int:
    """Measure, print the table, and hold the figures against the thresholds."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    limits = thresholds("ledger")
    small = SCRATCH / "ledger-appends"
    shutil.rmtree(small, ignore_errors=True)
    small.mkdir()
    appends = measure(small / "foreland.sqlite", "--append", str(APPENDS), "--writers", str(WRITERS))
    shutil.rmtree(small)
    store = large_store()
    million = measure(store)
    ready = min(ready_seconds(store) for _ in range(3))
    # After a desk has been there, so that there is an archive to hold against the ledger, as anywhere else.
    weight = best([binary(), "ledger", "verify", "--store", str(store)])
    per_million = weight.cpu_seconds / million["entries"] * 1e6
    cpu_each = appends["appendProcessorSeconds"] / appends["appended"] * 1e6
    print_table(
        ["figure", "value"],
        [
            ["median flush of 64 KiB on this disk, ms", f"{flush_milliseconds():.2f}"],
            [f"appends a second, {WRITERS} writers", f"{appends['appendsPerSecond']:,.0f}"],
            ["processor time of an append, microseconds", f"{cpu_each:.1f}"],
            ["lone append, median ms", f"{appends['aloneMedianMilliseconds']:.2f}"],
            ["entries of the large store", f"{million['entries']:,}"],
            ["its ledger opened, seconds", f"{million['openSeconds']:.3f}"],
            ["a desk on it ready, seconds", f"{ready:.3f}"],
            ["a proof of it, median and worst ms", f"{million['proofMedianMilliseconds']:.3f}, {million['proofWorstMilliseconds']:.2f}"],
            ["verified, CPU seconds a million", f"{per_million:.2f}"],
            ["verified, peak megabytes", f"{weight.peak_megabytes:.0f}"],
        ],
    )
    checks = [
        ("durable appends a second", appends["appendsPerSecond"], "least", limits["appendsPerSecond"]),
        ("processor microseconds of an append", cpu_each, "most", limits["appendProcessorMicroseconds"]),
        ("lone append, median ms", appends["aloneMedianMilliseconds"], "most", limits["loneAppendMilliseconds"]),
        ("a million verified, seconds of two cores", per_million / 2, "most", limits["millionVerifiedSeconds"]),
        ("a desk ready, seconds", ready, "most", limits["readySeconds"]),
        ("a proof, median ms", million["proofMedianMilliseconds"], "most", limits["proofMilliseconds"]),
    ]
    return 0 if judge(checks) else 1


if __name__ == "__main__":
    sys.exit(main())
