"""Two desks of one blind exercise, joined over TLS: calls come in by themselves, both show one number, and the night is scored."""

import re
import shutil
import subprocess
import time

import pytest
from playwright.sync_api import expect

import places
from conftest import HASHING_MILLISECONDS, PASSWORD, open_context, shoot, sign_in, until
from desk import BINARY, Desk
from rescue import boats, place, report

# From an entry at one centre to the number at the other; the machine of the tests has other work.
SECONDS_ACROSS = 2.0
SECONDS_ON_A_BUSY_MACHINE = 15.0
TURNS = 5


@pytest.fixture
def pair(tmp_path):
    """Both desks in one process; shutil tells whether the machine can make their certificates."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl on the PATH, which makes the certificates of two centres")
    desk = Desk(tmp_path, pace=60, has_feed=False, flags=("--two-centres", "--blind"))
    desk.store = tmp_path / "store"
    try:
        desk.wait_until_ready()
        yield desk
    finally:
        desk.stop()


def first_page(browser, desk, address: str, secret: str):
    """The first officer of one of the two, on a page of their own."""
    context = open_context(browser, desk, base_url=address)
    page = context.new_page()
    page.goto("/")
    sign_in(page, "officer", secret)
    fields = page.locator(places.NEW_PASSWORDS)
    expect(fields).to_have_count(2, timeout=HASHING_MILLISECONDS)
    for index in range(2):
        fields.nth(index).fill(PASSWORD)
    page.locator(places.SUBMIT).first.click(timeout=HASHING_MILLISECONDS)
    page.wait_for_url("**/picture", timeout=HASHING_MILLISECONDS)
    return page


def unaccounted(page) -> dict:
    """The number that stands on every page of a desk."""
    return page.request.get("/api/unaccounted").json()


def test_two_centres_play_a_night_and_are_scored(browser, pair):
    secrets = until(
        lambda: [found for line in pair.lines for found in re.findall(r"\bsecret\s+(\S+)", line)][:2], "two secrets")
    until(lambda: len([one for one in pair.lines if re.search(r"\bsecret\s", one)]) >= 2, "both desks", seconds=60)
    secrets = [found for line in pair.lines for found in re.findall(r"\bsecret\s+(\S+)", line)][:2]
    other_address = f"http://127.0.0.1:{pair.port + 1}"
    home = first_page(browser, pair, pair.address, secrets[0])
    other = first_page(browser, pair, other_address, secrets[1])
    # The script brings assets at once and the weather with them, and calls as the night goes on.
    until(lambda: "EXERCISE LIFEBOAT 21" in home.request.get("/assets").text(), "the assets of the night")
    until(lambda: home.request.get("/api/coverage").json().get("weather"), "the weather of the night")
    until(lambda: boats(home), "a call of the night", seconds=120)
    assert all(one["properties"]["exercise"] for one in boats(home))
    # Blind: nobody has tied anything.
    assert all(one["properties"]["layer"] == "report" and one["properties"]["boat"] is None for one in boats(home))

    times = []
    for turn in range(TURNS):
        before = unaccounted(other)
        began = time.monotonic()
        report(home, place(51.0, 1.4 + turn / 50) | {"least": 10}, incident="new")
        until(lambda: unaccounted(other)["openBoats"] > before["openBoats"], "the number at the other centre",
              seconds=SECONDS_ON_A_BUSY_MACHINE)
        times.append(time.monotonic() - began)
    print(f"unaccounted across two centres: {min(times):.2f} to {max(times):.2f} s")
    assert sorted(times)[TURNS // 2] < SECONDS_ACROSS
    assert {one["id"] for one in boats(other) if one["properties"]["layer"] == "boat"} >= {
        one["id"] for one in boats(home) if one["properties"]["layer"] == "boat"}
    home.goto("/incidents")
    shoot(home, "two-centres-board")
    home.context.close()
    other.context.close()
    pair.stop()
    scored = subprocess.run(
        [BINARY, "exercise", "score", "--store", f"{pair.store}/"], capture_output=True, text=True, timeout=60)
    assert scored.returncode == 0, scored.stderr
    words = places.words("en")
    assert scored.stdout.startswith("EXERCISE")
    assert words["score.grouping"].split("{")[0] in scored.stdout
    assert words["score.unaccounted"].split("{")[0] in scored.stdout
