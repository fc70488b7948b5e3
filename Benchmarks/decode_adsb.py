#!/usr/bin/env python3
"""What it costs to decode aircraft: messages a CPU second with full JSON and positions, beside pyModeS on the same file.

The first file is made here, so that anyone can repeat the figure; the recording is measured beside it when FORELAND_DATA
names a folder that has it. For the peer a smaller number of messages is enough.
"""

import math
import os
import pathlib
import random
import sys

from measuring import ROOT, SCRATCH, best, binary, judge, print_table, thresholds

SECONDS = 200
AIRCRAFT = 40
COPIES = 20
SAMPLE = "adsb/adsb.csv"


def squitter(address: int, payload: int) -> str:
    """A frame of format 17 with its parity, in hexadecimal digits."""
    whole = (0x8D << 80 | address << 56 | payload) << 24
    rest = whole
    for place in range(111, 23, -1):
        if rest >> place & 1:
            rest ^= 0x1FFF409 << (place - 24)
    return f"{whole | rest:028X}"


def position(latitude: float, longitude: float, odd: int) -> int:
    """An airborne position at 2,000 feet in compact position reporting (DO-260B, A.1.7.3)."""
    height = 360 / (60 - odd)
    north = math.floor(131_072 * (latitude % height) / height + 0.5)
    seen = height * (north / 131_072 + math.floor(latitude / height))
    zones = math.floor(2 * math.pi / math.acos(1 - (1 - math.cos(math.pi / 30)) / math.cos(math.radians(seen)) ** 2))
    width = 360 / max(1, zones - odd)
    east = math.floor(131_072 * (longitude % width) / width + 0.5)
    return 11 << 51 | 0x0F8 << 36 | odd << 34 | (north & 131_071) << 17 | east & 131_071


def made_traffic() -> pathlib.Path:
    """A file of messages of search aircraft that are the same each time: positions, velocities and a call sign."""
    numbers = random.Random(1090)
    craft = [(0x400000 + numbers.randrange(1 << 18), 50.5 + numbers.random(), numbers.random() * 2) for _ in range(AIRCRAFT)]
    lines = []
    for second in range(SECONDS):
        for address, latitude, longitude in craft:
            north, odd = latitude + second * 0.0005, second % 2
            velocity = 19 << 51 | 1 << 48 | numbers.randrange(1, 200) << 32 | numbers.randrange(1, 200) << 21 | 1 << 10
            payloads = [position(north, longitude, odd), position(north, longitude, 1 - odd), velocity]
            if second % 5 == 0:
                payloads.append(4 << 51 | 0x0820_C30C_71C2_0)
            lines += [f"{1_700_000_000 + second}.{place}00,{squitter(address, payload)}" for place, payload in enumerate(payloads)]
    target = SCRATCH / "made-traffic.csv"
    target.write_text("\n".join(lines) + "\n")
    return target


def repeated(once: bytes, copies: int, target: pathlib.Path) -> pathlib.Path:
    """A file that holds some bytes over and over, of which only one copy is ever in memory: it would count as the child's."""
    with open(target, "wb") as file:
        for _ in range(copies):
            file.write(once)
    return target


def main() -> int:
    """Measure every file, print the table, and hold the figures against the thresholds."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    folder = os.environ.get("FORELAND_DATA")
    sample = pathlib.Path(folder) / SAMPLE if folder else None
    sources = [made_traffic()] + ([sample] if sample and sample.is_file() else [])
    python = SCRATCH / "venv/bin/python3"
    limits = thresholds("decode_adsb")
    rows, checks = [], []
    for source in sources:
        once = source.read_bytes()
        copies = max(COPIES, 500_000 // once.count(b"\n"))
        many = repeated(once, copies, SCRATCH / f"{source.stem}-many.csv")
        ours = best([binary(), "decode", "adsb", str(many)])
        rate = ours.lines / ours.cpu_seconds
        row = [source.name, f"{ours.lines:,}", f"{ours.cpu_seconds:.2f}", f"{rate:,.0f}", f"{ours.peak_megabytes:.0f}"]
        checks.append((f"{source.name}: messages a CPU second", rate, "least", limits["messagesPerCPUSecond"]))
        checks.append((f"{source.name}: peak megabytes", ours.peak_megabytes, "most", limits["peakMegabytes"]))
        if python.exists():
            # Enough messages that starting the interpreter weighs little.
            few = repeated(once, max(1, 20_000 // once.count(b"\n")), SCRATCH / f"{source.stem}-few.csv")
            theirs = best([str(python), str(ROOT / "Benchmarks/peers/pymodes_messages.py"), str(few)])
            mine = best([binary(), "decode", "adsb", str(few)], runs=1)
            ratio = rate / (theirs.lines / theirs.cpu_seconds)
            row += [f"{theirs.lines:,}", f"{theirs.cpu_seconds:.2f}", f"{ratio:.0f}"]
            checks.append((f"{source.name}: times as fast as pyModeS", ratio, "least", limits["timesPyModeS"]))
            checks.append(
                (f"{source.name}: messages fewer than pyModeS's", theirs.lines - mine.lines, "most", limits["messagesFewer"])
            )
            few.unlink()
        rows.append(row)
        many.unlink()
    header = ["file", "messages", "CPU s", "messages/CPU s", "peak MB"]
    print_table(header + (["pyModeS messages", "CPU s", "ratio"] if python.exists() else []), rows)
    if not python.exists():
        print("pyModeS is not installed (scripts/bench does it), so nothing is compared with it.")
    return 0 if judge(checks) else 1


if __name__ == "__main__":
    sys.exit(main())
