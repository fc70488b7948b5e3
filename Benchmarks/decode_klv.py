#!/usr/bin/env python3
"""What it costs to decode a drone's metadata: packets a CPU second with full JSON, beside klvdata on the same file.

The first file is made here, so that anyone can repeat the figure; the recorded flight is measured beside it when
FORELAND_DATA names a folder that has it. For the peer a smaller number of packets is enough.
"""

import os
import pathlib
import random
import struct
import sys

from measuring import ROOT, SCRATCH, best, binary, judge, print_table, thresholds, weigh

KEY = bytes.fromhex("060E2B34020B01010E01030101000000")
PACKETS = 1_000
COPIES = 100
SAMPLE = "klv/Cheyenne.bin"


def encoded(number: int, value: bytes) -> bytes:
    """An item of a local set, whose value is shorter than 128 bytes."""
    return bytes([number, len(value)]) + value


def packet(time: int, numbers: random.Random) -> bytes:
    """A packet with the items that a small drone sends, and a checksum."""
    items = [encoded(2, struct.pack(">Q", time)), encoded(3, b"EXERCISE NIGHT"), encoded(10, b"MADE UP")]
    items += [encoded(item, numbers.randbytes(2)) for item in (5, 6, 7, 15, 16, 17, 25, *range(26, 34))]
    items += [encoded(item, numbers.randbytes(4)) for item in (18, 19, 20, 21)]
    for latitude, longitude in ((13, 14), (23, 24), (40, 41)):
        items.append(encoded(latitude, struct.pack(">i", round(51 / 90 * (2**31 - 1)) + numbers.randrange(10**6))))
        items.append(encoded(longitude, struct.pack(">i", round(1 / 180 * (2**31 - 1)) + numbers.randrange(10**6))))
    items += [encoded(48, encoded(1, b"\x01") + encoded(2, b"\x01") + encoded(3, b"//GB")), encoded(65, b"\x11")]
    body = b"".join(items) + b"\x01\x02"
    whole = KEY + b"\x82" + struct.pack(">H", len(body) + 2) + body
    total = sum(byte << (8 if place % 2 == 0 else 0) for place, byte in enumerate(whole))
    return whole + struct.pack(">H", total & 0xFFFF)


def made_flight() -> pathlib.Path:
    """A file of packets that are the same each time."""
    target = SCRATCH / "made-flight.klv"
    numbers = random.Random(601)
    target.write_bytes(b"".join(packet(1_700_000_000_000_000 + 40_000 * index, numbers) for index in range(PACKETS)))
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
    sources = [made_flight()] + ([sample] if sample and sample.is_file() else [])
    python = SCRATCH / "venv/bin/python3"
    limits = thresholds("decode_klv")
    rows, checks = [], []
    for source in sources:
        many = repeated(source.read_bytes(), COPIES, SCRATCH / f"{source.stem}-many.klv")
        once, ours = weigh([binary(), "decode", "klv", str(source)]), best([binary(), "decode", "klv", str(many)])
        rate = ours.lines / ours.cpu_seconds
        row = [source.name, f"{ours.lines:,}", f"{ours.cpu_seconds:.2f}", f"{rate:,.0f}", f"{ours.peak_megabytes:.0f}"]
        checks.append((f"{source.name}: packets a CPU second", rate, "least", limits["packetsPerCPUSecond"]))
        checks.append((f"{source.name}: peak megabytes", ours.peak_megabytes, "most", limits["peakMegabytes"]))
        if python.exists():
            # Ten copies, so that starting the interpreter weighs little.
            few = repeated(source.read_bytes(), 10, SCRATCH / f"{source.stem}-few.klv")
            theirs = best([str(python), str(ROOT / "Benchmarks/peers/klvdata_packets.py"), str(few)])
            ratio = rate / (theirs.lines / theirs.cpu_seconds)
            row += [f"{theirs.lines:,}", f"{theirs.cpu_seconds:.2f}", f"{ratio:.0f}"]
            checks.append((f"{source.name}: times as fast as klvdata", ratio, "least", limits["timesKlvdata"]))
            behind = theirs.lines // 10 - once.lines
            checks.append((f"{source.name}: packets fewer than klvdata's", behind, "most", limits["packetsFewer"]))
            few.unlink()
        rows.append(row)
        many.unlink()
    header = ["file", "packets", "CPU s", "packets/CPU s", "peak MB"]
    print_table(header + (["klvdata packets", "CPU s", "ratio"] if python.exists() else []), rows)
    if not python.exists():
        print("klvdata is not installed (scripts/bench does it), so nothing is compared with it.")
    return 0 if judge(checks) else 1


if __name__ == "__main__":
    sys.exit(main())
