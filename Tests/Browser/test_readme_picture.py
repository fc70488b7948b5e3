"""The picture that the README shows; taken anew only when asked, since every run would change it a little."""

from playwright.sync_api import expect

import places
from conftest import ROOT, shoot, until
from picture import fleet, mmsi, one_under_way, open_picture, open_vessel

LARGEST_BYTES = 400 << 10
# Ships say their names every six minutes; a picture of nameless ones shows little.
NAMED_SHARE = 0.8


def test_the_picture_of_the_readme(hurried, pytestconfig):
    open_picture(hurried)
    until(
        lambda: sum(craft["name"] is not None for craft in fleet(hurried)) > NAMED_SHARE * len(fleet(hurried)),
        "most vessels to have said their names",
        seconds=90,
    )
    craft = one_under_way(hurried)
    open_vessel(hurried, mmsi(craft), craft["name"])
    expect(hurried.locator(places.VESSEL_TRAIL)).to_be_visible()
    hurried.wait_for_timeout(1500)  # The chart glides to the vessel.
    taken = shoot(hurried, "readme")
    if pytestconfig.getoption("--update-screenshots"):
        target = ROOT / "docs/images/picture.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(taken.read_bytes())
    assert 20_000 < taken.stat().st_size < LARGEST_BYTES
