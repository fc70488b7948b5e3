"""Certificates of our own, and desks that speak TLS."""

import pathlib
import shutil
import subprocess


def make_certificate(folder: pathlib.Path, name: str = "desk", days: int = 30, *more: str) -> tuple[str, str]:
    """A certificate for 127.0.0.1 that signs itself, and its key; returns both paths."""
    folder.mkdir(parents=True, exist_ok=True)
    certificate, key = str(folder / f"{name}.pem"), str(folder / f"{name}.key")
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={name}"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout", key, "-out", certificate]
    subprocess.run(command + ["-days", str(days), *more], check=True, capture_output=True)
    return certificate, key


def ask(certificate: str, address: str, *more: str) -> subprocess.CompletedProcess:
    """What curl gets: its standard output ends with the version of HTTP and the status."""
    curl = shutil.which("curl")
    assert curl, "no curl on the PATH; 'make setup' installs it"
    command = [curl, "--silent", "--show-error", "--max-time", "20", "--cacert", certificate, *more]
    return subprocess.run(command + ["--write-out", "\n%{http_version} %{http_code}", address], capture_output=True, text=True)
