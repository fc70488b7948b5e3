#!/usr/bin/env python3
"""What networks cost and how well they are measured: reading, communities, betweenness, and removals beside the best known.

The graphs are made here out of a seed, with planted communities of uneven size. The networks of court files that all are compared
on are run beside them when FORELAND_DATA names a folder that has them.
"""

import bisect
import itertools
import os
import pathlib
import random
import re
import subprocess
import sys

from measuring import SCRATCH, best, binary, judge, print_table, thresholds

MIXING = 0.2
# The best known mean of the largest component over removals, as a share of the nodes that have an edge.
KNOWN = {
    "morselli_caviar": 0.0434,
    "morselli_cielnet": 0.0960,
    "morselli_siren": 0.0708,
    "morselli_togo": 0.0643,
    "natajaran_cocaine": 0.0689,
    "natajaran_heroin": 0.1323,
    "berlusconietal_oversize": 0.0648,
    "LONDON_GANG": 0.2599,
    "MONTREALGANG": 0.1423,
    "montagna_meetings": 0.0694,
    "montagna_phone": 0.0355,
}


def made(name: str, nodes: int, edges: int, seed: int) -> pathlib.Path:
    """A list of links with planted communities; ends are drawn by weights with a long tail."""
    path = SCRATCH / f"{name}.edges"
    if path.exists():
        return path
    chance = random.Random(seed)
    bounds, start = [], 0
    while start < nodes:
        size = min(nodes - start, max(50, nodes // 50), int(10 * chance.paretovariate(1.5)))
        bounds += [(start, start + size)] * size
        start += size
    sums = list(itertools.accumulate(chance.paretovariate(1.6) for _ in range(nodes)))

    def drawn(first: int, last: int) -> int:
        low = sums[first - 1] if first else 0.0
        return min(bisect.bisect(sums, low + chance.random() * (sums[last - 1] - low)), last - 1)

    found: set[tuple[int, int]] = set()
    while len(found) < edges:
        source = drawn(0, nodes)
        target = drawn(0, nodes) if chance.random() < MIXING else drawn(*bounds[source])
        if source != target:
            found.add((min(source, target), max(source, target)))
    path.write_text("".join(f"{source} {target}\n" for source, target in sorted(found)))
    return path


def measure(path: pathlib.Path, *options: str) -> float:
    """CPU seconds of a run of `foreland network measure`."""
    return best([binary(), "network", "measure", str(path), *options]).cpu_seconds


def modularity(path: pathlib.Path) -> float:
    """The modularity that the command tells."""
    command = [binary(), "network", "measure", str(path), "--communities", "/dev/null"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    return float(re.search(r"modularity ([0-9.]+)", told)[1])


def left(path: pathlib.Path) -> float:
    """The mean of the largest component over removals, checked against the links themselves."""
    joined: dict[str, set[str]] = {}
    for line in path.read_text().splitlines():
        source, target = line.split()[:2]
        if source != target:
            joined.setdefault(source, set()).add(target)
            joined.setdefault(target, set()).add(source)
    command = [binary(), "network", "dismantle", str(path)]
    rows = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[1:]
    present, total = set(joined), 0
    for row in rows:
        present.discard(row.split(",")[0])
        total += largest(joined, present)
    return total / len(joined) ** 2 if not present else 1.0


def largest(joined: dict[str, set[str]], present: set[str]) -> int:
    """The nodes of the largest component among those present."""
    rest, most = set(present), 0
    while rest:
        waiting, size = [rest.pop()], 0
        while waiting:
            size += 1
            near = joined[waiting.pop()] & rest
            rest -= near
            waiting += near
        most = max(most, size)
    return most


def removals(limits: dict[str, float]) -> list[tuple[str, float, str, float]]:
    """The networks of court files, when they are there."""
    folder = pathlib.Path(os.environ.get("FORELAND_DATA", "")) / "graph/covert"
    if not folder.is_dir():
        return []
    rows, worst, better, spent = [], 0.0, 0, 0.0
    for name, known in KNOWN.items():
        path = folder / f"{name}.edges"
        ours = left(path)
        spent += best([binary(), "network", "dismantle", str(path)]).cpu_seconds
        worst = max(worst, ours - known)
        better += ours < known - 0.00005
        rows.append([name, f"{ours:.5f}", f"{known:.4f}"])
    print()
    print_table(["network", "mean share left", "best known"], rows)
    return [
        ("removals: worst beside the best known, in ten thousandths", 10_000 * worst, "most", limits["worstRemovals"]),
        ("removals: networks better than known", better, "least", limits["betterRemovals"]),
        ("removals: CPU seconds of all", spent, "most", limits["removalSeconds"]),
    ]


def main() -> int:
    """Measure everything, print the tables, and hold the figures against the thresholds."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    limits = thresholds("networks")
    small, large = made("small", 10_000, 50_000, 7), made("large", 200_000, 1_000_000, 8)
    reading = measure(large, "--bridges", "/dev/null")
    checks = [
        ("a million links read and walked, CPU s", reading, "most", limits["readingSeconds"]),
        ("communities, CPU s", measure(large, "--communities", "/dev/null"), "most", limits["communitySeconds"]),
        ("communities, modularity in thousandths", 1000 * modularity(large), "least", limits["modularity"]),
        ("betweenness within 0.01, CPU s", measure(large, "--betweenness", "/dev/null"), "most", limits["sampledSeconds"]),
        ("exact betweenness, CPU s", measure(small, "--betweenness", "/dev/null"), "most", limits["exactSeconds"]),
    ]
    return 0 if judge(checks + removals(limits)) else 1


if __name__ == "__main__":
    sys.exit(main())
