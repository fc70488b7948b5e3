"""The picture as it was known at a moment, and the way back."""

import datetime

from playwright.sync_api import expect

import places
from conftest import shoot, until
from picture import desk_now, fleet, go_to_moment, mmsi, one_under_way, open_picture, open_vessel, return_to_live


def position_of(page, identifier: str):
    """Where the chart shows a vessel, or nothing when it does not."""
    return next(((craft["lat"], craft["lon"]) for craft in fleet(page) if craft["id"] == identifier), None)


def archived(page, identifier: str, moment: datetime.datetime, place):
    """The place, if it is the last or last but one that the archive has of a vessel before a moment."""
    to = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    points = page.request.get(f"/api/tracks/{identifier}/path?to={to}").json()["points"]
    return place if place in [(lat, lon) for lon, lat, *_ in points[-2:]] else None


def test_the_past_shows_where_a_vessel_was_and_the_way_back_is_one_step(page, language):
    open_picture(page)
    craft = one_under_way(page)
    open_vessel(page, mmsi(craft), craft["name"])
    then, place_then = desk_now(page), position_of(page, craft["id"])
    until(lambda: (desk_now(page) - then).total_seconds() > 3 and position_of(page, craft["id"]) != place_then, "it to move on")

    go_to_moment(page, then)
    expect(page.locator(places.KNOWN_BANNER)).to_contain_text(then.strftime("%H:%M"))
    past = until(lambda: archived(page, craft["id"], then, position_of(page, craft["id"])), "the vessel where it was then")
    now = page.request.get(f"/api/tracks/{craft['id']}").json()
    assert past != (now["lat"], now["lon"])
    shoot(page, f"past-{language}")

    return_to_live(page)
    until(lambda: position_of(page, craft["id"]) not in (None, past), "the live position again")


def test_what_was_not_yet_heard_is_not_in_the_past(page):
    open_picture(page)
    long_before = desk_now(page) - datetime.timedelta(hours=20)
    go_to_moment(page, long_before)
    until(lambda: not fleet(page), "an empty chart before anything was heard")
    return_to_live(page)
    until(lambda: fleet(page), "the live vessels again")
