"""A watch by keyboard alone: everything of the picture without touching the mouse."""

import uuid

from playwright.sync_api import expect

import places
from conftest import until
from picture import mmsi, one_under_way, open_picture


def test_a_vessel_is_found_opened_and_left_by_keyboard(page):
    open_picture(page)
    craft = one_under_way(page)
    page.keyboard.press("/")
    expect(page.locator(places.SEARCH)).to_be_focused()
    page.keyboard.type(mmsi(craft))
    expect(page.locator(places.SEARCH_RESULTS).filter(has_text=craft["name"]).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(places.SEARCH_RESULTS).first).to_have_attribute("aria-selected", "true")
    expect(page.locator(places.SEARCH)).to_have_attribute("aria-activedescendant", "search-result-0")
    page.keyboard.press("Enter")
    heading = page.locator(places.VESSEL_HEADING)
    expect(heading).to_contain_text(craft["name"])
    expect(heading).to_be_focused()
    page.keyboard.press("Escape")
    expect(heading).to_have_text(places.words("en")["picture.vessel.none"])
    expect(page.locator(places.VESSEL_DETAILS)).to_be_hidden()


def test_the_log_is_written_by_keyboard(page):
    open_picture(page)
    text = f"By keyboard alone, {uuid.uuid4()}"
    page.keyboard.press("l")
    expect(page.locator(places.LOG_TEXT)).to_be_focused()
    # Letters that are keys of the picture are letters here.
    page.keyboard.type(f"{text} t g d / ?")
    page.keyboard.press("Control+Enter")
    expect(page.locator(places.LOG_LIST)).to_contain_text(f"{text} t g d / ?")
    expect(page.locator(places.TABLE_DIALOG)).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator(places.LOG_TEXT)).not_to_be_focused()


def test_time_is_travelled_by_keyboard(page):
    open_picture(page)
    page.keyboard.press("[")
    expect(page.locator(places.KNOWN_BANNER)).to_be_visible()
    page.keyboard.press("n")
    expect(page.locator(places.KNOWN_BANNER)).to_be_hidden()
    page.keyboard.press("g")
    expect(page.locator(places.TIME_INPUT)).to_be_focused()
    page.keyboard.type("0231")
    page.keyboard.press("Enter")
    expect(page.locator(places.KNOWN_BANNER)).to_contain_text("02:31")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator(places.KNOWN_BANNER)).to_be_hidden()


def test_table_and_help_open_and_close_by_keyboard(page):
    open_picture(page)
    craft = one_under_way(page)
    page.keyboard.press("t")
    expect(page.locator(places.TABLE_DIALOG)).to_be_visible()
    expect(page.locator(places.TABLE_ROWS).filter(has_text=craft["name"]).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(places.TABLE_DIALOG)).to_be_hidden()
    page.keyboard.press("?")
    expect(page.locator(places.HELP_DIALOG)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(places.HELP_DIALOG)).to_be_hidden()


def test_the_chart_moves_by_arrows(page):
    open_picture(page)
    until(lambda: "view=" in page.url, "the address of the view")
    before = page.url

    def moves():
        # A banner that comes just then gives the chart another size, which ends its movement: one presses again.
        page.locator("body").press("ArrowRight")
        page.wait_for_timeout(1000)
        return page.url != before

    until(moves, "the address of another view")


def test_tab_reaches_the_tools_and_shows_where_it_is(page):
    open_picture(page)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    wanted = {"search-input", "theme-button", "help-button", "tool-measure", "tool-table", "log-text", "log-save",
              "time-slider", "time-input"}
    reached = set()
    # Each open alert has buttons of its own on the way.
    for _ in range(400):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id"))
        if wanted <= reached:
            break
    assert wanted <= reached, wanted - reached
