"""Every page held against the rules of axe: WCAG 2.2 A and AA, and good practice as advice."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

import places
from conftest import ROOT
from picture import mmsi, one_under_way, open_picture, open_vessel

GRAVE = {"serious", "critical"}


def violations(page, name: str) -> list[dict]:
    """Run axe on a page, keep the whole report, print every violation, and return the grave ones."""
    found = Axe().run(page).response["violations"]
    folder = ROOT / ".foreland/accessibility"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(found, indent=1))
    for rule in found:
        targets = "; ".join(str(node["target"][0]) for node in rule["nodes"][:5])
        print(f"{name}: {rule['impact']}: {rule['id']}: {rule['help']} ({len(rule['nodes'])}): {targets}")
    return [rule for rule in found if rule["impact"] in GRAVE]


def summary(rules: list[dict]) -> str:
    """The grave violations with the elements that they are about."""
    return "\n".join(
        f"{rule['id']}: {rule['help']}: " + "; ".join(node["html"][:120] for node in rule["nodes"][:5]) for rule in rules
    )


@pytest.mark.parametrize("theme", ["day", "dusk", "night"])
@pytest.mark.parametrize("address", places.PAGES)
def test_every_page_in_every_theme(page, address, theme):
    page.add_init_script(f"localStorage.setItem('foreland.theme', '{theme}')")
    if address == "/picture":
        open_picture(page)
    else:
        page.goto(address)
    grave = violations(page, f"{address.strip('/').replace('/', '-')}-{theme}")
    assert not grave, summary(grave)


def test_the_picture_with_a_vessel_opened_in_either_language(page, language):
    open_picture(page)
    craft = one_under_way(page)
    open_vessel(page, mmsi(craft), craft["name"])
    grave = violations(page, f"picture-vessel-{language}")
    assert not grave, summary(grave)


@pytest.mark.parametrize("opener", [places.TABLE_BUTTON, places.HELP_BUTTON])
def test_the_sheets_over_the_picture(page, opener):
    open_picture(page)
    page.locator(opener).click()
    grave = violations(page, f"picture-sheet-{opener.strip('#')}")
    assert not grave, summary(grave)


def test_the_way_in(visitor):
    visitor.goto("/sign-in")
    grave = violations(visitor, "sign-in")
    assert not grave, summary(grave)
