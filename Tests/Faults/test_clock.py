"""A clock that is moved under a desk is said, and disorders nothing."""

import pytest

import clock


def test_a_moved_clock_is_said_and_disorders_nothing():
    if clock.compiler() is None:
        pytest.skip("clang is missing")
    clock.run(["an hour back"])
