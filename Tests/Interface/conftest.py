"""What the tests of the HTTP interface share: a desk in an exercise, and a program for each role."""

import os
import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Soak"))
os.environ.setdefault("FORELAND_BINARY", str(ROOT / ".build/debug/foreland"))

import desks  # noqa: E402

ROLES = [
    "watchOfficer", "intelligenceOfficer", "analyst", "caseOfficer", "referralOfficer", "statistician",
    "liaisonOfficer", "dataProtectionOfficer", "engineer", "administrator",
]
SCOPES = ["read", "log:write", "record:read", "admin"]


def program(store: desks.Store, role: str) -> str:
    """A token for everything that somebody of the role may do."""
    name = role.lower()
    made = desks.tool("user", "add", name, "--agency", "centre", "--role", role, "--store", store.path)
    desks.expect(made.returncode == 0, made.stderr)
    scopes = [word for scope in SCOPES for word in ("--scope", scope)]
    issued = desks.tool("token", "issue", name, *scopes, "--store", store.path)
    desks.expect(issued.returncode == 0, issued.stderr)
    return issued.stdout.strip()


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """A desk that plays an exercise, with `tokens` by role; it must still end when it is asked to."""
    store = desks.Store.make(tmp_path_factory.mktemp("interface") / "store", exercise=True)
    tokens = {role: program(store, role) for role in ROLES}
    running = desks.Desk(store, "--hours", "1", command="exercise").open()
    running.tokens = tokens
    try:
        yield running
    finally:
        status = running.stop()
    assert status == 0, running.output()
