#!/usr/bin/env python3
"""A million damaged lines among a million good ones through `foreland decode ais --strict`.

Every good line must be decoded, every damaged line counted by reason and none twice, and memory stay where it is for a
thousandth of the input. The seed is printed; SOAK_SCALE makes it smaller.
"""

import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINES = int(1_000_000 * float(os.environ.get("SOAK_SCALE", "1")))
SEED = int(os.environ.get("SOAK_SEED", "20261121"))
# The decoder's own tables and the buffers of a small program; independent of the input.
MOST_MEGABYTES = 64
GROWTH_MOST = 1.2
FIRST_MMSI = 300_000_000
# What makes a line one that the decoder may rightly read: a sentence whose checksum fits.
SENTENCE = re.compile(rb"!(..VD[MO],[^*!\n]*)\*([0-9A-Fa-f]{2})")


def checked(body: bytes, start: bytes = b"!") -> bytes:
    """The body between its start and its checksum."""
    checksum = 0
    for byte in body:
        checksum ^= byte
    return start + body + b"*%02X" % checksum


def report(mmsi: int) -> bytes:
    """A position report of a ship, made bit by bit."""
    bits = f"{1:06b}00{mmsi:030b}" + "0" * 8 + "0001111011" + "1" + "0" * 14 + "1" * 14 + "0" * 83
    sextets = (int(bits[place : place + 6], 2) for place in range(0, 168, 6))
    return checked(b"AIVDM,1,1,,A," + bytes(six + 48 if six < 40 else six + 56 for six in sextets) + b",0")


def is_good(line: bytes) -> bool:
    """Whether a sentence with a fitting checksum stands on the line."""
    for found in SENTENCE.finditer(line):
        if checked(found[1])[-2:] == found[2].upper():
            return True
    return False


def damaged(numbers: random.Random, templates: list[bytes]) -> bytes:
    """A line without any good sentence."""
    while True:
        line = bytearray(numbers.choice(templates))
        for _ in range(numbers.randint(1, 4)):
            place = numbers.randint(0, len(line))
            match numbers.randrange(8):
                case 0:
                    line[place : place + 1] = bytes([numbers.randrange(256)])
                case 1:
                    del line[place : place + 1]
                case 2:
                    line.insert(place, numbers.choice(b"!$\\,*#9\r\0"))
                case 3:
                    del line[place:]
                case 4:
                    line[place:place] = line[place:]
                case 5:
                    line[place:place] = "\ufeffé\u202e漢😀".encode()
                case 6:
                    line[place:place] = numbers.choice(templates)[:place]
                case _:
                    if numbers.randrange(2_000) == 0:
                        line[place:place] = bytes([numbers.randrange(32, 127)]) * 200_000
        line = line.replace(b"\n", b"\r")
        if not is_good(bytes(line)):
            return bytes(line)


def make(path: pathlib.Path, count: int) -> None:
    """A file in which a damaged line stands before each good one."""
    numbers = random.Random(SEED)
    one = report(1)
    templates = [
        one,
        checked(b"s:dover,c:1700000000", b"\\") + b"\\" + one,
        b"1700000000123 " + one,
        b"[2023-11-14 22:13:20] " + one + b",b003669976,1272412827",
        checked(b"AIVDM,2,1,3,A,55NPFb01b?vL?<=F220lE84r0DTpN222222222168@D4440Ht50000000000,0"),
        checked(b"AIVDM,2,2,3,A,00000000000,2"),
    ]
    with open(path, "wb", buffering=1 << 20) as file:
        for index in range(count):
            file.write(damaged(numbers, templates) + b"\n" + report(FIRST_MMSI + index) + b"\n")


def decode(path: pathlib.Path, count: int) -> tuple[int, dict[str, int], str, float]:
    """Decode the file: how many good ships were found, the counts of the table, its words, and the peak in megabytes."""
    binary = os.environ.get("FORELAND_BINARY", str(ROOT / ".build/release/foreland"))
    with tempfile.TemporaryFile() as errors:
        command = [binary, "decode", "ais", "--strict", str(path)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors)
        found = bytearray(count)
        for line in process.stdout:
            mmsi = int(re.search(rb'"mmsi":(\d+)', line)[1]) - FIRST_MMSI
            if 0 <= mmsi < count:
                found[mmsi] = 1
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        words = errors.read().decode("utf-8", "replace")
    if process.returncode != 0:
        sys.exit(f"the decoder ended with exit status {process.returncode}:\n{words}")
    first = words.splitlines()[0].replace(str(path), "")
    counts = {name: int(number) for number, name in re.findall(r"(\d+) (lines|messages|other sentences|refused)", first)}
    counts["incomplete"] = sum(int(number) for number in re.findall(r"^ *(\d+)  multi-part message incomplete", words, re.M))
    return sum(found), counts, words, usage.ru_maxrss / 1024


def main() -> int:
    """Make the two files, decode both and say what did not hold."""
    print(f"mutated_lines: {LINES:,} damaged lines among as many good ones, seed {SEED}")
    with tempfile.TemporaryDirectory() as folder:
        small, large = pathlib.Path(folder, "small.nmea"), pathlib.Path(folder, "large.nmea")
        make(small, max(1, LINES // 1_000))
        make(large, LINES)
        *_, small_megabytes = decode(small, max(1, LINES // 1_000))
        found, counts, words, megabytes = decode(large, LINES)
    print("\n".join(line for line in words.splitlines() if not line.startswith("           ")))
    print(f"peak {megabytes:.0f} MB, {small_megabytes:.0f} MB for a thousandth of it")
    refused = counts["refused"] - counts["incomplete"]
    broken = []
    if found != LINES:
        broken.append(f"{LINES - found} good lines were not decoded")
    if counts["lines"] != 2 * LINES:
        broken.append(f"{counts['lines']} lines were counted, {2 * LINES} sent")
    if refused > LINES:
        broken.append(f"{refused} lines were refused, but only {LINES} are damaged")
    if refused < LINES * 0.5:
        broken.append(f"only {refused} of {LINES} damaged lines were refused")
    if megabytes > MOST_MEGABYTES or megabytes > GROWTH_MOST * small_megabytes + 4:
        broken.append(f"memory grew to {megabytes:.0f} MB")
    for one in broken:
        print(f"mutated_lines: {one}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
