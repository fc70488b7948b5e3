"""An exercise that plays faster than the clock on the wall: every time on the page is then the desk's."""

import datetime
import time

import pytest
from playwright.sync_api import expect

import places
from conftest import first_officer, open_context, until
from desk import Desk
from picture import desk_now, fleet, go_to_moment, open_picture, return_to_live

PACE = 20
# The page judges the clock after five reports of the desk, two seconds apart.
SECONDS_TO_JUDGE_THE_CLOCK = 14


@pytest.fixture
def hurried(browser, tmp_path):
    """A page on a desk of its own that runs faster."""
    desk = Desk(tmp_path, pace=PACE)
    try:
        desk.wait_until_ready()
        context = open_context(browser, desk, storage_state=first_officer(browser, desk)["state"])
        yield context.new_page()
        context.close()
    finally:
        desk.stop()


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
