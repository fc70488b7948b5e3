#!/usr/bin/env python3
"""What it costs to decode ASTERIX: records a CPU second with full JSON, beside asterix_decoder on the same file, and memory.

Records are counted as well: the peer may find no more of them in a file than Foreland does.

The first file is made here after the standard, so that anyone can repeat the figure; a real recording is measured beside it
when FORELAND_DATA names a folder that has one. Every file is repeated: to half a million records for us, and to a tenth of
that for the peer.
"""

import os
import pathlib
import struct
import sys

from measuring import SCRATCH, ROOT, best, binary, judge, print_table, thresholds, weigh

RECORDS = 500_000
PLOTS = 2_000
SAMPLE = "asterix/cat_034_048.pcap"


def record(items: dict[int, bytes]) -> bytes:
    """A record: its items by their places in the profile, behind the field specification that announces them."""
    length = (max(items) + 6) // 7
    specification = bytearray(length)
    for place in items:
        specification[(place - 1) // 7] |= 0x80 >> ((place - 1) % 7)
    for octet in range(length - 1):
        specification[octet] |= 1
    return bytes(specification) + b"".join(items[place] for place in sorted(items))


def plot(number: int) -> bytes:
    """A target report of category 048, as a radar with Mode S sends it."""
    return record(
        {
            1: bytes([25, 201]),
            2: (number * 64 % (86_400 * 128)).to_bytes(3, "big"),
            3: b"\xa0",
            4: struct.pack(">HH", number * 37 & 0xFFFF, number * 53 & 0xFFFF),
            5: struct.pack(">H", number & 0o7777),
            6: struct.pack(">H", number % 1_600),
            7: b"\xe0\x10\x02\xd0",
            8: (0x400000 + number).to_bytes(3, "big"),
            9: bytes.fromhex("18f485301384"),
            10: b"\x01" + bytes.fromhex("c0780031bc0000") + b"\x40",
            11: struct.pack(">H", number % 4_096),
            12: struct.pack(">hh", number * 7 % 30_000, -number * 3 % 30_000),
            13: struct.pack(">HH", number % 5_000, number * 11 & 0xFFFF),
            14: b"\x40",
            21: b"\x20\xf5",
        }
    )


def packet(payload: bytes, number: int) -> bytes:
    """A packet of a pcap file: Ethernet, IP version 4, UDP."""
    datagram = struct.pack(">4H", 4_000, 8_600, len(payload) + 8, 0) + payload
    inner = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(datagram), 1, 0x4000, 64, 17, 0, b"\n\0\0\1", b"\xef\1\2\3")
    frame = b"\2" * 12 + b"\x08\x00" + inner + datagram
    return struct.pack("<4I", 1_700_000_000 + number // 100, 0, len(frame), len(frame)) + frame


def made_recording() -> pathlib.Path:
    """A recording of plots, four to a datagram, with a service message of category 034 after each hundred."""
    packets = []
    for start in range(0, PLOTS, 4):
        plots = b"".join(plot(number) for number in range(start, start + 4))
        block = b"\x30" + struct.pack(">H", len(plots) + 3) + plots
        if start % 100 == 0:
            service = record({1: bytes([25, 201]), 2: b"\x02", 3: (start * 64).to_bytes(3, "big"), 4: bytes([start // 8 & 255])})
            block += b"\x22" + struct.pack(">H", len(service) + 3) + service
        packets.append(packet(block, start))
    path = SCRATCH / "made-048.pcap"
    path.write_bytes(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65_535, 1) + b"".join(packets))
    return path


def repeated(source: pathlib.Path, copies: int) -> pathlib.Path:
    """A recording that holds the packets of the source over and over."""
    content = source.read_bytes()
    path = SCRATCH / f"{source.stem}-{copies}.pcap"
    with open(path, "wb") as file:
        file.write(content[:24])
        for _ in range(copies):
            file.write(content[24:])
    return path


def main() -> int:
    """Measure both files, print the table, and hold the figures against the thresholds."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    limits = thresholds("decode_asterix")
    sources = [made_recording()]
    folder = os.environ.get("FORELAND_DATA")
    if folder and (pathlib.Path(folder) / SAMPLE).is_file():
        sources.append(pathlib.Path(folder) / SAMPLE)
    python = SCRATCH / "venv/bin/python3"
    peer = [str(python), str(ROOT / "Benchmarks/peers/asterix_records.py")] if python.exists() else None
    rows, checks = [], []
    for source in sources:
        once = weigh([binary(), "decode", "asterix", str(source)]).lines
        file = repeated(source, RECORDS // once)
        tenth = repeated(source, RECORDS // once // 10)
        ours = best([binary(), "decode", "asterix", str(file)])
        rate = ours.lines / ours.cpu_seconds
        row = [source.name, f"{ours.lines:,}", f"{ours.cpu_seconds:.2f}", f"{rate:,.0f}", f"{ours.peak_megabytes:.0f}"]
        small = weigh([binary(), "decode", "asterix", str(tenth)])
        if peer:
            theirs = weigh([*peer, str(tenth)])
            ratio = rate / (theirs.lines / theirs.cpu_seconds)
            row += [f"{theirs.lines:,}", f"{theirs.cpu_seconds:.2f}", f"{ratio:.0f}"]
            checks.append((f"{source.name}: times as fast as asterix_decoder", ratio, "least", limits["timesPeer"]))
            behind = theirs.lines - small.lines
            checks.append((f"{source.name}: records fewer than the peer's", behind, "most", limits["recordsFewer"]))
        growth = ours.peak_megabytes / small.peak_megabytes
        checks.append((f"{source.name}: memory against a tenth of the file", growth, "most", limits["memoryGrowth"]))
        checks.append((f"{source.name}: peak megabytes", ours.peak_megabytes, "most", limits["peakMegabytes"]))
        rows.append(row)
        file.unlink()
        tenth.unlink()
    print_table(
        ["file", "records", "CPU s", "records/CPU s", "peak MB"] + (["peer's records", "CPU s", "ratio"] if peer else []),
        rows,
    )
    if not peer:
        print("asterix_decoder is not installed (scripts/bench does it), so nothing is compared with it.")
    return 0 if judge(checks) else 1


if __name__ == "__main__":
    sys.exit(main())
