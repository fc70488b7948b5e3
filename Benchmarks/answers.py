#!/usr/bin/env python3
"""How long pages and the API take with a million entries and twenty thousand tracks, now and as known at a past moment.

The store is made once and kept, by writing every entry through the desk; `FORELAND_BENCH_ENTRIES` makes it smaller. Eight
clients ask for each page and each answer in turn.
"""

import datetime
import os
import pathlib
import socket
import subprocess
import sys
import time

from desk import Desk, free_port, load_client, sea
from measuring import SCRATCH, judge, print_table, thresholds

ENTRIES = int(os.environ.get("FORELAND_BENCH_ENTRIES", "1000000"))
SHIPS, CLIENTS, REQUESTS, WRITERS = 20_000, 8, 200, 256
BOX = "50.5,0.5,51.5,2.5"


def paths(past: str, track: str) -> list[str]:
    """Every page and every answer that can be asked for, now and in the past."""
    now = [
        "/healthz", "/readyz", "/metrics", "/api/status", "/api/openapi.json", "/strings/en.json", "/picture", "/log", "/record",
        f"/api/picture?box={BOX}", "/api/picture", f"/api/tracks/{track}", f"/api/tracks/{track}/path",
        "/api/search?q=ship+123", "/api/search?q=2350", "/api/position?q=51+03.5N+001+20E", "/api/log", "/api/log?q=fog",
        "/api/log?q=entry+500", "/api/log?limit=200&before=1000", "/api/record", "/api/record?kind=log.",
        "/api/record?actor=officer&kind=log.written", f"/api/record?subject=track:{track}",
        f"/api/record?from={past}", f"/api/record?to={past}", "/log?q=fog", "/record?kind=log.",
    ]
    known = [
        "/picture", f"/api/picture?box={BOX}", "/api/picture", f"/api/tracks/{track}", f"/api/tracks/{track}/path", "/api/log",
        "/api/log?q=fog", "/api/record", "/log", "/record",
    ]
    return now + [f"{path}{'&' if '?' in path else '?'}at={past}" for path in known]


def main() -> int:
    """Fill the store when it is new, ask, print, and hold the slowest against the threshold."""
    limits = thresholds("answers")
    store = SCRATCH / f"answers-{ENTRIES}"
    store.mkdir(parents=True, exist_ok=True)
    feed = free_port(socket.SOCK_DGRAM)
    with Desk({"sea": f"file:{sea(SHIPS, 12)}", "more": f"udp://127.0.0.1:{feed}"}, store=store) as desk:
        missing = ENTRIES - desk.measure("ledger_entries")
        if missing > 0:
            print(f"answers: writing {missing:,} entries (some minutes, once)")
            command = [load_client(), "write", f"127.0.0.1:{desk.port}", desk.token, str(WRITERS), str(missing)]
            subprocess.run(command, check=True)
        while desk.measure("tracks") < SHIPS:
            time.sleep(0.2)
        time.sleep(2)
        past = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        time.sleep(3)
        asked = "\n".join(paths(past, "235000123")) + "\n"
        command = [load_client(), "ask", f"127.0.0.1:{desk.port}", desk.token, str(CLIENTS), str(REQUESTS)]
        answer = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
        rows = [line.split(" ", 4) for line in answer.stdout.splitlines()]
        entries = desk.measure("ledger_entries")
    print(f"{entries:,} entries, {SHIPS:,} tracks, {CLIENTS} clients")
    print_table(
        ["path", "median ms", "99th ms", "worst ms", "not 200"], [[path, *figures] for *figures, path in rows])
    failed = sum(int(row[3]) for row in rows)
    checks = [("answers other than 200", failed, "most", 0)]
    # The whole sea of twenty thousand rows is two megabytes; everything else is a page.
    whole = [row for row in rows if row[4].startswith("/api/picture") and "box" not in row[4]]
    slowest = max((row for row in rows if row not in whole), key=lambda row: float(row[1]))
    checks.append((f"99th percentile in ms of the slowest, {slowest[4]}", float(slowest[1]), "most", limits["milliseconds99"]))
    for row in whole:
        checks.append((f"99th percentile in ms of {row[4]}", float(row[1]), "most", limits["wholeSeaMilliseconds99"]))
    return 0 if judge(checks) else 1


if __name__ == "__main__":
    sys.exit(main())
