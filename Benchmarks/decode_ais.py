#!/usr/bin/env python3
"""What it costs to decode AIS: sentences a CPU second with full JSON, beside gpsdecode and pyais on the same file, and memory.

Messages are counted as well: no peer may find more of them in a file than Foreland does.

The first file is made by the exercise, so that anyone can repeat the figure; real samples are measured beside it when
FORELAND_DATA names a folder that has them. Every file is repeated to about a million sentences.
"""

import os
import pathlib
import shutil
import sys

from measuring import ROOT, SCRATCH, best, binary, judge, print_table, thresholds, weigh

SENTENCES = 1_000_000
SAMPLES = [
    "ais/amsa-vdm.nmea",
    "ais/aislib-stream.txt",
    "ais/ee1.txt",
    "ais/goais.nmea",
    "ais/kystverket1000.nm4",
    "ais/gpsd-sample.aivdm",
]


def repeated(source: pathlib.Path, sentences: int) -> pathlib.Path:
    """A file in the scratch folder that holds the source over and over, to at least so many lines."""
    content = source.read_bytes()
    if not content.endswith(b"\n"):
        content += b"\n"
    copies = -(-sentences // max(1, content.count(b"\n")))
    target = SCRATCH / f"{source.stem}-{sentences}.nmea"
    with open(target, "wb") as file:
        for _ in range(copies):
            file.write(content)
    return target


def exercise_night() -> pathlib.Path:
    """The AIS of an exercise night as a file of NMEA sentences, made once for each binary."""
    night = SCRATCH / "exercise-night.nmea"
    if not night.exists() or night.stat().st_mtime < os.stat(binary()).st_mtime:
        weigh([binary(), "exercise", "--seed", "20261121", "--hours", "2", "--nmea", str(night)])
    return night


def pyais() -> list[str] | None:
    """The command that has pyais decode a file, or None where it is not installed."""
    python = SCRATCH / "venv/bin/python3"
    return [str(python), str(ROOT / "Benchmarks/peers/pyais_messages.py")] if python.exists() else None


def line_count(path: pathlib.Path) -> int:
    """The lines of a file, counted without holding it."""
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def main() -> int:
    """Measure every file, print the table, and hold the exercise night's figures against the thresholds."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    folder = os.environ.get("FORELAND_DATA")
    sources = [exercise_night()] + [
        path for name in SAMPLES if folder and (path := pathlib.Path(folder) / name).is_file()
    ]
    peer, python = shutil.which("gpsdecode"), pyais()
    limits = thresholds("decode_ais")
    rows, checks = [], []
    for source in sources:
        file = repeated(source, SENTENCES)
        sentences = line_count(file)
        ours = best([binary(), "decode", "ais", str(file)])
        rate = sentences / ours.cpu_seconds
        row = [source.name, f"{sentences:,}", f"{ours.lines:,}", f"{ours.cpu_seconds:.2f}", f"{rate:,.0f}"]
        row.append(f"{ours.peak_megabytes:.0f}")
        if peer:
            theirs = best([peer, "-j"], stdin=file)
            ratio = theirs.cpu_seconds / ours.cpu_seconds
            row += [f"{theirs.lines:,}", f"{theirs.cpu_seconds:.2f}", f"{ratio:.1f}"]
            checks.append((f"{source.name}: times as fast as gpsdecode", ratio, "least", limits["timesGpsdecode"]))
            most = weigh([peer, "-j"], stdin=source).lines
        else:
            most = 0
        if python:
            # Once over the source is enough: pyais takes a hundred times as long.
            theirs = weigh([*python, str(source)])
            ratio = theirs.cpu_seconds / line_count(source) * rate
            row += [f"{theirs.lines:,}", f"{theirs.cpu_seconds:.2f}", f"{ratio:.0f}"]
            checks.append((f"{source.name}: times as fast as pyais", ratio, "least", limits["timesPyais"]))
            most = max(most, theirs.lines)
        behind = most - weigh([binary(), "decode", "ais", str(source)]).lines
        checks.append((f"{source.name}: messages fewer than a peer's", behind, "most", limits["messagesFewer"]))
        rows.append(row)
        if source == sources[0]:
            tenth = weigh([binary(), "decode", "ais", str(repeated(source, SENTENCES // 10))])
            growth = ours.peak_megabytes / tenth.peak_megabytes
            checks.append((f"{source.name}: sentences a CPU second", rate, "least", limits["sentencesPerCPUSecond"]))
            checks.append((f"{source.name}: memory against a tenth of the file", growth, "most", limits["memoryGrowth"]))
            checks.append((f"{source.name}: peak megabytes", ours.peak_megabytes, "most", limits["peakMegabytes"]))
        file.unlink()
    print_table(
        ["file", "sentences", "messages", "CPU s", "sentences/CPU s", "peak MB"]
        + (["gpsdecode messages", "CPU s", "ratio"] if peer else [])
        + (["pyais messages, once", "CPU s", "ratio"] if python else []),
        rows,
    )
    if not python:
        print("pyais is not installed (scripts/bench does it), so nothing is compared with it.")
    if not peer:
        print("gpsdecode is not installed (Debian's package gpsd-clients), so nothing is compared with it.")
    return 0 if judge(checks) else 1


if __name__ == "__main__":
    sys.exit(main())
