"""What an officer does about alerts, rules, places, sensors and the weather, and about why there is a track."""

import re

import pytest
from playwright.sync_api import expect

import places
from conftest import open_context, shoot, until
from picture import lasting_craft, mmsi, one_under_way, open_picture
from rescue import quiet
from sentences import dsc_call

CALLER = 235000990
# How often a radio calls before the test gives up.
CALLS = 6


def open_first(page, selector: str):
    """Open the first folded part that fits."""
    part = page.locator(selector).first
    part.locator("> summary").click()
    return part


def test_a_call_is_heard_acknowledged_handed_over_and_resolved(page, desk):
    open_picture(page)
    quiet(page)
    words = places.words("en")
    # A radio repeats its call until somebody answers, and a feed that was silent for long may be connecting anew.
    line = page.locator("#alerts-list > li.is-distress", has_text=str(CALLER)).first
    for _ in range(CALLS):
        desk.feed.send(dsc_call(CALLER))
        try:
            expect(line).to_contain_text(words["alert.distress.dsc"], timeout=5_000)
            break
        except AssertionError:
            continue
    expect(line).to_contain_text(words["alert.distress.dsc"])
    # Reports that other tests made, and nobody has read, may stand there beside it.
    banner = page.locator("#banner-distress")
    call = words["picture.alarm.distress.one"].split(":")[0]
    expect(banner).to_contain_text(call)
    shoot(page, "alert-distress")
    line.get_by_role("button", name=words["alerts.acknowledged.do"]).click()
    expect(banner).not_to_contain_text(call)
    line.get_by_role("button", name=words["alerts.handedOver.do"]).click()
    line.get_by_label(words["alerts.to"]).fill("Gris-Nez")
    page.keyboard.press("Enter")
    expect(line).to_contain_text("Gris-Nez")
    page.goto("/alerts")
    card = page.locator("li.alert.is-distress", has_text=str(CALLER)).first
    expect(card).to_contain_text("Gris-Nez")
    card.get_by_label(words["alerts.note"]).fill("All aboard are safe")
    card.get_by_role("button", name=words["alerts.resolved.do"]).click()
    expect(page.locator("li.alert.is-distress", has_text=str(CALLER))).to_have_count(0)
    page.goto("/alerts?state=all")
    expect(page.locator("li.alert.is-distress", has_text=str(CALLER)).first).to_contain_text("All aboard are safe")


def test_a_rule_is_tried_edited_and_switched_off(page, language):
    words = places.words(language)
    page.goto("/rules")
    card = page.locator("#speed")
    card.get_by_label(re.compile(re.escape(words["rules.leastSpeed"]))).fill("9")
    card.get_by_role("button", name=re.compile(words["rules.try"].split("{")[0])).click()
    expect(page.locator("#speed [role=status]")).to_be_visible()
    card.get_by_role("checkbox").uncheck()
    card.get_by_role("button", name=words["rules.save"], exact=True).click()
    expect(page.locator("#speed").get_by_role("checkbox")).not_to_be_checked()
    expect(card.get_by_label(re.compile(re.escape(words["rules.leastSpeed"])))).to_have_value("9")
    # Its harbours are those that came with the chart.
    expect(page.locator("#drifting")).to_contain_text("Boulogne")
    shoot(page, f"rules-{language}")


def test_a_place_is_named_shown_and_taken_out(page, language):
    words = places.words(language)
    page.goto("/places")
    shoot(page, f"places-{language}")
    new = open_first(page, "#new")
    new.get_by_label(words["places.name"]).fill(f"Varne {language}")
    new.get_by_label(words["places.corners"]).fill("51°00.00′N 001°20.00′E\nsomewhere\n50°56.00′N 001°16.00′E")
    new.get_by_role("button", name=words["places.save"]).click()
    expect(page.get_by_role("alert")).to_contain_text("somewhere")
    new.get_by_label(words["places.corners"]).fill("51°00.00′N 001°20.00′E\n51 N 1.4 E\ngeo:50.93,1.28")
    new.get_by_role("button", name=words["places.save"]).click()
    page.watch.forgive("status of 400")
    card = page.locator("details", has_text=f"Varne {language}").first
    expect(card).to_be_visible()
    named = page.request.get("/api/places").json()["places"]
    assert [one["use"] for one in named if one["name"] == f"Varne {language}"] == ["guarded"]
    assert any(one["name"] == "Dover" and one["approximate"] for one in named)
    page.goto("/picture?view=9,51,1.4")
    expect(page.locator("html")).to_have_attribute("data-ready", "true")
    drawn = "import('/static/web/chart.js').then(({ map }) => map.queryRenderedFeatures({ layers: ['places'] }).map((one) => one.properties.name))"
    until(lambda: f"Varne {language}" in page.evaluate(drawn), "the place on the chart")
    page.goto("/places")
    card.locator("> summary").click()
    card.get_by_label(words["watch.reason"]).fill("Drawn twice")
    card.get_by_role("button", name=words["places.remove"]).click()
    expect(page.locator("details", has_text=f"Varne {language}")).to_have_count(0)


