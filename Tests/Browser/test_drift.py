"""Where a boat drifts: on the page of its incident, hour by hour, on the chart, as files; and survival beside it."""

import pytest
from playwright.sync_api import expect

import places
from adrift import chart_stands, desk_with_weather, drawn, report, said
from conftest import Watch, first_officer, open_context, shoot, until


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
def page(browser, windy, watchman, request):
    """A page of that officer; errors on the page fail the test."""
    spoken = request.getfixturevalue("language") if "language" in request.fixturenames else "en"
    context = open_context(
        browser, windy, storage_state=watchman["state"], locale={"en": "en-GB", "fr": "fr-FR"}[spoken]
    )
    watch = Watch(context)
    page = context.new_page()
    page.watch = watch
    yield page
    context.close()
    assert not watch.troubles, "\n".join(watch.troubles)


@pytest.fixture(scope="module")
def boat(browser, windy, watchman) -> str:
    """A boat whose report names a position."""
    context = open_context(browser, windy, storage_state=watchman["state"])
    name = report(context.new_page())
    context.close()
    return name


def test_the_incident_says_where_the_boat_drifts_and_from_what(page, boat, language):
    words = places.words(language)
    page.goto(f"/incidents/{boat}")
    card = page.locator("#drift")
    expect(card).to_contain_text(words["drift.estimate"])
    expect(card).to_contain_text(said(language, "drift.now"))
    card.locator("summary").click()
    for what in ("wind.csv", "current.csv", words["drift.class.INFLATABLE-LOADED"], "± 109 m", said(language, "drift.start.time")):
        expect(card).to_contain_text(what)
    shoot(page, f"drift-card-{language}")


def test_hour_by_hour_with_chart_table_and_files(page, boat, language):
    words = places.words(language)
    page.goto(f"/incidents/{boat}/drift")
    expect(page.locator("#drift-table tbody tr")).to_have_count(25)
    chart_stands(page)
    shoot(page, f"drift-page-{language}")
    page.locator("#drift-hour").fill("12")
    expect(page.locator("#drift-map")).to_have_attribute("data-hour", "12")
    expect(page.locator("#drift-hour-text")).to_contain_text("12 h")
    shoot(page, f"drift-page-12h-{language}")
    layer = page.request.get(f"/api/incidents/{boat}/drift").json()
    kinds = [feature["properties"]["kind"] for feature in layer["features"]]
    assert layer["estimate"] and kinds.count("datum") == 25 and kinds.count("area") == 75
    assert any("wind.csv" in line for line in layer["inputs"])
    # A wind from the west carries it east, and the areas grow.
    datums = [feature for feature in layer["features"] if feature["properties"]["kind"] == "datum"]
    assert datums[-1]["geometry"]["coordinates"][0] > datums[0]["geometry"]["coordinates"][0] + 0.05
    areas = [f["properties"]["area_km2"] for f in layer["features"] if f["properties"].get("share") == 0.95]
    assert areas[-1] > 2 * areas[0]
    raster = page.request.get(f"/api/incidents/{boat}/drift.tif?hour=6")
    assert raster.headers["content-type"] == "image/tiff" and raster.body()[:4] == b"II*\x00"
    assert page.request.get(f"/api/incidents/{boat}/drift.tif?hour=99").status == 400
    expect(page.get_by_role("link", name=words["drift.back.title"])).to_be_visible()


def test_where_did_it_come_from(page, boat):
    page.goto(f"/incidents/{boat}/drift?back=1")
    # The weather of the test begins eight hours back.
    rows = page.locator("#drift-table tbody tr")
    until(lambda: rows.count() >= 6, "the hours back")
    layer = page.request.get(f"/api/incidents/{boat}/drift?back=1").json()
    datums = [f["geometry"]["coordinates"][0] for f in layer["features"] if f["properties"]["kind"] == "datum"]
    assert layer["backward"] and datums[-1] < datums[0]


def test_an_officer_says_what_the_boat_may_be(page, boat):
    words = places.words("en")
    page.goto(f"/incidents/{boat}/drift")
    form = page.locator("#assume")
    form.locator("[name=weight0]").fill("0")
    form.locator("[name=weight1]").fill("1")
    form.locator("[name=key8]").fill("PIW-3")
    form.locator("[name=weight8]").fill("1")
    form.get_by_role("button", name=words["drift.assume.do"]).click()
    page.wait_for_url(f"**/incidents/{boat}")
    page.goto(f"/incidents/{boat}/drift")
    expect(page.locator("#drift-inputs")).to_contain_text("PIW-3")
    expect(page.locator("#drift-inputs")).not_to_contain_text(words["drift.class.INFLATABLE-LOADED"])


def test_the_picture_shows_the_drift_of_open_boats(page, boat):
    page.goto("/picture")
    expect(page.locator("html")).to_have_attribute("data-ready", "true")
    until(lambda: page.request.get("/api/drift").json()["boats"], "a drift that is at hand")
    page.locator("#tool-drift").click()
    until(lambda: drawn(page, "drift") > 0, "the areas on the chart")
    shoot(page, "drift-picture")
    page.locator("#drift-hour").fill("6")
    until(lambda: drawn(page, "drift") > 0, "the areas six hours from now")
    page.locator("#tool-drift").click()
    until(lambda: drawn(page, "drift") == 0, "the chart without drift")


def test_a_boat_without_a_position_has_no_drift_and_says_why(page):
    lost = report(page, position="somewhere dark")
    page.goto(f"/incidents/{lost}")
    expect(page.locator("#drift")).to_contain_text(places.words("en")["drift.none.noPosition"])
    page.goto(f"/incidents/{lost}/drift")
    expect(page.locator("main")).to_contain_text(places.words("en")["drift.none.noPosition"])
    assert page.request.get(f"/api/incidents/{lost}/drift").status == 404


def test_survival_by_several_sources_and_never_one_line(page, boat, language):
    words = places.words(language)
    page.goto(f"/incidents/{boat}")
    card = page.locator("#survival")
    expect(card).to_contain_text(words["survival.note"])
    card.locator("[name=celsius]").fill("10")
    card.locator("[name=flotation]").select_option("worn")
    card.locator("[name=clothing]").select_option("ordinary")
    card.locator("form button").click()
    rows = page.locator("#survival-table tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.nth(0)).to_contain_text("Hayward")
    expect(page.locator("#survival")).to_contain_text(words["survival.flotation.worn"])
    rows.nth(1).locator("summary").click()
    expect(rows.nth(1)).to_contain_text("Tipton")
    page.locator("#survival").scroll_into_view_if_needed()
    shoot(page, f"survival-{language}")
