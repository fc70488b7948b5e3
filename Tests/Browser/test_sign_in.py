"""The way in, and what stays out."""

import re

from playwright.sync_api import expect

import places
from conftest import HASHING_MILLISECONDS, PASSWORD, sign_in


def test_a_stranger_sees_the_sign_in_and_nothing_else(visitor):
    for address in places.PAGES:
        visitor.goto(address)
        expect(visitor).to_have_url(re.compile("/sign-in"))
        expect(visitor.locator(places.SIGN_IN_PASSWORD)).to_be_visible()
    answer = visitor.request.get("/api/picture?box=50,0,52,3")
    assert answer.status == 401
    visitor.watch.forgive("401")


def test_a_wrong_password_is_refused_in_words(visitor, officer):
    visitor.goto("/sign-in")
    sign_in(visitor, officer["name"], "not the password at all")
    expect(visitor.locator(places.ALERT)).to_be_visible(timeout=HASHING_MILLISECONDS)
    expect(visitor).to_have_url(re.compile("/sign-in"))
    visitor.watch.forgive("401|403|422|429")


def test_the_first_secret_works_only_once(visitor, officer):
    visitor.goto("/sign-in")
    sign_in(visitor, officer["name"], officer["secret"])
    expect(visitor.locator(places.ALERT)).to_be_visible(timeout=HASHING_MILLISECONDS)
    expect(visitor).to_have_url(re.compile("/sign-in"))
    visitor.watch.forgive("401|403|422|429")


def test_the_chosen_password_opens_the_desk_and_signing_out_closes_it(visitor, officer):
    visitor.goto("/sign-in")
    sign_in(visitor, officer["name"], PASSWORD)
    expect(visitor).to_have_url(re.compile("/picture"), timeout=HASHING_MILLISECONDS)
    visitor.locator("form[action='/sign-out'] button").click()
    expect(visitor).to_have_url(re.compile("/sign-in"))
    visitor.goto("/log")
    expect(visitor).to_have_url(re.compile("/sign-in"))


def test_a_page_that_does_not_exist_says_so(page):
    answer = page.goto("/no-such-page")
    assert answer.status == 404
    expect(page.locator("main")).to_contain_text(places.words("en")["error.notFound"])
    page.watch.forgive("404")
