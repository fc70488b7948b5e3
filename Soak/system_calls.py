#!/usr/bin/env python3
"""Let each nth system call on a file of the store fail, and count the syncs before each acknowledgement. About 30 minutes.

strace stands between the desk and the kernel. For each call and each error the desk is started anew with the nth such call failing,
for n from 1 until none is left to fail. It may go on or end with a message; what it acknowledged must be there afterwards, and
the store must verify. Then the syncs: between a request and its answer 201 the log of the ledger was written, and after that
synced.
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

from desks import SKIPPED, Broken, Desk, Load, Store, check_store, check_views, expect, main

CALLS = ["pwrite64", "fdatasync", "fsync", "ftruncate", "openat", "write", "unlink", "pread64"]
# A desk may do without these: SQLite syncs with fdatasync here.
RARE = ["fsync", "unlink", "write"]
ERRORS = ["EIO", "ENOSPC"]
# A call that is made more often than this in one run is tried at ever larger steps.
EVERY_ONE_UP_TO = 40
MOST_CALLS = 4000
ENTRIES = 12
SYNC_ENTRIES = 40
STORE_FILES = ["foreland.sqlite", "foreland.sqlite-wal", "foreland.sqlite-shm", "foreland.sqlite.keys"]
STORE_FILES += ["foreland.sqlite.keys-journal", "foreland.sqlite.archive", "foreland.sqlite.archive-wal"]


def can_trace() -> bool:
    """Whether strace is here and may trace."""
    if shutil.which("strace") is None:
        print("strace is not installed (Debian's package strace), so no system call is made to fail.")
        return False
    tried = subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False)
    if tried.returncode != 0:
        print("strace may not trace here (ptrace is forbidden), so no system call is made to fail.")
    return tried.returncode == 0


def numbers():
    """Which calls are made to fail: each of the first, and then ever fewer."""
    number = 1
    while number < MOST_CALLS:
        yield number
        number += 1 if number < EVERY_ONE_UP_TO else number // 8


def fail_at(store: Store, scratch: pathlib.Path, call: str, error: str, number: int) -> bool:
    """One run with one failing call; returns whether any call failed."""
    store = store.copy(scratch)
    trace = scratch.parent / "trace"
    paths = [word for name in STORE_FILES for word in ("-P", f"{scratch}/{name}")]
    strace = ["strace", "-f", "-qq", "-o", str(trace), *paths, "-e", f"trace={call}"]
    desk = Desk(store, under=[*strace, "-e", f"inject={call}:error={error}:when={number}"])
    acknowledged: dict[str, int] = {}
    try:
        if desk.opens():
            load = Load(desk, f"{call}-{error}-{number}", writers=2, entries=ENTRIES // 2)
            outcome = load.end(wait=True)
            acknowledged = outcome.acknowledged
            for text, (status, answer) in outcome.refused.items():
                expect(status in (500, 503, 507), f"'{text}' was answered with {status} {answer}")
        else:
            status = desk.process.wait(timeout=30)
            expect(status == 1, f"the desk did not open, with exit status {status} and not 1:\n{desk.output()}")
            expect("foreland: " in desk.output(), f"the desk did not open and did not say why:\n{desk.output()}")
    finally:
        kill_traced(desk)
    failed = "(INJECTED)" in trace.read_text()
    try:
        check_store(store, acknowledged)
        check_views(store, scratch.parent / "views")
    except Broken as broken:
        raise Broken(f"{broken}\nthe desk had said:\n{desk.output()}") from None
    return failed


def kill_traced(desk: Desk):
    """Kill the desk, and then the strace that it runs under: only the desk's own end is a power cut."""
    children = pathlib.Path(f"/proc/{desk.process.pid}/task/{desk.process.pid}/children")
    for child in children.read_text().split() if children.exists() else []:
        os.kill(int(child), signal.SIGKILL)
    desk.kill()


def count_syncs(store: Store, scratch: pathlib.Path, writers: int):
    """Each answer 201 comes after a sync of the log of the ledger that itself came after writing it, all since the request."""
    store = store.copy(scratch)
    trace = scratch.parent / "trace"
    calls = "pwrite64,fdatasync,read,recvfrom,recvmsg,write,writev,sendto,sendmsg"
    desk = Desk(store, under=["strace", "-f", "-qq", "-yy", "-s", "64", "-o", str(trace), "-e", f"trace={calls}"]).open()
    try:
        outcome = Load(desk, "sync", writers=writers, entries=SYNC_ENTRIES // writers).end(wait=True)
    finally:
        kill_traced(desk)
    answers = judge_syncs(trace.read_text().splitlines())
    expect(answers == len(outcome.acknowledged) > 0, f"{len(outcome.acknowledged)} acknowledged, {answers} seen in the trace")
    print(f"{writers} at once: {answers} acknowledgements, each after a sync of what was written", flush=True)


def judge_syncs(lines: list[str]) -> int:
    """Go through a trace; returns how many answers 201 there were."""
    open_calls: dict[str, tuple[int, str]] = {}
    request_at: dict[str, int] = {}
    last_write = last_sync_begun = -1
    # The latest write of the log that a completed sync had been begun after.
    synced_write = -1
    answers = 0
    for place, line in enumerate(lines):
        thread, _, rest = line.partition(" ")
        rest = rest.strip()
        began = place
        if resumed := re.match(r"<\.\.\. \w+ resumed>", rest):
            began, start = open_calls.pop(thread, (place, ""))
            rest = start + rest[resumed.end():]
        elif rest.endswith("<unfinished ...>"):
            open_calls[thread] = (place, rest[: -len("<unfinished ...>")].rstrip())
            # An answer counts as sent when the call begins, a write when it ends.
            if "HTTP/1.1 201" not in rest:
                continue
        if rest.startswith("pwrite64(") and "sqlite-wal>" in rest:
            last_write = place
        elif rest.startswith("fdatasync(") and "sqlite-wal>" in rest and rest.endswith("= 0"):
            last_sync_begun = began
            synced_write = max(synced_write, last_write if last_write < last_sync_begun else synced_write)
        elif "POST /api/log" in rest and (socket := re.search(r"\((\d+)<", rest)):
            request_at[socket[1]] = began
        elif "HTTP/1.1 201" in rest and (socket := re.search(r"\((\d+)<", rest)) and socket[1] in request_at:
            asked = request_at.pop(socket[1])
            answers += 1
            expect(synced_write > asked, f"answer {answers} was sent before what it acknowledges was synced: {line}")
    return answers


def run(calls: dict[str, list[int]] | None = None, errors: list[str] | None = None):
    """Try all, or the given numbers of the given calls; raises `Broken` with the first thing that does not hold."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="foreland-calls-"))
    try:
        store = Store.make(folder / "store")
        for writers in (1, 8):
            count_syncs(store, folder / "run", writers)
        for call in calls or CALLS:
            for error in errors or ERRORS:
                tried = failed = 0
                for number in (calls or {}).get(call) or numbers():
                    try:
                        has_failed = fail_at(store, folder / "run", call, error, number)
                    except Broken as broken:
                        raise Broken(f"with {call} number {number} failing with {error}: {broken}") from None
                    tried += 1
                    failed += has_failed
                    if not has_failed and calls is None:
                        break
                print(f"{call} {error}: {failed} of {tried} runs had a failing call, and nothing acknowledged was lost", flush=True)
                expect(failed > 0 or call in RARE, f"no {call} ever failed, which tests nothing")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    if not can_trace():
        sys.exit(SKIPPED)
    main(run)
