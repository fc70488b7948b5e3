"""How long a page takes from the click to the screen."""

import json
import statistics

import pytest

import places
from conftest import ROOT

TRIES = 7
PROMISED_MILLISECONDS = 150
PAINTED = """() => new Promise((resolve) => {
  const look = () => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    if (paint) resolve(paint.startTime);
    else setTimeout(look, 20);
  };
  look();
})"""


@pytest.mark.parametrize("address", places.PAGES)
def test_a_page_is_on_the_screen_in_time(page, address):
    page.goto(address)
    times = []
    for _ in range(TRIES):
        page.goto("about:blank")
        page.goto(address)
        times.append(page.evaluate(PAINTED))
    figures = {"bestMilliseconds": round(min(times)), "medianMilliseconds": round(statistics.median(times))}
    print(f"\n{address}: first words on the screen: {json.dumps(figures)}")
    folder = ROOT / ".foreland/test-results"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"speed-{address.strip('/')}.json").write_text(json.dumps(figures) + "\n")
    # The best of several: what the desk needs, not what else this machine was doing.
    assert min(times) < PROMISED_MILLISECONDS, figures
