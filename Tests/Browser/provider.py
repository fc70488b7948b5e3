"""A real provider of identities (Canaille) on loopback, in a process of its own, with people and the desk as its client.

Run as a program it serves; the tests start it so and end it again.
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time
import urllib.request

CLIENT, SECRET = "foreland-desk", "a secret of the desk, with : and % in it"
PEOPLE = {"mara": "seven lanterns on the quay", "otto": "a rope of nine fathoms"}
START_SECONDS = 60


class Provider:
    """The provider in a process; ended and started anew with another key when a test wants that."""

    def __init__(self, folder: pathlib.Path, port: int, redirect_base: str, algorithm: str = "RS256"):
        self.folder, self.port, self.redirect_base = folder, port, redirect_base
        self.issuer = f"http://127.0.0.1:{port}"
        self._process = None
        self.start(algorithm)

    def start(self, algorithm: str):
        """Serve, with a key made now."""
        command = [sys.executable, __file__, str(self.port), self.redirect_base, algorithm]
        with open(self.folder / "provider.log", "a") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            assert self._process.poll() is None, (self.folder / "provider.log").read_text()
            try:
                with urllib.request.urlopen(f"{self.issuer}/.well-known/openid-configuration", timeout=5) as answer:
                    assert json.load(answer)["issuer"] == self.issuer
                    return
            except OSError:
                time.sleep(0.2)
        raise AssertionError("the provider did not start: " + (self.folder / "provider.log").read_text())

    def pause(self):
        """Hold it still: it takes connections and answers nothing."""
        self._process.send_signal(signal.SIGSTOP)

    def resume(self):
        """Let it go on."""
        self._process.send_signal(signal.SIGCONT)

    def stop(self):
        """End it."""
        self._process.send_signal(signal.SIGCONT)
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def serve(port: int, redirect_base: str, algorithm: str):
    """Serve for ever."""
    import datetime

    from canaille import create_app
    from canaille.app import models
    from canaille.backends import Backend
    from joserfc.jwk import ECKey, RSAKey
    from werkzeug.serving import run_simple

    made = RSAKey.generate_key(2048, auto_kid=True) if algorithm == "RS256" else ECKey.generate_key("P-256", auto_kid=True)
    keys = [made.as_dict(private=True)]
    if algorithm != "RS256":
        # A provider has a key for RSA too; the first one signs.
        keys.append(RSAKey.generate_key(2048, auto_kid=True).as_dict(private=True))
    app = create_app(
        {
            "SECRET_KEY": os.urandom(24).hex(),
            "SERVER_NAME": f"127.0.0.1:{port}",
            "PREFERRED_URL_SCHEME": "http",
            "DATABASE": "memory",
            "CANAILLE": {"JAVASCRIPT": False, "LOGGING": {"version": 1}, "ENABLE_REGISTRATION": False},
            "CANAILLE_OIDC": {"ACTIVE_JWKS": keys},
        }
    )
    with app.app_context():
        for name, password in PEOPLE.items():
            user = models.User(user_name=name, formatted_name=name, family_name=name, password=password)
            user.emails = [f"{name}@example.invalid"]
            Backend.instance.save(user)
        client = models.Client(
            client_id=CLIENT,
            client_secret=SECRET,
            client_name="Foreland",
            client_id_issued_at=datetime.datetime.now(datetime.timezone.utc),
            redirect_uris=[f"{redirect_base}/sign-in/provider/callback"],
            post_logout_redirect_uris=[f"{redirect_base}/sign-in"],
            grant_types=["authorization_code"],
            response_types=["code"],
            scope=["openid"],
            token_endpoint_auth_method="client_secret_basic",
            id_token_signed_response_alg=algorithm,
            client_uri=redirect_base,
        )
        # Only a client that is kept can be its own audience.
        Backend.instance.save(client)
        client.audience = [client]
        Backend.instance.save(client)
    run_simple("127.0.0.1", port, app, threaded=True)


if __name__ == "__main__":
    serve(int(sys.argv[1]), sys.argv[2], sys.argv[3])
