"""On a full disk what concerns people in danger is kept for the stated number of entries."""

import pytest

import full_disk


def test_a_full_disk_keeps_what_concerns_people_in_danger():
    if not full_disk.run(entries=200):
        pytest.skip("no small disk can be mounted here")
