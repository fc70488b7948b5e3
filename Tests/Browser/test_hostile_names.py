"""A vessel chooses its own name, and what it sends must be shown as it is and do nothing."""

import pytest
from playwright.sync_api import expect

import places
from conftest import shoot, until
from picture import find, fleet, open_picture
from picture import mmsi as identifier
from sentences import position, statics

NAMES = {235000901: "<SCRIPT>X()</SCRIPT>", 235000902: "<IMG SRC=X ONERROR=>", 235000903: "\"'><B>&AMP;</B>"}
DESTINATION = "<IFRAME SRC=//X.XX>"


@pytest.mark.parametrize("mmsi", NAMES)
def test_a_name_with_markup_is_shown_as_text(page, desk, mmsi):
    name = NAMES[mmsi]
    open_picture(page)
    desk.feed.send(position(mmsi, 51.02, 1.45) + statics(mmsi, name, call_sign="<I>X", destination=DESTINATION))
    until(lambda: any(identifier(craft) == str(mmsi) and craft["name"] == name for craft in fleet(page)), "the crafted vessel")

    expect(find(page, str(mmsi)).filter(has_text=name).first).to_be_visible()
    page.locator(places.SEARCH).press("ArrowDown")
    page.locator(places.SEARCH).press("Enter")
    expect(page.locator(places.VESSEL_HEADING)).to_have_text(name)
    expect(page.locator(places.VESSEL_DETAILS)).to_contain_text(DESTINATION)
    assert page.locator("main script, main img, main iframe, .panel b, .panel i").count() == 0
    shoot(page, f"hostile-name-{mmsi}")

    page.goto("/record")
    assert page.locator("main script, main img, main iframe").count() == 0
