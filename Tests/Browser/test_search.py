"""A search from its plan to its end: proposed, ordered, given out, recorded, and ended by a person while the boat stays open."""

import xml.etree.ElementTree as xml

import pytest
from playwright.sync_api import expect

import places
from adrift import chart_stands, declare, desk_with_weather, report
from conftest import Watch, first_officer, open_context, shoot

WORDS = places.words("en")


@pytest.fixture(scope="module")
def windy(tmp_path_factory):
    """A desk that knows wind and current from files."""
    with desk_with_weather(tmp_path_factory.mktemp("windy")) as desk:
        yield desk


@pytest.fixture(scope="module")
def watchman(browser, windy) -> dict:
    """The officer of that desk."""
    return first_officer(browser, windy)


@pytest.fixture
def page(browser, windy, watchman):
    """A page of that officer; errors on the page fail the test."""
    context = open_context(browser, windy, storage_state=watchman["state"])
    watch = Watch(context)
    page = context.new_page()
    page.watch = watch
    yield page
    context.close()
    assert not watch.troubles, "\n".join(watch.troubles)


@pytest.fixture(scope="module")
def boat(browser, windy, watchman) -> str:
    """A boat with a position, and three assets."""
    context = open_context(browser, windy, storage_state=watchman["state"])
    page = context.new_page()
    name = report(page)
    declare(page, "RNLI 17-31", "lifeboat", 25)
    declare(page, "Rescue 163", "helicopter", 140, "50 57.0N 000 56.0E")
    declare(page, "Drone 4", "drone", 60)
    context.close()
    return name


def test_effort_is_shared_out_where_the_boat_most_likely_is(page, boat, language):
    page.goto(f"/incidents/{boat}/search?lang={language}")
    words = places.words(language)
    for asset in ("RNLI 17-31", "Rescue 163"):
        page.locator(f"input[name=asset][value='{asset}']").check()
    page.get_by_role("button", name=words["search.preview"]).click()
    proposal = page.locator("#proposal")
    expect(proposal.locator("tbody tr")).to_have_count(2)
    expect(proposal).to_contain_text(words["search.total"].split("{")[0].strip())
    chart_stands(page)
    shoot(page, f"search-likely-{language}")


def test_a_drone_needs_the_width_that_its_operator_declares(page, boat):
    page.goto(f"/incidents/{boat}/search?asset=Drone+4&pattern=SS")
    expect(page.get_by_role("alert")).to_contain_text("Drone 4")
    page.watch.forgive("status of 400")
    page.goto(f"/incidents/{boat}/search?asset=Drone+4&pattern=SS&sweep=0.4")
    expect(page.locator("#proposal")).to_contain_text(WORDS["search.remark.declared"])


@pytest.mark.parametrize("pattern", ["VS", "SS", "PS", "CS", "TS"])
def test_every_pattern_is_laid_out(page, boat, pattern):
    way = "51+02.0N+001+28.0E%0A51+06.0N+001+35.0E" if pattern == "TS" else ""
    query = f"asset=RNLI+17-31&pattern={pattern}&minutes=90&way={way}"
    page.goto(f"/incidents/{boat}/search?{query}")
    expect(page.locator("#proposal tbody tr")).to_have_count(1)
    layer = page.request.get(f"/api/incidents/{boat}/search?{query}").json()
    kinds = [feature["properties"]["kind"] for feature in layer["features"]]
    assert kinds.count("footprint") == 1 and kinds.count("leg") > 1 and kinds.count("start") == 1


def test_a_search_is_ordered_given_out_recorded_and_ended(page, boat):
    page.goto(f"/incidents/{boat}/search?asset=RNLI+17-31&pattern=&minutes=60&begins=1+min")
    page.locator("#proposal").get_by_role("button", name=WORDS["search.order"]).click()
    page.wait_for_url(f"**/incidents/{boat}")
    order = page.locator("#search li").first
    expect(order).to_contain_text("RNLI 17-31")
    route = page.request.get(order.get_by_role("link", name="GPX").get_attribute("href"))
    points = xml.fromstring(route.text()).findall(".//{http://www.topografix.com/GPX/1/1}rtept")
    assert len(points) > 3
    legs = page.request.get(order.get_by_role("link", name="GeoJSON").get_attribute("href")).json()
    assert len(legs["features"]) == len(points) - 1
    events = page.request.get(order.get_by_role("link", name="Cursor on Target").get_attribute("href"))
    assert len(xml.fromstring(events.text()).findall("event")) == len(points)
    before = page.locator("#drift").inner_text()

    # It was flown by now, as far as the clock of the test goes, and found nothing.
    now = page.evaluate("new Date().toISOString().slice(0, 19) + 'Z'")
    for name in ("from", "to"):
        order.locator(f"[name={name}]").fill(now)
    order.get_by_role("button", name=WORDS["search.record"]).click()
    row = page.locator("#searches-made tbody tr").first
    expect(row).to_contain_text("RNLI 17-31")
    expect(row).to_contain_text(WORDS["search.outcome.nothing"])
    expect(page.locator("#search-remains")).to_contain_text("%")
    assert page.locator("#drift").inner_text() != before
    shoot(page, "search-made")

    # What a satellite saw counts as a search too.
    page.goto(f"/incidents/{boat}/search")
    other = page.locator("details.card").last
    other.locator("summary").click()
    other.locator("[name=searcher]").fill("Satellite pass 7")
    for name in ("from", "to"):
        other.locator(f"[name={name}]").fill(now)
    other.locator("[name=detection]").fill("30")
    other.locator("[name=corners]").fill("50 50N 001 10E\n50 50N 002 00E\n51 20N 002 00E\n51 20N 001 10E")
    other.get_by_role("button", name=WORDS["search.record"]).click()
    page.wait_for_url(f"**/incidents/{boat}")
    expect(page.locator("#searches-made tbody tr")).to_have_count(2)

    # Ending the search is a person's act, with what remains on the screen, and the boat stays open.
    ending = page.locator("#search details").last
    ending.locator("summary").click()
    expect(ending).to_contain_text(WORDS["search.end.open"])
    ending.locator("[name=text]").fill("Dark, and the wind rises")
    ending.get_by_role("button", name=WORDS["search.end.do"]).click()
    expect(page.locator("#search")).to_contain_text("Dark, and the wind rises")
    expect(page.locator("#unaccounted")).to_contain_text("33")
    page.locator("#search form[action$='resume-search'] [name=text]").fill("A new call")
    page.locator("#search").get_by_role("button", name=WORDS["search.resume"]).click()
    expect(page.locator("#search")).to_contain_text("A new call")
