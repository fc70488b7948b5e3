#!/usr/bin/env python3
"""Fill the disk under a desk, use the reserve up, and make room again. About 5 minutes.

The store lies on a small disk in memory (tmpfs) that a file fills up. Ordinary entries are then refused with 507; entries about
people in danger and the record go on for the stated number, also after a kill and a start on the full disk; reading goes on
all the time. When the reserve is gone the log and the picture can be read and the record of others cannot. When there is room
again everything goes on by itself, the archive has what it held, and whatever was acknowledged is there.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from desks import SKIPPED, Desk, Load, Store, check_store, check_views, expect, main, text_of, tool

DISK_MEBIBYTES = 120
HOURS = 3
ENTRIES_AN_HOUR = 600
NOTICE_SECONDS = 20
LONG_TEXT = 3000
NIGHT = ["--seed", "20261121", "--hours", "12"]
FULL = 507


class SmallDisk:
    """A disk of its own for one store, that can be filled and cleared."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        folder.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={DISK_MEBIBYTES}m", "foreland-soak", str(folder)], capture_output=True, check=False
        )
        self.is_mounted = mounted.returncode == 0

    def fill(self):
        """Leave no byte free."""
        with open(self.folder / "filler", "ab", buffering=0) as filler:
            block = bytes(1 << 16)
            while block:
                try:
                    if filler.write(block) < len(block):
                        break
                except OSError:
                    block = block[: len(block) // 16]

    def clear(self):
        """Give the room back."""
        (self.folder / "filler").unlink()

    def close(self):
        """Take the disk away."""
        if self.is_mounted:
            subprocess.run(["umount", str(self.folder)], check=False)


def level(desk: Desk) -> str:
    """What can be written, as /metrics says it."""
    _, text = desk.ask("GET", "/metrics")
    lines = [line for line in text.splitlines() if line.startswith("foreland_storage_level{") and line.endswith(" 1")]
    expect(len(lines) == 1, f"/metrics names not one level: {lines}")
    return lines[0].split('"')[1]


def wait_for(desk: Desk, wanted: set[str]):
    """Wait until the desk has noticed."""
    deadline = time.monotonic() + NOTICE_SECONDS
    while (now := level(desk)) not in wanted:
        expect(time.monotonic() < deadline, f"after {NOTICE_SECONDS} s the level is {now} and not {wanted}\n{desk.output()}")
        time.sleep(0.2)


def write_until_refused(desk: Desk, known: dict[str, int], prefix: str, most: int = 1_000_000, padding: str = "") -> int:
    """Entries about someone in danger, until one is refused; how many were taken."""
    taken = 0
    while taken < most:
        text = f"{prefix}-{taken}{padding}"
        status, answer = desk.write(text, distress=True, key=f"{prefix}-{taken}")
        if status != 201:
            expect(status == FULL, f"an entry about someone in danger was answered with {status}: {answer}")
            break
        known[text] = json.loads(answer)["sequence"]
        taken += 1
    return taken


def use_up(store: Store, disk: SmallDisk, known: dict[str, int], entries: int):
    """Fill the disk under a running desk, use the reserve and make room again."""
    records = store.issue("read", "dana")
    reserve = ["--reserve-hours", str(HOURS), "--reserve-entries", str(-(-entries // HOURS))]
    desk = Desk(store, *NIGHT, *reserve, command="exercise").open()
    known |= Load(desk, "before", writers=4, entries=20).end(wait=True).acknowledged
    disk.fill()
    wait_for(desk, {"full"})
    status, answer = desk.write("ordinary on a full disk")
    expect(status == FULL and "disk is full" in answer, f"an ordinary entry was answered with {status} {answer}")
    taken = write_until_refused(desk, known, "first", entries // 4)
    # A start on the full disk, after a kill.
    desk.kill()
    disk.fill()
    desk = Desk(store, *NIGHT, *reserve, command="exercise").open()
    wait_for(desk, {"full"})
    status, _ = desk.ask("GET", "/api/record", token=records)
    expect(status == 200, f"with the reserve at hand the record is answered with {status}")
    taken += write_until_refused(desk, known, "second", entries)
    print(f"{taken} entries about people in danger were kept on the full disk", flush=True)
    expect(taken >= entries, f"the reserve was made for {entries} entries and took {taken}")
    # Long ones use up what is left of the reserve, whose smallest size is made for many more short ones.
    long = write_until_refused(desk, known, "to the end", padding=" " + "x" * LONG_TEXT)
    expect(level(desk) == "exhausted", f"the reserve is used up, and the level is {level(desk)}")
    print(f"{long} more, of {LONG_TEXT} characters each, until nothing was left of the reserve", flush=True)
    for path in ("/api/log", "/api/picture"):
        status, answer = desk.ask("GET", path, token=records)
        expect(status == 200, f"without any room {path} is answered with {status} {answer[:200]}")
    status, answer = desk.ask("GET", "/api/record?actor=nobody-yet", token=records)
    expect(status == FULL, f"without any room what is marked is answered with {status} {answer[:200]}")
    disk.clear()
    wait_for(desk, {"ample"})
    status, answer = desk.write("ordinary again", key="again")
    expect(status == 201, f"with room again an entry is answered with {status} {answer}")
    known["ordinary again"] = json.loads(answer)["sequence"]
    expect(desk.metric("storage_reserve_bytes") == desk.metric("storage_reserve_whole_bytes"), "the reserve is not whole again")
    time.sleep(4)
    expect(desk.stop() == 0, f"the desk did not end well:\n{desk.output()}")


def run(entries: int = HOURS * ENTRIES_AN_HOUR):
    """Fill and clear a disk; raises `Broken` with the first thing that does not hold. False when no disk can be mounted."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="foreland-disk-"))
    disk = SmallDisk(folder / "disk")
    try:
        if not disk.is_mounted:
            print("no small disk can be mounted here (that takes the superuser and the right to mount), so none is filled.")
            return False
        store = Store.make(disk.folder / "store", exercise=True)
        added = tool("user", "add", "dana", "--agency", "centre", "--role", "dataProtectionOfficer", "--store", store.path)
        expect(added.returncode == 0, added.stderr)
        known: dict[str, int] = {}
        use_up(store, disk, known, entries)
        check_store(store, known)
        check_views(store, folder / "copy")
        kept = store.entries().values()
        texts = {text_of(entry) for entry in kept if entry["kind"] == "log.written"}
        expect("ordinary on a full disk" not in texts, "an entry that was refused is in the ledger")
        levels = [part["text"] for entry in kept if entry["kind"] == "storage.changed" for part in entry["parts"]]
        expect(any('"level":"full"' in text for text in levels), "the ledger does not say that the disk was full")
        expect(any('"level":"ample"' in text for text in levels), "the ledger does not say that there was room again")
        late = [entry for entry in kept if entry["kind"] == "consulted" and entry["about"] < entry["recorded"]]
        expect(len(late) > 0, "what was looked at without any room was not recorded afterwards")
        return True
    finally:
        Desk.kill_all()
        disk.close()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(lambda: sys.exit(0 if run() else SKIPPED))
