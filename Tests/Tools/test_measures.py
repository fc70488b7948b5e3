"""The measures as Prometheus's own parser reads them, and as the documentation says them."""

import math
import pathlib
import re
import urllib.request

from prometheus_client.parser import text_string_to_metric_families

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/measures.md"


def families(desk) -> dict:
    # As Prometheus asks: without any token.
    with urllib.request.urlopen(f"http://127.0.0.1:{desk.port}/metrics", timeout=20) as answer:
        assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
        text = answer.read().decode()
    found = list(text_string_to_metric_families(text))
    assert len({one.name for one in found}) == len(found)
    return {one.name: one for one in found}


def documented() -> dict[str, tuple[str, str, list[str]]]:
    rows = re.findall(r"(?m)^\| `(foreland_\w+)` \| (\w+) \| ([\w ]+) \| ([^|]*) \|", PAGE.read_text())
    return {name: (kind, unit, re.findall(r"`(\w+)`", labels)) for name, kind, unit, labels in rows}


def test_every_measure_is_read_and_documented(desk):
    table = documented()
    found = families(desk)
    assert len(found) >= 25
    for name, family in found.items():
        # The parser takes the ending of a counter off.
        kind, unit, labels = table[name + "_total" if family.type == "counter" else name]
        assert family.type == kind and unit in family.documentation, name
        for sample in family.samples:
            assert sorted(sample.labels) == sorted(labels), sample
            assert not math.isinf(sample.value), sample


def test_what_happens_moves_its_measure(desk):
    before = families(desk)
    status, _ = desk.write("one entry more")
    assert status == 201
    desk.ask("GET", "/nothing-of-this-name")
    after = families(desk)

    def value(found: dict, name: str, **labels: str) -> float:
        return next(sample.value for sample in found[name].samples if sample.labels == labels)

    assert value(after, "foreland_ledger_entries") > value(before, "foreland_ledger_entries")
    assert value(after, "foreland_requests", status="2xx") >= value(before, "foreland_requests", status="2xx") + 2
    assert value(after, "foreland_requests", status="4xx") >= value(before, "foreland_requests", status="4xx") + 1
    assert value(after, "foreland_process_cpu_seconds") >= value(before, "foreland_process_cpu_seconds") > 0
    assert 1 << 20 < value(after, "foreland_process_resident_memory_bytes") < 4 << 30
