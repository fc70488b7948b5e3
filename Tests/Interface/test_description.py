"""Every operation of the two OpenAPI documents, of the API and of the features, against the real binary, for each role and for a stranger, by schemathesis.

It makes requests from the document, good ones and bad ones, and looks whether every answer is one that the document has: a
status that stands there, a body of the stated form, nothing that breaks, and no bad request that is taken.
"""

import os
import subprocess
import sys

import pytest

from conftest import ROLES, ROOT

# The same requests in every run. INTERFACE_EXAMPLES asks for more of them; the long run does.
SEED = 20261121
EXAMPLES = os.environ.get("INTERFACE_EXAMPLES", "3")
PHASES = "examples,coverage,fuzzing" if int(EXAMPLES) > 10 else "examples,fuzzing"
LIMIT_SECONDS = 60 if int(EXAMPLES) <= 10 else 1800
# A stream has no end; what it answers stands in the table of routes.
ENDLESS = "/api/stream"
# What a request without the rights of its visitor gets is the same whether it is well made or not, so for those who may not
# use an operation it says nothing that a bad request is refused as one.
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,negative_data_rejection"


# The features have one rule for everyone who may see the picture and one for everyone who may not.
FEATURE_VISITORS = ["stranger", "watchOfficer", "statistician"]


def ask_everything(desk, visitor, document, base, folder, checks=CHECKS):
    """Whether every answer that a visitor gets below an address stands in its document."""
    command = [
        f"{sys.prefix}/bin/st", "run", str(document), "--url", f"http://127.0.0.1:{desk.port}{base}",
        "--exclude-path", ENDLESS, "--checks", checks,
        "--phases", PHASES, "--max-examples", EXAMPLES, "--seed", str(SEED), "--generation-database", "none",
        "--no-shrink", "--continue-on-failure", "--suppress-health-check", "all", "--request-timeout", "30", "--no-color",
        "--warnings", "off",
    ]
    if visitor != "stranger":
        command += ["--header", f"Authorization: Bearer {desk.tokens[visitor]}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False)
    assert done.returncode == 0, f"as {visitor}:\n{done.stdout[-6000:]}\n{done.stderr[-2000:]}"


@pytest.mark.parametrize("visitor", ["stranger", *ROLES])
def test_every_answer_stands_in_the_description(desk, visitor, tmp_path):
    ask_everything(desk, visitor, ROOT / "Sources/Desk/OpenAPI/openapi.json", "", tmp_path)


@pytest.mark.parametrize("visitor", FEATURE_VISITORS)
def test_every_answer_of_the_features_stands_in_theirs(desk, visitor, tmp_path):
    status, text = desk.ask("GET", "/ogc/api")
    assert status == 200
    document = tmp_path / "features.json"
    document.write_text(text)
    # A parameter with nothing behind it counts as left out, as in a form on a map that nobody has filled in.
    ask_everything(desk, visitor, document, "/ogc", tmp_path, CHECKS.replace(",negative_data_rejection", ""))
