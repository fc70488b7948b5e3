"""Two desks of one exercise, joined over TLS, show one number; a blind night brings its calls by itself, and is scored."""

import re
import shutil
import subprocess
import time

import pytest
from playwright.sync_api import expect

import places
from conftest import HASHING_MILLISECONDS, PASSWORD, first_officer, open_context, shoot, sign_in, until
from desk import BINARY, Desk
from rescue import boats, place, report

# From an entry at one centre to the number at the other; a single one beside other work on the machine may take longer.
SECONDS_ACROSS = 2.0
SECONDS_ON_A_BUSY_MACHINE = 15.0
TURNS = 5
# The first call of the night comes after some three hours.
PACE = 300


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


def secret_of(desk, centre: str) -> str:
    """The one-time secret of one of the two, which is printed below its name."""
    text = lambda: re.search(rf"^{centre}$.*?\bsecret\s+(\S+)", "\n".join(desk.lines), re.MULTILINE | re.DOTALL)
    return until(text, f"the secret of {centre}", seconds=60)[1]


def unaccounted(page) -> dict:
    """The number that stands on every page of a desk."""
    return page.request.get("/api/unaccounted").json()


def test_two_centres_show_one_number(browser, tmp_path):
    if not shutil.which("openssl"):
        pytest.skip("no openssl on the PATH, which makes the certificates of two centres")
    desk = Desk(tmp_path, has_feed=False, flags=("--two-centres",))
    try:
        desk.wait_until_ready()
        home = first_page(browser, desk, desk.address, secret_of(desk, "DOVER"))
        other = first_page(browser, desk, f"http://127.0.0.1:{desk.port + 1}", secret_of(desk, "GRIS-NEZ"))
        until(lambda: "EXERCISE LIFEBOAT 21" in home.request.get("/assets").text(), "the assets of the night")
        until(lambda: home.request.get("/api/coverage").json().get("weather"), "the weather of the night")
        # What the other centre has to send crosses the link.
        until(lambda: "EXERCISE PATROL 25" in home.request.get("/assets").text(), "the assets of the other centre")
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
        named = lambda page: {one["id"] for one in boats(page) if one["properties"]["layer"] == "boat"}
        assert named(home) == named(other) and len(named(home)) == TURNS
        other.goto("/incidents")
        shoot(other, "two-centres-board")
        home.context.close()
        other.context.close()
    finally:
        desk.stop()


def test_a_blind_night_brings_its_calls_and_is_scored(browser, tmp_path):
    desk = Desk(tmp_path, pace=PACE, has_feed=False, flags=("--blind",))
    try:
        desk.wait_until_ready()
        context = open_context(browser, desk, storage_state=first_officer(browser, desk)["state"])
        page = context.new_page()
        page.goto("/incidents")
        until(lambda: boats(page), "a call of the night", seconds=180)
        assert all(one["properties"]["exercise"] for one in boats(page))
        # Nobody has tied anything: that is the trainee's.
        assert all(one["properties"]["layer"] == "report" and one["properties"]["boat"] is None for one in boats(page))
        page.reload()
        shoot(page, "blind-night")
        context.close()
    finally:
        desk.stop()
    command = [BINARY, "exercise", "score", "--store", f"{tmp_path}/store/"]
    for language in ("en", "fr"):
        scored = subprocess.run([*command, "--language", language], capture_output=True, text=True, timeout=120)
        assert scored.returncode == 0, scored.stderr
        words = places.words(language)
        assert scored.stdout.startswith("EXERCISE")
        for key in ("score.grouping", "score.unaccounted"):
            assert words[key].split("{")[0] in scored.stdout
    refused = subprocess.run([*command[:-1], f"{tmp_path}/none/"], capture_output=True, text=True, timeout=60)
    assert refused.returncode == 1 and "none" in refused.stderr
