"""Two real desks on loopback: one is the witness of the other, and finds out a copy of its store that goes its own way.

The other half speaks to the witness as a ledger of our own would, in every way that the protocol names.
"""

import base64
import hashlib
import json
import shutil
import time

import pytest

import ed25519
from desks import Desk, fetch, foreland, keys, wait_for
from transparency import COSIGNATURE, ED25519, Key, Untrue, leaf_hash, node_hash, open_checkpoint


def cosigned(desk, log, witness):
    """The desk's checkpoint as soon as it bears the witness's cosignature."""

    def look():
        status, _, body = fetch(f"{desk.url}/tlog/checkpoint")
        if status != 200:
            return None
        checkpoint, signed = open_checkpoint(body.decode(), [log, witness])
        return (checkpoint, dict(signed)[witness]) if witness in dict(signed) else None

    return wait_for(look, "a cosignature")


def copy(store, name):
    """A copy of a store and its keys, as somebody with access to the machine could take it."""
    target = store.parent / name
    for suffix in ["", ".keys", ".archive"]:
        shutil.copy(f"{store}{suffix}", f"{target}{suffix}")
    return target


@pytest.fixture(scope="module")
def night(tmp_path_factory):
    """A ledger that is witnessed, a copy that goes its own way, and what all three desks then say."""
    folder = tmp_path_factory.mktemp("witness")
    log_store, witness_store = folder / "log.sqlite", folder / "witness.sqlite"
    for store in [log_store, witness_store]:
        with Desk(store):
            pass
    log, witness = Key.parse(keys(log_store)["ledger"]), Key.parse(keys(witness_store)["witness"])
    seen = {"log": log, "witness": witness, "store": witness_store}
    with Desk(witness_store, "--witness-for", log.text) as judge:
        asking = ["--witness", f"{judge.url}/witness={witness.text}", "--witness-every", "1", "--publish-tiles"]
        with Desk(log_store, *asking) as desk:
            seen["first"] = cosigned(desk, log, witness)
        forked_store = copy(log_store, "forked.sqlite")
        with Desk(log_store, *asking) as desk:
            seen["second"] = wait_for(
                lambda: (now := cosigned(desk, log, witness))[0].size > seen["first"][0].size and now, "more entries"
            )
            seen["at peace"] = judge.metric("witness_forks"), desk.metric("witness_disagreements")
            seen["cosignatures"] = desk.metric("checkpoint_cosignatures")
        with Desk(forked_store, *asking) as desk:
            wait_for(lambda: desk.metric("witness_disagreements") == 1, "the copy to be told")
            time.sleep(2.5)
            seen["forked"] = judge.metric("witness_forks"), desk.metric("witness_disagreements")
        seen["monitor"] = fetch(f"{judge.url}/witness/{hashlib.sha256(log.name.encode()).hexdigest()}/checkpoint")
        seen["report"] = foreland("ledger", "verify", "--store", str(witness_store))
    seen["own report"] = foreland("ledger", "verify", "--store", str(log_store))
    seen["fork's report"] = foreland("ledger", "verify", "--store", str(forked_store))
    return seen


def test_a_checkpoint_bears_the_cosignature_of_the_witness(night):
    checkpoint, seconds = night["first"]
    assert checkpoint.origin == night["log"].name
    assert abs(seconds - time.time()) < 600
    assert night["second"][0].size > checkpoint.size
    assert night["at peace"] == (0, 0)
    assert night["cosignatures"] == 1
    assert "cosigned the checkpoint" in night["own report"]


def test_the_witness_shows_what_it_cosigned(night):
    status, _, body = night["monitor"]
    assert status == 200
    checkpoint, signed = open_checkpoint(body.decode(), [night["log"], night["witness"]])
    assert checkpoint == night["second"][0]
    assert len(signed) == 2


def test_a_forked_history_is_found_out_and_told_once(night):
    assert night["forked"] == (1, 1)
    assert "FORK" in night["report"]
    assert "DISAGREEMENT" in night["fork's report"]
    # The copy is sound in itself: only the witness can tell.
    assert night["fork's report"].startswith("Sound")


def test_both_checkpoints_are_kept_as_a_proof(night):
    lines = foreland("ledger", "export", "--opened", "--store", str(night["store"])).splitlines()
    entries = [line for line in map(json.loads, lines) if line.get("kind") == "witness.forked"]
    assert len(entries) == 1
    fact = json.loads(next(part["text"] for part in entries[0]["parts"] if part["name"] == "fact"))
    known, _ = open_checkpoint(fact["known"], [night["log"]])
    offered, _ = open_checkpoint(fact["offered"], [night["log"]])
    assert (known.origin, known.size) == (offered.origin, offered.size)
    assert known.root != offered.root
    assert fact["proved"] is True


