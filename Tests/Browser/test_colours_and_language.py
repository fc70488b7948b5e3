"""Day, dusk and night; English and French."""

from playwright.sync_api import expect

import places
from conftest import shoot, until
from picture import open_picture


def test_three_themes_colour_the_page_differently_and_last(page):
    open_picture(page)
    backgrounds = {}
    for _ in range(3):
        theme = page.evaluate("document.documentElement.dataset.theme")
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
