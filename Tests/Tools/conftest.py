"""Tools that people already use, on a real desk: what the fault tests share starts it."""

import os
import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Soak"))
os.environ.setdefault("FORELAND_BINARY", str(ROOT / ".build/debug/foreland"))


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """A desk with an exercise night running, and some entries in its log."""
    from desks import Desk, Store, tool

    store = Store.make(tmp_path_factory.mktemp("tools") / "store", exercise=True)
    store.reader = store.issue("read")
    added = tool("user", "add", "paul", "--agency", "police", "--role", "watchOfficer", "--store", store.path)
    assert added.returncode == 0, added.stderr
    store.other = store.issue("read", "paul")
    running = Desk(store, "--seed", "1", "--hours", "1", "--share", str(ROOT / "share"), command="exercise").open()
    try:
        for number in range(12):
            status, body = running.write(f"entry {number}")
            assert status == 201, body
        yield running
    finally:
        assert running.stop() == 0, running.output()
