"""The desk over TLS: what it agrees to, HTTP/2 and its streams, a certificate renewed, files that cannot be used."""

import re
import resource
import shutil
import signal
import socket
import ssl
import subprocess
import time

import pytest

from conftest import first_officer, open_context, until
from desk import BINARY, Desk
from doors import ask, make_certificate
from http2 import StoppedReader

# A stream that nobody reads is closed after 15 s without progress; what its window holds comes before.
DROPPED_SECONDS = 60
CONNECTIONS_PER_ADDRESS = 2_048


@pytest.fixture(scope="module")
def secured(tmp_path_factory):
    """A desk of its own that speaks TLS, with its certificate."""
    folder = tmp_path_factory.mktemp("secured")
    certificate, key = make_certificate(folder)
    desk = Desk(folder, has_feed=False, tls=True, flags=("--tls-certificate", certificate, "--tls-key", key))
    desk.folder, desk.certificate = folder, certificate
    try:
        desk.wait_until_ready()
        yield desk
    finally:
        status = desk.stop()
    assert status == 0


@pytest.fixture(scope="module")
def inside(browser, secured) -> dict:
    """The first officer of the secured desk, signed in through the browser over HTTP/2."""
    return first_officer(browser, secured, ignore_https_errors=True)


def stranger(desk) -> socket.socket:
    """A connection from an address that nobody else uses."""
    return socket.create_connection(("127.0.0.1", desk.port), timeout=30, source_address=("127.0.0.3", 0))


def session_cookie(officer: dict) -> dict:
    return next(cookie for cookie in officer["state"]["cookies"] if cookie["name"] == "foreland")


@pytest.mark.parametrize(("version", "flag"), [("2", "--http2"), ("1.1", "--http1.1")])
def test_both_versions_of_http_answer_and_ask_for_tls_from_now_on(secured, version, flag):
    answer = ask(secured.certificate, f"{secured.address}/healthz", flag, "--include")
    assert answer.stdout.endswith(f"\n{version} 200"), answer.stdout + answer.stderr
    assert re.search(r"(?im)^strict-transport-security: max-age=31536000", answer.stdout)


@pytest.mark.parametrize(
    ("limits", "agreed"),
    [
        (["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"], None),
        (["-tls1_2", "-cipher", "AES256-SHA:AES128-GCM-SHA256:ECDHE-ECDSA-AES256-SHA@SECLEVEL=0"], None),
        (["-tls1_2"], "TLSv1.2"),
        (["-tls1_3"], "TLSv1.3"),
    ],
)
def test_old_versions_and_weak_ciphers_are_refused(secured, limits, agreed):
    command = ["openssl", "s_client", "-connect", f"127.0.0.1:{secured.port}", "-CAfile", secured.certificate, *limits]
    answer = subprocess.run(command, input="", capture_output=True, text=True, timeout=30)
    found = re.search(r"(?m)^New, (TLSv[\d.]+), Cipher is (\S+)", answer.stdout)
    if agreed is None:
        assert found is None, found
    else:
        assert found and found[1] == agreed and ("GCM" in found[2] or "CHACHA20" in found[2]), answer.stdout


def test_a_connection_that_says_nothing_is_closed(secured):
    with socket.create_connection(("127.0.0.1", secured.port), timeout=30) as silent:
        began = time.monotonic()
        assert silent.recv(1) == b""
        assert 5 < time.monotonic() - began < 25


