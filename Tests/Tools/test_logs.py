"""The log of the machine says how the desk fares, and nothing that a person or a feed has sent."""

import datetime
import http.client
import json
import pathlib
import urllib.parse

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAME, PASSWORD = "zebediah.quillon", "seven Lanterns over grey water 71"
NUMBER, SEARCHED, WRITTEN = "235999123", "xylophonic", "a marzipan schooner off the pier"


def visit(desk, method: str, path: str, fields: dict | None = None, **headers: str) -> int:
    """One request as a browser sends it."""
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=30)
    body = None if fields is None else urllib.parse.urlencode(fields)
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_name_number_address_or_text_is_logged_at_any_level(tmp_path, form):
    from desks import Desk, Store

    store = Store.make(tmp_path / "store", exercise=True)
    reader = store.issue("read")
    flags = ("--seed", "1", "--hours", "1", "--share", str(ROOT / "share"), "--log-level", "trace", "--log-format", form)
    desk = Desk(store, *flags, command="exercise").open()
    try:
        assert visit(desk, "POST", "/sign-in", {"name": NAME, "password": PASSWORD}) == 401
        assert visit(desk, "POST", "/sign-in", {"name": "kim", "password": PASSWORD}) == 401
        assert desk.write(WRITTEN, subject=NUMBER)[0] == 201
        assert desk.ask("GET", f"/api/search?q={SEARCHED}", token=reader)[0] in (200, 404)
        assert desk.ask("GET", f"/log?q={SEARCHED}", token=reader)[0] in (200, 403)
        for path in (f"/people/{NAME}/reset", f"/api/tracks/{NUMBER}", "/record/1", f"/%zz{SEARCHED}"):
            assert desk.ask("GET", path, token="none")[0] >= 300
        assert desk.ask("POST", "/api/log", {"text": 7, "about": SEARCHED})[0] == 400
    finally:
        assert desk.stop() == 0
    said = "\n".join(desk.lines)
    for secret in (NAME, PASSWORD, NUMBER, SEARCHED, WRITTEN, store.token, reader):
        assert secret not in said, f"{secret} is in the log:\n{said}"
    for line in desk.lines:
        assert "kim" not in line and ("127.0.0.1" not in line or "open on" in line), line


def test_each_line_is_an_object(tmp_path):
    from desks import Desk, Store

    store = Store.make(tmp_path / "store")
    desk = Desk(store, "--share", str(ROOT / "share"), "--log-level", "trace", "--log-format", "json", "--paper-folder", "/proc/none").open()
    try:
        assert desk.ask("GET", "/readyz")[0] == 200
    finally:
        assert desk.stop() == 0
    lines = [json.loads(line) for line in desk.lines if line.startswith("{")]
    assert lines, "nothing was logged:\n" + desk.output()
    for line in lines:
        assert line["level"] in {"trace", "debug", "info", "notice", "warning", "error", "critical"} and line["message"]
        datetime.datetime.fromisoformat(line["time"].replace("Z", "+00:00"))
    failed = [line for line in lines if line["message"] == "the sheets to print could not be written"]
    assert failed and failed[0]["level"] == "error" and failed[0]["error"]
