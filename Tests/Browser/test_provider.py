"""Signing in through a real provider of identities on loopback: the whole way in a browser, and what must fail on it."""

import re
import urllib.parse

import pytest
from playwright.sync_api import expect

import places
from conftest import HASHING_MILLISECONDS, PASSWORD, first_officer, open_context, shoot
from desk import Desk, free_port
from provider import CLIENT, PEOPLE, SECRET, Provider

ALERT = "main [role=alert]"
# What leads on from each page of the provider.
FORWARD = "button.primary[type=submit]"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A desk and a provider that know each other."""
    folder = tmp_path_factory.mktemp("provider")
    secret = folder / "secret"
    secret.write_text(SECRET + "\n")
    port = free_port()
    flags = ["--oidc-issuer", f"http://127.0.0.1:{port}", "--oidc-client", CLIENT, "--oidc-secret-file", str(secret)]
    desk_port = free_port()
    base = f"http://127.0.0.1:{desk_port}"
    desk = Desk(folder, has_feed=False, flags=(*flags, "--oidc-redirect-base", base), port=desk_port)
    desk.provider = Provider(folder, port, base)
    try:
        desk.wait_until_ready()
        yield desk
    finally:
        desk.provider.stop()
        status = desk.stop()
    assert status == 0


@pytest.fixture(scope="module")
def administrator(browser, house) -> dict:
    """The first person, who administers the desk with an account of its own."""
    return first_officer(browser, house)


@pytest.fixture
def visitor(browser, house, request):
    """Somebody in a browser of their own."""
    spoken = request.getfixturevalue("language") if "language" in request.fixturenames else "en"
    context = open_context(browser, house, locale={"en": "en-GB", "fr": "fr-FR"}[spoken])
    yield context.new_page()
    context.close()


def at_provider(page, name: str):
    """Go to the provider from the desk's own page, and say who one is there."""
    page.goto("/sign-in")
    page.locator("a[href='/sign-in/provider']").click()
    page.locator("input[name=login]").fill(name)
    page.locator(FORWARD).click()
    page.locator("input[name=password]").fill(PEOPLE[name])
    page.locator(FORWARD).click()


def way_back(page, name: str) -> str:
    """Say who one is at the provider, and stop before the way back to the desk: its address, which the provider chose."""
    onward: list[str] = []

    def hold(route):
        onward.append(route.fetch(max_redirects=0).headers["location"])
        route.fulfill(status=200, body="held")

    page.route("**/auth/password", lambda route: hold(route) if route.request.method == "POST" else route.continue_())
    at_provider(page, name)
    page.get_by_text("held", exact=True).wait_for()
    page.unroute_all()
    address = urllib.parse.urljoin(page.url, onward[0])
    answer = page.context.request.get(address, max_redirects=0)
    return answer.headers["location"]


def add_person(page, name: str):
    page.goto("/people")
    page.locator("#name").fill(name)
    page.locator("#agency").fill("centre")
    page.locator("#role").select_option("watchOfficer")
    page.locator("form[action='/people'] button").click()
    expect(page.locator(f"form[action='/people/{name}/reset']")).to_be_visible()


def join(page, person: str, subject: str):
    page.goto("/people")
    page.locator("summary").click()
    page.locator(f"[id='subject-{person}']").fill(subject)
    page.locator(f"form[action='/people/{person}/identity'] button").click()
    expect(page).to_have_url(re.compile("/people$"))


def test_an_unknown_subject_is_told_whom_to_ask(house, visitor, language):
    at_provider(visitor, "otto")
    expect(visitor.locator(ALERT)).to_have_text(places.words(language)["provider.because.unknown"])
    expect(visitor.locator("dl.details")).to_contain_text(house.provider.issuer)
    expect(visitor.locator("dl.details")).to_contain_text("otto")
    shoot(visitor, f"provider-unknown-{language}")
    visitor.goto("/picture")
    expect(visitor).to_have_url(re.compile("/sign-in"))


