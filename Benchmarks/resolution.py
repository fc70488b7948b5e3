#!/usr/bin/env python3
"""How well and how fast records are resolved: pairs and clusters against known truth, on public files.

Every file is resolved with the same defaults. F1 is that at the best threshold of the probabilities that are written. The
column that holds the truth is left out by the command itself. It needs FORELAND_DATA.
"""

import collections
import csv
import os
import pathlib
import re

from measuring import SCRATCH, best, binary, judge, print_table, thresholds

FILES = {
    "FEBRL4": (["febrl4a.csv", "febrl4b.csv"], "rec_id"),
    "FEBRL3": (["febrl3.csv"], "rec_id"),
    "fake_1000": (["fake_1000.csv"], "unique_id"),
    "synth_100k": (["synth_100k.csv"], "rec_id"),
}


def truth_of(paths: list[pathlib.Path], key: str) -> dict[str, tuple[str, int]]:
    """The entity of each record and the file that it is from."""
    truth = {}
    for source, path in enumerate(paths):
        with open(path, newline="") as file:
            for row in csv.DictReader(file):
                named = re.match(r"rec-(\d+)-", row[key])
                truth[row[key]] = (row.get("cluster") or named.group(1), source)
    return truth


def pairs_in(groups: collections.Counter, is_link: bool) -> int:
    """How many pairs groups of (name, source) hold; of two files only those across."""
    by_name = collections.defaultdict(collections.Counter)
    for (name, source), count in groups.items():
        by_name[name][source] += count
    if is_link:
        return sum(counts[0] * counts[1] for counts in by_name.values())
    return sum(total * (total - 1) // 2 for total in (sum(counts.values()) for counts in by_name.values()))


def pair_score(path: pathlib.Path, truth: dict[str, tuple[str, int]], total: int) -> float:
    """F1 of pairs at the best threshold."""
    with open(path, newline="") as file:
        scored = [
            (float(row["probability"]), truth[row["left"]][0] == truth[row["right"]][0]) for row in csv.DictReader(file)
        ]
    scored.sort(key=lambda pair: -pair[0])
    right, most = 0, 0.0
    for place, (probability, is_right) in enumerate(scored):
        right += is_right
        if place + 1 == len(scored) or scored[place + 1][0] != probability:
            most = max(most, 2 * right / (place + 1 + total))
    return most


def cluster_score(path: pathlib.Path, truth: dict[str, tuple[str, int]], total: int, is_link: bool) -> float:
    """F1 of the pairs within clusters."""
    with open(path, newline="") as file:
        cluster = {row["record"]: row["cluster"] for row in csv.DictReader(file)}
    found = pairs_in(collections.Counter((cluster[key], source) for key, (_, source) in truth.items()), is_link)
    both = pairs_in(
        collections.Counter(((cluster[key], name), source) for key, (name, source) in truth.items()), is_link
    )
    return 2 * both / (found + total)


def main() -> int:
    """Resolve every file, print the table, and hold the figures against the thresholds."""
    folder = os.environ.get("FORELAND_DATA")
    if not folder or not (pathlib.Path(folder) / "resolution").is_dir():
        print("resolution: FORELAND_DATA names no folder with the public files; nothing is measured")
        return 0
    SCRATCH.mkdir(parents=True, exist_ok=True)
    limits, rows, checks = thresholds("resolution"), [], []
    for name, (files, key) in FILES.items():
        paths = [pathlib.Path(folder) / "resolution" / file for file in files]
        pairs, clusters = SCRATCH / "pairs.csv", SCRATCH / "clusters.csv"
        command = [binary(), "resolve", "link" if len(files) == 2 else "dedupe", *map(str, paths)]
        cost = best([*command, "--key", key, "--pairs", str(pairs), "--clusters", str(clusters)], runs=2)
        truth = truth_of(paths, key)
        total = pairs_in(collections.Counter(truth.values()), len(files) == 2)
        by_pair = 100 * pair_score(pairs, truth, total)
        by_cluster = 100 * cluster_score(clusters, truth, total, len(files) == 2)
        rows.append(
            [name, f"{by_pair:.2f}", f"{by_cluster:.2f}", f"{cost.cpu_seconds:.1f}", f"{cost.peak_megabytes:.0f}"]
        )
        checks.append((f"{name}: F1 of pairs in hundredths", by_pair, "least", limits[f"{name} pairs"]))
        checks.append((f"{name}: F1 of clusters in hundredths", by_cluster, "least", limits[f"{name} clusters"]))
        checks.append((f"{name}: CPU seconds", cost.cpu_seconds, "most", limits[f"{name} seconds"]))
    print_table(["file", "pairs", "clusters", "CPU s", "peak MB"], rows)
    return 0 if judge(checks) else 1


if __name__ == "__main__":
    raise SystemExit(main())
