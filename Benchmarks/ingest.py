#!/usr/bin/env python3
"""What an AIS sentence costs a running desk, from its bytes through decoder, tracker and archive to the live picture.

A file of twenty thousand ships is read as fast as the desk takes it; the cost is all that the process used of the
processors from the first sentence until the last position was journalled, sealed blocks among it. It stands beside the cost
of gpsdecode for a part of the same file, which is decoded there and nothing more.
"""

import itertools
import pathlib
import shutil
import sys
import time

from desk import Desk, sea
from measuring import SCRATCH, best, judge, print_table, thresholds

SHIPS, ROUNDS = 20_000, 110
PEER_SENTENCES = 200_000


def peer_rate(file: pathlib.Path) -> float | None:
    """Sentences that gpsdecode decodes a CPU second; nothing where it is not installed."""
    if not (peer := shutil.which("gpsdecode")):
        return None
    part = SCRATCH / "sea-part.nmea"
    with open(file, "rb") as whole, open(part, "wb") as beginning:
        beginning.writelines(itertools.islice(whole, PEER_SENTENCES))
    weight = best([peer, "-j"], stdin=part)
    part.unlink()
    return PEER_SENTENCES / weight.cpu_seconds


def main() -> int:
    """Measure, print, and hold the figures against the thresholds."""
    limits = thresholds("ingest")
    file = sea(SHIPS, ROUNDS)
    with open(file, "rb") as content:
        lines = sum(block.count(b"\n") for block in iter(lambda: content.read(1 << 20), b""))
    with Desk({}) as idle:
        start_up = idle.cpu_seconds()
    with Desk({"sea": f"file:{file}"}) as desk:
        while (taken := desk.measure("feed_sentences_total")) < lines:
            time.sleep(0.2)
        # The last positions are journalled within a second.
        time.sleep(1.5)
        cpu = desk.cpu_seconds() - start_up
        tracks, peak, resident = desk.measure("tracks"), desk.megabytes("VmHWM"), desk.megabytes()
    rate = taken / cpu
    print_table(
        ["", "sentences", "CPU s", "sentences/CPU s", "tracks", "peak MB", "MB afterwards"],
        [["sea", f"{taken:,}", f"{cpu:.2f}", f"{rate:,.0f}", f"{tracks:,}", f"{peak:.0f}", f"{resident:.0f}"]])
    checks = [
        ("tracks", tracks, "least", SHIPS),
        ("resident megabytes at most", peak, "most", limits["residentMegabytes"]),
    ]
    if peer := peer_rate(file):
        print(f"gpsdecode decodes {peer:,.0f} sentences a CPU second of this file.")
        name = "times gpsdecode, into tracks, archive and stream"
        checks.insert(0, (name, rate / peer, "least", limits["timesGpsdecode"]))
    else:
        print("gpsdecode is not installed (Debian's package gpsd-clients), so the rate is compared with nothing.")
    return 0 if judge(checks) else 1


if __name__ == "__main__":
    sys.exit(main())
