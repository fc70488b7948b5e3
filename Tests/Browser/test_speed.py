"""How long a page takes from the click: until the desk has answered, and until words are on the screen.

The 150 ms that are promised are held against the desk's own share here. The browser's share is printed beside it and
kept with the results; on a machine that draws in software and builds at the same time it says little of the desk.
"""

import json
import statistics

import pytest

import places
from conftest import ROOT

TRIES = 7
PROMISED_MILLISECONDS = 150
TIMES = """() => new Promise((resolve) => {
  const look = () => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    const answer = performance.getEntriesByType("navigation")[0];
    if (paint && answer.responseEnd > 0) resolve([answer.responseEnd - answer.requestStart, paint.startTime]);
    else setTimeout(look, 20);
  };
  look();
})"""


@pytest.mark.parametrize("address", places.PAGES)
def test_a_page_is_answered_in_time(page, address):
    page.goto(address)
    answered, painted = [], []
    for _ in range(TRIES):
        page.goto("about:blank")
        page.goto(address)
        answer, paint = page.evaluate(TIMES)
        answered.append(answer)
        painted.append(paint)
    figures = {
        "answerBestMilliseconds": round(min(answered)),
        "answerMedianMilliseconds": round(statistics.median(answered)),
        "screenBestMilliseconds": round(min(painted)),
        "screenMedianMilliseconds": round(statistics.median(painted)),
    }
    print(f"\n{address}: {json.dumps(figures)}")
    folder = ROOT / ".foreland/test-results"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"speed-{address.strip('/').replace('/', '-')}.json").write_text(json.dumps(figures) + "\n")
    # The best of several: what the desk needs, not what else this machine was doing.
    assert min(answered) < PROMISED_MILLISECONDS, figures
