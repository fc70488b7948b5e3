"""The page that says what works, what does not, since when and what to do; to strangers without a word of what the desk holds."""

from playwright.sync_api import expect

import places
from conftest import first_officer, open_context, shoot, until
from desk import Desk

PARTS = {"store", "room", "archive", "clock", "feeds", "paper", "certificate", "witnesses", "links", "files"}


def row(page, part: str):
    return page.locator(f"tr[data-part={part}]")


def test_a_silent_feed_is_said_with_its_time_and_its_name_only_to_those_inside(browser, tmp_path, language):
    locale = {"en": "en-GB", "fr": "fr-FR"}[language]
    words = places.words(language)
    desk = Desk(tmp_path)
    try:
        desk.wait_until_ready()
        context = open_context(browser, desk, locale=locale)
        page = context.new_page()

        def troubled() -> bool:
            page.goto("/health")
            return row(page, "feeds").get_attribute("data-state") == "attention"

        # Nobody speaks into the second feed: after half a minute it is silent.
        until(troubled, "the silent feed", 60)
        assert {one.get_attribute("data-part") for one in page.locator("tbody tr").all()} == PARTS
        expect(page.locator("main [role=status]")).to_contain_text(words["health.all.attention"])
        expect(row(page, "store")).to_contain_text(words["health.store.readable"])
        expect(row(page, "feeds")).to_contain_text(words["health.feeds.some.do"])
        expect(row(page, "feeds").locator("time")).to_be_visible()
        text = page.content()
        assert "crafted" not in text and "EXERCISE:" not in text and "officer" not in text
        since = row(page, "feeds").locator("time").get_attribute("datetime")
        shoot(page, f"health-stranger-{language}")
        inside = open_context(browser, desk, storage_state=first_officer(browser, desk)["state"], locale=locale)
        page = inside.new_page()
        page.goto("/health")
        expect(row(page, "feeds")).to_contain_text("crafted")
        assert row(page, "feeds").locator("time").get_attribute("datetime") == since
        shoot(page, f"health-inside-{language}")
        inside.close()
        context.close()
    finally:
        assert desk.stop() == 0
