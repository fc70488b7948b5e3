"""The watch log, and the record in which every act of this test can be found."""

import datetime
import re
import uuid

from playwright.sync_api import expect

import places
from conftest import open_context, shoot
from picture import desk_now, go_to_moment, mmsi, one_under_way, open_picture, open_vessel, return_to_live


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
    page.wait_for_url(re.compile(f"kind={re.escape(kind)}"))
    rows = page.locator(places.RECORD_ROWS)
    expect(rows.first).to_be_visible()
    return rows


def test_a_log_entry_is_written_and_found_in_the_record(page, officer, language):
    open_picture(page)
    craft = one_under_way(page)
    open_vessel(page, mmsi(craft), craft["name"])
    text = f"Lantern seen off the bow, {uuid.uuid4()}"
    write_log(page, text)
    expect(page.locator(f"{places.LOG_LIST} li").filter(has_text=text)).to_contain_text(craft["name"])

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


def test_a_log_entry_is_seen_at_once_in_every_other_tab(page, officer, browser, desk):
    open_picture(page)
    neighbour = page.context.new_page()
    open_picture(neighbour)
    elsewhere = open_context(browser, desk, storage_state=officer["state"])
    try:
        colleague = elsewhere.new_page()
        open_picture(colleague)
        text = f"Red flare bearing 140, {uuid.uuid4()}"
        write_log(page, text)
        for other in (neighbour, colleague):
            expect(other.locator(places.LOG_LIST)).to_contain_text(text)
            expect(other.locator(f"{places.LOG_LIST} li").filter(has_text=text)).to_have_count(1)
    finally:
        elsewhere.close()


def sequence_of(row) -> int:
    """The number of a row's entry in the ledger."""
    return int(re.search(r"\d+$", row.locator(places.RECORD_LINK).first.get_attribute("href"))[0])


def test_each_act_on_the_picture_is_found_in_the_record(page, officer, language):
    words = places.words(language)
    before = sequence_of(show_kind(page, places.KIND_CONSULTED).first)

    open_picture(page)
    craft = one_under_way(page)
    page.locator(places.SEARCH).fill(f"nobody {uuid.uuid4()}")
    expect(page.locator(places.SEARCH_NONE)).to_have_text(words["picture.search.none"])
    open_vessel(page, mmsi(craft), craft["name"])
    ago = datetime.timedelta(hours=3, minutes=25 if language == "en" else 45)
    moment = desk_now(page) - ago
    go_to_moment(page, moment)
    return_to_live(page)
    write_log(page, f"Looked and wrote, {uuid.uuid4()}")

    rows = show_kind(page, places.KIND_CONSULTED)
    for scope in ("scope.search", "scope.track", "scope.pictureAt"):
        row = rows.filter(has_text=re.compile(re.escape(words[scope]) + r"(?!\w)")).first
        expect(row).to_contain_text(officer["name"])
        assert sequence_of(row) > before, f"{scope} has no entry of this test's own"
        if scope == "scope.pictureAt":
            expect(row).to_contain_text(moment.strftime("%H:"))
    written = show_kind(page, places.KIND_LOG).first
    expect(written).to_contain_text(officer["name"])
    assert sequence_of(written) > before
    page.watch.forgive("404")  # Nobody knew the vessel at that moment.
    shoot(page, f"record-acts-{language}")


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
    open_vessel(page, mmsi(craft), craft["name"])
    page.goto("/record")
    page.locator(places.RECORD_KIND).select_option(places.KIND_CONSULTED)
    page.locator(places.RECORD_SUBJECT).fill(f"track:{craft['id']}")
    page.locator(places.RECORD_FILTER).click()
    rows = page.locator(places.RECORD_ROWS)
    expect(rows.first).to_contain_text(craft["id"])
    expect(rows.filter(has_not_text=craft["id"])).to_have_count(0)
    expect(rows.first).to_contain_text(officer["name"])