def test_a_joined_person_signs_in_and_has_what_the_person_has(browser, house, administrator, visitor):
    context = open_context(browser, house, storage_state=administrator["state"])
    page = context.new_page()
    add_person(page, "mara.quill")
    join(page, "mara.quill", "mara")
    page.locator("summary").click()
    shoot(page, "provider-people")
    visitor.goto("/sign-in")
    shoot(visitor, "provider-sign-in")
    at_provider(visitor, "mara")
    expect(visitor).to_have_url(re.compile("/picture"))
    visitor.goto("/account")
    expect(visitor.locator("main")).to_contain_text("mara.quill")
    visitor.goto("/people")
    expect(visitor.locator("main")).to_contain_text(places.words("en")["error.refused"])
    page.goto("/record?kind=identity.")
    expect(page.locator("main")).to_contain_text("mara.quill")
    expect(page.locator("main")).to_contain_text("unknown")
    assert "mara" in page.locator("main").inner_text()
    context.close()


def test_the_way_back_is_for_one_browser_and_one_time(browser, house, visitor):
    """What the provider sends back, stolen by somebody else's browser or sent again."""
    address = way_back(visitor, "mara")
    stranger = open_context(browser, house)
    page = stranger.new_page()
    page.goto(address)
    expect(page.locator(ALERT)).to_have_text(places.words("en")["provider.because.browser"])
    stranger.close()
    visitor.goto(address)
    expect(visitor.locator(ALERT)).to_have_text(places.words("en")["provider.because.state"])


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda query: query | {"state": "made-up"}, "state"),
        (lambda query: query | {"iss": "https://evil.example"}, "issuer"),
        (lambda query: {name: query[name] for name in query if name != "iss"}, "issuer"),
        # A made-up code is for the provider to refuse, and this one's store in memory does not.
        (lambda query: query | {"code": "made-up" * 300}, "answer"),
        (lambda query: {name: query[name] for name in query if name != "code"}, "answer"),
        (lambda query: {name: query[name] for name in query if name != "code"} | {"error": "access_denied"}, "refusedThere"),
    ],
)
def test_a_spoilt_way_back_is_refused_in_words(visitor, spoil, reason):
    address = urllib.parse.urlsplit(way_back(visitor, "mara"))
    query = spoil(dict(urllib.parse.parse_qsl(address.query)))
    visitor.goto(address._replace(query=urllib.parse.urlencode(query)).geturl())
    expect(visitor.locator(ALERT)).to_have_text(places.words("en")[f"provider.because.{reason}"])
    visitor.goto("/picture")
    expect(visitor).to_have_url(re.compile("/sign-in"))


def test_keys_may_change_and_the_account_here_works_without_the_provider(house, visitor, administrator):
    house.provider.stop()
    visitor.goto("/sign-in")
    visitor.locator(places.SIGN_IN_NAME).fill(administrator["name"])
    visitor.locator(places.SIGN_IN_PASSWORD).fill(PASSWORD)
    visitor.locator(places.SUBMIT).first.click(timeout=HASHING_MILLISECONDS)
    expect(visitor).to_have_url(re.compile("/picture"), timeout=HASHING_MILLISECONDS)
    visitor.context.clear_cookies()
    visitor.wait_for_timeout(10_000)
    house.provider.start("ES256")
    at_provider(visitor, "mara")
    expect(visitor).to_have_url(re.compile("/picture"))


def test_a_session_that_was_planted_is_not_taken_over(house, visitor):
    visitor.context.add_cookies([{"name": "foreland", "value": "planted", "url": house.address}])
    at_provider(visitor, "mara")
    expect(visitor).to_have_url(re.compile("/picture"))
    values = [cookie["value"] for cookie in visitor.context.cookies() if cookie["name"] == "foreland"]
    assert len(values) == 1 and values[0] != "planted"


def test_a_provider_that_does_not_answer_is_said_in_time(house, visitor):
    address = way_back(visitor, "mara")
    house.provider.pause()
    try:
        visitor.goto(address)
        expect(visitor.locator(ALERT)).to_have_text(places.words("en")["provider.because.unreachable"])
    finally:
        house.provider.resume()
