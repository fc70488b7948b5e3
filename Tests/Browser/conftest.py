"""What every browser test starts from: a running desk, a browser, and an officer who has signed in."""

import pathlib
import re
import shutil
import time

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import places
from desk import ROOT, Desk

SCREENSHOTS = ROOT / ".foreland/screenshots"
PASSWORD = "a lantern over nine grey fathoms"
# The machine that draws a chart in software, in a debug build, beside other work, may take this long.
PATIENCE_MILLISECONDS = 20_000
# A password is hashed slowly on purpose, and in a debug build on a busy machine slower still.
HASHING_MILLISECONDS = 60_000
# How many times faster than the clock the exercise of a hurried desk runs.
PACE = 20
VIEWPORT = {"width": 1440, "height": 900}


def pytest_addoption(parser):
    """Add the flag that renews the picture of the README."""
    parser.addoption(
        "--update-screenshots", action="store_true", help="renew docs/images/picture.png, which the README shows"
    )


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """The desk, started once for all tests; it must also end when it is asked to."""
    running = Desk(tmp_path_factory.mktemp("desk"))
    try:
        running.wait_until_ready()
        yield running
    finally:
        status = running.stop()
        print("\nthe desk's last words:\n" + running.output())
    assert status == 0, f"the desk ended with exit status {status}"


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, drawing the chart in software, so that it needs no graphics card."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "no Chromium on the PATH; 'make setup' installs Debian's"
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path,
            # As root there is no sandbox to be had; the browser only ever sees the desk under test.
            args=["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-dev-shm-usage"],
        )
        yield running
        running.close()


class Watch:
    """Listens to a page for what no page may do: break, print errors, or be stopped by the security policy."""

    def __init__(self, context: BrowserContext):
        self.troubles: list[str] = []
        context.on("page", self._follow)

    def _follow(self, page: Page):
        page.on("pageerror", lambda error: self.troubles.append(f"{page.url}: {error}"))
        page.on("console", lambda message: self._hear(page, message))

    # A page that is left while it asks gives up its question, and htmx prints that.
    _GIVEN_UP = re.compile(r"^htmx:(sendAbort|afterRequest),")

    def _hear(self, page: Page, message):
        if message.type == "error" and not self._GIVEN_UP.match(message.text):
            self.troubles.append(f"{page.url}: {message.text}")

    def forgive(self, pattern: str):
        """Drop the troubles that a test has provoked on purpose."""
        self.troubles = [trouble for trouble in self.troubles if not re.search(pattern, trouble)]


def open_context(browser: Browser, desk: Desk, **options) -> BrowserContext:
    """A fresh visitor, in UTC and English unless told otherwise."""
    settings = {"base_url": desk.address, "viewport": VIEWPORT, "locale": "en-GB", "timezone_id": "UTC"} | options
    context = browser.new_context(**settings)
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    return context


@pytest.fixture(scope="session")
def officer(browser, desk) -> dict:
    """The first officer, signed in once for all tests."""
    return first_officer(browser, desk)


def first_officer(browser, desk, **options) -> dict:
    """The first sign-in, with the printed secret and a password chosen on the way; returns the officer's cookies."""
    name, secret = desk.first_sign_in()
    context = open_context(browser, desk, **options)
    page = context.new_page()
    page.goto("/")
    sign_in(page, name, secret)
    fields = page.locator(places.NEW_PASSWORDS)
    expect(fields).to_have_count(2, timeout=HASHING_MILLISECONDS)
    for index in range(2):
        fields.nth(index).fill(PASSWORD)
    page.locator(places.SUBMIT).first.click(timeout=HASHING_MILLISECONDS)
    page.wait_for_url(re.compile("/picture"), timeout=HASHING_MILLISECONDS)
    state = context.storage_state()
    context.close()
    return {"name": name, "secret": secret, "state": state}


def sign_in(page: Page, name: str, password: str):
    """Fill in the sign-in form and send it."""
    page.locator(places.SIGN_IN_NAME).fill(name)
    page.locator(places.SIGN_IN_PASSWORD).fill(password)
    page.locator(places.SUBMIT).first.click(timeout=HASHING_MILLISECONDS)


@pytest.fixture
def visitor(browser, desk):
    """A page of someone who has not signed in."""
    context = open_context(browser, desk)
    watch = Watch(context)
    page = context.new_page()
    page.watch = watch
    yield page
    context.close()
    assert not watch.troubles, "\n".join(watch.troubles)


@pytest.fixture(params=["en", "fr"])
def language(request) -> str:
    """Each language of the desk in turn."""
    return request.param


@pytest.fixture
def page(browser, desk, officer, request):
    """A page of the signed-in officer, in the test's language if it asks for one; errors on the page fail the test."""
    spoken = request.getfixturevalue("language") if "language" in request.fixturenames else "en"
    context = open_context(browser, desk, storage_state=officer["state"], locale={"en": "en-GB", "fr": "fr-FR"}[spoken])
    watch = Watch(context)
    page = context.new_page()
    page.watch = watch
    yield page
    if request.node.stash.get(FAILED, False):
        shoot(page, f"failed-{request.node.name}")
    context.close()
    assert not watch.troubles, "\n".join(watch.troubles)


@pytest.fixture
def hurried(browser, tmp_path):
    """A page on a desk of its own, whose exercise runs faster and is all that it hears."""
    desk = Desk(tmp_path, pace=PACE, has_feed=False)
    try:
        desk.wait_until_ready()
        context = open_context(browser, desk, storage_state=first_officer(browser, desk)["state"])
        yield context.new_page()
        context.close()
    finally:
        desk.stop()


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Remember that a test failed, so that its page can be photographed before it closes."""
    report = yield
    if report.when == "call" and report.failed:
        item.stash[FAILED] = True
    return report


def shoot(page: Page, name: str) -> pathlib.Path:
    """Leave a screenshot for a person to look at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    path = SCREENSHOTS / f"{re.sub('[^A-Za-z0-9-]+', '-', name).strip('-')}.png"
    page.screenshot(path=path)
    return path


def until(condition, what: str, seconds: float = PATIENCE_MILLISECONDS / 1000):
    """Ask again and again until the condition gives something, and return that; say what was waited for if it never does."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answer := condition():
            return answer
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds:.0f} s for {what}")
