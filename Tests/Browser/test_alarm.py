"""A watch tries its alarm: it is seen and heard, marked as a test, and what the watch says of it stands in the log."""

import pytest
from playwright.sync_api import expect

import places
from conftest import open_context, shoot, until

# What the alarm gives to the machine's loudspeaker is counted here, with whether it could be heard at that moment.
LISTENER = """
window.tones = [];
const make = AudioContext.prototype.createOscillator;
AudioContext.prototype.createOscillator = function () {
  const oscillator = make.call(this);
  const start = oscillator.start;
  oscillator.start = (at) => {
    window.tones.push({ hertz: oscillator.frequency.value, heard: this.state === "running" });
    start.call(oscillator, at);
  };
  return oscillator;
};
"""
NO_SOUND = "delete window.AudioContext; delete window.webkitAudioContext;"
# A browser that nobody has touched: playwright's own lets every page sound.
UNTOUCHED = """
let isTouched = false;
addEventListener("pointerdown", () => { isTouched = true; }, true);
const resume = AudioContext.prototype.resume;
const state = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, "state").get;
Object.defineProperty(BaseAudioContext.prototype, "state", { get() { return isTouched ? state.call(this) : "suspended"; } });
AudioContext.prototype.resume = function () { return isTouched ? resume.call(this) : new Promise(() => {}); };
"""


def open_picture(browser, desk, officer, language: str, *scripts: str):
    context = open_context(browser, desk, storage_state=officer["state"], locale={"en": "en-GB", "fr": "fr-FR"}[language])
    page = context.new_page()
    for script in scripts:
        page.add_init_script(script)
    page.goto("/picture")
    until(lambda: page.evaluate("document.documentElement.dataset.ready") == "true", "the picture")
    return page


@pytest.mark.parametrize(("button", "outcome"), [("#test-heard", "heard"), ("#test-unheard", "unheard")])
def test_the_test_is_seen_heard_marked_and_recorded(browser, desk, officer, language, button, outcome):
    page = open_picture(browser, desk, officer, language, LISTENER)
    words = places.words(language)
    page.locator("#alarm-test").click()
    expect(page.locator("#banner-test")).to_contain_text(words["picture.alarm.testing"])
    expect(page.locator("#banner-distress")).to_be_hidden()
    expect(page.locator("#banner-sound")).to_be_hidden()
    expect(page.locator("#alarm-state")).to_have_text(words["picture.alarm.on"])
    until(lambda: page.evaluate("window.tones.filter((tone) => tone.heard).length") >= 4, "four tones that can be heard")
    shoot(page, f"alarm-test-{language}")
    page.locator(button).click()
    expect(page.locator("#banner-test")).to_be_hidden()
    recorded = words[f"picture.alarm.record.{outcome}"]
    expect(page.locator("#alarm-result")).to_have_text(recorded)
    expect(page.locator("#log-list li").first).to_contain_text(recorded)
    count = page.evaluate("window.tones.length")
    page.wait_for_timeout(6_000)
    assert page.evaluate("window.tones.length") == count, "it goes on sounding after the test"
    page.context.close()


def test_an_untouched_page_says_that_it_cannot_be_heard_yet(browser, desk, officer, language):
    page = open_picture(browser, desk, officer, language, UNTOUCHED)
    words = places.words(language)
    expect(page.locator("#banner-sound")).to_contain_text(words["picture.banner.sound-waiting"])
    expect(page.locator("#alarm-state")).to_have_text(words["picture.alarm.waiting"])
    shoot(page, f"alarm-untouched-{language}")
    page.locator("#sound-let").click()
    expect(page.locator("#banner-sound")).to_be_hidden()
    expect(page.locator("#alarm-state")).to_have_text(words["picture.alarm.on"])
    page.context.close()


def test_a_sound_that_is_off_or_cannot_be_is_said(browser, desk, officer):
    page = open_picture(browser, desk, officer, "en")
    words = places.words("en")
    page.locator("#map").click()
    page.keyboard.press("s")
    expect(page.locator("#banner-sound")).to_contain_text(words["picture.banner.sound-off"])
    page.keyboard.press("s")
    expect(page.locator("#banner-sound")).to_be_hidden()
    page.context.close()
    silent = open_picture(browser, desk, officer, "en", NO_SOUND)
    expect(silent.locator("#banner-sound")).to_contain_text(words["picture.banner.sound-none"])
    silent.locator("#alarm-test").click()
    expect(silent.locator("#banner-test")).to_be_visible()
    silent.context.close()
