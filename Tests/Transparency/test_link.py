"""Two real desks on loopback that are declared to each other as partners, from the command line alone."""

import json
import re
import subprocess

import pytest

from desks import Desk, fetch, foreland, free_port, keys, wait_for


def certificate(folder, name):
    """A certificate that signs itself, and its key."""
    files = folder / f"{name}.pem", folder / f"{name}.key"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"]
    subprocess.run([*command, "-subj", f"/CN={name}", "-keyout", files[1], "-out", files[0]], check=True, capture_output=True)
    return files


class Centre:
    def __init__(self, folder, code):
        self.folder, self.code, self.port = folder, code, free_port()
        self.store = folder / f"{code.lower()}.sqlite"
        self.certificate, self.key = certificate(folder, code.lower())
        with Desk(self.store):
            pass

    def declared(self, **changes):
        """How this centre is declared to another; its certificate is found beside the file."""
        line = {"code": self.code, "name": f"Centre {self.code}", "url": f"https://127.0.0.1:{self.port}", "agency": "coastguard", "nation": "GB"}
        return line | {"certificates": self.certificate.name, "key": keys(self.store)["ledger"]} | changes

    def settings(self, *partners):
        file = self.folder / f"{self.code.lower()}-partners.json"
        file.write_text(json.dumps(partners))
        tls = ["--link-certificate", str(self.certificate), "--link-key", str(self.key)]
        return ["--centre", self.code, "--partners", str(file), "--link-listen", f"127.0.0.1:{self.port}", *tls]


def measure(desk, name, label):
    text = fetch(f"{desk.url}/metrics")[2].decode()
    found = re.search(rf'(?m)^foreland_{name}{{\w+="{label}"}} (\S+)$', text)
    return float(found[1]) if found else None


@pytest.fixture(scope="module")
def centres(tmp_path_factory):
    folder = tmp_path_factory.mktemp("link")
    return Centre(folder, "DOVER"), Centre(folder, "CALAIS")


def test_two_desks_find_each_other_and_notice_when_one_goes(centres):
    dover, calais = centres
    with Desk(dover.store, *dover.settings(calais.declared())) as here:
        wait_for(lambda: measure(here, "link_up", "CALAIS") == 0, "a link that is down")
        with Desk(calais.store, *calais.settings(dover.declared())) as there:
            for desk, other in [(here, "CALAIS"), (there, "DOVER")]:
                wait_for(lambda: measure(desk, "link_up", other) == 1, "a link that is up")
                assert measure(desk, "link_behind_entries", other) == 0
                assert abs(measure(desk, "link_clock_seconds", other)) < 2
            health = fetch(f"{here.url}/health")[2].decode()
            assert 'data-part="links" data-state="works"' in health and "CALAIS" not in health
        wait_for(lambda: measure(here, "link_up", "CALAIS") == 0, "a link that is down again")
        assert 'data-part="links" data-state="broken"' in fetch(f"{here.url}/health")[2].decode()
    shown = foreland("ledger", "export", "--store", str(dover.store))
    assert "centre.named" in shown and "link.refused" not in shown


def test_a_stranger_is_turned_away_and_counted(centres):
    dover, calais = centres
    stranger = certificate(dover.folder, "stranger")
    with Desk(dover.store, *dover.settings(calais.declared())) as here:
        address = f"https://127.0.0.1:{dover.port}/link/entries?after=0&size=0&wait=0"
        for files, status in [(stranger, b"000"), ((calais.certificate, calais.key), b"200")]:
            command = ["curl", "--silent", "--insecure", "--cert", files[0], "--key", files[1], "--max-time", "20", "--output", "/dev/null"]
            assert subprocess.run([*command, "--write-out", "%{http_code}", address], capture_output=True).stdout == status
        assert measure(here, "link_turned_away_total", "unknown") == 1


@pytest.mark.parametrize(
    "changes, words",
    [
        ({"code": "dover"}, "capital letters"),
        ({"key": "none"}, "no key of a ledger"),
        ({"url": "http://127.0.0.1:1"}, "https://HOST:PORT"),
        ({"certificates": "gone.pem"}, "gone.pem"),
        ({"nation": "France"}, "nation"),
        ({"agency": ""}, "agency"),
    ],
)
def test_a_wrong_partner_is_named(centres, changes, words):
    dover, calais = centres
    said = subprocess.run(
        [*_serve(dover), *dover.settings(calais.declared(**changes))], capture_output=True, text=True, timeout=60
    )
    assert said.returncode == 1 and words in said.stderr, said.stderr


def _serve(centre):
    from desks import BINARY

    return [BINARY, "serve", "--store", str(centre.store), "--listen", "127.0.0.1:0"]