SECRET = bytes(range(32))
LOG = Key("log.example/1", ED25519, ed25519.public_key(SECRET))
OTHER = Key("log.example/other", ED25519, ed25519.public_key(SECRET))


def note(size, root, key=LOG, secret=SECRET):
    """A signed checkpoint."""
    text = f"{key.name}\n{size}\n{base64.b64encode(root).decode()}\n"
    line = base64.b64encode(key.id + ed25519.sign(secret, text.encode())).decode()
    return f"{text}\n\u2014 {key.name} {line}\n"


def request(old, proof, checkpoint):
    """The body of a request to add a checkpoint."""
    lines = "".join(base64.b64encode(value).decode() + "\n" for value in proof)
    return f"old {old}\n{lines}\n{checkpoint}".encode()


LEAVES = [leaf_hash(bytes([number])) for number in range(4)]
ROOT_2 = node_hash(LEAVES[0], LEAVES[1])
ROOT_3 = node_hash(ROOT_2, LEAVES[2])
ROOT_4 = node_hash(ROOT_2, node_hash(LEAVES[2], LEAVES[3]))


@pytest.fixture(scope="module")
def judge(tmp_path_factory):
    """A witness of our ledger, and its key."""
    store = tmp_path_factory.mktemp("judge") / "judge.sqlite"
    with Desk(store, "--witness-for", LOG.text) as desk:
        yield desk, Key.parse(keys(store)["witness"])


def test_the_protocol_in_every_way(judge):
    desk, key = judge

    def ask(body):
        return fetch(f"{desk.url}/witness/add-checkpoint", body)

    for malformed in [b"", b"old\n\n", b"old 01\n\nx", b"old 0\nzz\n\n" + note(2, ROOT_2).encode(), b"\xff\xff", b"old 0\n\nno note"]:
        assert ask(malformed)[0] == 400
    assert ask(request(0, [bytes(32)] * 64, note(2, ROOT_2)))[0] == 400
    assert ask(request(3, [], note(2, ROOT_2)))[0] == 400
    assert ask(request(0, [], note(2, ROOT_2, OTHER)))[0] == 404
    assert ask(request(0, [], note(2, ROOT_2, LOG, bytes(32))))[0] == 403
    assert ask(request(0, [bytes(32)], note(2, ROOT_2)))[0] == 422
    assert ask(request(0, [], note(0, bytes(32))))[0] == 422
    assert fetch(f"{desk.url}/witness/{hashlib.sha256(LOG.name.encode()).hexdigest()}/checkpoint")[0] == 404

    status, _, body = ask(request(0, [], note(2, ROOT_2)))
    assert status == 200
    _, signed = open_checkpoint(note(2, ROOT_2) + body.decode(), [LOG, key])
    assert key.algorithm == COSIGNATURE and [signer for signer, _ in signed] == [LOG, key]

    status, kind, body = ask(request(0, [], note(3, ROOT_3)))
    assert (status, kind, body) == (409, "text/x.tlog.size", b"2\n")
    assert ask(request(2, [], note(3, ROOT_3)))[0] == 422
    assert ask(request(2, [LEAVES[3]], note(3, ROOT_3)))[0] == 422
    # A wrong proof for a good checkpoint is kept until the checkpoint is cosigned, a signed wrong root for good.
    assert desk.metric("witness_forks") == 2
    assert ask(request(2, [LEAVES[2]], note(3, ROOT_3)))[0] == 200
    assert desk.metric("witness_forks") == 1
    assert ask(request(3, [], note(3, ROOT_3)))[0] == 200
    for _ in range(2):
        assert ask(request(3, [], note(3, bytes(32))))[0] == 422
        assert desk.metric("witness_forks") == 2
    assert ask(request(3, [LEAVES[2], LEAVES[3], ROOT_2], note(4, ROOT_4)))[0] == 200
    assert ask(request(2, [node_hash(LEAVES[2], LEAVES[3])], note(4, ROOT_4)))[:2] == (409, "text/x.tlog.size")
    assert ask(b"x" * (200 << 10))[0] == 413


def test_a_desk_that_witnesses_nobody_has_no_such_door(tmp_path):
    with Desk(tmp_path / "alone.sqlite") as desk:
        assert fetch(f"{desk.url}/witness/add-checkpoint", request(0, [], note(2, ROOT_2)))[0] == 404


def test_the_verifier_itself_refuses_a_wrong_signature():
    with pytest.raises(Untrue):
        open_checkpoint(note(2, ROOT_2, LOG, bytes(32)), [LOG])
    # RFC 8032, section 7.1, test 2.
    secret = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    assert ed25519.public_key(secret).hex() == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    signature = ed25519.sign(secret, b"\x72")
    assert signature.hex() == (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    assert ed25519.verify(ed25519.public_key(secret), b"\x72", signature)
