"""What a flow analyst does: reads charts with eyes, ears or a spreadsheet, takes a table in, and looks ahead."""

import datetime
import re

import pytest
from playwright.sync_api import expect

import places
from conftest import open_context, shoot, until
from test_accessibility import violations

SERIES = "/statistics/series/exercise-day-arrivals"
# Forecasts from many past origins, in a debug build on a busy machine.
COMPUTING_MILLISECONDS = 180_000
TABLE = """date,people,boats
2021-11-01,12,1
2021-11-02,-,
2021-11-03,0,0
2021-11-04,40,2
"""


def drawn(page, count_at_least: int = 1):
    """Wait until every chart of the page is drawn."""
    figures = page.locator("figure[data-figure]")
    expect(figures.first).to_be_visible()
    assert figures.count() >= count_at_least
    for index in range(figures.count()):
        expect(figures.nth(index)).to_have_attribute("data-drawn", "true", timeout=COMPUTING_MILLISECONDS)


def shoot_whole(page, name: str):
    """Leave a picture of the whole page, however long it is."""
    page.screenshot(path=shoot(page, name), full_page=True)


def wear(page, theme: str):
    """Let the page open in a theme."""
    page.add_init_script(f"localStorage.setItem('foreland.theme', '{theme}')")


@pytest.mark.parametrize("theme", ["day", "night"])
def test_the_charts_of_a_series_are_drawn_read_aloud_and_taken_away(page, language, theme):
    wear(page, theme)
    words = places.words(language)
    page.goto("/statistics")
    expect(page.get_by_role("heading", name=words["statistics.title"], exact=True)).to_be_visible()
    shoot(page, f"statistics-{theme}-{language}")
    page.goto(SERIES)
    drawn(page, 6)
    shoot_whole(page, f"series-{theme}-{language}")
    figure = page.locator("#chart-seven-days")
    drawing = figure.locator(".chart-drawing")
    drawing.focus()
    page.keyboard.press("End")
    expect(figure.locator(".chart-reading")).to_contain_text(re.compile(r"\d{4}-\d{2}-\d{2}"))
    last = figure.locator(".chart-reading").inner_text()
    page.keyboard.press("ArrowLeft")
    until(lambda: figure.locator(".chart-reading").inner_text() != last, "the value before")
    for kind, beginning in [("svg", b"<svg"), ("png", b"\x89PNG")]:
        with page.expect_download() as download:
            figure.locator(f"[data-export={kind}]").click()
        assert download.value.path().read_bytes().startswith(beginning)
    with page.expect_download() as download:
        figure.get_by_role("link", name="CSV").click()
    lines = download.value.path().read_text().splitlines()
    assert lines[0].startswith("# ") and len(lines) > 1000


def test_without_scripts_every_chart_is_a_table(browser, desk, officer):
    context = open_context(browser, desk, storage_state=officer["state"], java_script_enabled=False)
    page = context.new_page()
    page.goto(SERIES)
    for table in page.locator("figure table").all():
        assert table.is_visible()
    assert page.locator("figure table tbody tr").count() > 100
    context.close()


def test_a_table_is_taken_in_published_and_withdrawn(page, tmp_path):
    words = places.words("en")
    page.goto("/statistics/import")
    file = tmp_path / "arrivals.csv"
    file.write_text(TABLE)
    page.get_by_label(words["statistics.import.file"]).set_input_files(file)
    page.get_by_label(words["statistics.import.prefix"], exact=True).fill("trial")
    page.get_by_label(words["statistics.import.place"], exact=True).fill("Trial")
    page.get_by_label(words["statistics.import.source"], exact=True).fill("A test")
    page.get_by_label(words["statistics.import.released"], exact=True).fill("2021-11-05")
    page.get_by_role("button", name=words["statistics.import.do"]).click()
    expect(page.locator(".notice")).to_contain_text("Trial: people")
    page.goto("/statistics/series/trial-day-arrivals")
    drawn(page)
    expect(page.locator("#chart-published figcaption")).to_contain_text("1 are marked as not available")
    page.locator("#chart-published summary").click()
    expect(page.locator("#chart-published tbody tr").nth(1).locator("td").first).to_have_text("-")
    page.get_by_label(words["watch.reason"]).fill("only a trial")
    page.get_by_role("button", name=words["statistics.withdraw"]).click()
    expect(page.locator("main")).not_to_contain_text("Trial: people")


