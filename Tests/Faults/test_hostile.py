"""Strangers who drip and flood keep nobody from working."""

import hostile
import pytest

# A debug build on a machine that builds meanwhile: officers must be served throughout, and not wait long. Guessed passwords are
# left to the long run, since checking one takes seconds in a debug build.
FLOOR_MILLISECONDS = 1_000


@pytest.mark.parametrize("names", [
    ["slow drip of heads"], ["heads without end", "bodies without end"], ["compressed bombs"],
])
def test_officers_work_on(names, monkeypatch):
    monkeypatch.setattr(hostile, "FLOOR_MILLISECONDS", FLOOR_MILLISECONDS)
    hostile.run(names, seconds=6, most=300)
