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


def show_kind(page, kind: str):
    """Show one kind of act in the record; returns its rows."""
    page.goto("/record")
    page.locator(places.RECORD_KIND).select_option(kind)
    page.locator(places.RECORD_FILTER).click()
    rows = page.locator(places.RECORD_ROWS)
    expect(rows.first).to_be_visible()
    return rows


def test_a_log_entry_is_written_and_found_in_the_record(page, officer, language):
    open_picture(page)
    craft = one_under_way(page)
    open_vessel(page, craft["id"], craft["name"])
    text = f"Lantern seen off the bow, {uuid.uuid4()}"
    write_log(page, text)

    page.goto("/log")
    entry = page.locator(places.LOG_ROWS).filter(has_text=text)
    expect(entry).to_have_count(1)
    address = entry.locator(places.RECORD_LINK).first.get_attribute("href")
    shoot(page, f"log-{language}")

    rows = show_kind(page, places.KIND_LOG)
    expect(rows.filter(has=page.locator(f"a[href='{address}']"))).to_contain_text(officer["name"])
    shoot(page, f"record-{language}")
    page.goto(address)
    expect(page.locator("main")).to_contain_text(officer["name"])


def test_the_sign_in_is_found_in_the_record(page, officer, language):
    rows = show_kind(page, places.KIND_SESSION)
    expect(rows.filter(has_text=officer["name"]).first).to_be_visible()
    shoot(page, f"record-sessions-{language}")


def test_a_log_entry_with_markup_stays_text(page):
    open_picture(page)
    text = f"<img src=x onerror=alert(1)> <b>{uuid.uuid4()}</b>"
    write_log(page, text)
    assert page.locator(f"{places.LOG_LIST} img, {places.LOG_LIST} b").count() == 0
    page.goto("/log")
    expect(page.locator("main")).to_contain_text(text)
    assert page.locator("main img").count() == 0


def test_opening_a_vessel_is_recorded_too(page, officer):
    open_picture(page)
    craft = one_under_way(page)
    open_vessel(page, craft["id"], craft["name"])
    page.goto("/record")
    page.locator(places.RECORD_KIND).select_option(places.KIND_CONSULTED)
    page.locator(places.RECORD_SUBJECT).fill(f"track:{craft['id']}")
    page.locator(places.RECORD_FILTER).click()
    rows = page.locator(places.RECORD_ROWS)
    expect(rows.filter(has_text=craft["id"]).first).to_contain_text(officer["name"])
