#!/usr/bin/env python3
"""How well and how fast craft are tracked: distances to the truth beside an oracle, and the cost of many craft.

Every scenario is made here out of a seed, so that anyone can repeat each row; the recorded scenario with which other
trackers were measured is run beside them when FORELAND_DATA names a folder that has it.
"""

import json
import math
import os
import pathlib
import subprocess
import sys

from measuring import SCRATCH, best, binary, judge, print_table, thresholds, weigh

SEEDS = range(1, 8)
SAMPLE = "tracking"
LOADS = [1_250, 3_125, 6_250, 12_500]


def answer(*arguments: str) -> str:
    """What a command of the tracker prints."""
    return subprocess.run([binary(), "track", *arguments], check=True, capture_output=True, text=True).stdout


def scored(truth: pathlib.Path, tracks: str) -> dict[str, float]:
    """The score of tracks, which are written to a file first."""
    file = SCRATCH / "tracks.csv"
    file.write_text(tracks)
    return json.loads(answer("score", str(truth), str(file)))


def run(folder: pathlib.Path) -> dict[str, float]:
    """Track a scenario and score it."""
    tracks = answer("run", "--scenario", str(folder / "scenario.json"), str(folder / "detections.csv"))
    return scored(folder / "truth.csv", tracks)


def made(name: str, seed: int, *options: str) -> pathlib.Path:
    """A made scenario in a folder of its own."""
    folder = SCRATCH / f"{name}-{seed}"
    answer("generate", "--seed", str(seed), "--output", str(folder), *options)
    return folder


def row(name: str, ours: dict[str, float], bar: dict[str, float] | None) -> list[str]:
    """A row of the table."""
    ratio = f"{ours['gospa'] / bar['gospa']:.3f}" if bar else ""
    return [
        name,
        f"{ours['gospa']:.1f}",
        f"{bar['gospa']:.1f}" if bar else "",
        ratio,
        f"{ours['ospa']:.2f}",
        f"{ours['smallBoatsHeld']:.3f}",
        f"{ours['false']:.2f}",
        f"{ours['missed']:.2f}",
        f"{ours['switches']:.0f}",
    ]


def scenarios(limits: dict[str, float]) -> tuple[list[list[str]], list[tuple[str, float, str, float]]]:
    """The rows and checks of the scenarios: as usual, boats that are often missed, and dense clutter."""
    rows, checks = [], []
    kinds = {
        "usual": [],
        "rare": ["--detection-probability", "0.5"],
        "cluttered": ["--clutter", "100"],
    }
    for kind, options in kinds.items():
        results = []
        for seed in SEEDS if kind == "usual" else list(SEEDS)[:3]:
            folder = made(kind, seed, *options)
            ours, bar = run(folder), scored(folder / "truth.csv", answer("oracle", str(folder)))
            rows.append(row(f"{kind}, seed {seed}", ours, bar))
            results.append((ours, bar))
        ratios = [ours["gospa"] / bar["gospa"] for ours, bar in results]
        held = sum(ours["smallBoatsHeld"] for ours, _ in results) / len(results)
        if kind == "usual":
            false = sum(ours["false"] for ours, _ in results) / len(results)
            mean = sum(ratios) / len(ratios)
            checks.append(("usual: distance beside the oracle, mean", mean, "most", limits["gospaOfOracle"]))
            worst = limits["worstGospaOfOracle"]
            checks.append(("usual: distance beside the oracle, worst", max(ratios), "most", worst))
            checks.append(("usual: small boats held", held, "least", limits["smallBoatsHeld"]))
            checks.append(("usual: false tracks a scan", false, "most", limits["falseTracks"]))
        else:
            checks.append((f"{kind}: small boats held", held, "least", limits[f"{kind}SmallBoatsHeld"]))
    return rows, checks


def recorded(limits: dict[str, float]) -> tuple[list[list[str]], list[tuple[str, float, str, float]]]:
    """The scenario with which other trackers were measured, when it is there."""
    folder = os.environ.get("FORELAND_DATA")
    sample = pathlib.Path(folder) / SAMPLE if folder else None
    if not sample or not (sample / "detections.csv").is_file():
        return [], []
    ours = run(sample)
    return [row("recorded", ours, None)], [
        ("recorded: GOSPA", ours["gospa"], "most", limits["gospaOfData"]),
        ("recorded: OSPA", ours["ospa"], "most", limits["ospaOfData"]),
        ("recorded: small boats held", ours["smallBoatsHeld"], "least", limits["smallBoatsHeld"]),
    ]


def loads(limits: dict[str, float]) -> list[tuple[str, float, str, float]]:
    """What many craft cost, printed as a table."""
    rows, costs = [], []
    for craft in LOADS:
        command = [binary(), "track", "load", "--craft", str(craft)]
        runs = [json.loads(answer("load", "--craft", str(craft))) for _ in range(2)]
        result = min(runs, key=lambda one: one["cpuSeconds"])
        costs.append((result["present"], result["cpuSecondsPerSecond"], weigh(command).peak_megabytes))
        cost = costs[-1]
        rows.append([f"{cost[0]:,}", f"{1000 * cost[1]:.1f}", f"{cost[2]:.0f}", f"{result['held']:.4f}"])
    print()
    print_table(["craft, four radars", "CPU ms a second", "peak MB", "held"], rows)
    (few, cheap, _), (many, dear, peak) = costs[0], costs[-1]
    growth = dear / cheap / (many * math.log(many) / (few * math.log(few)))
    return [
        ("load: CPU seconds a second", dear, "most", limits["loadSecondsASecond"]),
        ("load: peak megabytes", peak, "most", limits["loadMegabytes"]),
        ("load: growth beside n log n", growth, "most", limits["loadGrowth"]),
    ]


def main() -> int:
    """Measure everything, print the tables, and hold the figures against the thresholds."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    limits = thresholds("tracking")
    rows, checks = scenarios(limits)
    more, further = recorded(limits)
    print_table(
        ["scenario", "GOSPA", "oracle", "ratio", "OSPA", "boats held", "false", "missed", "switches"], rows + more
    )
    folder = made("usual", SEEDS[0])
    cost = best([binary(), "track", "run", "--scenario", str(folder / "scenario.json"), str(folder / "detections.csv")])
    checks += further
    frame = cost.cpu_seconds * 1000 / 600
    checks.append(("CPU milliseconds a frame, whole process", frame, "most", limits["millisecondsAFrame"]))
    checks += loads(limits)
    return 0 if judge(checks) else 1


if __name__ == "__main__":
    sys.exit(main())
