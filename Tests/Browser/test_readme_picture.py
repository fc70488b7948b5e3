"""The picture that the README shows; taken anew only when asked, since every run would change it a little."""

from conftest import ROOT, shoot
from picture import mmsi, one_under_way, open_picture, open_vessel


def test_the_picture_of_the_readme(page, pytestconfig):
    open_picture(page)
    craft = one_under_way(page)
    open_vessel(page, mmsi(craft), craft["name"])
    taken = shoot(page, "readme")
    if pytestconfig.getoption("--update-screenshots"):
        target = ROOT / "docs/images/picture.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(taken.read_bytes())
    assert taken.stat().st_size > 20_000, "the screenshot is nearly empty"
