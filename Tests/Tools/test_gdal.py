"""GDAL's own driver for OGC API - Features reads the tracks and the watch log (Debian's gdal-bin)."""

import json
import os
import subprocess
import time

PAGE = 7
# How often the pages are read until the sea has stood still meanwhile.
ATTEMPTS = 5
# Written by an officer of one agency, and for that agency alone.
HIDDEN = "OFFICIAL-SENSITIVE // AGENCIES centre"


def gdal(desk, *words: str, token: str | None = None) -> subprocess.CompletedProcess:
    """Run one of GDAL's tools with the reader's token."""
    environment = {**os.environ, "GDAL_HTTP_HEADERS": f"Authorization: Bearer {token or desk.store.reader}", "CPL_CURL_VERBOSE": "NO"}
    return subprocess.run(words, capture_output=True, text=True, timeout=60, env=environment, check=False)


def features(desk, layer: str, *options: str) -> list[dict]:
    """All features of a layer as GDAL has read them, page after page."""
    read = gdal(
        desk, "ogr2ogr", "-f", "GeoJSON", "/vsistdout/", f"OAPIF:http://127.0.0.1:{desk.port}/ogc", layer,
        "-oo", f"PAGE_SIZE={PAGE}", *options,
    )
    assert read.returncode == 0, read.stderr
    return json.loads(read.stdout)["features"]


def held(desk) -> set[str]:
    """The tracks that the desk says it holds."""
    _, text = desk.ask("GET", "/api/picture", token=desk.store.reader)
    return {track[0] for track in json.loads(text)["tracks"]}


def test_the_layers_are_found(desk):
    found = gdal(desk, "ogrinfo", f"OAPIF:http://127.0.0.1:{desk.port}/ogc")
    assert found.returncode == 0, found.stderr
    assert "tracks (title: Tracks)" in found.stdout and "log (title: Watch log)" in found.stdout


def test_every_track_comes_once_over_all_pages(desk):
    deadline = time.monotonic() + 60
    while len(held(desk)) < 3 * PAGE and time.monotonic() < deadline:
        time.sleep(0.5)
    # The sea moves on meanwhile: a track may be new, or lost, or lost and held again, between the first page and the last.
    for attempt in range(ATTEMPTS):
        before = held(desk)
        tracks = features(desk, "tracks")
        after = held(desk)
        names = [track["properties"]["id"] for track in tracks]
        assert len(names) == len(set(names)), "none twice"
        if before & after <= set(names) <= before | after:
            break
    else:
        raise AssertionError(f"missing {before & after - set(names)}, held by nobody {set(names) - before - after}")
    longitude, latitude = tracks[0]["geometry"]["coordinates"]
    assert -5 < longitude < 6 and 48 < latitude < 54, "longitude comes first"
    assert all(track["properties"]["exercise"] for track in tracks)


def test_a_box_and_a_filter_are_asked_of_the_desk(desk):
    box = features(desk, "tracks", "-spat", "1.0", "50.5", "1.6", "51.2")
    assert box and all(1.0 <= track["geometry"]["coordinates"][0] <= 1.6 for track in box)
    mmsi = box[0]["properties"]["mmsi"]
    one = features(desk, "tracks", "-where", f"mmsi='{mmsi}'")
    assert [track["properties"]["mmsi"] for track in one] == [mmsi]


def test_the_log_is_read_without_places(desk):
    entries = features(desk, "log")
    assert [entry["properties"]["text"] for entry in entries] == [f"entry {number}" for number in reversed(range(12))]
    assert all(entry["geometry"] is None for entry in entries)


def test_a_time_and_a_filter_on_the_log_are_asked_of_the_desk(desk):
    # GDAL asks by whole seconds, so the entry that is looked for is written in a second of its own.
    time.sleep(1.1)
    bound = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    assert desk.write("a later entry")[0] == 201
    entries = features(desk, "log")
    asked = gdal(
        desk, "ogr2ogr", "-f", "GeoJSON", "/vsistdout/", f"OAPIF:http://127.0.0.1:{desk.port}/ogc", "log",
        "-where", f"about >= '{bound}'", "--debug", "on",
    )
    assert asked.returncode == 0, asked.stderr
    assert "datetime=" in asked.stderr, "the time was not asked of the desk"
    assert [entry["properties"]["text"] for entry in json.loads(asked.stdout)["features"]] == ["a later entry"]
    assert len(features(desk, "log", "-where", "author='kim'")) == len(entries)
    assert features(desk, "log", "-where", "author='nobody'") == []


def test_what_is_hidden_from_the_reader_is_in_no_layer(desk):
    status, body = desk.write("a hidden word", marking=HIDDEN)
    assert status == 201, body
    read = gdal(desk, "ogr2ogr", "-f", "GeoJSON", "/vsistdout/", f"OAPIF:http://127.0.0.1:{desk.port}/ogc", "log", token=desk.store.other)
    assert read.returncode == 0, read.stderr
    assert "entry 3" in read.stdout and "hidden word" not in read.stdout
    counted = gdal(desk, "ogrinfo", "-so", f"OAPIF:http://127.0.0.1:{desk.port}/ogc", "log", token=desk.store.other)
    assert f"Feature Count: {len(json.loads(read.stdout)['features'])}" in counted.stdout


def test_without_the_right_there_is_nothing(desk):
    refused = gdal(desk, "ogrinfo", "-al", f"OAPIF:http://127.0.0.1:{desk.port}/ogc", "log", token="none")
    assert refused.returncode != 0 and "entry" not in refused.stdout
