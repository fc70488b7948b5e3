"""What the benchmarks share: running a command and weighing it, thresholds from files, and a plain table.

CPU seconds (user and system together) are the unit: on a shared machine the time on the wall says little.
"""

import dataclasses
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCRATCH = ROOT / ".foreland/bench"


@dataclasses.dataclass(frozen=True)
class Weight:
    """What one run of a command cost."""

    cpu_seconds: float
    peak_megabytes: float
    lines: int


def binary() -> str:
    """The foreland binary that is measured: FORELAND_BINARY, else the release build."""
    return os.environ.get("FORELAND_BINARY", str(ROOT / ".build/release/foreland"))


def weigh(command: list[str], stdin: pathlib.Path | None = None) -> Weight:
    """Run a command to its end, count the lines it prints, and return what it alone cost.

    Exit status 1 is let through: a decoder says so when a file of live traffic holds lines that it refused.
    """
    with open(stdin or os.devnull, "rb") as source:
        process = subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        lines = 0
        while block := process.stdout.read(1 << 20):
            lines += block.count(b"\n")
        # wait4 gives the resources of this one child, which the sums over all children would not.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"bench: '{' '.join(command)}' ended with exit status {process.returncode}")
    return Weight(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, lines)


def best(command: list[str], stdin: pathlib.Path | None = None, runs: int = 3) -> Weight:
    """The cheapest of several runs, the one that the rest of the machine disturbed least."""
    return min((weigh(command, stdin) for _ in range(runs)), key=lambda weight: weight.cpu_seconds)


def thresholds(name: str) -> dict[str, float]:
    """The thresholds of one benchmark, by the name of what they limit."""
    table = json.loads((ROOT / "Benchmarks/thresholds" / f"{name}.json").read_text())
    return {key: row["limit"] for key, row in table.items()}


def print_table(header: list[str], rows: list[list[str]]) -> None:
    """Print rows under a header, the first column to the left and figures to the right."""
    widths = [max(len(row[column]) for row in [header, *rows]) for column in range(len(header))]
    for row in [header, ["-" * width for width in widths], *rows]:
        figures = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join([row[0].ljust(widths[0]), *figures]))


def judge(checks: list[tuple[str, float, str, float]]) -> bool:
    """Print each figure beside its limit and say whether all hold; a check is (name, figure, 'least' or 'most', limit)."""
    print()
    held = True
    for name, figure, sense, limit in checks:
        holds = figure >= limit if sense == "least" else figure <= limit
        held = held and holds
        print(f"{'held  ' if holds else 'MISSED'}  {name}: {figure:,.2f}, at {sense} {limit:,.2f}")
    return held
