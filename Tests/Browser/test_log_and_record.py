"""The watch log, and the record in which every act of this test can be found."""

import uuid

from playwright.sync_api import expect

import places
from conftest import shoot
from picture import one_under_way, open_picture, open_vessel


def write_log(page, text: str):
    """Write into the watch log beside the chart."""
    page.locator(places.LOG_TEXT).fill(text)
    page.locator(places.LOG_SAVE).click()
    expect(page.locator(places.LOG_LIST)).to_contain_text(text)


def test_a_log_entry_is_written_and_found_in_the_record(page, officer, language):
    open_picture(page)
    craft = one_under_way(page)
    open_vessel(page, craft["id"], craft["name"])
    text = f"Lantern seen off the bow, {uuid.uuid4()}"
    write_log(page, text)

    page.goto("/log")
    expect(page.locator("main")).to_contain_text(text)
    shoot(page, f"log-{language}")

    page.goto("/record")
    rows = page.locator(places.RECORD_ROWS)
    expect(rows.filter(has_text=officer["name"]).first).to_be_visible()
    written = rows.filter(has_text=places.RECORD_WORDS["log"][language])
    expect(written.first).to_be_visible()
    expect(rows.filter(has_text=places.RECORD_WORDS["signIn"][language]).first).to_be_visible()
    shoot(page, f"record-{language}")


def test_a_log_entry_with_markup_stays_text(page):
    open_picture(page)
    text = f"<img src=x onerror=alert(1)> <b>{uuid.uuid4()}</b>"
    write_log(page, text)
    assert page.locator(f"{places.LOG_LIST} img, {places.LOG_LIST} b").count() == 0
    page.goto("/log")
    expect(page.locator("main")).to_contain_text(text)
    assert page.locator("main img").count() == 0


def test_searching_and_opening_are_recorded_too(page):
    open_picture(page)
    craft = one_under_way(page)
    open_vessel(page, craft["id"], craft["name"])
    page.goto("/record")
    expect(page.locator(places.RECORD_ROWS).filter(has_text=craft["id"]).first).to_be_visible()
