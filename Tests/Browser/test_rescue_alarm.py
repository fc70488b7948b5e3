"""What nobody may miss of rescue is seen and heard, says what it is, and is acknowledged by each person for themselves."""

import datetime

from playwright.sync_api import expect

import places
from conftest import HASHING_MILLISECONDS, PASSWORD, open_context, shoot, sign_in, until
from picture import open_picture
from rescue import place, quiet, report
from test_alarm import LISTENER


def tones(page) -> int:
    """How many tones that could be heard the page has given to the loudspeaker."""
    return page.evaluate("window.tones.filter((tone) => tone.heard).length")


def banner(page) -> str:
    """What stands across the screen; empty when nothing does."""
    return page.locator("#banner-distress-text").text_content()


def test_an_overdue_call_is_heard_and_acknowledged(page, language):
    words = places.words(language)
    page.add_init_script(LISTENER)
    open_picture(page)
    quiet(page)
    before = tones(page)
    soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=4)
    names = report(page, place(51.0, 1.5) | {"least": 8, "nextCall": soon.strftime("%Y-%m-%dT%H:%M:%SZ")}, incident="new")
    # The officer who took it down has it: nothing sounds until the call does not come.
    expect(page.locator("#banner-distress")).to_contain_text(words["picture.alarm.of.call"].split("{")[0], timeout=30_000)
    expect(page.locator("#banner-distress")).to_contain_text(names[-1])
    until(lambda: tones(page) >= before + 4, "four tones that can be heard")
    shoot(page, f"rescue-alarm-{language}")
    page.locator("#distress-acknowledge").click()
    expect(page.locator("#banner-distress")).not_to_contain_text(names[-1])
    count = page.evaluate("window.tones.length")
    page.wait_for_timeout(12_000)
    # What another test left unread may become due meanwhile, and sounds for itself.
    assert names[-1] not in banner(page)
    assert banner(page) or page.evaluate("window.tones.length") == count, "it sounds again after it was acknowledged"
    page.reload()
    page.wait_for_timeout(2_000)
    expect(page.locator("#banner-distress")).not_to_contain_text(names[-1])


def another_officer(browser, desk, page, name: str):
    """Somebody else on watch, on a page of their own."""
    page.goto("/people")
    page.locator("#name").fill(name)
    page.locator("#agency").fill("coastguard")
    page.locator("#role").select_option("watchOfficer")
    page.locator("form[action='/people'] button[type=submit]").click()
    secret = page.locator(".secret").inner_text()
    context = open_context(browser, desk)
    other = context.new_page()
    other.goto("/")
    sign_in(other, name, secret)
    fields = other.locator(places.NEW_PASSWORDS)
    expect(fields).to_have_count(2, timeout=HASHING_MILLISECONDS)
    for index in range(2):
        fields.nth(index).fill(PASSWORD)
    other.locator(places.SUBMIT).first.click(timeout=HASHING_MILLISECONDS)
    other.wait_for_url("**/picture", timeout=HASHING_MILLISECONDS)
    return other


def test_the_report_of_another_is_new_for_each_until_they_have_it(browser, desk, page):
    words = places.words("en")
    other = another_officer(browser, desk, page, "otto")
    open_picture(page)
    open_picture(other)
    quiet(page)
    quiet(other)
    name = report(other, {"channel": "pin"} | place(51.02, 1.44))[-1]
    expect(page.locator("#banner-distress")).to_contain_text(words["picture.alarm.of.report"].split("{")[0])
    expect(page.locator("#banner-distress")).to_contain_text(name)
    # Who took it down has it, and stays in peace.
    other.wait_for_timeout(1_500)
    expect(other.locator("#banner-distress")).not_to_contain_text(name)
    page.locator("#distress-show").click()
    page.wait_for_url(f"**/contacts/{name}")
    shoot(page, "rescue-unread")
    page.get_by_role("button", name=words["rescue.read.do"]).click()
    expect(page.get_by_role("button", name=words["rescue.read.do"])).to_have_count(0)
    expect(page.get_by_text("otto")).not_to_have_count(0)
    open_picture(page)
    page.wait_for_timeout(1_500)
    expect(page.locator("#banner-distress")).not_to_contain_text(name)
    other.context.close()
