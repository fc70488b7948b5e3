"""What is wrong says so across the screen, and stops saying so when it is right again."""

from playwright.sync_api import expect

import places
from conftest import shoot, until
from picture import open_picture
from sentences import position

# The desk calls a feed stale after half a minute of silence in its own time; a picture is frozen after six seconds of it.
STALE_MILLISECONDS = 60_000
FROZEN_MILLISECONDS = 30_000


def test_a_silent_feed_is_named_until_it_speaks(page, desk):
    open_picture(page)
    desk.feed.send(position(235000960, 50.98, 1.3))
    banner = page.locator(places.STALE_BANNER)
    expect(banner).to_be_visible(timeout=STALE_MILLISECONDS)
    expect(banner).to_contain_text("crafted")
    opening = places.words("en")["picture.banner.stale"].split("{")[0]
    expect(banner).to_contain_text(opening.strip())
    shoot(page, "stale-feed")

    def is_quiet_again():
        desk.feed.send(position(235000960, 50.98, 1.301))
        return banner.is_hidden()

    until(is_quiet_again, "the banner to go")


def test_a_frozen_picture_says_so_until_the_desk_answers(page, desk, language):
    open_picture(page)
    banner = page.locator(places.FROZEN_BANNER)
    expect(banner).to_be_hidden()
    desk.freeze()
    try:
        expect(banner).to_be_visible(timeout=FROZEN_MILLISECONDS)
        opening = places.words(language)["picture.banner.frozen"].split("{")[0]
        expect(banner).to_contain_text(opening.strip())
        shoot(page, f"frozen-{language}")
    finally:
        desk.thaw()
    expect(banner).to_be_hidden()
