"""What a test does about boats and reports, through the desk's own interface, as the officer who is signed in."""

from playwright.sync_api import Page, expect

POST = "([path, body]) => import('/static/web/api.js').then(({ post }) => post(path, body))"


def report(page: Page, statement: dict, **more) -> list[str]:
    """Take down a contact report; returns the names that it gave: of an incident that it opened, and of the report."""
    return page.evaluate(POST, ["/api/contacts", {"statement": {"channel": "call"} | statement} | more])["names"]


def place(latitude: float, longitude: float, **more) -> dict:
    """A position as a report states it."""
    return {"place": {"latitude": latitude, "longitude": longitude} | more}


def boats(page: Page, **asked) -> list[dict]:
    """The features of the layer of boats."""
    return page.request.get("/api/boats", params=asked).json()["features"]


def quiet(page: Page):
    """Acknowledge whatever another test left behind."""
    page.wait_for_timeout(500)
    page.locator("#vessel-heading").focus()
    page.keyboard.press("a")
    expect(page.locator("#banner-distress")).to_be_hidden()
