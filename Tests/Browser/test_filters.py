"""The filters of the log and the record: as one types, without loading the page anew, and without any script at all."""

import re
import uuid

import pytest
from playwright.sync_api import expect

import places
from conftest import open_context, shoot

# A page that is loaded anew has forgotten this.
MARK = "window.isStillTheSamePage = true"
IS_MARKED = "window.isStillTheSamePage === true"


def write(page, text: str):
    """Write into the log on its own page."""
    page.goto("/log")
    page.locator("#text").fill(text)
    page.locator("form.card button[type=submit]").click()
    expect(page.locator(places.LOG_ROWS).filter(has_text=text)).to_have_count(1)


@pytest.fixture
def entries(page) -> tuple[str, str]:
    """A word that only the first of two fresh log entries has, and one that only the second has."""
    words = f"lamp{uuid.uuid4().hex[:8]}", f"buoy{uuid.uuid4().hex[:8]}"
    for word in words:
        write(page, f"Sighted near {word}, all well")
    return words


def test_the_log_is_searched_as_one_types(page, entries):
    first, second = entries
    page.goto("/log")
    page.evaluate(MARK)
    page.locator("#text").fill("a text that is not finished")
    page.locator(places.LOG_WORDS).press_sequentially(first, delay=20)
    expect(page.locator(places.LOG_ROWS).filter(has_text=second)).to_have_count(0)
    expect(page.locator(places.LOG_ROWS)).to_have_count(1)
    expect(page.locator(places.LOG_ROWS)).to_contain_text(first)
    expect(page).to_have_url(re.compile(f"q={first}"))
    # What was being written, and where one was typing, are as they were.
    expect(page.locator("#text")).to_have_value("a text that is not finished")
    expect(page.locator(places.LOG_WORDS)).to_be_focused()
    assert page.evaluate(IS_MARKED), "the page was loaded anew"
    shoot(page, "log-search")
    page.reload()
    expect(page.locator(places.LOG_WORDS)).to_have_value(first)
    expect(page.locator(places.LOG_ROWS)).to_have_count(1)


def test_the_log_is_searched_for_several_words(page, entries):
    first, _ = entries
    page.goto("/log")
    page.locator(places.LOG_WORDS).fill(f"near {first}")
    expect(page.locator(places.LOG_ROWS)).to_have_count(1)
    expect(page.locator(places.LOG_ROWS)).to_contain_text(first)


def test_what_is_not_in_the_log_is_said_not_to_be(page):
    page.goto("/log")
    page.locator(places.LOG_WORDS).fill(uuid.uuid4().hex)
    expect(page.locator(places.FOUND)).to_contain_text(places.words("en")["record.none"])


def test_the_record_is_filtered_as_one_chooses(page, officer):
    page.goto("/record")
    page.evaluate(MARK)
    page.locator(places.RECORD_KIND).select_option(places.KIND_SESSION)
    expect(page).to_have_url(re.compile("kind=access"))
    expect(page.locator(places.RECORD_ROWS).filter(has_text=places.words("en")["scope.record"])).to_have_count(0)
    expect(page.locator(places.RECORD_ROWS).first).to_contain_text(officer["name"])
    page.locator("#actor").fill("nobody-of-that-name")
    expect(page.locator(places.FOUND)).to_contain_text(places.words("en")["record.none"])
    assert page.evaluate(IS_MARKED), "the page was loaded anew"
    page.go_back()
    expect(page.locator(places.RECORD_ROWS).first).to_be_visible()


def test_a_moment_that_cannot_be_read_is_refused_in_words(page):
    page.goto("/log")
    page.locator("#at").fill("yesterday, about noon")
    page.locator(places.LOG_FILTER).click()
    expect(page.locator(places.ALERT)).to_be_visible()
    page.watch.forgive("400|422")


def test_an_ended_session_leads_to_the_sign_in_and_not_to_an_empty_list(browser, desk, officer):
    context = open_context(browser, desk, storage_state=officer["state"])
    try:
        page = context.new_page()
        page.goto("/log")
        context.clear_cookies()
        page.locator(places.LOG_WORDS).fill("anything")
        expect(page.locator(places.SIGN_IN_PASSWORD)).to_be_visible()
    finally:
        context.close()


def test_the_filters_work_without_scripts(browser, desk, officer, entries):
    first, second = entries
    context = open_context(browser, desk, storage_state=officer["state"], java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto("/log")
        page.locator(places.LOG_WORDS).fill(f"near {first}")
        page.locator(places.LOG_FILTER).click()
        expect(page.locator(places.LOG_ROWS)).to_have_count(1)
        expect(page.locator(places.LOG_ROWS)).to_contain_text(first)
        page.goto("/record")
        page.locator(places.RECORD_KIND).select_option(places.KIND_LOG)
        page.locator(places.RECORD_FILTER).click()
        expect(page.locator(places.RECORD_ROWS).first).to_contain_text(officer["name"])
    finally:
        context.close()
