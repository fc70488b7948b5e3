"""Reports out of a file: chosen or pasted, taken once, and what cannot be read stands as it is written, with the reason."""

import re

from playwright.sync_api import expect

import places
from conftest import shoot
from picture import open_picture
from sentences import dsc_call

ROWS = "received,position,people,text\n02:10,51 01.5N 001 23.2E,{least},engine stopped\n02:15,somewhere,\n"


def counts(page) -> list[int]:
    """Taken, kept and known, as the page says them."""
    return [int(number) for number in re.findall(r"\d+", page.locator(".notice p").first.inner_text())]


def test_a_file_is_taken_once_and_nothing_of_it_is_lost(page, language, tmp_path):
    words = places.words(language)
    file = tmp_path / "reports.csv"
    file.write_text(ROWS.format(least={"en": 31, "fr": 37}[language]))
    page.goto("/incidents")
    page.get_by_role("link", name=words["rescue.import.title"]).click()
    page.locator("#import-file").set_input_files(file)
    expect(page.locator("#import-rows")).to_have_value(file.read_text())
    page.get_by_role("button", name=words["rescue.import.do"]).click()
    expect(page.locator(".notice")).to_be_visible()
    taken, kept, known = counts(page)
    # The row that cannot be read is the same in both languages, and known the second time.
    assert taken == 1 and kept + known == 1
    shoot(page, f"import-{language}")
    page.locator("#import-rows").fill(file.read_text())
    page.get_by_role("button", name=words["rescue.import.do"]).click()
    expect(page.locator(".notice")).to_be_visible()
    assert counts(page) == [0, 0, 2]
    page.goto("/incidents")
    expect(page.get_by_text(words["rescue.channel.imported"]).first).to_be_visible()


def test_an_alert_becomes_a_report(page, desk):
    words = places.words("en")
    open_picture(page)
    for _ in range(6):
        desk.feed.send(dsc_call(235000991))
        line = page.locator("#alerts-list > li.is-distress", has_text="235000991").first
        try:
            expect(line).to_be_visible(timeout=5_000)
            break
        except AssertionError:
            continue
    # The call has become a report by itself; the button leads to it.
    line.get_by_role("button", name=words["alerts.reported.do"]).click()
    page.wait_for_url("**/contacts/*")
    expect(page.get_by_text(words["rescue.channel.device"]).first).to_be_visible()
    shoot(page, "report-of-alert")
