"""What a test does on the picture, in the words of an officer: find, open, look where it is, go to a moment."""

import datetime
import time

from playwright.sync_api import Locator, Page, expect

import places
from conftest import until

# How long a craft is held before a test relies on it.
LASTING_SECONDS = 15


def open_picture(page: Page, address: str = "/picture"):
    """Open the picture and wait until the chart stands and vessels are on it."""
    page.goto(address)
    expect(page.locator(f"{places.MAP} canvas").first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-ready", "true")
    until(lambda: fleet(page), "vessels on the chart")
    expect(page.locator(f"{places.FEEDS_LIST} li").first).to_be_visible()


def fleet(page: Page) -> list[dict]:
    """The vessels that the chart shows now, as the page's own module holds them."""
    return page.evaluate("import('/static/web/fleet.js').then((module) => [...module.vessels()])")


def desk_now(page: Page) -> datetime.datetime:
    """What time it is at the desk: an exercise that plays faster than the clock has a time of its own."""
    milliseconds = page.evaluate("import('/static/web/desk-time.js').then((module) => module.deskNow())")
    return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.timezone.utc)


def mmsi(craft: dict) -> str:
    """A vessel's MMSI, as it is written on a screen; in an exercise its identifier has a mark before it."""
    return craft["id"].removeprefix("EX")


def one_under_way(page: Page) -> dict:
    """A named vessel that makes good way, so that it will be seen to move; the fastest, and so always the same kind."""
    return until(
        lambda: max(
            (craft for craft in fleet(page) if craft["name"] and (craft["speed"] or 0) > 5 and craft["kind"] != "aircraft"),
            key=lambda craft: craft["speed"],
            default=None,
        ),
        "a named vessel under way",
        seconds=90,  # A ship says its name every six minutes.
    )


def lasting_craft(page: Page) -> dict:
    """A craft that only sensors show and that they have held for a while: of those that have just begun, some are clutter."""
    since: dict[str, float] = {}

    def longest_held() -> dict | None:
        moment = time.monotonic()
        held = {craft["id"]: craft for craft in fleet(page) if craft["kind"] == "sensed"}
        for name in since.keys() - held.keys():
            del since[name]
        for name in held:
            since.setdefault(name, moment)
        return next((held[name] for name, began in since.items() if moment - began >= LASTING_SECONDS), None)

    return until(longest_held, "a craft that only sensors show, for a while", seconds=120)


def find(page: Page, words: str) -> Locator:
    """Type into the search; returns what it offers."""
    page.locator(places.SEARCH).fill(words)
    results = page.locator(places.SEARCH_RESULTS)
    expect(results.first).to_be_visible()
    return results


def open_vessel(page: Page, words: str, name: str):
    """Find a vessel and open it by keyboard alone."""
    expect(find(page, words).filter(has_text=name).first).to_be_visible()
    page.locator(places.SEARCH).press("ArrowDown")
    page.locator(places.SEARCH).press("Enter")
    expect(page.locator(places.VESSEL_HEADING)).to_contain_text(name)
    expect(page.locator(places.VESSEL_DETAILS)).to_be_visible()


def go_to_moment(page: Page, moment: datetime.datetime):
    """Ask for the picture as it was known at a moment, in the field below the chart."""
    page.locator(places.TIME_INPUT).fill(moment.strftime("%Y-%m-%d %H:%M:%S"))
    page.locator(f"{places.TIME_FORM} button").click()
    expect(page.locator(places.KNOWN_BANNER)).to_be_visible()


def return_to_live(page: Page):
    """Come back from a past moment."""
    page.locator(places.RETURN_LIVE).click()
    expect(page.locator(places.KNOWN_BANNER)).to_be_hidden()