def test_a_row_about_a_person_is_refused(page, tmp_path):
    words = places.words("en")
    page.goto("/statistics/import")
    file = tmp_path / "people.csv"
    file.write_text("date,surname,count\n2021-11-01,Somebody,1\n")
    page.get_by_label(words["statistics.import.file"]).set_input_files(file)
    for name, text in [("prefix", "x"), ("place", "x"), ("source", "x"), ("released", "2021-11-05")]:
        page.get_by_label(words[f"statistics.import.{name}"], exact=True).fill(text)
    page.get_by_text(words["statistics.import.breakdown"], exact=True).click()
    for name, text in [("date", "date"), ("value", "count"), ("column", "surname")]:
        page.get_by_label(words[f"statistics.import.{name}"], exact=True).fill(text)
    page.get_by_role("button", name=words["statistics.import.do"]).click()
    expect(page.locator("main")).to_contain_text("about a person")
    page.watch.forgive("400")


@pytest.mark.parametrize("theme", ["day", "night"])
def test_the_outlook_in_either_language(page, language, theme):
    wear(page, theme)
    words = places.words(language)
    page.set_default_navigation_timeout(COMPUTING_MILLISECONDS)
    page.goto("/outlook?series=exercise-day-arrivals")
    drawn(page, 3)
    expect(page.locator(".lamp")).to_have_count(14)
    index = page.locator("figure", has_text=words["chart.weather.value"]).first
    expect(index).to_contain_text(words["chart.caveat.weatherNormalised"])
    expect(index).to_contain_text(words["chart.weather.interval"])
    assert not violations(page, f"outlook-{theme}-{language}")
    expect(page.locator("#scenarios tbody tr")).to_have_count(4)
    shoot_whole(page, f"outlook-{theme}-{language}")
    page.goto("/outlook/backlog")
    drawn(page)
    page.get_by_label(words["outlook.backlog.caseworkers"], exact=True).fill("5000")
    page.get_by_role("button", name=words["outlook.ask"]).click()
    expect(page.locator("[role=status] strong").first).to_contain_text(re.compile(r"\d"))
    shoot_whole(page, f"backlog-{theme}-{language}")
    page.goto("/outlook/warnings")
    drawn(page)
    shoot_whole(page, f"warnings-{theme}-{language}")
    page.goto("/outlook/map")
    expect(page.locator("#flow-map")).to_have_attribute("data-drawn", "true")
    page.wait_for_timeout(1_500)
    shoot_whole(page, f"flow-map-{theme}-{language}")


def test_a_publication_is_announced_seen_early_and_let_out(page):
    words = places.words("en")
    page.goto("/statistics")
    page.get_by_text(words["statistics.schedule"], exact=True).click()
    due = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=6)
    for field, text in [("id", "weekly-1"), ("title", "Trial publication"), ("due", due.strftime("%Y-%m-%dT%H:%M:%SZ"))]:
        page.locator(f"#schedule-{field}").fill(text)
    page.get_by_role("button", name=words["statistics.schedule.do"]).click()
    card = page.locator("#publication-weekly-1")
    expect(card).to_contain_text(words["statistics.early.nobody"])
    for field, text in [("person", "officer"), ("post", "Head of statistics"), ("reason", "to brief")]:
        card.locator(f"#early-weekly-1-{field}").fill(text)
    card.get_by_role("button", name=words["statistics.early.give"]).click()
    expect(card).to_contain_text("Head of statistics")
    # It does not go out before it is due.
    until(lambda: page.goto("/statistics") and card.get_by_role("button", name=words["statistics.publish"]).count(), "the due time")
    card.get_by_role("button", name=words["statistics.publish"]).click()
    expect(card.locator("ul.plain-list li").first).to_contain_text("SHA-256")
    files = {}
    for link in card.locator("a[download]").all():
        answer = page.request.get(link.get_attribute("href"))
        assert answer.ok, link.get_attribute("href")
        files[link.inner_text().rsplit(".", 1)[-1]] = answer.body()
    assert files["ods"].startswith(b"PK") and b"opendocument.spreadsheet" in files["ods"][:120]
    assert b"EXERCISE" in files["csv"]
