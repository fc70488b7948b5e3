#!/usr/bin/env python3
"""A thousand browsers that watch twenty thousand moving ships: how far behind the slowest is, with the desk on one core.

"Behind" is the time from the sending of a ship's report to the reading of the bytes that show it, by one clock: receiving,
decoding, tracking, the archive, the tick of the live picture, and the sending to all who look there are in it. Every tenth
reader of a second run stops reading: it is dropped, and the others are no further behind for it.
"""

import json
import socket
import subprocess
import sys

from desk import Desk, free_port, load_client
from measuring import judge, print_table, thresholds

SHIPS, STREAMS, SECONDS = 20_000, 1_000, 30
STALLED = 100


def run(stalled: int) -> dict[str, float]:
    """One desk and its readers, some of which stop reading."""
    feed = free_port(socket.SOCK_DGRAM)
    with Desk({"sea": f"udp://127.0.0.1:{feed}"}, core=0) as desk:
        command = [load_client(), "watch", f"127.0.0.1:{desk.port}", desk.token, str(feed), str(SHIPS), str(STREAMS)]
        command += [str(SECONDS), str(stalled)]
        before = desk.cpu_seconds()
        answer = subprocess.run(["taskset", "--cpu-list", "1", *command], capture_output=True, text=True, check=True)
        seen = json.loads(answer.stdout)
        seen["cpu"] = desk.cpu_seconds() - before
        seen["megabytes"] = desk.megabytes("VmHWM")
        seen["tracks"] = desk.measure("tracks")
        seen["open"] = desk.measure("streams")
        return seen


def main() -> int:
    """Measure twice, print, and hold the figures against the thresholds."""
    limits = thresholds("streams")
    reading, stalling = run(0), run(STALLED)
    names = ["rows", "behindMedian", "behind99", "behindWorst", "lost", "silent", "stalledCut", "cpu", "megabytes", "tracks"]
    print_table(
        ["", "all read", f"{STALLED} stop reading"],
        [[name, f"{reading[name]:,.1f}", f"{stalling[name]:,.1f}"] for name in names])
    return 0 if judge([
        ("milliseconds that the slowest is behind", reading["behindWorst"], "most", limits["behindMilliseconds"]),
        ("the same beside readers that stop", stalling["behindWorst"], "most", limits["behindMilliseconds"]),
        ("readers that were lost", reading["lost"] + stalling["lost"], "most", 0),
        ("readers that saw nothing", reading["silent"] + stalling["silent"], "most", 0),
        ("stopped readers that were dropped", stalling["stalledCut"], "least", STALLED),
        ("tracks", min(reading["tracks"], stalling["tracks"]), "least", SHIPS),
        ("resident megabytes", max(reading["megabytes"], stalling["megabytes"]), "most", limits["residentMegabytes"]),
    ]) else 1


if __name__ == "__main__":
    sys.exit(main())
