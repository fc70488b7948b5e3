"""An exercise that plays faster than the clock on the wall: every time on the page is then the desk's."""

import datetime
import time

import pytest
from playwright.sync_api import expect

import places
from conftest import PACE, until
from picture import desk_now, fleet, go_to_moment, open_picture, return_to_live

# The page judges the clock after five reports of the desk, two seconds apart.
SECONDS_TO_JUDGE_THE_CLOCK = 14


def test_a_night_that_runs_faster_keeps_its_own_time(hurried):
    open_picture(hurried)
    began, desk_began = time.monotonic(), desk_now(hurried)
    hurried.wait_for_timeout(SECONDS_TO_JUDGE_THE_CLOCK * 1000)
    expect(hurried.locator(places.CLOCK_BANNER)).to_be_hidden()
    passed, desk_passed = time.monotonic() - began, (desk_now(hurried) - desk_began).total_seconds()
    assert desk_passed == pytest.approx(PACE * passed, rel=0.3)

    go_to_moment(hurried, desk_now(hurried) - datetime.timedelta(minutes=3))
    until(lambda: fleet(hurried), "the picture of three minutes before")
    return_to_live(hurried)
