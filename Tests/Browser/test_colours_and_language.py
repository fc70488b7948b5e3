"""Day, dusk and night; English and French."""

import zlib

from playwright.sync_api import expect

import places
from conftest import shoot, until
from picture import open_picture


# Inland of Canterbury, far from any vessel and any name.
INLAND = [0.93, 51.12]


def land_is_drawn(page) -> bool:
    """Whether the drawn chart, and not only its style, has the theme's colour for land."""
    x, y, wanted = page.evaluate(
        """(place) => import('/static/web/chart.js').then(({ map }) => {
          const { x, y } = map.project(place);
          const frame = document.getElementById('map').getBoundingClientRect();
          const wanted = getComputedStyle(document.documentElement).getPropertyValue('--land').trim();
          return [frame.x + x, frame.y + y, wanted];
        })""",
        INLAND,
    )
    picture = page.screenshot(clip={"x": x, "y": y, "width": 1, "height": 1})
    return all(abs(drawn - int(wanted[1 + 2 * i : 3 + 2 * i], 16)) <= 3 for i, drawn in enumerate(first_pixel(picture)))


def first_pixel(picture: bytes) -> bytes:
    """Red, green and blue of the first pixel of a PNG."""
    data = b""
    place = 8
    while place < len(picture):
        length = int.from_bytes(picture[place : place + 4], "big")
        # The picture may lie in several chunks (PNG, 11.2.3), a single pixel too.
        if picture[place + 4 : place + 8] == b"IDAT":
            data += picture[place + 8 : place + 8 + length]
        place += 12 + length
    return zlib.decompress(data)[1:4]


def test_three_themes_colour_the_page_differently_and_last(page):
    open_picture(page)
    backgrounds = {}
    for _ in range(3):
        theme = page.evaluate("document.documentElement.dataset.theme")
        until(lambda: land_is_drawn(page), f"the chart in the colours of {theme}")
        backgrounds[theme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
        shoot(page, f"theme-{theme}")
        page.locator(places.THEME_BUTTON).click()
        until(lambda: page.evaluate("document.documentElement.dataset.theme") != theme, "another theme")
    assert set(backgrounds) == {"day", "dusk", "night"}
    assert len(set(backgrounds.values())) == 3, backgrounds
    chosen = page.evaluate("document.documentElement.dataset.theme")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", chosen)


def test_the_language_changes_and_lasts(page):
    page.goto("/log")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("a[hreflang=fr]").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("main")).to_contain_text(places.words("fr")["log.title"])
    page.goto("/record")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("main")).to_contain_text(places.words("fr")["record.title"])


def test_both_languages_have_the_same_words_to_say():
    english, french = places.words("en"), places.words("fr")
    assert english and set(english) == set(french)