def test_a_flood_of_silent_connections_loses_its_own_oldest(secured):
    """An address has as many connections as it may; one more and its oldest goes, long before it would be closed anyway."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    first, flood = stranger(secured), []
    try:
        # What the limit refuses is known only when the desk has looked, so a few more are opened.
        flood = [stranger(secured) for _ in range(CONNECTIONS_PER_ADDRESS + 8)]
        began = time.monotonic()
        first.settimeout(5)
        assert first.recv(1) == b""
        assert time.monotonic() - began < 5
        assert ask(secured.certificate, f"{secured.address}/healthz", "--http2").stdout.endswith("\n2 200")
        text = ask(secured.certificate, f"{secured.address}/metrics", "--http2").stdout
        assert int(re.search(r'connections_ended_total\{reason="gaveWay"\} (\d+)', text)[1]) >= 1, text
    finally:
        for wire in flood:
            wire.close()
        first.close()


def test_a_browser_watches_over_http2(browser, secured, inside):
    cookie = session_cookie(inside)
    assert cookie["secure"] and cookie["httpOnly"] and cookie["sameSite"] == "Strict"
    context = open_context(browser, secured, storage_state=inside["state"], ignore_https_errors=True)
    page = context.new_page()
    page.goto("/picture")
    until(lambda: page.evaluate("document.documentElement.dataset.ready") == "true", "the picture")
    until(lambda: re.search(r"[1-9]", page.locator("#vessel-count").inner_text()), "vessels that the stream brings", 60)
    protocols = page.evaluate("[...new Set(performance.getEntries().map((one) => one.nextHopProtocol).filter(Boolean))]")
    assert protocols == ["h2"], protocols
    context.close()


def test_the_stream_ticks_over_http2_and_a_reader_who_stops_is_dropped(secured, inside):
    cookie = f"foreland={session_cookie(inside)['value']}"
    stopped = StoppedReader(secured.port, secured.certificate, "/api/stream?boxes=48,-4,53,4", {"cookie": cookie}, 2000)
    curl = shutil.which("curl")
    command = [curl, "--silent", "--no-buffer", "--http2", "--max-time", "8", "--cacert", secured.certificate]
    command += ["--cookie", cookie, f"{secured.address}/api/stream?boxes=48,-4,53,4"]
    events = subprocess.run(command, capture_output=True, text=True).stdout
    assert events.count("event: status") >= 3, events[:500]
    assert events.count("event: tracks") >= 5, events[:500]
    stopped.socket.settimeout(DROPPED_SECONDS)
    began = time.monotonic()
    assert stopped.read_until_the_end() in ("stream reset", "connection closed")
    assert stopped.received <= 2000 and time.monotonic() - began < DROPPED_SECONDS
    stopped.close()
    assert ask(secured.certificate, f"{secured.address}/healthz").stdout.endswith(" 200")


def test_a_renewed_certificate_is_shown_at_once_on_hangup_and_a_broken_one_is_not(secured):
    def shown() -> str:
        return ssl.get_server_certificate(("127.0.0.1", secured.port))

    def trouble() -> bool:
        return any("could not be renewed" in line for line in secured.lines)

    before = shown()
    key = secured.certificate.replace(".pem", ".key")
    kept = open(key).read()
    open(key, "w").write("no key at all\n")
    secured.signal(signal.SIGHUP)
    until(trouble, "word of the broken key")
    assert shown() == before
    open(key, "w").write(kept)
    certificate, _ = make_certificate(secured.folder)
    secured.signal(signal.SIGHUP)
    until(lambda: shown() != before, "the renewed certificate")
    assert shown() == open(certificate).read()


def test_closing_ends_open_streams(tmp_path, browser):
    certificate, key = make_certificate(tmp_path)
    desk = Desk(tmp_path, has_feed=False, tls=True, flags=("--tls-certificate", certificate, "--tls-key", key))
    desk.wait_until_ready()
    cookie = f"foreland={session_cookie(first_officer(browser, desk, ignore_https_errors=True))['value']}"
    command = ["curl", "--silent", "--no-buffer", "--http2", "--max-time", "40", "--cacert", certificate]
    command += ["--cookie", cookie, f"{desk.address}/api/stream?boxes=48,-4,53,4"]
    stream = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert stream.stdout.readline()
    began = time.monotonic()
    assert desk.stop() == 0
    assert time.monotonic() - began < 15
    rest, _ = stream.communicate(timeout=20)
    assert "event: bye" in rest and stream.returncode == 0


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda folder, good: (str(folder / "none.pem"), good[1]), "does not exist"),
        (lambda folder, good: (good[1], good[1]), "holds no certificate in PEM"),
        (lambda folder, good: (good[0], good[0]), "holds no private key in PEM"),
        (lambda folder, good: (good[0], make_certificate(folder, "other")[1]), "do not belong together"),
        (lambda folder, good: make_certificate(folder, "soon", 3), "expires on"),
    ],
)
def test_files_that_cannot_be_used_are_named(tmp_path, spoil, words):
    certificate, key = spoil(tmp_path, make_certificate(tmp_path))
    flags = ["--tls-certificate", certificate, "--tls-key", key]
    doctor = subprocess.run([BINARY, "doctor", *flags], capture_output=True, text=True)
    assert doctor.returncode == 1 and words in doctor.stdout
    if words != "expires on":
        serve = [BINARY, "serve", "--store", f"{tmp_path}/store/", "--listen", "127.0.0.1:0", *flags]
        desk = subprocess.run(serve, capture_output=True, text=True, timeout=60)
        assert desk.returncode == 1 and words in desk.stderr
