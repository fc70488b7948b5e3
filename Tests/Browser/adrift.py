"""A desk with weather out of files, and boats and assets on it, for the tests of drift, search and survival."""

import contextlib
import datetime
import pathlib

from playwright.sync_api import Page, expect

import places
from conftest import until
from desk import Desk

POSITION = "51 02.0N 001 28.0E"
HOURS_OF_WEATHER = range(-8, 40)


def tables(folder: pathlib.Path) -> tuple[str, str]:
    """A steady wind from the west and a tide that turns, as tables between commas; returns the two flags' values."""
    now = datetime.datetime.now(datetime.timezone.utc).replace(minute=0, second=0, microsecond=0)
    heading = "time,east_ms,north_ms"
    moments = [(now + datetime.timedelta(hours=hour)).strftime("%Y-%m-%dT%H:%M:%SZ") for hour in HOURS_OF_WEATHER]
    wind = "\n".join([heading, *(f"{moment},9,1" for moment in moments)])
    current = "\n".join([heading, *(f"{moment},{0.6 if index % 12 < 6 else -0.5},0.2" for index, moment in enumerate(moments))])
    (folder / "wind.csv").write_text(wind + "\n")
    (folder / "current.csv").write_text(current + "\n")
    return str(folder / "wind.csv"), f"current={folder / 'current.csv'}"


@contextlib.contextmanager
def desk_with_weather(folder: pathlib.Path):
    """A desk of its own that was given wind and current."""
    wind, current = tables(folder)
    desk = Desk(folder, has_feed=False, flags=("--weather", wind, "--weather", current))
    try:
        desk.wait_until_ready()
        yield desk
    finally:
        desk.stop()


def report(page: Page, position: str = POSITION, **fields: str) -> str:
    """Take down a report of a new boat; returns the name of its incident."""
    page.goto("/incidents/report")
    for name, value in {"position": position, "people": "33", **fields}.items():
        page.locator(f"#r-{name}").fill(value)
    page.locator("#r-incident").select_option("new")
    page.locator("#report button.primary").click()
    page.wait_for_url("**/contacts/*")
    page.goto("/incidents")
    link = page.locator("table a[href^='/incidents/']").last
    return link.get_attribute("href").removeprefix("/incidents/")


def declare(page: Page, name: str, kind: str, speed: int, position: str = "51 07.2N 001 20.5E"):
    """Declare an asset that can be sent."""
    page.goto("/assets")
    for field, value in {"name": name, "speed": str(speed), "endurance": "300", "capacity": "60", "position": position}.items():
        page.locator(f"#a-{field}").fill(value)
    page.locator("#a-kind").select_option(kind)
    page.locator("form[action='/assets'] button.primary").click()
    expect(page.locator("table").get_by_text(name)).to_be_visible()


def chart_stands(page: Page):
    """Wait until the chart of a page of drift or search has been drawn."""
    until(lambda: page.locator("#drift-map").get_attribute("data-ready") == "true", "the chart of the drift", 60)


def drawn(page: Page, source: str) -> int:
    """How many features of the picture's own source are drawn."""
    return page.evaluate(
        "(name) => import('/static/web/chart.js').then(({ map }) => map.querySourceFeatures(name).length)", source
    )


def said(language: str, key: str) -> str:
    """The beginning of a text up to its first argument."""
    return places.words(language)[key].split("{")[0].strip()
