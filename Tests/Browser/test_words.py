"""No page shows a key in the place of a text, in either language."""

import re

import pytest

import places
from conftest import shoot
from picture import mmsi, one_under_way, open_picture, open_vessel

# What is read: the text that is shown, and what stands in titles, labels and empty fields.
READ = """() => [document.title, document.body.innerText,
  ...[...document.querySelectorAll("[title], [aria-label], [placeholder], option")].flatMap((element) =>
    [element.title, element.ariaLabel, element.placeholder, element.tagName === "OPTION" ? element.textContent : ""])]
  .filter(Boolean).join("\\n")"""


def raw_keys(text: str) -> list[str]:
    """Words that look like a key of the string files: of one of their families, or with a gap that was not filled."""
    families = {key.split(".")[0] for key in places.words("en")}
    found = re.findall(r"\b([a-z][A-Za-z]*)((?:\.[A-Za-z][A-Za-z-]*)+)", text)
    return [head + rest for head, rest in found if head in families] + re.findall(r"\{[A-Za-z]+\}", text)


def test_a_key_would_be_noticed():
    assert raw_keys("picture.chart.attribution and {names}") == ["picture.chart.attribution", "{names}"]
    assert not raw_keys("The log. Nothing more.")


@pytest.mark.parametrize("address", [address for address in places.PAGES if address != "/picture"] + ["/password", "/record/1"])
def test_no_page_shows_a_key(page, language, address):
    answer = page.goto(address)
    assert answer.status == 200
    assert not raw_keys(page.evaluate(READ))
    shoot(page, f"page-{address.strip('/')}-{language}")


def test_the_picture_shows_no_key(page, language):
    open_picture(page)
    craft = one_under_way(page)
    open_vessel(page, mmsi(craft), craft["name"])
    page.locator(places.TABLE_BUTTON).click()
    assert not raw_keys(page.evaluate(READ))
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert not raw_keys(page.evaluate(READ))


def test_the_way_in_shows_no_key(visitor):
    for spoken in ("en", "fr"):
        visitor.goto(f"/sign-in?lang={spoken}")
        assert not raw_keys(visitor.evaluate(READ))
        shoot(visitor, f"sign-in-{spoken}")