def test_the_weather_is_said_and_stands_beside_the_coverage(page, language):
    words = places.words(language)
    page.goto("/sensors")
    weather = page.locator("#weather")
    weather.get_by_label(words["weather.sea"]).fill("5")
    weather.get_by_label(words["weather.wind"]).fill("28")
    weather.get_by_role("button", name=words["weather.say"]).click()
    expect(weather).to_contain_text(re.compile("28"))
    open_picture(page)
    page.locator("#tool-coverage").click()
    expect(page.locator("#coverage-note")).to_contain_text("28", timeout=30_000)
    shoot(page, f"coverage-{language}")


def test_a_sensor_is_declared_and_taken_out(page):
    words = places.words("en")
    page.goto("/sensors")
    until(lambda: page.goto("/sensors") and page.locator("[data-sensor]").count() > 0, "the exercise's sensors")
    expect(page.locator("[data-sensor]").first).to_contain_text(words["sensors.fact.field"])
    new = open_first(page, "#new")
    new.get_by_label(words["sensors.field.name"], exact=True).fill("south mast")
    new.get_by_label(words["sensors.field.position"], exact=True).fill("50°55.00′N 000°58.00′E")
    new.get_by_label(words["sensors.field.detectionProbability"]).fill("7")
    new.get_by_role("button", name=words["sensors.save"]).click()
    expect(page.get_by_role("alert")).to_contain_text("0")
    new.get_by_label(words["sensors.field.detectionProbability"]).fill("0.7")
    new.get_by_role("button", name=words["sensors.save"]).click()
    card = page.locator("[data-sensor='south mast']")
    page.watch.forgive("status of 400")
    expect(card).to_contain_text("000°58")
    card.locator("summary").click()
    card.get_by_label(words["watch.reason"]).fill("Antenna down")
    card.get_by_role("button", name=words["sensors.takeOut"]).click()
    expect(page.locator("[data-sensor='south mast']")).to_have_count(0)
    expect(page.get_by_text("Antenna down")).to_be_visible()


def test_why_a_track_is_one_and_it_is_joined_and_parted_by_hand(page):
    words = places.words("en")
    open_picture(page)
    ship = one_under_way(page)
    # Sensors may lose a craft at any moment, on a busy machine above all; then the panel says so, and another one is tried.
    while not joined_and_parted(page, lasting_craft(page)["id"], mmsi(ship)):
        page.watch.forgive("404")
    shoot(page, "why")


def joined_and_parted(page, craft: str, ship: str) -> bool:
    """Say of a craft that it is not a ship, and take that back; whether the craft was held for so long."""
    words = places.words("en")
    page.evaluate("id => import('/static/web/state.js').then(({ select }) => select(id))", craft)
    lost = page.locator("#vessel-hint", has_text=words["picture.vessel.lost"])
    expect(page.locator("#vessel-why > summary").or_(lost).first).to_be_visible()
    if lost.is_visible():
        return False
    if page.locator("#vessel-why[open]").count() == 0:
        open_first(page, "#vessel-why")
    expect(page.locator("#why-sensors li").first).to_be_visible()
    expect(page.locator("#why-observations li").first).to_be_visible()
    for word in ("apart", "undone"):
        page.locator("#join-mmsi").fill(ship)
        page.get_by_role("button", name=words[f"picture.join.{word}"]).click()
        expect(page.locator("#notes")).to_have_text(re.compile("|".join(words[f"picture.join.{end}"] for end in ("done", "lost"))))
        if page.locator("#notes").text_content() != words["picture.join.done"]:
            return False
        page.locator("#notes").evaluate("one => { one.textContent = ''; }")
    return True


def test_joining_a_track_that_was_lost_says_so(page, language):
    words = places.words(language)
    open_picture(page)
    craft = lasting_craft(page)
    page.evaluate("id => import('/static/web/state.js').then(({ select }) => select(id))", craft["id"])
    open_first(page, "#vessel-why")
    # The desk answers for the craft as for one that was lost between the look and the click.
    page.route("**/identity", lambda route: route.continue_(url=re.sub(r"tracks/[^/]+", "tracks/EXS999999", route.request.url)))
    page.locator("#join-mmsi").fill("235099999")
    page.get_by_role("button", name=words["picture.join.apart"]).click()
    expect(page.locator("#notes")).to_have_text(words["picture.join.lost"])
    page.watch.forgive("404")
