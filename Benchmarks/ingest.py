#!/usr/bin/env python3
"""What an AIS sentence costs a running desk, from its bytes through decoder, tracker and archive to the live picture.

A file of twenty thousand ships is read as fast as the desk takes it; the cost is all that the process used of the
processors from the first sentence until the last position was journalled, sealed blocks among it.
"""

import sys
import time

from desk import Desk, sea
from measuring import judge, print_table, thresholds

SHIPS, ROUNDS = 20_000, 110


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
    return 0 if judge([
        ("sentences a CPU second into tracks, archive and stream", rate, "least", limits["sentencesPerCPUSecond"]),
        ("tracks", tracks, "least", SHIPS),
        ("resident megabytes at most", peak, "most", limits["residentMegabytes"]),
    ]) else 1


if __name__ == "__main__":
    sys.exit(main())
