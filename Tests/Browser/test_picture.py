"""The live picture: vessels move, are found, and are opened."""

import hashlib
import re

from playwright.sync_api import expect

import places
from conftest import shoot, until
from picture import find, fleet, mmsi, one_under_way, open_picture, open_vessel


def test_vessels_move_on_the_chart(page):
    open_picture(page)
    craft = one_under_way(page)
    before = page.locator(places.MAP).screenshot()

    def moved():
        now = next((other for other in fleet(page) if other["id"] == craft["id"]), craft)
        return (now["lat"], now["lon"]) != (craft["lat"], craft["lon"])

    until(moved, f"{craft['name']} to move")
    until(
        lambda: hashlib.sha256(page.locator(places.MAP).screenshot()).digest() != hashlib.sha256(before).digest(),
        "the drawn chart to change",
    )
    shoot(page, "picture-live")


def test_a_vessel_is_found_by_name_and_by_mmsi_and_opens(page, language):
    open_picture(page)
    craft = one_under_way(page)
    for asked in (craft["name"], mmsi(craft)):
        found = find(page, asked)
        expect(found.filter(has_text=craft["name"]).first).to_be_visible()
    open_vessel(page, mmsi(craft), craft["name"])
    details = page.locator(places.VESSEL_DETAILS)
    expect(details).to_contain_text(mmsi(craft))
    before = details.inner_text()
    until(lambda: details.inner_text() != before, "the opened vessel's details to change")
    shoot(page, f"vessel-{language}")


def test_an_opened_vessel_shows_where_it_was(page, language):
    open_picture(page)
    craft = one_under_way(page)
    open_vessel(page, mmsi(craft), craft["name"])
    note = page.locator(places.VESSEL_TRAIL)
    expect(note).to_be_visible()
    expect(note).to_contain_text(re.compile(r"\d"))
    path = page.request.get(f"/api/tracks/{craft['id']}/path", headers={"Accept-Language": language}).json()
    assert path["points"]
    assert path["rule"], "the screen must be able to say by which rule the path is thinned"
    expect(note).to_contain_text(path["rule"])
    points = until(lambda: trail(page), "the trail on the chart")
    known = {(round(lon, 5), round(lat, 5)) for lon, lat, *_ in path["points"]}
    assert set(points[:1]) <= known, "the drawn trail is not the archived path"
    until(lambda: len(trail(page)) > len(points), "the trail to grow with the vessel")
    shoot(page, f"trail-{language}")


def trail(page) -> list[tuple[float, float]]:
    """The places of the trail that the chart draws, oldest first."""
    script = """import('/static/web/chart.js').then(async ({ map }) => (await map.getSource('trail').getData()).features
      .filter((feature) => feature.geometry.type === 'Point').map((feature) => feature.geometry.coordinates))"""
    return [(round(lon, 5), round(lat, 5)) for lon, lat in page.evaluate(script)]


def test_the_table_lists_what_the_chart_shows(page):
    open_picture(page)
    craft = one_under_way(page)
    page.locator(places.TABLE_BUTTON).click()
    expect(page.locator(places.TABLE_ROWS).filter(has_text=craft["name"]).first).to_be_visible()
    shoot(page, "table")


def test_an_exercise_says_so_and_feeds_show_their_state(page):
    open_picture(page)
    expect(page.locator(places.EXERCISE_BANNER)).to_be_visible()
    expect(page.locator(places.FEEDS_LIST)).to_contain_text("crafted")


def test_help_opens_by_keyboard_and_lists_the_keys(page, language):
    open_picture(page)
    page.locator(places.VESSEL_HEADING).focus()
    page.keyboard.press("?")
    expect(page.locator(places.HELP_DIALOG)).to_be_visible()
    expect(page.locator(places.HELP_KEYS).first).to_be_visible()
    shoot(page, f"help-{language}")
    page.keyboard.press("Escape")
    expect(page.locator(places.HELP_DIALOG)).to_be_hidden()
