"""The layer of boats: a report appears on the chart without being asked for, in words too, and leads to its incident."""

import re

from playwright.sync_api import expect

import places
from conftest import shoot, until
from picture import desk_now, go_to_moment, lasting_craft, open_picture, return_to_live
from rescue import boats, place, report

SYMBOLS = "import('/static/web/chart.js').then(({ map }) => ['boats', 'reports'].flatMap((source) => map.querySourceFeatures(source)).map((one) => one.properties.id))"
PIXEL = "([lon, lat]) => import('/static/web/chart.js').then(({ map }) => map.project([lon, lat]))"


def drawn(page) -> list[str]:
    """The names of the boats and reports that the chart draws now."""
    return page.evaluate(SYMBOLS)


def test_a_report_appears_on_the_chart_and_leads_to_its_incident(page, language):
    words = places.words(language)
    open_picture(page, "/picture?view=9,51.02,1.5")
    where = {"en": (51.05, 1.55), "fr": (50.97, 1.42)}[language]
    boat, pin = report(page, place(*where, accuracyMetres=900) | {"least": 33, "most": 45}, incident="new")
    until(lambda: boat in drawn(page), "the boat on the chart")
    line = {"latitude": 51.13, "longitude": 1.34, "degrees": 150}
    heard = report(page, {"channel": "relay", "bearing": line})[-1]
    loose = report(page, place(where[0] + 0.06, where[1] - 0.2) | {"channel": "pin"})[-1]
    until(lambda: loose in drawn(page), "the report that is tied to no boat")
    expect(page.locator("#boat-count")).to_contain_text(re.compile(r"[1-9]"))
    shoot(page, f"boats-{language}")

    page.locator(places.TABLE_BUTTON).click()
    expect(page.locator("#boat-rows tr", has_text=boat)).to_contain_text("33–45")
    expect(page.locator("#report-rows tr", has_text=heard)).to_contain_text("150°")
    expect(page.locator("#report-rows tr", has_text=loose)).to_contain_text(words["rescue.notTied"])
    shoot(page, f"boats-table-{language}")
    page.keyboard.press("Escape")

    spot = page.evaluate(PIXEL, [where[1], where[0]])
    corner = page.locator(places.MAP).bounding_box()
    page.mouse.click(corner["x"] + spot["x"], corner["y"] + spot["y"])
    page.wait_for_url(re.compile(f"/incidents/{boat}"))
    expect(page.locator("h1")).to_contain_text(boat)
    assert pin in page.content()


def test_the_layer_is_hidden_by_its_key_and_goes_back_in_time(page):
    open_picture(page, "/picture?view=9,51.02,1.5")
    before = desk_now(page)
    page.wait_for_timeout(1_500)
    boat = report(page, place(50.95, 1.6) | {"least": 12}, incident="new")[0]
    until(lambda: boat in drawn(page), "the boat on the chart")
    page.locator(places.MAP).focus()
    page.locator("#vessel-heading").focus()
    page.keyboard.press("b")
    until(lambda: boat not in drawn(page), "the chart without boats")
    page.keyboard.press("b")
    until(lambda: boat in drawn(page), "the boat again")
    go_to_moment(page, before.replace(microsecond=0))
    until(lambda: boat not in drawn(page), "the chart before the report")
    assert boat not in [one["id"] for one in boats(page, at=before.strftime("%Y-%m-%dT%H:%M:%SZ"))]
    return_to_live(page)
    until(lambda: boat in drawn(page), "the boat of now")


def test_a_track_that_is_the_boat_carries_its_symbol(page):
    # A craft may be lost just when it is named: then another is.
    for _ in range(3):
        open_picture(page)
        craft = lasting_craft(page)
        boat = report(page, place(50.9, 1.5) | {"least": 20}, incident="new")[0]
        page.goto(f"/incidents/{boat}")
        form = page.locator(f"form[action='/incidents/{boat}/track']")
        form.locator("input[name=track]").fill(craft["id"])
        form.locator("button").click()
        shown = next(one for one in boats(page) if one["id"] == boat)
        if shown["properties"]["isTrack"]:
            break
    assert shown["properties"]["isTrack"] and shown["properties"]["seenBy"] == craft["id"]
    assert abs(shown["geometry"]["coordinates"][1] - craft["lat"]) < 0.1
