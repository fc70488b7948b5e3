"""Where things stand on the pages: the one file that changes when the pages change.

The picture is addressed by the identifiers of its elements, which its own scripts use too. The other pages are addressed
as a person would, by their labels, whose words come from the desk's own string files; so each test runs in either language.
"""

import functools
import json
import pathlib

STRINGS = pathlib.Path(__file__).resolve().parents[2] / "Sources/Desk/Strings"

# The picture.
MAP = "#map"
SEARCH = "#search-input"
SEARCH_RESULTS = "#search-results [role=option]"
SEARCH_NONE = "#search-results .muted"
VESSEL_HEADING = "#vessel-heading"
VESSEL_DETAILS = "#vessel-details"
VESSEL_PANEL = ".panel-vessel"
VESSEL_TRAIL = "#vessel-trail"
LOG_TEXT = "#log-text"
LOG_SAVE = "#log-save"
LOG_LIST = "#log-list"
FEEDS_LIST = "#feeds-list"
THEME_BUTTON = "#theme-button"
TIME_INPUT = "#time-input"
TIME_FORM = "#time-form"
KNOWN_BANNER = "#banner-known"
RETURN_LIVE = "#return-live"
EXERCISE_BANNER = "#banner-exercise"
STALE_BANNER = "#banner-stale"
CLOCK_BANNER = "#banner-clock"
FROZEN_BANNER = "#banner-frozen"
TABLE_DIALOG = "#table-dialog"
TABLE_BUTTON = "#tool-table"
TABLE_ROWS = "#table-rows tr"
HELP_BUTTON = "#help-button"
HELP_DIALOG = "#help-dialog"
HELP_KEYS = "#help-keys tr"

# The forms on the way in.
SIGN_IN_NAME = "input[name=name]"
SIGN_IN_PASSWORD = "input[name=password]"
NEW_PASSWORDS = "form input[type=password]"
SUBMIT = "main form button[type=submit], main form button:not([type])"
ALERT = "main [role=alert]"

# The record.
RECORD_KIND = "#kind"
RECORD_SUBJECT = "#subject"
RECORD_FILTER = "form.filter button[type=submit]"
RECORD_ROWS = ".record-list > li"
RECORD_LINK = "a[href^='/record/']"
KIND_SESSION = "access."
KIND_LOG = "log."
KIND_CONSULTED = "consulted"

# What a filter finds, on the log and on the record.
FOUND = "#found"
# The watch log's own page.
LOG_WORDS = "#q"
LOG_FILTER = "form.filter[role=search] button[type=submit]"
LOG_ROWS = ".log-list > li"

PAGES = ["/picture", "/log", "/record", "/people", "/account", "/alerts", "/rules", "/places", "/sensors",
         "/statistics", "/statistics/import", "/outlook/map", "/outlook/backlog", "/incidents", "/incidents/report", "/assets",
         "/contact-import"]


@functools.cache
def words(language: str) -> dict[str, str]:
    """Every word of the desk in one language, by its key."""
    merged: dict[str, str] = {}
    for path in sorted(STRINGS.glob(f"*.{language}.json")):
        merged |= json.loads(path.read_text())
    return merged
